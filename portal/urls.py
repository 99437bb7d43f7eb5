"""Every address of the portal; pages come last."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from editorial.files import serve_media
from portal.health import health
from school.account import account

handler400 = "portal.bad_request.bad_request"

# Without the token, so that cached pages can carry the form; a foreign site could at most switch a language.
switch_language = csrf_exempt(require_POST(set_language))

urlpatterns = [
    path("admin/account/", account),
    path("admin/", include("editorial.shut_doors")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:name>", serve_media, name="serve_media"),
    path("health/", health, name="health"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("language/", switch_language, name="set_language"),
    path("", include("editorial.urls")),
    path("", include("news.urls")),
    path("", include("documents.urls")),
    path("", include(wagtail_urls)),
]
