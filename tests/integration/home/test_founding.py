"""What `setup_school` leaves behind: sections, groups, chain, charter; and that it is safe to repeat."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from documents.models import DocumentIndexPage, JournalPage
from editorial.actions.groups import BOARD_GROUP, unit_group_name
from editorial.gates.workbench import WORKFLOW_NAME
from editorial.models import BoardTask, Charter, LedgerEntry
from editorial.rules.charter import CharterRules, read_charter
from editorial.rules.vocabulary import Stage
from home.actions import CHARTERS, SECTIONS, set_address
from home.management.commands import setup_school
from home.models import EditorialBoardPage, HomePage, SearchPage
from news.models import EventIndexPage, NewsIndexPage, UnitIndexPage
from school.models import School, Unit, User

pytestmark = pytest.mark.django_db

MADE = (
    School,
    Site,
    Page,
    Unit,
    Group,
    Collection,
    GroupPagePermission,
    GroupCollectionPermission,
    Workflow,
    WorkflowTask,
    WorkflowPage,
    BoardTask,
    Charter,
    LedgerEntry,
)


def everything() -> dict[str, list[dict[str, object]]]:
    """Every row of what founding makes."""
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in MADE}
    rows["rights"] = list(Group.permissions.through.objects.order_by("pk").values())
    rows["people"] = list(Group.user_set.through.objects.order_by("pk").values())
    return rows


def found_again(country: str = "vn", **options: str) -> str:
    """Run the command; what it says."""
    out = io.StringIO()
    call_command("setup_school", country=country, stdout=out, **options)
    return out.getvalue()


def test_setup_school__makes_the_sections(cast: SimpleNamespace) -> None:
    """A16, A17: the board has its own unit, its own section and its public page."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    kinds = {page.specific_class: page.slug for page in home.get_children().live()}
    assert kinds == {
        NewsIndexPage: "tin-tuc",
        EventIndexPage: "lich-hoat-dong",
        EditorialBoardPage: "ban-bien-tap",
        SearchPage: "tim-kiem",
        DocumentIndexPage: "van-ban",
        JournalPage: "so-diem-dien-tu",
    }
    sections = UnitIndexPage.objects.child_of(NewsIndexPage.objects.get())
    assert {page.slug: page.unit.code for page in sections} == {unit.code: unit.code for unit in Unit.objects.all()}


def test_setup_school__makes_the_chain_of_four_stages(cast: SimpleNamespace) -> None:
    """A61: editing, deputy, head, posting; by code, for the whole site."""
    workflow = Workflow.objects.get(name=WORKFLOW_NAME)

    stages = [task.specific.stage for task in workflow.tasks]

    assert stages == [Stage.EDITING, Stage.DEPUTY, Stage.HEAD, Stage.POSTING]
    assert WorkflowPage.objects.get(workflow=workflow).page == HomePage.objects.get().page_ptr


def test_setup_school__gives_nobody_the_right_to_publish(cast: SimpleNamespace) -> None:
    """A12, A57, A28: a unit may add to its own section, the board to the register and the journal, and that is all."""
    ours = [BOARD_GROUP, *(unit_group_name(unit) for unit in Unit.objects.all())]
    rights = GroupPagePermission.objects.filter(group__name__in=ours)
    assert set(rights.values_list("permission__codename", flat=True)) == {"add_page"}
    held = rights.filter(group__name=BOARD_GROUP).values_list("page_id", flat=True)
    assert set(held) == {DocumentIndexPage.objects.get().pk, JournalPage.objects.get().pk}
    for unit in Unit.objects.all():
        pages = rights.filter(group__name=unit_group_name(unit)).values_list("page_id", flat=True)
        assert list(pages) == [unit.section.pk]
    codes = Permission.objects.filter(group__name__in=ours).values_list("codename", flat=True)
    assert set(codes) == {"access_admin"}
    assert not User.objects.exclude(groups=None).exclude(groups__name__in=ours).exists()


