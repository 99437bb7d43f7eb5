"""The register's screens: from an e-mail with three photos to a draft; nobody but the board sees a giver (A30, A60)."""

from __future__ import annotations

import html
import io
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.intake import waiting
from editorial.intake.storage import PrivateStorage
from editorial.models import IntakeEntry, IntakeOriginal
from editorial.rules.intake import IntakeState
from news.models import NewsPage
from tests.factories import items
from tests.factories.screens import signed_in, words
from tests.integration.editorial.test_intake import CONTACT, GIVER, brought, enter
from tests.unit.editorial.mails import mail, many_parts, nested, word

pytestmark = pytest.mark.django_db
PHOTOS = {f"ảnh {number}.png": items.png((number, 40, 90)) for number in (1, 2, 3)}


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data)


def drop(client: Client, name: str = "thư.eml", data: bytes | None = None) -> Any:
    """Drop a file into the register's field."""
    return client.post(reverse("board_intake_read"), {"file": upload(name, mail(PHOTOS) if data is None else data)})


def form_of(page: Any, **changes: Any) -> dict[str, Any]:
    """The entry form as the page has it, with some fields changed."""
    form = BeautifulSoup(page.content, "html.parser").find("form", action=reverse("board_intake_new"))
    assert form is not None
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if name == "csrfmiddlewaretoken" or kind == "file" or (kind == "checkbox" and not field.has_attr("checked")):
            continue
        data.setdefault(name, []).append(value_of(field))
    return {**data, **changes}


def value_of(field: Any) -> str:
    """What a browser would send for a field."""
    if field.name == "textarea":
        return str(field.text).removeprefix("\n")
    if field.name == "select":
        chosen = field.find("option", selected=True)
        return str(chosen["value"]) if chosen else ""
    return str(field.get("value", ""))


def send(client: Client, page: Any, **changes: Any) -> Any:
    """Send the form of the page."""
    return client.post(reverse("board_intake_new"), form_of(page, **changes))


def blank(client: Client) -> Any:
    """The empty form."""
    return client.get(reverse("board_intake_new"))


def test_mail_with_three_photos__becomes_a_draft_in_one_step_after_a_look(cast: SimpleNamespace) -> None:
    client = signed_in(cast.secretary)
    seen = drop(client)
    assert seen.status_code == 200
    assert not IntakeEntry.objects.exists()
    for shown in ("Tin Hội khỏe Phù Đổng", "a@example.org", *PHOTOS):
        assert shown in words(seen)

    done = send(client, seen, unit=cast.unit.toan.pk)
    entry = IntakeEntry.objects.get()
    assert done.url == reverse("board_intake_entry", args=[entry.pk])
    names = ["thư.eml", *PHOTOS]
    assert list(entry.originals.values_list("name", flat=True)) == names
    assert [row.file.read() for row in entry.originals.all()] == [mail_bytes(entry), *PHOTOS.values()]

    page = client.get(done.url)
    assert all(name in words(page) for name in names)
    ids = list(entry.originals.filter(is_source=False).values_list("pk", flat=True))
    drafted = client.post(reverse("board_intake_act", args=[entry.pk, "draft"]), {"originals": ids})
    article = NewsPage.objects.get()
    assert drafted.url == reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert client.get(drafted.url).status_code == 200
    assert [block.block_type for block in article.body] == ["text", "image", "image", "image"]
    assert PrivateStorage().listdir("waiting")[1] == []


def mail_bytes(entry: IntakeEntry) -> bytes:
    """The dropped e-mail as it lies in the register."""
    data: bytes = entry.originals.get(is_source=True).file.read()
    assert data.startswith(b"From:")
    return data


def test_word_file__its_words_are_shown_and_a_picture_can_be_left_out(cast: SimpleNamespace) -> None:
    client = signed_in(cast.editor1)
    seen = drop(client, "bài.docx", word("Hội khỏe", "Chữ", pictures={"a.png": b"1", "b.png": b"2"}))
    assert "Hội khỏe\n\nChữ" in words(seen)
    send(client, seen, giver_name="Thầy Ba", parts=["1"])
    entry = IntakeEntry.objects.get()
    assert [row.name for row in entry.originals.all()] == ["bài.docx", "b.png"]
    assert (entry.channel, entry.text) == ("channel_disc", "Hội khỏe\n\nChữ")


