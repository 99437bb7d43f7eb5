"""What the figures of a report are called and how one figure is kept; each is defined in `docs/figures.md`."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from enum import StrEnum

from editorial.rules.periods import Period
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import WorkState

FIGURES_VERSION = 1
"""The shape of frozen figures; `figure_json.from_json` reads every version there ever was."""


class Measure(StrEnum):
    """What a figure counts in."""

    COUNT = "count"
    SHARE = "share"
    HOURS = "hours"


class FigureCode(StrEnum):
    """Every figure of a report. A key narrows it: "unit:3", "kind:article", "class:ordinary", "ground:…"."""

    HANDED_IN = "handed_in"
    POSTED = "posted"
    UPDATED = "updated"
    RETURNED = "returned"
    RETURNS = "returns"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    TAKEN_DOWN = "taken_down"
    FILES_REMOVED = "files_removed"
    HIDDEN = "hidden"
    RESTORED = "restored"
    IN_PROGRESS = "in_progress"
    WITH_UNIT = "with_unit"
    DUTIES = "duties"
    ON_TIME = "on_time"
    LATE = "late"
    ON_TIME_RATE = "on_time_rate"
    WAIVED = "waived"
    OPEN_DUTIES = "open_duties"
    HOURS_MEDIAN = "hours_median"
    HOURS_P90 = "hours_p90"
    HOURS_COUNT = "hours_count"
    QUOTA_OWED = "quota_owed"
    QUOTA_POSTED = "quota_posted"
    QUOTA_MONTHS = "quota_months"
    QUOTA_MET = "quota_met"
    QUOTA_RATE = "quota_rate"
    CORRECTIONS = "corrections"
    INCIDENTS_OPENED = "incidents_opened"
    INCIDENTS_CLOSED = "incidents_closed"
    REQUESTS_RECEIVED = "requests_received"
    REQUESTS_ANSWERED = "requests_answered"
    REQUESTS_OPEN = "requests_open"
    MEMBERS = "members"
    MEMBERS_BEGUN = "members_begun"
    MEMBERS_ENDED = "members_ended"


_SHARES = frozenset({FigureCode.ON_TIME_RATE, FigureCode.QUOTA_RATE})
_HOURS = frozenset({FigureCode.HOURS_MEDIAN, FigureCode.HOURS_P90})

CODES: Mapping[str, Measure] = {
    code.value: Measure.SHARE if code in _SHARES else Measure.HOURS if code in _HOURS else Measure.COUNT
    for code in FigureCode
}
"""Every code with what it counts in; `figure_words.FIGURE_TITLES` has the titles people read."""


class Part(StrEnum):
    """The kinds of key: what stands before the colon."""

    UNIT = "unit"
    CATEGORY = "category"
    KIND = "kind"
    CLASS = "class"
    GROUND = "ground"
    STATE = "state"
    VERDICT = "verdict"
    STAGE = "stage"
    DUE = "due"


class ItemKind(StrEnum):
    """What an item is: an article, the announcement of an event, an urgent notice, a document of the register,
    a page that stands (guidance, a recognised work, a list of links) and is no news.
    """

    ARTICLE = "article"
    ANNOUNCEMENT = "announcement"
    NOTICE = "notice"
    DOCUMENT = "document"
    STANDING = "standing"


class Step(StrEnum):
    """Where an item's time goes. `whole` runs from the first handing in to the first posting."""

    EDITING = "editing"
    EDITOR = "editor"
    DEPUTY = "deputy"
    HEAD = "head"
    POSTING = "posting"
    UNIT = "unit"
    WHOLE = "whole"


STEP_OF: Mapping[WorkState, Step] = {
    WorkState.SUBMITTED: Step.EDITING,
    WorkState.IN_EDITING: Step.EDITING,
    WorkState.AWAITING_EDITOR: Step.EDITOR,
    WorkState.AWAITING_DEPUTY: Step.DEPUTY,
    WorkState.AWAITING_HEAD: Step.HEAD,
    WorkState.APPROVED: Step.POSTING,
    WorkState.SCHEDULED: Step.POSTING,
    WorkState.RETURNED: Step.UNIT,
}


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """One number. A share also says of how many; None where there is nothing to divide by."""

    value: int | float | None
    numerator: int | None = None
    denominator: int | None = None


