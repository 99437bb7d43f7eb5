"""The people of a small board, one of each kind. Every builder takes the fields of `Actor` to differ in."""

from __future__ import annotations

import dataclasses
from typing import Any

from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.vocabulary import ContentClass, Post

UNIT, OTHER_UNIT = 10, 20


def _person(person: Actor, changes: dict[str, Any]) -> Actor:
    return dataclasses.replace(person, **changes)


def posts(*names: Post) -> frozenset[Post]:
    """Posts as an actor keeps them."""
    return frozenset(names)


def head(**changes: Any) -> Actor:
    """The head, by appointment."""
    return _person(Actor(id=1, posts=posts(Post.HEAD)), changes)


def deputy(**changes: Any) -> Actor:
    """The deputy in charge of content, whose field is `UNIT`."""
    person = Actor(id=2, posts=posts(Post.DEPUTY), is_content_deputy=True, field_ids=frozenset({UNIT}))
    return _person(person, changes)


def other_deputy(**changes: Any) -> Actor:
    """A second deputy, with another field and not in charge of content."""
    return _person(Actor(id=3, posts=posts(Post.DEPUTY), field_ids=frozenset({OTHER_UNIT})), changes)


def secretary(**changes: Any) -> Actor:
    """The board's secretary."""
    return _person(Actor(id=4, posts=posts(Post.SECRETARY)), changes)


def editor(**changes: Any) -> Actor:
    """The editor of `UNIT`, who belongs to it as well, as in a small school."""
    units = frozenset({UNIT})
    return _person(Actor(id=5, posts=posts(Post.EDITOR), unit_ids=units, field_ids=units), changes)


def other_editor(**changes: Any) -> Actor:
    """The editor of `OTHER_UNIT`."""
    units = frozenset({OTHER_UNIT})
    return _person(Actor(id=6, posts=posts(Post.EDITOR), unit_ids=units, field_ids=units), changes)


def author(**changes: Any) -> Actor:
    """A teacher of `UNIT` without any post."""
    return _person(Actor(id=7, unit_ids=frozenset({UNIT})), changes)


def stranger(**changes: Any) -> Actor:
    """A teacher of `OTHER_UNIT` without any post."""
    return _person(Actor(id=8, unit_ids=frozenset({OTHER_UNIT})), changes)


def given(*classes: ContentClass, by: int = 1) -> DelegationFacts:
    """What the head gave: these classes of content, all when none is named."""
    return DelegationFacts(by, frozenset(classes))


def delegate(*classes: ContentClass, **changes: Any) -> Actor:
    """A secretary to whom the head delegated: these classes of content, all when none is named."""
    person = Actor(
        id=9,
        posts=posts(Post.SECRETARY),
        delegations=(given(*classes),),
    )
    return _person(person, changes)


def everything(**changes: Any) -> dict[str, Any]:
    """Every post, unit and delegation at once: whoever has them and is refused is refused for himself."""
    rights = {
        "posts": frozenset(Post),
        "is_content_deputy": True,
        "is_duty_leader": True,
        "delegations": (given(),),
        "unit_ids": frozenset({UNIT, OTHER_UNIT}),
        "field_ids": frozenset({UNIT, OTHER_UNIT}),
    }
    return {**rights, **changes}


def technician() -> Actor:
    """The technical superuser, though he were given every right there is."""
    return Actor(id=90, is_technical=True, **everything())


def switched_off() -> Actor:
    """Somebody whose account was switched off, though he had every right there is."""
    return Actor(id=91, is_active=False, **everything())
