"""DOCX, XLSX and PPTX: no macros, no ActiveX, no templates or objects fetched from elsewhere, no DDE."""

from __future__ import annotations

import dataclasses
import re
from xml.etree.ElementTree import Element

from core.rules.uploads import OFFICE_KINDS, Active, FileLimits, Problem, extension_of
from core.uploads.packed import Packed
from core.uploads.refusals import UploadRefused, active

_FORMAT = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "docx": f"{_FORMAT}wordprocessingml.document",
    "xlsx": f"{_FORMAT}spreadsheetml.sheet",
    "pptx": f"{_FORMAT}presentationml.presentation",
}
TYPES = "[Content_Types].xml"
RELATIONS = ".rels"
FETCHED = {"attachedtemplate": Active.TEMPLATE, "oleobject": Active.PROGRAM, "subdocument": Active.TEMPLATE}
FETCHED |= {"frame": Active.TEMPLATE, "control": Active.PROGRAM, "package": Active.ATTACHMENT}
COMMANDS = re.compile(rb"DDEAUTO|<(?:\w+:)?ddeLink\b|instrText[^<>]*>\s*DDE\b|instr=[\"']\s*DDE\b")
DEEPEST = 2


def check(data: bytes, kind: str, limits: FileLimits) -> None:
    """Raises UploadRefused for what is no such file, or acts."""
    _check(data, kind, limits, 0)


def _check(data: bytes, kind: str, limits: FileLimits, depth: int) -> int:
    """Bytes unpacked: what lies inside one another shares one limit."""
    packed = Packed(data, limits)
    if TYPES not in packed.names:
        raise UploadRefused(Problem.MISMATCH, {"kind": kind.upper()})
    _demand_kind(packed, kind)
    spent = packed.unpacked
    for name, content in packed.parts():
        _demand_no_act(name, content)
        if name.lower().endswith(RELATIONS):
            _demand_own(packed, name)
        if extension_of(name) in OFFICE_KINDS:
            left = dataclasses.replace(limits, max_unpacked=limits.max_unpacked - spent)
            spent += _check_inner(content, extension_of(name), left, depth)
    return spent


def _demand_kind(packed: Packed, kind: str) -> None:
    """The list of contents names the main part of this kind, and no macros anywhere."""
    types = {row.get("ContentType", "").strip().lower() for row in packed.xml(TYPES)}
    if any("macroenabled" in name or "vbaproject" in name for name in types):
        raise UploadRefused(Problem.MACROS)
    if any("activex" in name for name in types):
        raise active(Active.PROGRAM)
    if f"{MEDIA_TYPES[kind]}.main+xml" not in types:
        raise UploadRefused(Problem.MISMATCH, {"kind": kind.upper()})


def _demand_no_act(name: str, content: bytes) -> None:
    small = name.lower()
    if "vbaproject" in small or "vbadata" in small:
        raise UploadRefused(Problem.MACROS)
    if "/activex/" in small:
        raise active(Active.PROGRAM)
    if small.endswith(".xml") and COMMANDS.search(content.replace(b"\0", b"")):  # UTF-16 without its zeros
        raise active(Active.COMMAND)


def _demand_own(packed: Packed, name: str) -> None:
    """Links may lead out, pictures and other workbooks too; what is opened with the file may not."""
    for row in packed.xml(name):
        role = row.get("Type", "").rpartition("/")[2].lower()
        if role in FETCHED and row.get("TargetMode", "").strip().lower() == "external" and _is_far(row):
            raise active(FETCHED[role])


def _is_far(row: Element) -> bool:
    """On another machine; Word notes the place of its template on the writer's own disk in many files."""
    target = row.get("Target", "").strip().lower().replace("\\", "/").removeprefix("file:///")
    return target.startswith(("//", "mhtml:")) or "://" in target


def _check_inner(content: bytes, kind: str, limits: FileLimits, depth: int) -> int:
    """A diagram keeps its table as a workbook inside: that one is looked into as well."""
    if depth == DEEPEST:
        raise UploadRefused(Problem.UNPACKS_TOO_BIG)
    return _check(content, kind, limits, depth + 1)
