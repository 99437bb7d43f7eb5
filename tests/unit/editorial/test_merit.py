"""Facts for commendations, and points only where the charter weighs them (A76, Đ17 §1)."""

from __future__ import annotations

import datetime

import pytest

from editorial.rules.figure_duties import DutyFact, DutyHead
from editorial.rules.merit import Band, MeritLine, has_points, points, unit_lines
from editorial.rules.merit_terms import NO_POINTS
from editorial.rules.verdicts import Verdict

LINE = MeritLine(1, months=9, months_met=6, judged=3, on_time=1, items=4, topical=1, overdue=1, untrue=1, fault=1)


def test_points__are_none_where_nothing_weighs():
    assert not has_points(NO_POINTS)
    assert points(LINE, NO_POINTS) is None
    assert LINE.band is None


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({"months_met": 90}, 60.0),
        ({"on_time": 10}, 3.3),
        ({"on_time": 50}, 16.7),
        ({"items": 5, "topical": 10}, 30.0),
        ({"items": 5, "overdue": 4, "untrue": 3, "fault": 2}, 11.0),
        ({"overdue": 4}, 0.0),
        ({"items": 100}, 100.0),
    ],
)
def test_points__are_the_weighted_facts_from_0_to_100(weights, expected):
    assert points(LINE, {**NO_POINTS, **weights}) == expected


def test_points__of_a_share_of_nothing_are_nothing():
    assert points(MeritLine(1, items=1), {**NO_POINTS, "months_met": 100, "on_time": 100}) == 0.0


def duty(verdict: Verdict) -> DutyFact:
    """A duty of unit 3 in October, with its verdict."""
    day = datetime.date(2026, 10, 5)
    head = DutyHead(1, 7, "Hội thi", day, (), 3)
    return DutyFact(head, day, day, 3, verdict, None, None, True, False, False, False)


def test_overdue__is_what_came_late_by_the_unit_or_never():
    """The board's own delays are held against nobody."""
    lines = unit_lines([], [duty(verdict) for verdict in Verdict], [], NO_POINTS)
    assert (lines[0].overdue, lines[0].on_time, lines[0].judged) == (2, 1, len(Verdict) - 1)


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (100.0, Band.EXCELLENT),
        (90.0, Band.EXCELLENT),
        (89.9, Band.GOOD),
        (80.0, Band.GOOD),
        (70.0, Band.FAIR),
        (69.9, Band.AVERAGE),
        (50.0, Band.AVERAGE),
        (49.9, Band.WEAK),
        (0.0, Band.WEAK),
    ],
)
def test_band__begins_at_its_lowest_point(value, band):
    assert MeritLine(1, points=value).band is band
