"""People as the rules see them."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model

from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.vocabulary import ContentClass, Post
from school.models import Absence, BoardAppointment, Delegation, School, UnitMembership, User
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
    return _read_actors([user], on)[user.pk]


def _read_actors(users: Iterable[User], on: datetime.date) -> dict[int, Actor]:
    """These people by key, in four queries however many they are."""
    people = {user.pk: user for user in users}
    appointments = _by_person("user_id", appointments_with_units(people, on))
    units = _by_person("user_id", UnitMembership.objects.in_force(on).filter(user__in=list(people)))
    given = _by_person("given_to_id", _newest_first(delegations_in_force(on).filter(given_to__in=list(people))))
    return {
        pk: Actor(
            id=pk,
            is_active=user.is_active,
            is_technical=user.is_superuser,
            posts=frozenset(Post(row.post) for row in appointments[pk]),
            is_content_deputy=any(row.is_content_deputy for row in appointments[pk]),
            is_duty_leader=any(row.is_duty_leader for row in appointments[pk]),
            unit_ids=frozenset(row.unit_id for row in units[pk]),
            field_ids=frozenset(unit.pk for row in appointments[pk] for unit in row.units.all()),
            delegations=tuple(_delegation(row) for row in given[pk]),
        )
        for pk, user in people.items()
    }


def _by_person(column: str, rows: Iterable[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[getattr(row, column)].append(row)
    return found


def _newest_first(delegations: Any) -> Any:
    return delegations.order_by("-given_at", "-pk")


def _delegation(row: Delegation) -> DelegationFacts:
    return DelegationFacts(row.given_by_id, frozenset(ContentClass(code) for code in row.content_classes))


def delegations_in_force(on: datetime.date) -> Any:
    """Delegations that hold on the day `on`: their dates fit and their giver is still the head."""
    return Delegation.objects.in_force(on).filter(given_by__in=_heads_in_office(on))


def _heads_in_office(on: datetime.date) -> Any:
    return BoardAppointment.objects.in_force(on).filter(post=BoardAppointment.Post.HEAD).values("user_id")


def board_actors(school: School, on: datetime.date) -> tuple[Actor, ...]:
    """Everybody who may decide on the day `on`: all posts, those the head delegated to; who is away is marked."""
    people = people_in_post(school, [post.value for post in Post], on)
    away = set(Absence.objects.in_force(on).values_list("user_id", flat=True))
    actors = _read_actors(people, on)
    return tuple(dataclasses.replace(actors[person.pk], is_away=person.pk in away) for person in people)


def heads(school: School, on: datetime.date) -> list[User]:
    """The head in office, and whoever acts for him on the day `on`."""
    acting = delegations_in_force(on).filter(school=school).values("given_to_id")
    delegates = list(User.objects.filter(is_active=True, pk__in=acting))
    return people_in_post(school, [Post.HEAD], on) + delegates
