"""The facts of a school and a period as the rules count them, in a fixed number of queries."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Sequence

from core.clock import now as clock_now
from editorial.figure_providers import provided
from editorial.models.chain import Decision, EditorialRecord
from editorial.models.charter import Charter
from editorial.models.ledger import LedgerEntry
from editorial.models.takedown import Takedown, TakedownRequest
from editorial.reports.paper import Table
from editorial.rules.charter import CharterRules
from editorial.rules.figure_items import Bounds, ItemFact
from editorial.rules.figure_terms import ActLine, ItemKind, MemberLine, Part, ProvidedTable, key_of
from editorial.rules.figures import IncidentFact, ReportFacts, RequestFact
from editorial.rules.periods import ONE_DAY, Period
from editorial.rules.quotas import Month, QuotaItem, QuotaUsage, next_month, per_month_of, quota_rules, quota_usage
from editorial.rules.takedown import Asker
from editorial.rules.vocabulary import IN_CHAIN, Verb
from editorial.selectors.clocks import zone
from editorial.selectors.figure_duties import duties_of
from editorial.selectors.figure_lines import CLOSE_INCIDENT, OPEN_INCIDENT, SchoolLine, items_seen, school_lines
from school.models import BoardAppointment, School, Unit

MIDNIGHT = datetime.time.min


def bounds_of(period: Period, now: datetime.datetime | None = None) -> Bounds:
    """The period in the school's time zone, cut at `now` (the present) while it runs."""
    local = zone()
    since = datetime.datetime.combine(period.first_on, MIDNIGHT, tzinfo=local)
    until = datetime.datetime.combine(period.last_on + ONE_DAY, MIDNIGHT, tzinfo=local)
    return Bounds(since, max(since, min(until, now or clock_now())), period.first_on, period.last_on)


def rules_at(school: School, moment: datetime.datetime) -> CharterRules:
    """The charter's rules as they were at a moment; the first version before it was in force; one query."""
    versions = list(Charter.objects.filter(school=school).order_by("version"))
    begun = [row for row in versions if row.starts_at < moment]
    chosen = begun[-1:] or versions[:1]
    return chosen[0].rules if chosen else CharterRules()


def facts_of(school: School, period: Period, now: datetime.datetime | None = None) -> ReportFacts:
    """Everything a report is counted from."""
    bounds = bounds_of(period, now)
    rules = rules_at(school, bounds.until)
    units = list(Unit.objects.filter(school=school).order_by("sort_order", "name"))
    months = kept_months(school, period, bounds)
    lines = school_lines(school, bounds)
    seen = items_seen(school, bounds, first_moment(bounds, months), lines)
    duties = duties_of(school, seen.items, lines, rules, bounds)
    wrote = {item.head.unit_id for item in seen.items} | {duty.unit_id for duty in duties}
    begun, ended, members = _members(school, bounds)
    return ReportFacts(
        zone=zone(),
        as_of=bounds.until.astimezone(datetime.UTC),
        items=seen.items,
        duties=duties,
        quotas=_quotas(school, units, seen.items, months, rules, bounds),
        requests=_requests(school, bounds),
        incidents=_incidents(lines, bounds),
        refusals=_refusals(school, bounds, seen.items),
        removals=_removals(school, bounds),
        members=members,
        begun=begun,
        ended=ended,
        names={**{key_of(Part.UNIT, unit.pk): unit.name for unit in units}, **seen.names},
        order=tuple(key_of(Part.UNIT, unit.pk) for unit in units if unit.is_active or unit.pk in wrote),
        provided=tuple(_as_provided(name, table) for name, table in provided(school, period)),
    )


def first_moment(bounds: Bounds, months: Sequence[Month]) -> datetime.datetime:
    """From when on a line matters: the period's begin, or that of the first month of the quota."""
    firsts = [datetime.datetime(*month, 1, tzinfo=zone()) for month in months]
    return min([bounds.since, *firsts])


