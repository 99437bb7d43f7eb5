"""The school's calendar is kept by head, deputies and secretary; every change leaves its line (Đ14.1)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from editorial.actions import calendar
from editorial.actions.school_years import change_terms, divide_year, ensure_school_year
from editorial.models import LedgerEntry
from editorial.rules.reasons import Reason
from school.models import CalendarDay, CalendarYear, School, SchoolYear
from school.rules.calendar import is_working_day
from school.rules.years import TermPlan
from school.selectors import school_years, working_week
from tests.factories.board import delegate
from tests.factories.evidence import refuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
Kind, Origin = CalendarDay.Kind, CalendarDay.Origin
WEDNESDAY, SATURDAY = datetime.date(2026, 11, 25), datetime.date(2026, 11, 28)
CULTURE = datetime.date(2026, 11, 24)
KEEPERS, OTHERS = ("head", "deputy1", "deputy2", "secretary"), ("editor1", "toan")


@pytest.fixture(autouse=True)
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Why open due dates were reckoned anew."""
    reasons: list[str] = []
    monkeypatch.setattr(calendar, "recompute_open", lambda **facts: reasons.append(facts["reason"]))
    return reasons


def set_day(cast: SimpleNamespace, who: str = "head", **changes: Any) -> CalendarDay:
    """A person enters a day off."""
    facts = {"day": WEDNESDAY, "kind": "day_off", "name": "Kỷ niệm thành lập trường", "source": "12/QĐ"}
    return calendar.set_day(school=cast.school, user=getattr(cast, who), **{**facts, **changes})


def close(cast: SimpleNamespace, who: str = "head", **changes: Any) -> int:
    """A person declares a closure from Tuesday to Saturday."""
    facts = {"starts_on": CULTURE, "ends_on": SATURDAY, "reason": "Bão số 13", "source": "15/TB"}
    return calendar.declare_closure(school=cast.school, user=getattr(cast, who), **{**facts, **changes})


def load(cast: SimpleNamespace, *years: int) -> None:
    """A command on the server loads the tables."""
    calendar.load_years(school=cast.school, user=None, years=years or (2026,))


def row_of(day: datetime.date) -> CalendarDay:
    """The calendar's entry of a day."""
    return CalendarDay.objects.get(day=day)


def last_line() -> LedgerEntry:
    """The newest ledger line."""
    return LedgerEntry.objects.latest("seq")


@pytest.mark.parametrize("who", KEEPERS)
def test_set_day__is_for_head_deputies_and_secretary(cast: SimpleNamespace, reckoned: list[str], who: str) -> None:
    row = set_day(cast, who)
    assert (row.origin, row.declared_by) == (Origin.BY_HAND, getattr(cast, who))
    assert not is_working_day(WEDNESDAY, working_week(cast.school))
    assert last_line().action == "editorial.set_calendar_day"
    assert reckoned == ["2026-11-25: Kỷ niệm thành lập trường"]


@pytest.mark.parametrize("who", OTHERS)
def test_set_day__is_for_nobody_else(cast: SimpleNamespace, who: str) -> None:
    with refuses(Reason.NOT_YOUR_POST):
        set_day(cast, who)
    assert not CalendarDay.objects.exists()


def test_set_day__is_not_for_the_technical_administrator(cast: SimpleNamespace) -> None:
    with refuses(Reason.TECHNICAL_ROLE):
        set_day(cast, "admin")


def test_set_day__is_for_whoever_stands_in_for_the_head(cast: SimpleNamespace) -> None:
    delegate(cast, "editor1", starts_on=datetime.date.today())
    assert set_day(cast, "editor1").pk


def test_set_day__twice_leaves_one_line(cast: SimpleNamespace, reckoned: list[str]) -> None:
    set_day(cast)
    lines = LedgerEntry.objects.count()
    set_day(cast, "deputy1")
    assert LedgerEntry.objects.count() == lines
    assert len(reckoned) == 1


def test_set_day__changes_what_the_table_says_and_is_by_hand_then(cast: SimpleNamespace) -> None:
    load(cast)
    set_day(cast, day=CULTURE, kind="working_day", name="Làm bù")
    assert (row_of(CULTURE).origin, row_of(CULTURE).kind) == (Origin.BY_HAND, Kind.WORKING_DAY)
    assert is_working_day(CULTURE, working_week(cast.school))


