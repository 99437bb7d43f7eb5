"""A document for acquaintance: announced, read, confirmed; who has not is reminded and seen (B40)."""

from __future__ import annotations

import datetime
import io
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from core.clock import now, today
from core.rules.answers import RuleRefused
from documents.actions import Whom, announce_document, confirm_reading, remind_of_acquaintance
from documents.models import Acquaintance, AcquaintanceCall
from editorial import actions, outbox
from editorial.models import LedgerEntry, OutboxMessage
from editorial.rules.public_notes import PublicNote
from editorial.rules.reasons import Reason
from school.models import UnitMembership
from tests.factories import documents, items
from tests.factories.board import change_charter

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def refused(action: Any, **kwargs: Any) -> Reason:
    with pytest.raises(RuleRefused) as told:
        action(**kwargs)
    return told.value.refused.reason


def announced(cast: SimpleNamespace, record: Any = None, by: str = "secretary", **fields: Any) -> AcquaintanceCall:
    record = record or documents.published(cast)
    whom = fields.pop("whom", Whom(units=(cast.unit.toan.pk,)))
    return announce_document(record_id=record.pk, user=getattr(cast, by), whom=whom, **fields)


def names(call: AcquaintanceCall) -> set[str]:
    return set(call.people.values_list("user__username", flat=True))


def test_announce__names_people_of_units_posts_or_everybody(cast: SimpleNamespace) -> None:
    """B40: nobody technical, nobody whose account is closed."""
    cast.editor1.is_active = False
    cast.editor1.save()

    assert names(announced(cast)) == {"toan"}
    assert names(announced(cast, whom=Whom(posts=("deputy",)))) == {"deputy1", "deputy2"}
    everybody = names(announced(cast, whom=Whom(everybody=True)))
    assert {"toan", "van", "doan", "head", "secretary"} <= everybody
    assert not everybody & {"admin", "editor1"}


@pytest.mark.parametrize("person", ["toan", "editor1", "deputy1", "admin"])
def test_announce__is_the_heads_and_the_secretarys(cast: SimpleNamespace, person: str) -> None:
    """B40."""
    record = documents.published(cast)
    whom = Whom(everybody=True)

    assert refused(announce_document, record_id=record.pk, user=getattr(cast, person), whom=whom) in {
        Reason.NOT_YOUR_POST,
        Reason.TECHNICAL_ROLE,
    }
    assert announced(cast, record, by="head").people.count() == 2


def test_announce__by_a_russian_deputy_in_his_field_only(cast: SimpleNamespace) -> None:
    """B06, B40."""
    change_charter(cast, has_editing_stage=False, deputies_by_field=True)
    record = documents.published(cast, owner_unit=cast.unit.toan)

    assert refused(announce_document, record_id=record.pk, user=cast.deputy2, whom=Whom(everybody=True)) is (
        Reason.NOT_YOUR_FIELD
    )
    assert announced(cast, record, by="deputy1")


def test_announce__only_what_can_be_read(cast: SimpleNamespace) -> None:
    """B40: what waits for its release cannot be announced; an internal document can."""
    waiting = documents.registered(cast)
    internal = documents.draft(cast, openness="internal", title="Nội bộ")

    assert refused(announce_document, record_id=waiting.pk, user=cast.head, whom=Whom(everybody=True)) is (
        Reason.NOT_READABLE
    )
    assert announced(cast, internal).revision == internal.page.latest_revision


def test_announce__needs_somebody_and_a_day_ahead(cast: SimpleNamespace) -> None:
    record = documents.published(cast)
    given = {"record_id": record.pk, "user": cast.secretary}

    assert refused(announce_document, **given, whom=Whom()) is Reason.NOBODY_NAMED
    yesterday = today() - DAY
    assert refused(announce_document, **given, whom=Whom(everybody=True), due_on=yesterday) is Reason.READ_BY_PASSED
    assert not AcquaintanceCall.objects.exists()


