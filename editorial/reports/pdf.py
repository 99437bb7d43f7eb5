"""A report as a tagged PDF, set by typst from `paper.typ`.

The words go in as data and are never read as markup. Only the fonts that typst carries are used and no file besides
the layout is opened, so the same paper gives the same bytes on every machine; nothing is fetched.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from pathlib import Path
from typing import Any, Literal

import typst

from editorial.reports.cells import lines_of, one_line
from editorial.reports.file_words import words_of
from editorial.reports.forms import form_of, in_capitals
from editorial.reports.paper import ReportPaper
from editorial.reports.printed import printed_sections, signed_line, title_of

LAYOUT = Path(__file__).with_name("paper.typ")
FONTS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[])


def to_pdf(paper: ReportPaper) -> bytes:
    """The document, as PDF/UA-1; the same paper gives the same bytes.

    Words with a sign that none of the fonts has, or a heading two levels under the one before, cannot keep to the
    standard: that document is tagged as well, but does not say that it keeps to it.
    """
    content = {"paper": json.dumps(_content(paper), ensure_ascii=False)}
    try:
        return _set(content, "ua-1")
    except typst.TypstError:
        return _set(content, None)


def _set(content: dict[str, str], standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        LAYOUT, root=LAYOUT.parent, font_paths=FONTS, format="pdf", sys_inputs=content, pdf_standards=standard
    )


def _content(paper: ReportPaper) -> dict[str, Any]:
    """All that `paper.typ` reads, as texts in one form."""
    tag = words_of(paper.language).tag
    signature = paper.signature
    form = form_of(paper)
    return {
        "language": tag.split("-")[0],
        "region": tag.split("-")[1],
        "form": dataclasses.asdict(form),
        "title": title_of(paper),
        "author": one_line(paper.heading_left[1]),
        "date": _date(signature.signed_at),
        "mark": one_line(paper.mark),
        "bodies": [in_capitals(text, form) for text in paper.heading_left],
        "country": [one_line(text) for text in paper.heading_right],
        "number": one_line(paper.number),
        "place_and_date": one_line(paper.place_and_date),
        "type_name": in_capitals(paper.type_name, form),
        "subject": one_line(paper.subject),
        "opening": [line for text in paper.opening for line in lines_of(text)],
        "sections": [dataclasses.asdict(section) for section in printed_sections(paper)],
        "recipients_heading": one_line(paper.recipients_heading),
        "recipients": [one_line(line) for line in paper.recipients if line.strip()],
        "posts": [in_capitals(line, form) for line in (*signature.authority, signature.post) if line.strip()],
        "signer": one_line(signature.name),
        "signed": signed_line(paper),
        "colophon": [one_line(line) for line in paper.colophon if line.strip()],
    }


def _date(signed_at: dt.datetime | None) -> list[int] | None:
    """Moment of the signature in UTC, for the properties; a report that is not signed has none."""
    if signed_at is None:
        return None
    moment = signed_at.astimezone(dt.UTC)
    return [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
