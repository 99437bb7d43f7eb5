"""The one view every picture, rendition and file passes."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
)
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.clock import today
from editorial.rules.files import may_see_file
from editorial.selectors.files import file_behind, file_facts
from editorial.selectors.people import actor_of

INLINE = ("image/", "application/pdf")
PLACEHOLDER = "image/svg+xml"


@require_safe
def serve_media(request: HttpRequest, name: str) -> HttpResponseBase:
    """Serve a stored file if the rule allows it; 404 for everything else.

    The browser keeps it, but asks again each time. The rule is asked before the tag is compared, so a
    taken-down picture is gone at once; the tag names the bytes, so that no other change sends them again.
    """
    row = file_behind(name)
    if row is None or not is_visible(request, row) or not default_storage.exists(name):
        return not_shown(request)
    tag = f'"{default_storage.get_modified_time(name):%Y%m%d%H%M%S%f}-{default_storage.size(name)}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    response = _content(name)
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def not_shown(request: HttpRequest) -> HttpResponse:
    """404; inside a page of somebody signed in a neutral picture instead of a broken one, with the same status."""
    wants_picture = request.get_preferred_type(["text/html", PLACEHOLDER]) == PLACEHOLDER
    if not wants_picture or not request.user.is_authenticated:
        raise Http404
    response = render(request, "editorial/files/not_shown.svg", content_type=PLACEHOLDER, status=404)
    response["Cache-Control"] = "private, no-store"
    return response


def guard_document(document: Any, request: HttpRequest) -> None:
    """`before_serve_document`: Wagtail's own address of a file asks the same rule; 404 where it says no."""
    if not is_visible(request, document):
        raise Http404


def is_visible(request: HttpRequest, row: Any) -> bool:
    """Whether the visitor may see an image or document."""
    user = getattr(request, "user", None)
    actor = actor_of(user, today()) if user is not None and user.is_authenticated else None
    return bool(may_see_file(actor, file_facts(row, actor.id if actor else None)))


def _content(name: str) -> HttpResponseBase:
    """The bytes, or nginx's order to send them; never as a page of our own site."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    disposition = "inline" if kind.startswith(INLINE) and kind != "image/svg+xml" else "attachment"
    prefix = getattr(settings, "PORTAL_X_ACCEL_PREFIX", "")
    if prefix:
        response: HttpResponseBase = HttpResponse(content_type=kind)
        response["X-Accel-Redirect"] = f"{prefix.rstrip('/')}/{name}"
    else:
        response = FileResponse(default_storage.open(name), content_type=kind)
    response["Content-Disposition"] = disposition
    return response
