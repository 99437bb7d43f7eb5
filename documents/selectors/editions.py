"""The editions of a document: what was posted, one after the other, and what was in force on a day (B38, Đ18)."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import Revision

from documents.models.documents import OfficialDocumentPage
from documents.rules.citing import cited_changes
from documents.rules.comparing import Change
from documents.rules.tree import Node
from documents.rules.tree_json import node_of
from editorial.models import Clearance, LedgerEntry
from editorial.rules.vocabulary import RoundKind, Verb

ONE_DAY = datetime.timedelta(days=1)
POSTED = f"editorial.{Verb.POST.value}"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
EMPTY = {"kind": "document"}


class Standing(StrEnum):
    """What an edition is worth beside the others: LEAVING is in force until the next one, AHEAD not yet."""

    CURRENT = "current"
    FORMER = "former"
    LEAVING = "leaving"
    AHEAD = "ahead"


@dataclasses.dataclass(frozen=True, slots=True)
class Edition:
    """One edition. `revision_id` is its newest posted version: small corrections make no edition of their own.

    It was in force from `begins_on` to `ends_on`, both counted; the last one has no end. `versions` are all that
    were posted of it, `note` what readers were told when it was posted (Đ17).
    """

    number: int
    revision_id: int
    posted_on: datetime.date
    begins_on: datetime.date
    ends_on: datetime.date | None = None
    versions: tuple[int, ...] = ()
    note: str = ""

    def covers(self, on: datetime.date) -> bool:
        """Whether it was the one in force on the day."""
        return self.begins_on <= on and (self.ends_on is None or on <= self.ends_on)

    def standing(self, on: datetime.date) -> Standing:
        """What it is worth beside the others on the day; the first one is never ahead of another."""
        if self.ends_on is not None:
            return Standing.FORMER if self.ends_on < on else Standing.LEAVING
        return Standing.AHEAD if self.number > 1 and on < self.begins_on else Standing.CURRENT


def editions(page: OfficialDocumentPage) -> list[Edition]:
    """Every edition that was posted, the first first, as the ledger tells; what waits is not among them."""
    record = page.editorial_record
    cleared = Clearance.objects.filter(record=record)
    rounds = {row[0]: row[1:] for row in cleared.values_list("revision_id", "round__kind", "round__public_note")}
    lines = list(LedgerEntry.objects.filter(record_id=record.pk, action=POSTED).order_by("seq"))
    versions = Revision.objects.in_bulk([line.payload["revision"] for line in lines])
    found: list[Edition] = []
    for line in lines:
        revision = versions[line.payload["revision"]]
        kind, note = rounds.get(revision.pk, ("", ""))
        if found and kind == RoundKind.CORRECTION:
            versions = (*found[-1].versions, revision.pk)
            found[-1] = dataclasses.replace(found[-1], revision_id=revision.pk, versions=versions)
        else:
            posted_on = localdate(line.at)
            begins_on = _begins_on(revision.content, posted_on, found)
            found.append(Edition(len(found) + 1, revision.pk, posted_on, begins_on, None, (revision.pk,), note))
    return _ended(found)


def _begins_on(content: dict[str, Any], posted_on: datetime.date, before: list[Edition]) -> datetime.date:
    """The first edition counts from its own days, a later one from a new day of effect, else from its posting."""
    told = content.get("effective_on") or (None if before else content.get("issued_on"))
    if not told:
        return posted_on
    day = datetime.date.fromisoformat(told)
    return day if not before or day > before[-1].begins_on else posted_on


def _ended(found: list[Edition]) -> list[Edition]:
    """Each edition ends the day before the next one begins, at the earliest on its own first day."""
    nexts: Iterable[Edition | None] = [*found[1:], None]
    return [
        dataclasses.replace(edition, ends_on=max(after.begins_on - ONE_DAY, edition.begins_on)) if after else edition
        for edition, after in zip(found, nexts, strict=True)
    ]


def read_day(typed: str) -> datetime.date | None:
    """A day of an address ("2026-09-01"); None for anything else."""
    if not DAY.fullmatch(typed):
        return None
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None


def page_of(edition: Edition) -> OfficialDocumentPage:
    """The document as this edition has it."""
    found: OfficialDocumentPage = Revision.objects.get(pk=edition.revision_id).as_object()
    return found


def edition_on(every: list[Edition], on: datetime.date | None) -> Edition | None:
    """The edition of a day, the later one of two; for a day before the first, or none, the newest one."""
    return next((row for row in reversed(every) if on and row.covers(on)), every[-1] if every else None)


def changes_of(before: OfficialDocumentPage, after: OfficialDocumentPage) -> list[Change]:
    """What the later edition changed, clause by clause."""
    return cited_changes(node_of(before.tree or EMPTY), node_of(after.tree or EMPTY))


def trees_of(wanted: Iterable[Edition]) -> dict[int, Node]:
    """The texts of editions by their number; one query."""
    numbers = {edition.revision_id: edition.number for edition in wanted}
    contents = Revision.objects.filter(pk__in=numbers).values_list("pk", "content__tree")
    return {numbers[key]: node_of(tree or EMPTY) for key, tree in contents}