HOSTILE = {
    "nested.eml": nested(2_000),
    "parts.eml": many_parts(1_000),
    "empty.eml": b" ",
    "noise.eml": b"\xff\x00" * 500,
    "bomb.docx": b"PK\x03\x04 not a zip",
    "doc.doc": b"\xd0\xcf\x11\xe0",
    "x": b"From: a@b.vn\n\nx",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_read__hostile_files_get_a_sentence_and_leave_nothing(cast: SimpleNamespace, name: str) -> None:
    answer = drop(signed_in(cast.secretary), name, HOSTILE[name])
    assert answer.status_code == 422
    assert 'role="alert"' in words(answer)
    assert PrivateStorage().listdir("waiting")[1] == []


def test_new__what_was_typed_and_uploaded_stays_when_something_is_missing(cast: SimpleNamespace) -> None:
    client = signed_in(cast.secretary)
    typed = {"giver_name": "Bà Lan", "subject": "", "text": "Chữ đã gõ"}
    refused = send(client, blank(client), **typed, uploads=[upload("a.png", b"1"), upload("b.mp4", b"2")])
    assert refused.status_code == 422
    for kept in ("Bà Lan", "Chữ đã gõ", "a.png", "b.mp4"):
        assert kept in words(refused)
    done = send(client, refused, subject="Tin")
    assert done.status_code == 302
    assert [(row.name, row.file.read()) for row in IntakeOriginal.objects.all()] == [("a.png", b"1"), ("b.mp4", b"2")]
    assert PrivateStorage().listdir("waiting")[1] == []


def test_new__a_mail_that_was_read_stays_when_something_is_missing(cast: SimpleNamespace) -> None:
    client = signed_in(cast.secretary)
    refused = send(client, drop(client), subject=" ")
    assert refused.status_code == 422
    assert send(client, refused, subject="Tin").status_code == 302
    assert IntakeOriginal.objects.count() == 4


def test_new__sent_twice_is_one_entry(cast: SimpleNamespace) -> None:
    client = signed_in(cast.secretary)
    page = blank(client)
    answers = [send(client, page, giver_name="A", subject="B", text="C") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert IntakeEntry.objects.count() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"token": "x" * 500},
        {"channel": "channel_pigeon"},
        {"unit": "999999999999999999999"},
        {"received_at": "0000-00-00T99:99"},
        {"received_at": "9999-12-31T23:59"},
        {"received_at": "0001-01-01T00:00"},
        {"received_at": "1999-12-31T23:59"},
        {"subject": "\x00"},
        {"consent": "maybe"},
        {"waiting": ["forged", "a:b:c"]},
        {"dropped": "forged:x:y", "parts": ["9" * 50, "-1", "٣"]},
    ],
)
def test_new__odd_values_are_answered(cast: SimpleNamespace, change: dict[str, Any]) -> None:
    client = signed_in(cast.secretary)
    answer = send(client, blank(client), **{"giver_name": "A", "subject": "B", "text": "C", **change})
    assert answer.status_code in {302, 422}


@pytest.mark.parametrize("date", ["Fri, 1 Jan 0001 00:00:00 +1400", "Fri, 20 Nov 2150 00:00:00 +0000", "no date"])
def test_read__a_date_that_cannot_be_becomes_now(cast: SimpleNamespace, date: str) -> None:
    client = signed_in(cast.secretary)
    head = f"From: a@b.vn\nSubject: Tin\nDate: {date}\n\nChữ".encode()
    assert send(client, drop(client, data=head)).status_code == 302
    entry = IntakeEntry.objects.get()
    assert entry.received_at.date() == entry.entered_at.date()


def test_new__too_large_a_file_is_named_with_both_sizes(cast: SimpleNamespace, settings: Any) -> None:
    settings.PORTAL_INTAKE_MAX_BYTES = 1024
    client = signed_in(cast.secretary)
    answer = send(
        client, blank(client), giver_name="A", subject="B", text="C", uploads=[upload("film.mp4", b"x" * 2048)]
    )
    assert answer.status_code == 422
    assert "film.mp4" in words(answer)
    assert not IntakeEntry.objects.exists()


def test_waiting__a_note_is_for_one_person_and_one_day(cast: SimpleNamespace, monkeypatch: Any) -> None:
    note = waiting.put(upload("a.png", b"1"), cast.secretary).note
    assert waiting.find(note, cast.secretary) is not None
    assert waiting.find(note, cast.editor1) is None
    assert waiting.find(note[:-1] + "?", cast.secretary) is None
    monkeypatch.setattr(waiting, "KEPT", -waiting.KEPT)
    assert waiting.find(note, cast.secretary) is None


# --- who sees it

SCREENS = ("board_intake", "board_intake_entry", "board_intake_original", "board_intake_receipt")
FORMS = ("board_intake_new", "board_intake_read", "board_intake_act")


def address(name: str, entry: IntakeEntry) -> str:
    """Where a screen of the entry stands."""
    given = {
        "board_intake_entry": [entry.pk],
        "board_intake_receipt": [entry.pk],
        "board_intake_original": [entry.pk, entry.originals.get().pk],
        "board_intake_act": [entry.pk, "draft"],
    }
    return reverse(name, args=given.get(name, []))


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("who", ["head", "deputy1", "secretary", "editor1"])
def test_screens__the_board_reads(cast: SimpleNamespace, screen: str, who: str) -> None:
    answer = signed_in(getattr(cast, who)).get(address(screen, enter(cast, brought())))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("screen", [*SCREENS, *FORMS])
@pytest.mark.parametrize("who", ["toan", "van", "admin", None])
def test_screens__units_the_administrator_and_strangers_see_nothing_of_givers(
    cast: SimpleNamespace, screen: str, who: str | None
) -> None:
    entry = enter(cast, brought(), unit_id=cast.unit.toan.pk)
    client = signed_in(getattr(cast, who)) if who else Client()
    for answer in (client.get(address(screen, entry)), client.post(address(screen, entry))):
        assert answer.status_code in ({403, 405} if who else {302})
        assert GIVER not in words(answer)
        assert CONTACT not in words(answer)
    entry.refresh_from_db()
    assert entry.state is IntakeState.OPEN


