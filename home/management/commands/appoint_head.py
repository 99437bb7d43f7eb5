"""`appoint_head`: the first head of a new board; everybody else is appointed by the head on the portal."""

from __future__ import annotations

import datetime
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.rules.answers import RuleRefused
from editorial.actions.board import appoint
from school.models import User
from school.selectors import current_school


class Command(BaseCommand):
    """Enter the head's appointment; refused while somebody is head."""

    help = "Appoints the head of the editorial board, while nobody is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--decision", required=True, help="number of the decision")
        parser.add_argument("--on", type=datetime.date.fromisoformat, required=True, help="its date, YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        school, on = current_school(), options["on"]
        person = User.objects.filter(username=options["username"], is_superuser=False, is_active=True).first()
        if school is None or person is None:
            raise CommandError("Needs a school (setup_school) and an active account that is no superuser.")
        try:
            appoint(
                school=school,
                is_founding=True,
                user=person,
                person=person,
                post="head",
                decision_number=options["decision"],
                decided_on=on,
                starts_on=on,
            )
        except RuleRefused as refusal:
            raise CommandError(f"Somebody is head already ({refusal}).") from refusal
        self.stdout.write(self.style.SUCCESS(f"{person} is head of the editorial board."))
