"""The weekly schedule becomes events: shown first, entered when a person says so, doubled never (A69)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from freezegun import freeze_time

from editorial.models import Event
from tests.factories import schedules
from tests.factories.readers import read_in
from tests.factories.screens import signed_in, words

NOVEMBER = datetime.datetime(2026, 11, 14, 2, tzinfo=datetime.UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november", "sound")]


@pytest.fixture
def november(cast: SimpleNamespace) -> Iterator[None]:
    """The Saturday before the week of the schedule; everybody reads English."""
    read_in(cast)
    with freeze_time(NOVEMBER):
        yield


def upload(user: Any, data: bytes, name: str = "lich.xlsx") -> Any:
    """Choose a file."""
    return signed_in(user).post(reverse("board_schedule"), {"file": SimpleUploadedFile(name, data)})


def typed(page: Any, **changes: Any) -> dict[str, Any]:
    """The preview's form as the page has it; `changes` by field name of the first row."""
    formset = page.context["formset"]
    data = {f"{formset.prefix}-{name}": value for name, value in formset.management_form.initial.items()}
    for form in formset.forms:
        for name in form.fields:
            value = form[name].value()
            if value not in (None, False):
                data[form.add_prefix(name)] = "on" if value is True else value
    for name, value in changes.items():
        data[f"{formset.prefix}-0-{name}"] = value
    return data


def enter(user: Any, data: dict[str, Any]) -> Any:
    """Enter the ticked rows."""
    return signed_in(user).post(reverse("board_schedule_enter"), data)


def test_schedule__is_shown_first_and_entered_as_it_was_shown(cast: SimpleNamespace) -> None:
    page = upload(cast.deputy1, schedules.sheet())
    assert page.status_code == 200
    assert not Event.objects.exists()

    assert enter(cast.deputy1, typed(page)).status_code == 302
    second = Event.objects.get(title__startswith="Hội thi")
    assert (second.starts_on, second.starts_time, second.ends_time) == (
        datetime.date(2026, 11, 16),
        datetime.time(14),
        datetime.time(16, 30),
    )
    assert (second.kind, second.source, second.place) == ("arts", "schedule", "Hội trường")
    assert set(second.units.all()) == {cast.unit.doan, cast.unit.toan}
    assert second.duty.unit == cast.unit.doan


def test_schedule__imported_twice_doubles_nothing(cast: SimpleNamespace) -> None:
    enter(cast.deputy1, typed(upload(cast.deputy1, schedules.sheet())))
    again = upload(cast.deputy1, schedules.sheet())
    assert words(again).count("This event is in the calendar already.") == 3
    assert "-0-wanted" not in str([name for name in typed(again) if name.endswith("wanted")])

    answer = enter(cast.deputy1, typed(again, wanted="on"))
    assert answer.status_code == 302
    assert Event.objects.count() == 3


def test_schedule__corrected_by_hand_still_is_not_doubled(cast: SimpleNamespace) -> None:
    page = upload(cast.deputy1, schedules.sheet())
    enter(cast.deputy1, typed(page, title="Lễ chào cờ"))
    again = upload(cast.deputy1, schedules.sheet())
    enter(cast.deputy1, typed(again, wanted="on"))
    assert Event.objects.filter(starts_time="07:15").get().title == "Lễ chào cờ"


def test_schedule__only_ticked_rows_are_entered(cast: SimpleNamespace) -> None:
    data = typed(upload(cast.deputy1, schedules.sheet()))
    del data["form-0-wanted"]
    data["form-0-starts_on"] = "no day"
    enter(cast.deputy1, data)
    assert Event.objects.count() == 2


def test_schedule__row_with_a_fault_stops_all_and_keeps_what_was_typed(cast: SimpleNamespace) -> None:
    answer = enter(cast.deputy1, typed(upload(cast.deputy1, schedules.sheet()), title="Sửa tay", ends_on=""))
    assert answer.status_code == 422
    assert "Say on which day the event ends" in words(answer)
    assert 'value="Sửa tay"' in words(answer)
    assert not Event.objects.exists()


def test_schedule__nothing_ticked_says_so(cast: SimpleNamespace) -> None:
    data = typed(upload(cast.deputy1, schedules.sheet()))
    data = {name: value for name, value in data.items() if not name.endswith("-wanted")}
    assert enter(cast.deputy1, data).status_code == 422


def test_ical__is_entered_too(cast: SimpleNamespace) -> None:
    data = schedules.calendar("UID:a@b\nSUMMARY:Hội thi văn nghệ\nDTSTART:20261116T070000Z\nRRULE:FREQ=DAILY")
    page = upload(cast.secretary, data, "tuan.ics")
    assert "The event repeats; only the first time is entered." in words(page)
    enter(cast.secretary, typed(page))
    assert Event.objects.get().uid == "ical-a@b"


@pytest.mark.parametrize("name", ["editor1", "toan", "admin"])
def test_schedule__is_not_imported_by_others(cast: SimpleNamespace, name: str) -> None:
    person = getattr(cast, name)
    expected = 403 if name == "editor1" else 302
    assert upload(person, schedules.sheet()).status_code == expected
    data = typed(upload(cast.deputy1, schedules.sheet()))
    assert enter(person, data).status_code == expected
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "neither an XLSX nor an iCal file"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"BEGIN:VCALENDAR\n\xff\xfe", "damaged"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "no events"),
        (b"x" * (2 * 1024 * 1024 + 1), "too big"),
    ],
)
def test_file_that_cannot_be_read__is_told_in_a_sentence(cast: SimpleNamespace, data: bytes, said: str) -> None:
    answer = upload(cast.deputy1, data)
    assert answer.status_code == 422
    assert said in words(answer)


def test_zip_bomb__is_told_in_a_sentence(cast: SimpleNamespace) -> None:
    answer = upload(cast.deputy1, schedules.bomb())
    assert (answer.status_code, "too big" in words(answer)) == (422, True)


def test_no_file__is_asked_for(cast: SimpleNamespace) -> None:
    assert signed_in(cast.deputy1).get(reverse("board_schedule")).status_code == 200
    assert signed_in(cast.deputy1).post(reverse("board_schedule"), {}).status_code == 422


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"form-TOTAL_FORMS": "x", "form-INITIAL_FORMS": "0"},
        {"form-TOTAL_FORMS": "100000", "form-INITIAL_FORMS": "0"},
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-wanted": "on", "form-0-uid": "\x00"},
        {"form-TOTAL_FORMS": "-5", "form-INITIAL_FORMS": "9999999999"},
    ],
)
def test_forged_preview__is_refused(cast: SimpleNamespace, data: dict[str, str]) -> None:
    assert enter(cast.deputy1, data).status_code == 422
    assert not Event.objects.exists()
