"""How long the files of a yearly report take, and how much memory: `python bench/report_files.py`.

Prints seconds of the processor for tables of 50 and of 500 rows, their ratio within one run, and the most memory the
process held. A year with 500 rows in each of its tables must be done in 10 seconds; the processor's seconds are
counted, because what else the machine has to do is not the writers' doing.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from editorial.reports.csv_tables import to_csv_zip
from editorial.reports.docx import to_docx
from editorial.reports.paper import ReportPaper
from editorial.reports.pdf import to_pdf
from editorial.reports.xlsx import to_xlsx
from tests.factories.papers import long_paper, vn_paper

TABLES = 8  # of the yearly report: section II of the template
FEW, MANY = 50, 500
LIMIT = 10.0  # seconds
WRITERS: tuple[Callable[[ReportPaper], bytes], ...] = (to_docx, to_pdf, to_xlsx, to_csv_zip)


def seconds(write: Callable[[ReportPaper], bytes], paper: ReportPaper) -> tuple[float, int]:
    """Time of one writer and the size of its file."""
    begun = time.process_time()
    size = len(write(paper))
    return time.process_time() - begun, size


def main() -> int:
    for write in WRITERS:
        write(vn_paper())  # fonts and templates are read once
    few, many = long_paper(FEW, TABLES), long_paper(MANY, TABLES)
    whole = 0.0
    for write in WRITERS:
        small, _ = seconds(write, few)
        large, size = seconds(write, many)
        whole += large
        print(
            f"{write.__name__:10} {FEW}: {small:.2f} s  {MANY}: {large:.2f} s  ratio {large / small:.1f}  {size} bytes"
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{TABLES} tables of {MANY} rows: {whole:.2f} s (limit {LIMIT:.0f} s), memory {memory:.0f} MB")
    return 0 if whole < LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
