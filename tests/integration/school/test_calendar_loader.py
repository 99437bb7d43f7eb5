"""The published tables, and what loading them again leaves alone."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import now
from school.calendar_loader import SOURCE, load_year, published_days, published_week
from school.models import CalendarDay, CalendarYear
from school.rules.calendar import is_working_day
from school.selectors import unconfirmed_years, working_week

Kind, Origin = CalendarDay.Kind, CalendarDay.Origin
FREEDOM, SWAPPED = datetime.date(2024, 4, 29), datetime.date(2024, 5, 4)
CULTURE = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("country", "off", "at_work"),
    [
        ("vn", FREEDOM, SWAPPED),
        ("vn", datetime.date(2026, 8, 31), datetime.date(2026, 8, 22)),
        ("ru", FREEDOM, datetime.date(2024, 4, 27)),
        ("ru", datetime.date(2027, 2, 22), datetime.date(2027, 2, 20)),
    ],
)
def test_published_days__know_days_off_by_swap_and_the_saturdays_they_cost(country, off, at_work):
    table = published_days(country, off.year)
    week = published_week(country, [off.year])
    assert table[off].kind == Kind.DAY_OFF
    assert table[at_work].kind == Kind.WORKING_DAY
    assert not is_working_day(off, week)
    assert is_working_day(at_work, week)


def test_published_days__know_days_in_lieu():
    assert datetime.date(2026, 4, 27) in published_days("vn", 2026)
    assert datetime.date(2026, 3, 9) in published_days("ru", 2026)


@pytest.mark.parametrize("country", ["vn", "ru"])
def test_published_days__stay_in_their_year(country):
    assert {day.year for day in published_days(country, 2024)} == {2024}


@pytest.mark.parametrize("year", [1999, 2100])
def test_published_days__say_that_a_far_year_is_unknown(year):
    with pytest.raises(ValueError, match="years"):
        published_days("vn", year)


def loaded(cast: SimpleNamespace, year: int = 2026) -> dict[datetime.date, CalendarDay]:
    """The school's rows of a year after loading it."""
    load_year(cast.school, year, now())
    return {row.day: row for row in CalendarDay.objects.filter(school=cast.school, day__year=year)}


@pytest.mark.django_db
def test_load_year__writes_the_table_with_its_source_unconfirmed(cast: SimpleNamespace) -> None:
    rows = loaded(cast)
    assert set(rows) == set(published_days("vn", 2026))
    assert (rows[CULTURE].origin, rows[CULTURE].source) == (Origin.PUBLISHED, SOURCE)
    assert not CalendarYear.objects.get(school=cast.school, year=2026).is_confirmed
    assert not is_working_day(CULTURE, working_week(cast.school))


@pytest.mark.django_db
def test_load_year__changes_nothing_the_second_time(cast: SimpleNamespace) -> None:
    before = loaded(cast)
    again = load_year(cast.school, 2026, now())
    assert not again.has_changed
    assert {row.pk for row in before.values()} == {row.pk for row in loaded(cast).values()}


@pytest.mark.django_db
def test_load_year__keeps_what_people_entered_changed_and_took_out(cast: SimpleNamespace) -> None:
    storm = datetime.date(2026, 11, 25)
    CalendarDay.objects.create(school=cast.school, day=storm, kind=Kind.DAY_OFF, name="Bão", origin=Origin.CLOSURE)
    taken_out = CalendarDay.objects.create(school=cast.school, day=CULTURE, kind=Kind.ORDINARY, name="Không nghỉ")

    rows = loaded(cast)

    assert rows[storm].name == "Bão"
    assert rows[CULTURE].pk == taken_out.pk
    assert is_working_day(CULTURE, working_week(cast.school))


@pytest.mark.django_db
def test_load_year__corrects_rows_of_an_older_table(cast: SimpleNamespace) -> None:
    rows = loaded(cast)
    CalendarDay.objects.filter(pk=rows[CULTURE].pk).update(name="tên cũ", kind=Kind.WORKING_DAY)
    gone = datetime.date(2026, 7, 1)
    CalendarDay.objects.create(school=cast.school, day=gone, kind=Kind.DAY_OFF, name="x", origin=Origin.PUBLISHED)

    result = load_year(cast.school, 2026, now())

    assert (result.added, result.changed, result.removed) == (0, 1, 1)
    assert CalendarDay.objects.get(pk=rows[CULTURE].pk).name == "Ngày Văn hóa Việt Nam"
    assert not CalendarDay.objects.filter(day=gone).exists()


@pytest.mark.django_db
def test_load_year__leaves_a_confirmed_year_alone(cast: SimpleNamespace) -> None:
    rows = loaded(cast)
    CalendarYear.objects.update(is_confirmed=True)
    CalendarDay.objects.filter(pk=rows[CULTURE].pk).delete()

    assert load_year(cast.school, 2026, now()).was_confirmed
    assert not CalendarDay.objects.filter(day=CULTURE).exists()


@pytest.mark.django_db
def test_unconfirmed_years__are_those_nobody_looked_through(cast: SimpleNamespace) -> None:
    loaded(cast)
    days = [CULTURE, datetime.date(2027, 1, 1)]
    assert unconfirmed_years(cast.school, days) == [2026, 2027]
    CalendarYear.objects.update(is_confirmed=True)
    assert unconfirmed_years(cast.school, days) == [2027]


@pytest.mark.django_db
def test_working_week__is_one_query(cast: SimpleNamespace, django_assert_num_queries) -> None:
    loaded(cast)
    with django_assert_num_queries(1):
        working_week(cast.school)
