"""Office files are archives: what holds for each of them before anything in it is read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from core.rules.uploads import Active, FileLimits, Problem
from core.uploads.refusals import UploadRefused, active
from core.uploads.signatures import content_kind

LOCAL_HEADER, END_RECORD = 30, 22
IS_ENCRYPTED = 0x1
KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
# The old container keeps the names of its parts in UTF-16.
HIDES_A_FILE = "Ole10Native".encode("utf-16-le")
HIDES_MACROS = tuple(word.encode("utf-16-le") for word in ("_VBA_PROJECT", "Macros"))
PROGRAMS = frozenset("exe dll com scr bat cmd ps1 vbs vbe js jse wsf hta jar msi lnk reg".split())


class Packed:
    """An archive whose parts were all unpacked once, within the limits. Raises UploadRefused."""

    def __init__(self, data: bytes, limits: FileLimits) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {part.filename: part for part in self._archive.infolist() if not part.is_dir()}
            self.unpacked = sum(part.file_size for part in self._archive.infolist())
            self._demand_shape(data, limits)
            self._demand_parts()
        except BROKEN as broken:
            raise UploadRefused(Problem.DAMAGED) from broken

    @property
    def names(self) -> list[str]:
        """The parts' names, in their order in the archive."""
        return list(self._parts)

    def read(self, name: str) -> bytes:
        """One part; empty bytes if there is none."""
        return self._archive.read(name) if name in self._parts else b""

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every part with its bytes, one at a time."""
        return ((name, self.read(name)) for name in self._parts)

    def xml(self, name: str) -> Element:
        """One part as a tree; entities are refused, for they can fetch and multiply."""
        try:
            return fromstring(self.read(name))
        except (ParseError, DefusedXmlException, ValueError, LookupError) as broken:
            raise UploadRefused(Problem.DAMAGED) from broken

    def rows(self, name: str) -> Iterator[Element]:
        """The elements of one part, each forgotten as soon as the next is read: for parts that may be long."""
        try:
            for _, row in iterparse(io.BytesIO(self.read(name))):
                yield row
                row.clear()
        except (ParseError, DefusedXmlException, ValueError, LookupError) as broken:
            raise UploadRefused(Problem.DAMAGED) from broken

    def _demand_shape(self, data: bytes, limits: FileLimits) -> None:
        """Nothing before, between or behind the parts that another program could read as something else."""
        rows = sorted(self._archive.infolist(), key=lambda part: part.header_offset)
        if len(rows) > limits.max_parts or self.unpacked > limits.max_unpacked:
            raise UploadRefused(Problem.UNPACKS_TOO_BIG)
        starts = [part.header_offset for part in rows] + [self._archive.start_dir]
        overlaps = any(
            part.header_offset + LOCAL_HEADER + part.compress_size > following
            for part, following in zip(rows, starts[1:], strict=True)
        )
        if not rows or starts[0] != 0 or overlaps or data[-END_RECORD:-18] != b"PK\x05\x06":
            raise UploadRefused(Problem.MIXED)
        if len({part.filename.lower() for part in rows}) != len(rows):
            raise UploadRefused(Problem.MIXED)

    def _demand_parts(self) -> None:
        for part in self._archive.infolist():
            if part.flag_bits & IS_ENCRYPTED:
                raise UploadRefused(Problem.PROTECTED)
            if part.compress_type not in KNOWN_PACKING:
                raise UploadRefused(Problem.DAMAGED)
            if _leads_out(part.orig_filename):
                raise UploadRefused(Problem.MIXED)
        for name, content in self.parts():
            _demand_harmless(name, content)


def _leads_out(name: str) -> bool:
    """Whether unpacking would write outside the folder it is done in."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name or ":" in name.partition("/")[0]


def _demand_harmless(name: str, content: bytes) -> None:
    """No program among the parts, nor in an embedded object; formulas of MathType are such objects and may stay."""
    kind = content_kind(content)
    if PurePosixPath(name).suffix.lower().removeprefix(".") in PROGRAMS or kind == "program":
        raise active(Active.PROGRAM)
    if kind == "ole" and any(word in content for word in HIDES_MACROS):
        raise UploadRefused(Problem.MACROS)
    if kind == "ole" and HIDES_A_FILE in content:
        raise active(Active.ATTACHMENT)
