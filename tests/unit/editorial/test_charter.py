"""The board's rules as data."""

from __future__ import annotations

import json
import math

import pytest

from editorial.rules.charter import CharterError, CharterRules, read_charter, write_charter
from editorial.rules.clock_terms import VIETNAMESE_DUTIES, DeadlineUnit, QuotaBasis


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
        ({"deadline_days": 0}, "deadline_days: at least 1"),
        ({"deadline_days": 61}, "deadline_days: at most 60"),
        ({"quota_cut_off_day": 29}, "quota_cut_off_day: at most 28"),
        ({"deadline_unit": "hours"}, "deadline_unit: expected one of calendar, working"),
        ({"deadline_unit": None}, "deadline_unit: expected one of calendar, working"),
        ({"quota_basis": []}, "quota_basis: expected one of handed_in, posted"),
        ({"quota_months": 9}, "quota_months: expected a list of months"),
        ({"quota_months": "9"}, "quota_months: expected a list of months"),
        ({"quota_months": [9, "10"]}, "quota_months: expected a list of months"),
        ({"quota_months": [True]}, "quota_months: expected a list of months"),
        ({"quota_months": [0]}, "quota_months: months are numbered 1 to 12"),
        ({"quota_months": [9, 13]}, "quota_months: months are numbered 1 to 12"),
        ({"duty_table": []}, "duty_table: expected kinds of event with who writes"),
        ({"duty_table": {"wedding": "trade_union"}}, "duty_table: no kind of event is called wedding"),
        ({"duty_table": {1: "trade_union"}}, "duty_table: no kind of event is called 1"),
        ({"duty_table": {"arts": "choir"}}, "duty_table: nobody to write about arts is called choir"),
        ({"duty_table": {"arts": None}}, "duty_table: nobody to write about arts is called None"),
        ({"report_cutoff_day": 29}, "report_cutoff_day: at most 28"),
        ({"merit_points": []}, "merit_points: expected facts with their weights"),
        ({"merit_points": {"beauty": 1}}, "merit_points: no fact is called beauty"),
        ({"merit_points": {"items": 101}}, "merit_points: a weight is a whole number from 0 to 100"),
        ({"merit_points": {"items": True}}, "merit_points: a weight is a whole number from 0 to 100"),
        ({"merit_points": {"items": 1.5}}, "merit_points: a weight is a whole number from 0 to 100"),
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


def test_read_charter__weighs_no_fact_and_reports_whole_months():
    """A76, B17: Đ17 names no points, and a month is reported to its last day, where the charter says nothing."""
    rules = read_charter({"merit_points": {"items": 5}})
    assert rules.merit_points == {**CharterRules().merit_points, "items": 5}
    assert set(CharterRules().merit_points.values()) == {0}
    assert CharterRules().report_cutoff_day == 0


def test_read_charter__has_the_regulations_clocks():
    """A66, A69, A70: Đ13.2 and Đ14.1 where the charter says nothing."""
    rules = read_charter({})
    assert (rules.deadline_days, rules.deadline_unit, rules.deadline_rolls_over) == (3, DeadlineUnit.CALENDAR, True)
    assert (rules.handing_in_days, rules.editing_days) == (1, 2)
    assert (rules.quota_per_month, rules.quota_basis, rules.quota_cut_off_day) == (1, QuotaBasis.HANDED_IN, 3)
    assert rules.quota_months == (1, 2, 3, 4, 5, 9, 10, 11, 12)
    assert rules.duty_table == VIETNAMESE_DUTIES
    assert rules.duty_table["public_holiday"] == "trade_union"


def test_read_charter__a_kind_of_event_that_is_left_out_has_the_regulations_holder():
    assert read_charter({"duty_table": {"arts": ""}}).duty_table == {**VIETNAMESE_DUTIES, "arts": ""}


def test_read_charter__months_in_order_and_once():
    assert read_charter({"quota_months": [10, 9, 10]}).quota_months == (9, 10)


def test_charter__two_editions_never_share_a_table():
    first, second = CharterRules(), CharterRules()
    assert first.duty_table is not second.duty_table
    assert write_charter(first)["duty_table"] is not first.duty_table
    assert hash(first) == hash(second)


def test_write_charter__is_plain_json():
    written = write_charter(CharterRules(quota_basis=QuotaBasis.POSTED))
    assert json.loads(json.dumps(written)) == written
    assert type(written["quota_basis"]) is str
    assert type(written["quota_months"]) is list


def test_write_charter__spells_out_every_entry():
    assert write_charter(CharterRules())["emergency_hide"] is True
    assert read_charter(write_charter(CharterRules(notice_hours=1))) == CharterRules(notice_hours=1)
