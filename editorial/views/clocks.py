"""The Clocks page: all units and months at a glance, what is overdue, who has to be named; and as files."""

from __future__ import annotations

import datetime
import re
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.clock import now, today
from editorial.clock_tables import duty_table, quota_table
from editorial.duty_words import in_words
from editorial.exports import WRITERS
from editorial.models import choices
from editorial.rules.duties import SETTLED, may_assign_duty
from editorial.rules.quotas import Month
from editorial.selectors.clocks import DutyRow
from editorial.selectors.clocks_page import (
    FIRST_YEAR,
    LAST_YEAR,
    MOST_MONTHS,
    ClocksPage,
    Wanted,
    clocks_page,
    month_before,
    units_for,
)
from editorial.views.desk import school_or_404
from editorial.views.desk_clocks import quota_line
from editorial.views.members_only import participant
from school.models import Unit
from school.selectors import unconfirmed_years

PER_PAGE = 50
LISTED = 20
USUAL_MONTHS = 3
SHOWN_MONTHS = (1, 3, 6, 12, 24)
TABLES = {"duties": duty_table, "quotas": quota_table}


@require_safe
def clocks(request: HttpRequest) -> HttpResponse:
    """The board's own view of its clocks; a unit sees what is its own (A32, A66, A69)."""
    school, actor = school_or_404(), participant(request)
    units = units_for(school, actor)
    wanted = wanted_of(request.GET, units)
    found = clocks_page(school, actor, wanted, now())
    page = Paginator(found.duties, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "wanted": wanted,
        "months": wanted.months,
        "quotas": [quota_line(line, (today().year, today().month)) for line in found.quotas],
        "lists": work_lists(found),
        "page": page,
        "duties": [in_words(row) for row in page],
        "links": links(wanted),
        "options": options(units),
        "shown_months": SHOWN_MONTHS,
        "may_assign": bool(may_assign_duty(actor)),
        "is_board": actor.is_board,
        "own_units": actor.unit_ids,
        "today": today(),
        "unconfirmed": unconfirmed_years(school, [today(), *open_due_dates(found)]),
    }
    return render(request, "editorial/clocks/clocks.html", context)


@require_safe
def export(request: HttpRequest, table: str, kind: str) -> HttpResponse:
    """One of the two tables as a file, with the same filters as the page."""
    school, actor = school_or_404(), participant(request)
    if table not in TABLES or kind not in WRITERS:
        raise Http404
    found = clocks_page(school, actor, wanted_of(request.GET, units_for(school, actor)), now())
    return WRITERS[kind](TABLES[table](found))


def wanted_of(query: QueryDict, units: list[Unit]) -> Wanted:
    """What the address asks for; what makes no sense there falls back to last month, this and the next."""
    unit = query.get("unit", "")
    return Wanted(
        first=month_asked(query.get("month", "")) or month_before((today().year, today().month)),
        count=_count(query.get("months", "")),
        unit_id=next((row.pk for row in units if str(row.pk) == unit), None),
        kind=_code(choices.EVENT_KINDS, query.get("kind", "")),
        state=_code(choices.DUTY_STATES, query.get("state", "")),
        verdict=_code(choices.VERDICTS, query.get("verdict", "")),
    )


def month_asked(typed: str) -> Month | None:
    """The month "2026-10"; None for anything else, and far from our time."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", typed)
    month = (int(match[1]), int(match[2])) if match else (0, 0)
    return month if FIRST_YEAR < month[0] < LAST_YEAR and 1 <= month[1] <= 12 else None


def _count(typed: str) -> int:
    count = int(typed) if re.fullmatch("[0-9]{1,3}", typed) else USUAL_MONTHS
    return min(max(count, 1), MOST_MONTHS)


def _code(labels: choices.Labels, typed: str) -> str:
    return next((code.value for code in labels if code.value == typed), "")


def work_lists(found: ClocksPage) -> list[dict[str, Any]]:
    """The lists to act on, whatever the months: overdue, nobody named, to be written."""
    return [
        _work_list("overdue", found.overdue),
        _work_list("unassigned", found.unassigned),
        _work_list("to_write", found.to_write),
    ]


def open_due_dates(found: ClocksPage) -> list[datetime.date]:
    """The due dates on the page that may still move."""
    rows = [*found.overdue, *found.unassigned, *found.to_write, *found.duties]
    return [row.duty.due_on for row in rows if row.state not in SETTLED]


def _work_list(code: str, rows: list[DutyRow]) -> dict[str, Any]:
    return {
        "code": code,
        "count": len(rows),
        "rows": [in_words(row) for row in rows[:LISTED]],
        "more": max(0, len(rows) - LISTED),
    }


def links(wanted: Wanted) -> dict[str, str]:
    """Queries of the neighbouring months, of today's, and of what is shown now."""
    return {
        "before": _link(wanted, month_before(wanted.first, wanted.count)),
        "after": _link(wanted, month_before(wanted.first, -wanted.count)),
        "now": _link(wanted, month_before((today().year, today().month))),
        "here": _link(wanted, wanted.first),
    }


def _link(wanted: Wanted, first: Month) -> str:
    query = QueryDict(mutable=True)
    year, month = first
    query.update({"month": f"{year}-{month:02}", "months": str(wanted.count), "unit": str(wanted.unit_id or "")})
    query.update({"kind": wanted.kind, "state": wanted.state, "verdict": wanted.verdict})
    return query.urlencode()


def options(units: list[Unit]) -> dict[str, list[tuple[Any, Any]]]:
    """What the filters offer."""
    return {
        "units": [(unit.pk, unit.short_name) for unit in units],
        "kinds": choices.choices(choices.EVENT_KINDS),
        "states": choices.choices(choices.DUTY_STATES),
        "verdicts": choices.choices(choices.VERDICTS),
    }


__all__ = ["clocks", "export", "month_asked"]
