"""Names of stored files: plain letters, one extension, and a token nobody can guess."""

from __future__ import annotations

import secrets
from pathlib import PurePosixPath

from django.utils.text import slugify
from wagtail.coreutils import string_to_ascii

from core.rules.uploads import extension_of

STEM_LENGTH = 40
TOKEN_BYTES = 8


def tidy_name(name: str, extension: str = "") -> str:
    """Without folders, marks, blanks, turned writing or second extensions: "Báo cáo.v2.PDF" is "bao-cao-v2.pdf"."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kind = extension or slugify(string_to_ascii(extension_of(last)))[:10]
    stem = last[: -len(kind) - 1] if kind and last.lower().endswith(f".{kind}") else last.rpartition(".")[0] or last
    plain = slugify(string_to_ascii(stem).replace(".", "-").replace("_", "-"))[:STEM_LENGTH].strip("-") or "file"
    return f"{plain}.{kind}" if kind else plain


def with_token(path: str) -> str:
    """The same path, its last part closing with 64 bits of chance: the address is no guess."""
    whole = PurePosixPath(path)
    return str(whole.with_name(f"{whole.stem}-{secrets.token_hex(TOKEN_BYTES)}{whole.suffix}"))
