"""The first gate by itself: what Wagtail may offer, for everybody and every page (WAGTAIL.md §3.3, layer 1)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from wagtail.models import Page

from core.clock import now
from editorial.gates.grants import ChainOnly, Grant, open_grant
from tests.security.conftest import ATTACKERS

pytestmark = pytest.mark.django_db

NEVER = (
    "can_publish",
    "can_publish_subpage",
    "can_unpublish",
    "can_unschedule",
    "can_set_view_restrictions",
    "can_submit_for_moderation",
    "can_lock",
    "can_unlock",
    "can_move",
    "can_copy",
    "can_reorder_children",
)
STATES = ("draft", "awaiting", "approved", "live", "gone", "foreign")


def rights_of(stage: SimpleNamespace, page: Page) -> list[tuple[str, Any]]:
    """Everybody's rights on a page, by its own type and by the base type."""
    plain = Page.objects.get(pk=page.pk)
    people = [(name, getattr(stage.cast, name)) for name in ATTACKERS]
    return [(name, row.permissions_for_user(person)) for name, person in people for row in (page, plain)]


@pytest.mark.parametrize("question", NEVER)
def test_board_page__is_nobodys_to(question: str, stage: SimpleNamespace) -> None:
    for state in STATES:
        for name, tester in rights_of(stage, getattr(stage.pages, state)):
            assert getattr(tester, question)() is False, f"{name}, {state}"


@pytest.mark.parametrize("question", [*NEVER, "can_edit", "can_delete"])
def test_section__is_nobodys_to(question: str, stage: SimpleNamespace) -> None:
    section = stage.cast.unit.toan.section
    for page in (section, section.get_parent().specific, stage.cast.school.site.root_page.specific):
        for name, tester in rights_of(stage, page):
            assert getattr(tester, question)() is False, f"{name}, {page}"


@pytest.mark.parametrize("question", ["can_move_to", "can_copy_to"])
def test_nothing__is_moved_or_copied_anywhere(question: str, stage: SimpleNamespace) -> None:
    targets = [stage.cast.unit.van.section, stage.cast.unit.toan.section, Page.objects.get(depth=1)]
    for page in (stage.pages.draft, stage.pages.live, stage.cast.unit.toan.section):
        for name, tester in rights_of(stage, page):
            assert not any(getattr(tester, question)(target) for target in targets), name


def test_adding__is_for_members_in_their_own_section(stage: SimpleNamespace) -> None:
    """A new section would carry a title past the board, so nobody adds one, superusers included."""
    own, other = stage.cast.unit.toan.section, stage.cast.unit.van.section
    news, home = own.get_parent().specific, stage.cast.school.site.root_page.specific
    may = {
        name: [
            page.permissions_for_user(getattr(stage.cast, name)).can_add_subpage() for page in (own, other, news, home)
        ]
        for name in ATTACKERS
    }

    assert may.pop("toan") == may.pop("editor1") == [True, False, False, False]
    assert may.pop("van") == [False, True, False, False]
    assert not any(any(row) for row in may.values())


def test_editing_and_deleting__are_for_its_unit_while_it_has_the_item(stage: SimpleNamespace) -> None:
    editors = {
        state: {name for name, tester in rights_of(stage, getattr(stage.pages, state)) if tester.can_edit()}
        for state in STATES
    }
    deleters = {
        state: {name for name, tester in rights_of(stage, getattr(stage.pages, state)) if tester.can_delete()}
        for state in STATES
    }

    assert editors["draft"] == deleters["draft"] == {"toan", "editor1"}
    assert editors["foreign"] == deleters["foreign"] == {"van"}
    assert editors["awaiting"] == editors["approved"] == set()
    assert [deleters[state] for state in ("awaiting", "approved", "live", "gone")] == [set()] * 4
    assert not editors["live"] & {"van", "deputy1", "head", "admin", "holder"}


@pytest.mark.parametrize(("kind", "revision"), [("post", "another"), ("clear_away", "its own"), ("discard", "its own")])
def test_publish__needs_the_grant_for_exactly_this_revision(kind: str, revision: str, stage: SimpleNamespace) -> None:
    page = stage.pages.approved
    keys = {"another": page.revisions.earliest("pk").pk - 1, "its own": page.latest_revision_id}

    with pytest.raises(ChainOnly), open_grant(Grant(page.pk, kind, keys[revision]), at=now()):
        page.publish(page.latest_revision)

    assert not Page.objects.get(pk=page.pk).live


def test_grant__of_one_page_opens_no_other(stage: SimpleNamespace) -> None:
    page = stage.pages.live
    page.title = "Bị tráo"

    with pytest.raises(ChainOnly), open_grant(Grant(stage.pages.approved.pk, "post", page.live_revision_id), at=now()):
        page.save()
