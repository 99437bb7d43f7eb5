"""`import_regulation`: a file read clause by clause."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from documents.importing import import_file, in_words
from documents.readers.refusals import ReadingRefused
from documents.rules.outline import outline
from documents.rules.reading import Regulation
from documents.rules.vocabulary import Language

NOT_READ, NOT_STORED = 1, 2
LARGEST = 64 * 1024 * 1024


class Command(BaseCommand):
    """Prints the tree, what to look at and what was set aside. Nothing is stored with --dry-run."""

    help = "Reads a regulation (DOCX, PDF, TXT, MD) clause by clause."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", choices=[language.value for language in Language], help="default: told apart")
        parser.add_argument("--dry-run", action="store_true", help="read only, store nothing")
        parser.add_argument("--json", action="store_true", help="the outline as data")

    def handle(self, *args: Any, **options: Any) -> None:
        language = Language(options["language"]) if options["language"] else None
        regulation = _read(options["file"], language)
        self.stdout.write(_shown(regulation, as_json=options["json"]))
        if not options["dry_run"]:
            raise CommandError("Nothing was stored: there is no register yet. Use --dry-run.", returncode=NOT_STORED)


def _read(path: Path, language: Language | None) -> Regulation:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST)
        return import_file(data, path.name, language)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=NOT_READ) from error
    except ReadingRefused as error:
        raise CommandError(f"{path.name}: {error.sentence}", returncode=NOT_READ) from error


def _shown(regulation: Regulation, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(outline(regulation), ensure_ascii=False, indent=2)
    return "\n".join(in_words(regulation))
