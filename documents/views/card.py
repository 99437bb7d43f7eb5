"""A document's card: who looks after it, when it is reviewed, how long it is kept, who has read it (A33, B16, B40)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from documents.actions import announce_document, archive_document, read_again, reinstate_document
from documents.forms.acquaintance import AnnounceForm
from documents.rules.acquainting import Announced, may_announce
from documents.rules.keeping import may_archive, may_reinstate
from documents.rules.registering import may_register
from documents.selectors import register as reads
from documents.selectors.acquaintance import calls_with_counts, revision_to_read
from documents.words import care as care_words
from editorial import actions
from editorial.clauses import linked
from editorial.models import EditorialRecord
from editorial.rules.desk_rules import may_edit_text
from editorial.rules.people import Actor
from editorial.rules.reviewing import may_confirm_current
from editorial.selectors.records import item_of, rules_in_force
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from editorial.views.takedown import private

ACTS: dict[str, tuple[Callable[..., Any], str | Promise]] = {
    "still-right": (actions.confirm_current, _("Noted: it is still right. The next day of review is set.")),
    "archive": (archive_document, _("It left the current list. Its address still answers and says so.")),
    "reinstate": (reinstate_document, _("It stands in the current list again.")),
}
BACK = {"desk": "wagtailadmin_home", "register": "board_documents"}


@require_safe
def card(request: HttpRequest, record_id: int) -> HttpResponse:
    """Everything about looking after one document, and what this person may do."""
    actor, record = participant(request), _seen(request, record_id)
    return _page(request, actor, record)


def _seen(request: HttpRequest, record_id: int) -> EditorialRecord:
    """A document that this person may see; 404 for every other one."""
    actor, user = participant(request), request.user
    found: Any = reads.seen_records(school_or_404(), user, actor)  # type: ignore[arg-type]  # signed in
    return get_object_or_404(found.select_related("school", "live_clearance__revision", "unit__head"), pk=record_id)


def _page(
    request: HttpRequest, actor: Actor, record: EditorialRecord, form: AnnounceForm | None = None, status: int = 200
) -> HttpResponse:
    [entry] = reads.entries_of(EditorialRecord.objects.filter(pk=record.pk).select_related("unit"), today())
    rules, item = rules_in_force(record.school), item_of(record)
    facts = Announced(record.unit_id, is_readable=revision_to_read(record) is not None)
    state = entry.review_state(today())
    context = {
        "entry": entry,
        "state": state,
        "state_name": care_words.REVIEW_STATES[state] if state else "",
        "calls": calls_with_counts([record.page_id]).select_related("called_by", "revision"),
        "may_confirm": bool(entry.review) and bool(may_confirm_current(actor, item)),
        "may_archive": entry.archived_at is None and bool(may_archive(actor, item, rules, entry.shown.validity)),
        "may_reinstate": entry.archived_at is not None and bool(may_reinstate(actor, item, rules)),
        "may_read_again": bool(may_register(actor, rules)) and bool(may_edit_text(actor, item)),
        "form": (form or AnnounceForm(school=record.school)) if may_announce(actor, facts, rules) else None,
    }
    return private(render(request, "documents/admin/card.html", context, status=status))


@require_POST
def read_text_again(request: HttpRequest, record_id: int) -> HttpResponse:
    """The document's own text line by line, to correct what its parts are; entered as a new edition afterwards."""
    record = _seen(request, record_id)
    user: Any = request.user
    try:
        row = read_again(record_id=record.pk, user=user)
    except RuleRefused as error:
        messages.error(request, linked(sentence(error.refused, record.school.country)))
        return redirect("documents_card", record.pk)
    return redirect("board_import", row.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: HttpRequest, record_id: int) -> HttpResponse:
    """Announce the version that people read now; a refused form keeps what was chosen."""
    actor, record = participant(request), _seen(request, record_id)
    if request.method != "POST":
        return redirect("documents_card", record.pk)
    form = AnnounceForm(request.POST, school=record.school)
    if not form.is_valid():
        return _page(request, actor, record, form, 422)
    user: Any = request.user
    try:
        call = announce_document(record_id=record.pk, user=user, whom=form.whom(), due_on=form.cleaned_data["due_on"])
    except RuleRefused as error:
        messages.error(request, linked(sentence(error.refused, record.school.country)))
        return _page(request, actor, record, form, 422)
    count = call.people.count()
    told = ngettext("%(count)s person is asked to read it.", "%(count)s people are asked to read it.", count)
    messages.success(request, told % {"count": count})
    return redirect("documents_readers", call.pk)


@require_POST
def act(request: HttpRequest, record_id: int, verb: str) -> HttpResponse:
    """One tap: still right, off the current list, back on it."""
    record = _seen(request, record_id)
    if verb not in ACTS:
        raise Http404
    action, told = ACTS[verb]
    try:
        action(record_id=record.pk, user=request.user)
    except RuleRefused as error:
        messages.error(request, linked(sentence(error.refused, record.school.country)))
        return redirect("documents_card", record.pk)
    messages.success(request, _now("“%(title)s”: %(what)s") % {"title": record.title, "what": told})
    back = request.POST.get("back", "")
    return redirect(BACK[back]) if back in BACK else redirect("documents_card", record.pk)
