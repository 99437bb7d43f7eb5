"""Files follow the page (Đ15.2)."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.files import FileFacts, may_see_file
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from tests.unit.editorial.people import UNIT, author, head, stranger, switched_off

CLOSED = Refused(Reason.NOT_ONLINE)
LIVE = FileFacts(is_on_live_page=True, unit_id=UNIT)
DRAFT = FileFacts(unit_id=UNIT, uploaded_by=author().id)
HIDDEN = FileFacts(is_on_live_page=True, is_hidden=True, unit_id=UNIT, uploaded_by=author().id)


@pytest.mark.parametrize("person", [None, stranger(), switched_off(), head()])
def test_may_see_file__everybody_sees_what_a_live_page_uses(person):
    assert may_see_file(person, LIVE)


@pytest.mark.parametrize("person", [author(), author(unit_ids=frozenset()), author(id=70), head()])
def test_may_see_file__a_drafts_file_is_for_uploader_unit_and_board(person):
    """A75: attachments of drafts do not leak."""
    assert may_see_file(person, DRAFT)


@pytest.mark.parametrize("person", [None, stranger(), switched_off()])
def test_may_see_file__refuses_a_drafts_file_to_everybody_else(person):
    """A75."""
    assert may_see_file(person, DRAFT) == CLOSED


def test_may_see_file__a_file_of_no_unit_is_not_everybodys():
    """A75."""
    assert may_see_file(stranger(), FileFacts()) == CLOSED


@pytest.mark.parametrize("person", [None, author(), stranger(), switched_off()])
def test_may_see_file__a_hidden_file_is_gone_even_for_its_unit(person):
    assert may_see_file(person, HIDDEN) == CLOSED


def test_may_see_file__the_board_sees_a_hidden_file_until_the_head_decides():
    assert may_see_file(head(), HIDDEN)


@pytest.mark.parametrize("file", [DRAFT, HIDDEN])
def test_may_see_file__the_technical_superuser_is_not_the_board(file):
    """A75: `may_see` shuts him out of drafts; their files must not let him in."""
    assert may_see_file(Actor(id=90, is_technical=True), file) == CLOSED


def test_may_see_file__given_to_read_is_opened_until_it_is_hidden():
    """B40: whoever was asked to read an internal document opens its files; an account switched off does not."""
    given = FileFacts(unit_id=UNIT, is_given_to_read=True)

    assert may_see_file(stranger(), given)
    assert may_see_file(switched_off(), given) == CLOSED
    assert may_see_file(stranger(), FileFacts(is_hidden=True, is_given_to_read=True)) == CLOSED
