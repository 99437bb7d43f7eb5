"""`verify_public`: compare what the public sees with what was cleared, and signed reports with what was signed."""

from __future__ import annotations

from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.models import EditorialRecord
from editorial.selectors.evidence import public_faults
from editorial.selectors.report_evidence import report_faults
from school.models import School


class Command(BaseCommand):
    """Exit 0 and one sentence when all is well; exit 1 and a sentence for each fault."""

    help = "Compares live pages and file bytes with their clearances, and signed reports with their hashes."

    def handle(self, *args: Any, **options: Any) -> None:
        reports = chain.from_iterable(report_faults(school) for school in School.objects.order_by("pk"))
        found = [*public_faults(), *reports]
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"{len(found)} faults on the public site or in signed reports")
        count = EditorialRecord.objects.filter(page__live=True).count()
        self.stdout.write(f"{count} pages on the site, each as it was cleared.")
