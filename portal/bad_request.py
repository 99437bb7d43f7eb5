"""The answer to a request that is refused as a whole, with the reason where there is one to tell."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import defaults

from core.uploads import UploadRefused, upload_sentence


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400; a page with the reason for uploads, a bare line for what only programs send."""
    why = reason(exception)
    if not why:
        return defaults.bad_request(request, exception)
    return render(request, "request_refused.html", {"why": why}, status=400)


def reason(exception: Exception) -> str:
    """Why, in the reader's language; empty if it is none of people's business."""
    if isinstance(exception, UploadRefused):
        return upload_sentence(exception)
    if isinstance(exception, TooManyFilesSent):
        limit = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        return _("At most %(limit)s files can be sent at once. Send them in several parts.") % {"limit": limit}
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return _("What was sent is too long. Shorten the text, or send it in several parts.")
    return ""
