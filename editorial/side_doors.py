"""Doors through which a unit could look at another unit's drafts (Đ4.1, Đ15.2): found by attack; and the sites'.

`shut_doors` puts these addresses before Wagtail's own.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView, ExternalLinkView
from wagtail.admin.viewsets.pages import page_viewset_registry
from wagtail.models import Page

from editorial.register_permissions import only_visible
from editorial.views.side_doors import shut
from editorial.views.sites import SITES, edit_site

APART = _("Units do not see each other's drafts and files here. Use the explorer and the choosers.")

explorer = page_viewset_registry.as_view("index", parent_page_id_kwarg="parent_page_id")


@never_cache
@require_admin_access
def explore(request: HttpRequest, parent_page_id: int) -> HttpResponse:
    """Wagtail's explorer names the page one stands in, so that page must be one a person may meet."""
    if not only_visible(Page.objects.filter(pk=parent_page_id), request.user).exists():
        raise Http404
    answer: HttpResponse = explorer(request, parent_page_id=parent_page_id)
    return answer


@never_cache
@require_admin_access
def chosen_pages(request: HttpRequest) -> HttpResponse:
    """Wagtail's chooser tells title and address of any number it is given; only of visible pages here."""
    asked = [key for key in request.GET.getlist("id") if key.isdecimal()]
    seen = only_visible(Page.objects.filter(pk__in=asked), request.user).values_list("pk", flat=True)
    numbers: Any = request.GET.copy()
    numbers.setlist("id", [str(key) for key in seen])
    request.GET = numbers
    answer: HttpResponse = ChosenMultipleView.as_view()(request)
    return answer


@never_cache
@require_admin_access
def external_link(request: HttpRequest) -> HttpResponse:
    """Wagtail's form stumbles over a request without an address; here it is asked for, like an empty one."""
    if request.method == "POST":
        typed: Any = request.POST.copy()
        typed.setdefault(f"{ExternalLinkView.form_prefix}-url", "")
        request.POST = typed
    answer: HttpResponse = ExternalLinkView.as_view()(request)
    return answer


def nowhere(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """An address of Wagtail's that only ever fails: nothing is there."""
    raise Http404


urlpatterns = [
    path("failwhale/", nowhere),
    re_path(r"^(?:images|documents)/chooser/chosen/(?!\d+/$)[^/]+/$", nowhere),
    path("pages/<int:parent_page_id>/", explore),
    path("choose-page/chosen-multiple/", chosen_pages),
    path("choose-external-link/", external_link),
    path("api/main/images/", shut(APART)),
    path("api/main/images/<path:rest>", shut(APART)),
    path("api/main/documents/", shut(APART)),
    path("api/main/documents/<path:rest>", shut(APART)),
    path("sites/new/", shut(SITES)),
    path("sites/edit/<int:pk>/", edit_site),
    path("sites/delete/<int:pk>/", shut(SITES)),
    path("sites/<int:pk>/delete/", shut(SITES)),
    path("sites/<int:pk>/", shut(SITES)),
    path("reports/page-types-usage/", shut(APART)),
    path("reports/page-types-usage/results/", shut(APART)),
]
