"""The shape of the demonstration data: frozen facts, no framework."""

from dataclasses import dataclass
from enum import StrEnum

from home.demo.plans import DemoDiary, DemoEvent


class Fate(StrEnum):
    """The state an item must have reached when `load_demo` has walked it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_EDITING = "in_editing"
    AWAITING_DEPUTY = "awaiting_deputy"
    AWAITING_HEAD = "awaiting_head"
    RETURNED_TO_UNIT = "returned_to_unit"
    RETURNED_BY_DEPUTY = "returned_by_deputy"
    REFUSED = "refused"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    PUBLISHED_AFTER_RETURN = "published_after_return"
    PUBLISHED_CORRECTED = "published_corrected"
    PUBLISHED_UPDATED = "published_updated"
    APPROVE_AND_POST = "approve_and_post"
    HIDDEN = "hidden"
    TAKEN_DOWN = "taken_down"
    RESTORED = "restored"
    WITHDRAWN = "withdrawn"


class Pace(StrEnum):
    """Where an item loses its time on the way: the verdict it gets, and one about months (Đ13.2, Đ14.1).

    over_month_end: handed in on the last day of a month, posted on the second of the next; for an
    item without an event, `days_ago` is not asked.
    """

    SWIFT = "swift"
    LATE_UNIT = "late_unit"
    LATE_BOARD = "late_board"
    LATE_POSTING = "late_posting"
    LATE_RETURNED = "late_returned"
    OVER_MONTH_END = "over_month_end"


PUBLIC_FATES = frozenset(
    {
        Fate.PUBLISHED,
        Fate.PUBLISHED_AFTER_RETURN,
        Fate.PUBLISHED_CORRECTED,
        Fate.PUBLISHED_UPDATED,
        Fate.APPROVE_AND_POST,
        Fate.RESTORED,
    }
)


@dataclass(frozen=True)
class DemoSchool:
    """The invented school."""

    name: str
    short_name: str
    superior_body: str
    country: str
    language: str
    address: str
    phone: str
    email: str


@dataclass(frozen=True)
class DemoUnit:
    """A unit; `kind` is a code of the glossary, `head` a user name."""

    code: str
    name: str
    short_name: str
    kind: str
    head: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoPerson:
    """An account; `unit` is the code of the unit it writes for, if any."""

    username: str
    full_name: str
    job_title: str
    unit: str | None
    email: str
    is_superuser: bool = False


@dataclass(frozen=True)
class DemoAppointment:
    """A post on the board; `decided_on` counts days before today."""

    username: str
    post: str
    decision_number: str
    decided_on: int
    is_content_deputy: bool = False
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class DemoCategory:
    """A category of news."""

    slug: str
    name: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `html` has only inline tags (b, i, a) and no outer p."""

    html: str


@dataclass(frozen=True)
class Bullets:
    """An unordered list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside the text."""

    text: str


@dataclass(frozen=True)
class Picture:
    """A drawing: `pictures.draw(scene, seed)`."""

    scene: str
    seed: int
    alt: str
    caption: str


@dataclass(frozen=True)
class Gallery:
    """Several drawings side by side."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Quote:
    """Somebody's words."""

    text: str
    attribution: str


@dataclass(frozen=True)
class Table:
    """A table; the first row is its header."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Video:
    """The address of a film kept elsewhere."""

    url: str


DemoBlock = Paragraph | Bullets | Heading | Picture | Gallery | Quote | Table | Video


@dataclass(frozen=True)
class DemoArticle:
    """One item and the way it goes.

    `days_ago` is the day of its hand-in, in days before today; the later
    steps follow within the next days, never after today. A text that a fate
    does not need is empty. `ground` is a glossary code (`refuse_…`,
    `takedown_…`). `correction` is (wrong, right): `wrong` is what was posted
    in the lead, `right` is what the lead below says. `first_lead` is the
    lead before the return. `update` is a paragraph added after posting,
    `told` what readers are told about it ("Updated on … because …").
    """

    key: str
    unit: str
    author: str
    author_name: str
    title: str
    lead: str
    blocks: tuple[DemoBlock, ...]
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    fate: Fate
    days_ago: int
    origin: str = "unit"
    source_name: str = ""
    source_url: str = ""
    content_class: str = "ordinary"
    co_units: tuple[str, ...] = ()
    event: DemoEvent | None = None
    pace: Pace = Pace.SWIFT
    scheduled_in_hours: int = 0
    first_lead: str = ""
    return_note: str = ""
    refusal_note: str = ""
    ground: str = ""
    hide_note: str = ""
    request_note: str = ""
    takedown_note: str = ""
    public_note: str = ""
    restore_note: str = ""
    withdraw_note: str = ""
    correction: tuple[str, str] | None = None
    update: str = ""
    told: str = ""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every drawing of the item, in the order of reading."""
        found: list[Picture] = []
        for block in self.blocks:
            if isinstance(block, Picture):
                found.append(block)
            elif isinstance(block, Gallery):
                found.extend(block.pictures)
        return tuple(found)

    @property
    def posted_lead(self) -> str:
        """The lead as first posted, before a small correction."""
        if self.correction is None:
            return self.lead
        wrong, right = self.correction
        return self.lead.replace(right, wrong, 1)


@dataclass(frozen=True)
class DemoNotice:
    """An urgent notice of at most 500 characters, ending after `hours`."""

    title: str
    text: str
    hours: int


@dataclass(frozen=True)
class DemoBundle:
    """Everything `load_demo` needs for one school."""

    school: DemoSchool
    units: tuple[DemoUnit, ...]
    people: tuple[DemoPerson, ...]
    appointments: tuple[DemoAppointment, ...]
    categories: tuple[DemoCategory, ...]
    articles: tuple[DemoArticle, ...]
    notices: tuple[DemoNotice, ...]
    diary: DemoDiary
