"""Owner, review, retention, archive, drafts for comment; the register's filters and orders (A33, A71, B06, B16)."""

from __future__ import annotations

import datetime
import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from core.clock import now, today
from core.rules.answers import RuleRefused
from documents.actions import archive_document, begin_document, reinstate_document, remind_of_reviews
from documents.models import ArchivedDocument
from documents.selectors.keeping import kept_until_of, reviews
from editorial import actions, outbox
from editorial.gates.digest import content_digest
from editorial.models import LedgerEntry, OutboxMessage
from editorial.rules.reasons import Reason
from editorial.selectors.stale import stale_rows
from tests.factories import documents
from tests.factories.board import change_charter

pytestmark = pytest.mark.django_db

SCREEN = "/admin/board/documents/"
YEAR = datetime.timedelta(days=366)
DAY = datetime.timedelta(days=1)


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def refused(action: Any, **kwargs: Any) -> Reason:
    with pytest.raises(RuleRefused) as told:
        action(**kwargs)
    return told.value.refused.reason


def ended(cast: SimpleNamespace, **fields: Any) -> Any:
    return documents.published(cast, expires_on=today() - DAY, **fields)


def test_owner__is_the_boards_own_unit_unless_one_is_named(cast: SimpleNamespace) -> None:
    """A33: every document has an owner; the public reads which."""
    own = documents.published(cast)
    named = documents.published(cast, owner_unit=cast.unit.toan, number="2")

    assert documents.page_of(own).owner_unit == cast.unit.bbt
    assert named.unit == cast.unit.toan
    shown = Client().get(documents.page_of(named).url).content.decode()
    assert "Tổ toan" in shown


def test_document_from_before__stays_valid_and_as_it_was_cleared(cast: SimpleNamespace) -> None:
    """Rule 10: the new fields leave the digest of an old clearance as it is."""
    page = documents.page_of(documents.published(cast))
    data = page.serializable_data()
    fields = ("owner_unit", "review_on", "retention", "standing", "superior_body", "superior_number", "superior_on")
    old = {name: value for name, value in data.items() if name not in fields}

    assert content_digest({**data, "owner_unit": None}, type(page)) == content_digest(old, type(page))
    page.owner_unit = None
    assert page.content_errors() == {}
    assert page.answering_unit == cast.unit.bbt


def test_review__is_due_a_year_after_the_last_look_or_on_the_day_that_was_entered(cast: SimpleNamespace) -> None:
    """A33, A71."""
    documents.published(cast, owner_unit=cast.unit.toan, review_on=today() + 10 * DAY)
    documents.published(cast, number="2")

    first, second = reviews(cast.school)

    assert first.due_on == today() + 10 * DAY
    assert second.due_on > today() + 360 * DAY
    assert [row.record.unit for row in reviews(cast.school, [cast.unit.toan.pk])] == [cast.unit.toan]


def test_still_right__with_one_tap_sets_the_next_day(cast: SimpleNamespace) -> None:
    """A33: from the desk of its unit, the register and the card; not by another unit."""
    record = documents.published(cast, owner_unit=cast.unit.toan, review_on=today() + 10 * DAY)
    act = f"{SCREEN}{record.pk}/act/still-right/"
    assert act in browser(cast.toan).get("/admin/").content.decode()
    assert act in browser(cast.secretary).get(SCREEN).content.decode()
    assert act in browser(cast.toan).get(f"{SCREEN}{record.pk}/").content.decode()
    assert browser(cast.van).post(act).status_code == 404
    assert browser(cast.admin).post(act).status_code in {302, 403}
    assert not LedgerEntry.objects.filter(action="editorial.confirm_current").exists()

    later = now() + 11 * DAY
    actions.confirm_current(record_id=record.pk, user=cast.toan, at=later)

    assert reviews(cast.school)[0].due_on > today() + YEAR
    assert browser(cast.toan).post(act, {"back": "desk"}).headers["Location"] == "/admin/"


def test_reminders__once_each_to_the_unit_then_to_the_deputies(cast: SimpleNamespace) -> None:
    """A33: a month before, on the day, a month after."""
    cast.unit.toan.head = cast.toan
    cast.unit.toan.save()
    documents.published(cast, owner_unit=cast.unit.toan, review_on=today() + 60 * DAY)
    moments = [now() + days * DAY for days in (10, 31, 32, 60, 61, 90, 91)]

    counts = [remind_of_reviews(cast.school, at) for at in moments]

    assert counts == [0, 1, 0, 1, 0, 2, 0]
    told = OutboxMessage.objects.filter(kind__startswith="review_").order_by("pk")
    assert [(row.kind, row.to.username) for row in told] == [
        ("review_month_before", "toan"),
        ("review_on_the_day", "toan"),
        ("review_month_after", "deputy1"),
        ("review_month_after", "deputy2"),
    ]
    for row in told:
        assert outbox.link_of(row).endswith(f"{SCREEN}{row.record_id}/")
        assert outbox._mail(row).body


