"""What became of what one's unit sent: the list, one item as it will look, and taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.clock import now
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.models import EditorialRecord, choices
from editorial.rules import desk_rules
from editorial.rules.vocabulary import IN_CHAIN, VISIBLE, PublicState, WorkState
from editorial.selectors.records import item_of
from editorial.selectors.review import review_of
from editorial.selectors.timeline import judgement, timeline
from editorial.sentences import sentence
from editorial.views.refusals import status_of
from news.handing_in.members import Member, duties_of, for_members, record_or_404, records_of
from news.handing_in.simple import is_simple
from news.handing_in.writing import draft_of

PER_PAGE = 20
ICONS = {
    WorkState.DRAFT: "pencil",
    WorkState.WITHDRAWN: "pencil",
    WorkState.RETURNED: "alert",
    WorkState.REFUSED: "cross",
    WorkState.PUBLISHED: "check",
}
OFF_SITE = frozenset(PublicState) - VISIBLE - {PublicState.NEVER}


@for_members
@require_safe
def mine(request: HttpRequest, member: Member) -> HttpResponse:
    """What is to be fixed on top, then drafts, then what moved last; and what the unit still owes."""
    rank = Case(
        When(work_state=WorkState.RETURNED, then=Value(0)),
        When(work_state__in=[WorkState.DRAFT, WorkState.WITHDRAWN], then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    rows = records_of(member).annotate(rank=rank).order_by("rank", "-state_since", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "items": [item_words(record, member) for record in page],
        "duties": duties_of(member),
        "units": member.units,
    }
    return render(request, "news/handing_in/mine.html", context)


def item_words(record: EditorialRecord, member: Member) -> dict[str, Any]:
    """An item of the list: its newest title, where it stands in words, and what is to be fixed."""
    told = judgement(record, timeline(record)) if record.work in {WorkState.RETURNED, WorkState.REFUSED} else None
    return {
        "record": record,
        "title": record.page.draft_title or record.title,
        "state": state_words(record),
        "icon": ICONS.get(record.work, "clock"),
        "is_mine": record.created_by_id == member.user.pk,
        "told": told,
        "may_edit": bool(desk_rules.may_edit_text(member.actor, item_of(record))),
        "is_begun": record.work in {WorkState.DRAFT, WorkState.RETURNED, WorkState.WITHDRAWN},
    }


def state_words(record: EditorialRecord) -> str:
    """Where an item stands; one that left the site says so."""
    if record.public in OFF_SITE and record.work not in IN_CHAIN:
        return choices.label(choices.PUBLIC_STATES, record.public_state)
    return choices.label(choices.WORK_STATES, record.work_state)


@for_members
@require_safe
def look(request: HttpRequest, member: Member, record_id: int) -> HttpResponse:
    """The item as it will look, what happened so far, and what the person can do now."""
    return look_page(request, member, record_or_404(member, record_id))


def look_page(
    request: HttpRequest, member: Member, record: EditorialRecord, why: str = "", status: int = 200
) -> HttpResponse:
    """The same, with why something was refused."""
    review = review_of(record, member.user, now())
    events = timeline(record)
    may_edit = bool(desk_rules.may_edit_text(member.actor, review.item))
    context = {
        "record": record,
        "draft": review.draft,
        "state": state_words(record),
        "icon": ICONS.get(record.work, "clock"),
        "timeline": events,
        "told": judgement(record, events),
        "may_edit": may_edit,
        "is_simple": not may_edit or is_simple(draft_of(record)),
        "may_withdraw": bool(desk_rules.may_withdraw(member.actor, review.item)),
        "live_url": record.page.get_url(request) if record.public in VISIBLE else "",
        "why": why,
    }
    return render(request, "news/handing_in/look.html", context, status=status)


@for_members
@require_POST
def take_back(request: HttpRequest, member: Member, record_id: int) -> HttpResponse:
    """Withdraw the item, as long as it was not forwarded."""
    record = record_or_404(member, record_id)
    try:
        actions.withdraw(record_id=record.pk, user=member.user)
    except RuleRefused as error:
        why = sentence(error.refused, member.school.country)
        return look_page(request, member, record_or_404(member, record_id), why, status_of(error.refused))
    messages.success(request, _("Taken back. You can change it and send it again."))
    return redirect("hand_in_look", record.pk)
