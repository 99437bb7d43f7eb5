"""`board_report`: the figures or a file of a period's report; a signed one is counted again and compared."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.reports.formats import FORMATS
from editorial.rules.periods import PeriodError
from editorial.selectors.figures import period_named
from editorial.selectors.report_evidence import file_bytes
from editorial.selectors.reports import as_json, report_for, what_differs
from school.selectors import current_school


class Command(BaseCommand):
    """Prints what was frozen, or what is counted now; "same" or what differs goes to the error output, exit 1."""

    help = "The board's report of a month, term, year or any two dates; a signed one is re-checked."

    def add_arguments(self, parser: CommandParser) -> None:
        period = parser.add_mutually_exclusive_group(required=True)
        period.add_argument("--month", dest="key", help="2026-10")
        period.add_argument("--term", dest="key", help="2026-2027-T1")
        period.add_argument("--year", dest="key", help="2026-2027, or the calendar year 2026")
        period.add_argument("--from", dest="first", help="2026-09-01, with --to")
        parser.add_argument("--to", dest="last", help="2026-10-15")
        parser.add_argument("--format", choices=["json", *FORMATS], default="json")
        parser.add_argument("--output", help="the file to write; without it the standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        school = current_school()
        if school is None:
            raise CommandError("there is no school yet: run setup_school")
        key = options["key"] or f"{options['first']}..{options['last']}"
        try:
            report = report_for(school, period_named(school, key))
        except PeriodError as error:
            raise CommandError(f"no such period: {error}") from error
        kind = options["format"]
        self._write(as_json(report) if kind == "json" else file_bytes(report, kind), options["output"])
        differing = what_differs(report) if report.is_frozen else []
        for line in differing:
            self.stderr.write(line)
        if differing:
            raise CommandError(f"{len(differing)} figures differ from the signed report")
        self.stderr.write("same" if report.is_frozen else "draft: nothing is signed to compare with")

    def _write(self, content: bytes, output: str | None) -> None:
        if output:
            Path(output).write_bytes(content)
        elif content.startswith(b"{"):
            self.stdout.write(content.decode())
        else:
            sys.stdout.buffer.write(content)
