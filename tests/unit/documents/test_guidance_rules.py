"""Guidance and the journal's section: who writes, who runs it, how clauses are named, days to catch up."""

from __future__ import annotations

import datetime

import pytest

from core.rules.answers import ALLOWED, Refused
from documents.rules import journal
from documents.rules.guidance import (
    ROLES_OF,
    Role,
    audience_of_path,
    audience_path,
    clause_keys,
    may_write_guidance,
)
from documents.rules.registering import Audience
from documents.rules.types import FORMS, TYPES
from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS
from editorial.rules.vocabulary import Post

NOW = datetime.datetime(2026, 11, 21, 10, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
TECHNICIAN = Actor(1, is_technical=True)
ADMINISTRATOR, TEACHER = Actor(7, unit_ids=frozenset({3})), Actor(8, unit_ids=frozenset({3}))


def holder(post: Post) -> Actor:
    return Actor(2, posts=frozenset({post}))


def reason(answer: object) -> Reason | None:
    return Reason(answer.reason) if isinstance(answer, Refused) else None


@pytest.mark.parametrize(
    ("actor", "why"),
    [
        (TEACHER, None),
        (holder(Post.SECRETARY), None),
        (Actor(4, delegations=(DelegationFacts(1),)), None),
        (Actor(5), Reason.NOT_YOUR_UNIT),
        (TECHNICIAN, Reason.TECHNICAL_ROLE),
    ],
)
def test_may_write_guidance__units_and_board(actor: Actor, why: Reason | None):
    """B05."""
    assert reason(may_write_guidance(actor)) is why


@pytest.mark.parametrize("country", ["vn", "ru"])
def test_audience_path__leads_back_to_its_audience(country: str):
    """B04."""
    for audience in Audience:
        parts = audience_path(audience, country).strip("/").split("/")
        assert audience_of_path(parts, country) is audience
    assert audience_of_path(["dlya", "ai"], country) is None
    assert audience_path(Audience.PARENTS, "fr") == audience_path(Audience.PARENTS, "vn")


def test_every_role__finds_its_guidance_on_some_audience_page():
    """B04, B58."""
    assert set(Role) == set().union(*ROLES_OF.values())
    assert all(Role.EVERYONE in roles for roles in ROLES_OF.values())


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("3.4", ["3.4", "3"]),
        ("п. 3.4.", ["3.4", "3"]),
        ("пункт 3.4", ["3.4", "3"]),
        ("§9.7", ["9.7", "9"]),
        ("Điều 12", ["điều 12"]),
        ("khoản 4 Điều 12", ["điều 12 khoản 4", "điều 12"]),
        ("Điều 12 khoản 2.1 điểm a", ["điều 12 khoản 2.1 điểm a", "điều 12 khoản 2.1", "điều 12"]),
        ("Приложение 1", ["приложение 1"]),
        ("  ", []),
        ("п.", []),
    ],
)
def test_clause_keys__however_it_is_named(name: str, keys: list[str]):
    assert clause_keys(name) == keys


def test_forms__have_a_kind_in_each_country():
    """B14."""
    assert {TYPES[code].country for code in FORMS} == {"vn", "ru"}


@pytest.mark.parametrize("post", [Post.HEAD, Post.SECRETARY])
def test_keeping__is_for_head_and_secretary(post: Post):
    """B05: a named role."""
    assert journal.may_keep_journal(holder(post)) is ALLOWED
    assert journal.may_set_link(holder(post), None) is ALLOWED


def test_keeping__is_refused_to_others():
    for actor in (holder(Post.DEPUTY), ADMINISTRATOR):
        assert reason(journal.may_keep_journal(actor)) is Reason.NOT_YOUR_POST
    assert reason(journal.may_keep_journal(TECHNICIAN)) is Reason.TECHNICAL_ROLE


def test_link__is_the_administrators_too():
    assert journal.may_set_link(ADMINISTRATOR, 7) is ALLOWED
    assert reason(journal.may_set_link(TEACHER, 7)) is Reason.NOT_YOUR_POST
    assert reason(journal.may_set_link(holder(Post.DEPUTY), None)) is Reason.NOT_YOUR_POST