def quota_months(period: Period) -> list[Month]:
    """The calendar months whose last day lies in the period: a month is reported once it is over."""
    month = (period.first_on.year, period.first_on.month)
    found = []
    while (last := _last_day(month)) <= period.last_on:
        if last >= period.first_on:
            found.append(month)
        month = next_month(month)
    return found


def kept_months(school: School, period: Period, bounds: Bounds) -> list[Month]:
    """Its months for the quota, without those that were over before the school's first ledger line (who had no
    portal to post on owed nothing there) and, while it runs, without those that have not begun.
    """
    first, today = first_line_at(school), _local_day(bounds.until)
    kept = [month for month in quota_months(period) if month <= (today.year, today.month)]
    return [month for month in kept if first and _last_day(month) >= _local_day(first)]


def first_line_at(school: School) -> datetime.datetime | None:
    """From when on the school's ledger was kept; None where there is none."""
    return LedgerEntry.objects.filter(school_id=school.pk).order_by("at").values_list("at", flat=True).first()


def _last_day(month: Month) -> datetime.date:
    return datetime.date(*month, calendar.monthrange(*month)[1])


def _quotas(
    school: School,
    units: Iterable[Unit],
    items: Iterable[ItemFact],
    months: Sequence[Month],
    rules: CharterRules,
    bounds: Bounds,
) -> list[QuotaUsage]:
    """Each unit's months, as they stood at the end of the period. A closed unit counts where it wrote something."""
    counted = quota_rules(rules)
    co_units = _co_units(school) if counted.counts_co_units else {}
    by_unit: dict[int, list[QuotaItem]] = {}
    for item in items:
        if item.head.kind is ItemKind.ARTICLE and item.handed_in_at:
            quota_item = _quota_item(item, frozenset(co_units.get(item.head.record_id, ())))
            for unit_id in {item.head.unit_id, *quota_item.co_unit_ids}:
                by_unit.setdefault(unit_id, []).append(quota_item)
    today = bounds.until.astimezone(zone()).date()
    owing = [(unit.pk, per_month_of(unit.kind, counted)) for unit in units if unit.is_active or unit.pk in by_unit]
    return [
        quota_usage(unit_id, count, month, by_unit.get(unit_id, ()), counted, today, zone())
        for unit_id, count in owing
        if count
        for month in months
    ]


def _co_units(school: School) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    pairs = EditorialRecord.co_units.through.objects.filter(editorialrecord__school=school)
    for record_id, unit_id in pairs.values_list("editorialrecord_id", "unit_id"):
        found.setdefault(record_id, set()).add(unit_id)
    return found


def _quota_item(item: ItemFact, co_unit_ids: frozenset[int]) -> QuotaItem:
    assert item.handed_in_at is not None
    return QuotaItem(
        record_id=item.head.record_id,
        unit_id=item.head.unit_id,
        handed_in_on=item.handed_in_at.astimezone(zone()).date(),
        posted_at=item.posted_at,
        co_unit_ids=co_unit_ids,
        taken_down_for_fault=item.is_faulty,
        is_with_board=item.work in IN_CHAIN,
    )


def _requests(school: School, bounds: Bounds) -> list[RequestFact]:
    """Visitors' requests that were open in the period."""
    rows = TakedownRequest.objects.filter(record__school=school, asker=Asker.VISITOR, asked_at__lt=bounds.until)
    values = rows.order_by("pk").values_list("pk", "record_id", "record__unit_id", "asked_at", "decided_at")
    return [
        RequestFact(
            pk,
            record_id,
            unit_id,
            is_received=bounds.holds(asked_at),
            is_answered=bounds.holds(decided_at),
            is_open=not bounds.had(decided_at),
            received_at=asked_at,
            answered_at=decided_at if bounds.had(decided_at) else None,
        )
        for pk, record_id, unit_id, asked_at, decided_at in values
        if decided_at is None or decided_at >= bounds.since
    ]


