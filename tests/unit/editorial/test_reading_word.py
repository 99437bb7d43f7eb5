"""Word files that are dropped in: what is taken over, and what no hostile one can do (A60)."""

from __future__ import annotations

import contextlib
import random

import pytest

from editorial.intake import docx
from editorial.intake.docx import read_docx
from editorial.intake.reading import MAX_PARTS, Doubt, Found, Trouble, Unreadable
from tests.unit.editorial.mails import document, package, word

PICTURE = b"\x89PNG\r\n\x1a\n..."
ENTITIES = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def trouble(data: bytes) -> Trouble:
    """Why a Word file cannot be read."""
    with pytest.raises(Unreadable) as refusal:
        read_docx(data)
    return refusal.value.trouble


def test_read_docx__takes_over_title_paragraphs_and_pictures_in_order():
    found = read_docx(
        word("Hội khỏe", "", "Có 500 học sinh.", title="Tin Hội khỏe", pictures={"b.png": PICTURE, "a.png": b"2"})
    )
    assert (found.subject, found.text) == ("Tin Hội khỏe", "Hội khỏe\n\nCó 500 học sinh.")
    assert [(part.name, part.data) for part in found.parts] == [("b.png", PICTURE), ("a.png", b"2")]
    assert found.doubts == ()


def test_read_docx__without_a_title_the_first_paragraph_is_the_subject():
    assert read_docx(word("Hội khỏe", "Chữ")).subject == "Hội khỏe"


def test_read_docx__tables_are_flat_and_said_to_be():
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Lớp", "Giải"))
    found = read_docx(package(document(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), {}))
    assert found.text == "Lớp\n\nGiải"
    assert found.doubts == (Doubt.TABLES_FLAT,)


def test_read_docx__copies_for_old_programs_are_not_read_twice():
    run = "<w:p><w:r><w:t>Khung</w:t></w:r></w:p>"
    both = f"<mc:Choice>{run}</mc:Choice><mc:Fallback>{run}</mc:Fallback>"
    box = f"<w:p><mc:AlternateContent>{both}</mc:AlternateContent></w:p>"
    assert read_docx(package(document(box), {})).text == "Khung"


def test_read_docx__a_picture_shown_twice_is_one_and_a_linked_one_is_not_fetched():
    links = (
        '<Relationships xmlns="x"><Relationship Id="rId0" Target="media/a.png"/>'
        '<Relationship Id="rId1" Target="https://spy.example/x.png" TargetMode="External"/>'
        '<Relationship Id="rId2" Target="../../../etc/passwd"/></Relationships>'
    )
    shown = "".join(f'<a:blip r:embed="rId{number}"/>' for number in (0, 0, 1, 2, 9))
    data = package(document(shown), {"a.png": PICTURE}, parts={"word/_rels/document.xml.rels": links})
    assert [part.name for part in read_docx(data).parts] == ["a.png"]


@pytest.mark.parametrize("declaration", [ENTITIES, LAUGHS])
def test_read_docx__entities_are_refused(declaration: str):
    for name in ("word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"):
        text = declaration + document("<w:p/>")
        assert trouble(package(document("<w:p/>"), {}, "t", {name: text})) is Trouble.ENTITIES
        hidden = text.encode("utf-16")
        assert trouble(package(document("<w:p/>"), {}, "t", {name: hidden})) in {Trouble.ENTITIES, Trouble.DAMAGED}


def test_read_docx__bombs_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx, "MAX_XML", 50_000)
    assert trouble(word("x" * 60_000)) is Trouble.UNPACKS_TOO_BIG
    monkeypatch.setattr(docx, "MAX_UNPACKED", 40_000)
    assert trouble(word("x", pictures={"a.png": b"0" * 50_000})) is Trouble.UNPACKS_TOO_BIG
    assert isinstance(read_docx(word("x", pictures={"a.png": b"0" * 500})), Found)


def test_read_docx__a_size_that_lies_is_found_out(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(docx, "MAX_UNPACKED", 60_000)
    shown = {f"{number}.png": b"0" * 30_000 for number in range(3)}
    monkeypatch.setattr(docx, "_demand_bearable", lambda package: None)  # as if its list of sizes had lied
    assert trouble(word("x", pictures=shown)) is Trouble.UNPACKS_TOO_BIG


def test_read_docx__too_many_entries_are_refused_and_many_pictures_cut(monkeypatch: pytest.MonkeyPatch):
    found = read_docx(word("x", pictures={f"{number}.png": b"1" for number in range(MAX_PARTS + 1)}))
    assert len(found.parts) == MAX_PARTS
    assert Doubt.PARTS_LEFT_OUT in found.doubts
    monkeypatch.setattr(docx, "MAX_ENTRIES", 10)
    assert trouble(word("x", pictures={f"{number}.png": b"1" for number in range(20)})) is Trouble.TOO_MANY_PARTS


def test_read_docx__what_is_no_word_file_is_refused():
    assert trouble(b"") is Trouble.EMPTY
    assert trouble(b"PK\x03\x04 and no more") is Trouble.DAMAGED
    assert trouble(b"plain words") is Trouble.DAMAGED
    assert trouble(docx.OLD_OFFICE + b"\0" * 600) is Trouble.PROTECTED
    assert trouble(package("<not xml", {})) is Trouble.DAMAGED


def test_read_docx__deep_nesting_is_walked():
    deep = "<w:sdt>" * 3_000 + "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>" + "</w:sdt>" * 3_000
    assert read_docx(package(document(deep), {})).text == "đáy"


def test_read_docx__scrambled_files_are_read_or_refused():
    dice = random.Random(4)
    whole = word("Hội khỏe", "Chữ", title="t", pictures={"a.png": PICTURE * 20})
    for _ in range(200):
        broken = bytearray(whole)
        for _ in range(dice.randrange(1, 12)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with contextlib.suppress(Unreadable):
            assert isinstance(read_docx(bytes(broken)), Found)
