"""Rule 11: an emergency hide at once; taking down and bringing back are the head's."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import now
from core.models import Generation
from editorial import actions
from editorial.gates.digest import live_digest
from editorial.models import AssetUse, EditorialRecord, HiddenFile
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import HideGround, PublicState, TakedownGround, WorkState
from news.selectors import published_news
from tests.factories import items
from tests.factories.board import change_charter
from tests.factories.evidence import last_line, live_page, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DAY = datetime.timedelta(days=1)
DANGER = {"ground": "hide_child_safety", "note": "Có địa chỉ nhà học sinh"}
OLD = {"ground": "takedown_outdated", "note": "Đã cũ"}


# --- Hiding a page


@pytest.mark.parametrize("who", ["deputy1", "deputy2", "secretary", "head"])
def test_hide__is_at_once_and_by_deputy_or_secretary(cast: SimpleNamespace, who: str) -> None:
    """A75: nobody waits for the head while a child is in danger."""
    record, before = items.published(cast), Generation.current()

    for name in ("editor1", "toan"):
        with refuses(Reason.NOT_YOUR_POST):
            actions.hide(record_id=record.pk, user=getattr(cast, name), **DANGER)
    actions.hide(record_id=record.pk, user=getattr(cast, who), **DANGER)

    assert stands(record, WorkState.PUBLISHED, PublicState.HIDDEN)
    assert not published_news().exists()
    assert Generation.current() > before


@pytest.mark.parametrize("ground", list(HideGround))
def test_hide__rests_on_a_ground_for_emergencies_and_says_why(cast: SimpleNamespace, ground: HideGround) -> None:
    record = items.published(cast)

    with refuses(Reason.GROUND_MISSING):
        actions.hide(record_id=record.pk, user=cast.secretary, **OLD)
    with refuses(Reason.NOTE_MISSING):
        actions.hide(record_id=record.pk, user=cast.secretary, ground=ground, note=" ")
    actions.hide(record_id=record.pk, user=cast.secretary, ground=ground, note="Có địa chỉ nhà")

    assert last_line(record).payload["ground"] == ground


def test_hide__is_for_what_the_public_sees(cast: SimpleNamespace) -> None:
    record = items.approved(cast)

    with refuses(Reason.NOT_ONLINE):
        actions.hide(record_id=record.pk, user=cast.secretary, **DANGER)


def test_hide__can_be_switched_off_for_all_but_the_head(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    change_charter(cast, emergency_hide=False)

    with refuses(Reason.HIDE_IS_OFF):
        actions.hide(record_id=record.pk, user=cast.deputy1, **DANGER)
    actions.hide(record_id=record.pk, user=cast.head, **DANGER)


def test_hide__lasts_until_the_head_decides(cast: SimpleNamespace) -> None:
    """A37: whoever hid it can neither bring it back nor take it down."""
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.deputy1, **DANGER)

    with refuses(Reason.NOT_YOUR_POST):
        actions.restore(record_id=record.pk, user=cast.deputy1)
    with refuses(Reason.NOT_YOUR_POST):
        actions.take_down(record_id=record.pk, user=cast.deputy1, **OLD)
    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)
    actions.restore(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_hide__may_end_in_a_take_down(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    actions.hide(record_id=record.pk, user=cast.secretary, **DANGER)

    actions.take_down(record_id=record.pk, user=cast.head, **OLD)

    assert stands(record, WorkState.PUBLISHED, PublicState.TAKEN_DOWN)


def test_hide__holds_against_a_newer_version_that_waits_to_be_posted(cast: SimpleNamespace) -> None:
    """A75: it stays hidden until the head has decided, whatever was approved before."""
    record = _with_approved_update(cast)
    actions.hide(record_id=record.pk, user=cast.deputy1, **DANGER)

    with refuses(Reason.OFF_SITE):
        actions.post(record_id=record.pk, user=cast.secretary)
    with refuses(Reason.OFF_SITE):
        actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + DAY)
    actions.restore(record_id=record.pk, user=cast.head)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)


def _with_approved_update(cast: SimpleNamespace) -> EditorialRecord:
    record = items.published(cast)
    items.rewrite(record, cast.toan, lead="Bản cập nhật có thêm kết quả.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    return actions.approve(record_id=record.pk, user=cast.head)


# --- Taking down


@pytest.mark.parametrize("ground", list(TakedownGround))
def test_take_down__is_the_heads_alone_and_on_a_ground(cast: SimpleNamespace, ground: TakedownGround) -> None:
    """A37: the head answers for what disappears as for what appears."""
    record = items.published(cast)
    words = {"ground": ground.value, "note": "Theo đơn đề nghị"}

    for name in ("deputy1", "secretary", "editor1", "toan"):
        with refuses(Reason.NOT_YOUR_POST):
            actions.take_down(record_id=record.pk, user=getattr(cast, name), **words)
    with refuses(Reason.TECHNICAL_ROLE):
        actions.take_down(record_id=record.pk, user=cast.admin, **words)
    with refuses(Reason.GROUND_MISSING):
        actions.take_down(record_id=record.pk, user=cast.head, ground="refuse_quality", note="x")
    with refuses(Reason.NOTE_MISSING):
        actions.take_down(record_id=record.pk, user=cast.head, ground=ground.value, note="")
    actions.take_down(record_id=record.pk, user=cast.head, **words)

    assert stands(record, WorkState.PUBLISHED, PublicState.TAKEN_DOWN)
    assert last_line(record).payload["ground"] == ground


def test_take_down__is_for_what_was_on_the_site(cast: SimpleNamespace) -> None:
    approved, gone = items.approved(cast), items.taken_down(cast)

    for record in (approved, gone):
        with refuses(Reason.NOT_ONLINE):
            actions.take_down(record_id=record.pk, user=cast.head, **OLD)


def test_restore__brings_back_exactly_the_cleared_version(cast: SimpleNamespace) -> None:
    """A20: not the newest draft: the version that was released, with its approver."""
    record = items.taken_down(cast)
    cleared = EditorialRecord.objects.get(pk=record.pk).live_clearance
    assert cleared is not None
    items.rewrite(record, cast.toan, lead="Bản nháp mới, chưa ai duyệt.")

    with refuses(Reason.NOT_YOUR_POST):
        actions.restore(record_id=record.pk, user=cast.secretary)
    actions.restore(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    page = live_page(record)
    assert (page.live_revision_id, live_digest(page)) == (cleared.revision_id, cleared.digest)
    assert record.public_ground == ""


def test_restore__is_for_what_was_hidden_or_taken_down(cast: SimpleNamespace) -> None:
    for record in (items.published(cast), items.approved(cast)):
        with refuses(Reason.NOT_HIDDEN):
            actions.restore(record_id=record.pk, user=cast.head)


def test_taken_down_item__comes_back_only_through_the_whole_chain_or_the_head(
    cast: SimpleNamespace,
) -> None:
    """A57, A68: a unit may write it anew; the head's approval of the new version is his decision."""
    record = items.taken_down(cast)
    items.rewrite(record, cast.toan, lead="Viết lại từ đầu, đã bỏ phần sai.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)

    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)
    assert live_page(record).lead == "Viết lại từ đầu, đã bỏ phần sai."


