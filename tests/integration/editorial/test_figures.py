"""The figures of a period over real items, duties and the ledger (A23, issue 5 point 1)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial import actions
from editorial.actions.board import end_appointment
from editorial.models import LedgerEntry
from editorial.rules.figure_json import differences, from_json, to_json
from editorial.rules.figure_terms import CODES, FigureCode, Part, ReportFigures, key_of
from editorial.rules.periods import Period, between, month, parse_period, school_year
from editorial.selectors.figures import headline_comparison, period_named, report_figures, rows_behind
from school.models import Unit
from school.rules.years import TermPlan, usual_year
from tests.factories import clocks
from tests.factories.figures import forwarded, handed_in, on, refused, returned, take_down, went

pytestmark = [pytest.mark.django_db]

OCTOBER, NOVEMBER = month(2023, 10), month(2023, 11)
LATER = on(12, 20)


def counted(cast: SimpleNamespace, period: Period = OCTOBER, now: datetime.datetime = LATER) -> ReportFigures:
    """The figures of a period, counted in December."""
    return report_figures(cast.school, period, now)


def of_unit(cast: SimpleNamespace, name: str) -> str:
    """The key of a unit."""
    return key_of(Part.UNIT, getattr(cast.unit, name).pk)


def test_empty_month__has_zeros_and_no_shares(cast: SimpleNamespace) -> None:
    figures = counted(cast, month(2023, 7))

    assert figures.count(FigureCode.HANDED_IN) == figures.count(FigureCode.POSTED) == 0
    assert figures.of(FigureCode.ON_TIME_RATE).value is None
    assert figures.of(FigureCode.QUOTA_RATE).value is None
    assert figures.of(FigureCode.HOURS_MEDIAN, "stage:whole").value is None
    assert figures.events == figures.refusals == figures.removals == ()


def test_item__is_counted_by_unit_class_kind_and_category(cast: SimpleNamespace) -> None:
    went(cast, on(10, 3), on(10, 5), title="Một")
    went(cast, on(10, 4), on(10, 6), title="Hai", author="van")
    figures = counted(cast)

    assert figures.count(FigureCode.HANDED_IN) == figures.count(FigureCode.POSTED) == 2
    for key in (of_unit(cast, "toan"), of_unit(cast, "van")):
        assert figures.count(FigureCode.POSTED, key) == 1
    assert figures.count(FigureCode.POSTED, "kind:article") == 2
    assert figures.count(FigureCode.POSTED, "class:ordinary") == 2
    assert figures.count(FigureCode.POSTED, "category:tin") == 2
    assert figures.names["category:tin"] == "Tin hoạt động"


def test_item__counts_on_the_local_day(cast: SimpleNamespace) -> None:
    """23:59 on the last day is October, 00:01 of the next day November, in the school's time."""
    went(cast, on(10, 31, 9), on(10, 31, 23, 59))
    went(cast, on(10, 31, 23, 59), on(11, 1, 0, 1), author="van")

    assert counted(cast).count(FigureCode.HANDED_IN) == 2
    assert [counted(cast, period).count(FigureCode.POSTED) for period in (OCTOBER, NOVEMBER)] == [1, 1]


def test_month_in_which_all_went_wrong__says_so(cast: SimpleNamespace) -> None:
    clocks.event(cast)
    refused(cast, on(10, 4))
    returned(cast, on(10, 5))
    take_down(cast, went(cast, on(10, 2), on(10, 6)), on(10, 7))
    figures = counted(cast)

    assert figures.count(FigureCode.REFUSED, "ground:refuse_untrue") == figures.count(FigureCode.REFUSED) == 1
    assert figures.count(FigureCode.TAKEN_DOWN, "ground:takedown_content") == figures.count(FigureCode.TAKEN_DOWN) == 1
    assert (figures.count(FigureCode.RETURNED), figures.count(FigureCode.WITH_UNIT)) == (1, 1)
    rate = figures.of(FigureCode.ON_TIME_RATE)
    assert (rate.value, rate.numerator, rate.denominator) == (0.0, 0, 1)
    assert figures.count(FigureCode.DUTIES, "verdict:no_item") == 1
    assert [line.decided_by for line in figures.refusals] == ["Ông deputy1"]
    assert [line.ground for line in figures.removals] == ["takedown_content"]
    assert figures.of(FigureCode.QUOTA_RATE).value == 0.0


