"""The demonstration's register and journal section, as issue 6 calls them done; loaded through the board's actions."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.utils import timezone

from core.clock import now
from documents.models import (
    Acquaintance,
    ClauseText,
    DocumentLink,
    DutyHolder,
    GuidancePage,
    JournalOutage,
    OfficialDocumentPage,
)
from documents.rules.comparing import ChangeKind
from documents.rules.guidance import Role, Topic
from documents.rules.lines import source_of
from documents.rules.reading import read_regulation
from documents.rules.types import FORMS
from documents.selectors.clauses import address_of_clause
from documents.selectors.editions import changes_of, editions, page_of
from documents.selectors.guidance import guide
from editorial.models import LedgerEntry
from editorial.rules.reasons import CLAUSES
from home import actions as founding
from home.actions import CHARTERS
from home.demo import BUNDLES, DOCUMENTS, JOURNALS, texts
from home.demo import school as demo_school
from home.demo.documents_schema import DemoDocument, own_text
from home.demo.journal_schema import Duties, Steps
from school.models import School
from tests.factories import items
from tests.factories.board import change_charter
from tests.factories.evidence import all_faults
from tests.integration.home.test_demo import NO_DIARY

pytestmark = pytest.mark.django_db

COUNTRIES = ["vn", "ru"]
LEAST_CLAUSES = 6
ROLES = {
    "vn": {Role.DEPUTY, Role.CLASS_TEACHER, Role.SUBJECT_TEACHER, Role.PUPIL, Role.PARENT},
    "ru": set(Role) - {Role.EVERYONE},
}
TOPICS = {
    "vn": set(Topic) - {Topic.OBSERVER, Topic.PRESENCE, Topic.OTHER},
    "ru": set(Topic) - {Topic.OTHER},
}


def every_text(country: str) -> list[tuple[DemoDocument, str]]:
    """Each document with each of its texts, the earlier editions' too."""
    return [
        (document, name)
        for document in DOCUMENTS[country]
        for name in (document.text, *(edition.text for edition in document.later))
        if name
    ]


@pytest.fixture
def loaded(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, country: str) -> str:
    """The demonstration of one country without its articles and reports, its drawings made quickly."""
    monkeypatch.setattr(texts.pictures, "draw", lambda *args, **kwargs: items.png())
    cut = dataclasses.replace(BUNDLES[country], articles=(), categories=(), notices=(), diary=NO_DIARY)
    monkeypatch.setattr(demo_school, "demo_school", lambda country: cut)
    monkeypatch.setattr(demo_school, "report_so_far", lambda *args: None)
    if country == "ru":
        School.objects.update(country="ru", language="ru")
        change_charter(cast, **CHARTERS["ru"])
        monkeypatch.setitem(founding.SECTIONS, "ru", founding.SECTIONS["vn"])  # those that are there
    demo_school.load(country, timezone.localtime(now()), lambda line: None)
    return country


@pytest.mark.parametrize("country", COUNTRIES)
def test_demo__has_what_the_issue_calls_done(loaded: str) -> None:
    """A28, A48, B03, B05, B07, B08, B10, B14, B19, B20, B38, B58, B61: the register and the journal's section.

    Eight documents by clauses, three of them with a second edition worth comparing.
    """
    live = OfficialDocumentPage.objects.live()
    by_clauses = [
        page for page in live if ClauseText.objects.filter(page=page, position__gt=0).count() >= LEAST_CLAUSES
    ]
    twice = [page for page in live if len(editions(page)) == 2]

    assert len(by_clauses) >= 8
    assert len(twice) >= 3
    for page in twice:
        first, second = editions(page)
        kinds = {change.kind for change in changes_of(page_of(first), page_of(second))}
        assert {ChangeKind.CHANGED, ChangeKind.ADDED, ChangeKind.MOVED} <= kinds, page.title
        assert (second.posted_on - first.posted_on).days >= 28
    _assert_messages_lead_home(loaded)
    _assert_standings(loaded)
    _assert_journal_section(loaded)
    assert not OfficialDocumentPage.objects.filter(openness="internal", live=True).exists()
    assert all_faults() == []
    assert not LedgerEntry.objects.filter(at__gt=now()).exists()


def _assert_messages_lead_home(country: str) -> None:
    """Each clause that a message of the board names is in the portal's own regulation."""
    for reason, named in CLAUSES.items():
        assert address_of_clause(getattr(named, country)), f"{reason}: {named}"


def _assert_standings(country: str) -> None:
    """One replaced, one for a year, one partly public, one for comment, one for acquaintance, forms with a clause."""
    live = OfficialDocumentPage.objects.live()
    assert DocumentLink.objects.filter(kind="replaces", source__live=True).exists()
    assert live.filter(expires_on__gt=now().date()).exists()
    assert live.filter(openness="partly_public").exists()
    assert live.filter(standing="for_comment").exclude(superior_number="").exists()
    assert {row.read_at is None for row in Acquaintance.objects.all()} == {True, False}
    assert not live.filter(owner_unit=None).exists()
    for form in live.filter(kind__in=FORMS):
        assert form.links_out.filter(kind="annex_of").exclude(clauses="").exists(), form.title


def _assert_journal_section(country: str) -> None:
    """A page for each role and topic, by clauses that exist."""
    pages = list(GuidancePage.objects.live())

    assert len(pages) == len(JOURNALS[country].pages)
    assert {page.role for page in pages if page.topic in {Topic.INSTRUCTION, Topic.OBSERVER}} == ROLES[country]
    assert {page.topic for page in pages} == TOPICS[country]
    assert DutyHolder.objects.exclude(order=None).count() == len(JOURNALS[country].holders)
    assert JournalOutage.objects.exclude(ended_at=None).count() == 1
    for page in pages:
        read = guide(page, now().date())
        links = [*read.rests_on, *(duty.link for part in read.parts for duty in part.duties or ())]
        missing = [link.clause for link in links if link is None or link.is_missing or link.is_ended]
        assert missing == [], page.title


@pytest.mark.parametrize("country", COUNTRIES)
def test_texts_of_the_demo__are_read_without_a_warning(country: str) -> None:
    """B03: forms alone have no clauses to find."""
    for document, name in every_text(country):
        regulation = read_regulation(source_of(own_text(name)))
        told = () if document.kind in FORMS else regulation.warnings
        assert not told, f"{name}: {told}"


@pytest.mark.parametrize("country", COUNTRIES)
def test_texts_of_the_demo__are_all_in_use(country: str) -> None:
    folder = Path(demo_school.__file__).parent / f"texts_{country}"

    assert {f"texts_{country}/{path.name}" for path in folder.iterdir()} == {name for _row, name in every_text(country)}


@pytest.mark.parametrize("country", COUNTRIES)
def test_instructions_of_the_demo__have_steps_and_duties(country: str) -> None:
    """B05: what to do and by when, for every role."""
    for page in JOURNALS[country].pages:
        kinds = {type(block) for block in page.blocks}
        assert page.topic != Topic.INSTRUCTION or {Steps, Duties} <= kinds, page.title
        assert page.topic != Topic.INSTRUCTION or page.rests_on, page.title
