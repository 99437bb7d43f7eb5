"""Which documents belong to a section of the register (A04, B06, B09, B39)."""

import pytest

from documents.rules.collections import (
    BELONGING,
    LOCAL_ACTS,
    ORDERS,
    PROGRAMMES,
    STATE_TYPES,
    CollectionKind,
    Issuer,
    is_own_body,
    issuer_of,
)
from documents.rules.registering import Field
from documents.rules.types import TYPES

SCHOOL = ("Trường THPT Suối Mơ", "THPT Suối Mơ")


@pytest.mark.parametrize(
    ("kind", "field", "issuer", "taken"),
    [
        (CollectionKind.LAW, "teaching", Issuer.SUPERIOR, True),
        (CollectionKind.LAW, "teaching", Issuer.SCHOOL, False),
        (CollectionKind.LEARNING, "teaching", Issuer.SCHOOL, True),
        (CollectionKind.LEARNING, "upbringing", Issuer.SCHOOL, False),
        (CollectionKind.UPBRINGING, "upbringing", Issuer.SUPERIOR, True),
        (CollectionKind.UPBRINGING, "teaching", Issuer.SUPERIOR, False),
        (CollectionKind.CURRICULA, "curriculum", Issuer.SCHOOL, True),
        (CollectionKind.CURRICULA, "teaching", Issuer.SCHOOL, False),
    ],
)
def test_belonging__by_field_and_issuer(kind: CollectionKind, field: str, issuer: Issuer, taken: bool):
    """A04, B06, B39."""
    assert BELONGING[kind].takes(field, "thong_bao", issuer) is taken


def test_local_acts__are_the_schools_own_rules_and_orders():
    """B09."""
    local = BELONGING[CollectionKind.LOCAL_ACTS]

    assert local.takes("other", "quy_che", Issuer.SCHOOL)
    assert local.takes("other", "prikaz", Issuer.SCHOOL)
    assert not local.takes("other", "thong_bao", Issuer.SCHOOL)
    assert not local.takes("other", "quy_che", Issuer.SUPERIOR)


def test_work_programme__is_a_curriculum_whatever_its_field():
    """B39."""
    assert BELONGING[CollectionKind.CURRICULA].takes(Field.TEACHING, "rabochaya_programma", Issuer.SCHOOL)


def test_types_of_the_rules__are_types_of_the_register():
    assert set(TYPES) >= LOCAL_ACTS | ORDERS | PROGRAMMES | STATE_TYPES


def test_every_section__says_what_belongs_to_it():
    assert set(BELONGING) == set(CollectionKind)


@pytest.mark.parametrize(
    ("body", "is_own"),
    [
        ("Trường THPT Suối Mơ", True),
        ("TRƯỜNG THPT SUỐI MƠ", True),
        ("Hiệu trưởng trường THPT Suối Mơ", True),
        ("Truong THPT Suoi Mo", True),
        ("Sở Giáo dục và Đào tạo", False),
        ("Trường THPT Suối Mơ Hai", True),
        ("THPT Suối Mới", False),
        ("", False),
    ],
)
def test_own_body__bears_a_name_of_the_school_as_whole_words(body: str, is_own: bool):
    assert is_own_body(body, SCHOOL) is is_own


def test_own_body__is_none_of_a_school_without_a_name():
    assert not is_own_body("Sở Giáo dục", ("", " "))


def test_issuer__of_a_law_is_the_state_whoever_is_written():
    assert issuer_of("federalny_zakon", SCHOOL[0], SCHOOL) is Issuer.SUPERIOR
    assert issuer_of("quy_che", SCHOOL[0], SCHOOL) is Issuer.SCHOOL
    assert issuer_of("cong_van", "Sở Giáo dục", SCHOOL) is Issuer.SUPERIOR
