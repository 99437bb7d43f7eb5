"""The board's events on the screen: lists, entering, changing, assigning, linking (A69, A70)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from freezegun import freeze_time

from editorial.actions.events import cancel_event
from editorial.models import Event
from editorial.rules.duties import EventKind
from tests.factories import items
from tests.factories.clocks import MONDAY, event, moment, posted_report, report
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words

DAY = datetime.timedelta(days=1)
TYPED = {
    "title": "Giải bóng đá",
    "kind": "sports",
    "starts_on": "2023-10-09",
    "starts_time": "07:30",
    "ends_on": "2023-10-10",
    "ends_time": "",
    "place": "Sân trường",
}


@pytest.fixture
def tuesday(cast: SimpleNamespace) -> Iterator[None]:
    """The day after MONDAY; everybody reads English."""
    read_in(cast)
    with freeze_time(moment(1)):
        yield


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday", "sound")]


def look(user: Any, **query: str) -> Any:
    """Open the list."""
    return signed_in(user).get(reverse("board_events"), query)


def listed(page: Any) -> list[str]:
    return [row["event"].title for row in page.context["rows"]]


def enter(user: Any, **changes: Any) -> Any:
    """Send the form of a new event."""
    return signed_in(user).post(reverse("board_event_new"), {**TYPED, **changes})


def act(user: Any, about: Event, verb: str, **data: Any) -> Any:
    """Press a button on an event's page."""
    return signed_in(user).post(reverse("board_event_act", args=[about.pk, verb]), data)


def page_of(user: Any, about: Event) -> Any:
    return signed_in(user).get(reverse("board_event", args=[about.pk]))


# --- Entering


@pytest.mark.parametrize("name", ["head", "deputy2", "secretary"])
def test_event_is_entered_with_its_units(cast: SimpleNamespace, name: str) -> None:
    """A69: an event opens its duty at once."""
    assert enter(getattr(cast, name), units=[cast.unit.toan.pk, cast.unit.doan.pk]).status_code == 302
    made = Event.objects.get()
    assert set(made.units.all()) == {cast.unit.toan, cast.unit.doan}
    assert (made.duty.unit, made.duty.due_on) == (cast.unit.doan, datetime.date(2023, 10, 13))


def test_form_sent_twice__enters_one_event(cast: SimpleNamespace) -> None:
    """A second click on the button opens no second duty; the same form opened anew is another event."""
    key = str(signed_in(cast.deputy1).get(reverse("board_event_new")).context["form"]["uid"].value())
    assert [enter(cast.deputy1, uid=key).status_code for _click in range(2)] == [302, 302]
    assert Event.objects.count() == 1

    other = str(signed_in(cast.deputy1).get(reverse("board_event_new")).context["form"]["uid"].value())
    enter(cast.deputy1, uid=other)
    assert Event.objects.count() == 2


@pytest.mark.parametrize(("name", "status"), [("editor1", 403), ("toan", 302), ("admin", 302)])
def test_event_is_not_entered_by_others(cast: SimpleNamespace, name: str, status: int) -> None:
    assert enter(getattr(cast, name)).status_code == status
    assert not Event.objects.exists()


def test_event_without_end__is_asked_for_it_and_nothing_typed_is_lost(cast: SimpleNamespace) -> None:
    """Đ14.1: the time for writing runs from the last day."""
    answer = enter(cast.deputy1, ends_on="", units=[cast.unit.toan.pk])
    assert answer.status_code == 422
    assert "Say on which day the event ends" in words(answer)
    assert "Đ14.1" in words(answer)
    assert 'value="Giải bóng đá"' in words(answer)
    assert not Event.objects.exists()


def test_form__marks_the_last_day_as_required_and_the_times_as_free(cast: SimpleNamespace) -> None:
    """What is refused without it is not offered as if it could stay empty."""
    page = words(signed_in(cast.deputy1).get(reverse("board_event_new")))
    marked = [label.partition("</label>")[0] for label in page.split("<label ")[1:]]
    assert ["(required)" in label for label in marked if "Last day" in label or "Ends at" in label] == [True, False]


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": "2023-10-08"},
        {"starts_on": "1999-01-01", "ends_on": "1999-01-01"},
        {"ends_on": "2023-10-09", "ends_time": "06:00"},
        {"title": ""},
        {"title": "x" * 201},
        {"title": "\x00"},
        {"kind": "party"},
        {"units": ["x"]},
        {"units": ["999999999999999999999"]},
        {"starts_on": "2023-02-31"},
        {"starts_time": "25:00"},
    ],
)
def test_event_that_makes_no_sense__is_incomplete(cast: SimpleNamespace, changes: dict[str, Any]) -> None:
    assert enter(cast.deputy1, **changes).status_code == 422
    assert not Event.objects.exists()


