"""The Clocks page: who owes what by when, for whom it is, and in how many queries (A32, A66, A69)."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from freezegun import freeze_time
from openpyxl import load_workbook
from wagtail.models import Page

from editorial.actions.calendar import confirm_year, load_years
from editorial.actions.duties import waive_duty
from editorial.actions.events import cancel_event
from editorial.models import Duty, EditorialRecord, Event
from editorial.rules.duties import EventKind
from editorial.rules.vocabulary import PublicState, WorkState
from tests.factories import items
from tests.factories.clocks import MONDAY, event, moment, posted_report, report
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words

OCTOBER = {"month": "2023-10", "months": "1"}


@pytest.fixture
def friday(cast: SimpleNamespace) -> Iterator[None]:
    """The Friday after MONDAY: what ended on Monday was due yesterday."""
    read_in(cast)
    with freeze_time(moment(4)):
        yield


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]


def look(user: Any, **query: str) -> Any:
    """Open the page."""
    return signed_in(user).get(reverse("board_clocks"), query)


def titles(page: Any, code: str) -> list[str]:
    """The events of one of the lists to act on."""
    (found,) = [row for row in page.context["lists"] if row["code"] == code]
    return [duty.row.event.title for duty in found["rows"]]


def shown(page: Any) -> dict[str, Any]:
    """The duties of the months by the title of their events."""
    return {duty.row.event.title: duty for duty in page.context["duties"]}


def export(user: Any, table: str, kind: str, **query: str) -> Any:
    """Download one of the tables."""
    address = reverse("board_clocks_export", args=[table, kind])
    return signed_in(user).get(address, {**OCTOBER, **query})


def csv_rows(response: Any) -> list[dict[str, str]]:
    """The lines of a CSV file, as an office program reads them."""
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


# --- What it shows


def test_each_duty_stands_in_the_list_of_what_is_to_be_done(cast: SimpleNamespace) -> None:
    """A69: overdue, nobody named, still to be written."""
    event(cast, title="Quá hạn")
    event(cast, title="Chưa phân công", kind=EventKind.OTHER, ends_on=MONDAY + datetime.timedelta(days=9))
    event(cast, title="Còn hạn", starts_on=moment(3).date(), ends_on=moment(3).date())
    page = look(cast.head)

    assert titles(page, "overdue") == ["Quá hạn"]
    assert titles(page, "unassigned") == ["Chưa phân công"]
    assert titles(page, "to_write") == ["Còn hạn"]
    assert shown(page)["Quá hạn"].left == "1 day overdue"
    assert shown(page)["Còn hạn"].left == "3 days left"  # due on Monday, the Sunday being off


def test_verdict_is_explained_in_a_sentence(cast: SimpleNamespace) -> None:
    """A69: ended, due, handed in, approved, posted: anybody can check it by hand."""
    about = event(cast, title="Đăng muộn")
    posted_report(cast, about, handed_in_at=moment(1), cleared_at=moment(2), posted_at=moment(3, 24 - 1))
    late = event(cast, title="Trễ khâu đăng")
    with freeze_time(moment(5)):
        posted_report(cast, late, handed_in_at=moment(1), cleared_at=moment(2), posted_at=moment(4, 8))
        found = shown(look(cast.head, **OCTOBER))

    assert found["Đăng muộn"].verdict == "On time"
    assert found["Trễ khâu đăng"].verdict == "Late: approved in time, posted late"
    assert found["Trễ khâu đăng"].why.startswith("Ended 2 Oct, due 5 Oct, handed in 09:00 3 Oct")
    assert "posted late, 08:00 6 Oct" in found["Trễ khâu đăng"].why


def test_event_without_item__is_named_for_what_it_is(cast: SimpleNamespace) -> None:
    event(cast, title="Không có bài")
    duty = shown(look(cast.head, **OCTOBER))["Không có bài"]
    assert (duty.verdict, duty.state) == ("No item", "Overdue, no item")
    assert "nothing was handed in" in duty.why


def test_late_item__bears_a_warning_though_it_is_posted(cast: SimpleNamespace) -> None:
    """The icon says what the colour says."""
    late = event(cast, title="Trễ")
    posted_report(cast, late, handed_in_at=moment(1), cleared_at=moment(2), posted_at=moment(4, 8))
    posted_report(cast, event(cast, title="Kịp"), handed_in_at=moment(1), posted_at=moment(2))

    found = shown(look(cast.head, **OCTOBER))
    assert (found["Trễ"].icon, found["Kịp"].icon) == ("warning", "check")


def test_days_off_nobody_confirmed__are_named_beside_what_rests_on_them(cast: SimpleNamespace) -> None:
    """A69: a due date may still move while the table of its year is not confirmed."""
    event(cast)
    said = "The days off of 2023 are not confirmed"
    assert said in words(look(cast.doan))

    load_years(school=cast.school, user=cast.secretary, years=[2023])
    confirm_year(school=cast.school, user=cast.secretary, year=2023)
    assert said not in words(look(cast.doan))

    event(cast, title="Năm sau", starts_on=datetime.date(2024, 1, 3), ends_on=datetime.date(2024, 1, 3))
    assert look(cast.doan, month="2024-01", months="1").context["unconfirmed"] == [2024]


def test_let_off_and_cancelled__say_why_and_owe_nothing(cast: SimpleNamespace) -> None:
    waive_duty(duty_id=event(cast, title="Miễn").duty.pk, user=cast.head, why="Bão", at=moment(1))
    cancel_event(event_id=event(cast, title="Hủy").pk, user=cast.head, why="Mưa to", at=moment(1))
    page = look(cast.head, **OCTOBER)

    assert (shown(page)["Miễn"].why, shown(page)["Miễn"].left) == ("Let off: Bão", "")
    assert shown(page)["Hủy"].why == "Event cancelled: Mưa to"
    assert titles(page, "overdue") == []


def test_quota__is_a_word_an_icon_and_figures(cast: SimpleNamespace) -> None:
    """A66: one unit met its month, the other still owes."""
    with freeze_time(moment(1)):
        items.published(cast, author="toan")
    page = look(cast.head, month="2023-09", months="3")
    lines = {
        line["unit"].code: [(cell["word"], cell["icon"]) for cell in line["cells"]] for line in page.context["quotas"]
    }

    assert lines["toan"][1] == ("Quota met", "check")
    assert lines["van"] == [("Quota not met", "warning"), ("Still open", "time"), ("Not begun", "calendar-alt")]
    assert "0 posted of 1 · still owed 1" in words(page)


# --- Filters


def test_event_until_midnight__stands_in_the_month_it_ended_in(cast: SimpleNamespace) -> None:
    """0:00 on the first is the last evening of October, not November."""
    evening = {"starts_on": datetime.date(2023, 10, 31), "ends_on": datetime.date(2023, 11, 1)}
    event(cast, title="Đêm hội", **evening, starts_time=datetime.time(19), ends_time=datetime.time(0))

    assert set(shown(look(cast.head, month="2023-10", months="1"))) == {"Đêm hội"}
    assert set(shown(look(cast.head, month="2023-11", months="1"))) == set()


def test_filters__narrow_the_duties(cast: SimpleNamespace) -> None:
    event(cast, title="Của đoàn")
    event(cast, title="Khác", kind=EventKind.OTHER)
    unit = str(cast.unit.doan.pk)

    assert set(shown(look(cast.head, **OCTOBER))) == {"Của đoàn", "Khác"}
    assert set(shown(look(cast.head, **OCTOBER, unit=unit))) == {"Của đoàn"}
    assert set(shown(look(cast.head, **OCTOBER, kind="other"))) == {"Khác"}
    assert set(shown(look(cast.head, **OCTOBER, state="missed"))) == {"Của đoàn", "Khác"}
    assert set(shown(look(cast.head, **OCTOBER, state="done"))) == set()
    assert set(shown(look(cast.head, **OCTOBER, verdict="no_item"))) == {"Của đoàn", "Khác"}
    assert set(shown(look(cast.head, month="2023-12", months="1"))) == set()


@pytest.mark.parametrize(
    "query",
    [
        {"month": "x"},
        {"month": "2023-13"},
        {"month": "9999-01"},
        {"month": "0000-00"},
        {"months": "-1"},
        {"months": "999"},
        {"months": "x"},
        {"unit": "x"},
        {"unit": "9" * 40},
        {"kind": "party"},
        {"state": "no", "verdict": "no", "p": "x"},
    ],
)
def test_address_that_makes_no_sense__shows_the_usual_page(cast: SimpleNamespace, query: dict[str, str]) -> None:
    page = look(cast.head, **query)
    assert page.status_code == 200
    assert page.context["months"][0] == (2023, 9)


# --- Whose it is


def test_unit_sees_its_own_only(cast: SimpleNamespace) -> None:
    """A75: no unit learns here what others owe."""
    event(cast, title="Của đoàn")
    event(cast, title="Chuyên đề", kind=EventKind.OTHER)
    page = look(cast.doan, **OCTOBER)

    assert set(shown(page)) == {"Của đoàn"}
    assert page.context["quotas"] == []
    assert reverse("board_events") not in words(page)
    assert set(shown(look(cast.toan, **OCTOBER))) == set()
    assert [line["unit"].code for line in look(cast.toan, **OCTOBER).context["quotas"]] == ["toan"]


def test_unit_cannot_widen_its_view_by_the_address(cast: SimpleNamespace) -> None:
    event(cast, title="Của đoàn")
    page = look(cast.toan, **OCTOBER, unit=str(cast.unit.doan.pk))
    assert set(shown(page)) == set()
    assert csv_rows(export(cast.toan, "duties", "csv", unit=str(cast.unit.doan.pk))) == []


def test_technical_administrator_has_no_part_in_it(cast: SimpleNamespace) -> None:
    assert look(cast.admin).status_code == 302
    assert export(cast.admin, "duties", "csv").status_code == 302


@pytest.mark.parametrize("name", ["head", "deputy1", "secretary", "editor1"])
def test_assign_button__is_for_head_and_deputies(cast: SimpleNamespace, name: str) -> None:
    """A70: the secretary sees that nobody is named; a deputy says who writes."""
    about = event(cast, kind=EventKind.OTHER, ends_on=MONDAY + datetime.timedelta(days=9))
    button = f'href="{reverse("board_event", args=[about.pk])}#assign"'
    assert (button in words(look(getattr(cast, name)))) is (name in {"head", "deputy1"})


# --- Files


def test_duties_as_csv__have_local_times_and_a_mark_at_the_beginning(cast: SimpleNamespace) -> None:
    report(cast, event(cast), moment(1, 0, 30))
    (row,) = csv_rows(export(cast.head, "duties", "csv"))
    assert row["Handed in"] == "2023-10-03 00:30"
    assert (row["Due date"], row["Days left"], row["State"]) == ("2023-10-05", "-1", "With the board, overdue")


def test_csv__formulas_are_words(cast: SimpleNamespace) -> None:
    for title in ("=1+1", "+1", "-1", "@SUM(A1)"):
        event(cast, title=title)
    rows = csv_rows(export(cast.head, "duties", "csv"))
    assert sorted(row["Event"] for row in rows) == ["'+1", "'-1", "'=1+1", "'@SUM(A1)"]


def test_xlsx__cells_are_typed_and_formulas_are_words(cast: SimpleNamespace) -> None:
    report(cast, event(cast, title='=HYPERLINK("x")'), moment(1))
    response = export(cast.head, "duties", "xlsx")
    sheet = load_workbook(io.BytesIO(response.content)).active
    cells = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))

    assert (cells["Event"].value, cells["Event"].data_type) == ('=HYPERLINK("x")', "s")
    assert cells["Due date"].value == datetime.datetime(2023, 10, 5)
    assert cells["Handed in"].value == datetime.datetime(2023, 10, 3, 9)
    assert cells["Days left"].value == -1


def test_quotas_as_a_file__one_line_a_unit_and_month(cast: SimpleNamespace) -> None:
    rows = csv_rows(export(cast.head, "quotas", "csv", months="2"))
    assert [(row["Unit"], row["Month"]) for row in rows] == [
        ("toan", "2023-10-01"),
        ("toan", "2023-11-01"),
        ("van", "2023-10-01"),
        ("van", "2023-11-01"),
    ]


@pytest.mark.parametrize(("table", "kind"), [("nothing", "csv"), ("duties", "pdf")])
def test_file_that_does_not_exist__is_not_found(cast: SimpleNamespace, table: str, kind: str) -> None:
    assert export(cast.head, table, kind).status_code == 404


# --- How much it costs


def crowd(cast: SimpleNamespace, count: int) -> None:
    """Events of two years with duties; every other one was reported on."""
    sample = items.submitted(cast, author="doan")
    first = datetime.date(2021, 11, 1)
    days = [first + datetime.timedelta(days=number * 700 // count) for number in range(count)]
    made = Event.objects.bulk_create(
        Event(
            school=cast.school,
            title=f"Sự kiện {day}",
            kind="sports",
            starts_on=day,
            ends_on=day,
            created_by=cast.head,
            created_at=moment(0),
        )
        for day in days
    )
    Duty.objects.bulk_create(
        Duty(event=row, unit=cast.unit.doan, due_on=row.ends_on + datetime.timedelta(days=3)) for row in made
    )
    pages = _pages(sample, count // 2)
    EditorialRecord.objects.bulk_create(
        EditorialRecord(
            school=cast.school,
            page=page,
            unit=cast.unit.toan,
            title=row.title,
            event=row,
            work_state=WorkState.PUBLISHED,
            public_state=PublicState.POSTED,
            first_handed_in_at=moment(-30),
            first_published_at=moment(-29),
        )
        for row, page in zip(made[::2], pages, strict=True)
    )


def _pages(sample: EditorialRecord, count: int) -> list[Any]:
    """Bare pages for records to hang on."""
    root = sample.unit.section
    return Page.objects.bulk_create(
        Page(
            title=f"Bài {number}",
            draft_title=f"Bài {number}",
            slug=f"b-{number}",
            path=f"{root.path}{number:04d}",
            depth=root.depth + 1,
            url_path=f"{root.url_path}b-{number}/",
            content_type=ContentType.objects.get_for_model(Page),
            locale=root.locale,
            live=False,
        )
        for number in range(1000, 1000 + count)
    )


def test_thousand_events_and_two_years_of_quota__need_twenty_five_queries_at_most(cast: SimpleNamespace) -> None:
    crowd(cast, 1000)
    client = Client()
    client.force_login(cast.head)
    address = reverse("board_clocks")
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address, {"month": "2021-11", "months": "24"})
    assert response.context["page"].paginator.count == 1000
    assert len(response.context["months"]) == 24
    assert len(queries) <= 25
