"""`load_calendar` and the calendar that `setup_school` brings."""

from __future__ import annotations

import datetime
import io
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from wagtail.models import Site

from editorial.actions.calendar import confirm_year
from school.calendar_loader import published_days
from school.models import CalendarDay, CalendarYear, School, SchoolYear

pytestmark = pytest.mark.django_db


def run(*args: str) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("load_calendar", *args, stdout=out)
    return out.getvalue()


def test_load_calendar__loads_several_years_and_says_how_much(cast: SimpleNamespace) -> None:
    said = run("--country", "vn", "--year", "2026", "--year", "2027").splitlines()
    assert [line[:4] for line in said] == ["2026", "2027"]
    assert f"{len(published_days('vn', 2026))} added" in said[0]
    assert CalendarYear.objects.count() == 2


def test_load_calendar__says_that_a_confirmed_year_stays(cast: SimpleNamespace) -> None:
    run("--year", "2026")
    confirm_year(school=cast.school, user=cast.head, year=2026)
    assert "left as it is" in run("--year", "2026")


def test_load_calendar__without_a_year_loads_this_one(cast: SimpleNamespace) -> None:
    run()
    assert CalendarYear.objects.get().year == datetime.date.today().year


@pytest.mark.parametrize("args", [["--country", "ru"], ["--year", "1950"], ["--year", "99999"]])
def test_load_calendar__refuses_with_a_sentence(cast: SimpleNamespace, args: list[str]) -> None:
    with pytest.raises(CommandError):
        run(*args)
    assert not CalendarDay.objects.exists()


def test_load_calendar__needs_a_school(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editorial.management.commands.load_calendar.current_school", lambda: None)
    with pytest.raises(CommandError, match="setup_school"):
        run()


def test_setup_school__brings_calendar_and_school_years(cast: SimpleNamespace) -> None:
    for _again in range(2):
        set_up()
    year = datetime.date.today().year
    loaded = CalendarYear.objects.filter(school=cast.school).values_list("year", flat=True)
    assert set(loaded) == {year - 1, year, year + 1, year + 2}
    assert {f"{year - 1}-{year}", f"{year}-{year + 1}"} <= set(SchoolYear.objects.values_list("name", flat=True))
    assert not CalendarYear.objects.filter(is_confirmed=True).exists()


def set_up(*args: str) -> None:
    """Run `setup_school`."""
    call_command("setup_school", "--country", "vn", *args, verbosity=0, stdout=io.StringIO())


@pytest.mark.parametrize(("args", "days_off"), [([], [6, 7]), (["--week", "six"], [7])])
def test_setup_school__asks_a_new_school_for_its_week(
    cast: SimpleNamespace, args: list[str], days_off: list[int]
) -> None:
    elsewhere = Site.objects.create(hostname="old.example", root_page=cast.school.site.root_page)
    School.objects.update(site=elsewhere)

    set_up(*args)

    assert School.objects.exclude(pk=cast.school.pk).get().weekly_days_off == days_off


def test_setup_school__leaves_the_week_of_a_school_that_is_there(cast: SimpleNamespace) -> None:
    set_up("--week", "six")
    assert School.objects.get().weekly_days_off == [6, 7]


def test_migration_back__forgets_days_the_old_calendar_cannot_hold(cast: SimpleNamespace) -> None:
    days = {"ordinary": datetime.date(2026, 11, 24), "day_off": datetime.date(2026, 11, 25)}
    for kind, day in days.items():
        CalendarDay.objects.create(school=cast.school, day=day, kind=kind, name="x")
    import_module("school.migrations.0003_calendar_and_terms").forget_ordinary_days(apps, None)
    assert [row.kind for row in CalendarDay.objects.all()] == ["day_off"]