def test_past_month__does_not_change_by_what_happens_later(cast: SimpleNamespace) -> None:
    """Taken down, returned, posted, renamed and closed after the period: the figures stay."""
    event = clocks.event(cast)
    clocks.posted_report(cast, event, handed_in_at=clocks.moment(1), posted_at=clocks.moment(2))
    late = clocks.event(
        cast, title="Hội thi", starts_on=datetime.date(2023, 10, 20), ends_on=datetime.date(2023, 10, 20)
    )
    online = went(cast, on(10, 10), on(10, 12))
    waiting = forwarded(cast, on(10, 30), author="van")
    before = counted(cast, now=on(11, 1, 0, 30))
    take_down(cast, online, on(11, 3))
    actions.approve(record_id=waiting.pk, user=cast.deputy1, at=on(11, 4))
    clocks.posted_report(cast, late, handed_in_at=on(11, 5), posted_at=on(11, 6))
    Unit.objects.filter(pk=cast.unit.toan.pk).update(name="Tổ Toán - Tin", is_active=False)
    after = counted(cast)

    assert differences(before, after) == []
    assert to_json(before)["values"] == to_json(after)["values"]
    assert after.names[of_unit(cast, "toan")] == "Tổ toan"
    assert after.count(FigureCode.IN_PROGRESS, "state:awaiting_deputy") == 1
    assert after.count(FigureCode.DUTIES, "verdict:no_item") == 1
    november = counted(cast, NOVEMBER)
    assert november.count(FigureCode.TAKEN_DOWN) == 1


def test_differences__names_what_was_counted_otherwise(cast: SimpleNamespace) -> None:
    """The control: a ledger that says something else is seen."""
    went(cast, on(10, 10), on(10, 12))
    before = counted(cast)
    went(cast, on(10, 11), on(10, 13))

    assert ("posted", "", 1, 2) in differences(before, counted(cast))


def test_frozen_figures__are_read_as_they_were_written(cast: SimpleNamespace) -> None:
    clocks.event(cast)
    refused(cast, on(10, 4))
    take_down(cast, went(cast, on(10, 2), on(10, 6)), on(10, 7))
    figures = counted(cast)

    assert from_json(to_json(figures)) == figures


def test_reports_are_counted_in_the_same_number_of_queries(cast: SimpleNamespace) -> None:
    went(cast, on(10, 2), on(10, 6))
    with CaptureQueriesContext(
        connection,
    ) as few:
        counted(cast)
    clocks.event(cast)
    for day in range(3, 9):
        went(cast, on(10, day), on(10, day + 1), author="van")
        refused(cast, on(10, day))
    with CaptureQueriesContext(connection) as many:
        counted(cast)

    assert len(many) == len(few) <= 14


def test_every_figure__has_as_many_rows_behind_it_as_it_counts(cast: SimpleNamespace) -> None:
    clocks.event(cast)
    refused(cast, on(10, 4))
    returned(cast, on(10, 5))
    forwarded(cast, on(10, 25))
    take_down(cast, went(cast, on(10, 2), on(10, 6)), on(10, 7))
    figures = counted(cast)

    sums = {FigureCode.QUOTA_OWED, FigureCode.QUOTA_POSTED}
    for code, measure in CODES.items():
        for key, figure in figures.values.get(code, {}).items():
            table = rows_behind(cast.school, OCTOBER, code, key, LATER)
            assert all(len(row) == len(table.columns) for row in table.rows), code
            if code in sums:
                continue
            wanted = figure.value if measure.value == "count" else figure.denominator
            assert len(table.rows) == (wanted or 0), (code, key)


def test_quota__of_a_year_counts_from_the_first_ledger_line_to_the_month_that_runs(cast: SimpleNamespace) -> None:
    """Đ13.2: a month without a portal is nobody's debt, and one that has not begun is not missed."""
    went(cast, on(10, 3), on(10, 5))
    year = school_year(usual_year(2023, TermPlan.SEMESTERS))
    so_far = report_figures(cast.school, year, on(11, 20))
    toan = of_unit(cast, "toan")

    assert LedgerEntry.objects.order_by("at")[0].at.date() == datetime.date(2023, 9, 22)
    assert so_far.count(FigureCode.QUOTA_MONTHS, toan) == 3
    assert so_far.count(FigureCode.QUOTA_MET, toan) == 1
    assert counted(cast, month(2023, 9)).count(FigureCode.QUOTA_MONTHS, toan) == 1
    assert counted(cast, month(2023, 5)).count(FigureCode.QUOTA_MONTHS, toan) == 0


