"""Wagtail's groups follow from units and posts in force today."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import Group
from django.db.models import QuerySet

from school.group_names import BOARD_GROUP, unit_group_name
from school.models import BoardAppointment, Delegation, School, Unit, UnitMembership, User

__all__ = ["BOARD_GROUP", "sync_groups", "unit_group_name"]


def sync_groups(school: School, on: datetime.date) -> None:
    """Make every group hold exactly the people it should on the day `on`; safe to repeat."""
    board = BoardAppointment.objects.in_force(on).filter(school=school).values("user_id")
    acting = Delegation.objects.in_force(on).filter(school=school).values("given_to_id")
    members = User.objects.filter(is_active=True).filter(pk__in=board) | User.objects.filter(
        is_active=True, pk__in=acting
    )
    _fill(BOARD_GROUP, members.distinct())
    for unit in Unit.objects.filter(school=school):
        memberships = UnitMembership.objects.in_force(on).filter(unit=unit).values("user_id")
        _fill(unit_group_name(unit), User.objects.filter(is_active=True, pk__in=memberships))


def _fill(name: str, people: QuerySet[User]) -> None:
    group = Group.objects.filter(name=name).first()
    if group is not None:
        group.user_set.set(people)
