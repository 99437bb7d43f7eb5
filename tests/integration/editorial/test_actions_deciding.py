"""Rules 4 and 10: approve exactly what was forwarded, return it, or refuse it, and say why."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from editorial import actions
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import RefusalGround, Verb, WorkState
from news.models import NewsPage
from tests.factories import items
from tests.factories.evidence import last_decision, last_line, last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

GROUNDS = [ground.value for ground in RefusalGround]


def again(cast: SimpleNamespace, record: EditorialRecord, **changes: object) -> None:
    """The editor fixes the text and forwards it anew."""
    if changes:
        items.rewrite(record, cast.editor1, **changes)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))


# --- Approving


def test_approve__records_who_in_which_post_on_which_version(cast: SimpleNamespace) -> None:
    """A20: the approver of every version is recorded, by name and post as they were then."""
    record = items.approved(cast)
    cast.deputy1.full_name = "Tên mới"
    cast.deputy1.save()

    rows = [(row.stage, row.actor_name, row.actor_post) for row in record.decisions.all()]
    assert rows == [("deputy", "Ông deputy1", "deputy"), ("head", "Ông head", "head")]
    clearance = record.clearances.get()
    assert clearance.decision == last_decision(record)
    assert clearance.revision == NewsPage.objects.get(pk=record.page_id).latest_revision


def test_approve__decides_on_the_round_the_person_has_read(cast: SimpleNamespace) -> None:
    """A61: two taps at once are one decision; the second reads who was first."""
    record = items.awaiting_deputy(cast)
    seen = last_round(record).pk
    actions.approve(record_id=record.pk, user=cast.deputy1, round_id=seen)

    for name in ("deputy1", "deputy2"):
        with refuses(Reason.ALREADY_DECIDED, who="Ông deputy1"):
            actions.return_item(record_id=record.pk, user=getattr(cast, name), note="Khoan đã", round_id=seen)
    with refuses(Reason.STALE_PAGE):
        actions.approve(record_id=record.pk, user=cast.head, round_id=seen + 1000)
    actions.approve(record_id=record.pk, user=cast.head, round_id=seen)

    with refuses(Reason.ALREADY_DECIDED, who="Ông head"):
        actions.approve(record_id=record.pk, user=cast.head, round_id=seen)


def test_approve__refuses_a_page_that_shows_a_former_version(cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast)
    seen = last_round(record).pk
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Thiếu tên")
    again(cast, record, lead="Đoạn mở đầu đã được viết lại hoàn toàn, với đủ tên người tham gia.")

    with refuses(Reason.ALREADY_DECIDED, who="Ông deputy1"):
        actions.approve(record_id=record.pk, user=cast.deputy2, round_id=seen)
    actions.approve(record_id=record.pk, user=cast.deputy2, round_id=last_round(record).pk)


# --- Returning


def test_return__says_what_must_be_fixed(cast: SimpleNamespace) -> None:
    """A62: a return without words is refused."""
    record = items.awaiting_deputy(cast)

    with refuses(Reason.NOTE_MISSING):
        actions.return_item(record_id=record.pk, user=cast.deputy1, note="  ")
    with refuses(Reason.NOT_YOUR_POST):
        actions.return_item(record_id=record.pk, user=cast.secretary, note="Thiếu tên")
    actions.return_item(record_id=record.pk, user=cast.deputy1, note=" Thiếu tên người tham gia ")

    assert stands(record, WorkState.IN_EDITING)
    assert (record.editor, last_decision(record).note) == (cast.editor1, "Thiếu tên người tham gia")


def test_return__by_the_deputy_begins_a_new_round_at_the_deputy(cast: SimpleNamespace) -> None:
    """A62: whoever returned it sees it again, and may then approve."""
    record = items.awaiting_deputy(cast)
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Sửa chính tả")

    again(cast, record, title="Lễ chào cờ đầu tuần!")

    assert last_round(record).number == 2
    assert stands(record, WorkState.AWAITING_DEPUTY)
    actions.approve(record_id=record.pk, user=cast.deputy1)


@pytest.mark.parametrize("title", ["Lễ chào cờ đầu tuần", "Lễ chào cờ đầu tuần!"])
def test_return__by_the_head_reenters_at_the_head_when_the_substance_is_the_same(
    cast: SimpleNamespace, title: str
) -> None:
    """A62: a fixed misspelling costs the deputy no second reading."""
    record = items.awaiting_head(cast)
    actions.return_item(record_id=record.pk, user=cast.head, note="Sửa lỗi gõ")

    again(cast, record, title=title)

    assert stands(record, WorkState.AWAITING_HEAD)
    assert last_round(record).skipped == [{"stage": "deputy", "why": "substance_unchanged"}]


@pytest.mark.parametrize("changes", [{"lead": items.LEAD.replace("thứ Hai", "thứ Ba")}, {"author_name": "Lớp 12A1"}])
def test_return__by_the_head_reenters_at_the_deputy_when_the_substance_changed(
    cast: SimpleNamespace, changes: dict[str, str]
) -> None:
    """A62: another date or another figure is another item."""
    record = items.awaiting_head(cast)
    actions.return_item(record_id=record.pk, user=cast.head, note="Sai ngày")

    again(cast, record, **changes)

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_return__by_the_head_reenters_at_the_deputy_when_the_class_changed(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    actions.return_item(record_id=record.pk, user=cast.head, note="Đây là tin quan trọng")
    actions.set_class(record_id=record.pk, user=cast.head, content_class="important")

    again(cast, record)

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_return__of_the_heads_own_text_passes_the_deputy_again(cast: SimpleNamespace) -> None:
    """A68: the head alone may never carry his own text over the last step."""
    record = items.awaiting_head(cast, author="head", unit="bbt", editor="editor2")
    actions.return_item(record_id=record.pk, user=cast.head, note="Bỏ bớt một câu")

    actions.forward(record_id=record.pk, user=cast.editor2, answers=items.answers(record))

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_return_to_unit__is_the_editors_and_says_what_to_fix(cast: SimpleNamespace) -> None:
    """A62, A65: the unit reads what the board wants, fixes it and hands in again."""
    record = items.in_editing(cast)

    with refuses(Reason.NOTE_MISSING):
        actions.return_to_unit(record_id=record.pk, user=cast.editor1, note="")
    with refuses(Reason.CLAIMED_BY_OTHER):
        actions.return_to_unit(record_id=record.pk, user=cast.secretary, note="Thiếu ảnh")
    actions.return_to_unit(record_id=record.pk, user=cast.editor1, note="Thiếu ảnh")

    assert stands(record, WorkState.RETURNED)
    assert (record.editor, last_decision(record).note) == (None, "Thiếu ảnh")
    items.rewrite(record, cast.toan, lead="Đã thêm một câu cho rõ.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    assert stands(record, WorkState.SUBMITTED)


# --- Refusing


@pytest.mark.parametrize("ground", GROUNDS)
def test_refuse__rests_on_one_of_the_five_grounds(cast: SimpleNamespace, ground: str) -> None:
    """A74: coded, so that it can be counted, and with words for the supplier."""
    record = items.awaiting_deputy(cast)

    with refuses(Reason.GROUND_MISSING):
        actions.refuse(record_id=record.pk, user=cast.deputy1, ground="takedown_outdated", note="Chưa đạt")
    with refuses(Reason.NOTE_MISSING):
        actions.refuse(record_id=record.pk, user=cast.deputy1, ground=ground, note="")
    actions.refuse(record_id=record.pk, user=cast.deputy1, ground=ground, note="Chưa đạt yêu cầu")

    assert stands(record, WorkState.REFUSED)
    assert (last_decision(record).ground, last_line(record).payload["ground"]) == (ground, ground)


def test_refuse__is_final_for_unit_and_board(cast: SimpleNamespace) -> None:
    """A74: a refused item does not come back by another door."""
    record = items.refused(cast)

    with refuses(Reason.WRONG_STATE):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    with refuses(Reason.WRONG_STATE):
        actions.claim(record_id=record.pk, user=cast.editor1)
    with refuses(Reason.WRONG_STATE):
        actions.approve(record_id=record.pk, user=cast.head)
    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)


def test_reopen__is_the_heads_alone(cast: SimpleNamespace) -> None:
    """A74: the head may take a refusal back, with words; the item is edited and decided anew."""
    record = items.refused(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.reopen(record_id=record.pk, user=cast.deputy1, note="Xem lại")
    with refuses(Reason.NOTE_MISSING):
        actions.reopen(record_id=record.pk, user=cast.head, note="")
    actions.reopen(record_id=record.pk, user=cast.head, note="Xem lại")

    assert stands(record, WorkState.IN_EDITING)
    again(cast, record)
    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_reopen__refuses_what_was_not_refused(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)

    with refuses(Reason.WRONG_STATE):
        actions.reopen(record_id=record.pk, user=cast.head, note="Xem lại")


def test_every_decision_leaves_its_line(cast: SimpleNamespace) -> None:
    """A20: the chain can be read back from the ledger alone."""
    record = items.published(cast)

    lines = [row.action.removeprefix("editorial.") for row in _lines(record)]
    assert lines == [
        Verb.HAND_IN,
        Verb.CLAIM,
        Verb.FORWARD,
        Verb.APPROVE,
        Verb.APPROVE,
        Verb.POST,
    ]
    assert [row.actor_id for row in _lines(record)] == [
        person.pk
        for person in (
            cast.toan,
            cast.editor1,
            cast.editor1,
            cast.deputy1,
            cast.head,
            cast.secretary,
        )
    ]


def _lines(record: EditorialRecord) -> list[LedgerEntry]:
    return list(LedgerEntry.objects.filter(record_id=record.pk).order_by("seq"))