# --- Lists


def test_lists__upcoming_first_next_and_past_last_first(cast: SimpleNamespace) -> None:
    event(cast, title="Qua rồi")
    event(cast, title="Xa", starts_on=MONDAY + 9 * DAY, ends_on=MONDAY + 9 * DAY)
    event(cast, title="Gần", starts_on=MONDAY + 2 * DAY, ends_on=MONDAY + 2 * DAY)
    assert listed(look(cast.head)) == ["Gần", "Xa"]
    assert listed(look(cast.head, list="past")) == ["Qua rồi"]


def test_lists__are_searched_with_or_without_marks(cast: SimpleNamespace) -> None:
    event(cast, title="Hội thi văn nghệ", units=[cast.unit.toan])
    past = {"list": "past"}
    for typed in ("hội thi", "HOI THI", "văn  nghệ"):
        assert listed(look(cast.head, q=typed, **past)) == ["Hội thi văn nghệ"]
    assert listed(look(cast.head, q="bóng đá", **past)) == []
    assert listed(look(cast.head, unit=str(cast.unit.toan.pk), **past)) == ["Hội thi văn nghệ"]
    assert listed(look(cast.head, unit=str(cast.unit.van.pk), **past)) == []
    assert listed(look(cast.head, kind="arts", **past)) == []


def test_lists__do_not_mind_nonsense(cast: SimpleNamespace) -> None:
    event(cast)
    query = {"list": "x", "kind": "party", "unit": "-1", "q": "'\"%\\", "p": "999"}
    assert look(cast.head, **query).status_code == 200


@pytest.mark.parametrize("name", ["toan", "admin"])
def test_events__are_for_the_board_alone(cast: SimpleNamespace, name: str) -> None:
    about = event(cast, title="Chưa công bố")
    assert look(getattr(cast, name)).status_code == 302
    assert page_of(getattr(cast, name), about).status_code == 302
    assert act(getattr(cast, name), about, "cancel", why="x").status_code == 302
    about.refresh_from_db()
    assert not about.is_cancelled


# --- One event


def test_page__says_why_the_due_date_is_what_it_is(cast: SimpleNamespace) -> None:
    about = event(cast)
    moved = {**TYPED, "title": about.title, "kind": "youth_day", "starts_on": "2023-10-04", "ends_on": "2023-10-04"}
    assert act(cast.secretary, about, "change", **moved).status_code == 302
    page = page_of(cast.head, about)
    first, second = page.context["history"]
    assert "5 October 2023: Counted from the day of the event" in first
    assert "9 October 2023: The event was moved" in second


def test_page__names_the_days_off_that_moved_the_due_date(cast: SimpleNamespace) -> None:
    """Đ14.1, Điều 148: whoever counts three days by hand reads why it is the fourth."""
    thursday = MONDAY + datetime.timedelta(days=3)
    moved = words(page_of(cast.head, event(cast, title="Hội trại", starts_on=thursday, ends_on=thursday)))
    assert "Monday, 9 October 2023, 24:00" in moved
    assert "Days off moved it: 8 Oct (Sunday)." in moved

    unmoved = words(page_of(cast.head, event(cast)))
    assert "Thursday, 5 October 2023, 24:00" in unmoved
    assert "Days off moved it" not in unmoved


def test_change__that_is_refused_keeps_what_was_typed(cast: SimpleNamespace) -> None:
    about = event(cast)
    answer = act(cast.deputy1, about, "change", **{**TYPED, "ends_on": ""})
    assert answer.status_code == 422
    assert 'value="Giải bóng đá"' in words(answer)
    about.refresh_from_db()
    assert about.title == "Ngày hội thanh niên"


def test_cancel__needs_a_reason_and_is_done_once(cast: SimpleNamespace) -> None:
    about = event(cast)
    assert act(cast.deputy1, about, "cancel", why=" ").status_code == 422
    assert act(cast.editor1, about, "cancel", why="Bão").status_code == 403
    assert act(cast.deputy1, about, "cancel", why="Bão").status_code == 302
    assert act(cast.deputy1, about, "cancel", why="Bão nữa").status_code == 409
    assert "Bão" in words(page_of(cast.head, about))


