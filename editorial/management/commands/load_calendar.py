"""`load_calendar`: the published days off and swapped working days of some years."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from core.clock import now, today
from editorial.actions.calendar import load_years
from school.calendar_loader import SOURCE, LoadedYear
from school.selectors import current_school


class Command(BaseCommand):
    """Load the tables into the school's calendar; run again, it keeps what people entered or confirmed."""

    help = "Loads the published days off and swapped working days of the given years."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--country", choices=["vn", "ru"], help="must be the school's, when given")
        parser.add_argument("--year", type=int, action="append", help="may be given several times; default: this year")

    def handle(self, *args: Any, **options: Any) -> None:
        school = current_school()
        if school is None:
            raise CommandError("There is no school yet: run setup_school first.")
        if options["country"] not in {None, school.country}:
            raise CommandError(f"{school.name} follows the calendar of “{school.country}”.")
        try:
            loaded = load_years(school=school, user=None, years=options["year"] or [today().year], at=now())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        for year in loaded:
            self.stdout.write(_line(year))


def _line(loaded: LoadedYear) -> str:
    if loaded.was_confirmed:
        return f"{loaded.year}: confirmed by the board, left as it is."
    return (
        f"{loaded.year} ({SOURCE}): {loaded.added} added, {loaded.changed} changed, {loaded.removed} removed, "
        f"{loaded.kept} entered by hand and kept."
    )
