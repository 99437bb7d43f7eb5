"""Plain text and tables as text."""

from __future__ import annotations

import codecs
import re

from core.rules.uploads import Active, FileLimits, Problem
from core.uploads.refusals import UploadRefused, active

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# =cmd|' /C calc'!A0: a table program would offer to start another one.
CALLS = re.compile(r"""(?m)(?:^|[,;\t"'])[ ]*[=+\-@][ ]*[\w.]+\|[^,;\t\n]*!""")


def check(data: bytes, kind: str, limits: FileLimits) -> None:
    """Letters only, in whatever alphabet; as a table without formulas that call programs."""
    words = _decoded(data)
    if CONTROL.search(words):
        raise UploadRefused(Problem.MISMATCH, {"kind": kind.upper()})
    if kind == "csv" and CALLS.search(words):
        raise active(Active.COMMAND)


def _decoded(data: bytes) -> str:
    """By its mark, else UTF-8, else any older alphabet: those give each byte some letter."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as broken:
        if encoding != "utf-8":
            raise UploadRefused(Problem.DAMAGED) from broken
        return data.decode("latin-1")
