"""Events as people read them: when, where from."""

from __future__ import annotations

import datetime

from core.written_dates import written_day
from editorial.models import choices
from editorial.models.clocks import Event


def when(event: Event) -> str:
    """ "16/11/2026", "07:30, 16/11/2026", "16/11/2026 – 18/11/2026", with the times that are known."""
    if event.starts_on == event.ends_on:
        times = " – ".join(_time(value) for value in (event.starts_time, event.ends_time) if value)
        return f"{times}, {written_day(event.starts_on)}" if times else written_day(event.starts_on)
    return f"{_moment(event.starts_time, event.starts_on)} – {_moment(event.ends_time, event.ends_on)}"


def _moment(time: datetime.time | None, day: datetime.date) -> str:
    return f"{_time(time)}, {written_day(day)}" if time else written_day(day)


def _time(value: datetime.time) -> str:
    return value.strftime("%H:%M")


def kind_label(event: Event) -> str:
    """The kind of event in words."""
    return choices.label(choices.EVENT_KINDS, event.kind)
