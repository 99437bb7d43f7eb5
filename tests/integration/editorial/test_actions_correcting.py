"""Rule 5: a misspelt name does not cost four people a day."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import now
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, RoundKind, Stage, WorkState
from tests.factories import items
from tests.factories.board import join_the_board
from tests.factories.evidence import last_decision, last_line, last_round, live_page, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

WORDS = {"wrong": "thầy và trò", "right": "thầy cô và trò"}
BODY = "<p>" + "Buổi lễ diễn ra trang nghiêm, có sự tham gia của toàn trường và các thầy cô giáo. " * 8 + "</p>"


def long_item(cast: SimpleNamespace, state: str = "published", **fields: object) -> EditorialRecord:
    """An item long enough for a few letters to be a small share of it."""
    record = items.in_editing(cast)
    items.rewrite(record, cast.editor1, body=[items.block("text", BODY)])
    actions.forward(
        record_id=record.pk,
        user=cast.editor1,
        answers=items.answers(record),
        content_class=fields.get("content_class", "ordinary"),
    )
    if state == "awaiting_deputy":
        return record
    actions.approve(record_id=record.pk, user=cast.deputy1)
    if state == "awaiting_head":
        return record
    record = actions.approve(record_id=record.pk, user=cast.head)
    return actions.post(record_id=record.pk, user=cast.secretary) if state == "published" else record


# --- By words


def test_correct_words__after_posting_is_cleared_by_one_superior_and_posted(cast: SimpleNamespace) -> None:
    """A27: the secretary corrects, a deputy's tap puts it online; nobody else is asked."""
    record = long_item(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.correct_words(record_id=record.pk, user=cast.toan, **WORDS)
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)
    assert stands(record, WorkState.AWAITING_DEPUTY, PublicState.POSTED)
    assert "thầy cô và trò" not in live_page(record).lead
    assert (last_round(record).kind, last_round(record).stages) == (RoundKind.CORRECTION, [Stage.DEPUTY])
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)
    assert "thầy cô và trò" in live_page(record).lead


def test_correct_words__before_posting_leaves_the_item_waiting_to_be_posted(cast: SimpleNamespace) -> None:
    """A27, A59: the correction is part of what the secretary then posts."""
    record = long_item(cast, "approved")

    actions.correct_words(record_id=record.pk, user=cast.editor2, **WORDS)
    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)
    actions.approve(record_id=record.pk, user=cast.deputy2)
    assert stands(record, WorkState.APPROVED)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert "thầy cô và trò" in live_page(record).lead


def test_correct_words__of_the_heads_class_is_cleared_by_the_head(cast: SimpleNamespace) -> None:
    """A55: even a comma in an important item is his."""
    record = long_item(cast, content_class="important")
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)

    assert last_round(record).stages == [Stage.HEAD]
    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [
        ("thứ Hai", "thứ Ba", "figure"),
        ("tuần.", "tuần, Chủ nhật.", "date"),
        ("tuần.", "tuần 12.", "figure"),
        ("cùng dự", "không cùng dự", "negation"),
        ("Buổi lễ diễn ra trang nghiêm", "Cả trường đã vui chơi suốt ngày dài", "share"),
    ],
)
def test_correct_words__refuses_what_is_not_small_and_says_why(
    cast: SimpleNamespace, wrong: str, right: str, why: str
) -> None:
    """A57: substance passes the whole chain."""
    record = long_item(cast)

    with refuses(Reason.NOT_SMALL, why=why):
        actions.correct_words(record_id=record.pk, user=cast.secretary, wrong=wrong, right=right)
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)


def test_correct_words__refuses_words_that_do_not_stand_there(cast: SimpleNamespace) -> None:
    record = long_item(cast)

    with refuses(Reason.WORDS_NOT_FOUND):
        actions.correct_words(record_id=record.pk, user=cast.secretary, wrong="không có ở đây", right="x")
    for wrong, right in ((" ", "x"), ("thầy", "thầy")):
        with refuses(Reason.NOTHING_CHANGED):
            actions.correct_words(record_id=record.pk, user=cast.secretary, wrong=wrong, right=right)


