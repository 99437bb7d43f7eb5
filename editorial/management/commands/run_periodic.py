"""`run_periodic`: everything that is due. Safe to call every minute."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from core.clock import now
from editorial.actions.running import run_and_note


class Command(BaseCommand):
    """Post at set times, end notices, raise alarms, send what waits."""

    help = "Does everything that is due: posting, ending notices, alarms, messages, groups."

    def handle(self, *args: Any, **options: Any) -> None:
        done = run_and_note(now())
        if any(done.values()) or options["verbosity"] > 1:
            self.stdout.write(", ".join(f"{name}: {count}" for name, count in done.items()))
