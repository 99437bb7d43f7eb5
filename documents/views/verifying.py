"""Whether an extract says what the portal holds: by the code under it, without an account (B18)."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.clock import today
from documents.rules.extracts import LONGEST_CODE
from documents.selectors.extracts import Verdict, verified

FORMS = {"vi": "verify_extract", "ru": "verify_extract_ru"}
STATUS = {Verdict.UNKNOWN: 404, Verdict.GONE: 410, Verdict.FOUND: 200}


@never_cache
@require_safe
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """What a code leads to; without one, a field to type it. 404 for a code of nobody's, 410 for what is gone."""
    typed = (code or request.GET.get("code", "")).strip()[:LONGEST_CODE]
    answer = verified(typed, today()) if typed else None
    form_url = reverse(FORMS[settings.LANGUAGE_CODE])
    context = {"form_url": form_url, "typed": typed, "answer": answer, "made": answer.extract if answer else None}
    status = STATUS[answer.verdict] if answer else 200
    response = render(request, "documents/verify.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
