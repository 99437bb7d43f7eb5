"""The rows behind each figure of a report: the same facts that were counted, listed."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from django.utils.translation import gettext as _

from editorial.figure_words import REMOVED_ACCOUNT, figure_title, key_title
from editorial.models import choices
from editorial.reports.paper import Column, Kind, Table, Value
from editorial.rules.figure_duties import DutyFact
from editorial.rules.figure_items import Done, ItemFact
from editorial.rules.figure_terms import FigureCode, MemberLine, Part, Step, key_of, value_of
from editorial.rules.figures import Count, ReportFacts, RequestFact, duty_counts, in_hours, item_counts
from editorial.rules.quotas import QuotaState, QuotaUsage
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import Verb
from school.models import User

ACT_OF: Mapping[FigureCode, Verb] = {
    FigureCode.HANDED_IN: Verb.HAND_IN,
    FigureCode.UPDATED: Verb.POST,
    FigureCode.CORRECTIONS: Verb.POST,
    FigureCode.RETURNED: Verb.RETURN,
    FigureCode.WITHDRAWN: Verb.WITHDRAW,
    FigureCode.REFUSED: Verb.REFUSE,
    FigureCode.TAKEN_DOWN: Verb.TAKE_DOWN,
    FigureCode.FILES_REMOVED: Verb.REMOVE_FILE,
    FigureCode.HIDDEN: Verb.HIDE,
    FigureCode.RESTORED: Verb.RESTORE,
}
HOURS = frozenset({FigureCode.HOURS_COUNT, FigureCode.HOURS_MEDIAN, FigureCode.HOURS_P90})
DUTIES = frozenset({FigureCode.DUTIES, FigureCode.ON_TIME, FigureCode.LATE, FigureCode.WAIVED, FigureCode.OPEN_DUTIES})
QUOTAS = frozenset(
    {
        FigureCode.QUOTA_OWED,
        FigureCode.QUOTA_POSTED,
        FigureCode.QUOTA_MONTHS,
        FigureCode.QUOTA_MET,
        FigureCode.QUOTA_RATE,
    }
)
REQUESTS: Mapping[FigureCode, Callable[[RequestFact], bool]] = {
    FigureCode.REQUESTS_RECEIVED: lambda row: row.is_received,
    FigureCode.REQUESTS_ANSWERED: lambda row: row.is_answered,
    FigureCode.REQUESTS_OPEN: lambda row: row.is_open,
}
INCIDENTS = {FigureCode.INCIDENTS_OPENED: True, FigureCode.INCIDENTS_CLOSED: False}
MEMBERS = {
    FigureCode.MEMBERS: "members",
    FigureCode.MEMBERS_BEGUN: "begun",
    FigureCode.MEMBERS_ENDED: "ended",
}
Rows = list[tuple[Value, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class Behind:
    """What is listed: the columns after the record's number, the rows, and what they add up to where they do."""

    columns: Sequence[Column]
    rows: Rows
    total: tuple[Value, ...] | None = None


def table_behind(facts: ReportFacts, code: FigureCode, key: str) -> Table:
    """The rows behind one figure; one query for the names of people, where the rows name any."""
    found = _behind(facts, code, key)
    number = Column(_("Item number"), Kind.COUNT)
    title = figure_title(code, key, facts.names)
    return Table(code.value, title, (number, *found.columns), tuple(found.rows), found.total)


