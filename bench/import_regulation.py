"""How long a regulation of 300 pages takes to read, and how much memory: `python bench/import_regulation.py`.

Prints seconds of the processor for 30 and 300 pages as text, Word and PDF, their ratio within one run, and the most
memory each held, in a process of its own. 300 pages must be read in 10 seconds and 500 MB.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django
import typst
from docx import Document

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
django.setup()

from documents.importing import import_file  # noqa: E402 the settings come first

FEW, MANY = 30, 300  # pages
CLAUSES = 6  # on a page, each with a bullet
LIMIT, MOST_MEMORY = 10.0, 500.0  # seconds, MB
SENTENCE = (
    "Учитель вносит отметки в журнал в день урока, проверяет расписание своего класса и сообщает заместителю "
    "директора о замеченных неточностях не позднее следующего рабочего дня."
)


def paragraphs(pages: int) -> list[str]:
    """A regulation of that many pages, ten to a section."""
    lines = ["ПОЛОЖЕНИЕ", "о ведении электронного журнала"]
    for section in range(1, pages // 10 + 1):
        lines.append(f"{section}. Раздел о порядке работы")
        for clause in range(1, 10 * CLAUSES + 1):
            lines += [f"{section}.{clause}. {SENTENCE}", f"- {SENTENCE.lower()}"]
    return lines


def as_text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def as_word(lines: list[str]) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_pdf(lines: list[str]) -> bytes:
    """With page numbers; one line of the source for each paragraph."""
    body = "\n\n".join("\\" + line if line.startswith("-") else line.replace(". ", "\\. ", 1) for line in lines)
    return typst.compile(f'#set page(margin: 70pt, numbering: "1")\n#set text(size: 14pt)\n{body}'.encode())


WRITERS: dict[str, Callable[[list[str]], bytes]] = {"txt": as_text, "docx": as_word, "pdf": as_pdf}


def most_memory() -> float:
    """The most this process held, in MB. Linux hands `ru_maxrss` down from the parent, so its own mark is read."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmHWM" in line) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(path: Path) -> int:
    """In the child: read once, print seconds, megabytes, clauses, pages."""
    data = path.read_bytes()
    begun = time.process_time()
    regulation = import_file(data, path.name)
    taken = time.process_time() - begun
    pages = max(line.page for line in regulation.source.lines)
    print(taken, most_memory(), sum(node.kind == "clause" for node in regulation.root.walk()), pages)
    return 0


def measured(path: Path) -> list[float]:
    done = subprocess.run([sys.executable, __file__, str(path)], capture_output=True, text=True, check=True)
    return [float(word) for word in done.stdout.split()]


def main() -> int:
    is_good = True
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in WRITERS.items():
            rows = []
            for pages in (FEW, MANY):
                path = Path(folder) / f"{pages}.{kind}"
                path.write_bytes(write(paragraphs(pages)))
                rows.append(measured(path))
            (small, *_), (large, memory, clauses, printed) = rows
            print(
                f"{kind:5} {FEW}: {small:.2f} s  {MANY}: {large:.2f} s  ratio {large / small:.1f}  "
                f"memory {memory:.0f} MB  {clauses:.0f} clauses, {printed:.0f} pages"
            )
            is_good = is_good and large < LIMIT and memory < MOST_MEMORY and clauses == MANY * CLAUSES
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main())