@pytest.mark.parametrize("state", ["submitted", "in_editing", "awaiting_deputy", "refused", "taken_down"])
def test_correct_words__is_for_what_is_released(cast: SimpleNamespace, state: str) -> None:
    record = getattr(items, state)(cast)

    with refuses(Reason.WRONG_STATE):
        actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)


def test_correct_words__refuses_while_a_new_version_is_begun(cast: SimpleNamespace) -> None:
    """The correction would bury the new version, so it belongs into it."""
    record = long_item(cast)
    items.rewrite(record, cast.toan, lead="Bản mới đang viết.")

    with refuses(Reason.DRAFT_WAITING):
        actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)


def test_correct_words__is_not_cleared_by_whoever_corrected(cast: SimpleNamespace) -> None:
    """A61: two people also for a comma."""
    record = long_item(cast)
    join_the_board(cast, "secretary", "deputy")
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)

    with refuses(Reason.OWN_TEXT):
        actions.approve(record_id=record.pk, user=cast.secretary)
    actions.approve(record_id=record.pk, user=cast.deputy2)


# --- Dropped


def test_correction__dropped_by_a_return_leaves_everything_as_it_was(cast: SimpleNamespace) -> None:
    """A62: the superior says no to the correction, not to the item; another one may follow."""
    record = long_item(cast)
    before = live_page(record).lead
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)

    with refuses(Reason.WRONG_STATE):
        actions.refuse(record_id=record.pk, user=cast.deputy1, ground="refuse_quality", note="Không")
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Câu cũ đúng hơn")

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert live_page(record).lead == before
    actions.correct_words(record_id=record.pk, user=cast.secretary, wrong="đầu tuần.", right="đầu tuần này.")
    assert "thầy cô và trò" not in last_round(record).revision.content["lead"]


@pytest.mark.parametrize("keeps_time", [True, False])
def test_correction__of_a_scheduled_item_keeps_the_posting_time(cast: SimpleNamespace, keeps_time: bool) -> None:
    """A59: cleared or dropped, the item is posted at the time that was set."""
    record = long_item(cast, "approved")
    soon = now() + datetime.timedelta(hours=2)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=soon)
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)

    if keeps_time:
        actions.approve(record_id=record.pk, user=cast.deputy1)
    else:
        actions.return_item(record_id=record.pk, user=cast.deputy1, note="Câu cũ đúng hơn")

    assert stands(record, WorkState.SCHEDULED)
    assert (record.post_at, record.post_set_by) == (soon, cast.secretary)


# --- By a draft


def test_send_correction__sends_the_newest_draft_when_it_is_small(cast: SimpleNamespace) -> None:
    """A27: what was changed in the editor goes the short way if it is small."""
    record = long_item(cast)
    items.rewrite(record, cast.editor1, author_name="Nguyễn Văn An")

    with refuses(Reason.NOT_YOUR_POST):
        actions.send_correction(record_id=record.pk, user=cast.toan)
    actions.send_correction(record_id=record.pk, user=cast.editor1)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)
    assert live_page(record).author_name == "Nguyễn Văn An"


def test_send_correction__refuses_another_picture_and_an_unchanged_draft(cast: SimpleNamespace) -> None:
    record = long_item(cast)
    with refuses(Reason.NOTHING_CHANGED):
        actions.send_correction(record_id=record.pk, user=cast.editor1)
    image = items.picture(cast.toan, cast.unit.toan)
    items.rewrite(record, cast.editor1, body=[items.block("text", BODY), items.picture_block(image)])

    with refuses(Reason.NOT_SMALL, why="structure"):
        actions.send_correction(record_id=record.pk, user=cast.editor1)


# --- The head corrects and approves


