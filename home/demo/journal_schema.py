"""The shape of the demonstration's electronic-journal section: frozen facts, no framework."""

from __future__ import annotations

from dataclasses import dataclass

from home.demo.schema import Bullets, Heading, Paragraph, Picture, Table


@dataclass(frozen=True)
class Step:
    """One step of an instruction; `html` has only inline tags."""

    html: str
    picture: Picture | None = None


@dataclass(frozen=True)
class Steps:
    """Steps in the order in which they are done."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Duty:
    """What somebody must do, by when, and the clause of a document (its key) that says so."""

    what: str
    limit: str
    clause: str
    document: str


@dataclass(frozen=True)
class Duties:
    """The duties of a role."""

    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Answer:
    """A question that is often asked; `html` has only inline tags."""

    question: str
    html: str


@dataclass(frozen=True)
class Remark:
    """A note or a warning."""

    kind: str
    text: str


GuidanceBlock = Paragraph | Bullets | Heading | Table | Steps | Duties | Answer | Remark


@dataclass(frozen=True)
class Helper:
    """Who helps: a post, no private person."""

    post: str
    room: str
    phone: str
    email: str


@dataclass(frozen=True)
class DemoGuidance:
    """A page of guidance, begun `days_ago`; `rests_on` are keys of documents with their clauses, `forms` keys."""

    key: str
    title: str
    topic: str
    role: str
    summary: str
    blocks: tuple[GuidanceBlock, ...]
    helper: Helper
    days_ago: int
    rests_on: tuple[tuple[str, str], ...] = ()
    forms: tuple[str, ...] = ()
    by: str = "secretary"


@dataclass(frozen=True)
class DemoHolder:
    """Who answers for a duty since `days_ago`, by which order (its key)."""

    duty: str
    username: str
    order: str
    days_ago: int


@dataclass(frozen=True)
class DemoOutage:
    """An outage that is over: begun `days_ago` at `hour`, over after `hours`."""

    words: str
    days_ago: int
    hour: int
    hours: int


@dataclass(frozen=True)
class DemoQuestion:
    """A question to the help desk, asked `days_ago`; an empty answer waits."""

    words: str
    answer: str
    days_ago: int


@dataclass(frozen=True)
class DemoJournal:
    """Everything of the section that is not a document of the register; `duties_heading` stands above duties."""

    system_name: str
    address: str
    administrator: str
    helper: Helper
    hours: str
    duties_heading: str
    pages: tuple[DemoGuidance, ...]
    holders: tuple[DemoHolder, ...]
    outage: DemoOutage
    questions: tuple[DemoQuestion, ...]
