"""Looking after documents, as plain rules: retention, review, archive, drafts of units, acquaintance."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import ALLOWED, Refused
from documents.rules.acquainting import (
    AcquaintanceReminder,
    Announced,
    acquaintance_reminder,
    may_announce,
    may_be_due,
    may_confirm_reading,
    may_see_readers,
)
from documents.rules.keeping import Retention, kept_until, may_archive, may_reinstate, review_due
from documents.rules.registering import (
    Openness,
    RegisterFacts,
    Standing,
    may_be_public,
    may_draft_document,
    may_register,
)
from documents.rules.validity import Validity
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_claim, may_hand_in_and_forward, may_place
from editorial.rules.facts import Item
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.reviewing import ReviewReminder, ReviewState, review_reminder, review_state
from editorial.rules.vocabulary import ContentClass, Post, PublicState, WorkState

DAY = datetime.date(2026, 3, 31)
VN = CharterRules()
RU = CharterRules(has_editing_stage=False, deputies_by_field=True, deputies_release_documents=True)
UNIT, OTHER = 4, 5
SECRETARY = Actor(1, posts=frozenset({Post.SECRETARY}))
HEAD = Actor(2, posts=frozenset({Post.HEAD}))
DEPUTY = Actor(3, posts=frozenset({Post.DEPUTY}), field_ids=frozenset({UNIT}))
EDITOR = Actor(4, posts=frozenset({Post.EDITOR}), field_ids=frozenset({UNIT}))
TEACHER = Actor(5, unit_ids=frozenset({UNIT}))
TECHNICIAN = Actor(6, is_technical=True)
CLOSED = dataclasses.replace(SECRETARY, is_active=False)


def document(unit: int = UNIT, work: WorkState = WorkState.PUBLISHED, public: PublicState = PublicState.POSTED) -> Item:
    return Item(work, public, unit, ContentClass.ORDINARY, is_document=True)


@pytest.mark.parametrize(
    ("retention", "issued", "ended", "until"),
    [
        (Retention.YEARS_1, (2025, 1, 1), None, (2026, 12, 31)),
        (Retention.YEARS_5, (2025, 12, 31), None, (2030, 12, 31)),
        (Retention.YEARS_25, (2020, 9, 1), (2024, 8, 31), (2049, 12, 31)),
        (Retention.YEARS_75, None, (2024, 8, 31), (2099, 12, 31)),
    ],
)
def test_kept_until__runs_from_the_end_of_the_year_it_ended_or_was_issued_in(retention, issued, ended, until) -> None:
    """B16."""
    days = [datetime.date(*day) if day else None for day in (issued, ended)]
    assert kept_until(retention, *days) == datetime.date(*until)


def test_kept_until__is_unknown_for_ever_or_beyond_the_calendar() -> None:
    """B16."""
    assert kept_until(Retention.PERMANENT, DAY, None) is None
    assert kept_until(None, DAY, DAY) is None
    assert kept_until(Retention.YEARS_5, None, None) is None
    assert kept_until(Retention.YEARS_75, datetime.date(9990, 1, 1), None) is None


def test_review_due__is_the_entered_day_while_it_lies_ahead_else_a_year_after_the_last_look() -> None:
    """A33."""
    assert review_due(None, DAY) == datetime.date(2027, 3, 31)
    assert review_due(datetime.date(2026, 6, 1), DAY) == datetime.date(2026, 6, 1)
    assert review_due(DAY, DAY) == datetime.date(2027, 3, 31)
    assert review_due(None, datetime.date(2024, 2, 29)) == datetime.date(2025, 2, 28)


def test_review_state__is_soon_within_a_month_and_overdue_after_the_day() -> None:
    """A33."""
    month = datetime.timedelta(days=30)
    one = datetime.timedelta(days=1)
    assert review_state(DAY, DAY - month - one) is ReviewState.FRESH
    assert review_state(DAY, DAY - month) is ReviewState.SOON
    assert review_state(DAY, DAY) is ReviewState.SOON
    assert review_state(DAY, DAY + one) is ReviewState.OVERDUE


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-31, None),
        (-30, ReviewReminder.MONTH_BEFORE),
        (-1, ReviewReminder.MONTH_BEFORE),
        (0, ReviewReminder.ON_THE_DAY),
        (29, ReviewReminder.ON_THE_DAY),
        (30, ReviewReminder.MONTH_AFTER),
    ],
)
def test_review_reminder__month_before_on_the_day_and_month_after(days: int, said: ReviewReminder | None) -> None:
    """A33."""
    assert review_reminder(DAY, DAY + datetime.timedelta(days=days)) is said


def test_may_archive__an_ended_document_by_secretary_or_deputy_of_the_field() -> None:
    """B06."""
    assert may_archive(SECRETARY, document(), VN, Validity.EXPIRED) is ALLOWED
    assert may_archive(DEPUTY, document(), RU, Validity.EXPIRED) is ALLOWED
    assert may_archive(SECRETARY, document(), VN, Validity.IN_FORCE) == Refused(Reason.STILL_IN_FORCE)
    assert may_archive(DEPUTY, document(OTHER), RU, Validity.EXPIRED) == Refused(Reason.NOT_YOUR_FIELD)
    assert may_archive(DEPUTY, document(), VN, Validity.EXPIRED) == Refused(Reason.NOT_YOUR_POST)
    assert may_archive(TECHNICIAN, document(), VN, Validity.EXPIRED) == Refused(Reason.TECHNICAL_ROLE)
    gone = document(public=PublicState.TAKEN_DOWN)
    assert may_archive(SECRETARY, gone, VN, Validity.EXPIRED) == Refused(Reason.NOT_ONLINE)
    assert may_reinstate(SECRETARY, document(), VN) is ALLOWED
    assert may_reinstate(HEAD, document(), VN) == Refused(Reason.NOT_YOUR_POST)


def test_may_register__a_russian_deputy_only_in_his_field() -> None:
    """B06."""
    assert may_register(SECRETARY, VN, OTHER) is ALLOWED
    assert may_register(DEPUTY, RU, UNIT) is ALLOWED
    assert may_register(DEPUTY, RU) is ALLOWED
    assert may_register(DEPUTY, RU, OTHER) == Refused(Reason.NOT_YOUR_FIELD)
    assert may_register(DEPUTY, VN, UNIT) == Refused(Reason.NOT_YOUR_POST)
    assert may_register(EDITOR, RU) == Refused(Reason.NOT_YOUR_POST)
    assert may_register(TECHNICIAN, VN) == Refused(Reason.TECHNICAL_ROLE)
    assert may_register(CLOSED, VN) == Refused(Reason.INACTIVE)
    assert may_place(dataclasses.replace(DEPUTY, field_ids=frozenset()), UNIT, RU) == Refused(Reason.NOT_YOUR_FIELD)


def test_may_draft_document__is_any_members_for_his_own_unit() -> None:
    """A35."""
    assert may_draft_document(TEACHER) is ALLOWED
    assert may_draft_document(TEACHER, UNIT) is ALLOWED
    assert may_draft_document(TEACHER, OTHER) == Refused(Reason.NOT_YOUR_UNIT)
    assert may_draft_document(EDITOR) == Refused(Reason.NOT_YOUR_UNIT)
    assert may_draft_document(TECHNICIAN) == Refused(Reason.TECHNICAL_ROLE)


def test_document_of_a_unit__is_taken_up_and_sent_up_by_the_secretary_alone() -> None:
    """A35: the unit hands in, and neither it nor an editor forwards."""
    draft = document(work=WorkState.DRAFT, public=PublicState.NEVER)
    both = dataclasses.replace(EDITOR, unit_ids=frozenset({UNIT}))
    assert may_hand_in_and_forward(TEACHER, draft, VN) == Refused(Reason.NOT_YOUR_POST)
    assert may_hand_in_and_forward(TEACHER, draft, RU) == Refused(Reason.NOT_YOUR_POST)
    assert may_hand_in_and_forward(both, draft, VN) == Refused(Reason.NOT_YOUR_POST)
    handed_in = document(work=WorkState.SUBMITTED, public=PublicState.NEVER)
    assert may_claim(SECRETARY, handed_in, unit_editor_had_time=False) is ALLOWED
    assert may_claim(EDITOR, handed_in, unit_editor_had_time=True) == Refused(Reason.NOT_YOUR_POST)
    article = dataclasses.replace(handed_in, is_document=False)
    assert may_claim(EDITOR, article, unit_editor_had_time=True) is ALLOWED


def test_draft_for_comment__is_public_only_with_body_number_and_day_of_the_superior() -> None:
    """A71: Đ14.2."""
    whole = RegisterFacts(
        standing=Standing.FOR_COMMENT, superior_body="Sở GDĐT", superior_number="12/SGDĐT", superior_on=DAY
    )
    assert may_be_public(whole) is ALLOWED
    for missing in ({"superior_body": " "}, {"superior_number": ""}, {"superior_on": None}):
        assert may_be_public(dataclasses.replace(whole, **missing)) == Refused(Reason.DRAFT_UNAPPROVED)
    signed = dataclasses.replace(whole, standing=Standing.SIGNED, superior_body="")
    assert may_be_public(signed) is ALLOWED
    internal = dataclasses.replace(whole, openness=Openness.INTERNAL)
    assert may_be_public(internal) == Refused(Reason.DOCUMENT_INTERNAL)


def test_may_announce__the_head_the_secretary_and_a_russian_deputy_of_the_field() -> None:
    """B40."""
    own, other = Announced(UNIT, True), Announced(OTHER, True)
    for actor in (HEAD, SECRETARY):
        assert may_announce(actor, other, VN) is ALLOWED
    assert may_announce(DEPUTY, own, RU) is ALLOWED
    assert may_announce(DEPUTY, other, RU) == Refused(Reason.NOT_YOUR_FIELD)
    assert may_announce(DEPUTY, own, VN) == Refused(Reason.NOT_YOUR_POST)
    assert may_announce(TEACHER, own, VN) == Refused(Reason.NOT_YOUR_POST)
    assert may_announce(TECHNICIAN, own, VN) == Refused(Reason.TECHNICAL_ROLE)
    assert may_announce(HEAD, Announced(UNIT, False), VN) == Refused(Reason.NOT_READABLE)


def test_may_confirm_reading__only_who_is_named_while_it_can_be_read() -> None:
    """B40."""
    yes = {"is_named": True, "is_running": True, "is_readable": True}
    assert may_confirm_reading(TEACHER, **yes) is ALLOWED
    assert may_confirm_reading(TEACHER, **{**yes, "is_named": False}) == Refused(Reason.NOT_NAMED)
    assert may_confirm_reading(TEACHER, **{**yes, "is_running": False}) == Refused(Reason.WRONG_STATE)
    assert may_confirm_reading(TEACHER, **{**yes, "is_readable": False}) == Refused(Reason.NOT_ONLINE)
    assert may_confirm_reading(CLOSED, **yes) == Refused(Reason.INACTIVE)


def test_may_see_readers__the_board_and_the_unit_that_looks_after_it() -> None:
    """B40."""
    assert may_see_readers(HEAD, OTHER) is ALLOWED
    assert may_see_readers(TEACHER, UNIT) is ALLOWED
    assert may_see_readers(TEACHER, OTHER) == Refused(Reason.NOT_YOUR_UNIT)
    assert may_see_readers(TECHNICIAN, UNIT) == Refused(Reason.TECHNICAL_ROLE)


def test_last_day_for_reading__may_be_today_not_yesterday() -> None:
    """B40."""
    assert may_be_due(None, DAY) is ALLOWED
    assert may_be_due(DAY, DAY) is ALLOWED
    assert may_be_due(DAY - datetime.timedelta(days=1), DAY) == Refused(Reason.READ_BY_PASSED)


@pytest.mark.parametrize(
    ("days", "said"),
    [(-2, None), (-1, AcquaintanceReminder.DAY_BEFORE), (0, None), (1, AcquaintanceReminder.OVERDUE)],
)
def test_acquaintance_reminder__on_the_day_before_and_when_overdue(days: int, said) -> None:
    """B40."""
    assert acquaintance_reminder(DAY, DAY + datetime.timedelta(days=days)) is said
    assert acquaintance_reminder(None, DAY) is None
