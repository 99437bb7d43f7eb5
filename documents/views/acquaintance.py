"""Reading what was announced and confirming it; who has read and who has not (B40)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import now, today
from core.rules.answers import Refused, RuleRefused
from documents.actions import confirm_reading
from documents.models import Acquaintance, AcquaintanceCall
from documents.rules.acquainting import may_see_readers
from documents.rules.tree_json import lines_of, node_of
from documents.selectors.acquaintance import calls_with_counts, readers_of, revision_to_read
from editorial.clauses import linked
from editorial.exports import WRITERS, Cell, Table
from editorial.rules.vocabulary import VISIBLE
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from editorial.views.side_doors import refusal
from editorial.views.takedown import private


def _call(pk: int) -> AcquaintanceCall:
    """A call of this school with its document and its counts; 404 when there is none."""
    calls = calls_with_counts().select_related(
        "page__editorial_record__school", "page__editorial_record__live_clearance__revision", "called_by", "revision"
    )
    return get_object_or_404(calls, pk=pk, page__editorial_record__school=school_or_404())


@require_safe
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The version that was announced, for the people it names; 404 for everybody else."""
    participant(request)
    user: Any = request.user
    mine = get_object_or_404(Acquaintance, call_id=pk, user=user)
    call = _call(pk)
    record = call.page.editorial_record
    newest = revision_to_read(record)
    page = call.revision.as_object() if newest is not None else None
    context = {
        "call": call,
        "title": record.title,
        "mine": mine,
        "page": page,
        "lines": lines_of(node_of(page.tree)) if page is not None and page.tree else [],
        "is_public": record.public in VISIBLE,
        "is_former": newest is not None and newest.pk != call.revision_id,
        "is_late": call.due_on is not None and call.due_on < today() and mine.read_at is None,
    }
    return private(render(request, "documents/admin/acquaintance.html", context))


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """ "I have read it"; sent twice it counts once."""
    participant(request)
    user: Any = request.user
    get_object_or_404(Acquaintance, call_id=pk, user=user)
    try:
        confirm_reading(call_id=pk, user=user)
    except RuleRefused as error:
        messages.error(request, linked(sentence(error.refused, school_or_404().country)))
    else:
        messages.success(request, _("Noted: you have read it."))
    return redirect("documents_acquaintance", pk)


def _seen(request: HttpRequest, pk: int) -> AcquaintanceCall | HttpResponse:
    """The call, for whoever may see its readers; else a page that says why not."""
    actor, call = participant(request), _call(pk)
    record = call.page.editorial_record
    answer = may_see_readers(actor, record.unit_id)
    if isinstance(answer, Refused):
        return refusal(request, sentence(answer, record.school.country))
    return call


@require_safe
def readers(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has read, who has not, since when."""
    call = _seen(request, pk)
    if isinstance(call, HttpResponse):
        return call
    context = {**_facts(call), "rows": readers_of(call), "today": today()}
    return private(render(request, "documents/admin/readers.html", context))


@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The same list on paper, with room for signatures of those who sign by hand."""
    call = _seen(request, pk)
    if isinstance(call, HttpResponse):
        return call
    rows = sorted(readers_of(call), key=lambda row: str(row.user))
    context = {**_facts(call), "rows": rows, "at": now(), "school": call.page.editorial_record.school}
    return private(render(request, "documents/admin/readers_sheet.html", context))


def _facts(call: AcquaintanceCall) -> dict[str, Any]:
    record = call.page.editorial_record
    newest = revision_to_read(record)
    return {
        "call": call,
        "record": record,
        "document": call.revision.as_object(),
        "read_count": getattr(call, "asked_count", 0) - getattr(call, "missing_count", 0),
        "is_former": newest is not None and newest.pk != call.revision_id,
        "card": reverse("documents_card", args=[record.pk]),
    }


@require_safe
def readers_file(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The list as a table (XLSX, CSV)."""
    call = _seen(request, pk)
    if isinstance(call, HttpResponse):
        return call
    if kind not in WRITERS:
        raise Http404
    headings = [_("Person asked"), _("Post"), _("Asked on"), _("To be read by"), _("Read on")]
    rows: list[list[Cell]] = [
        [str(row.user), row.user.job_title, row.asked_at, call.due_on, row.read_at] for row in readers_of(call)
    ]
    return WRITERS[kind](Table(f"acquaintance-{call.pk}", _("Acquaintance"), headings, rows))
