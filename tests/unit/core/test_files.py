"""Files from outside are what they say and carry nothing that acts (issue 4, point 5)."""

from __future__ import annotations

import zipfile

import pytest

from core.rules.uploads import Active, Problem, door_of, extension_of
from core.uploads import UploadRefused, check_file, upload_sentence
from core.uploads.refusals import SENTENCES, WHAT
from tests.factories.uploads import (
    OLE,
    archive,
    content_types,
    encoded,
    object_stream,
    office,
    open_document,
    pdf,
    pixels,
    relation,
)

MACRO_TYPE = "application/vnd.ms-office.vbaProject"
SCRIPT = b"<< /S /JavaScript /JS (app.alert(1)) >>"
EMBEDDED = office("xlsx")


def why_not(data: bytes, name: str) -> UploadRefused:
    with pytest.raises(UploadRefused) as caught:
        check_file(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "name", "stored"),
    [
        (pdf(), "Báo cáo tháng 11.PDF", "bao-cao-thang-11.pdf"),
        (office("docx"), "Приказ № 5.docx", "prikaz-no-5.docx"),
        (office("xlsx"), "a.xlsx", "a.xlsx"),
        (office("pptx"), "a.pptx", "a.pptx"),
        (open_document("odt"), "a.odt", "a.odt"),
        (open_document("ods"), "a.ods", "a.ods"),
        (open_document("odp"), "a.odp", "a.odp"),
        ("Lễ chào cờ\n".encode(), "a.txt", "a.txt"),
        ("Lễ chào cờ\n".encode("utf-16"), "a.txt", "a.txt"),
        ("Приказ\r\n".encode("cp1251"), "a.csv", "a.csv"),
        (b"<script>alert(1)</script>", "a.txt", "a.txt"),
        (b"a;-1;+84 123;=SUM(A1:A2)|x\n", "a.csv", "a.csv"),
    ],
)
def test_check_file__takes_what_it_says_it_is_and_keeps_its_bytes(data: bytes, name: str, stored: str):
    checked = check_file(data, name)

    assert (checked.name, checked.data, checked.kind) == (stored, data, stored.rpartition(".")[2])
    assert check_file(checked.data, checked.name) == checked


@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (b"", "a.pdf", Problem.EMPTY),
        (b"x", "a", Problem.KIND_NOT_TAKEN),
        (b"x", "a.pdf.exe", Problem.KIND_NOT_TAKEN),
        (b"<html>", "a.html", Problem.KIND_NOT_TAKEN),
        (OLE, "a.doc", Problem.OLD_OFFICE),
        (b"{\\rtf1", "a.rtf", Problem.OLD_OFFICE),
        (office(), "a.docm", Problem.MACROS),
        (archive({"a.txt": b"x"}), "a.zip", Problem.ARCHIVE),
        (encoded(pixels(), "PNG"), "a.png", Problem.IS_A_PICTURE),
        (encoded(pixels(), "PNG"), "a.pdf", Problem.MISMATCH),
        (b"MZ" + bytes(100), "a.pdf", Problem.MISMATCH),
        (b"MZ" + bytes(100), "a.txt", Problem.MISMATCH),
        (b"\x7fELF" + bytes(100), "a.csv", Problem.MISMATCH),
        (pdf(), "a.docx", Problem.MISMATCH),
        (office("xlsx"), "a.docx", Problem.MISMATCH),
        (office("docx"), "a.odt", Problem.MISMATCH),
        (open_document("ods"), "a.odt", Problem.MISMATCH),
        (archive({"a.txt": b"x"}), "a.docx", Problem.MISMATCH),
        (OLE, "a.docx", Problem.PROTECTED),
        (pdf()[:-10], "a.pdf", Problem.DAMAGED),
        (office()[:200], "a.docx", Problem.DAMAGED),
        (b"PK\x03\x04" + bytes(300), "a.xlsx", Problem.DAMAGED),
        (b"\xff\xfeabc", "a.txt", Problem.DAMAGED),
        (b"abc\0def", "a.csv", Problem.MISMATCH),
        (b"Ho;Ten\n=cmd|' /C calc'!A0;x\n", "a.csv", Problem.ACTIVE),
    ],
)
def test_check_file__refuses_what_it_is_not_or_nobody_takes(data: bytes, name: str, problem: Problem):
    assert why_not(data, name).code is problem


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\n" + pdf(), "a.pdf"),
        (b"GIF89a" + pdf(), "a.pdf"),
        (pdf() + archive({"a.class": b"x"}), "a.pdf"),
        (pdf() + b"<?php system($_GET[0]);", "a.pdf"),
        (office() + pdf(), "a.docx"),
        (b"#!/bin/sh\n" + office(), "a.docx"),
        (archive({"%PDF-1.7": b"x"} | {"[Content_Types].xml": content_types("x")}, zipfile.ZIP_STORED), "a.docx"),
        (b"mot dong\n" + pdf(), "a.txt"),
    ],
)
def test_check_file__refuses_what_is_two_kinds_at_once(data: bytes, name: str):
    assert why_not(data, name).code in {Problem.MIXED, Problem.MISMATCH}


