"""Writes each stale .mo beside its .po, without GNU gettext. `python tools/compile_messages.py [--force]`."""

import os
import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def catalogues(root: Path = LOCALE) -> list[Path]:
    """Every message catalogue of the project."""
    return sorted(root.glob("**/LC_MESSAGES/*.po"))


def is_stale(source: Path) -> bool:
    """Whether the compiled file is missing or older than its source."""
    target = source.with_suffix(".mo")
    return not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns


def compile_catalogue(source: Path) -> None:
    """Write the .mo in one move, so that a server starting meanwhile never reads half a file."""
    draft = source.with_suffix(f".mo.{os.getpid()}")
    polib.pofile(str(source)).save_as_mofile(str(draft))
    draft.replace(source.with_suffix(".mo"))


def compile_all(root: Path = LOCALE, *, force: bool = False) -> list[Path]:
    """Compile what is stale, or everything; the sources that were compiled."""
    stale = [source for source in catalogues(root) if force or is_stale(source)]
    for source in stale:
        compile_catalogue(source)
    return stale


if __name__ == "__main__":
    for done in compile_all(force="--force" in sys.argv[1:]):
        print(f"compiled {done.relative_to(LOCALE.parent)}")
