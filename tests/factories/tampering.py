"""What somebody with the database's password or the disk could do."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection
from wagtail.models import Revision

from editorial.gates import triggers


@contextlib.contextmanager
def triggers_lifted() -> Iterator[None]:
    """Inside the block the database lets everything through."""
    triggers.drop_all(connection)
    try:
        yield
    finally:
        triggers.create_all(connection)


def execute(sql: str, *values: Any) -> None:
    """One statement past every gate of Python's."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def rewrite_revision(revision: Revision, **changes: Any) -> None:
    """Change the stored content of a version behind everybody's back."""
    content = {**revision.content, **changes}
    with triggers_lifted():
        execute("UPDATE wagtailcore_revision SET content = %s WHERE id = %s", json.dumps(content), revision.pk)


def swap_bytes(row: Any, content: bytes) -> None:
    """Put other bytes on the disk under the same name."""
    Path(row.file.path).write_bytes(content)