# --- PDF


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (SCRIPT, Active.SCRIPT),
        (b"<< /S /J#61vaScript >>", Active.SCRIPT),
        (b"<< /Names << /JavaScript 7 0 R >> >>", Active.SCRIPT),
        (b"/JavaScript", Active.SCRIPT),
        (b"<< /A (endobj) /S/JavaScript >>", Active.SCRIPT),
        (b"<< /A (\\( ) /S/JavaScript >>", Active.SCRIPT),
        (b"<< /A stream /S/JavaScript >>", Active.SCRIPT),
        (b"<< /A % (\n /S/JavaScript >>", Active.SCRIPT),
        (b"<< /S /Launch /F (calc.exe) >>", Active.PROGRAM),
        (b"<< /Type /EmbeddedFile >>", Active.ATTACHMENT),
        (b"<< /Type /Filespec /EF << /F 9 0 R >> >>", Active.ATTACHMENT),
        (b"<< /S /SubmitForm >>", Active.FORM),
        (b"<< /XFA [1 0 R] >>", Active.FORM),
        (b"<< /Subtype /RichMedia >>", Active.MEDIA),
        (object_stream(b"<< /Type /Font >>", SCRIPT), Active.SCRIPT),
        (object_stream(b"(\\()", b"/JavaScript"), Active.SCRIPT),
    ],
)
def test_check_file__refuses_a_pdf_that_acts(body: bytes, what: Active):
    refusal = why_not(pdf(body), "a.pdf")
    assert (refusal.code, refusal.params) == (Problem.ACTIVE, {"what": what})


@pytest.mark.parametrize(
    "body",
    [
        b"<< /Title (HTML/CSS/JavaScript) /Author (\\(/JS\\) /Launch) >>",
        b"<< /Title <feff> /Next 1 0 R /OpenAction [3 0 R /Fit] /A << /S /URI /URI (https://x.vn/JS) >> >>",
        b"<< /JavaScripts 1 /Launching 2 >>",
        b"<< /Type /Font >> % /JavaScript",
        object_stream(b"<< /Title (/JavaScript /Launch) >>", b"[1 2]", b"(x)"),
    ],
)
def test_check_file__takes_a_pdf_that_only_speaks_of_scripts(body: bytes):
    data = pdf(body, text=b"HTML/CSS/JavaScript /Launch")
    assert check_file(data, "a.pdf").data == data


@pytest.mark.parametrize("start", [b"77 0 obj%c\n", b"77 0 %c\nobj ", b"77\n0\nobj\n", b"77 0\tobj\r"])
def test_check_file__finds_an_object_wherever_a_reader_could(start: bytes):
    """In the data of a picture, behind an open bracket, without an end."""
    hidden = b"<< /Length 99 >>\nstream\n ( " + start + SCRIPT + b"\nendstream"
    assert why_not(pdf(hidden), "a.pdf").code is Problem.ACTIVE


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"<< /Encrypt 5 0 R >>", Problem.PROTECTED),
        (object_stream(SCRIPT, filters=b"/LZWDecode"), Problem.DAMAGED),
        (object_stream(SCRIPT, filters=b"[/FlateDecode /FlateDecode]"), Problem.DAMAGED),
        (object_stream(SCRIPT, filters=b"5 0 R"), Problem.DAMAGED),
        (object_stream(SCRIPT, filters=b"/Fl"), Problem.DAMAGED),
        (object_stream(SCRIPT, data=b"not packed at all"), Problem.DAMAGED),
    ],
)
def test_check_file__refuses_a_pdf_that_cannot_be_looked_into(body: bytes, problem: Problem):
    assert why_not(pdf(body), "a.pdf").code is problem


