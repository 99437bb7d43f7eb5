"""`setup_school`: groups, chain, charter and sections of a school."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from core.clock import now
from home.actions import SchoolDetails, UnitDetails, found_school

BOARD_UNIT = {"vn": ("Ban Biên tập", "Ban Biên tập"), "ru": ("Редколлегия", "Редколлегия")}


class Command(BaseCommand):
    """Found the school of the default site; run again, it changes nothing that is there."""

    help = "Sets up groups, chain, charter and sections for a school."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--country", choices=["vn", "ru"], required=True)
        parser.add_argument("--name", default="", help="the school's full name")
        parser.add_argument("--short-name", default="", help="the school's short name")

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
        school = found_school(details, (board,), now())
        self.stdout.write(self.style.SUCCESS(f"{school.name}: sections, groups, chain and charter are in place."))