def _behind(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    if code in HOURS:
        return _hours(facts, key)
    if code in DUTIES or code is FigureCode.ON_TIME_RATE:
        return _duties(facts, code, key)
    if code in QUOTAS:
        return _quotas(facts, code, key)
    if code in REQUESTS:
        return _requests(facts, code, key)
    if code in INCIDENTS:
        return _incidents(facts, code, key)
    if code in MEMBERS:
        return _members(getattr(facts, MEMBERS[code]))
    return _items(facts, code, key)


def _times(counts: Iterable[Count], code: FigureCode, key: str) -> int:
    """How often something is counted in a figure."""
    return sum(counted is code and key in ("", *keys) for counted, keys in counts)


def _unit(facts: ReportFacts, unit_id: int | None) -> str:
    return key_title(key_of(Part.UNIT, unit_id or 0), facts.names)


def _items(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    columns = (Column(_("Item")), Column(_("Unit")), Column(_("When"), Kind.MOMENT), Column(_("Who")))
    listed = [(item, times) for item in facts.items if (times := _times(item_counts(item), code, key))]
    acts = [(item, done) for item, times in listed for done in _done(item, code, key, times)]
    people = _people(done[1] for _item, done in acts if done)
    return Behind(
        (*columns, Column(_("Ground"))),
        [
            (
                item.head.record_id,
                item.head.title,
                _unit(facts, item.head.unit_id),
                done[0].astimezone(facts.zone) if done else None,
                people.get(done[1]) if done else None,
                _ground(item, code),
            )
            for item, done in acts
        ],
    )


def _done(item: ItemFact, code: FigureCode, key: str, times: int) -> list[Done | None]:
    """When and by whom, once for each time the item is counted."""
    if code is FigureCode.RETURNS:
        return list(item.returns)
    if code is FigureCode.POSTED:
        return [item.done.get(Verb.POST) or item.done.get(Verb.URGENT_POST)]
    verb = ACT_OF.get(code)
    return [item.done.get(verb) if verb else None] * times


def _ground(item: ItemFact, code: FigureCode) -> str | None:
    ground = {
        FigureCode.REFUSED: item.refused_ground,
        FigureCode.TAKEN_DOWN: item.taken_down_ground,
        FigureCode.HIDDEN: item.hidden_ground,
        FigureCode.FILES_REMOVED: ", ".join(sorted(set(item.removed.values()))),
    }.get(code)
    return key_title(key_of(Part.GROUND, ground), {}) if ground else None


def _people(ids: Iterable[int | None]) -> dict[int | None, str]:
    """Names of accounts; an account that is gone keeps its number."""
    wanted = {pk for pk in ids if pk is not None}
    known = {user.pk: user.get_full_name() for user in User.objects.filter(pk__in=wanted)}
    return {pk: known.get(pk) or str(REMOVED_ACCOUNT) % {"number": pk} for pk in wanted}


def _hours(facts: ReportFacts, key: str) -> Behind:
    columns = (Column(_("Item")), Column(_("Unit")), Column(_("Hours"), Kind.HOURS))
    wanted = [Step(value_of(key))] if value_of(key) in set(Step) else []
    rows: Rows = [
        (item.head.record_id, item.head.title, _unit(facts, item.head.unit_id), in_hours(item.seconds[step]))
        for step in wanted
        for item in facts.items
        if step in item.seconds
    ]
    return Behind(columns, rows)


def _duties(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    columns = (
        Column(_("Event")),
        Column(_("Unit")),
        Column(_("Last day"), Kind.DAY),
        Column(_("Due"), Kind.DAY),
        Column(_("Posted"), Kind.DAY),
        Column(_("Result")),
    )
    codes = [FigureCode.ON_TIME, FigureCode.LATE] if code is FigureCode.ON_TIME_RATE else [code]
    listed = [duty for duty in facts.duties if any(_times(duty_counts(duty), one, key) for one in codes)]
    return Behind(columns, [_duty_row(facts, duty) for duty in listed])


def _duty_row(facts: ReportFacts, duty: DutyFact) -> tuple[Value, ...]:
    posted_on = duty.posted_at.astimezone(facts.zone).date() if duty.posted_at else None
    said = choices.label(choices.VERDICTS, Verdict(duty.verdict))
    return (
        duty.record_id,
        duty.head.title,
        _unit(facts, duty.unit_id),
        duty.ended_on,
        duty.due_on,
        posted_on,
        said,
    )


def _quotas(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    columns = (
        Column(_("Unit")),
        Column(_("Month"), Kind.DAY),
        Column(_("Owed"), Kind.COUNT),
        Column(_("Posted"), Kind.COUNT),
        Column(_("Result")),
    )
    listed = [row for row in facts.quotas if key in ("", key_of(Part.UNIT, row.unit_id)) and _is_behind(row, code)]
    rows: Rows = [
        (
            None,
            _unit(facts, row.unit_id),
            datetime.date(*row.month, 1),
            row.owed,
            row.published,
            choices.label(choices.QUOTA_STATES, row.state),
        )
        for row in listed
    ]
    total = (None, _("Total"), "", sum(row.owed for row in listed), sum(row.published for row in listed), "")
    return Behind(columns, rows, total if rows else None)


def _is_behind(usage: QuotaUsage, code: FigureCode) -> bool:
    if code is FigureCode.QUOTA_MET:
        return usage.state is QuotaState.MET
    if code is FigureCode.QUOTA_POSTED:
        return usage.published > 0
    return usage.state is not QuotaState.NOT_COUNTED


def _requests(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    columns = (
        Column(_("Request number"), Kind.COUNT),
        Column(_("Unit")),
        Column(_("Received"), Kind.MOMENT),
        Column(_("Answered"), Kind.MOMENT),
    )
    listed = [row for row in facts.requests if key in ("", key_of(Part.UNIT, row.unit_id)) and REQUESTS[code](row)]
    rows: Rows = [
        (
            row.record_id,
            row.request_id,
            _unit(facts, row.unit_id),
            row.received_at.astimezone(facts.zone),
            row.answered_at.astimezone(facts.zone) if row.answered_at else None,
        )
        for row in listed
    ]
    return Behind(columns, rows)


def _incidents(facts: ReportFacts, code: FigureCode, key: str) -> Behind:
    columns = (Column(_("Incident number"), Kind.COUNT), Column(_("Unit")), Column(_("When"), Kind.MOMENT))
    rows: Rows = [
        (row.record_id, row.incident_id, _unit(facts, row.unit_id), row.at.astimezone(facts.zone))
        for row in facts.incidents
        if row.is_opening is INCIDENTS[code] and key in ("", key_of(Part.UNIT, row.unit_id or 0))
    ]
    return Behind(columns, rows)


def _members(lines: Iterable[MemberLine]) -> Behind:
    columns = (
        Column(_("Name")),
        Column(_("Post")),
        Column(_("Decision number")),
        Column(_("From"), Kind.DAY),
        Column(_("Until"), Kind.DAY),
    )
    rows: Rows = [
        (None, row.name, choices.label(choices.POSTS, row.post), row.decision_number, row.starts_on, row.ends_on)
        for row in lines
    ]
    return Behind(columns, rows)