def test_reminders__of_the_boards_own_documents_go_to_the_secretary(cast: SimpleNamespace) -> None:
    documents.published(cast, review_on=today() + DAY)

    assert remind_of_reviews(cast.school, now()) == 1
    assert OutboxMessage.objects.get(kind="review_month_before").to == cast.secretary


def test_stale_list__names_documents_with_their_owner_once(cast: SimpleNamespace) -> None:
    """A33, A26: also one whose own day of review is past, though it is younger than a year."""
    documents.published(cast, title="Sớm", owner_unit=cast.unit.toan, review_on=today() + 10 * DAY)
    documents.published(cast, title="Thường", number="2")

    assert stale_rows(cast.school, today()) == []
    soon = stale_rows(cast.school, today() + 20 * DAY)
    late = [row for row in stale_rows(cast.school, today() + 2 * YEAR) if row.record_id is not None]

    assert [(row.title, row.unit_name) for row in soon] == [("Sớm", "Tổ toan")]
    assert {row.title for row in late} == {"Sớm", "Thường"}
    assert len(late) == 2


def test_retention__class_and_end_are_for_the_board_only(cast: SimpleNamespace) -> None:
    """B16."""
    record = documents.published(
        cast, retention="years_5", issued_on=datetime.date(2021, 5, 1), expires_on=datetime.date(2024, 5, 1)
    )

    assert kept_until_of(documents.page_of(record)) == datetime.date(2029, 12, 31)
    rows = list(load_workbook(io.BytesIO(browser(cast.head).get("/admin/board/documents.xlsx").content)).active)
    assert datetime.datetime(2029, 12, 31) in [cell.value for cell in rows[1]]
    assert "2029" in browser(cast.head).get(f"{SCREEN}{record.pk}/").content.decode()
    assert "2029" not in Client().get(documents.page_of(record).url).content.decode()


def test_archive__leaves_the_list_and_answers_with_a_note(cast: SimpleNamespace) -> None:
    """B06."""
    record = ended(cast)
    address = documents.page_of(record).url
    assert address in Client().get("/van-ban/").content.decode()

    archive_document(record_id=record.pk, user=cast.secretary)
    archive_document(record_id=record.pk, user=cast.secretary)

    assert address not in Client().get("/van-ban/").content.decode()
    shown = Client().get(address)
    assert shown.status_code == 200
    assert shown.content.decode().count('role="note"') > 1
    assert LedgerEntry.objects.filter(action="documents.archive").count() == 1
    assert documents.TITLE not in browser(cast.head).get(SCREEN).content.decode()
    assert documents.TITLE in browser(cast.head).get(f"{SCREEN}?shelf=archived").content.decode()
    reinstate_document(record_id=record.pk, user=cast.secretary)
    reinstate_document(record_id=record.pk, user=cast.secretary)
    assert address in Client().get("/van-ban/").content.decode()
    assert LedgerEntry.objects.filter(action="documents.reinstate").count() == 1


def test_archive__not_what_is_in_force_and_not_by_others(cast: SimpleNamespace) -> None:
    """B06."""
    standing, old = documents.published(cast), ended(cast, number="2")

    assert refused(archive_document, record_id=standing.pk, user=cast.secretary) is Reason.STILL_IN_FORCE
    for person in (cast.toan, cast.head, cast.deputy1, cast.admin):
        assert refused(archive_document, record_id=old.pk, user=person) in {
            Reason.NOT_YOUR_POST,
            Reason.TECHNICAL_ROLE,
        }
    browser(cast.head).post(f"{SCREEN}{old.pk}/act/archive/")
    browser(cast.admin).post(f"{SCREEN}{old.pk}/act/archive/")
    assert not ArchivedDocument.objects.exists()
    assert browser(cast.secretary).post(f"{SCREEN}{old.pk}/act/nonsense/").status_code == 404


def test_russian_deputy__places_releases_and_archives_in_his_field_only(cast: SimpleNamespace) -> None:
    """B06: 000 §4.6.1, §4.7.1; 002 §3.3."""
    change_charter(cast, has_editing_stage=False, deputies_by_field=True, deputies_release_documents=True)
    given = {"school": cast.school, "title": "Порядок", "kind": "poryadok", "issuing_body": "Школа"}
    mine = begin_document(user=cast.deputy1, owner_unit=cast.unit.toan, **given)
    assert mine.owner_unit == cast.unit.toan
    assert refused(begin_document, user=cast.deputy2, owner_unit=cast.unit.toan, **given) is Reason.NOT_YOUR_FIELD

    record = documents.registered(cast, owner_unit=cast.unit.toan, expires_on=today() - DAY)
    assert refused(actions.approve, record_id=record.pk, user=cast.deputy2) is Reason.NOT_YOUR_FIELD
    actions.approve(record_id=record.pk, user=cast.deputy1, and_post=True)
    assert refused(archive_document, record_id=record.pk, user=cast.deputy2) is Reason.NOT_YOUR_FIELD
    archive_document(record_id=record.pk, user=cast.deputy1)
    assert ArchivedDocument.objects.get().page_id == record.page_id
    assert refused(archive_document, record_id=record.pk, user=cast.deputy2) is Reason.NOT_YOUR_FIELD


