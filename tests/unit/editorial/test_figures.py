"""The figures of a report, counted from plain facts (A23; docs/figures.md)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.figure_duties import DutyFact, DutyHead, duty_fact
from editorial.rules.figure_items import Bounds, ItemFact, ItemHead, ItemLine, item_fact
from editorial.rules.figure_json import differences, from_json, to_json
from editorial.rules.figure_terms import (
    CODES,
    Compared,
    Figure,
    FigureCode,
    ItemKind,
    Part,
    ProvidedTable,
    Step,
    value_of,
)
from editorial.rules.figures import (
    IncidentFact,
    ReportFacts,
    RequestFact,
    figures,
    in_hours,
    item_counts,
    nearest_rank,
    share,
)
from editorial.rules.periods import month
from editorial.rules.quotas import QuotaState, QuotaUsage
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import Verb, WorkState

ZONE = datetime.timezone(datetime.timedelta(hours=7))
OCTOBER = month(2026, 10)
DAY = datetime.date


def at(day: int, hour: int = 9, minute: int = 0, number: int = 10) -> datetime.datetime:
    """A local moment of 2026."""
    return datetime.datetime(2026, number, day, hour, minute, tzinfo=ZONE)


BOUNDS = Bounds(at(1, 0), at(1, 0, number=11), OCTOBER.first_on, OCTOBER.last_on)


def line(verb: Verb, when: datetime.datetime, next_stage: str | None = None, **facts: Any) -> ItemLine:
    return ItemLine(when, verb, 1, {"next_stage": next_stage, **facts})


def item(*lines: ItemLine, **head: Any) -> ItemFact:
    return item_fact(ItemHead(**{"record_id": 1, "unit_id": 3, **head}), lines, BOUNDS)


HAND_IN = line(Verb.HAND_IN, at(2))
CLAIM = line(Verb.CLAIM, at(2, 11))
FORWARD = line(Verb.FORWARD, at(2, 13), "deputy")
AGREE = line(Verb.APPROVE, at(3, 9), "head")
APPROVE = line(Verb.APPROVE, at(4, 9), "posting")
POST = line(Verb.POST, at(4, 10, 30))
POSTED = (HAND_IN, CLAIM, FORWARD, AGREE, APPROVE, POST)


def test_item__posted_in_its_month():
    fact = item(*POSTED)
    assert (fact.is_handed_in, fact.is_posted, fact.work) == (True, True, WorkState.PUBLISHED)
    assert {step: in_hours(seconds) for step, seconds in fact.seconds.items()} == {
        Step.EDITING: 4.0,
        Step.DEPUTY: 20.0,
        Step.HEAD: 24.0,
        Step.POSTING: 1.5,
        Step.WHOLE: 49.5,
    }
    assert fact.passage.cleared_at == at(4, 9)


def test_item__posted_later_is_in_progress_at_the_end():
    later = line(Verb.POST, at(1, 0, 1, number=11))
    fact = item(HAND_IN, CLAIM, FORWARD, AGREE, APPROVE, later)
    assert (fact.is_posted, fact.posted_at, fact.is_in_progress, fact.work) == (False, None, True, WorkState.APPROVED)
    assert Step.POSTING not in fact.seconds
    assert Step.WHOLE not in fact.seconds


def test_item__posted_in_the_last_minute_of_the_month():
    assert item(HAND_IN, line(Verb.POST, at(31, 23, 59))).is_posted
    assert not item(HAND_IN, line(Verb.POST, at(1, 0, number=11))).is_posted
    assert item(line(Verb.HAND_IN, at(1, 0))).is_handed_in


def test_item__handed_in_before_and_posted_within():
    fact = item(line(Verb.HAND_IN, at(30, 9, number=9)), POST)
    assert (fact.is_handed_in, fact.is_posted) == (False, True)


def test_item__refused_and_reopened_is_not_refused():
    refused = line(Verb.REFUSE, at(3), ground="refuse_untrue")
    assert item(HAND_IN, CLAIM, FORWARD, refused).refused_ground == "refuse_untrue"
    assert item(HAND_IN, CLAIM, FORWARD, refused, line(Verb.REOPEN, at(4))).refused_at is None


def test_item__reopened_after_the_month_stays_refused_in_it():
    refused = line(Verb.REFUSE, at(3), ground="refuse_untrue")
    fact = item(HAND_IN, CLAIM, FORWARD, refused, line(Verb.REOPEN, at(4, number=11)))
    assert fact.refused_at == at(3)


def test_item__refused_before_the_month_is_not_counted_again():
    refused = line(Verb.REFUSE, at(20, number=9), ground="refuse_untrue")
    assert item(line(Verb.HAND_IN, at(19, number=9)), refused).refused_at is None


def test_item__withdrawn_and_handed_in_again_is_not_withdrawn():
    withdrawn = line(Verb.WITHDRAW, at(3))
    assert item(HAND_IN, withdrawn).is_withdrawn
    assert not item(HAND_IN, withdrawn, line(Verb.HAND_IN, at(5))).is_withdrawn


def test_return_to_the_editor__is_no_return_to_the_unit():
    to_editor = line(Verb.RETURN, at(3), "editing")
    to_unit = line(Verb.RETURN, at(4))
    again = line(Verb.HAND_IN, at(6))
    fact = item(HAND_IN, CLAIM, FORWARD, to_editor, to_unit, again, line(Verb.RETURN, at(7)))
    assert [when for when, _who in fact.returns] == [at(4), at(7)]
    assert fact.passage.away == ((at(4), at(6)), (at(7), None))
    assert fact.is_with_unit
    assert in_hours(fact.seconds[Step.UNIT]) == 48.0


def test_posted_again__is_an_update_or_a_small_correction():
    again = line(Verb.POST, at(9))
    corrected = item(*POSTED, line(Verb.CORRECT, at(8), "deputy"), again)
    updated = item(*POSTED, line(Verb.HAND_IN, at(8)), again)
    reworked = item(*POSTED, line(Verb.CORRECT, at(7), "deputy"), line(Verb.FORWARD, at(8), "deputy"), again)
    assert (corrected.is_corrected, corrected.is_updated) == (True, False)
    assert (updated.is_corrected, updated.is_updated) == (False, True)
    assert (reworked.is_corrected, reworked.is_updated) == (False, True)
    assert not corrected.is_in_progress


def test_taken_down_for_a_fault__only_while_it_is_down():
    down = line(Verb.TAKE_DOWN, at(10), ground="takedown_content")
    assert item(*POSTED, down).is_faulty
    assert not item(*POSTED, down, line(Verb.RESTORE, at(11))).is_faulty
    assert not item(*POSTED, line(Verb.TAKE_DOWN, at(10), ground="takedown_outdated")).is_faulty
    assert not item(*POSTED, line(Verb.TAKE_DOWN, at(2, number=11), ground="takedown_content")).is_faulty


def test_old_ledger_line__without_category_is_counted_as_none_kept():
    assert item(HAND_IN).category == ""
    assert item(line(Verb.HAND_IN, at(2), category="tin")).category == "tin"
    assert item(HAND_IN, content_class="teaching").content_class == "teaching"


def test_files_taken_away__are_counted_one_by_one():
    fact = item(
        *POSTED,
        line(Verb.REMOVE_FILE, at(10), file="images/1", ground="takedown_personal_data"),
        line(Verb.REMOVE_FILE, at(11), file="images/2", ground="takedown_personal_data"),
        line(Verb.HIDE, at(12), ground="hide_child_safety"),
        line(Verb.TAKE_DOWN, at(13), ground="takedown_content"),
    )
    counted = [code for code, _keys in item_counts(fact)]
    assert counted.count(FigureCode.FILES_REMOVED) == 2
    assert counted.count(FigureCode.HIDDEN) == counted.count(FigureCode.TAKEN_DOWN) == 1


def duty(*items: ItemFact, **head: Any) -> DutyFact | None:
    facts = {"duty_id": 1, "event_id": 7, "title": "Hội thi", "ended_on": DAY(2026, 10, 2), "unit_id": 3}
    dues = ((at(1), DAY(2026, 10, 5)),)
    return duty_fact(DutyHead(**{**facts, "dues": dues, **head}), items, CharterRules(), BOUNDS, ZONE)


def known(fact: DutyFact | None) -> DutyFact:
    assert fact is not None
    return fact


def test_duty__without_an_item_is_missed_at_the_end():
    fact = known(duty())
    assert (fact.verdict, fact.is_counted, fact.is_open, fact.is_past_due) == (Verdict.NO_ITEM, True, True, True)


@pytest.mark.parametrize("state", [Verb.WITHDRAW, Verb.REFUSE])
def test_duty__is_not_answered_by_what_was_withdrawn_or_refused(state):
    assert known(duty(item(HAND_IN, line(state, at(3))))).verdict is Verdict.NO_ITEM


def test_duty__is_answered_by_the_first_posted_then_the_first_handed_in():
    first = item(HAND_IN, record_id=1)
    posted = item(*POSTED, record_id=2)
    notice = item(*POSTED, record_id=3, kind=ItemKind.NOTICE)
    assert known(duty(first, posted, notice)).record_id == 2
    assert known(duty(item(HAND_IN, record_id=5), first)).record_id == 1
    assert known(duty(posted)).verdict is Verdict.ON_TIME


def test_duty__returned_in_between_is_late_by_the_return():
    away = (HAND_IN, CLAIM, line(Verb.RETURN, at(2, 15)), line(Verb.HAND_IN, at(8)), line(Verb.CLAIM, at(8)))
    done = (line(Verb.FORWARD, at(8), "deputy"), line(Verb.APPROVE, at(8), "posting"), line(Verb.POST, at(8, 10)))
    assert known(duty(item(*away, *done))).verdict is Verdict.LATE_RETURNED


def test_duty__keeps_the_verdict_it_was_settled_with():
    settled = {"verdict": Verdict.LATE_POSTING, "record_id": 9, "posted_at": at(7), "settled_at": at(7)}
    fact = known(duty(**settled))
    assert (fact.verdict, fact.record_id, fact.posted_at, fact.is_open) == (Verdict.LATE_POSTING, 9, at(7), False)


def test_duty__settled_after_the_month_was_missed_in_it():
    settled = {"verdict": Verdict.LATE_UNIT, "record_id": 9, "settled_at": at(7, number=11)}
    assert known(duty(**settled)).verdict is Verdict.NO_ITEM


def test_duty__moved_or_given_to_another_unit_later_stays_as_it_was():
    moved = ((at(1), DAY(2026, 10, 5)), (at(3, number=11), DAY(2026, 11, 9)))
    units = ((at(1), 3), (at(3, number=11), 4))
    days = ((at(1), DAY(2026, 10, 2)), (at(3, number=11), DAY(2026, 11, 6)))
    fact = known(duty(dues=moved, units=units, last_days=days, unit_id=4, ended_on=DAY(2026, 11, 6)))
    assert (fact.due_on, fact.unit_id, fact.ended_on) == (DAY(2026, 10, 5), 3, DAY(2026, 10, 2))


def test_duty__that_was_not_there_or_was_cancelled_has_no_fact():
    assert duty(dues=((at(2, number=11), DAY(2026, 10, 5)),)) is None
    assert duty(cancelled_at=at(3)) is None
    assert duty(cancelled_at=at(3, number=11)) is not None


def test_duty__let_off_is_counted_as_such_and_not_judged():
    fact = known(duty(waived_at=at(4)))
    assert (fact.is_counted, fact.is_waived, fact.is_open) == (False, True, False)
    assert known(duty(waived_at=at(4, number=9))).is_waived is False


def test_duty__entered_late_is_counted_where_it_was_entered():
    dues = ((at(20), DAY(2026, 9, 5)),)
    assert known(duty(dues=dues, ended_on=DAY(2026, 9, 2))).is_counted


def test_duty__due_later_is_open_and_not_counted():
    fact = known(duty(dues=((at(1), DAY(2026, 11, 2)),), ended_on=DAY(2026, 10, 30)))
    assert (fact.is_counted, fact.is_open, fact.is_past_due) == (False, True, False)


def counted(**facts: Any) -> Any:
    return figures(ReportFacts(zone=ZONE, as_of=at(1, 0, number=11), **facts), OCTOBER)


def test_figures__of_nothing_are_zeros_and_dashes():
    none = counted()
    assert none.count(FigureCode.POSTED) == 0
    assert none.of(FigureCode.ON_TIME_RATE) == Figure(None, 0, 0)
    assert none.of(FigureCode.HOURS_P90, "stage:head") == Figure(None)
    assert from_json(to_json(none)) == none


def test_figures__add_up_from_their_parts():
    request = RequestFact(1, 1, 3, is_received=True, is_answered=False, is_open=True, received_at=at(3))
    quotas = [
        QuotaUsage(3, (2026, 10), 1, 2, 0, 0, QuotaState.MET),
        QuotaUsage(4, (2026, 10), 1, 0, 0, 0, QuotaState.SHORT),
        QuotaUsage(5, (2026, 7), 0, 1, 0, 0, QuotaState.NOT_COUNTED),
    ]
    incidents = [IncidentFact(1, None, True, at(3)), IncidentFact(1, 3, False, at(4))]
    found = counted(
        items=[item(*POSTED), item(HAND_IN, line(Verb.RETURN, at(3)), record_id=2, unit_id=4)],
        duties=[known(duty()), known(duty(waived_at=at(4)))],
        quotas=quotas,
        requests=[request],
        incidents=incidents,
    )
    assert found.of(FigureCode.QUOTA_RATE) == Figure(0.5, 1, 2)
    assert found.of(FigureCode.ON_TIME_RATE, "unit:3") == Figure(0.0, 0, 1)
    assert found.count(FigureCode.REQUESTS_OPEN, "unit:3") == 1
    assert (found.count(FigureCode.INCIDENTS_OPENED), found.count(FigureCode.INCIDENTS_CLOSED)) == (1, 1)
    assert found.count(FigureCode.IN_PROGRESS) == 0
    assert found.count(FigureCode.WAIVED) == 1
    assert [row.verdict for row in found.events] == [Verdict.NO_ITEM]
    assert from_json(to_json(found)) == found


@pytest.mark.parametrize(
    ("numerator", "denominator", "value"),
    [(0, 0, None), (1, 3, 0.333), (2, 3, 0.667), (1, 2000, 0.001), (1, 2001, 0.0), (5, 5, 1.0), (1, 8, 0.125)],
)
def test_share__is_rounded_half_up_to_a_tenth_of_a_percent(numerator, denominator, value):
    assert share(numerator, denominator).value == value


@pytest.mark.parametrize(("seconds", "hours"), [(0, 0.0), (179, 0.0), (180, 0.1), (3600, 1.0), (5400, 1.5), (539, 0.1)])
def test_hours__are_rounded_half_up_to_a_tenth(seconds, hours):
    assert in_hours(seconds) == hours


def test_nearest_rank__is_a_value_that_happened():
    values = [5, 1, 4, 2, 3, 6, 7, 8, 9, 10]
    assert (nearest_rank(values, 50), nearest_rank(values, 90), nearest_rank([7], 90)) == (5, 9, 7)
    assert (nearest_rank([1, 2, 3], 0), nearest_rank([1, 2, 3], 50)) == (1, 2)


def test_compared__has_no_difference_with_nothing():
    row = Compared("posted", 3, None, 1)
    assert (row.since_before, row.since_year_ago) == (None, 2)


def test_frozen_figures__of_another_version_are_refused():
    with pytest.raises(ValueError, match="version 99"):
        from_json({**to_json(counted()), "version": 99})


TABLE = ProvidedTable(
    "documents", "Văn bản", ("Loại", "Ngày"), ("text", "day"), (("QĐ", DAY(2026, 10, 3)), ("", at(3)))
)


def test_provided_table__keeps_days_and_moments():
    found = counted(provided=(TABLE, ProvidedTable("x", "", ("a",), ("count",), ((1,),), total=(1,))))
    assert from_json(to_json(found)) == found


def test_differences__names_period_tables_and_lists():
    then = counted(provided=(TABLE,), duties=[known(duty())])
    assert differences(then, then) == []
    assert differences(then, dataclasses.replace(then, as_of=at(30)))[0][0] == "period"
    assert differences(then, dataclasses.replace(then, events=()))[0] == ("events", "", 1, 0)
    other = dataclasses.replace(TABLE, rows=())
    assert differences(then, dataclasses.replace(then, provided=(other,)))[0] == ("provided", "documents", 2, 0)
    assert differences(then, dataclasses.replace(then, provided=()))[0] == ("provided", "documents", 2, None)
    assert ("duties", "", 1, None) in differences(then, dataclasses.replace(then, values={}))


def test_duties__still_in_time_are_neither_on_time_nor_late():
    ahead = Bounds(BOUNDS.since, at(4), OCTOBER.first_on, OCTOBER.last_on)
    head = DutyHead(1, 7, "Hội thi", DAY(2026, 10, 2), ((at(1), DAY(2026, 10, 5)),), None)
    found = counted(duties=[known(duty_fact(head, (), CharterRules(), ahead, ZONE))])
    assert found.count(FigureCode.DUTIES, "verdict:open") == found.count(FigureCode.OPEN_DUTIES, "due:ahead") == 1
    assert found.of(FigureCode.ON_TIME_RATE).value is None
    assert found.keys(FigureCode.DUTIES, Part.UNIT) == ["unit:0"]


def test_duties__on_time_are_counted_for_their_unit():
    settled = {"verdict": Verdict.ON_TIME, "record_id": 9, "posted_at": at(4), "settled_at": at(4)}
    found = counted(duties=[known(duty(**settled))])
    assert found.of(FigureCode.ON_TIME_RATE, "unit:3") == Figure(1.0, 1, 1)
    assert found.events[0].posted_on == DAY(2026, 10, 4)


def test_items__in_progress_are_counted_where_they_lie():
    found = counted(items=[item(HAND_IN, CLAIM, FORWARD)])
    assert found.count(FigureCode.IN_PROGRESS, "state:awaiting_deputy") == 1
    assert value_of("state:awaiting_deputy") == "awaiting_deputy"


def test_document__is_counted_only_where_it_was_refused_or_removed():
    """Its own app counts what was registered; nothing is counted twice."""
    down = line(Verb.TAKE_DOWN, at(10), ground="takedown_content")
    fact = item(*POSTED, down, kind=ItemKind.DOCUMENT)
    assert [code for code, _keys in item_counts(fact)] == [FigureCode.TAKEN_DOWN]
    assert fact.seconds == {}


def test_codes__are_the_figures():
    assert set(CODES) == {code.value for code in FigureCode}
