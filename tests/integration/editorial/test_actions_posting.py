"""Rules 6 and 8: the secretary posts what was cleared, exactly; the head may post with his approval."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import now
from core.models import Generation
from editorial import actions
from editorial.gates.digest import live_digest
from editorial.models import AssetUse
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from news.models import NewsPage
from news.selectors import published_news
from tests.factories import items
from tests.factories.board import change_charter
from tests.factories.evidence import last_line, live_page, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

HOUR = datetime.timedelta(hours=1)


# --- Posting


def test_post__is_the_secretarys_act(cast: SimpleNamespace) -> None:
    """A59: approved items wait for the secretary, and only he finishes and posts them."""
    record = items.approved(cast)

    for name in ("head", "deputy1", "editor1", "toan"):
        with refuses(Reason.NOT_YOUR_POST):
            actions.post(record_id=record.pk, user=getattr(cast, name))
    with refuses(Reason.TECHNICAL_ROLE):
        actions.post(record_id=record.pk, user=cast.admin)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert live_page(record) in published_news()


@pytest.mark.parametrize("state", ["submitted", "in_editing", "awaiting_deputy", "awaiting_head", "returned"])
def test_post__refuses_what_is_not_released(cast: SimpleNamespace, state: str) -> None:
    """A57, A68: nothing reaches the site before the last approval, from whatever step."""
    record = getattr(items, state)(cast)

    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)


def test_post__shows_the_cleared_version_and_keeps_the_approver(cast: SimpleNamespace) -> None:
    """A20: for what stands on the site one can say which version it is and who released it."""
    before = Generation.current()
    record = items.published(cast)

    record.refresh_from_db()
    clearance = record.live_clearance
    assert clearance is not None
    page = live_page(record)
    assert (page.live_revision_id, live_digest(page)) == (clearance.revision_id, clearance.digest)
    assert clearance.decision.actor == cast.head
    assert last_line(record).payload["digest"] == clearance.digest
    assert Generation.current() > before


def test_post__twice_is_refused(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    with refuses(Reason.NOT_CLEARED):
        actions.post(record_id=record.pk, user=cast.secretary)


def test_post__notes_which_files_the_page_uses(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.approved(cast, pictures=[image])
    name = f"wagtailimages.image/{image.pk}"
    assert not AssetUse.objects.filter(name=name).exists()

    actions.post(record_id=record.pk, user=cast.secretary)

    assert AssetUse.objects.get(name=name).record == record


def test_update__passes_the_whole_chain_while_the_former_version_stays(cast: SimpleNamespace) -> None:
    """A27, A57: a published item may be taken up again; readers see the old text until it is released."""
    record = items.published(cast)
    items.rewrite(record, cast.toan, lead="Bản cập nhật có thêm kết quả của buổi lễ.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert stands(record, WorkState.AWAITING_HEAD, PublicState.POSTED)
    assert live_page(record).lead == items.LEAD

    actions.approve(record_id=record.pk, user=cast.head)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)
    assert live_page(record).lead == "Bản cập nhật có thêm kết quả của buổi lễ."
    assert record.first_published_at is not None


# --- Approve and post


def test_approve_and_post__is_one_tap_and_two_lines(cast: SimpleNamespace) -> None:
    """A68: "Duyệt và đăng" by the head at the last stage."""
    record = items.awaiting_head(cast)

    actions.approve(record_id=record.pk, user=cast.head, and_post=True)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert last_line(record).action == "editorial.post"
    assert last_line(record).actor_id == cast.head.pk


def test_approve_and_post__is_not_for_a_stage_before_the_last(cast: SimpleNamespace) -> None:
    """A55: the deputy cannot post what still needs the head."""
    record = items.awaiting_deputy(cast)

    with refuses(Reason.NOT_LAST_STAGE):
        actions.approve(record_id=record.pk, user=cast.deputy1, and_post=True)


def test_approve_and_post__is_the_deputys_in_delegated_classes(cast: SimpleNamespace) -> None:
    """A56: the deputy publishes what the charter lets him release."""
    change_charter(cast, deputies_release=True)
    record = items.awaiting_deputy(cast, content_class="teaching")

    actions.approve(record_id=record.pk, user=cast.deputy1, and_post=True)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


# --- A set time


def test_schedule__is_the_secretarys_and_lies_in_the_future(cast: SimpleNamespace) -> None:
    """A59: posting in the set time; until then nobody sees the item."""
    record = items.approved(cast)
    soon = now() + HOUR

    with refuses(Reason.NOT_YOUR_POST):
        actions.schedule(record_id=record.pk, user=cast.head, post_at=soon)
    with refuses(Reason.TIME_IN_PAST):
        actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() - HOUR)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=soon)

    assert stands(record, WorkState.SCHEDULED)
    assert record.post_at == soon
    assert NewsPage.objects.get(pk=record.page_id).go_live_at is None


def test_schedule__refuses_what_is_not_released(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)

    with refuses(Reason.NOT_CLEARED):
        actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + HOUR)


def test_schedule__may_be_moved_removed_or_overtaken(cast: SimpleNamespace) -> None:
    record = items.approved(cast)
    with refuses(Reason.WRONG_STATE):
        actions.unschedule(record_id=record.pk, user=cast.secretary)

    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + HOUR)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + 2 * HOUR)
    actions.unschedule(record_id=record.pk, user=cast.secretary)
    assert stands(record, WorkState.APPROVED)
    assert record.post_at is None
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=now() + HOUR)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert record.post_at is None
