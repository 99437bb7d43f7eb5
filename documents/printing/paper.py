"""A document or an extract of it as a paper: all that is printed, as words and lines, before it is set."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from documents.models.documents import OfficialDocumentPage
from documents.printing.qr import qr_drawing
from documents.printing.words import PrintWords
from documents.rules.extracts import ExtractLine, LineState
from documents.rules.tree_json import Line
from documents.selectors.editions import Standing
from documents.selectors.reading import Reading

LEAST_CONTENTS = 16  # headings; a text with fewer is looked through as fast


@dataclasses.dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text. `address` is printed and drawn as a QR code, `school` is the running author."""

    school: str
    address: str
    on: datetime.date
    words: PrintWords


def whole_paper(read: Reading, frame: Frame) -> dict[str, Any]:
    """The whole text of the edition that `read` shows."""
    lines = _lines(ExtractLine(LineState.CHOSEN, line) for line in read.lines)
    headings = sum(1 for line in lines if line["shape"] == "heading")
    paper = _paper(read, frame, lines)
    return paper | {"contents": frame.words.contents if headings >= LEAST_CONTENTS else ""}


def extract_paper(
    read: Reading, frame: Frame, kept: Sequence[ExtractLine], code: str, *, is_of_office: bool
) -> dict[str, Any]:
    """Chosen clauses with the code by which they are checked; `is_of_office` adds the lines to sign and to stamp."""
    words = frame.words
    paper = _paper(read, frame, _lines(kept, words.left_out))
    signing = {"title": words.office, "post": words.post, "name": words.name, "stamp": words.stamp}
    return paper | {
        "banner": words.extract,
        "above_title": words.extract_of,
        "read_it": words.check,
        "code": code,
        "closing": "" if is_of_office else words.reader,
        "signing": signing if is_of_office else None,
    }


def _paper(read: Reading, frame: Frame, lines: list[dict[str, Any]]) -> dict[str, Any]:
    page, words = read.page, frame.words
    edition = _edition(read, words)
    return {
        "language": words.language,
        "region": words.region,
        "title": page.title,
        "kind": " ".join(part for part in (page.type_name, page.full_number) if part),
        "school": frame.school,
        "day": [frame.on.year, frame.on.month, frame.on.day],
        "printed_on": words.printed_on.format(day=frame.on.strftime(words.day)),
        "running": " · ".join(part for part in (page.full_number or page.type_name, edition) if part),
        "facts": [[name, value] for name, value in _facts(page, read, words, edition) if value],
        "page": words.page,
        "qr": qr_drawing(frame.address),
        "qr_alt": words.code_alt.format(address=frame.address),
        "read_it": words.read_it if read.standing is Standing.CURRENT else words.read_former,
        "address": frame.address,
        "contents": "",
        "banner": "",
        "above_title": "",
        "code": "",
        "closing": "",
        "signing": None,
        "lines": lines,
    }


def _edition(read: Reading, words: PrintWords) -> str:
    edition = read.edition
    return words.edition_of(edition.number, edition.begins_on, edition.ends_on) if edition else ""


def _facts(page: OfficialDocumentPage, read: Reading, words: PrintWords, edition: str) -> list[tuple[str, str]]:
    worth = words.former if read.is_former else read.validity_name
    issued_on = page.issued_on.strftime(words.day) if page.issued_on else ""
    signed = ", ".join(part for part in (page.signer_name, page.signer_post) if part)
    return [
        (words.number, page.full_number),
        (words.issued_by, page.issuing_body),
        (words.issued_on, issued_on),
        (words.signed_by, signed),
        (words.validity, ". ".join(part for part in (worth, edition) if part)),
    ]


def _lines(kept: Iterable[ExtractLine], left_out: str = "") -> list[dict[str, Any]]:
    """Lines as the layout takes them; no heading stands two levels under the one before, as tagging wants it."""
    found: list[dict[str, Any]] = []
    above = 0
    for row in kept:
        if row.line is None:
            found.append({"shape": "gap", "text": left_out})
        elif row.line.rows:
            found.append({"shape": "table", "rows": _even(row.line.rows)})
        elif row.line.level:
            above = min(row.line.level - 1, above + 1)
            found.append(_heading(row.line, above))
            if row.line.heading and row.line.text:
                found.append(_plain(row.line.text, row.line))
        elif row.line.heading or row.line.text or row.line.mark:
            found.append(_plain(row.line.text, row.line, mark=row.line.mark, head=row.line.heading))
    return found


def _heading(line: Line, level: int) -> dict[str, Any]:
    text = " ".join(part for part in (line.mark, line.heading or line.text) if part)
    return {"shape": "heading", "level": level, "text": text, "centred": line.level == 2}


def _plain(text: str, line: Line, *, mark: str = "", head: str = "") -> dict[str, Any]:
    return {"shape": "line", "mark": mark, "head": head, "text": text, "depth": line.depth, "kind": line.kind.value}


def _even(rows: tuple[tuple[str, ...], ...]) -> list[list[str]]:
    """Rows of a table, all of one length."""
    width = max(len(row) for row in rows)
    return [[*row, *[""] * (width - len(row))] for row in rows]
