"""On time or late, and whose delay it was (A32, A69)."""

from __future__ import annotations

import dataclasses
import datetime
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.verdicts import LATE, Fact, Verdict, VerdictFacts, explain, verdict

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
CHARTER = CharterRules()
ENDED, DUE = datetime.date(2023, 9, 18), datetime.date(2023, 9, 21)
DAY = datetime.timedelta(days=1)


def at(day: int, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """A local moment of September 2023: the event ends on the 18th, its item is due on the 21st."""
    return datetime.datetime(2023, 9, day, hour, minute, tzinfo=SAIGON)


def facts(**changes) -> VerdictFacts:
    return dataclasses.replace(VerdictFacts(due=DUE, ended_on=ENDED), **changes)


def item(handed_in: int | None, cleared: int | None, posted: int | None, **changes) -> VerdictFacts:
    """An item by the days its steps fell on."""
    moments = {"first_handed_in_at": handed_in, "cleared_at": cleared, "first_published_at": posted}
    return facts(**{name: None if day is None else at(day) for name, day in moments.items()}, **changes)


RETURNED = {"returned_count": 1, "time_with_unit": 2 * DAY}


@pytest.mark.parametrize(
    ("happened", "found"),
    [
        (item(19, 20, 21), Verdict.ON_TIME),
        (item(21, 21, 21, **RETURNED), Verdict.ON_TIME),
        (item(None, None, 20), Verdict.ON_TIME),
        (item(None, None, None), Verdict.NO_ITEM),
        (item(19, 21, 22), Verdict.LATE_POSTING),
        (item(20, 21, 22, **RETURNED), Verdict.LATE_POSTING),
        (item(20, 22, 22), Verdict.LATE_UNIT),
        (item(20, 22, 22, **RETURNED), Verdict.LATE_UNIT),
        (item(None, None, 23), Verdict.LATE_UNIT),
        (item(19, 22, 22, **RETURNED), Verdict.LATE_RETURNED),
        (item(19, 24, 25, **RETURNED), Verdict.LATE_BOARD),
        (item(19, 22, 22), Verdict.LATE_BOARD),
        (item(19, 22, 22, time_with_unit=2 * DAY), Verdict.LATE_BOARD),
        (item(19, None, 22), Verdict.LATE_BOARD),
    ],
)
def test_verdict__of_an_item_whose_time_is_over(happened, found):
    """A69: one verdict for everything that can have happened."""
    assert verdict(happened, CHARTER, at(30), SAIGON) is found


@pytest.mark.parametrize(
    ("happened", "found"),
    [
        (item(None, None, None), Verdict.NO_ITEM),
        (item(19, 21, None), Verdict.LATE_POSTING),
        (item(20, None, None), Verdict.LATE_UNIT),
        (item(19, None, None), Verdict.LATE_BOARD),
        (item(19, None, None, **RETURNED), Verdict.LATE_RETURNED),
    ],
)
def test_verdict__of_an_item_not_posted_is_open_until_the_day_ends(happened, found):
    assert verdict(happened, CHARTER, at(21, 23, 59), SAIGON) is Verdict.OPEN
    assert verdict(happened, CHARTER, at(22, 0, 0), SAIGON) is found


def test_verdict__posted_at_23_59_and_at_00_01_fall_on_the_right_sides():
    on_time = facts(first_handed_in_at=at(19), cleared_at=at(21), first_published_at=at(21, 23, 59))
    late = dataclasses.replace(on_time, first_published_at=at(22, 0, 1))
    assert verdict(on_time, CHARTER, at(30), SAIGON) is Verdict.ON_TIME
    assert verdict(late, CHARTER, at(30), SAIGON) is Verdict.LATE_POSTING


def test_verdict__approved_at_midnight_is_not_approved_in_time():
    happened = facts(first_handed_in_at=at(19), first_published_at=at(22))
    in_time = dataclasses.replace(happened, cleared_at=at(21, 23, 59))
    late = dataclasses.replace(happened, cleared_at=at(22, 0, 0))
    assert verdict(in_time, CHARTER, at(30), SAIGON) is Verdict.LATE_POSTING
    assert verdict(late, CHARTER, at(30), SAIGON) is Verdict.LATE_BOARD


def test_verdict__the_units_step_ends_with_its_day():
    """A32: Đ7.1 dash 2, handed in by the day after the event."""
    happened = facts(cleared_at=at(22), first_published_at=at(22))
    in_time = dataclasses.replace(happened, first_handed_in_at=at(19, 23, 59))
    late = dataclasses.replace(happened, first_handed_in_at=at(20, 0, 0))
    assert verdict(in_time, CHARTER, at(30), SAIGON) is Verdict.LATE_BOARD
    assert verdict(late, CHARTER, at(30), SAIGON) is Verdict.LATE_UNIT


def test_verdict__the_units_step_is_a_number_of_the_charter():
    happened = item(20, 22, 22)
    assert verdict(happened, CHARTER, at(30), SAIGON) is Verdict.LATE_UNIT
    assert verdict(happened, CharterRules(handing_in_days=2), at(30), SAIGON) is Verdict.LATE_BOARD


def test_verdict__a_return_excuses_the_board_only_for_the_time_the_unit_had_it():
    happened = item(19, 22, 22, returned_count=1)
    enough = dataclasses.replace(happened, time_with_unit=datetime.timedelta(hours=9, minutes=1))
    too_little = dataclasses.replace(happened, time_with_unit=datetime.timedelta(hours=9))
    assert verdict(enough, CHARTER, at(30), SAIGON) is Verdict.LATE_RETURNED
    assert verdict(too_little, CHARTER, at(30), SAIGON) is Verdict.LATE_BOARD


def test_verdict__of_a_posted_item_does_not_move_with_time():
    happened = item(19, 22, 22, **RETURNED)
    assert {verdict(happened, CHARTER, at(day), SAIGON) for day in range(22, 31)} == {Verdict.LATE_RETURNED}


def test_late__is_every_verdict_about_a_late_item():
    assert set(Verdict) - LATE == {Verdict.ON_TIME, Verdict.NO_ITEM, Verdict.OPEN}


HEAD_OF_STORY = [(Fact.ENDED, {"on": ENDED}), (Fact.DUE, {"on": DUE})]


def story(happened: VerdictFacts, now: datetime.datetime) -> list:
    """What is said beyond the event's end and the due date."""
    said = list(explain(happened, CHARTER, now, SAIGON))
    assert said[:2] == HEAD_OF_STORY
    return said[2:]


def test_explain__approved_in_time_but_posted_late():
    assert story(item(19, 21, 22), at(30)) == [
        (Fact.HANDED_IN, {"at": at(19)}),
        (Fact.CLEARED, {"at": at(21)}),
        (Fact.POSTED_LATE, {"at": at(22)}),
    ]


def test_explain__handed_in_edited_returned_and_decided_late():
    assert story(item(20, 22, 23, forwarded_at=at(21), **RETURNED), at(30)) == [
        (Fact.HANDED_IN_LATE, {"at": at(20)}),
        (Fact.EDITED_LATE, {"at": at(21)}),
        (Fact.RETURNED, {"count": 1, "time": 2 * DAY}),
        (Fact.CLEARED_LATE, {"at": at(22)}),
        (Fact.POSTED_LATE, {"at": at(23)}),
    ]


def test_explain__everything_in_time():
    assert story(item(19, 20, 21, forwarded_at=at(20)), at(30)) == [
        (Fact.HANDED_IN, {"at": at(19)}),
        (Fact.EDITED, {"at": at(20)}),
        (Fact.CLEARED, {"at": at(20)}),
        (Fact.POSTED, {"at": at(21)}),
    ]


@pytest.mark.parametrize(
    ("happened", "last"),
    [
        (item(None, None, None), Fact.NOT_HANDED_IN),
        (item(19, None, None), Fact.NOT_CLEARED),
        (item(19, 20, None), Fact.NOT_POSTED),
    ],
)
def test_explain__what_never_came_is_said_once_the_day_is_over(happened, last):
    before, after = story(happened, at(21, 23, 59)), story(happened, at(22, 0, 0))
    assert after == before + [(last, {})]


def test_explain__moments_are_those_of_the_schools_clock():
    posted = at(21, 2)
    said = explain(facts(first_published_at=posted.astimezone(datetime.UTC)), CHARTER, at(30), SAIGON)
    assert said[-1][1]["at"].isoformat() == posted.isoformat()
