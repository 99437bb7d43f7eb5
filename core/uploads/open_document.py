"""ODT, ODS and ODP: no macros, no scripts bound to events, no protection that hides the content."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from core.rules.uploads import Active, FileLimits, Problem
from core.uploads.packed import Packed
from core.uploads.refusals import UploadRefused, active

_FORMAT = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {"odt": f"{_FORMAT}text", "ods": f"{_FORMAT}spreadsheet", "odp": f"{_FORMAT}presentation"}
MEDIA_TYPE, MANIFEST = "mimetype", "META-INF/manifest.xml"
MACRO_FOLDERS = ("basic/", "scripts/")
SCRIPTED = ("content.xml", "styles.xml")
CALLS = ("vnd.sun.star.script:", "macro:", ".uno:", "service:")
SCRIPT_SPACE = "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}"


def check(data: bytes, kind: str, limits: FileLimits) -> None:
    """Raises UploadRefused for what is no such file, or acts."""
    packed = Packed(data, limits)
    if packed.names[:1] != [MEDIA_TYPE] or packed.read(MEDIA_TYPE).strip().decode("latin-1") != MEDIA_TYPES[kind]:
        raise UploadRefused(Problem.MISMATCH, {"kind": kind.upper()})
    if any(name.lower().startswith(MACRO_FOLDERS) for name in packed.names):
        raise UploadRefused(Problem.MACROS)
    if MANIFEST in packed.names and any(row.tag.endswith("}encryption-data") for row in packed.xml(MANIFEST).iter()):
        raise UploadRefused(Problem.PROTECTED)
    for name in packed.names:
        if name.endswith(SCRIPTED) and any(_acts(row) for row in packed.rows(name)):
            raise active(Active.SCRIPT)


def _acts(row: Element) -> bool:
    """Whether an element calls a macro, by an event or as the target of a link."""
    called = (value.strip().lower().startswith(CALLS) for value in row.attrib.values())
    return row.tag == f"{SCRIPT_SPACE}event-listener" or any(called)
