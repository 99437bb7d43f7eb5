"""What stood on the site before a new version was posted: in the board's history, never for the public."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from editorial.selectors.public_notes import former_of
from editorial.views.review import record_or_404, unseen


@never_cache
@require_safe
def former(request: HttpRequest, record_id: int, seq: int) -> HttpResponse:
    """The former text and the new one, word by word, for whoever may see the item."""
    record = record_or_404(record_id)
    blocked = unseen(request, record)
    if blocked is not None:
        return blocked
    found = former_of(record, seq)
    if found is None:
        raise Http404
    return render(request, "editorial/review/former.html", {"record": record, "former": found})
