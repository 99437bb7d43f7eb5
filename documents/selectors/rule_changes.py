"""How the board's rules were amended: editions of its regulation and versions of the charter (Đ18)."""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Iterable
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import Revision

from documents.models.documents import OfficialDocumentPage
from documents.selectors.editions import Edition
from documents.words import register as words
from editorial.models import Charter
from editorial.models.choices import label


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """A meeting or a decision: "Adopted: the board, protocol № 3, 12.09.2026"."""

    label: str
    body: str
    act: str
    number: str
    on: datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True)
class RuleChange:
    """One amendment. `edition` is the new edition of the regulation; without one it is the charter's new version.

    `acts` are the meeting and the decision that the edition's block of approvals names.
    """

    on: datetime.date
    decision_number: str = ""
    version: int = 0
    edition: Edition | None = None
    acts: tuple[Act, ...] = ()


def rule_changes(page: OfficialDocumentPage, editions: Iterable[Edition]) -> list[RuleChange]:
    """Every amendment of the rules, the last first; two queries. The set-up of the portal amends nothing."""
    rows = list(editions)
    revisions = Revision.objects.in_bulk([row.revision_id for row in rows])
    by_edition = [_of_edition(row, revisions[row.revision_id].content) for row in rows]
    charters = Charter.objects.filter(school=page.unit.school, decided_by__isnull=False).order_by("version")
    by_charter = [RuleChange(localdate(row.starts_at), row.decision_number, row.version) for row in charters]
    return sorted([*by_edition, *by_charter], key=lambda change: change.on, reverse=True)


def _of_edition(edition: Edition, content: dict[str, Any]) -> RuleChange:
    approvals = content.get("approvals") or []
    rows = json.loads(approvals) if isinstance(approvals, str) else approvals
    acts = tuple(_act(row["value"]) for row in rows)
    return RuleChange(edition.begins_on, str(content.get("number") or ""), edition=edition, acts=acts)


def _act(value: dict[str, Any]) -> Act:
    on = datetime.date.fromisoformat(value["on"]) if value.get("on") else None
    body, act, number = (str(value.get(name) or "") for name in ("body", "act", "number"))
    return Act(label(words.APPROVALS, value["kind"]), body, act, number, on)