def test_rows_behind__name_item_person_and_moment(cast: SimpleNamespace) -> None:
    record = refused(cast, on(10, 4), title="Bài bị từ chối")
    table = rows_behind(cast.school, OCTOBER, "refused", now=LATER)

    assert table.rows == ((record.pk, "Bài bị từ chối", "Tổ toan", on(10, 4), "Ông deputy1", table.rows[0][5]),)
    with pytest.raises(KeyError):
        rows_behind(cast.school, OCTOBER, "nonsense")


def test_rows_behind__keep_the_number_of_a_removed_account(cast: SimpleNamespace) -> None:
    record = handed_in(cast, on(10, 4))
    line = LedgerEntry.objects.get(record_id=record.pk, action="editorial.hand_in")
    line.seq, line.actor_id, line.at = 10_000, 4711, on(10, 5)
    line.save(force_insert=True)

    assert "4711" in str(rows_behind(cast.school, OCTOBER, "handed_in", now=LATER).rows[0][4])


def test_comparison__stands_beside_the_month_before_and_a_year_ago(cast: SimpleNamespace) -> None:
    went(cast, on(9, 25), on(9, 28))
    went(cast, on(10, 3), on(10, 5))
    went(cast, on(10, 4), on(10, 6))
    found = headline_comparison(cast.school, OCTOBER, LATER)
    posted = next(row for row in found.rows if row.code == FigureCode.POSTED)

    assert (posted.now, posted.before, posted.year_ago) == (2, 1, None)
    assert (posted.since_before, posted.since_year_ago) == (1, None)
    assert found.before == month(2023, 9)
    assert found.year_ago is None


def test_running_period__is_counted_up_to_now(cast: SimpleNamespace) -> None:
    """A due date that is not over yet is nobody's delay."""
    clocks.event(cast)
    early = counted(cast, now=clocks.moment(2))

    assert early.count(FigureCode.DUTIES, "verdict:open") == 1
    assert early.of(FigureCode.ON_TIME_RATE).value is None
    assert early.as_of == clocks.moment(2)


def test_event_entered_after_its_due_date__is_counted_where_it_was_entered(cast: SimpleNamespace) -> None:
    clocks.event(cast, at=on(11, 6))

    assert counted(cast).count(FigureCode.DUTIES) == 0
    assert counted(cast, NOVEMBER).count(FigureCode.DUTIES) == 1


def test_two_dates__over_the_change_of_year(cast: SimpleNamespace) -> None:
    went(cast, on(12, 31, 22), on(1, 1, 0, 1, year=2024))
    period = between(datetime.date(2023, 12, 31), datetime.date(2024, 1, 1))

    assert counted(cast, period, on(2, 1, year=2024)).count(FigureCode.POSTED) == 1
    assert counted(cast, month(2023, 12), on(2, 1, year=2024)).count(FigureCode.POSTED) == 0


def test_board__members_and_changes_of_the_period(cast: SimpleNamespace) -> None:
    end_appointment(
        appointment=cast.deputy2.appointments.get(), user=cast.head, ends_on=datetime.date(2023, 10, 15), at=on(10, 15)
    )
    october, november = counted(cast), counted(cast, NOVEMBER)

    assert [line.name for line in october.ended] == ["Ông deputy2"]
    assert (october.count(FigureCode.MEMBERS), october.count(FigureCode.MEMBERS_ENDED)) == (5, 1)
    assert november.ended == ()


def test_period_named__reads_the_schools_terms_and_cut_off(cast: SimpleNamespace) -> None:
    assert period_named(cast.school, "2023-10") == OCTOBER
    actions.change_charter(
        school=cast.school, user=cast.head, changes={"report_cutoff_day": 14}, decision_number="9", at=on(10, 1)
    )
    assert period_named(cast.school, "2023-10") == parse_period("2023-10", (), 14)
