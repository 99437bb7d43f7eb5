"""Figures, the board's words and who signs become a paper by the template of the country (domain/reports.md 6.3)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from editorial.reports.blocks import Source, moment_said, part
from editorial.reports.frame import ReportFrame, ReportWords
from editorial.reports.paper import Paragraph, ReportPaper, Section, Signature
from editorial.reports.words import Words
from editorial.reports.words_ru import OF_MONTHS, RU
from editorial.reports.words_vn import VN
from editorial.rules.figure_terms import Comparison, ReportFigures
from editorial.rules.periods import Period

RUSSIA = "ru"
SIGNATURES: dict[tuple[str, str], tuple[tuple[str, ...], str]] = {
    ("vn", "deputy"): (("TM. BAN BIÊN TẬP", "KT. TRƯỞNG BAN"), "PHÓ TRƯỞNG BAN"),
    ("vn", "head"): (("TM. BAN BIÊN TẬP",), "TRƯỞNG BAN"),
    ("ru", "deputy"): ((), "Заместитель директора"),
    ("ru", "head"): ((), "Директор"),
}


def words_of(country: str) -> Words:
    """The words of a country's reports."""
    return RU if country == RUSSIA else VN


def compose(figures: ReportFigures, comparison: Comparison, words: ReportWords, frame: ReportFrame) -> ReportPaper:
    """The whole report in the form and the language of the school's country.

    The headings and their numbers are those of the template, whatever there is to say under them.
    """
    said = words_of(frame.country)
    source = Source(figures, comparison, words, frame, said)
    title = said.period_title(figures.period)
    days = {
        "period": title,
        "first": figures.period.first_on.strftime(said.day_format),
        "last": figures.period.last_on.strftime(said.day_format),
    }
    return ReportPaper(
        country=frame.country,
        language=said.language,
        heading_left=_heading(frame, said),
        heading_right=said.nation,
        number=report_number(frame.number, frame.country),
        place_and_date=place_and_date(frame.place, frame.dated_on, frame.country),
        type_name=said.type_name,
        subject=said.subject.format(period=title),
        opening=tuple(line.format(**days) for line in said.opening),
        sections=_sections(source),
        recipients_heading=said.recipients_heading,
        recipients=frame.recipients or said.recipients,
        signature=frame.signature,
        mark=said.mark if frame.is_draft else "",
        colophon=_colophon(source),
    )


def _heading(frame: ReportFrame, words: Words) -> tuple[str, str]:
    """The body that issues the report, and the one directly above it: the board's is the school."""
    if frame.country == RUSSIA:
        return frame.superior, frame.school_name
    return frame.school_name.upper(), words.body


def _sections(source: Source) -> tuple[Section, ...]:
    sections = [
        Section(
            slot.code,
            slot.number,
            slot.heading,
            slot.level,
            tuple(block for name in slot.parts for block in part(name, source)),
        )
        for slot in source.words.template
    ]
    return (*sections[:-1], _closed(sections[-1], source.words))


def _closed(section: Section, words: Words) -> Section:
    """The last section with the sign that ends the text, "./." in place of its full stop, once it is written."""
    last, closing = section.blocks[-1], words.closing
    if not closing or not isinstance(last, Paragraph) or last.text == words.says["not_written"]:
        return section
    return replace(section, blocks=(*section.blocks[:-1], Paragraph(last.text.rstrip(". ") + closing)))


def _colophon(source: Source) -> tuple[str, ...]:
    frame, figures, says = source.frame, source.figures, source.words.says
    counted_at = moment_said(figures.as_of.astimezone(ZoneInfo(figures.zone)), source.words)
    lines = [
        says["version"].format(version=frame.version),
        says["counted"].format(moment=counted_at, zone=figures.zone),
    ]
    if frame.what_changed:
        lines.append(says["what_changed"].format(what=frame.what_changed))
    if frame.ledger_head:
        lines.append(says["ledger"].format(head=frame.ledger_head))
    if frame.address:
        lines.append(says["address"].format(address=frame.address))
    return tuple(lines)


def place_and_date(place: str, date: dt.date | None, country: str) -> str:
    """The line of place and date; blanks to fill in while there is no date.

    Vietnamese: "Đạ Tông, ngày 05 tháng 02 năm 2026", a zero before days below 10 and months 1 and 2
    (Nghị định 30/2020, phụ lục I). Russian: "с. Заречное, 5 февраля 2026 г.".
    """
    if country == RUSSIA:
        return f"{place}, {_russian_day(date)}"
    if date is None:
        return f"{place}, ngày …… tháng …… năm ………"
    month = f"{date.month:02}" if date.month < 3 else str(date.month)
    return f"{place}, ngày {date.day:02} tháng {month} năm {date.year}"


def _russian_day(date: dt.date | None) -> str:
    return "«___» __________ 20___ г." if date is None else f"{date.day} {OF_MONTHS[date.month - 1]} {date.year} г."


def report_number(number: int | None, country: str) -> str:
    """The number and symbol: "Số: 05/BC-BBT", below 10 with a zero; a blank while there is none."""
    if country == RUSSIA:
        return "№ ______" if number is None else f"№ {number}"
    return "Số: ……/BC-BBT" if number is None else f"Số: {number:02}/BC-BBT"


def signature_of(country: str, post: str, name: str = "", signed_at: dt.datetime | None = None) -> Signature:
    """The signature block of whoever signs for the board: post is "deputy" or "head".

    A deputy signs for the head on behalf of the board: TM., then KT. (Nghị định 30/2020, Điều 13).
    """
    authority, title = SIGNATURES[country, post]
    return Signature(authority, title, name, signed_at)


def period_title(period: Period, country: str) -> str:
    """The period in words of the country: "tháng 10 năm 2026", "за октябрь 2026 года"."""
    return words_of(country).period_title(period)
