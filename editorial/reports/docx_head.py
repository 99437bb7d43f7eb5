"""Head and foot of the Word document: who writes, number, date, title; recipients and signature."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.reports.cells import lines_of, one_line
from editorial.reports.docx_elements import Element, Frame, Letters, Lines, cell, mm, paragraph, row, run, table
from editorial.reports.docx_styles import text_width
from editorial.reports.forms import PaperForm, in_capitals
from editorial.reports.paper import ReportPaper
from editorial.reports.printed import signed_line

LEFT_PART = 0.43  # of the width: the body that writes; the rest is the state's
RULE_OF_BODY = 0.4  # of the text's length: the decree says a third to a half
SMALL = 9.0
GAP_FOR_HAND = 36.0  # points left for a signature by hand
Signed = tuple[tuple[int, int], list[Element]]
"""Widths of the columns, and the rows of the table that holds the signature."""
CAPITAL, LETTER, OTHER = 0.72, 0.49, 0.29  # widths of bold letters, in their size


def head(paper: ReportPaper, form: PaperForm, tag: str) -> list[Element]:
    """Two columns without borders in Vietnam, the organisation over the whole width in Russia."""
    if form.motto:
        return [_two_columns(paper, form, tag), paragraph((), Lines(after=0, exactly=6))]
    above = [_centred(body, tag, Letters(form.head, bold=True)) for body in _bodies(paper, form) if body]
    place = [run(one_line(paper.place_and_date), tag, Letters(form.head))]
    number = [run(one_line(paper.number), tag, Letters(form.head))]
    return [*above, paragraph(place, Lines(before=12, after=0)), paragraph(number, Lines(after=12))]


def title(paper: ReportPaper, form: PaperForm, tag: str) -> list[Element]:
    """Type of paper and what it is about, centred; in Vietnam with a short line under it."""
    subject = one_line(paper.subject)
    made = [
        paragraph([run(in_capitals(paper.type_name, form), tag)], Lines(style="Title", align="center", before=6)),
        paragraph([run(subject, tag)], Lines(style="Subtitle", align="center", after=0 if form.motto else 12)),
    ]
    if form.motto and subject:
        made.append(
            _rule(text_width(form), min(_length(subject, form.body), text_width(form)) * RULE_OF_BODY, after=12)
        )
    return made


def foot(paper: ReportPaper, form: PaperForm, tag: str) -> list[Element]:
    """Recipients, signature and the small lines for checking, all on the page of the last lines of the text.

    The small lines are a row of the same table: rows are kept together by LibreOffice too, a table and a text are not.
    """
    widths, rows = (_signature_beside_recipients if form.motto else _signature_in_a_line)(paper, form, tag)
    lines = [run(one_line(line), tag, Letters(SMALL)) for line in paper.colophon if line.strip()]
    small = [
        paragraph([line], Lines(align="left", before=0 if place else GAP_FOR_HAND / 2, after=0))
        for place, line in enumerate(lines)
    ]
    if small:
        rows.append(row([cell(sum(widths), small, span=len(widths))]))
    above = paragraph((), Lines(after=0, exactly=12, together=True))
    return [above, table(Frame(widths, lined=False), rows), paragraph((), Lines(after=0, exactly=1))]


def _two_columns(paper: ReportPaper, form: PaperForm, tag: str) -> Element:
    widths = _parts(form, LEFT_PART)
    above, body = _bodies(paper, form)
    country, motto = (one_line(text) for text in paper.heading_right)
    size = form.head - 1  # capitals: 12 or 13
    left = [
        _centred(above, tag, Letters(size)),
        _centred(body, tag, Letters(size, bold=True)),
        _rule(widths[0], min(_length(body, size), widths[0]) * RULE_OF_BODY),
        _centred(one_line(paper.number), tag, Letters(form.head)),
    ]
    right = [
        _centred(country, tag, Letters(size, bold=True)),
        _centred(motto, tag, Letters(form.head, bold=True)),
        _rule(widths[1], min(_length(motto, form.head), widths[1])),
        _centred(one_line(paper.place_and_date), tag, Letters(form.head, italic=True)),
    ]
    return table(Frame(widths, lined=False), [row([cell(widths[0], left), cell(widths[1], right)])])


def _signature_beside_recipients(paper: ReportPaper, form: PaperForm, tag: str) -> Signed:
    widths = _parts(form, 0.46)
    left = [_recipient(line, tag, Letters(form.list_size)) for line in map(one_line, paper.recipients) if line]
    if left:
        left.insert(0, _recipient(one_line(paper.recipients_heading), tag, Letters(12, bold=True, italic=True)))
    signature = paper.signature
    above = [in_capitals(line, form) for line in (*signature.authority, signature.post) if line.strip()]
    right = [_centred(line, tag, Letters(form.body, bold=True), together=True) for line in above]
    right.append(_hand(paper, tag, align="center"))
    right.append(_centred(one_line(signature.name), tag, Letters(form.body, bold=True), together=True))
    return widths, [row([cell(widths[0], left or [paragraph()]), cell(widths[1], right)])]


def _signature_in_a_line(paper: ReportPaper, form: PaperForm, tag: str) -> Signed:
    """Post on the left, room for a hand, name on the right; recipients under it."""
    widths = _parts(form, 0.62)
    signature = paper.signature
    posts = [one_line(line) for line in (*signature.authority, signature.post) if line.strip()]
    left = [_recipient(post, tag, Letters(form.body)) for post in posts] + [_hand(paper, tag, align="left")]
    name = run(one_line(signature.name), tag, Letters(form.body))
    right = [paragraph([name], Lines(align="right", after=0, together=True))]
    rows = [row([cell(widths[0], left), cell(widths[1], right)])]
    if paper.recipients:
        listed = [one_line(line) for line in (paper.recipients_heading, *paper.recipients)]
        below = [_recipient(line, tag, Letters(form.list_size)) for line in listed]
        rows.append(row([cell(widths[0], below), cell(widths[1], [paragraph()])]))
    return widths, rows


def _hand(paper: ReportPaper, tag: str, *, align: str) -> Element:
    """Room for a signature, and the moment of the one given on the portal."""
    signed = run(signed_line(paper), tag, Letters(SMALL, italic=True))
    return paragraph([signed], Lines(align=align, before=GAP_FOR_HAND / 2, after=GAP_FOR_HAND / 2, together=True))


def _recipient(text: str, tag: str, letters: Letters) -> Element:
    return paragraph([run(text, tag, letters)], Lines(align="left", after=0, together=True))


def _centred(text: str, tag: str, letters: Letters, *, together: bool = False) -> Element:
    return paragraph([run(text, tag, letters)], Lines(align="center", after=0, together=together))


def _rule(width: int, length: float, after: float = 3) -> Element:
    """A line of `length` in the middle of `width`: the lower border of an empty low paragraph."""
    side = max(round((width - length) / 2), 0)
    return paragraph((), Lines(left=side, right=side, after=after, rule=True, exactly=2))


def _bodies(paper: ReportPaper, form: PaperForm) -> tuple[str, str]:
    above, body = paper.heading_left
    return in_capitals(above, form), in_capitals(body, form)


def _length(text: str, size: float) -> float:
    """About how long a bold text is on paper."""
    return sum(_share(letter) for letter in text) * mm(size * 25.4 / 72)


def _share(letter: str) -> float:
    if not letter.isalnum():
        return OTHER
    return CAPITAL if letter.isupper() else LETTER


def _parts(form: PaperForm, share: float) -> tuple[int, int]:
    left = round(text_width(form) * share)
    return left, text_width(form) - left


def running_text(lines: Iterable[str], form: PaperForm, tag: str) -> list[Element]:
    """Justified paragraphs with an indented first line."""
    stand = Lines(align="both", first=mm(form.indent))
    return [paragraph([run(line, tag)], stand) for text in lines for line in lines_of(text)]
