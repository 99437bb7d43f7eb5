"""Pages of guidance on the site, with the clauses they rest on and the duties they name."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from documents.models.clauses import ClauseText
from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.models.guidance import DUTIES, GuidancePage
from documents.rules.guidance import Role, clause_keys
from documents.rules.validity import ENDED
from documents.selectors.lists import endings_of, validity_of
from documents.words import journal as journal_words

Wanted = tuple[int, str]


@dataclasses.dataclass(frozen=True, slots=True)
class ClauseLink:
    """A clause as it is cited, and where it stands; without `anchor` the link leads to the document.

    is_ended: the document is no longer in force; is_missing: it has no such clause.
    """

    clause: str
    page: OfficialDocumentPage
    anchor: str = ""
    is_ended: bool = False
    is_missing: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Duty:
    """What is to be done, by when in words, and the clause that says so, if one is named."""

    what: str
    limit: str = ""
    link: ClauseLink | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class RoleDuties:
    """All duties of a role, from all its pages."""

    role: Role
    label: str
    duties: list[Duty]


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A part of the text: a block, or the duties of one with their clauses."""

    block: Any
    duties: list[Duty] | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Guide:
    """One page as it is read."""

    parts: list[Part]
    rests_on: list[ClauseLink]

    @property
    def is_outdated(self) -> bool:
        """Whether something it rests on is no longer in force."""
        duties = (duty.link for part in self.parts for duty in part.duties or ())
        return any(link.is_ended for link in [*self.rests_on, *duties] if link is not None)


def published_guidance(**narrowed: Any) -> QuerySet[GuidancePage]:
    """Guidance on the site, in the order it was first posted."""
    return GuidancePage.objects.live().filter(**narrowed).order_by("first_published_at", "pk")


def clause_links(wanted: Iterable[Wanted], on: datetime.date) -> dict[Wanted, ClauseLink]:
    """Where clauses stand, by document and name as typed; only documents that readers can open. Three queries."""
    pairs = set(wanted)
    pages = OfficialDocumentPage.objects.live().defer(*LONG_FIELDS).in_bulk({key for key, _name in pairs})
    endings = endings_of(pages)
    ended = {key for key, page in pages.items() if validity_of(page, endings.get(key, ()), on) in ENDED}
    anchors = _anchors({key for key, name in pairs if name and key in pages})
    return {
        (key, name): _link(name, pages[key], anchors.get(key, {}), is_ended=key in ended)
        for key, name in pairs
        if key in pages
    }


def _anchors(page_ids: set[int]) -> dict[int, dict[str, str]]:
    """By document: where each of its clauses stands, by the name it is compared by."""
    found: dict[int, dict[str, str]] = {}
    rows = ClauseText.objects.filter(page__in=page_ids, position__gt=0).order_by("page_id", "position")
    for page_id, label, anchor in rows.values_list("page_id", "label", "anchor"):
        for key in clause_keys(label)[:1]:
            found.setdefault(page_id, {}).setdefault(key, anchor)
    return found


def _link(name: str, page: OfficialDocumentPage, anchors: dict[str, str], *, is_ended: bool) -> ClauseLink:
    keys = clause_keys(name)
    anchor = next((anchors[key] for key in keys if key in anchors), "")
    is_missing = bool(name.strip()) and (not keys or keys[0] not in anchors)
    return ClauseLink(name, page, anchor, is_ended, is_missing)


def _wanted(row: dict[str, Any]) -> Wanted | None:
    return (int(row["page"]), (row.get("clause") or "").strip()) if row.get("page") else None


def _wanted_by(page: GuidancePage) -> list[Wanted]:
    rows = [*page.duty_rows(), *(row["value"] for row in page.rests_on.raw_data)]
    return [found for row in rows if (found := _wanted(row))]


def guide(page: GuidancePage, on: datetime.date) -> Guide:
    """A page as it is read on the day, its clauses linked; three queries besides its pictures and files."""
    links = clause_links(_wanted_by(page), on)
    rests = (_wanted(row["value"]) for row in page.rests_on.raw_data)
    return Guide(
        parts=[_part(block, links) for block in page.body],
        rests_on=[links[found] for found in rests if found in links],
    )


def _part(block: Any, links: dict[Wanted, ClauseLink]) -> Part:
    if block.block_type != DUTIES:
        return Part(block)
    rows = ({**value, "page": value["page"].pk if value.get("page") else None} for value in block.value)
    return Part(block, [_duty(row, links) for row in rows])


def _duty(row: dict[str, Any], links: dict[Wanted, ClauseLink]) -> Duty:
    wanted = _wanted(row)
    return Duty(row.get("what") or "", row.get("limit") or "", links.get(wanted) if wanted else None)


def duties_by_role(pages: Iterable[GuidancePage], on: datetime.date) -> list[RoleDuties]:
    """The duties of each role that has any, in the order of the roles; three queries however many pages."""
    read = list(pages)
    links = clause_links((found for page in read for found in _wanted_by(page)), on)
    by_role: dict[str, list[Duty]] = {}
    for page in read:
        by_role.setdefault(page.role, []).extend(_duty(row, links) for row in page.duty_rows())
    names = {role.value: str(label) for role, label in journal_words.ROLES.items()}
    return [RoleDuties(Role(code), name, by_role[code]) for code, name in names.items() if by_role.get(code)]


def doubtful(pages: Iterable[GuidancePage], on: datetime.date) -> dict[int, list[ClauseLink]]:
    """By page: clauses it names that are gone or no longer in force; for whoever looks after the section."""
    read = list(pages)
    links = clause_links((found for page in read for found in _wanted_by(page)), on)
    wrong = {page.pk: [links[found] for found in dict.fromkeys(_wanted_by(page)) if found in links] for page in read}
    return {key: [link for link in rows if link.is_ended or link.is_missing] for key, rows in wrong.items()}
