"""The directory of units to look at again: still right in one click (A34)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from core.written_dates import written_day
from editorial.actions.unit_reviews import confirm_unit
from editorial.desk_providers import HandedRow, HandedSection
from editorial.rules.reviewing import ReviewState, may_confirm_unit
from editorial.selectors.desk_items import Reader
from editorial.selectors.unit_reviews import UnitReview, unit_reviews, waiting_reviews
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from school.models import Unit

BACK = {"desk": "wagtailadmin_home"}


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Every unit with its head, its people and its days: the board sees all, others their own."""
    actor = participant(request)
    rows = unit_reviews(school_or_404(), today(), None if actor.is_board else actor.unit_ids)
    context: dict[str, Any] = {
        "rows": [{"review": row, "may_confirm": bool(may_confirm_unit(actor, row.unit.pk))} for row in rows],
        "today": today(),
    }
    return render(request, "editorial/units/reviews.html", context)


@require_POST
def still_right(request: HttpRequest, pk: int) -> HttpResponse:
    """ "Still right"; sent twice it counts once."""
    participant(request)
    school = school_or_404()
    unit = get_object_or_404(Unit, pk=pk, school=school, is_active=True)
    user: Any = request.user
    try:
        confirm_unit(unit_id=unit.pk, user=user)
    except RuleRefused as error:
        messages.error(request, sentence(error.refused, school.country))
    else:
        messages.success(request, _("Noted: the entry of “%(unit)s” is still right.") % {"unit": unit.name})
    return redirect(BACK.get(request.GET.get("back", ""), "board_unit_reviews"))


def review_list(reader: Reader) -> HandedSection:
    """For my desk: the entries of the reader's units whose day of review is near or past."""
    mine = reader.actor.unit_ids
    rows = waiting_reviews(reader.school, reader.today, mine) if mine else []
    return HandedSection(
        "units-to-review",
        _("Your unit in the directory"),
        _("Look at its name, its head and its people. Say that they are still right, or tell the secretary."),
        [_row(row) for row in rows],
        reverse("board_unit_reviews"),
    )


def _row(row: UnitReview) -> HandedRow:
    head = _("head: %(name)s") % {"name": row.unit.head} if row.unit.head else _("without a head")
    return HandedRow(
        row.unit.name,
        reverse("board_unit_reviews"),
        (head, _("looked at last on %(day)s") % {"day": written_day(row.unit.reviewed_on)}),
        _("to be looked at again by %(day)s") % {"day": written_day(row.due_on)},
        row.state is ReviewState.OVERDUE,
        _("Still right"),
        f"{reverse('board_unit_still_right', args=[row.unit.pk])}?back=desk",
    )
