"""On my desk: my duties with the time left, my unit's month, events nobody is named for (A32, A66, A70)."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from editorial import actions
from editorial.actions.duties import assign_duty
from editorial.rules.duties import EventKind
from tests.factories.clocks import event, moment, report
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words
from tests.integration.editorial.test_clocks_page import crowd


@pytest.fixture
def tuesday(cast: SimpleNamespace) -> Iterator[None]:
    """The day after MONDAY: two days are left; everybody reads English."""
    read_in(cast)
    with freeze_time(moment(1)):
        yield


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def desk(user: Any) -> str:
    """The desk as the person gets it."""
    return words(signed_in(user).get(reverse("wagtailadmin_home")))


def test_my_duty__says_how_much_time_is_left_and_where_to_write(cast: SimpleNamespace) -> None:
    """A32: the unit reads "2 days left" and begins the article from there."""
    about = event(cast)
    page = desk(cast.doan)
    add = reverse("wagtailadmin_pages:add", args=("news", "newspage", cast.unit.doan.section.pk))
    assert f'href="{add}?event={about.pk}"' in page
    assert "2 days left" in page
    assert "Nothing waits for you" not in page
    assert about.title not in desk(cast.toan)


def test_my_duty__is_the_persons_who_was_named(cast: SimpleNamespace) -> None:
    about = event(cast)
    assign_duty(duty_id=about.duty.pk, user=cast.deputy1, unit=cast.unit.toan, writer=cast.toan)
    assert about.title in desk(cast.toan)
    assert about.title not in desk(cast.editor1)  # of the same unit
    assert about.title not in desk(cast.doan)


def test_my_duty__is_gone_while_the_board_has_the_item_and_back_when_it_returns(cast: SimpleNamespace) -> None:
    record = report(cast, event(cast), moment(1, 8))
    assert "My duties" not in desk(cast.doan)
    actions.claim(record_id=record.pk, user=record.editor or cast.editor1)
    actions.return_to_unit(record_id=record.pk, user=record.editor or cast.editor1, note="Thiếu ảnh")
    assert "Returned: fix it" in desk(cast.doan)


@pytest.mark.parametrize(("name", "sees"), [("deputy1", True), ("deputy2", True), ("head", True), ("secretary", False)])
def test_unassigned_events__stand_on_the_desks_of_those_who_assign(
    cast: SimpleNamespace, name: str, sees: bool
) -> None:
    """A70, dash 5."""
    about = event(cast, EventKind.OTHER, title="Việc chưa ai viết")
    assert (f"{reverse('board_event', args=[about.pk])}#assign" in desk(getattr(cast, name))) is sees


def test_quota_of_my_unit__stands_on_my_desk(cast: SimpleNamespace) -> None:
    """A66: owed, posted, still owed; nothing for a unit that owes none."""
    assert "0 posted of 1 · still owed 1" in desk(cast.toan)
    assert "desk-quota" not in desk(cast.doan)


def test_technical_administrator__has_no_duties(cast: SimpleNamespace) -> None:
    event(cast)
    assert "desk-duties" not in desk(cast.admin)


@pytest.mark.parametrize("name", ["deputy1", "doan"])
def test_desk__with_five_hundred_open_duties_asks_thirty_times_at_most(
    cast: SimpleNamespace, name: str, django_assert_max_num_queries: Any
) -> None:
    crowd(cast, 1000)
    client = Client()
    client.force_login(getattr(cast, name))
    client.get(reverse("wagtailadmin_home"))
    with django_assert_max_num_queries(30):
        page = words(client.get(reverse("wagtailadmin_home")))
    assert ("desk-duties" in page) is (name == "doan")
