"""`import_regulation`: what it prints, and that whatever is put in, it answers in one sentence and in time."""

from __future__ import annotations

import io
import json
import time
import unicodedata
import zipfile
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.importing import import_file
from documents.models import OfficialDocumentPage, RegulationImport
from documents.readers.files import read_file
from documents.readers.refusals import SENTENCES, Fault, ReadingRefused
from documents.rules.accounting import is_complete
from documents.rules.vocabulary import AsideReason, Language, WarningCode
from school.models import BoardAppointment
from tests.unit.documents.files import pdf, word
from tests.unit.documents.regulations import RUSSIAN, TEXTS, VIETNAMESE, text_of

SECONDS = 10  # of the processor: what else the machine does is not the reader's doing
PACKED = word(lambda document: document.add_paragraph("1. Общие положения"))
PRINTED = pdf("1\\. Общие положения\n\n1.1. Журнал ведут учителя.")


def run(*words: str | Path) -> str:
    out = io.StringIO()
    with translation.override("en"):
        call_command("import_regulation", *map(str, words), stdout=out)
    return out.getvalue()


def fault_of(data: bytes, name: str) -> str:
    """Why a file is refused; the sentence is there too."""
    with pytest.raises(ReadingRefused) as refusal:
        read_file(data, name)
    assert refusal.value.sentence
    return refusal.value.fault.value


def test_command__prints_the_outline_as_data():
    found = json.loads(run(TEXTS / f"{VIETNAMESE}.txt", "--dry-run", "--json"))
    assert list(found) == [
        "title", "language", "number", "document_type", "cover", "parts", "appendices", "warnings",
    ]  # fmt: skip
    assert found["parts"][11] == {
        "label": "Điều 12",
        "heading": "Quy trình quản lý, xuất bản thông tin trên Cổng thông tin điện tử",
        "clauses": ["2", "2.1", "2.2", "2.3", "2.4", "3", "4"],
    }
    assert {"code": "missing_number", "label": "1", "line": 224} in found["warnings"]


def test_command__prints_tree_warnings_and_what_was_set_aside():
    found = run(TEXTS / f"{RUSSIAN}.txt", "--dry-run")
    assert "    3.2 Пользователи получают реквизиты доступа" in found
    assert "5.6 (line 184)" in found
    assert "hyphen of a broken word: line 166" in found


@pytest.mark.django_db
def test_command__enters_a_draft_for_the_secretary_and_prints_its_address(cast: SimpleNamespace):
    """B03, A48: outline on the output, the address on the error output, where --json is read by programs."""
    out, err = io.StringIO(), io.StringIO()
    call_command("import_regulation", str(TEXTS / f"{RUSSIAN}.txt"), "--json", stdout=out, stderr=err)
    page = OfficialDocumentPage.objects.get()
    assert json.loads(out.getvalue()) == json.loads(run(TEXTS / f"{RUSSIAN}.txt", "--dry-run", "--json"))
    assert err.getvalue().strip().endswith(f"/admin/pages/{page.pk}/edit/")
    assert page.owner == cast.secretary
    assert not page.live
    assert run(TEXTS / f"{RUSSIAN}.txt").strip().endswith("/edit/")


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["toan", "head", "admin", "nobody"])
def test_command__enters_nothing_for_those_who_do_not_register(person: str, cast: SimpleNamespace):
    """A28: the pair; the sentence is the rule's, the code 2."""
    with pytest.raises(CommandError) as refusal:
        run(TEXTS / f"{RUSSIAN}.txt", "--user", person)
    assert refusal.value.returncode == 2
    assert str(refusal.value)
    assert not OfficialDocumentPage.objects.exists()
    assert not RegulationImport.objects.exists()


@pytest.mark.django_db
def test_command__says_when_no_secretary_is_in_office(cast: SimpleNamespace):
    """A28"""
    BoardAppointment.objects.filter(post=BoardAppointment.Post.SECRETARY).delete()
    with pytest.raises(CommandError, match="--user") as refusal:
        run(TEXTS / f"{RUSSIAN}.txt")
    assert refusal.value.returncode == 2


@pytest.mark.parametrize("name", ["none.txt", "", "folder.txt"])
def test_command__names_a_file_it_cannot_open(name, tmp_path):
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(CommandError) as refusal:
        run(tmp_path / name, "--dry-run")
    assert refusal.value.returncode == 1


