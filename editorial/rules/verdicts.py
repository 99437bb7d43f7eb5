"""Whether an item about an event came in time, and whose delay it was (Đ14.1, domain/clocks.md §5.2)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from enum import StrEnum

from editorial.rules.charter import CharterRules
from editorial.rules.deadlines import ONE_DAY, is_on_time

Value = datetime.date | datetime.datetime | datetime.timedelta | int


class Verdict(StrEnum):
    """What became of the duty to write about an event."""

    ON_TIME = "on_time"
    LATE_UNIT = "late_unit"
    LATE_BOARD = "late_board"
    LATE_POSTING = "late_posting"
    LATE_RETURNED = "late_returned"
    NO_ITEM = "no_item"
    OPEN = "open"


LATE = frozenset({Verdict.LATE_UNIT, Verdict.LATE_BOARD, Verdict.LATE_POSTING, Verdict.LATE_RETURNED})


@dataclasses.dataclass(frozen=True, slots=True)
class VerdictFacts:
    """What happened with the item of one event. Dates are local, moments aware, in any zone.

    due: the due date in force; ended_on: the event's last day; cleared_at: the release by the last
    deciding stage; forwarded_at: edited and sent to the deciders; returned_count: returns to the
    unit; time_with_unit: how long the item lay with the unit after its returns.
    """

    due: datetime.date
    ended_on: datetime.date
    first_handed_in_at: datetime.datetime | None = None
    cleared_at: datetime.datetime | None = None
    first_published_at: datetime.datetime | None = None
    returned_count: int = 0
    time_with_unit: datetime.timedelta = datetime.timedelta(0)
    forwarded_at: datetime.datetime | None = None


def verdict(facts: VerdictFacts, charter: CharterRules, now: datetime.datetime, zone: datetime.tzinfo) -> Verdict:
    """The verdict at `now`; the first of these that holds.

    1. posted before the due date ended (24:00 local time): on time, whatever came between;
    2. not posted and the due date has not ended: open;
    3. nothing was handed in: no item;
    4. released before the due date ended: late, approved in time but posted late;
    5. handed in after the unit's step (`handing_in_days` after the event): late, handed in late;
    6. returned, and in time if the unit's days after the returns are left out: returned in between;
    7. otherwise: late, decided late by the board.

    Steps are calendar days that never move: they say whose delay it was, not whether it was one.
    An item that is late and not posted yet has the verdict it would have if it were posted at `now`.
    """
    posted_at = facts.first_published_at or now
    if is_on_time(posted_at, facts.due, zone):
        return Verdict.ON_TIME if facts.first_published_at else Verdict.OPEN
    if facts.first_handed_in_at is None and facts.first_published_at is None:
        return Verdict.NO_ITEM
    return _whose_delay(facts, charter, posted_at, zone)


def _whose_delay(
    facts: VerdictFacts, charter: CharterRules, posted_at: datetime.datetime, zone: datetime.tzinfo
) -> Verdict:
    if facts.cleared_at is not None and is_on_time(facts.cleared_at, facts.due, zone):
        return Verdict.LATE_POSTING
    if not _in_step(facts.first_handed_in_at, facts.ended_on, charter.handing_in_days, zone):
        return Verdict.LATE_UNIT
    if facts.returned_count and is_on_time(posted_at - facts.time_with_unit, facts.due, zone):
        return Verdict.LATE_RETURNED
    return Verdict.LATE_BOARD


def _in_step(at: datetime.datetime | None, ended_on: datetime.date, days: int, zone: datetime.tzinfo) -> bool:
    """Whether a step was done by the end of so many days after the event; what was never done was not."""
    return at is not None and is_on_time(at, ended_on + ONE_DAY * days, zone)


class Fact(StrEnum):
    """The facts a verdict is explained by; the edge turns each into a sentence."""

    ENDED = "ended"
    DUE = "due"
    HANDED_IN = "handed_in"
    HANDED_IN_LATE = "handed_in_late"
    NOT_HANDED_IN = "not_handed_in"
    EDITED = "edited"
    EDITED_LATE = "edited_late"
    RETURNED = "returned"
    CLEARED = "cleared"
    CLEARED_LATE = "cleared_late"
    NOT_CLEARED = "not_cleared"
    POSTED = "posted"
    POSTED_LATE = "posted_late"
    NOT_POSTED = "not_posted"


Said = list[tuple[Fact, Mapping[str, Value]]]
Explanation = tuple[tuple[Fact, Mapping[str, Value]], ...]


def explain(facts: VerdictFacts, charter: CharterRules, now: datetime.datetime, zone: datetime.tzinfo) -> Explanation:
    """Why the verdict is what it is: facts in the order they happened, each with what fills its sentence.

    `on` is a date, `at` a moment in `zone`, `count` a number of returns, `time` how long the unit had
    the item after them. What has not happened yet is said only once the due date has ended.
    """
    hands, edits = charter.handing_in_days, charter.editing_days
    said: Said = [
        (Fact.ENDED, {"on": facts.ended_on}),
        (Fact.DUE, {"on": facts.due}),
        *_step(facts.first_handed_in_at, facts, hands, zone, (Fact.HANDED_IN, Fact.HANDED_IN_LATE)),
        *_step(facts.forwarded_at, facts, edits, zone, (Fact.EDITED, Fact.EDITED_LATE)),
        *_returns(facts),
        *_by_due(facts.cleared_at, facts, zone, (Fact.CLEARED, Fact.CLEARED_LATE)),
        *_by_due(facts.first_published_at, facts, zone, (Fact.POSTED, Fact.POSTED_LATE)),
    ]
    if not is_on_time(now, facts.due, zone):
        said += _what_is_missing(facts)
    return tuple(said)


def _step(
    at: datetime.datetime | None,
    facts: VerdictFacts,
    days: int,
    zone: datetime.tzinfo,
    words: tuple[Fact, Fact],
) -> Said:
    if at is None:
        return []
    in_time, late = words
    return [(in_time if _in_step(at, facts.ended_on, days, zone) else late, {"at": at.astimezone(zone)})]


def _by_due(at: datetime.datetime | None, facts: VerdictFacts, zone: datetime.tzinfo, words: tuple[Fact, Fact]) -> Said:
    if at is None:
        return []
    in_time, late = words
    return [(in_time if is_on_time(at, facts.due, zone) else late, {"at": at.astimezone(zone)})]


def _returns(facts: VerdictFacts) -> Said:
    if not facts.returned_count:
        return []
    return [(Fact.RETURNED, {"count": facts.returned_count, "time": facts.time_with_unit})]


def _what_is_missing(facts: VerdictFacts) -> Said:
    """The first step that never came; a posted item lacks nothing."""
    if facts.first_published_at is not None:
        return []
    if facts.first_handed_in_at is None:
        return [(Fact.NOT_HANDED_IN, {})]
    return [(Fact.NOT_CLEARED if facts.cleared_at is None else Fact.NOT_POSTED, {})]
