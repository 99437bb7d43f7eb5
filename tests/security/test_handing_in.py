"""Handing in on the public side cannot be turned against the school: units apart, guests, hostile files, doubles."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from editorial.intake.storage import PrivateStorage
from editorial.models import EditorialRecord, IntakeEntry, IntakeOriginal, LedgerEntry
from editorial.rules.vocabulary import WorkState
from news.handing_in.actions import begin_item, send_item
from news.handing_in.simple import SimpleText
from news.models import NewsPage
from news.rules.handing_in import MOST_PICTURES
from tests.factories import guests, items
from tests.factories.handing_in import (
    TYPED,
    begin,
    first_category,
    form_of,
    newest,
    only_record,
    photos,
    words_for_pictures,
)
from tests.factories.screens import signed_in, words
from tests.factories.uploads import archive, office, pdf
from tests.security.test_races import race

HUGE = 10**30
HOSTILE = {
    "ảnh.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "ảnh.png": b"<html><script>alert(1)</script></html>",
    "ảnh.jpg": b"MZ" + bytes(200),
    "rỗng.png": b"\x89PNG\r\n\x1a\n",
    "lưu trữ.zip": archive({"a.exe": b"MZ"}),
    "bài.docx": office(parts={"word/vbaProject.bin": b"x"}),
    "bài.pdf": pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>"),
    "chạy.exe": b"MZ" + bytes(200),
}


def addresses(record: EditorialRecord) -> list[str]:
    """Every screen of one item."""
    return [reverse(name, args=[record.pk]) for name in ("hand_in_edit", "hand_in_look", "hand_in_withdraw")]


# --- units apart


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["van", "secretary", "head", "editor1"])
@pytest.mark.parametrize("state", ["draft", "returned", "submitted"])
def test_item_of_another_unit__does_not_exist_here(cast: SimpleNamespace, who: str, state: str) -> None:
    """Whatever post a person holds on the board: here he writes for his unit."""
    record = getattr(items, state)(cast, author="doan")
    before, client = newest(record).title, signed_in(getattr(cast, who))
    edit, look, withdraw = addresses(record)
    assert [client.get(edit).status_code, client.get(look).status_code] == [404, 404]
    form = {**form_of(client.get("/gui-bai/moi/")), **TYPED, "act": "send"}
    assert [client.post(edit, form).status_code, client.post(withdraw).status_code] == [404, 404]
    assert record.title not in words(client.get("/gui-bai/"))
    assert (newest(record).title, EditorialRecord.objects.get(pk=record.pk).work) == (before, record.work)


@pytest.mark.django_db
def test_superuser__has_no_special_way(cast: SimpleNamespace) -> None:
    record, client = items.draft(cast), signed_in(cast.admin)
    edit, look, withdraw = addresses(record)
    answers = [client.get(edit), client.get(look), client.post(edit, TYPED), client.post(withdraw)]
    answers += [client.get("/gui-bai/"), client.post("/gui-bai/moi/", TYPED), client.post("/gui-bai/anh/", {})]
    assert {answer.status_code for answer in answers} == {403}
    assert EditorialRecord.objects.count() == 1


@pytest.mark.django_db
def test_unit__of_the_form_is_one_of_the_persons_own(cast: SimpleNamespace) -> None:
    assert begin(signed_in(cast.toan), unit=cast.unit.van.pk).status_code == 422
    assert not EditorialRecord.objects.exists()
    assert begin(signed_in(cast.toan)).status_code == 302


@pytest.mark.django_db
def test_pictures__of_another_person_cannot_be_named(cast: SimpleNamespace) -> None:
    """A note holds for the person it was made for; a number alone is none."""
    page = begin(signed_in(cast.van), "add", photos=photos())
    stolen, told = form_of(page)["picture"], words_for_pictures(page)
    image = get_image_model().objects.get()
    client = signed_in(cast.toan)
    begin(client, picture=[*stolen, str(image.pk), "x:y:z"], **told)
    assert [block.block_type for block in newest(only_record()).body] == ["text"]


@pytest.mark.django_db
def test_draft_picture__is_seen_by_its_unit_and_nobody_else(cast: SimpleNamespace) -> None:
    begin(signed_in(cast.toan), photos=photos())
    address = f"/media/{get_image_model().objects.get().file.name}"
    assert signed_in(cast.toan).get(address).status_code == 200
    assert signed_in(cast.van).get(address).status_code == 404
    assert Client().get(address).status_code == 404


# --- bad input


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "\x00"},
        {"title": "x" * 300},
        {"text": "x" * 50_001},
        {"token": "x"},
        {"seen": "đ"},
        {"unit": HUGE},
        {"event": HUGE},
        {"categories": ["x", HUGE]},
        {"event_kind": "không có", "event_ended_on": "2026-11-20"},
        {"event_ended_on": "2026-02-31"},
    ],
)
def test_bad_input__gets_a_sentence_and_loses_nothing(cast: SimpleNamespace, wrong: dict[str, Any]) -> None:
    answer = begin(signed_in(cast.toan), **wrong)
    assert answer.status_code == 422
    assert TYPED["lead"] in words(answer)
    assert not EditorialRecord.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("address", [f"/gui-bai/{HUGE}/", f"/gui-bai/{HUGE}/xem/", "/gui-bai/0/", "/gui-bai/x/"])
def test_address__that_leads_nowhere_answers_404(cast: SimpleNamespace, address: str) -> None:
    assert signed_in(cast.toan).get(address).status_code == 404


@pytest.mark.django_db
def test_words__with_markup_stay_words(cast: SimpleNamespace) -> None:
    client, script = signed_in(cast.toan), "<script>alert(1)</script>"
    begin(client, "send", title=script, lead=script, text=f"{script}\n\n<p>&amp;</p>")
    shown = client.get(reverse("hand_in_look", args=[only_record().pk])).content.decode()
    assert script not in shown
    assert "&lt;script&gt;" in newest(only_record()).body.raw_data[0]["value"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [name for name in HOSTILE if not name.startswith("lưu")])
def test_hostile_file__of_a_member_is_refused_by_name_and_the_rest_stays(cast: SimpleNamespace, name: str) -> None:
    client = signed_in(cast.toan)
    bad = SimpleUploadedFile(name, HOSTILE[name], content_type="image/png")
    answer = begin(client, photos=[bad, *photos()])
    assert answer.status_code == 422
    assert f"{name}:" in words(answer)
    assert TYPED["lead"] in words(answer)
    assert get_image_model().objects.count() == 1
    alone = client.post("/gui-bai/anh/", {"photos": [SimpleUploadedFile(name, HOSTILE[name])]})
    assert alone.status_code == 422


@pytest.mark.django_db
def test_pictures__are_bounded(cast: SimpleNamespace) -> None:
    answer = begin(signed_in(cast.toan), photos=photos(MOST_PICTURES + 1))
    assert answer.status_code == 422
    assert get_image_model().objects.count() == MOST_PICTURES


@pytest.mark.django_db
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file__of_a_guest_is_refused_and_leaves_nothing(cast: SimpleNamespace, name: str) -> None:
    link = guests.made(cast)
    answer = guests.send(link, uploads=[SimpleUploadedFile(name, HOSTILE[name])])
    assert answer.status_code == 422
    assert name in words(answer)
    assert not IntakeEntry.objects.exists()
    assert not PrivateStorage().exists("intake")
    assert guests.send(link, uploads=[guests.photo()]).status_code == 302


# --- a guest has his link and nothing else


@pytest.mark.django_db
def test_guest__reaches_nothing_but_his_form_and_his_status(cast: SimpleNamespace) -> None:
    link, other = guests.made(cast), guests.made(cast, label="Của lớp khác")
    client = Client()
    code = guests.code_in(guests.send(link, client, uploads=[guests.photo()]))
    entry, original = IntakeEntry.objects.get(), IntakeOriginal.objects.get()
    closed = [
        "/gui-bai/",
        "/gui-bai/moi/",
        reverse("board_intake_entry", args=[entry.pk]),
        reverse("board_intake_original", args=[entry.pk, original.pk]),
        reverse("board_guest", args=[link.pk]),
        reverse("board_guest_qr", args=[link.pk]),
        "/admin/",
    ]
    assert {client.get(address).status_code for address in closed} <= {302, 403, 404}
    assert client.get(f"/media/{original.file.name}").status_code == 404
    assert "_auth_user_id" not in client.session
    status = words(client.get(reverse("guest_status", args=[code])))
    for secret in (other.token, link.token, "Của lớp khác", guests.PUPIL["giver_name"], guests.PUPIL["text"][:10]):
        assert secret not in status
    assert not NewsPage.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["x", "../admin", "%00", "a" * 4000, "đ" * 20, "' OR 1=1 --"])
def test_token__that_was_not_given_opens_nothing(cast: SimpleNamespace, token: str) -> None:
    guests.made(cast)
    assert Client().get(f"/gui-bai/khach/{token}/").status_code == 404


@pytest.mark.django_db
def test_guest_form__keeps_its_address_to_itself(cast: SimpleNamespace) -> None:
    """The token stands in the address: no other site reads it, no cache and no search engine keeps it."""
    answer = Client().get(reverse("guest_form", args=[guests.made(cast).token]))
    assert (answer["X-Robots-Tag"], "no-store" in answer["Cache-Control"]) == ("noindex", True)
    assert answer["Referrer-Policy"] == "same-origin"


# --- twice at once


@pytest.mark.xdist_group("free_database")
def test_double_click__at_the_same_moment_is_one_item(free_database: SimpleNamespace) -> None:
    cast = free_database
    given = SimpleText("Hội thi", "Câu đầu.", "Đoạn một.", category_ids=frozenset({first_category()}))

    def press() -> Any:
        record = begin_item(unit=cast.unit.toan, user=cast.toan, given=given, token="a" * 32)
        return send_item(record_id=record.pk, user=cast.toan)

    race(press, press)

    record = only_record()
    assert record.work is WorkState.SUBMITTED
    assert LedgerEntry.objects.filter(action="editorial.hand_in", record_id=record.pk).count() == 1


@pytest.mark.xdist_group("free_database")
def test_last_use_of_a_link__at_the_same_moment_is_one_entry(free_database: SimpleNamespace) -> None:
    cast = free_database
    link = guests.made(cast, most_uses=1)
    lines = [guests.opened(link), guests.opened(link)]

    race(*(lambda line=line: guests.send(link, opened=line) for line in lines))

    assert IntakeEntry.objects.count() == 1
