"""Links for guests: made by the board, used by pupils without an account, followed by a code (A31, Đ7.1 dash 1)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now, today
from editorial import actions
from editorial.models import GuestLink, IntakeEntry, LedgerEntry, OutboxMessage
from editorial.rules.guest_links import MOST_FROM_ADDRESS
from editorial.rules.intake import IntakeState
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Channel, Origin
from news.models import NewsPage
from tests.factories import guests, items
from tests.factories.evidence import refuses
from tests.factories.guests import PUPIL, code_in, made, opened, photo, send
from tests.factories.handing_in import first_category
from tests.factories.reports import said_on
from tests.factories.screens import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def reader() -> Client:
    """A guest who reads English."""
    client = Client()
    client.cookies.load({"portal_language": "en"})
    return client


# --- making a link


def test_link__is_made_on_the_board_and_printed_with_its_qr_code(cast: SimpleNamespace) -> None:
    client = signed_in(cast.secretary)
    form = client.get(reverse("board_guest_new"))
    number = form.context["form"]["number"].value()
    day = today() + datetime.timedelta(days=7)
    data = {"number": number, "label": "Lớp 12A1", "unit": cast.unit.doan.pk, "valid_until": day, "most_uses": 40}
    answers = [client.post(reverse("board_guest_new"), data) for _ in range(2)]
    link = GuestLink.objects.get()
    assert {answer.url for answer in answers} == {reverse("board_guest", args=[link.pk])}
    address = f"http://testserver/gui-bai/khach/{link.token}/"
    for name in ("board_guest", "board_guest_sheet"):
        assert address in words(client.get(reverse(name, args=[link.pk])))
    drawing = client.get(reverse("board_guest_qr", args=[link.pk]))
    assert drawing["Content-Type"] == "image/svg+xml"
    assert b"<svg" in drawing.content
    assert "Ông secretary" in words(client.get(reverse("board_guests")))


def test_token__is_stored_as_a_hash_only(cast: SimpleNamespace) -> None:
    link = made(cast)
    assert len(link.token.replace("-", "")) == 16
    assert link.token not in str(GuestLink.objects.values().get())
    assert link.token.replace("-", "") not in str(GuestLink.objects.values().get())


def test_token__of_a_portal_with_another_secret_is_not_shown(cast: SimpleNamespace, settings) -> None:
    link, address = made(cast), reverse("board_guest", args=[made(cast).pk])
    sheet = address + "sheet/"
    assert sheet in words(signed_in(cast.secretary).get(address))
    settings.SECRET_KEY = "another"
    assert link.token == ""
    page = signed_in(cast.secretary).get(address)
    assert page.status_code == 200
    assert sheet not in words(page)


def test_link__leaves_lines_without_its_label(cast: SimpleNamespace) -> None:
    link = made(cast, label="Bạn Ka Duyên")
    actions.close_guest_link(link_id=link.pk, user=cast.head)
    lines = LedgerEntry.objects.filter(payload__link=link.pk)
    assert [row.action for row in lines.order_by("seq")] == ["editorial.make_guest_link", "editorial.close_guest_link"]
    assert "Duyên" not in str(list(lines.values()))


@pytest.mark.parametrize("who", ["head", "van", "admin"])
def test_link__is_made_by_secretary_editors_and_heads_of_units(cast: SimpleNamespace, who: str) -> None:
    with refuses(Reason.TECHNICAL_ROLE if who == "admin" else Reason.NOT_YOUR_POST):
        made(cast, who=who)
    cast.unit.doan.head = cast.doan
    cast.unit.doan.save()
    assert made(cast, who="doan").unit == cast.unit.doan
    with refuses(Reason.NOT_YOUR_UNIT):
        made(cast, who="doan", unit_id=cast.unit.toan.pk)


def test_screens__show_the_head_of_a_unit_his_links_alone(cast: SimpleNamespace) -> None:
    cast.unit.doan.head = cast.doan
    cast.unit.doan.save()
    own, other = made(cast, label="Của Đoàn"), made(cast, label="Của Toán", unit_id=cast.unit.toan.pk)
    client = signed_in(cast.doan)
    listed = words(client.get(reverse("board_guests")))
    assert "Của Đoàn" in listed
    assert "Của Toán" not in listed
    for name in ("board_guest", "board_guest_sheet", "board_guest_qr"):
        assert client.get(reverse(name, args=[own.pk])).status_code == 200
        assert client.get(reverse(name, args=[other.pk])).status_code == 404
    assert client.post(reverse("board_guest_close", args=[other.pk])).status_code == 404
    assert client.post(reverse("board_guest_close", args=[own.pk])).status_code == 302


@pytest.mark.parametrize("who", ["van", "admin"])
def test_screens__are_closed_to_others(cast: SimpleNamespace, who: str) -> None:
    link = made(cast)
    client = signed_in(getattr(cast, who))
    assert client.get(reverse("board_guests")).status_code in {302, 403}
    assert client.get(reverse("board_guest", args=[link.pk])).status_code in {302, 403}


@pytest.mark.parametrize(
    "wrong", [{"label": ""}, {"valid_until": "2099-01-01"}, {"most_uses": "0"}, {"number": "x"}, {"label": "a\x00"}]
)
def test_new_link__what_was_typed_stays_when_something_is_wrong(cast: SimpleNamespace, wrong: dict) -> None:
    client = signed_in(cast.secretary)
    data = {"number": "a" * 32, "label": "Lớp 12A1", "valid_until": str(today()), "most_uses": "37", "unit": ""}
    answer = client.post(reverse("board_guest_new"), {**data, **wrong})
    assert answer.status_code == 422
    assert "37" in words(answer) or "most_uses" in wrong
    assert not GuestLink.objects.exists()


# --- using it


def test_guest__sends_and_it_is_an_entry_of_the_register(cast: SimpleNamespace) -> None:
    link = made(cast)
    answer = send(link, uploads=[photo("a.png"), photo("b.png", items.png((1, 2, 3)))])
    entry = IntakeEntry.objects.get()
    assert answer.status_code == 302
    assert (entry.guest_link, entry.unit, entry.entered_by) == (link, cast.unit.doan, None)
    assert (entry.giver_name, entry.giver_contact) == ("Ka Duyên, Lớp 12A1", PUPIL["giver_contact"])
    assert (entry.channel, entry.subject, entry.text) == (Channel.PORTAL, PUPIL["subject"], PUPIL["text"])
    assert (entry.consent, PUPIL["who"] in entry.consent_note) == ("", True)
    assert [row.name for row in entry.originals.all()] == ["a.png", "b.png"]
    assert code_in(answer) not in str(IntakeEntry.objects.values().get())


def test_guest__nobody_recognisable_is_noted_as_consent_not_needed(cast: SimpleNamespace) -> None:
    send(made(cast), uploads=[photo()], people="nobody", who="")
    assert IntakeEntry.objects.get().consent == "no_pupils"


def test_guest__the_ledger_and_the_mail_name_nobody(cast: SimpleNamespace) -> None:
    send(made(cast, label="Bạn Ka Duyên"), uploads=[photo("Ka Duyên.png")])
    lines = str(list(LedgerEntry.objects.values()))
    told = OutboxMessage.objects.get(kind="guest_handed_in")
    for name in ("Duyên", PUPIL["giver_contact"], PUPIL["subject"]):
        assert name not in lines
        assert name not in str(told.context)
    assert told.to == cast.secretary


def test_guest__sends_the_same_form_twice_and_it_is_one_entry(cast: SimpleNamespace) -> None:
    link = made(cast, most_uses=1)
    line = opened(link)
    first, second = send(link, opened=line), send(link, opened=line)
    assert code_in(first) == code_in(second)
    assert IntakeEntry.objects.count() == 1


def test_link__unknown_ended_closed_and_used_up_say_so(cast: SimpleNamespace) -> None:
    client = reader()
    assert client.get("/gui-bai/khach/aaaa-bbbb-cccc-dddd/").status_code == 404
    ended, closed, used = made(cast), made(cast), made(cast, most_uses=1)
    GuestLink.objects.filter(pk=ended.pk).update(valid_until=today() - datetime.timedelta(days=1))
    actions.close_guest_link(link_id=closed.pk, user=cast.head)
    send(used)
    for link, said in ((ended, "is over"), (closed, "was closed"), (used, "as often as")):
        shown = client.get(reverse("guest_form", args=[link.token]))
        assert shown.status_code == 410
        assert said in said_on(shown)
        sent = send(link, client)
        assert sent.status_code == 410
        assert "Cả lớp dựng trại." in words(sent)
    assert IntakeEntry.objects.count() == 1


def test_link__is_found_however_the_token_is_typed(cast: SimpleNamespace) -> None:
    link = made(cast)
    typed = link.token.upper().replace("-", "")
    assert Client().get(reverse("guest_form", args=[typed])).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"giver_name": ""},
        {"people": ""},
        {"subject": "\x00"},
        {"text": "x" * 20_001},
        {"text": "  "},
        {"people": "anything"},
        {"website": "http://spam.example"},
        {"opened": "x"},
    ],
)
def test_guest__what_is_missing_is_said_and_what_was_typed_stays(cast: SimpleNamespace, wrong: dict) -> None:
    answer = send(made(cast), **wrong)
    assert answer.status_code == 422
    assert PUPIL["giver_contact"] in words(answer)
    assert not IntakeEntry.objects.exists()


def test_guest__is_not_a_program(cast: SimpleNamespace) -> None:
    link = made(cast)
    for ago in (datetime.timedelta(seconds=1), datetime.timedelta(hours=25)):
        assert send(link, opened=opened(link, ago)).status_code == 422
    assert send(link, opened=opened(made(cast))).status_code == 422
    assert send(link, Client(enforce_csrf_checks=True)).status_code == 403
    assert not IntakeEntry.objects.exists()


def test_flood__from_one_address_stops_and_another_class_is_heard(cast: SimpleNamespace) -> None:
    link, other = made(cast, most_uses=500), made(cast)
    for _ in range(MOST_FROM_ADDRESS):
        assert send(link, text="x").status_code == 302
    answer = send(link)
    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert "Cả lớp dựng trại." in words(answer)
    assert send(other, REMOTE_ADDR="198.51.100.20").status_code == 302
    IntakeEntry.objects.update(address_hash="")
    assert send(link).status_code == 302


# --- following it


def test_status__received_then_an_article_then_its_address(cast: SimpleNamespace) -> None:
    client = reader()
    answer = send(made(cast), client, uploads=[photo()])
    code, entry = code_in(answer), IntakeEntry.objects.get()
    assert code in said_on(client.get(answer["Location"]))
    address = reverse("guest_status", args=[code])
    assert code not in said_on(client.get(address))
    record = actions.make_draft(entry_id=entry.pk, user=cast.secretary).record
    assert record.origin == Origin.CONTRIBUTOR
    assert "works on it" in said_on(client.get(address))
    page = NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
    page.lead, page.body = "Câu đầu.", [items.block("text", items.TEXT)]
    page.categories = [first_category()]
    page.save_revision(user=cast.secretary)
    actions.hand_in(record_id=record.pk, user=cast.secretary)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), content_class="ordinary")
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    actions.post(record_id=record.pk, user=cast.secretary)
    text = words(client.get(address))
    assert NewsPage.objects.get(pk=record.page_id).url in text
    for leak in (PUPIL["giver_name"], PUPIL["giver_contact"]):
        assert leak not in text


@pytest.mark.parametrize("shows", [True, False])
def test_status__closed_and_why_if_the_board_says_so(cast: SimpleNamespace, shows: bool) -> None:
    client = reader()
    code = code_in(send(made(cast), client))
    entry = IntakeEntry.objects.get()
    data = {"why": "Chưa có sự đồng ý", **({"shows_why": "on"} if shows else {})}
    signed_in(cast.secretary).post(reverse("board_intake_act", args=[entry.pk, "close"]), data)
    text = said_on(client.get(reverse("guest_status", args=[code])))
    assert "No article is made of it" in text
    assert ("Chưa có sự đồng ý" in text) is shows
    assert IntakeEntry.objects.get().state is IntakeState.CLOSED


@pytest.mark.parametrize("code", ["x", "aaaa-bbbb-cccc-dddd", "đ" * 30, "-", "a" * 3000])
def test_status__of_a_code_nobody_was_given_is_not_found(cast: SimpleNamespace, code: str) -> None:
    guests.send(made(cast))
    assert Client().get(reverse("guest_status", args=[code])).status_code == 404


def test_entry__says_by_which_link_it_came(cast: SimpleNamespace) -> None:
    send(made(cast, label="Lớp 12A1, trại thu"))
    entry = IntakeEntry.objects.get()
    page = signed_in(cast.head).get(reverse("board_intake_entry", args=[entry.pk]))
    assert "Lớp 12A1, trại thu" in words(page)
    assert entry.entered_at <= now()