def test_announced_without_a_last_day__gives_a_week_and_is_reminded_of(cast: SimpleNamespace) -> None:
    """B40: every call has a last day, so whoever has not read is reminded; a day that lies ahead stays."""
    record = documents.published(cast)
    call = announced(cast, record)
    assert call.due_on == today() + 7 * DAY
    assert remind_of_acquaintance(cast.school, now() + 6 * DAY) == 2

    later = announced(cast, record, whom=Whom(units=(cast.unit.van.pk,)), at=now() + 2 * DAY)
    assert later.due_on == call.due_on
    last = announced(cast, record, whom=Whom(posts=("head",)), at=now() + 9 * DAY)
    assert last.due_on == today() + 16 * DAY


@pytest.mark.django_db(transaction=False)
def test_named_person__gets_a_message_at_once(
    cast: SimpleNamespace, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """B40: immediate notice, though everything else waits for the morning's digest."""
    settings.PORTAL_DIGEST_HOUR = 6
    record = documents.published(cast)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        call = announced(cast, record, due_on=today() + 3 * DAY)

    sent = [letter for letter in mail.outbox if letter.to == [cast.toan.email]]
    assert len(sent) == 1
    assert f"/admin/board/acquaintance/{call.pk}/" in sent[0].body
    assert documents.TITLE in sent[0].subject


def test_announced_again__takes_in_only_whoever_was_not_named(cast: SimpleNamespace) -> None:
    """B40: who joined later is not silently counted; announcing again names him."""
    record = documents.published(cast)
    call = announced(cast, record)
    UnitMembership.objects.create(user=cast.vanphong, unit=cast.unit.toan, starts_on=today())
    assert names(call) == {"toan", "editor1"}
    OutboxMessage.objects.all().delete()

    again = announced(cast, record)

    assert again == call
    assert names(call) == {"toan", "editor1", "vanphong"}
    assert [row.to for row in OutboxMessage.objects.filter(kind="acquaintance_asked")] == [cast.vanphong]
    assert refused(announce_document, record_id=record.pk, user=cast.head, whom=Whom(units=(cast.unit.toan.pk,))) is (
        Reason.NOBODY_NAMED
    )


def test_new_edition__asks_anew_only_when_it_is_announced(cast: SimpleNamespace) -> None:
    """B40."""
    record = documents.published(cast)
    call = announced(cast, record)
    confirm_reading(call_id=call.pk, user=cast.toan)
    documents.rewrite(record, cast.secretary, text=documents.TEXT + "\n5. Khoản mới.\n")
    _repost(record, cast)

    assert AcquaintanceCall.objects.get() == call
    anew = announced(cast, record)
    call.refresh_from_db()
    assert anew != call
    assert call.ended_at is not None
    assert names(anew) == {"toan", "editor1"}
    assert refused(confirm_reading, call_id=call.pk, user=cast.editor1) is Reason.WRONG_STATE
    assert confirm_reading(call_id=call.pk, user=cast.toan).read_at


def _repost(record: Any, cast: SimpleNamespace) -> None:
    told = PublicNote("update", "Bổ sung khoản 5 của Điều 12 về cách gửi bài.", "")
    given = documents.answers(record)
    actions.hand_in_and_forward(record_id=record.pk, user=cast.secretary, answers=given, public_note=told)
    actions.approve(record_id=record.pk, user=cast.head, and_post=True)


def test_confirm__counts_once_and_leaves_one_line(cast: SimpleNamespace) -> None:
    """B40."""
    call = announced(cast)

    first = confirm_reading(call_id=call.pk, user=cast.toan)
    again = confirm_reading(call_id=call.pk, user=cast.toan, at=now() + DAY)

    assert again.read_at == first.read_at
    line = LedgerEntry.objects.get(action="documents.acknowledge")
    assert line.actor_id == cast.toan.pk
    assert set(line.payload) == {"call", "revision", "asked_on"}
    assert LedgerEntry.objects.get(action="documents.announce").payload["people"] == [
        row.user_id for row in call.people.order_by("user__full_name", "user_id")
    ]


def test_confirm__is_nobody_elses(cast: SimpleNamespace) -> None:
    """B40: whoever is not named, superusers and the head included."""
    call = announced(cast)

    for person in (cast.van, cast.head, cast.admin):
        assert refused(confirm_reading, call_id=call.pk, user=person) in {Reason.NOT_NAMED, Reason.TECHNICAL_ROLE}
        answer = browser(person).post(f"/admin/board/acquaintance/{call.pk}/confirm/")
        assert answer.status_code in {302, 403, 404}
    assert not Acquaintance.objects.exclude(read_at=None).exists()


def test_confirm__is_refused_once_the_document_left_the_site(cast: SimpleNamespace) -> None:
    """Đ12.4: nothing of what was taken down is shown or confirmed."""
    record = documents.published(cast)
    call = announced(cast, record)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Sai nội dung")

    assert refused(confirm_reading, call_id=call.pk, user=cast.toan) is Reason.NOT_ONLINE
    shown = browser(cast.toan).get(f"/admin/board/acquaintance/{call.pk}/").content.decode()
    assert "Trách nhiệm thứ 3" not in shown


def test_named_person__finds_it_on_his_desk_reads_and_confirms(cast: SimpleNamespace) -> None:
    """B40."""
    call = announced(cast, due_on=today())
    client, address = browser(cast.toan), f"/admin/board/acquaintance/{call.pk}/"
    assert address in client.get("/admin/").content.decode()

    page = client.get(address).content.decode()
    assert "Trách nhiệm thứ 3" in page
    assert f"{address}confirm/" in page
    client.post(f"{address}confirm/")
    client.post(f"{address}confirm/")

    assert Acquaintance.objects.get(call=call, user=cast.toan).read_at is not None
    assert f"{address}confirm/" not in client.get(address).content.decode()
    assert address not in client.get("/admin/").content.decode()


def test_internal_document__is_shown_to_named_people_only(cast: SimpleNamespace) -> None:
    """B40, Đ15.2."""
    call = announced(cast, documents.draft(cast, openness="internal"))
    address = f"/admin/board/acquaintance/{call.pk}/"

    assert "Trách nhiệm thứ 3" in browser(cast.toan).get(address).content.decode()
    assert browser(cast.van).get(address).status_code == 404
    assert browser(cast.admin).get(address).status_code in {302, 403, 404}
    assert Client().get(address).status_code == 302


def test_file_of_an_internal_document__is_opened_by_named_people_only(cast: SimpleNamespace) -> None:
    """B40, Đ15.2: by the view that guards all files; a unit that was not named, visitors and closed accounts do not."""
    file = items.document(cast.secretary, cast.unit.bbt)
    record = documents.draft(cast, openness="internal", files=[file])
    assert browser(cast.toan).get(file.url).status_code == 404

    call = announced(cast, record, whom=Whom(units=(cast.unit.toan.pk,)))

    assert file.url in browser(cast.toan).get(f"/admin/board/acquaintance/{call.pk}/").content.decode()
    assert browser(cast.toan).get(file.url).status_code == 200
    assert browser(cast.van).get(file.url).status_code == 404
    assert Client().get(file.url).status_code == 404
    cast.toan.is_active = False
    cast.toan.save()
    assert browser(cast.toan).get(file.url).status_code == 404


def test_file_of_an_internal_document__is_closed_once_it_is_no_longer_internal(cast: SimpleNamespace) -> None:
    """Đ15.2: the right ends with what it came from."""
    file = items.document(cast.secretary, cast.unit.bbt)
    record = documents.draft(cast, openness="internal", files=[file])
    announced(cast, record, whom=Whom(units=(cast.unit.toan.pk,)))
    assert browser(cast.toan).get(file.url).status_code == 200

    documents.rewrite(record, cast.secretary, openness="public")

    assert browser(cast.toan).get(file.url).status_code == 404


def test_internal_document__that_was_announced_is_not_thrown_away(cast: SimpleNamespace) -> None:
    record = documents.draft(cast, openness="internal")
    announced(cast, record)

    assert refused(actions.discard, record_id=record.pk, user=cast.secretary) is Reason.RESTED_UPON
    assert browser(cast.secretary).post(f"/admin/pages/{record.page_id}/delete/").status_code in {302, 403}
    assert documents.page_of(record)


def test_readers__are_seen_by_the_board_and_the_unit_that_looks_after_it(cast: SimpleNamespace) -> None:
    """B40: who has read, who has not; a closed account is missing no more."""
    record = documents.published(cast, owner_unit=cast.unit.toan)
    call = announced(cast, record, whom=Whom(units=(cast.unit.toan.pk, cast.unit.van.pk)))
    confirm_reading(call_id=call.pk, user=cast.toan)
    cast.editor2.is_active = False
    cast.editor2.save()
    address = f"/admin/board/acquaintance/{call.pk}/readers/"

    for person in (cast.secretary, cast.deputy1, cast.toan):
        shown = browser(person).get(address).content.decode()
        assert "Ông van" in shown
        assert "Ông editor2" not in shown
    assert browser(cast.van).get(address).status_code == 403
    assert browser(cast.admin).get(address).status_code in {302, 403}


def test_readers__as_table_and_as_a_sheet(cast: SimpleNamespace) -> None:
    """B40."""
    call = announced(cast)
    confirm_reading(call_id=call.pk, user=cast.toan)
    client, address = browser(cast.secretary), f"/admin/board/acquaintance/{call.pk}/"

    rows = list(load_workbook(io.BytesIO(client.get(f"{address}readers.xlsx").content)).active.iter_rows(min_row=2))
    assert {row[0].value: row[4].value is not None for row in rows} == {"Ông toan": True, "Ông editor1": False}
    assert client.get(f"{address}readers.csv").status_code == 200
    assert client.get(f"{address}readers.exe").status_code == 404
    sheet = client.get(f"{address}sheet/").content.decode()
    assert sheet.count("<tr>") == 3
    assert "Trường THPT Thử" in sheet


def test_reminders__go_out_once_the_day_before_and_once_when_overdue(cast: SimpleNamespace) -> None:
    """B40: to whoever has not read; the announcer is told who is missing."""
    call = announced(cast, due_on=today() + 3 * DAY)
    confirm_reading(call_id=call.pk, user=cast.toan)
    before, after = now() + 2 * DAY, now() + 4 * DAY

    assert remind_of_acquaintance(cast.school, now()) == 0
    assert [remind_of_acquaintance(cast.school, before) for _again in range(2)] == [1, 0]
    assert [remind_of_acquaintance(cast.school, after) for _again in range(2)] == [2, 0]
    told = OutboxMessage.objects.exclude(kind="acquaintance_asked").filter(kind__startswith="acquaintance")
    assert [(row.kind, row.to) for row in told.order_by("pk")] == [
        ("acquaintance_day_before", cast.editor1),
        ("acquaintance_overdue", cast.editor1),
        ("acquaintance_missing", cast.secretary),
    ]
    for row in told:
        assert outbox.link_of(row).startswith("http")
        assert outbox._mail(row).body


def test_card__announces_by_its_form(cast: SimpleNamespace) -> None:
    """B40."""
    record = documents.published(cast)
    client, address = browser(cast.secretary), f"/admin/board/documents/{record.pk}/"
    assert 'name="everybody"' in client.get(address).content.decode()
    assert 'name="everybody"' not in browser(cast.deputy1).get(address).content.decode()

    assert client.post(f"{address}announce/", {}).status_code == 422
    assert client.post(f"{address}announce/", {"everybody": "on", "due_on": "2001-01-01"}).status_code == 422
    assert client.post(f"{address}announce/", {"units": ["x", "999"], "due_on": "?"}).status_code == 422
    done = client.post(f"{address}announce/", {"units": [str(cast.unit.toan.pk)], "due_on": str(today())})

    call = AcquaintanceCall.objects.get()
    assert done.headers["Location"] == f"/admin/board/acquaintance/{call.pk}/readers/"
    assert call.due_on == today()


def test_readers__take_the_same_number_of_queries(cast: SimpleNamespace) -> None:
    few = announced(cast)
    many = announced(cast, whom=Whom(everybody=True))
    client = browser(cast.secretary)
    client.get(f"/admin/board/acquaintance/{few.pk}/readers/")
    counts = []
    for call in (few, many):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/admin/board/acquaintance/{call.pk}/readers/")
        counts.append(len(asked))

    assert counts[0] == counts[1]
