"""Two people at once (WAGTAIL.md §4): one decision is recorded, the other reads who was quicker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from wagtail.models import Page

from core.clock import today
from core.rules.answers import Refused, RuleRefused
from editorial import actions
from editorial.models import Decision, Duty, EditorialRecord, LedgerEntry
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.selectors.evidence import ledger_faults, public_faults
from editorial.sentences import sentence
from tests.factories import clocks, items
from tests.security.cheap_items import like

pytestmark = pytest.mark.xdist_group("free_database")

TIMES = 50
SECOND = frozenset({Reason.ALREADY_DECIDED, Reason.WRONG_STATE})
DONE = "done"


def race(*calls: Callable[[], Any]) -> list[Any]:
    """Start all calls at one moment in threads of their own; `DONE`, the refusal or the error of each."""
    start, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        start.wait()
        try:
            call()
            results[place] = DONE
        except RuleRefused as error:
            results[place] = error.refused
        except Exception as error:
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def act(verb: str, record: EditorialRecord, user: Any, **details: Any) -> Callable[[], Any]:
    """A person who read the running round and presses a button."""
    seen = record.rounds.get(ended_at=None).pk
    return lambda: getattr(actions, verb)(record_id=record.pk, user=user, round_id=seen, **details)


def many(walk: Callable[..., EditorialRecord], cast: SimpleNamespace, times: int = TIMES) -> Iterator[EditorialRecord]:
    """The same state again and again; the first item gets there by the board's actions."""
    model = walk(cast)
    copies = [like(model, cast) for _ in range(times - 1)]
    yield from (model, *copies)


def demand_one(results: list[Any], winners: dict[int, Any], record: EditorialRecord, stage: str) -> int:
    """Exactly one got through; the other reads by whom. Returns the winner's place."""
    assert results.count(DONE) == 1, results
    winner = results.index(DONE)
    for place, answer in enumerate(results):
        if place != winner:
            assert isinstance(answer, Refused), answer
            assert answer.reason in SECOND, answer
            assert winners[winner].get_full_name() in sentence(answer)
    last = record.rounds.order_by("-number").first()
    recorded = Decision.objects.filter(round=last, stage=stage)
    assert [row.actor_id for row in recorded] == [winners[winner].pk]
    return winner


def demand_sound() -> None:
    """State, ledger, decisions and the public site agree."""
    assert list(ledger_faults()) == []
    assert list(public_faults()) == []


def test_two_deputies__one_approval_is_recorded(free_database: SimpleNamespace) -> None:
    cast = free_database
    for record in many(items.awaiting_deputy, cast):
        pair = {0: cast.deputy1, 1: cast.deputy2}

        results = race(*(act("approve", record, user) for user in pair.values()))

        demand_one(results, pair, record, "deputy")
        record.refresh_from_db()
        assert record.work is WorkState.AWAITING_HEAD
    demand_sound()


@pytest.mark.parametrize(
    ("verb", "details", "after"),
    [
        ("return_item", {"note": "Thiếu ảnh"}, WorkState.IN_EDITING),
        ("refuse", {"note": "Chưa đạt", "ground": "refuse_quality"}, WorkState.REFUSED),
    ],
)
def test_approve_beside__contradicts_nothing(
    verb: str, details: dict[str, str], after: WorkState, free_database: SimpleNamespace
) -> None:
    cast = free_database
    for turn, record in enumerate(many(items.awaiting_deputy, cast)):
        pair = {0: cast.deputy1, 1: cast.deputy2}
        calls = [act("approve", record, cast.deputy1), act(verb, record, cast.deputy2, **details)]
        order = (0, 1) if turn % 2 else (1, 0)

        results = race(*(calls[place] for place in order))

        winner = demand_one([results[order.index(place)] for place in (0, 1)], pair, record, "deputy")
        record.refresh_from_db()
        assert record.work is (WorkState.AWAITING_HEAD, after)[winner]
    demand_sound()


def test_two_heads__post_once(free_database: SimpleNamespace) -> None:
    """The head and whoever stands in for him, both with "approve and post"."""
    cast = free_database
    actions.delegate(
        school=cast.school,
        user=cast.head,
        given_to=cast.deputy2,
        starts_on=today(),
        ends_on=today(),
        decision_number="1/QĐ",
    )
    for record in many(items.awaiting_head, cast):
        pair = {0: cast.head, 1: cast.deputy2}

        results = race(*(act("approve", record, user, and_post=True) for user in pair.values()))

        demand_one(results, pair, record, "head")
        demand_posted_once(record)
    demand_sound()


def demand_posted_once(record: EditorialRecord) -> None:
    lines = LedgerEntry.objects.filter(record_id=record.pk, action="editorial.post")
    record.refresh_from_db()
    page = Page.objects.get(pk=record.page_id)
    assert lines.count() == 1
    assert (page.live, page.live_revision_id) == (True, record.live_clearance.revision_id)
    assert record.public is PublicState.POSTED


def test_double_click__posts_once_and_the_page_stays_up(free_database: SimpleNamespace) -> None:
    """WAGTAIL.md §4: stock Wagtail's loser takes the page off line."""
    cast = free_database
    for record in many(items.approved, cast):
        clicks = [lambda pk=record.pk: actions.post(record_id=pk, user=cast.secretary)] * 2

        results = race(*clicks, lambda pk=record.page_id: demand_never_down(pk))

        assert results.count(DONE) == 2, results
        assert {type(row) for row in results[:2] if row != DONE} == {Refused}
        demand_posted_once(record)
    demand_sound()


def demand_never_down(page_id: int, looks: int = 20) -> None:
    """Once somebody has seen the page on the site, nobody sees it off."""
    seen = [Page.objects.values_list("live", flat=True).get(pk=page_id) for _ in range(looks)]
    assert seen == sorted(seen), seen


def test_double_click__on_the_review_page(free_database: SimpleNamespace) -> None:
    """The same through the browser: no error, one line, and the page is up."""
    cast = free_database
    for record in many(items.approved, cast, TIMES):
        address = f"/admin/board/review/{record.pk}/act/post/"
        statuses: list[int] = []

        def click(address: str = address, statuses: list[int] = statuses) -> None:
            client = Client(raise_request_exception=False)
            client.force_login(cast.secretary, backend="django.contrib.auth.backends.ModelBackend")
            statuses.append(client.post(address, {}).status_code)

        assert race(click, click) == [DONE, DONE]
        assert all(status < 500 for status in statuses), statuses
        demand_posted_once(record)
    demand_sound()


def test_two_reports_of_one_event__settle_its_duty_once(free_database: SimpleNamespace) -> None:
    """A69: both are posted at one moment; one of them answers the duty, and one line says so."""
    cast = free_database
    for number in range(5):
        event = clocks.event(cast, title=f"Ngày hội {number}")
        pair = [clocks.report(cast, event, clocks.moment(1)) for _ in range(2)]
        for record in pair:
            clocks.cleared(cast, record, clocks.moment(2))

        posts = [lambda pk=record.pk: clocks.post_at_noon(cast, pk) for record in pair]
        assert race(*posts) == [DONE, DONE]

        duty = Duty.objects.select_related("record").get(event=event)
        assert duty.record in pair
        lines = LedgerEntry.objects.filter(record_id__in=[row.pk for row in pair], action="editorial.post")
        assert sorted("verdict" in line.payload for line in lines) == [False, True]
    demand_sound()
