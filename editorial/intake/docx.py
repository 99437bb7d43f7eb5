"""Reads the words and pictures of a Word file (.docx), whatever somebody packed into it.

Only three of its parts are read: the text, the list of what the text refers to, and the title.
Document type declarations, and with them entities, are refused by the parser (defusedxml).
"""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from editorial.intake.plain import plain_line, plain_text
from editorial.intake.reading import MAX_PARTS, MAX_TEXT, SUBJECT_LENGTH, Doubt, Found, Part, Trouble, Unreadable

MAX_BYTES = 60 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_XML = 20 * 1024 * 1024
TEXT, LINKS, TITLE = "word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    ParseError,
    LookupError,
    ValueError,
    EOFError,
    OSError,
    RuntimeError,
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # also what Word makes of a file with a password


def read_docx(data: bytes) -> Found:
    """Title, paragraphs and pictures of a Word file, in reading order. Raises Unreadable."""
    if not data:
        raise Unreadable(Trouble.EMPTY)
    if len(data) > MAX_BYTES:
        raise Unreadable(Trouble.TOO_BIG)
    if data.startswith(OLD_OFFICE):
        raise Unreadable(Trouble.PROTECTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _found(package)
    except DefusedXmlException as forbidden:
        raise Unreadable(Trouble.ENTITIES) from forbidden
    except RecursionError as deep:
        raise Unreadable(Trouble.NESTED) from deep
    except BROKEN as broken:
        raise Unreadable(Trouble.DAMAGED) from broken


def _found(package: zipfile.ZipFile) -> Found:
    _demand_bearable(package)
    body = _xml(package, TEXT)
    texts = list(_paragraphs(body))
    title = _title(package) or next((line for line in texts if line), "")
    text = plain_text("\n\n".join(line for line in texts if line))
    pictures = tuple(_pictures(package, body))
    doubts = [
        warning
        for warning, holds in (
            (Doubt.TABLES_FLAT, body.find(f".//{W}tbl") is not None),
            (Doubt.TEXT_CUT, len(text) > MAX_TEXT),
            (Doubt.PARTS_LEFT_OUT, len(pictures) > MAX_PARTS),
        )
        if holds
    ]
    subject = plain_line(title, SUBJECT_LENGTH)
    return Found(subject, text[:MAX_TEXT], parts=pictures[:MAX_PARTS], doubts=tuple(doubts))


def _demand_bearable(package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    if len(entries) > MAX_ENTRIES:
        raise Unreadable(Trouble.TOO_MANY_PARTS)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable(Trouble.UNPACKS_TOO_BIG)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(Trouble.PROTECTED)


def _bytes(package: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """One part of the package; the size its list gives may be a lie, so no more than `limit` is unpacked."""
    with package.open(name) as part:
        data = part.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(Trouble.UNPACKS_TOO_BIG)
    return data


def _xml(package: zipfile.ZipFile, name: str) -> Element:
    found: Element = fromstring(_bytes(package, name, MAX_XML), forbid_dtd=True)
    return found


def _paragraphs(body: Element) -> Iterator[str]:
    """The words of each paragraph, those in tables and boxes too, but not the copies kept for old programs.

    Walked with a list of our own: a hostile file may nest deeper than Python calls itself.
    """
    words: list[str] = []
    waiting: list[Element | None] = [body]
    while waiting:
        node = waiting.pop()
        if node is None:
            yield "".join(words).strip()
            words = []
        elif node.tag != FALLBACK:
            words.extend(_letters(node))
            if node.tag == f"{W}p":
                waiting.append(None)
            waiting.extend(reversed(node))
    yield "".join(words).strip()


def _letters(node: Element) -> Iterator[str]:
    if node.tag == f"{W}t":
        yield node.text or ""
    elif node.tag in LETTERS:
        yield LETTERS[str(node.tag)]


def _title(package: zipfile.ZipFile) -> str:
    """The title in the file's properties; empty when there is none or it cannot be read."""
    try:
        return (_xml(package, TITLE).findtext(DC_TITLE) or "").strip()
    except (KeyError, ParseError):
        return ""


def _pictures(package: zipfile.ZipFile, body: Element) -> Iterator[Part]:
    """The pictures the text shows, each once, as they lie in the package; linked ones are not fetched."""
    places = _places(package)
    seen: set[str] = set()
    total = 0
    for blip in body.iter(BLIP):
        place = places.get(blip.get(f"{R}embed") or "")
        if place is None or place in seen:
            continue
        seen.add(place)
        data = _bytes(package, place, MAX_UNPACKED - total)
        total += len(data)
        if data:
            yield Part(posixpath.basename(place)[-100:], data)


def _places(package: zipfile.ZipFile) -> dict[str, str]:
    """Where the package keeps what the text refers to, by the reference; nothing outside the package."""
    if LINKS not in package.namelist():
        return {}
    names = set(package.namelist())
    rows: list[Any] = [row for row in _xml(package, LINKS) if row.get("TargetMode") != "External"]
    targets = {row.get("Id", ""): posixpath.normpath(posixpath.join("word", row.get("Target", ""))) for row in rows}
    return {key: place.lstrip("/") for key, place in targets.items() if place.lstrip("/") in names}
