"""Weekly schedules as schools write them: XLSX and iCal files in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook

TITLE = "LỊCH CÔNG TÁC TUẦN (từ ngày 16/11 đến ngày 21/11/2026)"
HEADINGS = ("Thứ/ngày", "Thời gian", "Nội dung công việc", "Địa điểm", "Thành phần")
LINES: tuple[tuple[Any, ...], ...] = (
    ("Thứ Hai 16/11", "7h15", "Chào cờ đầu tuần", "Sân trường", "Toàn trường"),
    (None, "14h00 - 16h30", "Hội thi văn nghệ chào mừng 20/11", "Hội trường", "Tổ doan, Tổ toan"),
    ("Thứ Ba 17/11", "8h", "Chuyên đề tổ Toán", "Phòng 12", "Tổ toan"),
)


def sheet(
    lines: Sequence[Sequence[Any]] = LINES,
    *,
    headings: Sequence[Any] = HEADINGS,
    title: str | None = TITLE,
    merged: Iterable[str] = ("A1:E1", "A3:A4"),
) -> bytes:
    """A schedule as an XLSX file."""
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    for line in ([[title]] if title else []) + [list(headings), *map(list, lines)]:
        page.append(line)
    for ref in merged:
        page.merge_cells(ref)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, change: Any) -> bytes:
    """The same file with one of its parts rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if part.filename == name else content)
    return out.getvalue()


def bomb(size: int = 40 * 1024 * 1024) -> bytes:
    """A small file whose sheet unpacks to `size` bytes."""
    return with_part(sheet(), "xl/worksheets/sheet1.xml", lambda content: content + b" " * size)


def calendar(*events: str) -> bytes:
    """An iCal file; each event is its lines without BEGIN and END."""
    inside = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{inside}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()
