"""What stands in a report's file as lines of text, for golden files."""

from __future__ import annotations

import ctypes
import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from tests.integration.editorial.report_files import docx_structure, pages_of_pdf, parts_of, xlsx_content


def _docx(content: bytes) -> str:
    return _json(docx_structure(content))


def _xlsx(content: bytes) -> str:
    return _json(xlsx_content(content))


def _csv(content: bytes) -> str:
    """Each file of the ZIP under its name."""
    files = parts_of(content).items()
    return "\n".join(f"--- {name}\n" + made.decode("utf-8-sig").replace("\r\n", "\n") for name, made in files)


def _pdf(content: bytes) -> str:
    """Each page as it is read aloud, and how many of each tag it has."""
    tagged = zip(pages_of_pdf(content), _tags(content), strict=True)
    return "\n".join(f"--- page {number}: {tags}\n{text}" for number, (text, tags) in enumerate(tagged, 1))


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)


def _tags(content: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(content):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        found: Counter[str] = Counter()
        for place in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found.update(_below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)))
        pdfium.FPDF_StructTree_Close(tree)
        yield ", ".join(f"{tag} {count}" for tag, count in sorted(found.items()))


def _below(element: Any) -> Iterator[str]:
    """The tag of an element and those of all under it."""
    yield _tag(element)
    for place in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _below(child)


def _tag(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    room = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetType(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\x00")


OUTLINES: dict[str, Callable[[bytes], str]] = {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "csv": _csv}
