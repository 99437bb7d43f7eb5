"""What a refusal must leave as it was, and that the evidence holds."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page, Revision, TaskState, WorkflowState

from core.models import Generation
from core.rules.answers import RuleRefused
from editorial.models import (
    AssetUse,
    Charter,
    Clearance,
    Decision,
    EditorialRecord,
    HiddenFile,
    InspectorLink,
    LedgerEntry,
    LedgerHead,
    OpenGrant,
    OutboxMessage,
    Report,
    ReportFile,
    Round,
    Takedown,
    TakedownRequest,
)
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.selectors.evidence import ledger_faults, public_faults
from news.models import NewsPage
from school.models import BoardAppointment, Delegation

WATCHED = (
    EditorialRecord,
    Round,
    Decision,
    Clearance,
    LedgerEntry,
    LedgerHead,
    OutboxMessage,
    OpenGrant,
    AssetUse,
    HiddenFile,
    Takedown,
    TakedownRequest,
    InspectorLink,
    Report,
    ReportFile,
    Charter,
    BoardAppointment,
    Delegation,
    Page,
    NewsPage,
    Revision,
    WorkflowState,
    TaskState,
    Generation,
)


def facts() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that an action may write, board members' Wagtail screens included."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in WATCHED}


@contextlib.contextmanager
def refuses(reason: Reason, **details: str) -> Iterator[None]:
    """The block must be refused for `reason` (with at least `details`) and change nothing at all."""
    before = facts()
    with pytest.raises(RuleRefused) as refusal, transaction.atomic():
        yield
    refused = refusal.value.refused
    assert refused.reason is reason
    assert details.items() <= dict(refused.details).items()
    assert facts() == before


def stands(record: EditorialRecord, work: WorkState, public: PublicState = PublicState.NEVER) -> bool:
    """True for an item at these two states whose page is on the site exactly when they say so; fails for any other."""
    record.refresh_from_db()
    assert (record.work, record.public) == (work, public)
    on_site = public in {PublicState.POSTED, PublicState.UPDATED}
    assert Page.objects.get(pk=record.page_id).live is on_site
    return True


def last_decision(record: EditorialRecord) -> Decision:
    """The newest decision on the item."""
    return Decision.objects.filter(record=record).latest("pk")


def last_line(record: EditorialRecord) -> LedgerEntry:
    """The newest ledger line about the item."""
    return LedgerEntry.objects.filter(record_id=record.pk).latest("seq")


def last_round(record: EditorialRecord) -> Round:
    """The newest round of the item."""
    return Round.objects.filter(record=record).latest("number")


def live_page(record: EditorialRecord) -> NewsPage:
    """The article as its own row has it now."""
    return NewsPage.objects.get(pk=record.page_id)


def all_faults() -> list[str]:
    """What `verify_ledger` and `verify_public` would name."""
    return [*ledger_faults(), *public_faults()]
