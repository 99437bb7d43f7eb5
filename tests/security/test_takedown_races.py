"""Taking down at once from several sides: one decision is recorded, and nothing comes back by a race."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from core.rules.answers import Refused
from editorial import actions
from editorial.models import EditorialRecord, LedgerEntry, Takedown, TakedownRequest
from editorial.rules.reasons import Reason
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import PublicState
from tests.factories import items
from tests.factories.reports import opened, reported, send
from tests.security.test_races import DONE, demand_sound, race

pytestmark = pytest.mark.xdist_group("free_database")

TIMES = 6
DOWN = {"ground": "takedown_personal_data", "note": "Gia đình đề nghị"}


def published(cast: SimpleNamespace) -> list[EditorialRecord]:
    return [items.published(cast) for _ in range(TIMES)]


def answering(request: TakedownRequest, user: Any) -> Callable[[], Any]:
    return lambda: actions.answer_request(request_id=request.pk, user=user, outcome=RequestState.TAKEN_DOWN, **DOWN)


def test_two_take_downs__are_one_decision(free_database: SimpleNamespace) -> None:
    """The head on the item's page and, on another screen, on the page of the request."""
    cast = free_database
    for record in published(cast):
        request = reported(record)
        on_the_item = lambda pk=record.pk: actions.take_down(record_id=pk, user=cast.head, **DOWN)  # noqa: E731

        results = race(on_the_item, answering(request, cast.head))

        request.refresh_from_db()
        assert results.count(DONE) == 1, results
        second = next(row for row in results if row != DONE)
        assert isinstance(second, Refused), second
        assert second.reason in {Reason.NOT_ONLINE, Reason.ALREADY_DECIDED}
        assert Takedown.objects.filter(record=record).count() == 1
        assert LedgerEntry.objects.filter(record_id=record.pk, action="editorial.take_down").count() == 1
        assert request.stands_at is RequestState.TAKEN_DOWN
        assert not Page.objects.get(pk=record.page_id).live
    demand_sound()


def test_take_down_beside_the_posting_of_an_update__stays_down_or_took_the_update_down(
    free_database: SimpleNamespace,
) -> None:
    """Whoever is first: in the end the page is off the site, as the head decided."""
    cast = free_database
    for record in published(cast):
        items.rewrite(record, cast.toan, lead="Bản cập nhật chờ đăng.")
        actions.hand_in(record_id=record.pk, user=cast.toan)
        actions.claim(record_id=record.pk, user=cast.editor1)
        actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
        actions.approve(record_id=record.pk, user=cast.deputy1)
        actions.approve(record_id=record.pk, user=cast.head)

        race(
            lambda pk=record.pk: actions.take_down(record_id=pk, user=cast.head, **DOWN),
            lambda pk=record.pk: actions.post(record_id=pk, user=cast.secretary),
        )

        record.refresh_from_db()
        assert record.public is PublicState.TAKEN_DOWN
        assert not Page.objects.get(pk=record.page_id).live
    demand_sound()


def test_one_form_sent_many_times_at_once__is_one_report(free_database: SimpleNamespace) -> None:
    record = items.published(free_database)
    form, statuses = opened(record), []

    def click() -> None:
        statuses.append(send(record, Client(raise_request_exception=False), opened=form).status_code)

    assert race(*[click] * 4) == [DONE] * 4
    assert statuses == [302] * 4
    assert TakedownRequest.objects.count() == 1
    demand_sound()
