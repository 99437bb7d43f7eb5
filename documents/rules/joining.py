"""Broken lines and broken words: what belongs together again (rule 4 of the grammar)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from documents.rules.lines import LONG_LINE, Aside, Row, Source, SourceLine, Warned, ends_sentence, starts_small
from documents.rules.vocabulary import AsideReason, WarningCode

WORD = re.compile(r"[^\W\d_]+")
BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t\xa0]+([^\W\d_]+)")
ENDS_IN_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\s*$")
TAIL = 80  # letters at the end of a text that decide how it goes on
STARTS_WITH_WORD = re.compile(r"\s*([^\W\d_]+)")
SUSPENDED = frozenset("и или либо а та và hoặc".split())  # "аудио- и видеозапись" is whole
REFERS = re.compile(
    r"(?:\b(?:пп?|ст|гл|разд|абз)\.|№|(?<!\w)(?:N|пункт\w*|подпункт\w*|раздел\w*|стат\w+|част\w+|глав\w+|приложени\w+|от|"
    r"и|в|с|по|до|điều|khoản|điểm|mục|chương|phần|tại|theo|của|và|số|tháng|ngày))$",
    re.IGNORECASE,
)


def continues(before: str, row: Row, *, is_heading: bool, length: int) -> bool:
    """Whether the row goes on with what came `before`, whose last line had `length` characters."""
    if ends_sentence(before):
        return row.gap == 0 and before.endswith(":") and row.text.startswith("«")
    if starts_small(row.text):
        return row.gap == 0 or not is_heading
    return row.gap == 0 and (not is_heading or length >= LONG_LINE)


def is_reference(before: str, row: Row) -> bool:
    """Whether a number at the beginning of the row is one that the line before cites ("theo khoản" / "2. …")."""
    return row.gap == 0 and bool(REFERS.search(before[-TAIL:]))


def joined(before: str, after: str) -> str:
    """Two lines as one; a hyphen that ended the first keeps no space behind it."""
    broken = ENDS_IN_HYPHEN.search(before[-TAIL:])
    follows = STARTS_WITH_WORD.match(after)
    is_one = broken and before.endswith("-") and follows and follows[1].lower() not in SUSPENDED
    return f"{before}{after}" if is_one else f"{before} {after}".strip()


def closed_up(text: str) -> str:
    """A hyphen inside a word without the space that a printed line left: "календарно- план"; "3- 4" stays."""
    return BROKEN_WORD.sub(lambda word: word[0] if word[2].lower() in SUSPENDED else f"{word[1]}-{word[2]}", text)


def words_of(lines: Iterable[SourceLine]) -> set[str]:
    """The vocabulary of a text, in small letters."""
    return {word.lower() for line in lines for word in WORD.findall(line.text)}


def hyphens(source: Source) -> tuple[list[Aside], list[Warned]]:
    """Hyphens that only broke a word, where the text knows the whole word; and every place to look at."""
    known = words_of(source.lines)
    asides, warnings = [], []
    for line, column, sign, first, second in _breaks(source.lines):
        if second.lower() in SUSPENDED:
            continue
        warnings.append(Warned(WarningCode.HYPHENATION, line, f"{first}- {second}"))
        if (first + second).lower() in known:
            asides.append(Aside(line, column, sign, AsideReason.HYPHEN))
    return asides, warnings


def _breaks(lines: tuple[SourceLine, ...]) -> Iterator[tuple[int, int, str, str, str]]:
    """Line, column and sign (with its space) of the break, and the halves: within a line, and over its end."""
    for line, following in zip(lines, [*lines[1:], SourceLine(0, "")], strict=True):
        for broken in BROKEN_WORD.finditer(line.text):
            yield line.number, broken.end(1), line.text[broken.end(1) : broken.start(2)], broken[1], broken[2]
        last, first = ENDS_IN_HYPHEN.search(line.text), STARTS_WITH_WORD.match(following.text)
        if last and first and first[1][0].islower():
            yield line.number, last.end(1), "-", last[1], first[1]