@pytest.mark.parametrize("part", [b"1 0 obj ", b"1 0 obj (", b"1 0 obj <<", b"1 0 obj %"])
def test_check_file__reads_a_hostile_pdf_no_longer_than_its_budget(part: bytes, monkeypatch):
    monkeypatch.setattr("core.uploads.pdf_objects.MOST_STEPS", 20_000)
    assert why_not(b"%PDF-1.7\n" + part * 10_000 + b"\n%%EOF", "a.pdf").code is Problem.DAMAGED


def test_check_file__refuses_a_bomb_in_a_pdf(settings):
    settings.PORTAL_FILE_MAX_UNPACKED = 50_000
    assert why_not(pdf(object_stream(b"(" + b"a" * 60_000 + b")")), "a.pdf").code is Problem.UNPACKS_TOO_BIG
    settings.PORTAL_FILE_MAX_UNPACKED = 70_000
    assert check_file(pdf(object_stream(b"(" + b"a" * 60_000 + b")")), "a.pdf").kind == "pdf"


# --- Office


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (office(parts={"word/vbaProject.bin": OLE}), Problem.MACROS),
        (office(types=(MACRO_TYPE,)), Problem.MACROS),
        (office(types=("application/vnd.ms-word.document.macroEnabled.main+xml",)), Problem.MACROS),
        (office(parts={"word/embeddings/o.bin": OLE + "_VBA_PROJECT".encode("utf-16-le")}), Problem.MACROS),
        (office(parts={"word/embeddings/o.bin": OLE + "Ole10Native".encode("utf-16-le")}), Problem.ACTIVE),
        (office(parts={"word/activeX/activeX1.xml": b"<x/>"}), Problem.ACTIVE),
        (office(parts={"word/media/a.exe": b"x"}), Problem.ACTIVE),
        (office(parts={"word/media/a.png": b"\x7fELF"}), Problem.ACTIVE),
        (office(parts=relation("attachedTemplate", "https://evil.example/t.dotm")), Problem.ACTIVE),
        (office(parts=relation("attachedTemplate", "file:///\\\\10.0.0.1\\t.dotm")), Problem.ACTIVE),
        (office(parts=relation("oleObject", "mhtml:http://evil.example")), Problem.ACTIVE),
        (office(parts={"word/a.xml": b"<w:instrText> DDEAUTO c:\\\\cmd.exe</w:instrText>"}), Problem.ACTIVE),
        (office(parts={"word/a.xml": "<ddeLink x='1'/>".encode("utf-16")}), Problem.ACTIVE),
        (office(parts={"../../x": b"x"}), Problem.MIXED),
        (office(parts={"/etc/x": b"x"}), Problem.MIXED),
        (office(parts={"word/DOCUMENT.xml": b"x"}), Problem.MIXED),
        (office(parts={"word/e/a.docx": office(parts={"word/vbaProject.bin": OLE})}), Problem.MACROS),
        (office(parts={"word/e/a.docx": b"no archive"}), Problem.DAMAGED),
        (office("xlsx", parts={"e/a.xlsx": office("xlsx", {"a.xlsx": office("xlsx", {"a.xlsx": EMBEDDED})})}), None),
        (open_document(parts={"Basic/Standard/Module1.xml": b"<x/>"}), Problem.MACROS),
        (open_document(parts={"Scripts/python/a.py": b"x"}), Problem.MACROS),
    ],
)
def test_check_file__refuses_an_office_file_that_acts_or_tricks(data: bytes, problem: Problem | None):
    kind = "odt" if b"mimetype" in data[:60] else "xlsx" if b"xl/workbook" in data else "docx"
    assert why_not(data, f"a.{kind}").code is (problem or Problem.UNPACKS_TOO_BIG)


