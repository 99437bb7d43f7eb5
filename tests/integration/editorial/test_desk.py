"""My desk: what waits for whom, since when, and in how many queries (A16, A18)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext, override
from freezegun import freeze_time
from wagtail.models import Page

from core.clock import now, today
from editorial import actions
from editorial.models import EditorialRecord, Round
from editorial.rules.vocabulary import WorkState
from editorial.selectors.desk import ALL_ITEMS, sections_for
from editorial.selectors.desk_items import reader_of
from editorial.selectors.desk_rows import Row, is_late, people_of, section_of
from editorial.selectors.records import charter_in_force
from school.models import Absence, BoardAppointment
from school.rules.calendar import working_day_after
from school.selectors import working_week
from tests.factories import items
from tests.factories.board import change_charter, delegate
from tests.factories.notices import notice_draft, release
from tests.factories.screens import signed_in, words

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def lists(user: Any, cast: SimpleNamespace) -> dict[str, list[Row]]:
    """The lists of a person's desk that are not empty."""
    reader = reader_of(user, cast.school, now())
    people = people_of(reader)
    sections = [section_of(kind, reader, people) for kind in sections_for(reader)]
    return {section.kind.code: section.rows for section in sections if section.rows}


def titles(user: Any, cast: SimpleNamespace) -> dict[str, list[str]]:
    """The same, as titles."""
    return {code: [row.record.title for row in rows] for code, rows in lists(user, cast).items()}


