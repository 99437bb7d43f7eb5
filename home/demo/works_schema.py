"""The shape of the demonstration's recognised works and lists of e-resources: frozen facts, no framework."""

from dataclasses import dataclass
from typing import Any

from home.demo.schema import DemoArticle, Fate


@dataclass(frozen=True)
class DemoWork:
    """A recognised work; handed in `days_ago`, decided on `decided_days_ago` days before today."""

    article: DemoArticle
    kind: str
    authors: str
    subject: str
    decision_body: str
    decision_number: str
    decided_days_ago: int
    recognition: str = "school"


@dataclass(frozen=True)
class DemoResource:
    """A link to a learning resource, looked at some days before the list was handed in."""

    name: str
    address: str
    grades: str
    licence: str


@dataclass(frozen=True)
class DemoResources:
    """A unit's list of e-resources by subject."""

    article: DemoArticle
    subjects: tuple[tuple[str, tuple[DemoResource, ...]], ...]


def entry(key: str, unit: str, title: str, text: str, days_ago: int, blocks: tuple[Any, ...] = ()) -> DemoArticle:
    """What a work or a list has in common with an article: who hands it in, and when."""
    return DemoArticle(
        key=key,
        unit=unit,
        author=unit,
        author_name="",
        title=title,
        lead=text,
        blocks=blocks,
        categories=(),
        tags=(),
        fate=Fate.PUBLISHED,
        days_ago=days_ago,
    )
