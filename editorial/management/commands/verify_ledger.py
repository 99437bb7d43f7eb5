"""`verify_ledger`: re-walk the ledger and name every line that is not as it was written."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.models import LedgerEntry
from editorial.selectors.evidence import ledger_anchor, ledger_faults


class Command(BaseCommand):
    """Exit 0 and one sentence when all is well; exit 1 and a sentence for each fault."""

    help = "Re-walks the ledger: chain, signature, states, decisions, and an anchor kept elsewhere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--anchor", type=Path, help="a file written earlier with --write-anchor")
        parser.add_argument("--write-anchor", type=Path, help="write the ledger's signed head to this file")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(ledger_faults(options["anchor"]))
        for sentence in found:
            self.stderr.write(sentence)
        if found:
            raise CommandError(f"{len(found)} faults in the ledger")
        if options["write_anchor"]:
            options["write_anchor"].write_text(json.dumps(ledger_anchor()), encoding="utf-8")
        self.stdout.write(f"{LedgerEntry.objects.count()} lines, unbroken; states and decisions agree.")