def desk(user: Any) -> str:
    """The page as the person gets it."""
    client = Client()
    client.force_login(user)
    response = client.get(reverse("wagtailadmin_home"), headers={"accept-language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def test_item_stands_with_whoever_has_to_act_next(cast: SimpleNamespace) -> None:
    """A18: collect, edit, review: each sees what waits for him and nobody else does."""
    items.awaiting_deputy(cast, title="Chờ phó ban")
    items.awaiting_head(cast, title="Chờ trưởng ban")
    items.approved(cast, title="Chờ đăng")
    items.returned(cast, title="Cần sửa")
    items.in_editing(cast, title="Đang biên tập")

    assert titles(cast.deputy1, cast)["decide"] == ["Chờ phó ban"]
    assert titles(cast.deputy2, cast)["decide"] == ["Chờ phó ban"]
    assert titles(cast.head, cast)["decide"] == ["Chờ trưởng ban"]
    assert titles(cast.secretary, cast)["to_post"] == ["Chờ đăng"]
    assert titles(cast.toan, cast)["to_fix"] == ["Cần sửa"]
    assert titles(cast.editor1, cast)["with_me"] == ["Đang biên tập"]
    assert "decide" not in titles(cast.secretary, cast)
    assert titles(cast.van, cast) == {}


def test_shared_inbox_shows_what_nobody_has_taken_up(cast: SimpleNamespace) -> None:
    """A16: the board is one object with one inbox, seen by every member and by nobody else."""
    items.submitted(cast, author="vanphong", title="Chưa ai nhận")

    for name in ("head", "deputy1", "secretary", "editor2"):
        assert titles(getattr(cast, name), cast)["inbox"] == ["Chưa ai nhận"]
    assert "inbox" not in titles(cast.vanphong, cast)
    assert lists(cast.head, cast)["inbox"][0].holder == ""


def test_shared_inbox_gets_back_what_an_absent_editor_holds(cast: SimpleNamespace) -> None:
    record = items.in_editing(cast, title="Của người vắng")
    assert "inbox" not in titles(cast.secretary, cast)
    Absence.objects.create(user=cast.editor1, starts_on=now().date() - DAY)

    (row,) = lists(cast.secretary, cast)["inbox"]
    assert (row.record.pk, row.holder, row.holder_is_away) == (record.pk, "Ông editor1", True)


def test_unit_sees_who_has_what_it_sent(cast: SimpleNamespace) -> None:
    items.awaiting_head(cast, title="Bài đã gửi")
    (row,) = lists(cast.toan, cast)["sent"]
    assert row.holder == "Ông head"
    assert "sent" not in titles(cast.van, cast)


def test_draft_is_seen_by_its_unit_only(cast: SimpleNamespace) -> None:
    """A75: what was not handed in stands on no desk but the unit's own."""
    items.draft(cast, title="Nháp của tổ Toán")
    assert titles(cast.toan, cast)["drafts"] == ["Nháp của tổ Toán"]
    for name in ("van", "head", "secretary", "deputy1", "editor2", "admin"):
        assert "Nháp của tổ Toán" not in str(titles(getattr(cast, name), cast))


def test_decision_rings_an_alarm__after_the_charters_hours(cast: SimpleNamespace) -> None:
    """Rule 9: silence never approves; head and secretary are told who lets an item wait."""
    with freeze_time(now() - 2 * DAY):
        items.awaiting_deputy(cast, title="Quá hạn")
    items.awaiting_deputy(cast, author="van", editor="editor2", title="Còn hạn")

    assert {row.record.title: row.is_late for row in lists(cast.deputy1, cast)["decide"]} == {
        "Quá hạn": True,
        "Còn hạn": False,
    }
    assert titles(cast.head, cast)["late"] == ["Quá hạn"]
    assert titles(cast.secretary, cast)["late"] == ["Quá hạn"]
    assert "late" not in titles(cast.deputy1, cast)


def test_posting_rings_an_alarm__after_the_charters_hours(cast: SimpleNamespace) -> None:
    """A59: approved and not posted in time stands in the head's list too."""
    with freeze_time(now() - 2 * DAY):
        items.approved(cast, title="Chưa đăng")
    assert titles(cast.head, cast)["late"] == ["Chưa đăng"]
    assert lists(cast.secretary, cast)["to_post"][0].is_late
    assert "late" not in titles(cast.secretary, cast)


def test_own_text_is_marked_and_says_why(cast: SimpleNamespace) -> None:
    """Four eyes: the deputy's own text stands on his desk, but it is not what he starts with."""
    record = items.in_editing(cast, title="Bài của phó ban")
    items.rewrite(record, cast.deputy1, title="Bài của phó ban")
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    (own,) = lists(cast.deputy1, cast)["decide"]
    (other,) = lists(cast.deputy2, cast)["decide"]
    assert "Đ12.3" in own.blocked
    assert other.blocked == ""
    assert "desk-button--first" not in desk(cast.deputy1)
    assert reverse("board_review", args=[record.pk]) in desk(cast.deputy2)


def test_acting_head_sees_the_delegated_classes_only(cast: SimpleNamespace) -> None:
    items.awaiting_head(cast, title="Thường")
    items.awaiting_head(cast, title="Nhạy cảm", author="van", editor="editor2", content_class="sensitive")
    delegate(cast, "deputy2", content_classes=["ordinary"])
    assert titles(cast.deputy2, cast)["decide"] == ["Thường"]


def test_delegation_without_number_stands_on_the_heads_desk(cast: SimpleNamespace) -> None:
    delegation = delegate(cast)
    assert f"delegation-{delegation.pk}" in desk(cast.head)
    actions.give_number(delegation=delegation, user=cast.head, decision_number="7/QĐ")
    assert f"delegation-{delegation.pk}" not in desk(cast.head)


def test_deputy_by_field_sees_his_units_only(cast: SimpleNamespace) -> None:
    change_charter(cast, deputies_by_field=True)
    items.awaiting_deputy(cast, title="Lĩnh vực của phó ban 1")
    assert titles(cast.deputy1, cast)["decide"] == ["Lĩnh vực của phó ban 1"]
    assert "decide" not in titles(cast.deputy2, cast)


def test_hidden_and_urgent_items_wait_for_the_head(cast: SimpleNamespace) -> None:
    hidden = items.published(cast, title="Bị ẩn")
    actions.hide(record_id=hidden.pk, user=cast.deputy1, ground="hide_child_safety", note="Lộ mặt trẻ em")
    release(cast, notice_draft(cast))
    assert titles(cast.head, cast)["hidden"] == ["Bị ẩn"]
    assert len(lists(cast.head, cast)["notices"]) == 1
    assert "hidden" not in titles(cast.deputy1, cast)


def test_technical_administrator_has_no_lists(cast: SimpleNamespace) -> None:
    items.awaiting_deputy(cast)
    assert titles(cast.admin, cast) == {}
    assert reverse("wagtailusers_users:index") in desk(cast.admin)


def test_empty_desk_leads_to_writing(cast: SimpleNamespace) -> None:
    page = desk(cast.toan)
    assert "desk-empty" in page
    assert reverse("wagtailadmin_pages:add", args=("news", "newspage", cast.unit.toan.section.pk)) in page


def test_all_items__are_found_by_every_member_of_the_board(cast: SimpleNamespace, client: Client) -> None:
    """What is on the site or was refused waits for nobody, and is still found: to correct, hide, reopen."""
    posted, unsent = items.published(cast, title="Bài đã đăng"), items.draft(cast, title="Bài còn nháp")
    for person in (cast.head, cast.deputy1, cast.secretary, cast.editor1):
        client.force_login(person)
        page = client.get(reverse("board_queue"), {"q": "bài"})  # what the sidebar's search asks
        found = [row.record.pk for row in page.context["rows"]]
        assert posted.pk in found
        assert unsent.pk not in found
        assert 'list=all"' in client.get(reverse("wagtailadmin_home")).content.decode()


def test_all_items__are_for_the_board_only(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.toan)
    assert client.get(reverse("board_queue"), {"list": "all"}).status_code == 404
    assert 'list=all"' not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_queue__list_of_another_post_is_not_found(cast: SimpleNamespace, client: Client) -> None:
    client.force_login(cast.toan)
    assert client.get(reverse("board_queue"), {"list": "decide"}).status_code == 404
    client.force_login(cast.deputy1)
    assert client.get(reverse("board_queue"), {"list": "decide"}).status_code == 200
    assert client.post(reverse("board_queue")).status_code == 405


def crowd(cast: SimpleNamespace, count: int) -> None:
    """Items in the chain in great number, put into the tables as they would stand there."""
    sample = items.awaiting_head(cast)
    running = sample.rounds.get()
    root = cast.unit.toan.section
    pages = [
        Page(
            title=f"Bài {n}",
            draft_title=f"Bài {n}",
            slug=f"b-{n}",
            path=f"{root.path}{n:04d}",
            depth=root.depth + 1,
            url_path=f"{root.url_path}b-{n}/",
            content_type=ContentType.objects.get_for_model(Page),
            locale=root.locale,
            live=False,
        )
        for n in range(1000, 1000 + count)
    ]
    made = Page.objects.bulk_create(pages)
    since = now() - 2 * DAY
    states = (WorkState.AWAITING_HEAD, WorkState.SUBMITTED, WorkState.AWAITING_DEPUTY, WorkState.DRAFT)
    records = EditorialRecord.objects.bulk_create(
        EditorialRecord(
            school=cast.school,
            page=page,
            unit=cast.unit.bbt,
            title=page.title,
            work_state=states[number % len(states)],
            state_since=since,
        )
        for number, page in enumerate(made)
    )
    Round.objects.bulk_create(
        Round(
            record=record,
            number=1,
            revision=running.revision,
            digest=running.digest,
            content_class="ordinary",
            stages=["head"],
            charter=charter_in_force(cast.school),
            forwarded_by=cast.editor1,
            started_at=since,
        )
        for record in records
        if record.work_state == WorkState.AWAITING_HEAD
    )


def test_desk_with_two_thousand_items_asks_the_database_thirty_three_times_at_most(cast: SimpleNamespace) -> None:
    crowd(cast, 2000)
    client = Client()
    client.force_login(cast.head)
    client.get(reverse("wagtailadmin_home"))
    with CaptureQueriesContext(connection) as queries:
        response = client.get(reverse("wagtailadmin_home"))
    assert "501" in response.content.decode()
    assert len(queries) <= 33


def holders(user: Any, cast: SimpleNamespace) -> list[str]:
    """Who has the items of the full list, its newest first."""
    reader = reader_of(user, cast.school, now())
    return [row.holder for row in section_of(ALL_ITEMS, reader, people_of(reader)).rows]


def test_row__names_both_deputies_unless_they_decide_by_field(cast: SimpleNamespace) -> None:
    """A16, A62: in the Russian practice the deputy of the unit's field has it, nobody else."""
    items.awaiting_deputy(cast)

    assert holders(cast.secretary, cast) == ["Ông deputy1, Ông deputy2"]
    change_charter(cast, deputies_by_field=True)
    assert holders(cast.secretary, cast) == ["Ông deputy1"]


def test_row__names_the_post_where_no_deputy_has_the_field(cast: SimpleNamespace) -> None:
    items.awaiting_deputy(cast)
    change_charter(cast, deputies_by_field=True)
    BoardAppointment.objects.get(user=cast.deputy1).units.clear()

    with override("en"):
        assert holders(cast.secretary, cast) == ["Deputy head of the editorial board"]


@pytest.mark.parametrize("arrive", [items.published, items.refused, items.taken_down])
def test_row__nobody_has_what_is_posted_refused_or_taken_down(cast: SimpleNamespace, arrive: Any) -> None:
    """A16: the unit is not asked to do anything."""
    arrive(cast)

    assert holders(cast.secretary, cast) == [""]
    page = signed_in(cast.secretary).get(reverse("board_queue"), {"list": "all"})
    assert gettext("nobody has it yet") not in words(page)


def test_row__the_head_has_what_is_hidden(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.deputy1, ground="hide_personal_data", note="Số điện thoại")

    assert holders(cast.secretary, cast) == ["Ông head"]


def test_row__what_is_hidden_is_late_after_one_working_day(cast: SimpleNamespace) -> None:
    """A75: the head's desk rings like the mail does; once he has decided nothing is due."""
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.deputy1, ground="hide_personal_data", note="Số điện thoại")
    record.refresh_from_db()
    due = working_day_after(today(), working_week(cast.school))

    assert record.confirm_by_on == due
    assert late_on(cast, due) == [False]
    assert late_on(cast, due + datetime.timedelta(days=1)) == [True]

    actions.restore(record_id=record.pk, user=cast.head)
    record.refresh_from_db()
    assert record.confirm_by_on is None


def late_on(cast: SimpleNamespace, day: datetime.date) -> list[bool]:
    """Whether each page that is hidden stands as late on the head's desk that day."""
    noon = localtime(now()).replace(year=day.year, month=day.month, day=day.day, hour=12)
    reader = reader_of(cast.head, cast.school, noon)
    return [is_late(record, reader) for record in reader.records.filter(public_state="hidden")]


def test_desk__has_no_editing_lists_where_no_stage_edits(cast: SimpleNamespace) -> None:
    """A62: unless something was left in editing when the charter changed."""
    wanted = {"with_me", "inbox"}
    assert wanted <= {kind.code for kind in sections_for(reader_of(cast.editor1, cast.school, now()))}

    change_charter(cast, has_editing_stage=False)
    assert not wanted & {kind.code for kind in sections_for(reader_of(cast.editor1, cast.school, now()))}
    items.in_editing(cast)
    assert {kind.code for kind in sections_for(reader_of(cast.editor1, cast.school, now()))} & wanted == {"with_me"}
