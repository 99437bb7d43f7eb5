"""What an attack must leave as it was: what the public sees, the live rows, and the evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.test import Client
from wagtail.models import Page, Revision

from editorial.gates import triggers
from editorial.gates.digest import live_digest, revision_digest
from editorial.models import Clearance, Decision, EditorialRecord, LedgerEntry, OpenGrant, Round
from editorial.selectors.evidence import ledger_faults, public_faults

EVIDENCE = (EditorialRecord, Round, Decision, Clearance, LedgerEntry, OpenGrant)
ROW = (
    "live",
    "live_revision_id",
    "title",
    "slug",
    "url_path",
    "path",
    "depth",
    "content_type_id",
    "alias_of_id",
)
ROW += ("first_published_at", "go_live_at", "expire_at", "expired", "seo_title", "search_description")


@dataclasses.dataclass(frozen=True)
class Sight:
    """One item as it stands: the public answer, the live row, the texts in the chain."""

    address: str
    status: int
    body: bytes
    row: dict[str, Any]
    digest: str
    pinned: tuple[tuple[int, str], ...]
    states: tuple[str, str]


def look(record: EditorialRecord, address: str | None = None) -> Sight:
    """The item as the public, the database and the chain have it now."""
    page = Page.objects.get(pk=record.page_id)
    address = address or page.specific.url
    answer = Client().get(address)
    fresh = EditorialRecord.objects.get(pk=record.pk)
    rounds = Round.objects.filter(record=record).order_by("pk")
    return Sight(
        address=address,
        status=answer.status_code,
        body=answer.content,
        row=Page.objects.filter(pk=page.pk).values(*ROW).get(),
        digest=live_digest(page),
        pinned=tuple((row.pk, revision_digest(Revision.objects.get(pk=row.revision_id))) for row in rounds),
        states=(fresh.work_state, fresh.public_state),
    )


FIRST_LOOKS: dict[int, Sight] = {}


def first_look(record: EditorialRecord) -> Sight:
    """The item before any attack; every test of a module begins with the same, so it is looked at once."""
    if record.pk not in FIRST_LOOKS:
        FIRST_LOOKS[record.pk] = look(record)
    return FIRST_LOOKS[record.pk]


class Watch:
    """Remembers some items before the attacks and says afterwards what is different."""

    def __init__(self, records: Iterable[EditorialRecord]) -> None:
        self.before = {record.pk: first_look(record) for record in records}
        self.live_pages = self._live_pages()
        self.evidence = self._evidence()

    def demand_unchanged(self, attack: str) -> None:
        """Fail, naming the attack, when anything that counts differs."""
        for pk, before in self.before.items():
            now = look(EditorialRecord.objects.get(pk=pk), before.address)
            for field in dataclasses.fields(Sight):
                old, new = getattr(before, field.name), getattr(now, field.name)
                if field.name == "digest" and not before.row["live"]:
                    continue  # the row of a draft is the draft's
                if field.name == "row" and not before.row["live"]:
                    old, new = old["live"], new["live"]
                assert new == old, f"{attack}: {field.name} of item {pk}"
        assert self._live_pages() == self.live_pages, f"{attack}: another page is on the site"
        assert self._evidence() == self.evidence, f"{attack}: evidence rows"
        assert list(public_faults()) == [], f"{attack}: {list(public_faults())}"
        assert list(ledger_faults()) == [], f"{attack}: {list(ledger_faults())}"
        assert triggers.missing(connection) == [], attack

    @staticmethod
    def _live_pages() -> set[int]:
        return set(Page.objects.live().values_list("pk", flat=True))

    @staticmethod
    def _evidence() -> dict[str, set[Any]]:
        """Keys of every row that counts; a draft that nobody has handed in is no evidence yet."""
        rows = {model.__name__: set(model.objects.values_list("pk", flat=True)) for model in EVIDENCE}
        rows[EditorialRecord.__name__] -= set(
            EditorialRecord.objects.filter(first_handed_in_at=None).values_list("pk", flat=True)
        )
        return rows


def guarded_tables() -> list[str]:
    """Every table that carries a trigger of the board."""
    return sorted({trigger.table for trigger in triggers.expected(connection.vendor)})
