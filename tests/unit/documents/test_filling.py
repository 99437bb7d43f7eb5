"""The fields of the register as far as a file tells them, and a file of two documents parted in two (A48)."""

from __future__ import annotations

import datetime

import pytest

from documents.rules.cards import Approval, Card
from documents.rules.corrections import Act, Corrections, Said, correction_of
from documents.rules.filling import FilledApproval, filled, filled_in_two
from documents.rules.lines import source_of
from documents.rules.reading import Regulation, read_regulation
from documents.rules.registering import ApprovalKind
from documents.rules.splitting import in_two
from documents.rules.vocabulary import Language, NodeKind
from documents.rules.writing import read_text_again
from tests.unit.documents.regulations import RUSSIAN, VIETNAMESE, read, text_of
from tests.unit.documents.test_corrections import opens


def of(card: Card, language: Language = Language.VI) -> Regulation:
    """A regulation that says this of itself."""
    root = read("1. a").root
    return Regulation(language, root, card, None, (), (), source_of(""))


def test_order__gives_number_day_and_signer_to_what_it_puts_into_force():
    """A48: as one document, and as two."""
    regulation = read(text_of(VIETNAMESE))
    whole = filled(regulation)
    assert (whole.kind, whole.number, whole.symbol) == ("quy_che", "198", "QĐ-THPT ĐT")
    assert whole.issued_on == datetime.date(2023, 9, 22)
    order, annexed = filled_in_two(regulation)
    assert (order.kind, order.number) == ("quyet_dinh", "198")
    assert (annexed.kind, annexed.number, annexed.symbol, annexed.bases) == ("quy_che", "", "", ())
    assert annexed.issued_on == order.issued_on
    assert order.bases
    assert not any(basis.endswith((";", ",", ".")) for basis in order.bases)


@pytest.mark.parametrize(
    ("post", "authority", "shown"),
    [
        ("HIỆU TRƯỞNG", "", "HIỆU TRƯỞNG"),
        ("KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG", "KT.", "PHÓ HIỆU TRƯỞNG"),
        ("TM. HỘI ĐỒNG", "TM.", "HỘI ĐỒNG"),
        ("TL. GIÁM ĐỐC", "TL.", "GIÁM ĐỐC"),
    ],
)
def test_signer__has_his_right_to_sign_apart_from_his_post(post, authority, shown):
    """A48"""
    found = filled(of(Card(signer_post=post, signer="Lê Văn An")))
    assert (found.signer_authority, found.signer_post, found.signer_name) == (authority, shown, "Lê Văn An")


@pytest.mark.parametrize(
    ("signer", "post", "name"),
    [
        ("Директор школы И.И. Иванов", "Директор школы", "И.И. Иванов"),
        ("Директор Иванов И.И.", "Директор", "Иванов И.И."),
        ("Директор", "Директор", ""),
        ("", "", ""),
    ],
)
def test_signer__of_a_russian_order_is_parted_into_post_and_name(signer, post, name):
    """A48"""
    found = filled(of(Card(signer=signer), Language.RU))
    assert (found.signer_post, found.signer_name) == (post, name)


@pytest.mark.parametrize(
    ("words", "approval"),
    [
        (
            "РАССМОТРЕНО педагогическим советом, протокол от 30.08.2024 № 1",
            FilledApproval(ApprovalKind.CONSIDERED, "педагогическим советом", "протокол", "1", None),
        ),
        (
            "УТВЕРЖДЕНО приказом директора от 02.09.2024 № 126",
            FilledApproval(ApprovalKind.APPROVED, "директора", "приказом", "126", None),
        ),
        ("СОГЛАСОВАНО: Советом родителей", FilledApproval(ApprovalKind.AGREED, "Советом родителей", "", "", None)),
        ("ПРИНЯТО", FilledApproval(ApprovalKind.ADOPTED, "", "", "", None)),
    ],
)
def test_approval__is_a_line_of_the_block(words, approval):
    """A48"""
    block = Approval(words, approval.number)
    assert filled(of(Card(approvals=(block,)), Language.RU)).approvals == (approval,)


def test_approval__of_another_kind_is_left_to_the_person():
    """A48: the pair; nothing is guessed."""
    assert filled(of(Card(approvals=(Approval("ОДОБРЕНО советом"),)), Language.RU)).approvals == ()


@pytest.mark.parametrize(
    ("title", "kind", "shown", "code"),
    [
        ("QUY CHẾ Hoạt động", "quy chế", "Quy chế Hoạt động", "quy_che"),
        ("QUY CHẾ HOẠT ĐỘNG", "quy chế", "QUY CHẾ HOẠT ĐỘNG", "quy_che"),
        ("Quy chế hoạt động", "quy chế", "Quy chế hoạt động", "quy_che"),
        ("NỘI QUY Thư viện", "nội quy", "Nội quy Thư viện", ""),
        ("", "", "", ""),
    ],
)
def test_title__does_not_shout(title, kind, shown, code):
    """A48: a kind that is not in the list of types is left open."""
    found = filled(of(Card(title=title, kind=kind)))
    assert (found.title, found.kind) == (shown, code)


def test_fields__are_no_longer_than_the_register_takes():
    """A48"""
    long = "x" * 1000
    found = filled(of(Card(title=long, number=long, symbol=long, issuer=long, bases=(long,))))
    assert [len(one) for one in (found.title, found.number, found.symbol, found.issuing_body, *found.bases)] == [
        255, 30, 40, 200, 500,
    ]  # fmt: skip


def test_certificate__is_taken_from_the_stamp():
    """A48: a day that no calendar has stays empty."""
    stamp = (("certificate", "00AB"), ("owner", "Иванов"), ("valid_from", "05.09.2024"), ("valid_to", "31.02.2025"))
    found = filled(of(Card(stamp=stamp), Language.RU))
    assert (found.certificate_number, found.certificate_owner) == ("00AB", "Иванов")
    assert (found.certificate_from, found.certificate_to) == (datetime.date(2024, 9, 5), None)
    assert filled(read(text_of(RUSSIAN))).title


def test_file_of_two_documents__is_parted_without_losing_a_line():
    """A48: what was said of a line goes with it; the border itself is no correction any more."""
    text = "ПРИКАЗ\n\n1. Утвердить.\n2. Хранить.\n\nПравила школы\n1. Общее\n1.1. Правила знают.\n1.1. И чтут."
    source = source_of(text)
    said = ((6, opens(NodeKind.BODY)), (4, Said(Act.ASIDE)), (9, opens(NodeKind.CLAUSE, "1.2")))
    lines = tuple(one for line, what in said if (one := correction_of(source, line, what)))
    corrections = Corrections(lines)
    regulation = read_regulation(source, None, lines)

    order, annexed = in_two(text, corrections, regulation)

    assert f"{order.text}\n\n{annexed.text}" == text
    assert [(one.words, one.said.act) for one in order.corrections.lines] == [("2. Хранить.", Act.ASIDE)]
    assert [one.said.label for one in annexed.corrections.lines] == ["1.2"]
    found = read_text_again(
        annexed.text,
        {"lines": [{"words": "1.1. И чтут.", "again": 1, "act": "opens", "kind": "clause", "label": "1.2"}]},
    )
    assert [part.label for part in found.root.of_kind(NodeKind.CLAUSE)] == ["1.1", "1.2"]
