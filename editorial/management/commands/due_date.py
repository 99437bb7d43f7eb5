"""`due_date`: the due date of an event that ended on a day, with the reason."""

from __future__ import annotations

import datetime
import re
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.template.loader import render_to_string
from django.utils import translation

from editorial.selectors.due_dates import ExplainedDueDate, explained_due_date
from school.calendar_loader import FIRST_YEAR, LAST_YEAR
from school.models import School
from school.selectors import current_school

BAD_DATE = 2


class Command(BaseCommand):
    """The first line is the date alone; the reason follows in the school's language."""

    help = "Prints until when an event that ended on DATE must be written about (Đ14.1), and why."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("date", help="the day on which the event ended, YYYY-MM-DD")
        parser.add_argument("--country", choices=["vn", "ru"], help="default: the school's")

    def handle(self, *args: Any, **options: Any) -> None:
        ended_on = _day(options["date"])
        school = _school(options["country"])
        country = options["country"] or (school.country if school else settings.PORTAL_COUNTRY)
        explained = explained_due_date(ended_on, country, school)
        with translation.override(school.language if school else "en"):
            self.stdout.write(_words(explained, country, school))


def _day(typed: str) -> datetime.date:
    """The day typed; leaves with status 2 when it is none, or too far away for any calendar."""
    try:
        day = datetime.date.fromisoformat(typed) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed) else None
    except ValueError:
        day = None
    if day is None:
        raise CommandError(f"“{typed}” is not a day of the calendar: write YYYY-MM-DD.", returncode=BAD_DATE)
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise CommandError(
            f"{typed}: give a day of the years {FIRST_YEAR + 1} to {LAST_YEAR - 1}.", returncode=BAD_DATE
        )
    return day


def _school(country: str | None) -> School | None:
    """The school, if there is one of this country; a database without tables has none."""
    try:
        school = current_school()
    except DatabaseError:
        return None
    return school if school and country in {None, school.country} else None


def _words(explained: ExplainedDueDate, country: str, school: School | None) -> str:
    return render_to_string(
        "editorial/calendar/due_date.txt", {"found": explained, "country": country, "school": school}
    ).strip()