@pytest.mark.parametrize("changes", [{"name": " "}, {"name": "x" * 121}])
def test_set_day__needs_a_name_that_fits(cast: SimpleNamespace, changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        set_day(cast, **changes)


def test_remove_day__of_the_table_makes_it_ordinary_for_good(cast: SimpleNamespace) -> None:
    load(cast)
    calendar.remove_day(school=cast.school, user=cast.secretary, day=CULTURE)
    load(cast)
    assert row_of(CULTURE).kind == Kind.ORDINARY
    assert is_working_day(CULTURE, working_week(cast.school))
    assert last_line().action == "editorial.remove_calendar_day"


def test_remove_day__of_a_correction_brings_the_table_back(cast: SimpleNamespace) -> None:
    load(cast)
    set_day(cast, day=CULTURE, kind="working_day", name="Làm bù")
    calendar.remove_day(school=cast.school, user=cast.head, day=CULTURE)
    assert (row_of(CULTURE).origin, row_of(CULTURE).kind) == (Origin.PUBLISHED, Kind.DAY_OFF)
    assert row_of(CULTURE).declared_by is None


def test_remove_day__entered_by_hand_goes(cast: SimpleNamespace, reckoned: list[str]) -> None:
    set_day(cast)
    calendar.remove_day(school=cast.school, user=cast.head, day=WEDNESDAY)
    calendar.remove_day(school=cast.school, user=cast.head, day=WEDNESDAY)
    assert not CalendarDay.objects.exists()
    assert len(reckoned) == 2


def test_remove_day__is_refused_to_others(cast: SimpleNamespace) -> None:
    set_day(cast)
    with refuses(Reason.NOT_YOUR_POST):
        calendar.remove_day(school=cast.school, user=cast.toan, day=WEDNESDAY)
    assert row_of(WEDNESDAY)


@pytest.mark.parametrize("who", ["head", "deputy1"])
def test_declare_closure__closes_every_day_and_says_why(cast: SimpleNamespace, reckoned: list[str], who: str) -> None:
    load(cast)
    reckoned.clear()

    assert close(cast, who) == 4

    week = working_week(cast.school)
    assert not any(is_working_day(day, week) for day in (CULTURE, WEDNESDAY, SATURDAY))
    assert (row_of(WEDNESDAY).origin, row_of(WEDNESDAY).name) == (Origin.CLOSURE, "Bão số 13")
    assert row_of(CULTURE).origin == Origin.PUBLISHED
    assert reckoned == ["Bão số 13"]
    assert last_line().payload["starts_on"] == "2026-11-24"


@pytest.mark.parametrize("who", [*OTHERS, "secretary"])
def test_declare_closure__is_the_superiors(cast: SimpleNamespace, who: str) -> None:
    with refuses(Reason.NOT_YOUR_POST):
        close(cast, who)


def test_declare_closure__beats_a_swapped_working_day_and_gives_it_back(cast: SimpleNamespace) -> None:
    load(cast)
    swapped = datetime.date(2026, 8, 22)
    close(cast, starts_on=swapped, ends_on=swapped)
    assert not is_working_day(swapped, working_week(cast.school))
    calendar.remove_day(school=cast.school, user=cast.head, day=swapped)
    assert is_working_day(swapped, working_week(cast.school))


def test_declare_closure__twice_changes_nothing_more(cast: SimpleNamespace, reckoned: list[str]) -> None:
    close(cast)
    assert close(cast) == 0
    assert len(reckoned) == 1


@pytest.mark.parametrize(
    "changes",
    [{"ends_on": CULTURE - datetime.timedelta(days=1)}, {"ends_on": datetime.date(2027, 11, 1)}, {"reason": "  "}],
)
def test_declare_closure__needs_sound_dates_and_a_reason(cast: SimpleNamespace, changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        close(cast, **changes)


def test_confirm_year__is_by_a_person_and_once(cast: SimpleNamespace, reckoned: list[str]) -> None:
    load(cast)
    lines, reckonings = LedgerEntry.objects.count(), len(reckoned)
    for who in (cast.secretary, cast.head):
        calendar.confirm_year(school=cast.school, user=who, year=2026)
    assert CalendarYear.objects.get(year=2026).confirmed_by == cast.secretary
    assert LedgerEntry.objects.count() == lines + 1
    assert len(reckoned) == reckonings


def test_confirm_year__needs_a_table_and_a_keeper(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError):
        calendar.confirm_year(school=cast.school, user=cast.head, year=2026)
    load(cast)
    with refuses(Reason.NOT_YOUR_POST):
        calendar.confirm_year(school=cast.school, user=cast.toan, year=2026)


def test_load_years__leaves_one_line_a_year_and_sets_up_its_school_year(
    cast: SimpleNamespace, reckoned: list[str]
) -> None:
    load(cast, 2026, 2027, 2026)
    load(cast, 2026, 2027)
    lines = LedgerEntry.objects.filter(action="editorial.load_calendar")
    assert [(line.payload["year"], line.actor_id) for line in lines] == [(2026, None), (2027, None)]
    assert reckoned == ["2026", "2027"]
    assert {"2026-2027", "2027-2028"} <= {year.name for year in school_years(cast.school)}


def test_load_years__by_a_person_is_for_keepers(cast: SimpleNamespace) -> None:
    with refuses(Reason.NOT_YOUR_POST):
        calendar.load_years(school=cast.school, user=cast.toan, years=[2026])
    [loaded] = calendar.load_years(school=cast.school, user=cast.secretary, years=[2026])
    assert loaded.added


def test_load_years__of_a_year_in_no_table_is_a_sentence(cast: SimpleNamespace) -> None:
    with pytest.raises(ValidationError, match="1950"):
        load(cast, 1950)


def test_change_week__moves_what_is_a_working_day(cast: SimpleNamespace, reckoned: list[str]) -> None:
    assert not is_working_day(SATURDAY, working_week(cast.school))
    for _again in range(2):
        school = calendar.change_week(school=cast.school, user=cast.deputy1, weekly_days_off=[7])
    assert is_working_day(SATURDAY, working_week(school))
    assert len(reckoned) == 1
    assert last_line().payload["weekly_days_off"] == [7]


@pytest.mark.parametrize("days", [[], [0], [8], range(1, 8)])
def test_change_week__leaves_days_to_work_and_to_rest(cast: SimpleNamespace, days: Any) -> None:
    with pytest.raises(ValidationError):
        calendar.change_week(school=cast.school, user=cast.head, weekly_days_off=days)
    assert School.objects.get().weekly_days_off == [6, 7]


def test_change_week__is_refused_to_others(cast: SimpleNamespace) -> None:
    with refuses(Reason.NOT_YOUR_POST):
        calendar.change_week(school=cast.school, user=cast.toan, weekly_days_off=[7])


def year_of(cast: SimpleNamespace, first: int = 2026) -> SchoolYear:
    """The school year that begins then."""
    return ensure_school_year(cast.school, first)


def test_change_terms__moves_the_border_between_two_terms(cast: SimpleNamespace) -> None:
    """B12: the school fixes its own days."""
    year = year_of(cast)
    first = (datetime.date(2026, 9, 5), datetime.date(2027, 1, 10))
    second = (datetime.date(2027, 1, 11), datetime.date(2027, 5, 28))
    for _again in range(2):
        change_terms(school_year=year, user=cast.secretary, days={1: first, 2: second})
    dates = next(row for row in school_years(cast.school) if row.name == "2026-2027")
    assert [(term.starts_on, term.ends_on) for term in dates.terms] == [first, second]
    assert dates.ends_on == second[1]
    assert LedgerEntry.objects.filter(action="editorial.change_terms").count() == 1


def test_change_terms__refuses_terms_that_overlap_and_strangers(cast: SimpleNamespace) -> None:
    year = year_of(cast)
    days = {1: (datetime.date(2026, 9, 5), datetime.date(2027, 1, 20))}
    with pytest.raises(ValidationError, match="Học kỳ II"):
        change_terms(school_year=year, user=cast.head, days=days)
    with refuses(Reason.NOT_YOUR_POST):
        change_terms(school_year=year, user=cast.toan, days={})


def test_divide_year__makes_half_years_of_quarters(cast: SimpleNamespace) -> None:
    year = ensure_school_year(cast.school, 2030, TermPlan.QUARTERS)
    with refuses(Reason.NOT_YOUR_POST):
        divide_year(school_year=year, user=cast.toan, plan=TermPlan.HALVES)
    for _again in range(2):
        divide_year(school_year=year, user=cast.head, plan=TermPlan.HALVES)
    assert [term.name for term in year.terms.all()] == ["Первое полугодие", "Второе полугодие"]
    assert LedgerEntry.objects.filter(action="editorial.divide_year").count() == 1