def _incidents(lines: Iterable[SchoolLine], bounds: Bounds) -> list[IncidentFact]:
    return [
        IncidentFact(
            line.facts.get("incident", 0),
            line.facts.get("unit"),
            line.action == OPEN_INCIDENT,
            line.at,
            line.facts.get("record"),
        )
        for line in lines
        if line.action in {OPEN_INCIDENT, CLOSE_INCIDENT} and bounds.holds(line.at)
    ]


def _refusals(school: School, bounds: Bounds, items: Iterable[ItemFact]) -> tuple[ActLine, ...]:
    """The refusals that stood at the end, with who decided them as it was written down then."""
    standing = {item.head.record_id: item for item in items if item.refused_at}
    rows = Decision.objects.filter(
        record__school=school, act=Verb.REFUSE, decided_at__gte=bounds.since, decided_at__lt=bounds.until
    ).order_by("decided_at", "pk")
    values = rows.values_list("record_id", "record__title", "ground", "actor_name", "decided_at")
    found: dict[int, ActLine] = {}
    for record_id, title, ground, name, at in values:
        if record_id in standing:
            unit_id = standing[record_id].head.unit_id
            found.pop(record_id, None)
            found[record_id] = ActLine(record_id, Verb.REFUSE.value, title, unit_id, ground, name, _local_day(at))
    return tuple(found.values())


def _removals(school: School, bounds: Bounds) -> tuple[ActLine, ...]:
    """What was taken down in the period: each page, picture and file once, by the last decision."""
    rows = Takedown.objects.filter(
        record__school=school, decided_at__gte=bounds.since, decided_at__lt=bounds.until
    ).order_by("decided_at", "pk")
    values = rows.values_list(
        "record_id", "name", "record__title", "record__unit_id", "ground", "actor_name", "decided_at"
    )
    found: dict[tuple[int, str], ActLine] = {}
    for record_id, name, title, unit_id, ground, who, at in values:
        found.pop((record_id, name), None)
        found[record_id, name] = ActLine(record_id, _removal(name), title, unit_id, ground, who, _local_day(at))
    return tuple(found.values())


def _removal(name: str) -> str:
    return (Verb.REMOVE_FILE if name else Verb.TAKE_DOWN).value


def _local_day(at: datetime.datetime) -> datetime.date:
    return at.astimezone(zone()).date()


Members = tuple[MemberLine, ...]


def _members(school: School, bounds: Bounds) -> tuple[Members, Members, Members]:
    """Whose post began in the period, whose ended, and who holds one on its last day."""
    first, last = bounds.first_on, max(bounds.first_on, _local_day(bounds.until - datetime.timedelta(microseconds=1)))
    rows = BoardAppointment.objects.filter(school=school, starts_on__lte=last).select_related("user")
    order = [post.value for post in BoardAppointment.Post]
    ordered = sorted(rows, key=lambda row: (order.index(row.post), not row.is_content_deputy, row.starts_on, row.pk))
    held = [row for row in ordered if row.ends_on is None or row.ends_on >= first]
    return (
        _member_lines(row for row in held if row.starts_on >= first),
        _member_lines(row for row in held if row.ends_on is not None and row.ends_on <= last),
        _member_lines(row for row in held if row.ends_on is None or row.ends_on >= last),
    )


def _member_lines(rows: Iterable[BoardAppointment]) -> Members:
    return tuple(
        MemberLine(row.user.get_full_name(), row.post, row.decision_number, row.starts_on, row.ends_on) for row in rows
    )


def _as_provided(name: str, table: Table) -> ProvidedTable:
    return ProvidedTable(
        code=name,
        caption=table.caption,
        headings=tuple(column.heading for column in table.columns),
        kinds=tuple(column.kind.value for column in table.columns),
        rows=table.rows,
        total=table.total,
        note=table.note,
    )
