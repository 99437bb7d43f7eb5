"""A report as a tagged PDF (issue 5): the words as data, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys

import pypdfium2
import pytest

from editorial.reports.paper import ReportPaper
from editorial.reports.pdf import to_pdf
from tests.architecture.source_tree import ROOT
from tests.factories.papers import HASH, draft_of, empty_paper, long_paper, ru_paper, vn_paper, with_text
from tests.integration.editorial.report_files import GOLDEN, pages_of_pdf, words_of_pdf

PAPERS = {"vn": vn_paper(), "ru": ru_paper(), "draft": draft_of(vn_paper()), "empty": empty_paper()}
VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SIGNS = "₫№«»—–…§%€"
MARKUP = [
    "#import",
    "*x* _y_",
    '#eval("1")',
    "= Heading",
    "$x^2$",
    "\\ @ref <label>",
    "`raw`",
    "#pagebreak()",
    "// x",
    "~",
]
ALL_FILES = """
import hashlib
from editorial.reports.csv_tables import to_csv_zip
from editorial.reports.docx import to_docx
from editorial.reports.pdf import to_pdf
from editorial.reports.xlsx import to_xlsx
from tests.factories.papers import vn_paper
for write in (to_docx, to_pdf, to_xlsx, to_csv_zip):
    print(hashlib.sha256(write(vn_paper())).hexdigest())
"""


def test_pdf__reads_as_the_golden_file() -> None:
    made = "\n\f\n".join(pages_of_pdf(to_pdf(vn_paper()))) + "\n"
    assert made == (GOLDEN / "report_vn.pdf.txt").read_text("utf-8")


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_pdf__same_paper_gives_the_same_bytes(paper: ReportPaper) -> None:
    assert to_pdf(paper) == to_pdf(paper)


def test_files__are_the_same_bytes_in_another_process_place_and_time_zone() -> None:
    """Neither the seed of hashes nor the clock nor the zone of a machine goes into a file."""
    made = []
    for seed, zone in (("1", "Asia/Ho_Chi_Minh"), ("2", "America/New_York")):
        surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed}
        done = subprocess.run(
            [sys.executable, "-c", ALL_FILES], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
        )
        made.append(done.stdout.split())
    assert made[0] == made[1]
    assert made[0][1] == hashlib.sha256(to_pdf(vn_paper())).hexdigest()


@pytest.mark.parametrize(("paper", "language"), [(vn_paper(), b"vi-VN"), (ru_paper(), b"ru-RU")], ids=["vn", "ru"])
def test_pdf__is_tagged_and_names_language_and_title(paper: ReportPaper, language: bytes) -> None:
    made = to_pdf(paper)
    for mark in (rb"/StructTreeRoot", rb"/S/H1", rb"/S/TH", rb"/S/Table", rb"/Marked true", rb"/Lang\(" + language):
        assert re.search(mark, made), mark
    assert pypdfium2.PdfDocument(made).get_metadata_dict()["Title"] == f"{paper.type_name} {paper.subject}"


@pytest.mark.parametrize("paper", [*PAPERS.values(), long_paper()], ids=[*PAPERS, "long"])
def test_pdf__keeps_to_pdf_ua(paper: ReportPaper) -> None:
    """typst checks it while it writes: title, language, order of headings, a description of what is drawn."""
    assert b"pdfuaid:part" in to_pdf(paper)


def test_pdf__with_a_sign_of_no_font_is_made_but_does_not_claim_the_standard() -> None:
    made = to_pdf(with_text(vn_paper(), "漢字"))
    assert b"pdfuaid:part" not in made
    assert b"/StructTreeRoot" in made


def test_pdf__carries_its_fonts_and_takes_the_semibold_face() -> None:
    """In the bold face of Libertinus Serif "Tự do" reads "Tụ do"; the semibold one is right."""
    made = to_pdf(vn_paper())
    faces = {name.decode().split("+")[-1] for name in re.findall(rb"/FontName/(\S+?)/", made)}
    assert faces == {f"LibertinusSerif-{face}" for face in ("Regular", "Italic", "Semibold", "SemiboldItalic")}
    assert made.count(b"/FontFile3") == len(faces)


@pytest.mark.parametrize("letters", [VOWELS, VOWELS.upper(), RUSSIAN, RUSSIAN.upper(), SIGNS])
def test_pdf__prints_every_letter(letters: str) -> None:
    words = " ".join(letters[start : start + 12] for start in range(0, len(letters), 12))
    assert words_of_pdf(to_pdf(with_text(vn_paper(), words))).count(words) >= 4


@pytest.mark.parametrize("text", MARKUP)
def test_pdf__markup_is_words(text: str) -> None:
    assert words_of_pdf(to_pdf(with_text(vn_paper(), text))).count(" ".join(text.split())) >= 7


@pytest.mark.parametrize("text", ["\x00\x0b\ud800", "a\nb\tc", "đ" * 2_000, "漢字 🙂 \u202e", ""])
def test_pdf__any_words_are_set(text: str) -> None:
    assert pages_of_pdf(to_pdf(with_text(ru_paper(), text)))


def test_pdf__a_hash_can_be_copied() -> None:
    assert HASH in words_of_pdf(to_pdf(vn_paper()))


def test_pdf__number_stands_on_every_page_but_the_first() -> None:
    pages = pages_of_pdf(to_pdf(long_paper(40, 2)))
    assert len(pages) >= 3
    assert [page.split("\n")[0] for page in pages[1:]] == [str(number + 2) for number in range(len(pages) - 1)]
    assert pages[0].startswith("SỞ GIÁO DỤC")


def test_pdf__heading_row_stands_on_every_page_of_a_table() -> None:
    pages = pages_of_pdf(to_pdf(long_paper(120)))
    assert all("Tỷ lệ đúng" in page for page in pages[:3])


def test_pdf__a_draft_says_so_on_every_page() -> None:
    assert all("DỰ THẢO" in page for page in pages_of_pdf(to_pdf(draft_of(long_paper()))))
    assert "DỰ THẢO" not in words_of_pdf(to_pdf(vn_paper()))
