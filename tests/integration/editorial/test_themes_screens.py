"""The board's themes by month, term and year, and what is planned under them (A19)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from freezegun import freeze_time

from editorial.actions.school_years import ensure_school_year
from editorial.actions.themes import enter_theme, plan_item
from editorial.models import PlannedItem, Theme
from tests.factories import items
from tests.factories.clocks import moment
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words

OCTOBER = {"starts_on": "2023-10-01", "ends_on": "2023-10-31"}
TYPED = {"title": "Thi đua chào mừng 20/11", "note": "Gương người tốt", **OCTOBER}
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "sound")]


@pytest.fixture
def tuesday(cast: SimpleNamespace) -> Iterator[None]:
    """In October 2023; everybody reads English."""
    read_in(cast)
    with freeze_time(moment(1)):
        yield


def send(user: Any, **changes: Any) -> Any:
    """Enter a theme."""
    return signed_in(user).post(reverse("board_themes"), {**TYPED, **changes})


def look(user: Any, **query: str) -> Any:
    return signed_in(user).get(reverse("board_themes"), query)


def act(user: Any, theme: Theme, verb: str, **data: Any) -> Any:
    return signed_in(user).post(reverse("board_theme_act", args=[theme.pk, verb]), data)


def planned_act(user: Any, planned: PlannedItem, verb: str, **data: Any) -> Any:
    return signed_in(user).post(reverse("board_planned_act", args=[planned.pk, verb]), data)


@pytest.fixture
def theme(cast: SimpleNamespace) -> Theme:
    """A theme of October."""
    first, last = datetime.date(2023, 10, 1), datetime.date(2023, 10, 31)
    return enter_theme(school=cast.school, user=cast.head, title="An toàn giao thông", starts_on=first, ends_on=last)


@pytest.fixture
def planned(cast: SimpleNamespace, theme: Theme) -> PlannedItem:
    """An item that the unit of mathematics writes under it."""
    day = datetime.date(2023, 10, 20)
    return plan_item(
        theme_id=theme.pk, user=cast.head, title="Đội mũ bảo hiểm", unit=cast.unit.toan, planned_on=day, writer="Cô Hà"
    )


@pytest.mark.parametrize("name", ["head", "deputy2", "secretary"])
def test_theme_is_entered_and_stands_in_its_month(cast: SimpleNamespace, name: str) -> None:
    assert send(getattr(cast, name)).status_code == 302
    assert TYPED["title"] in words(look(cast.toan))
    assert TYPED["title"] not in words(look(cast.toan, at="2023-11-01"))


@pytest.mark.parametrize(("name", "status"), [("editor1", 403), ("toan", 403), ("admin", 302)])
def test_theme_is_not_entered_by_others(cast: SimpleNamespace, name: str, status: int) -> None:
    assert send(getattr(cast, name)).status_code == status
    assert not Theme.objects.exists()


@pytest.mark.parametrize("changes", [{"title": ""}, {"ends_on": ""}, {"ends_on": "2023-09-01"}, {"note": "\x00"}])
def test_theme_that_is_incomplete__keeps_what_was_typed(cast: SimpleNamespace, changes: dict[str, str]) -> None:
    answer = send(cast.head, **changes)
    assert answer.status_code == 422
    assert not Theme.objects.exists()
    assert "2023-10-01" in words(answer)


def test_term_and_year__gather_their_themes(cast: SimpleNamespace, theme: Theme) -> None:
    ensure_school_year(cast.school, 2023)
    for scope in ("month", "term", "year"):
        page = look(cast.head, scope=scope)
        assert page.context["scope"].value == scope
        assert [row.title for row in page.context["themes"]] == [theme.title]
    assert "2023-2024" in words(look(cast.head, scope="year"))
    assert look(cast.head, scope="term", at="2024-03-01").context["themes"] == []


@pytest.mark.parametrize("query", [{"scope": "x"}, {"at": "x"}, {"at": "9999-12-31"}, {"at": "0001-01-01"}])
def test_address_that_makes_no_sense__shows_this_month(cast: SimpleNamespace, query: dict[str, str]) -> None:
    page = look(cast.head, **query)
    assert page.context["period"].first == datetime.date(2023, 10, 1)


def test_planned_item__says_who_writes(cast: SimpleNamespace, planned: PlannedItem) -> None:
    page = words(look(cast.van))
    assert "Đội mũ bảo hiểm" in page
    assert "Cô Hà" in page
    assert "not written yet" in page


def test_item_is_planned_within_the_theme(cast: SimpleNamespace, theme: Theme) -> None:
    data = {"title": "Bài 1", "unit": cast.unit.van.pk, "planned_on": "2023-10-09"}
    assert act(cast.toan, theme, "plan", **data).status_code == 403
    assert act(cast.secretary, theme, "plan", **{**data, "planned_on": "2023-11-09"}).status_code == 422
    assert act(cast.secretary, theme, "plan", **{**data, "unit": "x"}).status_code == 422
    assert act(cast.secretary, theme, "plan", **data).status_code == 302
    assert PlannedItem.objects.get().unit == cast.unit.van


def test_theme_may_not_shrink_away_from_its_plan(cast: SimpleNamespace, planned: PlannedItem) -> None:
    answer = act(cast.head, planned.theme, "change", **{**TYPED, "ends_on": "2023-10-10"})
    assert answer.status_code == 422
    assert f'value="{TYPED["title"]}"' in words(answer)
    assert act(cast.head, planned.theme, "change", **TYPED).status_code == 302


def test_unit_names_the_article_that_came_of_its_plan(cast: SimpleNamespace, planned: PlannedItem) -> None:
    record = items.draft(cast, title="Bài của tổ Toán")
    other = items.draft(cast, author="van")
    page = signed_in(cast.toan).get(reverse("board_theme", args=[planned.theme_id]), {"item": planned.pk})
    assert "Bài của tổ Toán" in words(page)
    assert planned_act(cast.van, planned, "link", item=record.pk).status_code == 403
    assert planned_act(cast.toan, planned, "link", item=other.pk).status_code == 422
    assert planned_act(cast.toan, planned, "link", item=record.pk).status_code == 302
    planned.refresh_from_db()
    assert planned.record == record


def test_units_do_not_see_the_articles_of_others_here(cast: SimpleNamespace, planned: PlannedItem) -> None:
    """A75: what came of a plan is open to its unit; others read that it was written."""
    record = items.draft(cast, title="Nháp kín")
    planned_act(cast.toan, planned, "link", item=record.pk)
    for address in (reverse("board_themes"), reverse("board_theme", args=[planned.theme_id])):
        page = words(signed_in(cast.van).get(address, {"item": planned.pk}))
        assert "Nháp kín" not in page
        assert "Đội mũ bảo hiểm" in page


def test_planned_item_is_changed_and_removed(cast: SimpleNamespace, planned: PlannedItem) -> None:
    data = {"title": "Đổi tên", "unit": cast.unit.toan.pk, "planned_on": "2023-10-21"}
    assert planned_act(cast.toan, planned, "change", **data).status_code == 403
    assert planned_act(cast.head, planned, "change", **data).status_code == 302
    assert planned_act(cast.toan, planned, "drop").status_code == 403
    assert planned_act(cast.head, planned, "drop").status_code == 302
    assert planned_act(cast.head, planned, "drop").status_code == 404


def test_theme_is_removed_with_its_plan(cast: SimpleNamespace, planned: PlannedItem) -> None:
    assert act(cast.toan, planned.theme, "drop").status_code == 403
    assert act(cast.head, planned.theme, "nonsense").status_code == 404
    assert act(cast.head, planned.theme, "drop").status_code == 302
    assert not Theme.objects.exists()


def test_theme_page__with_many_items_needs_a_fixed_number_of_queries(
    cast: SimpleNamespace, theme: Theme, django_assert_max_num_queries: Any
) -> None:
    day = datetime.date(2023, 10, 20)
    PlannedItem.objects.bulk_create(
        PlannedItem(theme=theme, title=f"Bài {number}", unit=cast.unit.toan, planned_on=day) for number in range(60)
    )
    browser = signed_in(cast.head)
    browser.get(reverse("board_theme", args=[theme.pk]))
    with django_assert_max_num_queries(20):
        browser.get(reverse("board_theme", args=[theme.pk]))