@pytest.mark.parametrize("screen", FORMS)
@pytest.mark.parametrize("who", ["head", "deputy1"])
def test_forms__head_and_deputies_read_but_do_not_enter(cast: SimpleNamespace, screen: str, who: str) -> None:
    answer = signed_in(getattr(cast, who)).post(address(screen, enter(cast, brought())))
    assert answer.status_code == 403


def test_units_member__reads_the_draft_but_finds_no_giver_in_it(cast: SimpleNamespace) -> None:
    entry = enter(cast, brought(), unit_id=cast.unit.toan.pk)
    secretary = signed_in(cast.secretary)
    secretary.post(reverse("board_intake_act", args=[entry.pk, "draft"]))
    entry.refresh_from_db()
    assert entry.record is not None
    member = signed_in(cast.toan)
    for url in (
        reverse("board_review", args=[entry.record.pk]),
        reverse("wagtailadmin_pages:edit", args=[entry.record.page_id]),
        reverse("wagtailadmin_pages:history", args=[entry.record.page_id]),
    ):
        answer = member.get(url, follow=True)
        assert answer.status_code == 200
        assert GIVER not in words(answer)
        assert CONTACT not in words(answer)


def test_original__comes_as_a_file_to_save_unchanged_and_never_as_a_page(cast: SimpleNamespace) -> None:
    data = b"<html><script>alert(1)</script>"
    entry = enter(cast, brought('x"; filename=evil.html\u202e', data))
    answer = signed_in(cast.head).get(address("board_intake_original", entry))
    assert b"".join(answer.streaming_content) == data
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_original__that_was_changed_on_disk_is_not_handed_out(cast: SimpleNamespace) -> None:
    entry = enter(cast, brought())
    original = entry.originals.get()
    with io.FileIO(original.file.path, "r+") as stored:
        stored.write(b"changed")
    answer = signed_in(cast.head).get(address("board_intake_original", entry))
    assert answer.status_code == 409


def test_original__of_another_entry_is_not_found(cast: SimpleNamespace) -> None:
    one, other = enter(cast, brought()), enter(cast)
    url = reverse("board_intake_original", args=[other.pk, one.originals.get().pk])
    assert signed_in(cast.head).get(url).status_code == 404


def test_entry__an_act_that_is_refused_says_why(cast: SimpleNamespace) -> None:
    entry = enter(cast)
    client = signed_in(cast.secretary)
    close = reverse("board_intake_act", args=[entry.pk, "close"])
    assert client.post(close, {"why": ""}).status_code == 422
    assert client.post(close, {"why": "Gửi hai lần"}).status_code == 302
    assert client.post(close, {"why": "Gửi hai lần"}).status_code == 409
    assert client.post(reverse("board_intake_act", args=[entry.pk, "burn"])).status_code == 404
    assert "Gửi hai lần" in words(client.get(reverse("board_intake_entry", args=[entry.pk])))


def test_entry__files_are_added(cast: SimpleNamespace) -> None:
    entry = enter(cast)
    add = reverse("board_intake_act", args=[entry.pk, "add"])
    client = signed_in(cast.secretary)
    assert client.post(add).status_code == 422
    assert client.post(add, {"uploads": [upload("a.png", b"1"), upload("b.png", b"2")]}).status_code == 302
    assert entry.originals.count() == 2


def test_register__is_searched_and_turned_over(cast: SimpleNamespace) -> None:
    for number in range(27):
        enter(cast, subject=f"Tin số {number}")
    client = signed_in(cast.head)
    first = words(client.get(reverse("board_intake")))
    assert "27/2026" in first
    assert ">1/2026<" not in first
    assert ">1/2026<" in words(client.get(reverse("board_intake"), {"p": "2"}))
    found = words(client.get(reverse("board_intake"), {"q": "tin so 13"}))
    assert "14/2026" in found
    assert "13/2026" not in found
    assert client.get(reverse("board_intake"), {"state": "burnt"}).status_code == 404
    assert client.get(reverse("board_intake"), {"q": "%_'", "p": "-1", "state": "open"}).status_code == 200


def test_register__a_page_costs_the_same_however_many_entries(
    cast: SimpleNamespace, django_assert_max_num_queries: Any
) -> None:
    for _ in range(5):
        enter(cast, brought())
    client = signed_in(cast.head)
    client.get(reverse("board_intake"))
    with django_assert_max_num_queries(30):
        client.get(reverse("board_intake"))


def test_receipt__names_giver_number_and_files_on_paper(cast: SimpleNamespace) -> None:
    entry = enter(cast, brought("đĩa.zip", b"zip"))
    paper = html.unescape(signed_in(cast.secretary).get(address("board_intake_receipt", entry)).content.decode())
    for shown in ("1/2026", GIVER, "đĩa.zip", entry.originals.get().sha256, cast.secretary.get_full_name()):
        assert shown in paper
