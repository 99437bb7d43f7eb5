"""The intake register afterwards: a mistake corrected, a giver forgotten when his time is over (A30, A60)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from editorial import actions
from editorial.actions.intake_corrections import blank_givers
from editorial.actions.periodic import run
from editorial.models import IntakeEntry, LedgerEntry
from editorial.rules.checklist import Consent
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState
from editorial.selectors.intake import register_of
from tests.factories.evidence import refuses
from tests.factories.screens import signed_in, words
from tests.integration.editorial.test_intake import AT, CONTACT, GIVER, brought, enter, given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
DAYS = 730
LATE = AT + datetime.timedelta(days=DAYS)


def correct(entry: IntakeEntry, user: Any, **changes: Any) -> IntakeEntry:
    """Correct some fields, the others as they stand."""
    stands = {"giver_name": entry.giver_name, "giver_contact": entry.giver_contact, "subject": entry.subject}
    return actions.correct_intake(entry_id=entry.pk, user=user, given=given(text=entry.text, **{**stands, **changes}))


# --- correcting


def test_correct_intake__names_the_fields_in_the_ledger_and_nothing_that_stands_in_them(cast: SimpleNamespace) -> None:
    entry = enter(cast, brought())
    correct(entry, cast.editor1, giver_name="Bà Lanh", subject="Hội khỏe")
    entry.refresh_from_db()
    line = LedgerEntry.objects.get(action="editorial.correct_intake")
    assert (entry.giver_name, entry.subject, entry.receipt) == ("Bà Lanh", "Hội khỏe", "1/2026")
    assert (line.payload["fields"], line.actor_id) == (["giver_name", "subject"], cast.editor1.pk)
    assert "Lan" not in str(line.payload)
    assert list(register_of(cast.school, "Lanh")) == [entry]
    assert entry.originals.count() == 1


@pytest.mark.parametrize("who", ["head", "toan", "admin"])
def test_correct_intake__is_for_secretary_and_editors(cast: SimpleNamespace, who: str) -> None:
    entry = enter(cast)
    with refuses(Reason.TECHNICAL_ROLE if who == "admin" else Reason.NOT_YOUR_POST):
        correct(entry, getattr(cast, who), subject="Khác")
    assert correct(entry, cast.secretary, subject="Khác").subject == "Khác"


def test_correct_intake__refuses_nothing_and_emptiness(cast: SimpleNamespace) -> None:
    entry = enter(cast)
    with refuses(Reason.NOTHING_CHANGED):
        correct(entry, cast.secretary)
    with refuses(Reason.INTAKE_EMPTY):
        correct(entry, cast.secretary, subject=" ")
    entry.refresh_from_db()
    assert entry.subject == "Hội khỏe Phù Đổng"


def test_correct_screen__shows_what_was_corrected_by_whom(cast: SimpleNamespace) -> None:
    entry, client = enter(cast), signed_in(cast.secretary)
    address = reverse("board_intake_correct", args=[entry.pk])
    form = client.get(address).context["form"]
    assert "received_at" not in form.fields
    data = {name: form[name].value() or "" for name in form.fields}
    assert client.post(address, {**data, "subject": ""}).status_code == 422
    assert client.post(address, data).status_code == 422
    assert client.post(address, {**data, "subject": "Tên đúng"}).status_code == 302
    page = words(client.get(reverse("board_intake_entry", args=[entry.pk])))
    assert "Tên đúng" in page
    assert LedgerEntry.objects.get(action="editorial.correct_intake").payload["fields"] == ["subject"]
    assert signed_in(cast.head).get(address).status_code == 403


# --- forgetting


def ended(cast: SimpleNamespace, **facts: Any) -> IntakeEntry:
    """An entry that was closed on the day it came."""
    entry = enter(cast, brought(), **facts)
    return actions.close_intake(entry_id=entry.pk, user=cast.secretary, why="Trùng", at=AT)


def test_blank_givers__name_and_contact_go_when_the_time_is_over(cast: SimpleNamespace) -> None:
    entry = ended(cast)
    assert blank_givers(cast.school, DAYS, LATE - datetime.timedelta(minutes=1)) == 0
    assert blank_givers(cast.school, DAYS, LATE) == 1
    entry.refresh_from_db()
    assert (entry.giver_name, entry.giver_contact, entry.receipt) == ("", "", "1/2026")
    assert GIVER not in str(IntakeEntry.objects.values().get())
    assert CONTACT not in str(IntakeEntry.objects.values().get())
    assert entry.originals.count() == 1
    assert blank_givers(cast.school, DAYS, LATE) == 0
    assert LedgerEntry.objects.filter(action="editorial.blank_giver").count() == 1


def test_blank_givers__an_entry_that_is_still_open_keeps_its_giver(cast: SimpleNamespace) -> None:
    enter(cast)
    assert blank_givers(cast.school, DAYS, LATE) == 0


@pytest.mark.parametrize(
    ("consent", "public", "count"),
    [
        (Consent.SIGNED, PublicState.POSTED, 0),
        (Consent.SIGNED, PublicState.TAKEN_DOWN, 1),
        (Consent.NO_PUPILS, PublicState.POSTED, 1),
        (None, PublicState.UPDATED, 1),
    ],
)
def test_blank_givers__not_while_the_article_on_the_site_names_a_consent(
    cast: SimpleNamespace, consent: Consent | None, public: PublicState, count: int
) -> None:
    entry = enter(cast, consent=consent, consent_note="tập 3")
    record = actions.make_draft(entry_id=entry.pk, user=cast.secretary, at=AT).record
    type(record).objects.filter(pk=record.pk).update(first_published_at=AT, public_state=public)
    assert blank_givers(cast.school, DAYS, LATE) == count
    type(record).objects.filter(pk=record.pk).update(first_published_at=None, public_state=PublicState.NEVER)


def test_run_periodic__forgets_after_the_days_of_the_setting(cast: SimpleNamespace, settings) -> None:
    ended(cast)
    settings.PORTAL_KEEP_GIVERS_DAYS = 10
    assert run(AT + datetime.timedelta(days=9))["blanked"] == 0
    assert run(AT + datetime.timedelta(days=10))["blanked"] == 1


def test_entry__says_that_its_giver_was_removed_and_can_still_be_corrected(cast: SimpleNamespace) -> None:
    entry = ended(cast)
    blank_givers(cast.school, DAYS, LATE)
    client = signed_in(cast.secretary)
    assert client.get(reverse("board_intake_entry", args=[entry.pk])).status_code == 200
    form = client.get(reverse("board_intake_correct", args=[entry.pk])).context["form"]
    assert "giver_name" not in form.fields
    entry.refresh_from_db()
    with refuses(Reason.INTAKE_BLANKED):
        correct(entry, cast.secretary, giver_name="Bà Lan")
    assert correct(entry, cast.secretary, subject="Khác").subject == "Khác"
