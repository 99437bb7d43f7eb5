"""The ledger as figures read it: the lines of the items a period knows of, item by item, in one pass."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
from operator import itemgetter
from typing import Any

from django.db.models import Q

from editorial.models.chain import EditorialRecord
from editorial.models.ledger import LedgerEntry
from editorial.rules.figure_items import Bounds, ItemFact, ItemHead, ItemLine, item_fact
from editorial.rules.figure_terms import ItemKind, Part, key_of
from editorial.rules.vocabulary import IN_CHAIN, Verb, WorkState
from school.models import School

CODE = "editorial."
ACTIONS = {f"{CODE}{verb.value}": verb for verb in Verb}
UNFINISHED = sorted(IN_CHAIN | {WorkState.RETURNED})
DUTY_DUE, ASSIGN_DUTY = "editorial.duty_due", "editorial.assign_duty"
ENTER_EVENT, CHANGE_EVENT = "editorial.enter_event", "editorial.change_event"
LINK_ITEM = "editorial.link_item"
OPEN_INCIDENT, CLOSE_INCIDENT = "editorial.open_incident", "editorial.close_incident"
SCHOOL_ACTIONS = (DUTY_DUE, ASSIGN_DUTY, ENTER_EVENT, CHANGE_EVENT, LINK_ITEM, OPEN_INCIDENT, CLOSE_INCIDENT)
LOOK_BACK = datetime.timedelta(days=400)
BATCH = 2000


@dataclasses.dataclass(frozen=True, slots=True)
class SchoolLine:
    """A ledger line about the board itself."""

    at: datetime.datetime
    action: str
    facts: dict[str, Any]


def school_lines(school: School, bounds: Bounds) -> list[SchoolLine]:
    """What the ledger says of events, duties and incidents, up to the period's end; one query.

    It looks back a year and a bit: an event is entered, and its duty laid on somebody, within it.
    """
    rows = LedgerEntry.objects.filter(
        school_id=school.pk, action__in=SCHOOL_ACTIONS, at__gte=bounds.since - LOOK_BACK, at__lt=bounds.until
    )
    values = rows.order_by("seq").values_list("at", "action", "payload")
    return [SchoolLine(*row) for row in values.iterator(chunk_size=BATCH)]


@dataclasses.dataclass
class Seen:
    """The items of a period, and what things were called in its lines."""

    items: list[ItemFact]
    names: dict[str, str]


def items_seen(school: School, bounds: Bounds, since: datetime.datetime, links: list[SchoolLine]) -> Seen:
    """Every item with a line since `since`, or unfinished today, as it stood at the period's end; two queries."""
    known = Q(record_id__in=_touched(school, since)) | Q(record_id__in=_unfinished(school))
    lines = LedgerEntry.objects.filter(known, school_id=school.pk, action__in=ACTIONS, at__lt=bounds.until)
    rows = lines.order_by("record_id", "seq").values_list("record_id", "at", "action", "actor_id", "payload")
    heads = _heads(school, since)
    linked = _linked(links)
    names = Names()
    items = []
    for record_id, group in itertools.groupby(rows.iterator(chunk_size=BATCH), key=itemgetter(0)):
        own = [ItemLine(at, ACTIONS[action], actor_id, facts) for _id, at, action, actor_id, facts in group]
        names.read(own)
        head = heads.get(record_id)
        if head is not None:
            items.append(item_fact(_with_event(head, own, linked.get(record_id, [])), own, bounds))
    return Seen(items, names.newest())


def _touched(school: School, since: datetime.datetime) -> Any:
    rows = LedgerEntry.objects.filter(school_id=school.pk, at__gte=since, record_id__isnull=False)
    return rows.order_by().values("record_id")


def _unfinished(school: School) -> Any:
    return EditorialRecord.objects.filter(school=school, work_state__in=UNFINISHED).values("pk")


def _heads(school: School, since: datetime.datetime) -> dict[int, ItemHead]:
    known = Q(pk__in=_touched(school, since)) | Q(work_state__in=UNFINISHED)
    rows = EditorialRecord.objects.filter(known, school=school).order_by()
    values = rows.values_list(
        "pk",
        "unit_id",
        "title",
        "is_notice",
        "is_announcement",
        "is_document",
        "is_standing",
        "content_class",
        "created_by_id",
        "event_id",
    )
    found = {}
    for pk, unit_id, title, *flags, content_class, author_id, event_id in values.iterator(chunk_size=BATCH):
        found[pk] = ItemHead(pk, unit_id, title, _kind(*flags), content_class, author_id, event_id)
    return found


def _kind(is_notice: bool, is_announcement: bool, is_document: bool, is_standing: bool) -> ItemKind:
    flags = {
        ItemKind.NOTICE: is_notice,
        ItemKind.DOCUMENT: is_document,
        ItemKind.ANNOUNCEMENT: is_announcement,
        ItemKind.STANDING: is_standing,
    }
    return next((kind for kind, is_so in flags.items() if is_so), ItemKind.ARTICLE)


def _linked(lines: list[SchoolLine]) -> dict[int, list[tuple[datetime.datetime, int | None]]]:
    """By item: the events it was tied to by hand, with the moment."""
    found: dict[int, list[tuple[datetime.datetime, int | None]]] = {}
    for line in lines:
        if line.action == LINK_ITEM:
            found.setdefault(line.facts["item"], []).append((line.at, line.facts["event"]))
    return found


def _with_event(head: ItemHead, lines: list[ItemLine], linked: list[tuple[datetime.datetime, int | None]]) -> ItemHead:
    """The item with the event it told of at the end: as handed in, or as somebody tied it later."""
    said = [(line.at, line.facts["event"]) for line in lines if line.verb is Verb.HAND_IN and "event" in line.facts]
    told = sorted([*said, *linked], key=itemgetter(0))
    return dataclasses.replace(head, event_id=told[-1][1]) if told else head


class Names:
    """What units and categories were called, by the newest line that says."""

    def __init__(self) -> None:
        self.said: dict[str, tuple[datetime.datetime, str]] = {}

    def read(self, lines: list[ItemLine]) -> None:
        """Keep what these lines call things."""
        for line in lines:
            self._keep(line, Part.UNIT, "unit", "unit_name")
            self._keep(line, Part.CATEGORY, "category", "category_name")

    def _keep(self, line: ItemLine, part: Part, code: str, name: str) -> None:
        if name not in line.facts:
            return
        key = key_of(part, line.facts[code])
        if key not in self.said or self.said[key][0] <= line.at:
            self.said[key] = (line.at, str(line.facts[name]))

    def newest(self) -> dict[str, str]:
        """The last name of each key."""
        return {key: name for key, (_at, name) in self.said.items()}