def test_taken_down_item__does_not_come_back_by_a_delegated_release(cast: SimpleNamespace) -> None:
    """A55: what the head took down, only the head brings back, whoever may release the class."""
    change_charter(cast, editors_release=True, deputies_release=True)
    record = items.awaiting_deputy(cast)
    actions.approve(record_id=record.pk, user=cast.editor2)
    actions.post(record_id=record.pk, user=cast.secretary)
    actions.take_down(record_id=record.pk, user=cast.head, **OLD)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)

    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))
    with refuses(Reason.OFF_SITE):
        actions.approve(record_id=record.pk, user=cast.editor2, and_post=True)
    actions.approve(record_id=record.pk, user=cast.editor2)

    with refuses(Reason.OFF_SITE):
        actions.post(record_id=record.pk, user=cast.secretary)


# --- Hiding one picture or file


def test_hide_file__hides_one_picture_until_the_head_shows_it_again(cast: SimpleNamespace) -> None:
    """A75: the page stays, the picture is gone at once."""
    image = items.picture(cast.toan, cast.unit.toan)
    record, name = items.published(cast, pictures=[image]), f"wagtailimages.image/{image.pk}"

    with refuses(Reason.NOT_YOUR_POST):
        actions.hide_file(record_id=record.pk, user=cast.editor1, name=name, **DANGER)
    with refuses(Reason.NOT_ONLINE):
        actions.hide_file(record_id=record.pk, user=cast.secretary, name="wagtailimages.image/0", **DANGER)
    actions.hide_file(record_id=record.pk, user=cast.secretary, name=name, **DANGER)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    with refuses(Reason.NOT_YOUR_POST):
        actions.restore_file(record_id=record.pk, user=cast.secretary, name=name)
    actions.restore_file(record_id=record.pk, user=cast.head, name=name)
    with refuses(Reason.NOT_HIDDEN):
        actions.restore_file(record_id=record.pk, user=cast.head, name=name)
    assert HiddenFile.objects.get().restored_at is not None


def test_files__of_a_page_that_left_the_site_are_used_no_more(cast: SimpleNamespace) -> None:
    """A75: files follow the page, out and in."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])

    actions.take_down(record_id=record.pk, user=cast.head, **OLD)
    assert not AssetUse.objects.filter(record=record).exists()
    actions.restore(record_id=record.pk, user=cast.head)

    assert AssetUse.objects.filter(record=record).count() == 1
