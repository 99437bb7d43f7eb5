"""Ten thousand reports: the register stays readable, one decision answers them, and the mother is seen first."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.clock import now
from editorial import actions
from editorial.actions import periodic
from editorial.models import OutboxMessage, TakedownRequest
from editorial.rules.reasons import Reason
from editorial.rules.takedown import RequestState
from editorial.selectors.takedown import SHOWN_REQUESTS
from tests.factories import items
from tests.factories.evidence import refuses
from tests.factories.reports import asked, flood, reported
from tests.factories.screens import look, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

MANY = 10_000
DOWN = {"ground": "takedown_content", "note": "Có lỗi"}


def cost(user: object, address: str) -> int:
    """Queries of a page."""
    client = signed_in(user)  # type: ignore[arg-type]
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_flood__makes_the_registers_page_neither_longer_nor_dearer(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    flood(record, 40)
    before = cost(cast.head, reverse("board_requests"))
    TakedownRequest.objects.all().delete()

    flood(record, MANY)

    assert cost(cast.head, reverse("board_requests")) == before
    assert words(signed_in(cast.head).get(reverse("board_requests"))).count("Sai ") < 60


def test_flood__hides_no_child_on_the_review_page(cast: SimpleNamespace) -> None:
    """A63: what cannot wait stands first; the rest is a number."""
    record = items.published(cast)
    flood(record, MANY)
    mother = reported(record)

    notice = BeautifulSoup(look(cast.head, record).content, "html.parser").find(class_="review-why")
    links = [link["href"] for link in notice.find_all("a")]

    assert links[0] == reverse("board_request", args=[mother.pk])
    assert (len(links), links[-1]) == (SHOWN_REQUESTS + 1, f"{reverse('board_requests')}?state=open")
    assert str(MANY + 1 - SHOWN_REQUESTS) in notice.get_text()


def test_flood__is_refused_where_it_comes_from_and_heard_from_elsewhere(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    flood(record, MANY, address="9" * 64)

    with refuses(Reason.TOO_MANY_REPORTS):
        reported(record, address="9" * 64)

    assert reported(record, address="8" * 64).stands_at is RequestState.OPEN


def test_flood__is_answered_by_one_decision(cast: SimpleNamespace) -> None:
    """A64: and the one who asked with an account is told; nobody waits for ten thousand saves."""
    record = items.published(cast)
    flood(record, MANY)
    member = asked(cast, record)

    with CaptureQueriesContext(connection) as seen:
        actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert len(seen) < 150
    assert set(TakedownRequest.objects.values_list("state", flat=True)) == {RequestState.TAKEN_DOWN}
    assert set(TakedownRequest.objects.values_list("decided_by", flat=True)) == {cast.head.pk}
    assert OutboxMessage.objects.get(kind="request_answered").to == member.asked_by


def test_flood__rings_once(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    flood(record, MANY)

    periodic.run(now())
    periodic.run(now())

    rung = OutboxMessage.objects.filter(kind="request_unanswered").values_list("to__username", flat=True)
    assert sorted(rung) == ["head", "secretary"]
