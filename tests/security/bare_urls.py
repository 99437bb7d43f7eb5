"""The portal without its shut doors and with Wagtail's own write API: only the deep gates are left."""

from __future__ import annotations

from django.urls import URLResolver, path
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter

from editorial import shut_doors
from portal import urls

writing_api = WagtailAPIRouter("bare_api")
writing_api.register_endpoint("pages", PagesAdminAPIViewSet)

urlpatterns = [
    path("admin/api/main/", writing_api.urls),
    *(
        entry
        for entry in urls.urlpatterns
        if not (isinstance(entry, URLResolver) and entry.urlconf_module is shut_doors)
    ),
]
