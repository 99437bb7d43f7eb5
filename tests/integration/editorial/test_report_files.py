"""Whatever people wrote into a report, its files are made, open again and hold the words (issue 5)."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace

import pypdfium2
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from editorial.reports.cells import NOTHING, clean, rounded, written
from editorial.reports.charts import to_svg
from editorial.reports.csv_tables import to_csv
from editorial.reports.docx import to_docx
from editorial.reports.file_words import WORDS
from editorial.reports.paper import Bar, Chart, Column, Kind, Section, Table
from editorial.reports.pdf import to_pdf
from editorial.reports.sheet_names import LONGEST_NAME, sheet_names
from editorial.reports.xlsx import to_xlsx
from tests.factories.papers import ru_paper, vn_paper, with_text
from tests.integration.editorial.report_files import words_of_pdf

ANY_TEXT = st.text(max_size=60)
LETTERS = "aăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹБбЁёЩщЮю№"
SIGNS = "#*_=$`\\@<>[](){}/~^&;:,.-+!?\"'%|0123456789"
MARKUP = st.text(st.sampled_from(LETTERS + SIGNS), min_size=1, max_size=20)
FIGURES = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.floats(allow_nan=True), ANY_TEXT)
FEW = settings(max_examples=25, deadline=None)


@FEW
@given(ANY_TEXT)
def test_docx_and_xlsx__are_made_of_any_words(text: str) -> None:
    paper = with_text(vn_paper(), text)
    assert Document(io.BytesIO(to_docx(paper))).paragraphs
    kinds = {cell.data_type for sheet in load_workbook(io.BytesIO(to_xlsx(paper))) for row in sheet for cell in row}
    assert "f" not in kinds


@FEW
@given(ANY_TEXT, st.booleans())
def test_pdf__is_made_of_any_words(text: str, russian: bool) -> None:
    assert len(pypdfium2.PdfDocument(to_pdf(with_text(ru_paper() if russian else vn_paper(), text)))) >= 1


@FEW
@given(MARKUP)
def test_pdf__prints_what_looks_like_markup(text: str) -> None:
    """With layout's own line breaks taken out, the words stand there as they were written."""
    made = words_of_pdf(to_pdf(with_text(vn_paper(), text))).replace(" ", "")
    assert made.count(text.replace(" ", "")) >= 7


@given(ANY_TEXT, ANY_TEXT, st.floats(allow_nan=True, allow_infinity=True))
def test_svg__is_well_formed_for_any_words(caption: str, label: str, length: float) -> None:
    made = to_svg(Chart(caption, caption, label, (Bar(label, length, caption), Bar(label, 1, label))))
    assert {etree.QName(element).localname for element in etree.fromstring(made).iter()} <= {
        "svg",
        "title",
        "desc",
        "text",
        "rect",
    }


@given(st.lists(st.tuples(ANY_TEXT, FIGURES), max_size=8), st.sampled_from(Kind))
def test_csv__reads_back_with_as_many_cells_and_no_formula(rows: list, kind: Kind) -> None:
    if kind in (Kind.DAY, Kind.MOMENT):
        kind = Kind.TEXT
    made = to_csv(Table("t", "t", (Column("a"), Column("b", kind)), tuple(rows)))
    read = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert [len(row) for row in read] == [2] * (len(rows) + 1)
    for (text, value), (first, second) in zip(rows, read[1:], strict=True):
        assert first in (clean(text), "'" + clean(text))
        assert not first.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert not second.startswith(("=", "+", "@")) or not isinstance(value, str)


@given(st.lists(ANY_TEXT, max_size=12))
def test_sheet_names__are_unique_short_and_plain(codes: list[str]) -> None:
    names = sheet_names(codes)
    assert len({name.casefold() for name in names}) == len(codes)
    assert all(0 < len(name) <= LONGEST_NAME and not set(name) & set("[]:*?/\\'\x00\n") for name in names)


@given(st.fractions(0, 1), st.sampled_from(sorted(WORDS)))
def test_share__is_within_half_a_tenth_and_the_same_in_print_and_in_cells(share, language: str) -> None:
    value = rounded(float(share), Kind.SHARE)
    assert isinstance(value, float)
    assert abs(value - float(share)) <= 0.0005 + 1e-12
    words = WORDS[language]
    text = written(float(share), Kind.SHARE, words).removesuffix(words.percent).replace(words.point, ".")
    assert math.isclose(float(text) / 100, value)
    assert written(value, Kind.SHARE, words) == written(float(share), Kind.SHARE, words)


@given(FIGURES, st.sampled_from([Kind.COUNT, Kind.SHARE, Kind.HOURS, Kind.TEXT]), st.sampled_from(sorted(WORDS)))
def test_written__never_fails(value, kind: Kind, language: str) -> None:
    text = written(value, kind, WORDS[language])
    assert text or isinstance(value, str)
    assert (text == NOTHING) == (rounded(value, kind) is None) or value == NOTHING


@FEW
@given(st.lists(st.sampled_from(["items", "Items", "History", "a/b", ""]), max_size=4))
def test_xlsx__has_a_sheet_for_each_table_whatever_their_codes(codes: list[str]) -> None:
    tables = tuple(Table(code, code, (Column("a"),), (("x",),)) for code in codes)
    paper = replace(vn_paper(), sections=(Section("s", "I", "s", 1, tables),))
    assert len(load_workbook(io.BytesIO(to_xlsx(paper))).sheetnames) == len(codes) + 1