def test_command__takes_the_language_it_is_given(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1. Один\n1.1. Два", encoding="utf-8")
    assert json.loads(run(path, "--dry-run", "--json"))["language"] == "ru"
    assert json.loads(run(path, "--dry-run", "--json", "--language", "vi"))["language"] == "vi"


def test_command__says_when_there_is_nothing_to_say(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("ПОЛОЖЕНИЕ\n\n1. Один\n1.1. Два слова.", encoding="utf-8")
    found = run(path, "--dry-run")
    assert "Nothing to look at." in found
    assert "Nothing was set aside." in found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_text__is_read_in_the_alphabets_of_its_country(encoding):
    text = text_of(RUSSIAN).replace("ѐ", "ё").replace("\u0450", "ё")
    regulation = import_file(text.encode(encoding, "replace"), "a.txt")
    assert regulation.card.title.startswith("ПОЛОЖЕНИЕ об электронном журнале")
    guessed = [one.label for one in regulation.warnings if one.code is WarningCode.GUESSED_ENCODING]
    assert guessed == ([encoding] if encoding in {"cp1251", "utf-16-le", "utf-16-be"} else [])


def with_tone_apart(letter: str) -> str:
    """ "ế" as "ê" and a mark, as that alphabet writes it."""
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones)) + tones


def test_text__in_the_older_vietnamese_alphabet_is_read():
    text = "QUY CHẾ\n\nĐiều 1. Phạm vi áp dụng\n\n1. Quy chế này quy định hoạt động của trường."
    regulation = import_file("".join(map(with_tone_apart, text)).encode("cp1258"), "a.txt", Language.VI)
    assert regulation.root.of_kind("article")[0].heading == "Phạm vi áp dụng"


def test_text__invisible_signs_are_set_aside():
    regulation = import_file("1. Об\u200bщие по\u00adложения".encode(), "a.md")
    assert [one.reason for one in regulation.asides] == [AsideReason.INVISIBLE] * 2
    assert regulation.root.of_kind("section")[0].heading == "Общие положения"


def test_text__a_form_feed_begins_a_page():
    assert [line.page for line in read_file("Один\n\fДва\n".encode(), "a.txt").lines] == [1, 2, 2]


@pytest.mark.parametrize(
    ("data", "name", "fault"),
    [
        (b"", "a.txt", Fault.EMPTY),
        (b" \n\n", "a.md", Fault.EMPTY),
        (b"a\0b", "a.txt", Fault.NOT_TEXT),
        (b"\x89PNG\r\n\x1a\n", "a.txt", Fault.NOT_TEXT),
        (b"\xff\xfe\x00", "a.txt", Fault.ALPHABET),
        (b"x" * 10_000_000, "a.txt", Fault.LONG_LINE),
        (b"x\n" * 40_000, "a.txt", Fault.TOO_LONG),
        (b"x" * 13_000_000, "a.txt", Fault.TOO_BIG),
        (b"x", "a.exe", Fault.KIND),
        (b"x", "", Fault.KIND),
    ],
)
def test_file__is_refused_with_its_reason(data, name, fault):
    started = time.process_time()
    assert fault_of(data, name) == fault
    assert time.process_time() - started < SECONDS


def test_every_fault_has_a_sentence():
    assert set(SENTENCES) == set(Fault)


def test_zip_bomb__is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(4):
            bomb.writestr(f"word/{number}.xml", b"0" * 100_000_000)
    assert fault_of(out.getvalue(), "a.docx") == "unpacks_too_big"


def tolerated(data: bytes, name: str) -> bool:
    """Whether it is read without loss, or refused in a sentence; nothing else, and without hanging (10 s, issue 6)."""
    started = time.process_time()
    with suppress(ReadingRefused):
        regulation = import_file(data, name)
        assert is_complete(regulation.source, regulation.asides, regulation.root)
    return time.process_time() - started < SECONDS


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.docx", "a.pdf"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_bytes__are_read_or_refused(data, name):
    assert tolerated(data, name)


@given(st.floats(0, 1), st.integers(0, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_damaged_file__is_read_or_refused(place, value):
    for data, name in ((PACKED, "a.docx"), (PRINTED, "a.pdf")):
        at = int(place * (len(data) - 1))
        assert tolerated(data[:at], name)
        assert tolerated(data[:at] + bytes([value]) + data[at + 1 :], name)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 50_000,
        "." * 49_999 + "x",
        "- " * 25_000,
        "|" * 50_000,
        "\t" * 49_999 + "x",
        " " * 49_999 + "|",
        "1." * 25_000,
        "((((" * 12_000,
        "электрон- " * 5_000,
        "Директор" + "А" * 40_000,
        "#" * 50_000,
        "**" * 25_000,
    ],
)
def test_longest_line__takes_no_longer_than_others(text):
    assert tolerated(f"ПОЛОЖЕНИЕ\n1. Один\n{text}\n1.1. Два.".encode(), "a.md")


@pytest.mark.parametrize(
    "line", ["abc", "1. Один", "1.1. Один", "- один", "Điều 3. Một", "| a | b |", "а) один", "Приложение № 1", "a\tb"]
)
def test_most_lines__take_no_longer_than_others(line):
    assert tolerated((f"{line}\n" * 15_000).encode(), "a.txt")
