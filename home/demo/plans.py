"""The shape of the demonstration's diary: events, themes and plans. Frozen facts, no framework."""

import datetime
from dataclasses import dataclass

from editorial.rules.clock_terms import EventKind


@dataclass(frozen=True)
class DemoEvent:
    """An event of the school's diary, with or without an article that reports on it.

    `ended_days_ago` counts days before today; negative, and it is still to come. `lasts_days`
    counts its days. `units` take part besides the unit of the article; `assigned_to` is the unit a
    deputy names where the duty table names none. `is_past_due` puts it so much farther back that its
    due date is over. `moved_by_days`: it was entered so many days earlier than it takes place.
    `waived_why`, `cancelled_why`: the board's reason. `uid`: from the weekly schedule. `announced`:
    the announcement's summary, where the public is told; the article's unit writes it, or `assigned_to`.
    """

    title: str
    kind: EventKind
    ended_days_ago: int
    place: str = ""
    starts_time: datetime.time | None = None
    ends_time: datetime.time | None = None
    lasts_days: int = 1
    units: tuple[str, ...] = ()
    assigned_to: str = ""
    is_past_due: bool = False
    moved_by_days: int = 0
    waived_why: str = ""
    cancelled_why: str = ""
    uid: str = ""
    announced: str = ""


@dataclass(frozen=True)
class DemoPlanned:
    """An item the board plans: `in_days` from today, or what came of it, the key of its article."""

    title: str
    unit: str
    writer: str = ""
    in_days: int = 0
    article: str = ""


@dataclass(frozen=True)
class DemoTheme:
    """A line of the board's editorial calendar that runs through a term or a whole school year."""

    title: str
    note: str
    planned: tuple[DemoPlanned, ...] = ()


@dataclass(frozen=True)
class DemoDiary:
    """What the school does and plans besides the articles.

    `month_themes`: twelve titles, from January on; `planned` items stand under the theme of their month.
    """

    events: tuple[DemoEvent, ...]
    month_themes: tuple[str, ...]
    planned: tuple[DemoPlanned, ...]
    term_theme: DemoTheme
    year_theme: DemoTheme
