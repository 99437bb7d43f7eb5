"""`add_unit`: a department, office, union or class, with its section and its place for files."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from home.actions import UnitDetails, found_unit
from school.models import Unit
from school.selectors import current_school


class Command(BaseCommand):
    """Add a unit to the school; run again, it changes nothing that is there."""

    help = "Adds a unit with its section of the news, its group and its collection of files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="short code for the address, for example toan")
        parser.add_argument("name", help="full name")
        parser.add_argument("--short-name", default="", help="name in menus")
        parser.add_argument("--kind", choices=Unit.Kind.values, default=Unit.Kind.SUBJECT_GROUP)

    def handle(self, *args: Any, **options: Any) -> None:
        school = current_school()
        if school is None:
            raise CommandError("No school is set up yet: run setup_school first.")
        code, name = options["code"], options["name"]
        unit = found_unit(school, UnitDetails(code, name, options["short_name"] or name, options["kind"]))
        self.stdout.write(self.style.SUCCESS(f"{unit.name}: section, group and collection are in place."))
