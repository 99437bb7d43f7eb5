"""Changes of the board itself, by the head and with a number, as in life."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from core.clock import today
from editorial import actions
from editorial.actions.board import appoint, end_appointment
from editorial.models import Charter
from school.models import BoardAppointment, Delegation

NUMBER = "12/QĐ-THPT"


def change_charter(cast: SimpleNamespace, **changes: Any) -> Charter:
    """The head changes the charter by a numbered decision."""
    return actions.change_charter(school=cast.school, user=cast.head, changes=changes, decision_number=NUMBER)


def leave_the_board(cast: SimpleNamespace, *names: str) -> None:
    """The posts of these people ended yesterday."""
    yesterday = today() - datetime.timedelta(days=1)
    for name in names:
        for row in BoardAppointment.objects.filter(user=getattr(cast, name)):
            end_appointment(appointment=row, user=cast.head, ends_on=yesterday)


def join_the_board(cast: SimpleNamespace, name: str, post: str, **details: Any) -> BoardAppointment:
    """A person takes a post today."""
    return appoint(
        school=cast.school,
        user=cast.head,
        person=getattr(cast, name),
        post=post,
        decision_number=NUMBER,
        decided_on=today(),
        starts_on=details.pop("starts_on", today()),
        **details,
    )


def delegate(cast: SimpleNamespace, to: str = "deputy2", **details: Any) -> Delegation:
    """The head lets somebody decide for him, from today for a week unless said otherwise."""
    first = details.pop("starts_on", today())
    return actions.delegate(
        school=cast.school,
        user=cast.head,
        given_to=getattr(cast, to),
        starts_on=first,
        ends_on=details.pop("ends_on", first + datetime.timedelta(days=7)),
        **details,
    )
