"""`load_demo`: a believable school whose items really pass the chain."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from core.clock import now
from home.demo.school import load
from school.models import School


class Command(BaseCommand):
    """Load the demonstration school, once, and only where PORTAL_DEMO=1 says so."""

    help = "Loads the demonstration school; its items pass the board's chain."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--country", choices=["vn", "ru"], default=settings.PORTAL_COUNTRY)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.PORTAL_DEMO:
            raise CommandError("Demo accounts have a known password. Set PORTAL_DEMO=1 if this is what you want.")
        if School.objects.exists():
            raise CommandError("A school is set up already; the demo goes into an empty database only.")
        with transaction.atomic():
            school = load(options["country"], now(), self.stdout.write)
        self.stdout.write(self.style.SUCCESS(f"{school.name}: the demonstration school is ready."))
