"""`setup_school`: groups, chain, charter, calendar and sections of a school."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.clock import now, today
from editorial.actions.calendar import load_years
from editorial.forms.calendar import WEEKS
from home.actions import SchoolDetails, UnitDetails, found_school
from school.models import School
from school.rules.years import years_around

USUAL_WEEK = "five"
BOARD_UNIT = {"vn": ("Ban Biên tập", "Ban Biên tập"), "ru": ("Редколлегия", "Редколлегия")}


class Command(BaseCommand):
    """Found the school of the default site; run again, it changes nothing that is there."""

    help = "Sets up groups, chain, charter, calendar and sections for a school."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--country", choices=["vn", "ru"], required=True)
        parser.add_argument("--name", default="", help="the school's full name")
        parser.add_argument("--short-name", default="", help="the school's short name")
        parser.add_argument("--week", choices=WEEKS, help="working days of a new school; asked for when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        country = options["country"]
        name = options["name"] or {"vn": "Trường THPT", "ru": "Школа"}[country]
        details = SchoolDetails(
            name=name,
            short_name=options["short_name"] or name,
            country=country,
            language={"vn": "vi", "ru": "ru"}[country],
        )
        board = UnitDetails("bbt", *BOARD_UNIT[country], kind="editorial_board")
        week = options["week"] or asked_week()
        school = found_school(details, (board,), now(), tuple(WEEKS[week]))
        load_years(school=school, user=None, years=years_around(today()))
        self.stdout.write(
            self.style.SUCCESS(f"{school.name}: sections, groups, chain, charter and calendar are in place.")
        )


def asked_week() -> str:
    """What the person at the keyboard says, asked until it makes sense; five days where nobody sits there."""
    while sys.stdin.isatty() and not is_founded():
        said = input(f"Does the school work {' or '.join(WEEKS)} days a week? ").strip().lower()
        if said in WEEKS:
            return said
    return USUAL_WEEK


def is_founded() -> bool:
    """Whether there is a school already; its week stays."""
    return School.objects.exists()
