"""The two forms a report has: Nghị định 30/2020/NĐ-CP, Phụ lục I, and ГОСТ Р 7.0.97-2016.

Lengths in millimetres, letters in points.
"""

from __future__ import annotations

from dataclasses import dataclass

from editorial.reports.cells import one_line
from editorial.reports.paper import ReportPaper

A4 = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class PaperForm:
    """Fields of the page and sizes of letters.

    indent: of the first line of a paragraph. motto: the head of the state on the right, as in Vietnam.
    tables: letters inside tables, smaller for many columns or long words; list_size: of the list of recipients.
    """

    top: float
    bottom: float
    left: float
    right: float
    indent: float
    body: float
    head: float
    tables: tuple[float, float, float]
    list_size: float
    motto: bool
    capitals: bool  # bodies, posts and the type of paper in capital letters

    @property
    def width(self) -> float:
        """Room between the fields."""
        return A4[0] - self.left - self.right


VIETNAMESE_FORM = PaperForm(
    top=20,
    bottom=20,
    left=30,
    right=15,
    indent=12.7,
    body=14,
    head=13,
    tables=(12, 11, 9),
    list_size=11,
    motto=True,
    capitals=True,
)
RUSSIAN_FORM = PaperForm(
    top=20,
    bottom=20,
    left=30,
    right=10,
    indent=12.5,
    body=14,
    head=14,
    tables=(12, 11, 9),
    list_size=11,
    motto=False,
    capitals=False,
)


def form_of(paper: ReportPaper) -> PaperForm:
    """The form of the paper's country."""
    return VIETNAMESE_FORM if paper.country == "vn" else RUSSIAN_FORM


def in_capitals(text: str, form: PaperForm) -> str:
    """A line of the head or of the signature as the form writes it."""
    return one_line(text).upper() if form.capitals else one_line(text)
