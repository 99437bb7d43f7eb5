"""The visitor's "report this page": no account, no script, guarded; and what the tracking code shows."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from core.clock import now
from editorial import actions
from editorial.models import TakedownRequest
from editorial.rules.takedown import MOST_REPORTS, RequestState
from editorial.tracking import hash_of
from tests.factories import items
from tests.factories.reports import MOTHER, opened, said_on, send
from tests.factories.screens import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

IN_ENGLISH = {"portal_language": "en"}


def reader() -> Client:
    """A visitor who reads English."""
    client = Client()
    client.cookies.load(IN_ENGLISH)
    return client


def code_in(answer: object) -> str:
    """The tracking code of the address a sent form leads to."""
    return answer["Location"].split("/theo-doi/")[1].split("/")[0]  # type: ignore[index]


def test_link__stands_on_every_article_and_leads_to_the_form(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    link = reverse("report_page", args=[record.page_id])

    assert f'href="{link}"' in words(Client().get(Page.objects.get(pk=record.page_id).url))

    form = Client().get(link)
    assert form.status_code == 200
    assert (form["X-Robots-Tag"], "no-store" in form["Cache-Control"]) == ("noindex", True)
    assert "csrfmiddlewaretoken" in words(form)


@pytest.mark.parametrize("state", ["draft", "awaiting_head", "approved", "taken_down"])
def test_form__exists_only_for_what_stands_on_the_site(cast: SimpleNamespace, state: str) -> None:
    """A75: the form tells nobody that an item exists."""
    record = getattr(items, state)(cast)

    assert Client().get(reverse("report_page", args=[record.page_id])).status_code == 404
    assert send(record).status_code == 404
    assert not TakedownRequest.objects.exists()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_form__of_no_page_is_not_found(cast: SimpleNamespace, number: str) -> None:
    assert Client().get(f"/bao-cao-trang/{number}/").status_code == 404


def test_report__is_entered_and_gives_a_code_that_is_kept_nowhere(cast: SimpleNamespace) -> None:
    """A63."""
    answer = send(items.published(cast))

    request, code = TakedownRequest.objects.get(), code_in(answer)
    assert answer.status_code == 302
    assert (request.complaint, request.note, request.contact) == tuple(MOTHER.values())
    assert len(code.replace("-", "")) == 16
    assert request.code_hash == hash_of(code.upper().replace("-", " "))
    assert code not in str(TakedownRequest.objects.values().get())


def test_report__sent_twice_by_the_same_form_is_one_with_one_code(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    form = opened(record)

    first, second = send(record, opened=form), send(record, opened=form)

    assert code_in(first) == code_in(second)
    assert TakedownRequest.objects.count() == 1
    assert code_in(send(record)) != code_in(first)


def test_code__is_shown_once_and_later_only_what_became_of_it(cast: SimpleNamespace) -> None:
    """Received, decided, what became: for whoever has the code, and nothing of what was written."""
    record, client = items.published(cast, title="Tiêu đề của bài"), reader()
    answer = send(record, client)
    code = code_in(answer)

    assert code in said_on(client.get(answer["Location"]))
    status = client.get(reverse("report_status", args=[code]))
    assert code not in said_on(status)
    assert "Received" in said_on(status)
    assert "The head of the editorial board decides" in said_on(status)
    for leak in (MOTHER["note"], MOTHER["contact"], "Tiêu đề của bài"):
        assert leak not in words(status)
    assert "no-store" in status["Cache-Control"]


@pytest.mark.parametrize(
    ("outcome", "shows", "reads", "not_read"),
    [
        (RequestState.TAKEN_DOWN, True, ["taken down", "Protection of personal data"], ["Gia đình"]),
        (RequestState.TAKEN_DOWN, False, ["taken down"], ["Protection of personal data", "Gia đình"]),
        (RequestState.KEPT, False, ["The page stays", "Gia đình"], ["taken down"]),
    ],
)
def test_code__shows_the_decision(
    cast: SimpleNamespace, outcome: RequestState, shows: bool, reads: list[str], not_read: list[str]
) -> None:
    """A64: why it stays is told to who asked; the ground of a take-down where the head tells the public."""
    client = reader()
    code = code_in(send(items.published(cast), client))
    actions.answer_request(
        request_id=TakedownRequest.objects.get().pk,
        user=cast.head,
        outcome=outcome,
        note="Gia đình đã ký giấy đồng ý",
        ground="takedown_personal_data",
        shows_ground=shows,
    )

    text = said_on(client.get(reverse("report_status", args=[code])))

    assert [words for words in reads if words not in text] == []
    assert [words for words in not_read if words in text] == []


@pytest.mark.parametrize("code", ["x", "aaaa-bbbb-cccc-dddd", "đ" * 30, "-", "a" * 5000])
def test_code__that_nobody_was_given_leads_nowhere(cast: SimpleNamespace, code: str) -> None:
    assert Client().get(reverse("report_status", args=[code])).status_code == 404
    assert Client().get(reverse("report_find"), {"code": code}, follow=True).status_code in {200, 404}


def test_guard__a_program_that_fills_in_every_field_is_refused(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    answer = send(record, website="http://spam.example")

    assert answer.status_code == 422
    assert MOTHER["note"] in words(answer)
    assert not TakedownRequest.objects.exists()
    assert send(record).status_code == 302


@pytest.mark.parametrize("ago", [datetime.timedelta(0), datetime.timedelta(seconds=2), datetime.timedelta(hours=25)])
def test_guard__a_form_filled_in_too_quickly_or_left_open_for_a_day_is_sent_again(
    cast: SimpleNamespace, ago: datetime.timedelta
) -> None:
    record = items.published(cast)

    answer = send(record, opened=opened(record, ago))

    assert answer.status_code == 422
    assert MOTHER["note"] in words(answer)
    assert not TakedownRequest.objects.exists()


@pytest.mark.parametrize("signed", ["", "x", "a:b:c", "\x00", "x" * 9000])
def test_guard__a_form_that_is_not_ours_is_refused(cast: SimpleNamespace, signed: str) -> None:
    record, other = items.published(cast), items.published(cast)

    assert send(record, opened=signed).status_code == 422
    assert send(record, opened=opened(other)).status_code == 422
    assert not TakedownRequest.objects.exists()


def test_guard__what_is_wrong_must_be_said_and_nothing_typed_is_lost(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    answer = send(record, complaint="report_wrong", note=" ", contact="cha@example.org")

    assert answer.status_code == 422
    assert "cha@example.org" in words(answer)
    assert 'value="report_wrong"' in words(answer)
    assert "checked" in words(answer)


def test_guard__another_site_cannot_send_it(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    assert send(record, Client(enforce_csrf_checks=True)).status_code == 403
    assert not TakedownRequest.objects.exists()


def test_flood__from_one_address_stops_at_the_limit_and_is_told_politely(cast: SimpleNamespace) -> None:
    """10,000 reports from one address do not fill the register; another parent is heard all the same."""
    record = items.published(cast)

    answers = [send(record) for _ in range(MOST_REPORTS + 5)]

    assert [row.status_code for row in answers] == [302] * MOST_REPORTS + [429] * 5
    assert TakedownRequest.objects.count() == MOST_REPORTS
    assert int(answers[-1]["Retry-After"]) == 3600
    assert MOTHER["note"] in words(answers[-1])
    assert send(record, REMOTE_ADDR="198.51.100.20").status_code == 302


def test_flood__is_over_after_an_hour(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    for _ in range(MOST_REPORTS):
        send(record)
    TakedownRequest.objects.update(asked_at=now() - datetime.timedelta(minutes=61))

    assert send(record).status_code == 302


def test_flood__through_one_household_counts_as_one_address(cast: SimpleNamespace) -> None:
    """A device picks the last half of an IPv6 address by itself, as often as it likes."""
    record = items.published(cast)

    answers = [send(record, REMOTE_ADDR=f"2001:db8:1:2::{n:x}") for n in range(1, MOST_REPORTS + 2)]

    assert answers[-1].status_code == 429
    assert send(record, REMOTE_ADDR="2001:db8:1:3::1").status_code == 302


def test_address__behind_a_proxy_is_the_one_the_proxy_saw(cast: SimpleNamespace, settings: object) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # type: ignore[attr-defined]
    record, client = items.published(cast), Client()
    url = reverse("report_page", args=[record.page_id])

    for forged in ("1.1.1.1", "2.2.2.2"):
        data = {"opened": opened(record), "website": "", **MOTHER}
        client.post(url, data, headers={"x-forwarded-for": f"{forged}, 203.0.113.9"}, REMOTE_ADDR="127.0.0.1")

    assert len(set(TakedownRequest.objects.values_list("address_hash", flat=True))) == 1


def test_address__is_stored_as_a_hash_that_changes_every_day(cast: SimpleNamespace) -> None:
    send(items.published(cast))

    stored = TakedownRequest.objects.get().address_hash
    assert len(stored) == 64
    assert "203.0.113" not in str(TakedownRequest.objects.values().get())
