"""What became of the words of an attached file."""

from __future__ import annotations

from enum import StrEnum

LONGEST = 400_000  # letters of a file that search looks through: some 150 sheets


class FileState(StrEnum):
    """Whether search can look into a file. `STARTED` after a run means that reading it broke the run off,
    `SKIPPED` that it is of a kind that has no words, a signature or a table."""

    STARTED = "started"
    READ = "read"
    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


UNSEARCHABLE = frozenset({FileState.NO_TEXT, FileState.UNREADABLE})
READABLE = frozenset({"docx", "pdf", "txt", "md", "markdown"})
