"""People as the rules see them."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth import get_user_model

from editorial.rules.people import Actor
from editorial.rules.vocabulary import ContentClass, Post
from school.models import BoardAppointment, Delegation, School, UnitMembership, User
from school.selectors import appointments_with_units, people_in_post

CACHE = "_board_actor"


def actor_of(user: Any, on: datetime.date) -> Actor:
    """The person with the posts, units and delegations in force on the day `on`.

    Kept on the user object for the request, so that a list asks the database once.
    """
    kept = getattr(user, CACHE, None)
    if kept is not None and kept[0] == on:
        return kept[1]
    actor = _read_actor(user, on)
    if user is not None:
        setattr(user, CACHE, (on, actor))
    return actor


def fresh_actor(user_id: int, on: datetime.date) -> Actor:
    """The person as the database knows him now, for use under a lock."""
    return _read_actor(get_user_model().objects.get(pk=user_id), on)


def _read_actor(user: Any, on: datetime.date) -> Actor:
    if user is None or not user.is_authenticated:
        return Actor(id=0, is_active=False)
    appointments = appointments_with_units(user, on)
    delegation = (
        Delegation.objects.in_force(on)
        .filter(given_to=user, given_by__in=_heads_in_office(on))
        .order_by("-given_at")
        .first()
    )
    return Actor(
        id=user.pk,
        is_active=user.is_active,
        is_technical=user.is_superuser,
        posts=frozenset(Post(row.post) for row in appointments),
        is_content_deputy=any(row.is_content_deputy for row in appointments),
        is_duty_leader=any(row.is_duty_leader for row in appointments),
        unit_ids=frozenset(UnitMembership.objects.in_force(on).filter(user=user).values_list("unit_id", flat=True)),
        field_ids=frozenset(unit.pk for row in appointments for unit in row.units.all()),
        is_acting_head=delegation is not None,
        acting_classes=frozenset(ContentClass(code) for code in delegation.content_classes)
        if delegation
        else frozenset(),
        delegated_by=delegation.given_by_id if delegation else None,
    )


def _heads_in_office(on: datetime.date) -> Any:
    return BoardAppointment.objects.in_force(on).filter(post=BoardAppointment.Post.HEAD).values("user_id")


def board_actors(school: School, on: datetime.date) -> tuple[Actor, ...]:
    """Everybody who may decide on the day `on`: all posts, and those the head delegated to."""
    people = people_in_post(school, [post.value for post in Post], on)
    return tuple(actor_of(person, on) for person in people)


def heads(school: School, on: datetime.date) -> list[User]:
    """The head in office, and whoever acts for him on the day `on`."""
    acting = Delegation.objects.in_force(on).filter(school=school).values("given_to_id")
    delegates = list(User.objects.filter(is_active=True, pk__in=acting))
    return people_in_post(school, [Post.HEAD], on) + delegates
