"""One document as its page shows it: the text by clauses, what it is worth, what it hangs together with."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from typing import Any

from core.words_alike import search_words
from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.rules.citing import labels_of
from documents.rules.comparing import Change
from documents.rules.hits import Hits, hits_in
from documents.rules.registering import Relation
from documents.rules.tree import Node
from documents.rules.tree_json import Line, lines_of, node_of
from documents.rules.validity import ENDED, Validity
from documents.selectors.clauses import LONGEST_QUERY
from documents.selectors.editions import Edition, Standing, changes_of, edition_on, editions, page_of
from documents.selectors.keeping import ReviewDays, review_days
from documents.selectors.lists import endings_of, links_into, validity_of
from documents.words import register as words
from editorial.models.choices import label

FEW_CONTENTS = 2  # a text with fewer headings needs no list of contents


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """Another act, as it is cited; `page` where it can be read here, `is_ended` when it is no longer in force."""

    text: str
    label: str = ""
    clauses: str = ""
    page: OfficialDocumentPage | None = None
    is_ended: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Approval:
    """A line of the block of approvals."""

    label: str
    body: str
    act: str
    number: str
    on: datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What the page of a document shows on the day `on`.

    `ended_by` end it, `root` is its text, `lines` the same in reading order.
    `review`: when its owner looked and looks again; None for what is no longer current.

    `edition` is the one shown, None for a document that is not posted; `changes` tell what it changed. `as_of` is the
    day that was asked for. `wanted` are the words looked for, as search compares them, `hits` where they stand.
    """

    page: OfficialDocumentPage
    on: datetime.date
    validity: Validity
    validity_name: str
    lines: list[Line]
    contents: list[Line]
    ended_by: list[OfficialDocumentPage]
    bases: list[Named]
    relations: list[Named]
    approvals: list[Approval]
    editions: list[Edition]
    edition: Edition | None
    changes: list[Change]
    review: ReviewDays | None = None
    root: Node | None = None
    wanted: frozenset[str] = frozenset()
    hits: Hits = Hits()  # noqa: RUF009  # frozen
    as_of: datetime.date | None = None

    @property
    def has_own_address(self) -> bool:
        """Whether a later edition was posted, so that the address of this one names a day."""
        return self.edition is not None and self.edition != self.editions[-1]

    @property
    def standing(self) -> Standing:
        """What the edition shown is worth beside the others."""
        return self.edition.standing(self.on) if self.edition else Standing.CURRENT

    @property
    def is_former(self) -> bool:
        """Whether a later edition is in force on the day."""
        return self.standing is Standing.FORMER

    @property
    def in_force(self) -> Edition | None:
        """The edition in force on the day, None where it is the newest one, which needs no day in its address."""
        found = edition_on(self.editions, self.on)
        return None if found is None or found == self.editions[-1] else found

    @property
    def is_asked_too_early(self) -> bool:
        """Whether a day was asked for on which no edition was in force yet."""
        return bool(self.as_of and self.editions and self.as_of < self.editions[0].begins_on)

    @property
    def is_ended(self) -> bool:
        """Whether a reader must be warned before he relies on it."""
        return self.validity in ENDED


def reading(
    page: OfficialDocumentPage,
    on: datetime.date,
    *,
    as_of: datetime.date | None = None,
    with_changes: bool = False,
    words_wanted: str = "",
) -> Reading:
    """A document as it is to be read on the day `on`; a dozen queries, however long the text is.

    `as_of` shows the edition of that day; a day before the first one, or none, shows the newest.
    `words_wanted` are looked for in its clauses.
    """
    every = editions(page) if page.live else []
    read = _reading(page, on, every, edition_on(every, as_of), with_changes, words_wanted)
    return dataclasses.replace(read, as_of=as_of)


def reading_of_edition(
    page: OfficialDocumentPage, on: datetime.date, is_wanted: Callable[[Edition], bool]
) -> Reading | None:
    """The first edition that is wanted, as it is to be read on the day `on`; None where there is none."""
    every = editions(page) if page.live else []
    edition = next((row for row in every if is_wanted(row)), None)
    return _reading(page, on, every, edition) if edition else None


def _reading(
    page: OfficialDocumentPage,
    on: datetime.date,
    every: list[Edition],
    edition: Edition | None,
    with_changes: bool = False,
    words_wanted: str = "",
) -> Reading:
    review = review_days(page) if edition is not None and edition == every[-1] else None
    if edition is not None and edition != every[-1]:
        page = page_of(edition)
    into = links_into(page)
    pages = _pages(page.target_ids())
    endings = endings_of({page.pk, *pages})
    worth = validity_of(page, endings.get(page.pk, ()), on)
    ended = {row.pk for row in pages.values() if validity_of(row, endings.get(row.pk, ()), on) in ENDED}
    return Reading(
        page=page,
        on=on,
        validity=worth,
        validity_name=str(words.VALIDITIES[worth]),
        ended_by=[row.source for row in into if row.kind in {Relation.REPLACES, Relation.REPEALS} and not row.clauses],
        bases=[_named(row, pages, ended) for row in page.legal_basis.raw_data],
        relations=[
            *(_named(row, pages, ended) for row in page.relations.raw_data),
            *(Named("", label(words.RELATED_BACK, row.kind), row.clauses, row.source) for row in into),
        ],
        approvals=[_approval(row["value"]) for row in page.approvals.raw_data],
        editions=every,
        edition=edition,
        changes=_changes(page, every, edition) if with_changes else [],
        review=None if worth in ENDED else review,
        **_text(page, words_wanted),
    )


def _text(page: OfficialDocumentPage, words_wanted: str) -> dict[str, Any]:
    """The text of an edition in reading order, and what was found in it."""
    root = node_of(page.tree) if page.tree else None
    lines = lines_of(root) if root else []
    contents = [line for line in lines if line.is_listed]
    wanted = frozenset(search_words(words_wanted[:LONGEST_QUERY]).split())
    return {
        "root": root,
        "lines": lines,
        "contents": contents if len(contents) > FEW_CONTENTS else [],
        "wanted": wanted,
        "hits": hits_in(lines, labels_of(root), wanted) if root and wanted else Hits(),
    }


def _changes(page: OfficialDocumentPage, every: list[Edition], edition: Edition | None) -> list[Change]:
    """What the edition shown changed; nothing for the first."""
    if edition is None or edition.number == 1:
        return []
    return changes_of(page_of(every[edition.number - 2]), page)


def _pages(keys: Iterable[int]) -> dict[int, OfficialDocumentPage]:
    """Documents that a reader can open, by their key."""
    return OfficialDocumentPage.objects.live().defer(*LONG_FIELDS).in_bulk(keys)


def _named(row: dict[str, Any], pages: dict[int, OfficialDocumentPage], ended: set[int]) -> Named:
    value = row["value"]
    page = pages.get(int(value.get("page") or 0))
    kind = label(words.RELATIONS, value["kind"]) if value.get("kind") else ""
    return Named(value.get("text") or "", kind, value.get("clauses") or "", page, page is not None and page.pk in ended)


def _approval(value: dict[str, Any]) -> Approval:
    on = datetime.date.fromisoformat(value["on"]) if value.get("on") else None
    body, act, number = (str(value.get(name) or "") for name in ("body", "act", "number"))
    return Approval(label(words.APPROVALS, value["kind"]), body, act, number, on)
