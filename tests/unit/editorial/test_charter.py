"""The board's rules as data."""

from __future__ import annotations

import math

import pytest

from editorial.rules.charter import CharterError, CharterRules, read_charter, write_charter


def test_read_charter__what_is_left_out_has_the_regulations_value():
    """A68: every news item ends with the head unless the charter says otherwise."""
    rules = read_charter({})
    assert rules == CharterRules()
    assert not rules.editors_release
    assert not rules.deputies_release
    assert not rules.delegates_take_down
    assert rules.has_editing_stage
    assert rules.emergency_hide
    assert (rules.notice_characters, rules.notice_hours, rules.decision_hours) == (500, 72, 24)


def test_read_charter__takes_what_is_given():
    assert read_charter({"notice_hours": 24, "small_share": 1, "editors_release": True}) == CharterRules(
        notice_hours=24, small_share=1, editors_release=True
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"silence_approves": True}, "silence_approves: the charter has no such entry"),
        ({"editors_release": 1}, "editors_release: expected bool"),
        ({"editors_release": "yes"}, "editors_release: expected bool"),
        ({"notice_hours": "72"}, "notice_hours: expected int"),
        ({"notice_hours": True}, "notice_hours: expected int"),
        ({"notice_hours": 1.5}, "notice_hours: expected int"),
        ({"notice_hours": -1}, "notice_hours: at least 0"),
        ({"claim_working_days": 0}, "claim_working_days: at least 1"),
        ({"number_working_days": 0}, "number_working_days: at least 1"),
        ({"small_share": None}, "small_share: expected float"),
        ({"small_share": False}, "small_share: expected float"),
        ({"small_share": -0.1}, "small_share: a share lies between 0 and 1"),
        ({"small_share": 1.1}, "small_share: a share lies between 0 and 1"),
        ({"small_share": math.inf}, "small_share: a share lies between 0 and 1"),
        ({"small_share": math.nan}, "small_share: a share lies between 0 and 1"),
    ],
)
def test_read_charter__refuses_and_names_the_entry(data, sentence):
    with pytest.raises(CharterError, match=f"^{sentence}$"):
        read_charter(data)


def test_write_charter__spells_out_every_entry():
    assert write_charter(CharterRules())["emergency_hide"] is True
    assert read_charter(write_charter(CharterRules(notice_hours=1))) == CharterRules(notice_hours=1)