def test_assign__names_unit_and_person(cast: SimpleNamespace) -> None:
    """A70, dash 5: a deputy says who writes; the secretary may not."""
    about = event(cast, EventKind.OTHER)
    data = {"unit": cast.unit.toan.pk, "writer": cast.toan.pk}
    assert act(cast.secretary, about, "assign", **data).status_code == 403
    assert act(cast.deputy1, about, "assign", **data).status_code == 302
    about.duty.refresh_from_db()
    assert (about.duty.unit, about.duty.writer) == (cast.unit.toan, cast.toan)


@pytest.mark.parametrize("data", [{"unit": ""}, {"unit": "x"}, {"unit": "9" * 30}])
def test_assign__without_a_unit_is_incomplete(cast: SimpleNamespace, data: dict[str, str]) -> None:
    assert act(cast.deputy1, event(cast, EventKind.OTHER), "assign", **data).status_code == 422


def test_assign__person_of_another_unit_is_refused(cast: SimpleNamespace) -> None:
    about = event(cast, EventKind.OTHER)
    data = {"unit": cast.unit.van.pk, "writer": cast.toan.pk}
    assert act(cast.deputy1, about, "assign", **data).status_code == 422
    about.duty.refresh_from_db()
    assert about.duty.unit is None


def test_waive__lets_the_unit_off_with_a_reason(cast: SimpleNamespace) -> None:
    about = event(cast)
    assert act(cast.deputy1, about, "waive", why="").status_code == 422
    assert act(cast.secretary, about, "waive", why="Bão").status_code == 403
    assert act(cast.deputy1, about, "waive", why="Bão").status_code == 302
    assert "Let off: Bão" in words(page_of(cast.head, about))


def test_item_is_linked_and_taken_back(cast: SimpleNamespace) -> None:
    about = event(cast)
    record = items.submitted(cast)
    assert act(cast.secretary, about, "link", item=record.pk).status_code == 302
    assert record.title in words(page_of(cast.head, about))
    assert act(cast.secretary, about, "unlink", item=record.pk).status_code == 302
    record.refresh_from_db()
    assert record.event is None


def test_item_is_not_linked__to_a_cancelled_event_nor_by_guessing(cast: SimpleNamespace) -> None:
    about = event(cast)
    draft = items.draft(cast)
    assert act(cast.secretary, about, "link", item=draft.pk).status_code == 422
    record = items.submitted(cast)
    cancel_event(event_id=about.pk, user=cast.head, why="Bão")
    assert act(cast.secretary, about, "link", item=record.pk).status_code == 409


def test_settled_event__offers_nothing_that_would_be_refused(cast: SimpleNamespace) -> None:
    about = event(cast)
    posted_report(cast, about, handed_in_at=moment(0, 20), posted_at=moment(1, 8))
    page = page_of(cast.head, about)
    assert page.context["may"] == {
        "change": True,
        "cancel": False,
        "announce": False,
        "assign": False,
        "waive": False,
        "link": False,
    }


def test_announce__begins_a_draft_for_the_chain(cast: SimpleNamespace) -> None:
    """A69: announcing passes the chain like an article; the second press opens the same draft."""
    about = event(cast, units=[cast.unit.bbt], starts_on=MONDAY + 9 * DAY, ends_on=MONDAY + 9 * DAY)
    first, second = act(cast.deputy1, about, "announce"), act(cast.deputy1, about, "announce")
    assert (first.status_code, second.url) == (302, first.url)
    assert "/pages/" in first.url


def test_unknown_verb_or_event__is_not_found(cast: SimpleNamespace) -> None:
    about = event(cast)
    assert act(cast.head, about, "nonsense").status_code == 404
    assert signed_in(cast.head).get(reverse("board_event", args=[10**30])).status_code == 404
    assert signed_in(cast.head).get(reverse("board_event_act", args=[about.pk, "cancel"])).status_code == 405


def test_report_on_the_way__is_seen_on_the_events_page(cast: SimpleNamespace) -> None:
    record = report(cast, event(cast), moment(1))
    assert reverse("board_review", args=[record.pk]) in words(page_of(cast.head, record.event))