@pytest.mark.parametrize(
    "parts",
    [
        {"word/embeddings/oleObject1.bin": OLE + "Equation Native".encode("utf-16-le")},
        {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": EMBEDDED},
        relation("hyperlink", "https://moet.gov.vn"),
        relation("image", "https://moet.gov.vn/a.png"),
        relation("attachedTemplate", "file:///C:\\Users\\Lan\\AppData\\Roaming\\Microsoft\\Templates\\cv.dotx"),
        {"word/media/a.png": encoded(pixels(), "PNG")},
    ],
)
def test_check_file__takes_what_teachers_put_into_their_files(parts: dict[str, bytes]):
    assert check_file(office(parts=parts), "a.docx").kind == "docx"


def test_check_file__refuses_entities_in_the_list_of_contents():
    """Ten lines that grow into gigabytes, or read a file of the server."""
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Types>&b;</Types>'
    data = archive({"[Content_Types].xml": entity, "word/document.xml": b"<x/>"})
    assert why_not(data, "a.docx").code is Problem.DAMAGED


@pytest.mark.parametrize(
    "content",
    [
        b'<a xmlns:s="urn:oasis:names:tc:opendocument:xmlns:script:1.0"><s:event-listener s:event-name="x"/></a>',
        b'<a xmlns:x="http://www.w3.org/1999/xlink"><b x:href="vnd.sun.star.script:a.py$b?language=Python"/></a>',
    ],
)
def test_check_file__refuses_an_open_document_that_calls_a_macro(content: bytes):
    data = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})
    assert why_not(data, "a.odt").params == {"what": Active.SCRIPT}


def test_check_file__refuses_a_protected_open_document():
    manifest = b'<m:m xmlns:m="urn:x"><m:file-entry><m:encryption-data/></m:file-entry></m:m>'
    assert why_not(open_document(parts={"META-INF/manifest.xml": manifest}), "a.odt").code is Problem.PROTECTED


def test_check_file__refuses_bombs_in_an_office_file(settings):
    settings.PORTAL_FILE_MAX_UNPACKED = 1_000_000
    assert why_not(office(parts={"word/a.xml": bytes(2_000_000)}), "a.docx").code is Problem.UNPACKS_TOO_BIG
    inner = office("xlsx", {"a.bin": bytes(400_000)})
    many = {f"word/e/{number}.xlsx": inner for number in range(3)}
    assert why_not(office(parts=many), "a.docx").code is Problem.UNPACKS_TOO_BIG
    assert check_file(office(parts={"word/e/1.xlsx": inner}), "a.docx").kind == "docx"

    settings.PORTAL_FILE_MAX_PARTS = 10
    assert why_not(office(parts={f"a{n}": b"" for n in range(9)}), "a.docx").code is Problem.UNPACKS_TOO_BIG


def test_check_file__refuses_parts_that_lie_about_their_size(settings):
    """An archive that declares ten bytes and holds a million."""
    honest = office(parts={"word/a.xml": bytes(1_000_000)})
    lying = honest.replace((1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest

    assert why_not(lying, "a.docx").code is Problem.DAMAGED
    assert check_file(honest, "a.docx").kind == "docx"


def test_check_file__refuses_too_many_bytes_and_says_how_many(settings):
    settings.PORTAL_FILE_MAX_BYTES = 100
    assert why_not(pdf(), "a.pdf").params == {"actual": len(pdf()), "limit": 100}
    settings.PORTAL_FILE_MAX_BYTES = len(pdf())
    assert check_file(pdf(), "a.pdf").kind == "pdf"


# --- Names, folders, sentences


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("..\\..\\windows\\system.txt", "system.txt"),
        ("/etc/passwd.txt", "passwd.txt"),
        ("a\0b.txt", "ab.txt"),
        ("anh\u202etxt.exe.txt", "anhtxt-exe.txt"),
        ("  .txt", "file.txt"),
        ("CON.txt", "con.txt"),
        ("a" * 300 + ".txt", "a" * 40 + ".txt"),
        ("<img src=x onerror=alert(1)>.txt", "img-srcx-onerroralert1.txt"),
    ],
)
def test_check_file__gives_a_name_without_tricks(name: str, stored: str):
    assert check_file(b"x", name).name == stored


@pytest.mark.parametrize(("name", "kind"), [("a.PDF", "pdf"), ("a.tar.gz", "gz"), ("a", ""), ("x\\y.Doc", "doc")])
def test_extension_of__is_the_last_one(name: str, kind: str):
    assert extension_of(name) == kind


def test_door_of__knows_the_folders_that_are_served():
    assert None not in {door_of("documents/a.pdf"), door_of("./original_images/a.png"), door_of("images/a.png")}
    assert door_of("documents") is None
    assert door_of("intake/a.eml") is None


def test_every_problem_has_its_sentence():
    assert set(SENTENCES) == set(Problem)
    assert set(WHAT) == set(Active)
    refusal = why_not(pdf(SCRIPT), "a.pdf")
    assert "%(" not in upload_sentence(refusal)
    assert upload_sentence(why_not(OLE, "a.xls")).count("XLS") == 2
