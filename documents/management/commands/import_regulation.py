"""`import_regulation`: a file read clause by clause, and entered in the register as a draft."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from core.rules.answers import RuleRefused
from documents.actions.at_once import import_at_once, person_to_enter
from documents.importing import import_file, in_words
from documents.readers.refusals import ReadingRefused
from documents.rules.outline import outline
from documents.rules.reading import Regulation
from documents.rules.vocabulary import Language
from editorial.sentences import sentence
from school.selectors import current_school

NOT_READ, NOT_STORED = 1, 2
LARGEST = 64 * 1024 * 1024


class Command(BaseCommand):
    """Prints the tree, what to look at and what was set aside; then the address of the draft it made.

    Exit codes: 0 done, 1 not read, 2 read but not stored. With --json the address goes to the error output.
    """

    help = "Reads a regulation (DOCX, PDF, TXT, MD) clause by clause and enters it in the register as a draft."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--language", choices=[language.value for language in Language], help="default: told apart")
        parser.add_argument("--dry-run", action="store_true", help="read only, store nothing")
        parser.add_argument("--json", action="store_true", help="the outline as data")
        parser.add_argument(
            "--user", default="", metavar="NAME", help="who enters it; default: the secretary in office"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        language = Language(options["language"]) if options["language"] else None
        path: Path = options["file"]
        data = _bytes(path)
        regulation = _read(data, path, language)
        self.stdout.write(_shown(regulation, as_json=options["json"]))
        if not options["dry_run"]:
            address = _stored(data, path, language, options["user"])
            (self.stderr if options["json"] else self.stdout).write(address)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}", returncode=NOT_READ) from error


def _read(data: bytes, path: Path, language: Language | None) -> Regulation:
    try:
        return import_file(data, path.name, language)
    except ReadingRefused as error:
        raise CommandError(f"{path.name}: {error.sentence}", returncode=NOT_READ) from error


def _stored(data: bytes, path: Path, language: Language | None, user: str) -> str:
    """The address of the draft. Raises CommandError with the sentence of whoever refused."""
    school = current_school()
    if school is None:
        raise CommandError("There is no school yet: run setup_school first.", returncode=NOT_STORED)
    person = person_to_enter(school, user)
    if person is None:
        why = f"Nobody is called {user}." if user else "No secretary is in office: name somebody with --user."
        raise CommandError(why, returncode=NOT_STORED)
    try:
        page = import_at_once(school=school, user=person, data=data, name=path.name, language=language)
    except RuleRefused as error:
        raise CommandError(sentence(error.refused, school.country), returncode=NOT_STORED) from error
    except ReadingRefused as error:  # longer than a document may be
        raise CommandError(f"{path.name}: {error.sentence}", returncode=NOT_STORED) from error
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"


def _shown(regulation: Regulation, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(outline(regulation), ensure_ascii=False, indent=2)
    return "\n".join(in_words(regulation))