NOTHING = Figure(0)


def key_of(part: Part, value: object) -> str:
    """The key of a part: "unit:3"."""
    return f"{part.value}:{value}"


def value_of(key: str) -> str:
    """What stands after the colon of a key."""
    return key.partition(":")[2]


@dataclasses.dataclass(frozen=True, slots=True)
class EventLine:
    """One duty of the period: the event's last day, the due date, the posting, the unit and the verdict."""

    duty_id: int
    record_id: int | None
    title: str
    ended_on: datetime.date
    due_on: datetime.date
    posted_on: datetime.date | None
    unit_id: int | None
    verdict: Verdict


@dataclasses.dataclass(frozen=True, slots=True)
class ActLine:
    """A refusal, a take-down or a file taken away: what, on which ground, by whom and when (local day)."""

    record_id: int
    act: str
    title: str
    unit_id: int
    ground: str
    decided_by: str
    decided_on: datetime.date


@dataclasses.dataclass(frozen=True, slots=True)
class MemberLine:
    """A post of the board: who, by which decision, from when until when."""

    name: str
    post: str
    decision_number: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class ProvidedTable:
    """Figures of another app as it handed them in. `kinds` are `reports.paper.Kind` codes, one a column."""

    code: str
    caption: str
    headings: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: tuple[tuple[str | int | float | datetime.date | datetime.datetime | None, ...], ...]
    total: tuple[str | int | float | datetime.date | datetime.datetime | None, ...] | None = None
    note: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class ReportFigures:
    """The figures of one period, as they stood at its end.

    zone: name of the school's time zone; as_of: the moment up to which facts were counted (aware,
    the period's end or, while it runs, the moment of counting). values: code to key to figure; the
    key "" is the whole, and the keys of one part add up to it. names: what the keys are called,
    as they were called in the period; order: unit keys as the school lists its units.
    """

    period: Period
    zone: str
    as_of: datetime.datetime
    values: Mapping[str, Mapping[str, Figure]]
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    order: tuple[str, ...] = ()
    events: tuple[EventLine, ...] = ()
    refusals: tuple[ActLine, ...] = ()
    removals: tuple[ActLine, ...] = ()
    members: tuple[MemberLine, ...] = ()
    begun: tuple[MemberLine, ...] = ()
    ended: tuple[MemberLine, ...] = ()
    provided: tuple[ProvidedTable, ...] = ()
    version: int = FIGURES_VERSION

    def of(self, code: str, key: str = "") -> Figure:
        """A figure; 0 for a count nobody recorded, None for a share or a time nobody recorded."""
        missing = NOTHING if CODES[code] is Measure.COUNT else Figure(None)
        return self.values.get(code, {}).get(key, missing)

    def count(self, code: str, key: str = "") -> int:
        """The value of a count."""
        return int(self.of(code, key).value or 0)

    def keys(self, code: str, part: Part) -> list[str]:
        """The keys of one part under which a figure is kept."""
        return [key for key in self.values.get(code, {}) if key.startswith(f"{part.value}:")]


@dataclasses.dataclass(frozen=True, slots=True)
class Compared:
    """One headline figure now, in the period before and a year ago; None where nothing was kept then."""

    code: str
    now: int | float | None
    before: int | float | None
    year_ago: int | float | None
    key: str = ""

    @property
    def since_before(self) -> int | float | None:
        """How much it changed since the period before."""
        return _difference(self.now, self.before)

    @property
    def since_year_ago(self) -> int | float | None:
        """How much it changed in a year."""
        return _difference(self.now, self.year_ago)


def _difference(now: int | float | None, then: int | float | None) -> int | float | None:
    if now is None or then is None:
        return None
    return round(now - then, 4)


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """The headline figures beside those of the period before and of the same period a year ago.

    before, year_ago: the periods; None where the school has none such, or kept no ledger then.
    """

    rows: tuple[Compared, ...]
    before: Period | None = None
    year_ago: Period | None = None
