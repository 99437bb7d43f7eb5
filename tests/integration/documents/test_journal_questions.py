"""Questions to the journal's help desk: asked without an account, answered in time, forgotten in time (B08)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from core.clock import now
from core.rules.answers import RuleRefused
from documents import actions
from documents.forms.journal import SALT
from documents.models import JournalPage, JournalQuestion
from editorial.actions import periodic
from editorial.models import LedgerEntry, OutboxMessage
from editorial.rules.proposals import KEPT_DAYS
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS
from editorial.tracking import hash_of, sign_form

pytestmark = pytest.mark.django_db

ASK = "/hoi-ve-so-diem/"
WORDS = "Làm thế nào để xem điểm của con <script>alert(1)</script>?"
CONTACT = "0912 000 111"


def opened(seconds: int = 60) -> str:
    return sign_form(JournalPage.objects.get().pk, now() - datetime.timedelta(seconds=seconds), SALT)


def send(client: Client | None = None, **typed: str) -> Any:
    data = {"question": WORDS, "contact": CONTACT, "website": "", "opened": opened(), **typed}
    return (client or Client()).post(ASK, data)


def asked(cast: SimpleNamespace, code: str = "abcd", at: datetime.datetime | None = None) -> JournalQuestion:
    return actions.ask_question(
        school=cast.school, words=WORDS, contact=CONTACT, code_hash=hash_of(code), address_hash="a" * 64, at=at
    )


def staff(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_question__is_answered_under_its_code(cast: SimpleNamespace):
    """B08: no account; the asker reads the answer by the code."""
    sent = send()
    assert sent.status_code == 302
    row = JournalQuestion.objects.get()
    assert row.due_on > now().date()

    waiting = Client().get(sent["Location"])
    assert waiting.status_code == 200
    assert waiting["Cache-Control"] == "private, no-store"
    page = f"/admin/board/journal/questions/{row.pk}/"
    assert "&lt;script&gt;" in staff(cast.secretary).get(page).content.decode()
    assert staff(cast.secretary).post(page, {"answer": ""}).status_code == 422
    assert staff(cast.secretary).post(page, {"answer": "Vào trang phụ huynh."}).status_code == 302

    told = Client().get(sent["Location"]).content.decode()
    assert "Vào trang phụ huynh." in told
    assert "xem điểm của con" not in told
    assert staff(cast.deputy1).post(page, {"answer": "Khác"}).status_code == 409
    assert "Khác" not in Client().get(sent["Location"]).content.decode()


@pytest.mark.parametrize(
    ("typed", "status"), [({"question": ""}, 422), ({"website": "x"}, 422), ({"opened": "x"}, 422), ({}, 302)]
)
def test_form__is_guarded(cast: SimpleNamespace, typed: dict[str, str], status: int):
    """B08."""
    assert send(**typed).status_code == status
    assert JournalQuestion.objects.count() == (status == 302)


def test_form__filled_in_within_seconds_is_a_program(cast: SimpleNamespace):
    assert send(opened=opened(0)).status_code == 422


def test_flood__from_one_address_is_refused(cast: SimpleNamespace):
    for _ in range(MOST_REPORTS):
        assert send().status_code == 302
    answer = send()

    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert "xem điểm" in answer.content.decode()


def test_same_form_twice__is_one_question(cast: SimpleNamespace):
    line = opened()
    first, second = send(opened=line), send(opened=line)

    assert first["Location"] == second["Location"]
    assert JournalQuestion.objects.count() == 1


@pytest.mark.parametrize("code", ["abcd", "a" * 300, "%00", "khong-co"])
def test_unknown_code__says_so(cast: SimpleNamespace, code: str):
    assert Client().get(f"{ASK}tra-loi/{code}/").status_code == 404
    assert Client().get(f"{ASK}tra-loi/", {"code": code}).status_code in {200, 302}


def test_questions__are_for_whoever_runs_the_journal(cast: SimpleNamespace):
    """B08: helpers are secretary, deputies, head and the journal's administrator."""
    row = asked(cast)
    url = f"/admin/board/journal/questions/{row.pk}/"
    for who in ("toan", "editor1"):
        assert staff(getattr(cast, who)).get(url).status_code == 403
        assert staff(getattr(cast, who)).get("/admin/board/journal/questions/").status_code == 403
        assert staff(getattr(cast, who)).post(url, {"answer": "x"}).status_code == 403
    with pytest.raises(RuleRefused) as refused:
        actions.answer_question(question_id=row.pk, user=cast.editor1, answer="x")
    assert refused.value.refused.reason is Reason.NOT_YOUR_POST
    actions.keep_journal(school=cast.school, user=cast.head, fields={"administrator": cast.toan})

    assert staff(cast.toan).get(url).status_code == 200
    assert staff(cast.toan).post(url, {"answer": "Có"}).status_code == 302


def test_ledger_and_messages__hold_nothing_of_the_words(cast: SimpleNamespace):
    row = asked(cast)
    actions.answer_question(question_id=row.pk, user=cast.secretary, answer="Trả lời riêng")

    lines = LedgerEntry.objects.filter(action__startswith="documents.").values_list("action", "payload")
    assert [action for action, _payload in lines] == ["documents.ask_journal", "documents.answer_journal"]
    told = str(list(lines)) + str(list(OutboxMessage.objects.values_list("context", flat=True)))
    for secret in ("xem điểm", CONTACT, "Trả lời riêng"):
        assert secret not in told
    people = set(OutboxMessage.objects.filter(kind="journal_question").values_list("to__username", flat=True))
    assert people == {"secretary", "deputy1", "deputy2"}


def test_late_answer__alarms_once(cast: SimpleNamespace):
    """B08: two working days."""
    row = asked(cast, at=now() - datetime.timedelta(days=10))

    periodic.run(now())
    periodic.run(now())

    alarmed = OutboxMessage.objects.filter(kind="journal_question_late").values_list("to__username", flat=True)
    assert sorted(alarmed) == ["deputy1", "deputy2", "head", "secretary"]
    assert all(
        path == f"/admin/board/journal/questions/{row.pk}/"
        for path in OutboxMessage.objects.filter(kind="journal_question_late").values_list("context__path", flat=True)
    )


def test_what_the_asker_wrote__is_forgotten_after_the_answer(cast: SimpleNamespace):
    long_ago = now() - datetime.timedelta(days=KEPT_DAYS + 5)
    over, waits = asked(cast, "one", long_ago), asked(cast, "two", long_ago)
    actions.answer_question(question_id=over.pk, user=cast.head, answer="Xong", at=long_ago)

    periodic.run(now())

    over.refresh_from_db()
    waits.refresh_from_db()
    assert (over.words, over.contact, over.address_hash, over.answer) == ("", "", "", "Xong")
    assert (waits.words, waits.contact) == (WORDS, CONTACT)
    assert LedgerEntry.objects.filter(action="documents.forget_askers").count() == 1
