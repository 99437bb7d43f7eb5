"""What stands at the edge of pages and is no part of the text: page numbers, running heads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from documents.rules.lines import Aside, SourceLine
from documents.rules.vocabulary import AsideReason

PAGE_NUMBER = re.compile(
    r"^[-–—\s|]*(?:(?:Trang|trang|стр\.?|Стр\.?|Страница|Page)\s*)?\d{1,4}(?:\s*(?:/|из|of|trên)\s*\d{1,4})?[-–—\s|]*$"
)
COUNTED = re.compile(r"((?:[|–—/]|Trang|trang|[Сс]тр\w*\.?|Page|page)\s*)\d{1,4}(?:\s*(?:/|из|of|trên)\s*\d{1,4})?$")
OF_THE_TEXT = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,3})*[.)]?\s|[-–—·•+]\s|\w\)\s|Điều\s|Приложение|Phụ lục)|[.;:,]$", re.IGNORECASE
)
LETTERHEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do")
EDGE, LEAST_REPEATS, LEAST_SHARE = 2, 3, 0.2


def edges(lines: Iterable[SourceLine]) -> list[Aside]:
    """The first and last lines of pages that only count pages, or are the same on many: a fifth, three at least."""
    pages: dict[int, list[SourceLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    outer = {page: _edge(rows) for page, rows in pages.items()}
    seen = Counter(key for rows in outer.values() for key in {_key(row) for row in rows})
    often = max(LEAST_REPEATS, len(pages) * LEAST_SHARE)
    found = []
    for row in (row for rows in outer.values() for row in rows):
        if PAGE_NUMBER.match(row.text) and len(pages) > 1:
            found.append(Aside(row.number, 0, row.text, AsideReason.PAGE_NUMBER))
        elif seen[_key(row)] >= often and not OF_THE_TEXT.search(row.text):
            reason = AsideReason.REPEATED_LETTERHEAD if LETTERHEAD.search(row.text) else AsideReason.RUNNING_HEAD
            found.append(Aside(row.number, 0, row.text, reason))
    return found


def _edge(rows: list[SourceLine]) -> list[SourceLine]:
    """The outermost lines of a page, each once."""
    return rows if len(rows) <= 2 * EDGE else rows[:EDGE] + rows[-EDGE:]


def _key(row: SourceLine) -> str:
    """Lines that differ in the page number alone are the same."""
    return COUNTED.sub(r"\1#", row.text)