def test_setup_school__gives_each_unit_its_own_files_and_the_board_all(cast: SimpleNamespace) -> None:
    """A75: a unit chooses from its own pictures."""
    for unit in Unit.objects.all():
        group = Group.objects.get(name=unit_group_name(unit))
        places = GroupCollectionPermission.objects.filter(group=group).values_list("collection", flat=True)
        assert set(places) == {unit.collection_id}
    board = GroupCollectionPermission.objects.filter(group__name=BOARD_GROUP)
    assert {row.collection for row in board} == {Collection.get_first_root_node()}


def test_setup_school__enters_the_regulations_own_charter(cast: SimpleNamespace) -> None:
    """A56, A58: nothing is delegated until the head says so."""
    charter = Charter.objects.get()

    assert (charter.version, charter.rules) == (1, CharterRules())
    assert LedgerEntry.objects.get(action="editorial.change_charter").payload["version"] == 1


def test_setup_school__knows_the_russian_practice() -> None:
    rules = read_charter(CHARTERS["ru"])

    assert (rules.has_editing_stage, rules.deputies_by_field) == (False, True)
    assert set(SECTIONS["ru"]) == set(SECTIONS["vn"])


def test_setup_school__run_again_changes_nothing(cast: SimpleNamespace) -> None:
    """Safe to repeat, also with other words."""
    found_again()
    before = everything()

    said = found_again(name="Tên khác", short_name="Khác")

    assert everything() == before
    assert "Trường THPT Thử" in said
    assert "sections, groups, chain, charter and calendar are in place" in said


def test_setup_school__run_again_puts_back_what_was_removed(cast: SimpleNamespace) -> None:
    WorkflowTask.objects.all().delete()
    GroupPagePermission.objects.all().delete()
    Group.objects.get(name=BOARD_GROUP).user_set.clear()

    found_again()

    assert WorkflowTask.objects.count() == 4
    assert Group.objects.get(name=BOARD_GROUP).user_set.filter(pk=cast.head.pk).exists()
    assert GroupPagePermission.objects.filter(page=cast.unit.bbt.section).exists()


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        ("https://thpt.example", ("thpt.example", 443)),
        ("http://127.0.0.1:8123", ("127.0.0.1", 8123)),
        ("http://thpt.example", ("thpt.example", 80)),
    ],
)
def test_site__has_the_address_the_portal_is_served_at(base_url: str, address: tuple[str, int]) -> None:
    """What an article on paper, a feed and other sites name leads back here."""
    site = Site.objects.get(is_default_site=True)

    set_address(site, base_url)

    page = NewsIndexPage.objects.get()
    assert (site.hostname, site.port) == address
    assert page.get_full_url() == f"{base_url}{page.url}"


def test_setup_school__leaves_an_address_that_somebody_chose(settings: object) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://elsewhere.example"  # type: ignore[attr-defined]
    set_address(Site.objects.get(is_default_site=True), "https://thpt.example")

    found_again()

    assert Site.objects.get(is_default_site=True).hostname == "thpt.example"


@pytest.mark.parametrize(
    ("typed", "week"),
    [(["six"], "six"), (["seven", "", " FIVE "], "five"), ([], "five")],
    ids=["six", "again", "nobody"],
)
def test_week__is_asked_for_where_somebody_sits(typed: list[str], week: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until the answer makes sense; where nobody sits at the keyboard it is five days."""
    answers = iter(typed)
    monkeypatch.setattr(setup_school.sys, "stdin", SimpleNamespace(isatty=lambda: bool(typed)))
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr(setup_school, "is_founded", lambda: False)

    assert setup_school.asked_week() == week
    assert list(answers) == []


def test_week__is_not_asked_for_a_second_time(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_school.sys, "stdin", SimpleNamespace(isatty=lambda: True))

    found_again()

    assert School.objects.get().weekly_days_off == [6, 7]