def test_russian_deputy__cannot_send_up_what_he_moved_into_anothers_field(cast: SimpleNamespace) -> None:
    """B06: the unit that looks after it is read from the version that is sent up."""
    change_charter(cast, has_editing_stage=False, deputies_by_field=True, deputies_release_documents=True)
    cast.deputy1.appointments.get().units.remove(cast.unit.van)
    record = documents.draft(cast, author="deputy1", owner_unit=cast.unit.toan)
    documents.rewrite(record, cast.deputy1, owner_unit=cast.unit.van)

    answer = refused(
        actions.hand_in_and_forward, record_id=record.pk, user=cast.deputy1, answers=documents.answers(record)
    )

    assert answer is Reason.NOT_YOUR_FIELD
    record.refresh_from_db()
    assert record.first_handed_in_at is None


SUPERIOR = {"superior_body": "Sở GDĐT", "superior_number": "12/SGDĐT-VP", "superior_on": datetime.date(2026, 1, 5)}


def test_draft_for_comment__waits_for_the_superiors_approval(cast: SimpleNamespace) -> None:
    """A71: Đ14.2: body, number and day."""
    record = documents.draft(cast, standing="for_comment", **{**SUPERIOR, "superior_number": ""})
    errors = documents.page_of(record).content_errors()
    assert set(errors) == {"standing"}
    given = {"record_id": record.pk, "user": cast.secretary, "answers": documents.answers(record)}
    assert refused(actions.hand_in_and_forward, **given) is Reason.FORM_INCOMPLETE

    whole = documents.published(cast, standing="for_comment", number="3", **SUPERIOR)
    shown = Client().get(documents.page_of(whole).url).content.decode()
    assert "12/SGDĐT-VP" in shown


def test_draft_for_comment__is_refused_at_the_last_gate(cast: SimpleNamespace) -> None:
    """A71: a version without the approval is not posted, whoever forwarded it."""
    for fields, reason in (
        ({"standing": "for_comment", **SUPERIOR, "superior_on": None}, Reason.DRAFT_UNAPPROVED),
        ({"issued_on": None}, Reason.ISSUE_DAY_MISSING),
    ):
        page = documents.page_of(documents.draft(cast, **fields))
        with pytest.raises(RuleRefused) as told:
            page.publish(page.latest_revision)
        assert told.value.refused.reason is reason


def test_register__is_narrowed_and_ordered_by_its_address(cast: SimpleNamespace) -> None:
    """A33, A48: unknown filters, orders and pages show everything."""
    documents.published(cast, title="B", number="10", owner_unit=cast.unit.toan, review_on=today() + DAY)
    documents.published(cast, title="A", number="9", issued_on=datetime.date(2024, 1, 1))
    ended(cast, title="C", number="11", issued_on=datetime.date(2022, 1, 1))
    client = browser(cast.secretary)

    def titles(query: str) -> list[str]:
        rows = client.get(f"{SCREEN}{query}").context["rows"]
        return [entry.record.title for entry, _review in rows]

    assert titles("") == ["A", "B", "C"]
    assert titles("?sort=-date") == ["C", "B", "A"]
    assert titles("?sort=number") == ["A", "B", "C"]
    assert titles("?sort=-name") == ["C", "B", "A"]
    assert titles("?sort=validity")[2] == "C"
    assert titles(f"?owner={cast.unit.toan.pk}") == ["B"]
    assert titles("?review=due") == ["B"]
    assert titles("?review=overdue") == []
    assert titles("?validity=expired") == ["C"]
    assert titles("?sort=x&owner=x&validity=9&review=&shelf=?&page=-4&reading=1") == ["A", "B", "C"]


def test_register__takes_the_same_number_of_queries(cast: SimpleNamespace) -> None:
    client = browser(cast.secretary)
    documents.published(cast)
    client.get(SCREEN)
    with CaptureQueriesContext(connection) as few:
        client.get(SCREEN)
    for number in range(5):
        documents.published(cast, number=str(number), owner_unit=cast.unit.toan, review_on=today() + DAY)
    with CaptureQueriesContext(connection) as many:
        client.get(SCREEN)

    assert len(few) == len(many)