@pytest.mark.parametrize("actor", [holder(Post.HEAD), holder(Post.DEPUTY), holder(Post.SECRETARY), ADMINISTRATOR])
def test_running__head_deputies_secretary_administrator(actor: Actor):
    assert journal.may_run_journal(actor, 7) is ALLOWED
    assert journal.may_report_outage(actor, 7, NOW - HOUR, NOW, runs=False) is ALLOWED
    assert journal.may_end_outage(actor, 7, journal.OutageFacts(NOW - HOUR), NOW, NOW) is ALLOWED
    assert journal.may_answer(actor, 7, "Có", "") is ALLOWED


def test_running__is_refused_to_others():
    outage = journal.OutageFacts(NOW - HOUR)
    answers = [
        journal.may_run_journal(TEACHER, 7),
        journal.may_report_outage(TEACHER, None, NOW, NOW, runs=False),
        journal.may_end_outage(TEACHER, 7, outage, NOW, NOW),
        journal.may_answer(holder(Post.EDITOR), 7, "Có", ""),
    ]
    assert {reason(answer) for answer in answers} == {Reason.NOT_YOUR_POST}


@pytest.mark.parametrize(
    ("began_at", "runs", "why"),
    [
        (NOW, False, None),
        (NOW - datetime.timedelta(days=31), False, None),
        (NOW - datetime.timedelta(days=32), False, Reason.OUTAGE_DATES),
        (NOW + HOUR, False, Reason.OUTAGE_DATES),
        (NOW - HOUR, True, Reason.OUTAGE_RUNS),
    ],
)
def test_may_report_outage__one_at_a_time_and_in_the_past(began_at: datetime.datetime, runs: bool, why: Reason | None):
    assert reason(journal.may_report_outage(holder(Post.SECRETARY), None, began_at, NOW, runs=runs)) is why


@pytest.mark.parametrize(
    ("outage", "ended_at", "why"),
    [
        (journal.OutageFacts(NOW - HOUR), NOW - HOUR, None),
        (journal.OutageFacts(NOW - HOUR), NOW + HOUR, Reason.OUTAGE_DATES),
        (journal.OutageFacts(NOW - HOUR), NOW - 2 * HOUR, Reason.OUTAGE_DATES),
        (journal.OutageFacts(NOW - HOUR, NOW), NOW, Reason.OUTAGE_OVER),
    ],
)
def test_may_end_outage__once_and_after_it_began(
    outage: journal.OutageFacts, ended_at: datetime.datetime, why: Reason | None
):
    assert reason(journal.may_end_outage(holder(Post.DEPUTY), None, outage, ended_at, NOW)) is why


@pytest.mark.parametrize(("ended", "last"), [("2026-11-20", "2026-11-22"), ("2026-12-30", "2027-01-01")])
def test_catch_up_day__is_two_calendar_days_later_whatever_day_that_is(ended: str, last: str):
    """B05: 000 §9.7; a Sunday or a holiday moves nothing."""
    assert journal.catch_up_day(datetime.date.fromisoformat(ended)) == datetime.date.fromisoformat(last)


def test_may_ask__needs_words_and_no_flood():
    """B08."""
    assert journal.may_ask("Quên mật khẩu?", recent=MOST_REPORTS - 1) is ALLOWED
    assert reason(journal.may_ask("Quên mật khẩu?", recent=MOST_REPORTS)) is Reason.TOO_MANY_REPORTS
    assert reason(journal.may_ask("  ", recent=0)) is Reason.QUESTION_EMPTY


def test_may_answer__once_and_in_words():
    """B08."""
    assert reason(journal.may_answer(holder(Post.HEAD), None, " ", "")) is Reason.NOTE_MISSING
    assert reason(journal.may_answer(holder(Post.HEAD), None, "Có", "Bà B")) is Reason.ALREADY_DECIDED


def test_is_late__from_the_day_after():
    day = datetime.date(2026, 11, 24)
    assert not journal.is_late(day, day)
    assert journal.is_late(day, day + datetime.timedelta(days=1))
