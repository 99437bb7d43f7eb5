"""The school calendar on the screen: everybody in the back office reads it, head, deputies and secretary change it."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from core.clock import now
from editorial.actions.school_years import ensure_school_year
from editorial.models import LedgerEntry
from school.calendar_loader import load_year
from school.models import CalendarDay, CalendarYear, School, Term
from tests.factories.screens import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
CULTURE, STORM = datetime.date(2026, 11, 24), datetime.date(2026, 11, 25)
DAY = {"day": STORM.isoformat(), "kind": "day_off", "name": "Ngày truyền thống", "source": "12/QĐ"}
CLOSURE = {"starts_on": "2026-11-25", "ends_on": "2026-11-27", "reason": "Bão số 13", "source": "15/TB"}


def look(user: Any, **query: str) -> Any:
    """Open the calendar."""
    return signed_in(user).get(reverse("board_calendar"), {"year": "2026", **query})


def send(user: Any, verb: str, year: int = 2026, **data: Any) -> Any:
    """Press a button of the calendar."""
    return signed_in(user).post(reverse("board_calendar_act", args=[year, verb]), data)


def send_terms(user: Any, pk: int, verb: str, **data: Any) -> Any:
    """Save the terms of a school year."""
    return signed_in(user).post(reverse("board_calendar_terms", args=[pk, verb]), data)


@pytest.mark.parametrize("name", ["head", "secretary", "toan", "admin"])
def test_calendar__shows_each_day_with_its_name_and_source(cast: SimpleNamespace, name: str) -> None:
    load_year(cast.school, 2026, now())
    page = words(look(getattr(cast, name)))
    assert "Ngày Văn hóa Việt Nam" in page
    assert "holidays" in page
    assert ("board/calendar/2026/day/" in page) is (name in {"head", "secretary"})


def test_calendar__says_whether_the_year_is_confirmed(cast: SimpleNamespace) -> None:
    assert "cal-note--open" in words(look(cast.toan))
    load_year(cast.school, 2026, now())
    assert "cal-note--open" in words(look(cast.toan))
    assert "2026/confirm/" not in words(look(cast.toan))
    assert "2026/confirm/" in words(look(cast.secretary))

    assert send(cast.secretary, "confirm").status_code == 302

    page = words(look(cast.toan))
    assert "cal-note--open" not in page
    assert "Ông secretary" in page


@pytest.mark.parametrize("typed", ["", "x", "0", "99999", "２０２６", "-2026"])
def test_calendar__of_no_year_is_this_years(cast: SimpleNamespace, typed: str) -> None:
    answer = look(cast.head, year=typed)
    assert answer.status_code == 200
    assert answer.context["found"].year == datetime.date.today().year


@pytest.mark.parametrize("name", ["head", "deputy1", "secretary"])
def test_day__is_entered_by_head_deputy_and_secretary(cast: SimpleNamespace, name: str) -> None:
    assert send(getattr(cast, name), "day", **DAY).status_code == 302
    assert CalendarDay.objects.get(day=STORM).declared_by == getattr(cast, name)


@pytest.mark.parametrize("name", ["editor1", "toan", "admin"])
def test_day__is_entered_by_nobody_else(cast: SimpleNamespace, name: str) -> None:
    lines = LedgerEntry.objects.count()
    assert send(getattr(cast, name), "day", **DAY).status_code == 403
    assert not CalendarDay.objects.exists()
    assert LedgerEntry.objects.count() == lines


@pytest.mark.parametrize(
    "wrong", [{"day": "2026-02-30"}, {"kind": "x"}, {"name": ""}, {"name": "x" * 121}, {"source": "a\0b"}]
)
def test_day__that_is_refused_keeps_what_was_typed(cast: SimpleNamespace, wrong: dict[str, str]) -> None:
    answer = send(cast.head, "day", **{**DAY, **wrong})
    assert answer.status_code == 422
    kept = {name: value for name, value in DAY.items() if name not in wrong and name != "kind"}
    page = words(answer)
    assert all(f'value="{value}"' in page for value in kept.values())
    assert not CalendarDay.objects.exists()


def test_day__is_opened_for_a_change_and_taken_back(cast: SimpleNamespace) -> None:
    send(cast.head, "day", **DAY)
    assert 'value="Ngày truyền thống"' in words(look(cast.head, day=STORM.isoformat()))
    assert look(cast.head, day="nonsense").status_code == 200
    assert send(cast.toan, "remove", day=STORM.isoformat()).status_code == 403
    assert send(cast.head, "remove", day="").status_code == 422
    assert send(cast.head, "remove", day=STORM.isoformat()).status_code == 302
    assert not CalendarDay.objects.exists()


def test_closure__is_declared_by_a_superior_with_its_reason(cast: SimpleNamespace) -> None:
    assert send(cast.secretary, "closure", **CLOSURE).status_code == 403
    assert "2026/closure/" not in words(look(cast.secretary))
    assert send(cast.deputy1, "closure", **CLOSURE).status_code == 302
    assert CalendarDay.objects.filter(origin="closure", name="Bão số 13").count() == 3
    assert "Bão số 13" in words(look(cast.toan))


@pytest.mark.parametrize("wrong", [{"ends_on": "2026-11-20"}, {"ends_on": "2027-11-20"}, {"reason": ""}])
def test_closure__that_is_refused_keeps_what_was_typed(cast: SimpleNamespace, wrong: dict[str, str]) -> None:
    answer = send(cast.head, "closure", **{**CLOSURE, **wrong})
    assert answer.status_code == 422
    assert 'value="15/TB"' in words(answer)
    assert not CalendarDay.objects.exists()


def test_load__is_a_button_for_keepers(cast: SimpleNamespace) -> None:
    assert send(cast.toan, "load").status_code == 403
    assert not CalendarYear.objects.exists()
    assert send(cast.head, "load").status_code == 302
    assert send(cast.head, "load").status_code == 302
    assert CalendarDay.objects.filter(day=CULTURE).exists()


def test_confirm__without_a_table_says_so(cast: SimpleNamespace) -> None:
    assert send(cast.head, "confirm").status_code == 422


def test_week__is_five_or_six_days(cast: SimpleNamespace) -> None:
    assert send(cast.toan, "week", week="six").status_code == 403
    assert send(cast.head, "week", week="four").status_code == 422
    assert send(cast.head, "week", week="six").status_code == 302
    assert School.objects.get().weekly_days_off == [7]


@pytest.mark.parametrize(("year", "verb"), [(2026, "nonsense"), (1, "day"), (99999999999999999999, "load")])
def test_calendar__has_no_other_doors(cast: SimpleNamespace, year: int, verb: str) -> None:
    assert send(cast.head, verb, year).status_code == 404


def test_terms__are_the_schools_own(cast: SimpleNamespace) -> None:
    """B12: the school fixes its terms."""
    year = ensure_school_year(cast.school, 2026)
    days = {
        "starts_on-1": "2026-09-05",
        "ends_on-1": "2027-01-10",
        "starts_on-2": "2027-01-11",
        "ends_on-2": "2027-05-28",
    }
    assert send_terms(cast.toan, year.pk, "days", **days).status_code == 403
    overlapping = send_terms(cast.secretary, year.pk, "days", **{**days, "ends_on-1": "2027-02-01"})
    assert overlapping.status_code == 422
    assert 'value="2027-02-01"' in words(overlapping)
    assert send_terms(cast.secretary, year.pk, "days", **{**days, "ends_on-1": ""}).status_code == 422
    assert send_terms(cast.secretary, year.pk, "days", **days).status_code == 302
    assert Term.objects.get(school_year=year, number=1).ends_on == datetime.date(2027, 1, 10)
    assert "10/01/2027" in words(look(cast.toan))


def test_terms__of_a_russian_school_may_be_half_years(cast: SimpleNamespace) -> None:
    School.objects.update(country="ru")
    year = ensure_school_year(cast.school, 2026)
    assert "/plan/" in words(look(cast.head))
    assert send_terms(cast.toan, year.pk, "plan", plan="halves").status_code == 403
    assert send_terms(cast.head, year.pk, "plan", plan="x").status_code == 422
    assert send_terms(cast.head, year.pk, "plan", plan="halves").status_code == 302
    assert Term.objects.filter(school_year=year).count() == 2
    assert send_terms(cast.head, year.pk, "nonsense").status_code == 404
    assert send_terms(cast.head, 99999, "days").status_code == 404


def test_calendar__costs_the_same_however_full_the_year_is(
    cast: SimpleNamespace, django_assert_max_num_queries
) -> None:
    client = signed_in(cast.head)
    load_year(cast.school, 2026, now())
    client.get(reverse("board_calendar"), {"year": "2026"})
    with django_assert_max_num_queries(25):
        client.get(reverse("board_calendar"), {"year": "2026"})
