"""The board's register of documents: releasing several together, filters and orders, as a file (A28, A33)."""

from __future__ import annotations

import re
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from core.clock import today
from documents.actions import Released, release_documents
from documents.models import DocumentIndexPage
from documents.rules.registering import may_draft_document, may_register
from documents.selectors import register as reads
from documents.selectors.register_filter import DOWNWARDS, SORTS, Chosen, chosen_entries, chosen_of
from documents.words import care as care_words
from documents.words import register as words
from editorial.clauses import linked
from editorial.exports import WRITERS, Cell, Table
from editorial.rules.people import Actor
from editorial.selectors.records import rules_in_force
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from school.models import School

COLUMNS = (
    ("number", _later("Number")),
    ("name", _later("Name of the document")),
    ("date", _later("Issued on")),
    ("validity", _later("Validity")),
    ("owner", _later("Looked after by")),
    ("review", _later("Review")),
    ("reading", _later("Acquaintance")),
    ("state", _later("State")),
)
KEY = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")
PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """What waits to be released, and every document this person may see, by the filters of the address."""
    school, actor = school_or_404(), participant(request)
    user: Any = request.user
    if request.method == "POST":
        _release(request, school, actor)
        return redirect("board_documents")
    section = DocumentIndexPage.objects.filter(unit__school=school).first()
    waiting = reads.waiting(school, user, actor, today())
    entries = reads.register(school, user, actor, today())
    owners = {row.owner.pk: row.owner for row in entries}
    chosen = chosen_of(request.GET, owners)
    page = Paginator(chosen_entries(entries, chosen, today()), PER_PAGE).get_page(request.GET.get("page", "1"))
    context = {
        "waiting": waiting,
        "may_release": any(row.is_mine for row in waiting),
        "page": page,
        "rows": [(row, review_words(row)) for row in page],
        "chosen": chosen,
        "owners": sorted(owners.values(), key=lambda unit: (unit.sort_order, unit.name)),
        "validities": list(words.VALIDITIES.items()),
        "columns": columns(request.GET, chosen),
        "section": section,
        "may_register": section is not None and bool(may_register(actor, rules_in_force(school))),
        "may_draft": section is not None and bool(may_draft_document(actor)),
        "is_board": actor.is_board,
        "unit_ids": actor.unit_ids,
    }
    return render(request, "documents/admin/register.html", context)


def review_words(row: reads.Entry) -> dict[str, Any]:
    """How near the day of review is, in words; empty where nothing is reviewed."""
    state = row.review_state(today())
    return {"code": state, "name": care_words.REVIEW_STATES[state]} if state else {}


def columns(query: QueryDict, chosen: Chosen) -> list[dict[str, str]]:
    """Headings of the table; one that can be sorted by carries its address, and says how it is sorted now."""
    found = []
    for code, label in COLUMNS:
        link, is_now = query.copy(), code == chosen.sort
        link.pop("page", None)
        link["sort"] = f"-{code}" if is_now and not chosen.is_reversed else code
        is_down = (code in DOWNWARDS) is not chosen.is_reversed
        direction = ("descending" if is_down else "ascending") if is_now else ""
        found.append({"label": str(label), "link": link.urlencode() if code in SORTS else "", "sorted": direction})
    return found


def _release(request: HttpRequest, school: School, actor: Actor) -> None:
    """Release what was ticked and say of each what became of it."""
    user: Any = request.user
    found = (KEY.fullmatch(typed) for typed in request.POST.getlist("chosen"))
    keys = [(int(key[1]), int(key[2])) for key in found if key]
    seen = set(reads.seen_records(school, user, actor).values_list("pk", flat=True))
    done = release_documents(chosen=[key for key in keys if key[0] in seen], user=user)
    if not done:
        messages.warning(request, _("No document was chosen."))
    _say(request, done, school)


def _say(request: HttpRequest, done: list[Released], school: School) -> None:
    released = sum(1 for row in done if row.refused is None)
    if released:
        told = ngettext("%(count)s document is on the site now.", "%(count)s documents are on the site now.", released)
        messages.success(request, told % {"count": released})
    for row in done:
        if row.refused is not None:
            why = sentence(row.refused, school.country)
            messages.error(request, linked(_("“%(title)s”: %(why)s") % {"title": row.record.title, "why": why}))


@require_safe
def register_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The register as a table, in the columns of the register of issued documents; filters of the address hold."""
    school, actor = school_or_404(), participant(request)
    if kind not in WRITERS or not actor.is_board:
        raise Http404
    user: Any = request.user
    entries = reads.register(school, user, actor, today())
    chosen = chosen_of({"shelf": "all", **request.GET.dict()}, {row.owner.pk for row in entries})
    rows = [_cells(entry) for entry in chosen_entries(entries, chosen, today())]
    return WRITERS[kind](Table("documents", _("Register of documents"), _headings(), rows))


def _headings() -> list[str]:
    return [
        _("Number"),
        _("Issued on"),
        _("Type"),
        _("Name of the document"),
        _("Issued by"),
        _("Signed by"),
        _("In force from"),
        _("Last day in force"),
        _("Validity"),
        _("Openness"),
        _("Work state"),
        _("Public state"),
        _("Looked after by"),
        _("To be reviewed on"),
        _("To be kept"),
        _("Kept until"),
        _("Archived on"),
        _("Asked to read"),
        _("Have not read"),
    ]


def _cells(entry: reads.Entry) -> list[Cell]:
    page, record = entry.shown.page, entry.record
    return [
        page.full_number,
        page.issued_on,
        page.type_name,
        page.title,
        page.issuing_body,
        page.signer_name,
        page.effective_on,
        page.expires_on,
        entry.shown.validity_name,
        page.get_openness_display(),
        record.get_work_state_display(),
        record.get_public_state_display(),
        *_care_cells(entry),
    ]


def _care_cells(entry: reads.Entry) -> list[Cell]:
    """Who looks after it, and how that stands."""
    return [
        entry.owner.name,
        entry.review.due_on if entry.review else None,
        entry.shown.page.get_retention_display(),
        entry.kept_until,
        localdate(entry.archived_at) if entry.archived_at else None,
        getattr(entry.call, "asked_count", None),
        getattr(entry.call, "missing_count", None),
    ]
