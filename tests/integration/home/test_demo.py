"""The demonstration school: each item reaches its fate through the board's own actions."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from core.clock import now
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.vocabulary import PublicState, WorkState
from home.actions import CHARTERS
from home.demo import BUNDLES, texts
from home.demo import school as demo_school
from home.demo.events import Diary
from home.demo.fates import walk_to_fate
from home.demo.plans import DemoDiary, DemoTheme
from home.demo.schema import PUBLIC_FATES, DemoArticle, DemoBundle, Fate
from home.demo.walking import Stage, Walk, waking
from home.management.commands import load_demo
from news.models import Category, NewsPage
from news.selectors import current_notices
from school.models import School
from tests.factories import items
from tests.factories.board import change_charter, join_the_board, leave_the_board
from tests.factories.evidence import all_faults, facts

pytestmark = pytest.mark.django_db

SHORT = 3
NO_DIARY = DemoDiary((), ("…",) * 12, (), DemoTheme("…", ""), DemoTheme("…", ""))
W, P = WorkState, PublicState
REACHED: dict[Fate, tuple[WorkState, PublicState]] = {
    Fate.DRAFT: (W.DRAFT, P.NEVER),
    Fate.SUBMITTED: (W.SUBMITTED, P.NEVER),
    Fate.IN_EDITING: (W.IN_EDITING, P.NEVER),
    Fate.AWAITING_DEPUTY: (W.AWAITING_DEPUTY, P.NEVER),
    Fate.AWAITING_HEAD: (W.AWAITING_HEAD, P.NEVER),
    Fate.RETURNED_TO_UNIT: (W.RETURNED, P.NEVER),
    Fate.RETURNED_BY_DEPUTY: (W.IN_EDITING, P.NEVER),
    Fate.REFUSED: (W.REFUSED, P.NEVER),
    Fate.APPROVED: (W.APPROVED, P.NEVER),
    Fate.SCHEDULED: (W.SCHEDULED, P.NEVER),
    Fate.PUBLISHED: (W.PUBLISHED, P.POSTED),
    Fate.PUBLISHED_AFTER_RETURN: (W.PUBLISHED, P.POSTED),
    Fate.PUBLISHED_CORRECTED: (W.PUBLISHED, P.UPDATED),
    Fate.PUBLISHED_UPDATED: (W.PUBLISHED, P.UPDATED),
    Fate.APPROVE_AND_POST: (W.PUBLISHED, P.POSTED),
    Fate.HIDDEN: (W.PUBLISHED, P.HIDDEN),
    Fate.TAKEN_DOWN: (W.PUBLISHED, P.TAKEN_DOWN),
    Fate.RESTORED: (W.PUBLISHED, P.POSTED),
    Fate.WITHDRAWN: (W.WITHDRAWN, P.NEVER),
}
# Without an editing stage there is nothing between the author's draft and the deputy.
RUSSIAN = {
    **REACHED,
    Fate.SUBMITTED: REACHED[Fate.DRAFT],
    Fate.IN_EDITING: REACHED[Fate.DRAFT],
    Fate.WITHDRAWN: REACHED[Fate.DRAFT],
    Fate.RETURNED_BY_DEPUTY: REACHED[Fate.RETURNED_TO_UNIT],
}


@pytest.fixture(autouse=True)
def _quick_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing is tested elsewhere and takes seconds."""
    monkeypatch.setattr(texts.pictures, "draw", lambda *args, **kwargs: items.png())


