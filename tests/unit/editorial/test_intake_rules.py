"""Who enters, reads, makes an article of and closes what came in by other doors (A30, A60)."""

from __future__ import annotations

import dataclasses

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules.intake import (
    MAX_ORIGINALS,
    Given,
    IntakeState,
    intake_state,
    is_worth_entering,
    may_add_original,
    may_close_intake,
    may_enter_intake,
    may_make_draft,
    may_read_intake,
    origin_of,
    read_receipt,
    receipt,
)
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Channel, Origin
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    head,
    other_deputy,
    secretary,
    stranger,
    switched_off,
    technician,
)

OPEN, ARTICLE, CLOSED = IntakeState.OPEN, IntakeState.ARTICLE, IntakeState.CLOSED
GIVEN = Given(giver_name="Bà Lan", channel=Channel.PAPER, subject="Tin", token="0" * 32, text="Chữ")


@pytest.mark.parametrize("person", [secretary(), editor()])
def test_may_enter_intake__secretary_and_editors(person):
    assert may_enter_intake(person) is ALLOWED


@pytest.mark.parametrize("person", [head(), deputy(), delegate(posts=frozenset()), author(), stranger()])
def test_may_enter_intake__nobody_else(person):
    assert may_enter_intake(person) == Refused(Reason.NOT_YOUR_POST)


@pytest.mark.parametrize("person", [head(), deputy(), other_deputy(), delegate(), secretary(), editor()])
def test_may_read_intake__the_board(person):
    assert may_read_intake(person) is ALLOWED


@pytest.mark.parametrize("person", [author(), stranger()])
def test_may_read_intake__not_a_units_members(person):
    assert may_read_intake(person) == Refused(Reason.NOT_YOUR_POST)


@pytest.mark.parametrize(
    ("person", "reason"), [(technician(), Reason.TECHNICAL_ROLE), (switched_off(), Reason.INACTIVE)]
)
def test_may_read_intake__not_the_technical_administrator_nor_a_switched_off_account(person, reason):
    assert may_read_intake(person) == may_enter_intake(person) == Refused(reason)


@pytest.mark.parametrize("change", [{"giver_name": " "}, {"subject": ""}, {"text": "\n"}])
def test_is_worth_entering__needs_giver_subject_and_words_or_a_file(change):
    assert is_worth_entering(GIVEN, 0) is ALLOWED
    assert is_worth_entering(dataclasses.replace(GIVEN, **change), 0) == Refused(Reason.INTAKE_EMPTY)


def test_is_worth_entering__a_file_without_words_is_enough_but_not_too_many():
    wordless = dataclasses.replace(GIVEN, text="")
    assert is_worth_entering(wordless, MAX_ORIGINALS) is ALLOWED
    assert is_worth_entering(wordless, MAX_ORIGINALS + 1) == Refused(
        Reason.INTAKE_TOO_MANY, {"limit": str(MAX_ORIGINALS)}
    )


def test_intake_state__is_derived():
    assert intake_state(has_article=False, is_closed=False) is OPEN
    assert intake_state(has_article=False, is_closed=True) is CLOSED
    assert intake_state(has_article=True, is_closed=False) is ARTICLE
    assert intake_state(has_article=True, is_closed=True) is ARTICLE


def test_may_make_draft__once_and_not_of_a_closed_entry():
    assert may_make_draft(secretary(), OPEN) is ALLOWED
    assert may_make_draft(secretary(), ARTICLE) == Refused(Reason.INTAKE_HAS_ARTICLE)
    assert may_make_draft(secretary(), CLOSED) == Refused(Reason.INTAKE_CLOSED)
    assert may_make_draft(head(), OPEN) == Refused(Reason.NOT_YOUR_POST)


def test_may_add_original__until_closed_and_not_too_many():
    assert may_add_original(editor(), OPEN, originals=1) is ALLOWED
    assert may_add_original(editor(), ARTICLE, originals=MAX_ORIGINALS) is ALLOWED
    assert may_add_original(editor(), CLOSED, originals=1) == Refused(Reason.INTAKE_CLOSED)
    assert may_add_original(deputy(), OPEN, originals=1) == Refused(Reason.NOT_YOUR_POST)
    assert not may_add_original(editor(), OPEN, originals=MAX_ORIGINALS + 1)


def test_may_close_intake__says_why():
    assert may_close_intake(secretary(), OPEN, "gửi hai lần") is ALLOWED
    assert may_close_intake(secretary(), OPEN, "  ") == Refused(Reason.NOTE_MISSING)
    assert may_close_intake(secretary(), ARTICLE, "x") == Refused(Reason.INTAKE_HAS_ARTICLE)
    assert may_close_intake(secretary(), CLOSED, "x") == Refused(Reason.INTAKE_CLOSED)
    assert may_close_intake(author(), OPEN, "x") == Refused(Reason.NOT_YOUR_POST)


def test_receipt__is_written_and_read_as_people_do():
    assert receipt(27, 2026) == "27/2026"
    assert read_receipt(" 27 / 2026 ") == (27, 2026)


@pytest.mark.parametrize("text", ["", "27", "27/26", "x/2026", "1234567/2026", "٢٧/2026"])
def test_read_receipt__anything_else_is_none(text):
    assert read_receipt(text) is None


def test_origin_of__a_unit_or_a_contributor():
    assert origin_of(5) is Origin.UNIT
    assert origin_of(None) is Origin.CONTRIBUTOR
