"""`verify_public`: compare what the public sees with what was cleared."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.models import EditorialRecord
from editorial.selectors.evidence import public_faults


class Command(BaseCommand):
    """Exit 0 and one sentence when all is well; exit 1 and a sentence for each fault."""

    help = "Compares live pages and file bytes with their clearances."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(public_faults())
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"{len(found)} faults on the public site")
        count = EditorialRecord.objects.filter(page__live=True).count()
        self.stdout.write(f"{count} pages on the site, each as it was cleared.")
