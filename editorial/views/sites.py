"""Wagtail's site settings: name and address are technical, what stands on the site is the board's.

Another root page, another default site, a second site on the same address or none would each take
every item off the site at once (Đ12.4).
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.models import Site
from wagtail.sites.views import SiteViewSet

from editorial.views.side_doors import refusal

SITES = _("The sections a site shows are set up by command, never here. Its name and its address may be changed.")

sites = SiteViewSet("wagtailsites", url_prefix="sites")


@never_cache
@require_admin_access
def edit_site(request: HttpRequest, pk: int) -> HttpResponse:
    """Wagtail's own form, unless what is sent would put other pages in the place of the board's."""
    site = get_object_or_404(Site, pk=pk)
    if request.method == "POST" and _shows_something_else(request.POST, site):
        return refusal(request, SITES)
    answer: HttpResponse = sites.edit_view(request, pk=pk)
    return answer


def _shows_something_else(sent: QueryDict, site: Site) -> bool:
    root = sent.get("root_page", "")
    return root not in {"", str(site.root_page_id)} or ("is_default_site" in sent) != site.is_default_site
