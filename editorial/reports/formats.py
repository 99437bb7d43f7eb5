"""The files a signed report has; each is made from the paper alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

from editorial.reports.csv_tables import to_csv_zip
from editorial.reports.docx import to_docx
from editorial.reports.paper import ReportPaper
from editorial.reports.pdf import to_pdf
from editorial.reports.xlsx import to_xlsx


@dataclasses.dataclass(frozen=True, slots=True)
class Format:
    """suffix: of the file's name; media_type: as servers name it; make: paper in, bytes out."""

    suffix: str
    media_type: str
    make: Callable[[ReportPaper], bytes]


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: Mapping[str, Format] = {
    "docx": Format("docx", f"{OFFICE}.wordprocessingml.document", to_docx),
    "pdf": Format("pdf", "application/pdf", to_pdf),
    "xlsx": Format("xlsx", f"{OFFICE}.spreadsheetml.sheet", to_xlsx),
    "csv": Format("zip", "application/zip", to_csv_zip),
}


def make_all(paper: ReportPaper) -> dict[str, bytes]:
    """All files of a paper by their format."""
    return {code: row.make(paper) for code, row in FORMATS.items()}
