"""Who makes the public announcement of an event: a content app, which the board itself does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Announcer = Callable[..., Any]
"""Called with `event_id` and `user`; gives the page of the draft, the existing one when there is one."""

_announcers: list[Announcer] = []


def register(announcer: Announcer) -> None:
    """A content app says, when it is ready, that it announces events; once is enough."""
    if announcer not in _announcers:
        _announcers.append(announcer)


def can_announce() -> bool:
    """Whether any app announces events."""
    return bool(_announcers)


def announce(*, event_id: int, user: Any) -> Any:
    """The draft of an event's announcement, to be handed in as any article. Raises RuleRefused."""
    return _announcers[0](event_id=event_id, user=user)
