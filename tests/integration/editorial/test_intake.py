"""What comes in by other doors is entered, kept as it was, and becomes an article in one step (A30, A60)."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, transaction
from wagtail.images import get_image_model

from core.rules.uploads import Problem
from editorial import actions
from editorial.actions.intake import Brought
from editorial.intake.storage import PrivateStorage
from editorial.models import IntakeEntry, IntakeOriginal, LedgerEntry
from editorial.rules.intake import Given, IntakeState
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Channel, Origin, WorkState
from editorial.selectors.intake import damaged_originals, intake_of, register_of, way_of
from news.models import Category, NewsPage
from tests.factories import items
from tests.factories.evidence import refuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]
GIVER, CONTACT = "Bà Lan, phụ huynh lớp 10A", "0912 345 678"
AT = datetime.datetime(2026, 11, 21, 3, tzinfo=datetime.UTC)


def given(**changes: Any) -> Given:
    """What the secretary types."""
    facts = {
        "giver_name": GIVER,
        "giver_contact": CONTACT,
        "channel": Channel.MESSENGER,
        "subject": "Hội khỏe Phù Đổng",
        "text": "Đoạn một.\n\nĐoạn hai\nxuống dòng <b>.",
        "token": uuid.uuid4().hex,
    }
    return Given(**{**facts, **changes})


def brought(name: str = "sân.png", data: bytes | None = None, **facts: Any) -> Brought:
    """A file somebody gave."""
    return Brought(name, ContentFile(items.png() if data is None else data), **facts)


def enter(
    cast: SimpleNamespace, *originals: Brought, who: str = "secretary", at: Any = AT, **changes: Any
) -> IntakeEntry:
    """Entered by one person."""
    user = getattr(cast, who)
    return actions.register_intake(school=cast.school, user=user, given=given(**changes), originals=originals, at=at)


def page_of(record: Any) -> NewsPage:
    """The newest draft of an article."""
    return NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()


# --- entering


def test_register_intake__numbers_follow_each_other_and_begin_anew_each_year(cast: SimpleNamespace) -> None:
    first, second = enter(cast), enter(cast, who="editor1")
    new_year = enter(cast, at=datetime.datetime(2026, 12, 31, 17, 30, tzinfo=datetime.UTC))  # 0:30 in the school
    assert [row.receipt for row in (first, second, new_year)] == ["1/2026", "2/2026", "1/2027"]
    assert (first.entered_by, first.received_at, first.state) == (cast.secretary, AT, IntakeState.OPEN)


@pytest.mark.parametrize("who", ["head", "deputy1", "toan", "admin"])
def test_register_intake__is_for_secretary_and_editors(cast: SimpleNamespace, who: str) -> None:
    reason = Reason.TECHNICAL_ROLE if who == "admin" else Reason.NOT_YOUR_POST
    with refuses(reason):
        enter(cast, who=who)
    assert not IntakeEntry.objects.exists()


def test_register_intake__the_same_form_sent_twice_is_one_entry(cast: SimpleNamespace) -> None:
    token = uuid.uuid4().hex
    once, again = enter(cast, brought(), token=token), enter(cast, brought(), token=token)
    assert once == again
    assert IntakeEntry.objects.count() == IntakeOriginal.objects.count() == 1


def test_register_intake__nothing_given_is_refused_and_leaves_no_gap(cast: SimpleNamespace) -> None:
    with refuses(Reason.INTAKE_EMPTY):
        enter(cast, text=" ")
    assert enter(cast).number == 1


def test_register_intake__the_ledger_names_no_giver_no_subject_and_no_file(cast: SimpleNamespace) -> None:
    row = enter(cast, brought("Bà Lan.png"), unit_id=cast.unit.toan.pk)
    line = LedgerEntry.objects.latest("seq")
    assert line.action == "editorial.register_intake"
    assert line.payload["receipt"] == "1/2026"
    assert line.payload["files"] == [row.originals.get().sha256]
    written = str(list(LedgerEntry.objects.values_list("payload", flat=True)))
    assert not [word for word in ("Lan", "0912", "Phù Đổng") if word in written]


def test_register_intake__words_that_no_database_takes_are_cleaned(cast: SimpleNamespace) -> None:
    row = enter(cast, giver_name="A\x00\ud800\u202eB", subject="S\x00" * 400, text="T\x00\udfff")
    row.refresh_from_db()
    assert (row.giver_name, row.text) == ("AB", "T")
    assert len(row.subject) == 255


# --- originals


def test_originals_are_kept_byte_for_byte_under_a_name_by_chance(cast: SimpleNamespace, settings: Any) -> None:
    data = items.png() + b"EXIF-like tail"
    row = enter(cast, brought("../../evil\u202egnp.png", data)).originals.get()
    assert row.sha256 == hashlib.sha256(data).hexdigest()
    assert (row.name, row.size, row.is_picture) == ("evilgnp.png", len(data), True)
    path = Path(row.file.path)
    assert path.read_bytes() == data
    assert path.is_relative_to(settings.PORTAL_PRIVATE_ROOT)
    assert not path.is_relative_to(settings.MEDIA_ROOT)
    assert "evil" not in row.file.name


def test_originals_have_no_public_address(cast: SimpleNamespace, client: Any) -> None:
    row = enter(cast, brought()).originals.get()
    with pytest.raises(ValueError, match="no address"):
        _ = row.file.url
    client.force_login(cast.head)
    for address in (f"/media/{row.file.name}", f"/media/../private/{row.file.name}"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("model", [IntakeOriginal, IntakeEntry])
def test_register__nothing_is_deleted_or_renumbered(cast: SimpleNamespace, model: Any) -> None:
    enter(cast, brought())
    change = {"sha256": "0" * 64} if model is IntakeOriginal else {"number": 9}
    with pytest.raises(DatabaseError, match="board:"), transaction.atomic():
        model.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert model.objects.count() == 1


def test_add_original__keeps_a_further_file_once(cast: SimpleNamespace) -> None:
    row = enter(cast, brought())
    added = actions.add_original(entry_id=row.pk, user=cast.editor1, original=brought("quét.pdf", b"%PDF-1.4 x"))
    again = actions.add_original(entry_id=row.pk, user=cast.editor1, original=brought("khác.pdf", b"%PDF-1.4 x"))
    assert added == again
    assert row.originals.count() == 2
    assert LedgerEntry.objects.filter(action="editorial.add_original").count() == 1


def test_add_original__not_to_a_closed_entry(cast: SimpleNamespace) -> None:
    row = enter(cast)
    actions.close_intake(entry_id=row.pk, user=cast.secretary, why="gửi hai lần")
    with refuses(Reason.INTAKE_CLOSED):
        actions.add_original(entry_id=row.pk, user=cast.secretary, original=brought())


def test_damaged_originals__names_the_one_that_was_touched(cast: SimpleNamespace) -> None:
    touched, _whole = enter(cast, brought("a.png"), brought("b.pdf", b"%PDF-1.4 b")).originals.all()
    assert list(damaged_originals(cast.school)) == []
    path = Path(touched.file.path)
    path.chmod(0o600)
    path.write_bytes(b"other")
    assert list(damaged_originals(cast.school)) == [touched]
    path.unlink()
    assert list(damaged_originals(cast.school)) == [touched]


# --- a draft in one step


def test_make_draft__title_paragraphs_pictures_and_channel_are_taken_over(cast: SimpleNamespace) -> None:
    photos = [brought(f"ảnh {number}.png", items.png((number, 9, 9))) for number in range(3)]
    row = enter(cast, *photos, unit_id=cast.unit.toan.pk)
    drafted = actions.make_draft(entry_id=row.pk, user=cast.secretary)
    record, page = drafted.record, page_of(drafted.record)
    assert (record.unit, record.created_by, record.work) == (cast.unit.toan, cast.secretary, WorkState.DRAFT)
    assert (page.title, page.channel, page.origin) == ("Hội khỏe Phù Đổng", Channel.MESSENGER, Origin.UNIT)
    assert [block.block_type for block in page.body] == ["text", "image", "image", "image"]
    assert page.body[0].value.source == "<p>Đoạn một.</p><p>Đoạn hai<br/>xuống dòng &lt;b&gt;.</p>"
    assert {block.value["image"].collection for block in page.body if block.block_type == "image"} == {
        cast.unit.toan.collection
    }
    row.refresh_from_db()
    assert (row.state, intake_of(record)) == (IntakeState.ARTICLE, row)
    assert GIVER not in str(page.to_json())


def test_make_draft__without_a_unit_it_stands_in_the_boards_own_section(cast: SimpleNamespace) -> None:
    row = enter(cast)
    record = actions.make_draft(entry_id=row.pk, user=cast.editor2).record
    assert (record.unit, record.origin) == (cast.unit.bbt, Origin.CONTRIBUTOR)


def test_make_draft__what_is_refused_is_left_out_and_stays_in_the_register(cast: SimpleNamespace) -> None:
    row = enter(
        cast, brought("a.png"), brought("film.mp4", b"\0\0\0\x18ftypmp42" * 9), brought("x.docm", b"PK\x03\x04")
    )
    drafted = actions.make_draft(entry_id=row.pk, user=cast.secretary)
    assert [original.name for original, _why in drafted.left_out] == ["film.mp4", "x.docm"]
    assert drafted.left_out[1][1].code is Problem.MACROS
    assert [block.block_type for block in page_of(drafted.record).body] == ["text", "image"]
    assert row.originals.count() == 3


def test_make_draft__only_what_was_chosen_and_never_the_mail_itself(cast: SimpleNamespace) -> None:
    mail = brought(
        "thư.eml",
        b"From: a@b.vn\n\nx",
        parts=(brought("a.png"), brought("b.png", items.png((1, 2, 3)))),
        is_source=True,
    )
    row = enter(cast, mail)
    source, first, second = row.originals.all()
    assert (first.taken_from, second.taken_from) == (source, source)
    drafted = actions.make_draft(entry_id=row.pk, user=cast.secretary, original_ids={source.pk, second.pk})
    [picture] = [block.value["image"] for block in page_of(drafted.record).body if block.block_type == "image"]
    assert picture.title == "b"
    assert drafted.left_out == ()


def test_make_draft__asked_twice_is_one_article(cast: SimpleNamespace) -> None:
    row = enter(cast, brought())
    once, again = (actions.make_draft(entry_id=row.pk, user=user) for user in (cast.secretary, cast.editor1))
    assert once.record == again.record
    assert NewsPage.objects.count() == get_image_model().objects.count() == 1


@pytest.mark.parametrize("who", ["head", "toan"])
def test_make_draft__is_for_secretary_and_editors_also_the_second_time(cast: SimpleNamespace, who: str) -> None:
    row = enter(cast)
    with refuses(Reason.NOT_YOUR_POST):
        actions.make_draft(entry_id=row.pk, user=getattr(cast, who))
    actions.make_draft(entry_id=row.pk, user=cast.secretary)
    with refuses(Reason.NOT_YOUR_POST):
        actions.make_draft(entry_id=row.pk, user=getattr(cast, who))


def test_make_draft__thrown_away_the_entry_is_open_again(cast: SimpleNamespace) -> None:
    row = enter(cast, unit_id=cast.unit.toan.pk)
    record = actions.make_draft(entry_id=row.pk, user=cast.secretary).record
    actions.discard(record_id=record.pk, user=cast.secretary)
    row.refresh_from_db()
    assert row.state is IntakeState.OPEN
    assert actions.make_draft(entry_id=row.pk, user=cast.secretary).record.pk != record.pk


def test_draft_of_the_register__the_secretary_finishes_and_sends_it_for_the_unit(cast: SimpleNamespace) -> None:
    row = enter(cast, unit_id=cast.unit.toan.pk)
    record = actions.make_draft(entry_id=row.pk, user=cast.secretary).record
    with refuses(Reason.FORM_INCOMPLETE):
        actions.hand_in(record_id=record.pk, user=cast.secretary)
    page = page_of(record)
    page.lead, page.categories = items.LEAD, Category.objects.all()[:1]
    page.save_revision(user=cast.secretary)
    sent = actions.hand_in(record_id=record.pk, user=cast.secretary, at=AT + datetime.timedelta(hours=1))
    assert (sent.work, sent.channel) == (WorkState.SUBMITTED, Channel.MESSENGER)
    row.refresh_from_db()
    reached = {step.code for step in way_of(row) if step.at is not None}
    assert reached == {"received", "entered", "drafted", "handed_in"}


def test_draft_of_the_register__another_secretary_or_unit_may_not_touch_it(cast: SimpleNamespace) -> None:
    row = enter(cast, unit_id=cast.unit.toan.pk)
    record = actions.make_draft(entry_id=row.pk, user=cast.secretary).record
    for who in ("editor2", "van", "head"):
        with refuses(Reason.NOT_YOUR_UNIT):
            actions.hand_in(record_id=record.pk, user=getattr(cast, who))


# --- closing and finding


def test_close_intake__says_why_and_who(cast: SimpleNamespace) -> None:
    row = enter(cast)
    with refuses(Reason.NOTE_MISSING):
        actions.close_intake(entry_id=row.pk, user=cast.secretary, why=" ")
    closed = actions.close_intake(entry_id=row.pk, user=cast.secretary, why="Không có sự đồng ý")
    assert (closed.state, closed.closed_by, closed.closed_why) == (
        IntakeState.CLOSED,
        cast.secretary,
        "Không có sự đồng ý",
    )
    with refuses(Reason.INTAKE_CLOSED):
        actions.make_draft(entry_id=row.pk, user=cast.secretary)


def test_close_intake__not_what_became_an_article(cast: SimpleNamespace) -> None:
    row = enter(cast)
    actions.make_draft(entry_id=row.pk, user=cast.secretary)
    with refuses(Reason.INTAKE_HAS_ARTICLE):
        actions.close_intake(entry_id=row.pk, user=cast.secretary, why="x")


@pytest.mark.parametrize("query", ["2/2026", "2", "phu dong 2", "ba lan", "0912", "LAN phù"])
def test_register_of__is_searched_by_number_words_and_giver_without_marks(cast: SimpleNamespace, query: str) -> None:
    enter(cast, subject="Khác", giver_name="Ông Ba", giver_contact="x")
    wanted = enter(cast, subject="Hội khỏe Phù Đổng 2")
    assert list(register_of(cast.school, query)) == [wanted]


@pytest.mark.parametrize("query", ["3/2026", "không có", "%", "_", "\x00", "9" * 40, "'; --", "٢"])
def test_register_of__odd_queries_find_nothing_and_break_nothing(cast: SimpleNamespace, query: str) -> None:
    enter(cast)
    assert list(register_of(cast.school, query)) == ([] if query != "\x00" else list(register_of(cast.school)))


def test_register_of__by_state(cast: SimpleNamespace) -> None:
    still_open, article, closed = enter(cast), enter(cast), enter(cast)
    actions.make_draft(entry_id=article.pk, user=cast.secretary)
    actions.close_intake(entry_id=closed.pk, user=cast.secretary, why="x")
    found = {state: list(register_of(cast.school, state=state)) for state in IntakeState}
    assert found == {
        IntakeState.OPEN: [still_open],
        IntakeState.ARTICLE: [article],
        IntakeState.CLOSED: [closed],
    }


def test_public_form__enters_without_an_account(cast: SimpleNamespace) -> None:
    row = actions.register_intake(school=cast.school, user=None, given=given(channel=Channel.PORTAL))
    assert row.entered_by is None
    assert LedgerEntry.objects.latest("seq").actor_id is None
    assert PrivateStorage().location
