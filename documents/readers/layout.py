"""Two columns that only place things: letterhead left and right, recipients beside the signature."""

from __future__ import annotations

import re

LAYOUT = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Nơi nhận|РАССМОТРЕНО?|ПРИНЯТО?|СОГЛАСОВАНО?|УТВЕРЖД|"
    r"Рассмотрено|Принято|Согласовано|Утвержд",
)
MOST_ROWS = 8


def is_layout(rows: list[list[str]]) -> bool:
    """Whether a table is one of these: few rows, at most three columns, words of letterhead in it."""
    widest = max(map(len, rows), default=0)
    if widest <= 1:
        return True
    return len(rows) <= MOST_ROWS and widest <= 3 and any(LAYOUT.search(cell) for row in rows for cell in row)