def test_correct_and_approve__is_one_act_of_the_head(cast: SimpleNamespace) -> None:
    """A68: he corrects as he reads; the former round ends, the corrected version is what is cleared."""
    record = long_item(cast, "awaiting_head")
    former = last_round(record)

    actions.correct_and_approve(record_id=record.pk, user=cast.head, round_id=former.pk, **WORDS)

    assert stands(record, WorkState.APPROVED)
    newest = last_round(record)
    assert newest.number == former.number + 1
    assert newest.skipped == [{"stage": "deputy", "why": f"approved_in_round_{former.number}"}]
    assert last_decision(record).revision == newest.revision
    actions.post(record_id=record.pk, user=cast.secretary)
    assert "thầy cô và trò" in live_page(record).lead


def test_correct_and_approve__may_post_in_the_same_act(cast: SimpleNamespace) -> None:
    record = long_item(cast, "awaiting_head")

    actions.correct_and_approve(record_id=record.pk, user=cast.head, and_post=True, **WORDS)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert "thầy cô và trò" in live_page(record).lead


def test_correct_and_approve__refuses_what_is_not_small(cast: SimpleNamespace) -> None:
    """A61: the head returns what needs more than a word."""
    record = long_item(cast, "awaiting_head")

    with refuses(Reason.NOT_SMALL, why="figure"):
        actions.correct_and_approve(record_id=record.pk, user=cast.head, wrong="thứ Hai", right="thứ Ba")
    with refuses(Reason.WORDS_NOT_FOUND):
        actions.correct_and_approve(record_id=record.pk, user=cast.head, wrong="không có", right="x")


def test_correct_and_approve__is_not_the_deputys(cast: SimpleNamespace) -> None:
    """A61: at the deputy's stage the text is approved or returned, never rewritten."""
    record = long_item(cast, "awaiting_deputy")

    for name in ("deputy1", "head"):
        with refuses(Reason.NOT_YOUR_POST):
            actions.correct_and_approve(record_id=record.pk, user=getattr(cast, name), **WORDS)


def test_correct_and_approve__refuses_a_round_that_has_moved_on(cast: SimpleNamespace) -> None:
    record = long_item(cast, "awaiting_head")
    seen = last_round(record).pk
    actions.return_item(record_id=record.pk, user=cast.head, note="Khoan đã")

    with refuses(Reason.ALREADY_DECIDED, who="Ông head"):
        actions.correct_and_approve(record_id=record.pk, user=cast.head, round_id=seen, **WORDS)


def test_correction__leaves_its_lines(cast: SimpleNamespace) -> None:
    """A20: who corrected and who cleared it can be read back."""
    record = long_item(cast)
    actions.correct_words(record_id=record.pk, user=cast.secretary, **WORDS)
    assert last_line(record).action == "editorial.correct"

    actions.approve(record_id=record.pk, user=cast.deputy1)

    record.refresh_from_db()
    assert record.live_clearance is not None
    assert record.live_clearance.decision.actor == cast.deputy1


# --- A crop


def test_crop__is_a_small_correction(cast: SimpleNamespace) -> None:
    """Rule 5: another part of the same picture is kept; the picture itself stays the cleared one."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    body = live_page(record).body.get_prep_value()
    body[1]["value"]["keeps"] = "top"
    items.rewrite(record, cast.secretary, body=body)

    actions.send_correction(record_id=record.pk, user=cast.secretary)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    assert last_round(record).kind == RoundKind.CORRECTION
    assert live_page(record).body[1].value["keeps"] == "top"


def test_other_picture__is_no_small_correction(cast: SimpleNamespace) -> None:
    image, other = (items.picture(cast.toan, cast.unit.toan, colour) for colour in ((1, 2, 3), (9, 8, 7)))
    record = items.published(cast, pictures=[image])
    body = live_page(record).body.get_prep_value()
    body[1]["value"]["image"] = other.pk
    items.rewrite(record, cast.secretary, body=body)

    with refuses(Reason.NOT_SMALL):
        actions.send_correction(record_id=record.pk, user=cast.secretary)