@pytest.fixture
def demo_allowed(db: None, settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """PORTAL_DEMO=1 and, for the command, an empty database."""
    settings.PORTAL_DEMO = True
    monkeypatch.setattr(load_demo.School.objects, "exists", lambda: False)
    Category.objects.all().delete()


def one_per_fate(bundle: DemoBundle) -> Iterator[DemoArticle]:
    """The first article of every fate, its text cut short."""
    for fate in Fate:
        article = next(row for row in bundle.articles if row.fate is fate)
        yield dataclasses.replace(article, blocks=article.blocks[:SHORT])


def reached(articles: list[DemoArticle]) -> dict[Fate, tuple[WorkState, PublicState]]:
    """Where the item of each article stands."""
    records = {record.title: record for record in EditorialRecord.objects.all()}
    return {article.fate: (records[article.title].work, records[article.title].public) for article in articles}


def test_load_demo__walks_every_item_to_its_fate(
    cast: SimpleNamespace, demo_allowed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A57, A61: nothing in the demonstration was put online past the board."""
    articles = list(one_per_fate(BUNDLES["vn"]))
    cut = dataclasses.replace(BUNDLES["vn"], articles=tuple(articles), diary=NO_DIARY)
    monkeypatch.setattr(demo_school, "demo_school", lambda country: cut)
    out = io.StringIO()

    call_command("load_demo", country="vn", stdout=out)

    assert "the demonstration school is ready" in out.getvalue()
    assert reached(articles) == REACHED
    assert NewsPage.objects.live().count() == len([row for row in articles if row.fate in PUBLIC_FATES])
    assert len(current_notices()) == 1
    assert all_faults() == []
    assert not LedgerEntry.objects.filter(at__gt=now()).exists()


def test_walk__reaches_every_fate_in_the_russian_practice(cast: SimpleNamespace) -> None:
    """A61: author, deputy of the field, director."""
    change_charter(cast, **CHARTERS["ru"])
    leave_the_board(cast, "deputy1", "deputy2")
    join_the_board(cast, "deputy1", "deputy", units=[cast.unit.toan], starts_on=items_began())
    articles = [
        dataclasses.replace(article, unit="toan", author="toan", co_units=()) for article in one_per_fate(BUNDLES["ru"])
    ]
    today = timezone.localtime(now())
    stage = Stage(
        people=vars(cast),
        units=vars(cast.unit),
        editor_of={"deputy:toan": "deputy1"},
        now=today,
        has_editing_stage=False,
        diary=Diary(cast.school, vars(cast.unit), cast.deputy1, waking(today).date(), today),
    )

    for article in articles:
        walk_to_fate(Walk(stage, article))

    assert reached(articles) == RUSSIAN
    assert all_faults() == []


def items_began() -> object:
    """Before the oldest item of the demonstration."""
    return now().date() - timezone.timedelta(days=400)


def test_load_demo__is_refused_without_its_switch(cast: SimpleNamespace, settings: object) -> None:
    """Accounts with a known password come into being only where they are wanted."""
    settings.PORTAL_DEMO = False
    before = facts()

    with pytest.raises(CommandError, match="PORTAL_DEMO=1"):
        call_command("load_demo", country="vn")

    assert facts() == before


def test_load_demo__is_refused_where_a_school_is_set_up(cast: SimpleNamespace, settings: object) -> None:
    settings.PORTAL_DEMO = True
    before = facts()

    with pytest.raises(CommandError, match="empty database"):
        call_command("load_demo", country="vn")

    assert facts() == before
    assert School.objects.count() == 1


def test_load_demo__leaves_nothing_half_done(
    cast: SimpleNamespace, demo_allowed: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the middle undoes the whole."""
    before = facts()
    monkeypatch.setattr(demo_school, "walk_to_fate", lambda walk: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        call_command("load_demo", country="vn")

    assert facts() == before


@pytest.mark.parametrize("country", ["vn", "ru"])
def test_bundle__has_every_fate_and_only_its_own_people(country: str) -> None:
    bundle = BUNDLES[country]

    names, codes = {person.username for person in bundle.people}, {unit.code for unit in bundle.units}

    assert {article.fate for article in bundle.articles} == set(Fate)
    assert {article.author for article in bundle.articles} <= names
    assert {article.unit for article in bundle.articles} <= codes
    assert len({article.key for article in bundle.articles}) == len(bundle.articles)
    assert linked_articles(bundle) <= {article.key for article in bundle.articles if article.fate is not Fate.DRAFT}


def linked_articles(bundle: DemoBundle) -> set[str]:
    """What the board's plans say has been written."""
    diary = bundle.diary
    planned = (*diary.planned, *diary.term_theme.planned, *diary.year_theme.planned)
    return {row.article for row in planned if row.article}
