"""The register's rules: who enters, what may be public, what contradicts itself, what a document is worth."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from core.rules.answers import ALLOWED, Refused
from documents.rules.registering import (
    Contradiction,
    Openness,
    RegisterFacts,
    contradictions,
    may_be_public,
    may_register,
)
from documents.rules.types import TYPES, TypeGroup, shown_number, type_name, types_of
from documents.rules.validity import Ending, Validity, ValidityFacts, validity
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import may_edit_text
from editorial.rules.facts import Item
from editorial.rules.people import Actor
from editorial.rules.reasons import Reason
from editorial.rules.routes import plan, route
from editorial.rules.vocabulary import HEAD_CLASSES, ContentClass, Post, PublicState, RoundKind, Stage, WorkState

DAY = datetime.date(2026, 9, 1)
BEFORE, AFTER = DAY - datetime.timedelta(days=1), DAY + datetime.timedelta(days=1)
VIETNAM, RUSSIA = CharterRules(), CharterRules(has_editing_stage=False)
BY_DEPUTIES = CharterRules(deputies_release_documents=True)


def person(*posts: Post, **facts) -> Actor:
    return Actor(id=1, posts=frozenset(posts), **facts)


@pytest.mark.parametrize(
    ("posts", "charter", "may"),
    [
        ((Post.SECRETARY,), VIETNAM, True),
        ((Post.DEPUTY,), VIETNAM, False),
        ((Post.HEAD,), VIETNAM, False),
        ((), VIETNAM, False),
        ((Post.DEPUTY,), RUSSIA, True),
        ((Post.EDITOR,), RUSSIA, False),
    ],
)
def test_may_register__is_the_secretarys_and_in_russia_the_deputies_too(posts, charter, may):
    """A28."""
    assert bool(may_register(person(*posts), charter)) is may


@pytest.mark.parametrize(("is_document", "may"), [(True, True), (False, False)])
def test_deputy__goes_on_with_the_document_he_registered_and_with_no_article(is_document, may):
    """002 §3.3: he is of no unit that the register belongs to."""
    item = Item(WorkState.DRAFT, PublicState.NEVER, 5, ContentClass.ORDINARY, owner_id=1, is_document=is_document)

    assert bool(may_edit_text(person(Post.DEPUTY), item)) is may


def test_may_register__refuses_the_technical_administrator_and_a_closed_account():
    assert may_register(person(Post.SECRETARY, is_technical=True), VIETNAM) == Refused(Reason.TECHNICAL_ROLE)
    assert may_register(person(Post.SECRETARY, is_active=False), VIETNAM) == Refused(Reason.INACTIVE)


@pytest.mark.parametrize(
    ("openness", "has_files", "answer"),
    [
        (Openness.PUBLIC, True, ALLOWED),
        (Openness.PARTLY, False, ALLOWED),
        (Openness.PARTLY, True, Refused(Reason.DOCUMENT_PARTLY)),
        (Openness.INTERNAL, False, Refused(Reason.DOCUMENT_INTERNAL)),
        (Openness.INTERNAL, True, Refused(Reason.DOCUMENT_INTERNAL)),
    ],
)
def test_may_be_public__refuses_what_is_internal_and_whole_files_of_what_is_partly_public(openness, has_files, answer):
    assert may_be_public(RegisterFacts(openness=openness, has_files=has_files)) == answer


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"issued_on": DAY, "effective_on": BEFORE}, Contradiction.EFFECTIVE_BEFORE_ISSUED),
        ({"issued_on": DAY, "expires_on": BEFORE}, Contradiction.EXPIRES_BEFORE_ISSUED),
        ({"effective_on": DAY, "expires_on": BEFORE}, Contradiction.EXPIRES_BEFORE_EFFECTIVE),
        ({"certificate_from": DAY, "certificate_to": BEFORE}, Contradiction.CERTIFICATE_ENDS_FIRST),
        ({"override": "expired", "override_reason": "  "}, Contradiction.OVERRIDE_WITHOUT_REASON),
    ],
)
def test_contradictions__are_named(facts, found):
    assert list(contradictions(RegisterFacts(**facts))) == [found]


def test_contradictions__none_where_days_follow_or_are_not_known():
    assert list(contradictions(RegisterFacts())) == []
    good = {"issued_on": DAY, "effective_on": DAY, "expires_on": AFTER, "override": "partly", "override_reason": "x"}
    assert list(contradictions(RegisterFacts(**good))) == []


@pytest.mark.parametrize(
    ("facts", "worth"),
    [
        ({}, Validity.IN_FORCE),
        ({"issued_on": DAY}, Validity.IN_FORCE),
        ({"issued_on": AFTER}, Validity.NOT_YET),
        ({"issued_on": BEFORE, "effective_on": AFTER}, Validity.NOT_YET),
        ({"expires_on": BEFORE}, Validity.EXPIRED),
        ({"expires_on": DAY}, Validity.IN_FORCE),
        ({"endings": (Ending(DAY),)}, Validity.EXPIRED),
        ({"endings": (Ending(None),)}, Validity.EXPIRED),
        ({"endings": (Ending(AFTER),)}, Validity.IN_FORCE),
        ({"endings": (Ending(BEFORE, "Điều 3"),)}, Validity.PARTLY),
        ({"endings": (Ending(BEFORE, "Điều 3"), Ending(DAY))}, Validity.EXPIRED),
        ({"endings": (Ending(AFTER, "Điều 3"),)}, Validity.IN_FORCE),
        ({"expires_on": BEFORE, "override": Validity.SUSPENDED}, Validity.SUSPENDED),
        ({"issued_on": DAY, "is_draft": True}, Validity.DRAFT),
        ({"is_draft": True, "override": Validity.SUSPENDED}, Validity.SUSPENDED),
    ],
)
def test_validity__follows_days_and_links_unless_a_person_says_otherwise(facts, worth):
    """A52, B38."""
    assert validity(ValidityFacts(**facts), DAY) is worth


def test_types__are_the_29_of_the_decree_with_their_abbreviations():
    """A48: compared with the list of Nghị định 30/2020 where the copy of the facts is at hand."""
    administrative = [row for row in TYPES.values() if row.group is TypeGroup.ADMINISTRATIVE]
    assert len(administrative) == 29
    assert {row.abbreviation for row in administrative if row.code in {"quyet_dinh", "quy_dinh"}} == {"QĐ", "QyĐ"}
    assert [row.abbreviation for row in administrative if row.code in {"cong_van", "thu_cong"}] == ["", ""]
    facts = Path(__file__).resolve().parents[4] / "shared" / "domain" / "doctypes_vn.csv"
    if facts.exists():
        with facts.open(encoding="utf-8") as rows:
            named = {row["name"].replace(" (cá biệt)", ""): row["abbr"] for row in csv.DictReader(rows)}
        assert {row.name: row.abbreviation for row in administrative} == named


def test_types_of__offers_each_country_its_own():
    assert {row.country for row in types_of("ru")} == {"ru"}
    assert "Положение" in {row.name for row in types_of("ru")}
    assert type_name("quy_che") == "Quy chế"
    assert type_name("gone") == "gone"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("198", "QĐ-THPT", "vn"), "198/QĐ-THPT"),
        (("198", "", "vn"), "198"),
        (("", "", "vn"), ""),
        (("01-30/126", "", "ru"), "№ 01-30/126"),
        (("", "x", "ru"), ""),
    ],
)
def test_shown_number__as_people_write_it(given, shown):
    assert shown_number(*given) == shown


@pytest.mark.parametrize("content_class", list(ContentClass))
def test_route_of_a_document__is_the_heads_unless_the_charter_delegates(content_class):
    """Rule 2 of the chain, Đ14.2."""
    assert route(content_class, VIETNAM, is_document=True) == (Stage.HEAD,)
    delegated = (Stage.HEAD,) if content_class in HEAD_CLASSES else (Stage.DEPUTY,)
    assert route(content_class, BY_DEPUTIES, is_document=True) == delegated


@pytest.mark.parametrize("kind", [RoundKind.FULL, RoundKind.CORRECTION, RoundKind.REFUSAL])
def test_plan_of_a_document__has_one_stage_whatever_the_round(kind):
    facts = {"kind": kind, "content_class": ContentClass.ORDINARY, "editors_available": True}
    assert plan(**facts, charter=VIETNAM, deputies_available=True, is_document=True).stages == (Stage.HEAD,)
    assert plan(**facts, charter=BY_DEPUTIES, deputies_available=True, is_document=True).stages == (Stage.DEPUTY,)
    assert plan(**facts, charter=BY_DEPUTIES, deputies_available=False, is_document=True).stages == (Stage.HEAD,)


def test_plan_of_a_returned_document__skips_nothing():
    planned = plan(
        kind=RoundKind.FULL,
        content_class=ContentClass.ORDINARY,
        charter=VIETNAM,
        deputies_available=True,
        editors_available=True,
        reenters_at_head=True,
        is_document=True,
    )
    assert planned.stages == (Stage.HEAD,)
    assert planned.skipped == ()
