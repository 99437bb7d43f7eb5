"""`due_date` on every vector of the domain, with and without a school (B-numbers: none; Đ14.1)."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from core.clock import now
from editorial.rules.deadlines import due_date
from school.calendar_loader import load_year, published_week
from school.models import CalendarDay, CalendarYear, School

VECTORS = json.loads((Path(__file__).parents[2] / "golden" / "deadline_vectors.json").read_text("utf-8"))["vectors"]
day = datetime.date.fromisoformat


def said(*args: str) -> list[str]:
    """What the command prints."""
    out = io.StringIO()
    call_command("due_date", *args, stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def no_school(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database without a school."""
    monkeypatch.setattr("editorial.management.commands.due_date.current_school", lambda: None)


@pytest.mark.usefixtures("no_school")
@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['country']} {vector['event_end']}")
def test_due_date__is_that_of_the_vector(vector: dict[str, Any]) -> None:
    lines = said(vector["event_end"], "--country", vector["country"].lower())
    assert lines[0] == vector["due"]
    passed = [line.removeprefix("- ").split(":")[0].split(", ")[1] for line in lines if line.startswith("- ")]
    assert passed == [day(moved).strftime("%d/%m/%Y") for moved in vector["moved_over"]]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['country']} {vector['event_end']}")
def test_due_date__of_a_six_day_week_is_that_of_the_vector(vector: dict[str, Any]) -> None:
    ended_on = day(vector["event_end"])
    week = published_week(vector["country"].lower(), [ended_on.year, ended_on.year + 1], [7])
    assert due_date(ended_on, week).due == day(vector["due_if_six_day_week"])


@pytest.mark.usefixtures("no_school")
def test_due_date__without_a_school_says_so_in_english() -> None:
    text = "\n".join(said("2024-04-26", "--country", "vn"))
    assert "Due: Thursday, 02/05/2024 (24:00)." in text
    assert "No school of this country is set up here" in text


def test_due_date__on_a_database_without_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_table() -> None:
        raise OperationalError("no such table: school_school")

    monkeypatch.setattr("editorial.management.commands.due_date.current_school", no_table)
    assert said("2024-04-26", "--country", "vn")[0] == "2024-05-02"


@pytest.mark.django_db
def test_due_date__follows_the_schools_own_calendar(cast: SimpleNamespace) -> None:
    load_year(cast.school, 2026, now())
    assert said("2026-11-21")[0] == "2026-11-25"
    CalendarDay.objects.create(
        school=cast.school, day=datetime.date(2026, 11, 25), kind="day_off", name="Nghỉ bão", origin="closure"
    )
    lines = said("2026-11-21")
    assert lines[0] == "2026-11-26"
    assert any("Nghỉ bão" in line for line in lines)


@pytest.mark.django_db
def test_due_date__follows_the_schools_week(cast: SimpleNamespace) -> None:
    assert said("2023-09-20")[0] == "2023-09-25"
    School.objects.update(weekly_days_off=[7])
    assert said("2023-09-20")[0] == "2023-09-23"


@pytest.mark.django_db
def test_due_date__takes_the_published_table_of_a_year_the_school_has_not_loaded(cast: SimpleNamespace) -> None:
    lines = said("2024-04-26")
    assert lines[0] == "2024-05-02"
    assert "2024" in lines[-1]


@pytest.mark.django_db
def test_due_date__keeps_a_day_taken_out_by_hand_out_of_the_published_table(cast: SimpleNamespace) -> None:
    CalendarDay.objects.create(school=cast.school, day=datetime.date(2024, 4, 29), kind="ordinary", name="Vẫn làm")
    assert said("2024-04-26")[0] == "2024-04-29"


@pytest.mark.django_db
def test_due_date__says_when_the_table_is_not_confirmed(cast: SimpleNamespace) -> None:
    load_year(cast.school, 2026, now())
    unconfirmed = said("2026-11-21")
    CalendarYear.objects.update(is_confirmed=True)
    assert len(said("2026-11-21")) == len(unconfirmed) - 1


@pytest.mark.django_db
def test_due_date__of_the_other_country_ignores_the_school(cast: SimpleNamespace) -> None:
    assert said("2026-02-20", "--country", "ru")[0] == "2026-02-24"


@pytest.mark.parametrize("typed", ["2026-02-30", "20.11.2026", "2026-1-1", "20260101", "", "9999-12-31", "1900-01-01"])
def test_due_date__of_no_date_is_a_sentence_and_exit_2(typed: str) -> None:
    with pytest.raises(CommandError) as refusal:
        said(typed)
    assert refusal.value.returncode == 2
    assert "YYYY-MM-DD" in str(refusal.value) or "years" in str(refusal.value)
