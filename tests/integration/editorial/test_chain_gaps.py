"""Ways round the chain that a careful reader of the rules found, each now shut."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from core.rules.answers import RuleRefused
from editorial import actions
from editorial.rules.posting import NoticeFacts
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, Stage, WorkState
from news.models import NewsPage
from school.models import BoardAppointment
from tests.factories import items

pytestmark = pytest.mark.django_db


def test_release_notice__refuses_an_article(cast: SimpleNamespace) -> None:
    """A57: the short way is for urgent notices alone."""
    record = items.draft(cast)

    with pytest.raises(RuleRefused) as refusal:
        actions.release_notice(
            record_id=record.pk, user=cast.deputy1, notice=NoticeFacts("Bão", "Nghỉ học ngày mai", 24)
        )

    assert refusal.value.refused.reason is Reason.WRONG_STATE
    assert not NewsPage.objects.get(pk=record.page_id).live


def updated_draft(cast: SimpleNamespace) -> SimpleNamespace:
    """A posted item whose new version is released and waits, though the page was taken down meanwhile."""
    record = items.published(cast)
    items.rewrite(record, cast.toan, lead="Bản mới của phần mở đầu.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    return SimpleNamespace(record=record)


def test_post__refuses_to_bring_back_what_the_head_took_down_after_he_approved(cast: SimpleNamespace) -> None:
    """A64: what was taken down stays away until the head decides."""
    record = updated_draft(cast).record
    actions.approve(record_id=record.pk, user=cast.head)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Sai")

    with pytest.raises(RuleRefused) as refusal:
        actions.post(record_id=record.pk, user=cast.secretary)

    assert refusal.value.refused.reason is Reason.OFF_SITE


def test_post__brings_a_version_the_head_approved_after_the_removal(cast: SimpleNamespace) -> None:
    """A64: the head's approval of a new version is his decision."""
    record = updated_draft(cast).record
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Sai")
    actions.approve(record_id=record.pk, user=cast.head)

    record = actions.post(record_id=record.pk, user=cast.secretary)

    assert record.public is PublicState.UPDATED


def test_set_class__leaves_out_a_deputys_stage_that_nobody_may_decide(cast: SimpleNamespace) -> None:
    """A55: an item raised to the head's class does not wait for a post that is empty."""
    actions.change_charter(
        school=cast.school, user=cast.head, changes={"editors_release": True}, decision_number="7/QĐ"
    )
    record = items.awaiting_deputy(cast)
    assert record.work is WorkState.AWAITING_EDITOR
    BoardAppointment.objects.filter(post="deputy").delete()

    actions.set_class(record_id=record.pk, user=cast.head, content_class="important")

    round_ = record.rounds.get()
    assert Stage.DEPUTY.value not in round_.stages
    assert Stage.HEAD.value in round_.stages
    assert {"stage": "deputy", "why": "nobody_may_decide"} in round_.skipped


def test_send_correction__bars_whoever_wrote_the_draft_from_clearing_it(cast: SimpleNamespace) -> None:
    """A61: four eyes hold for a correction that another person sends."""
    record = items.published(cast)
    lead = NewsPage.objects.get(pk=record.page_id).lead
    items.rewrite(record, cast.deputy1, lead=lead.replace("thầy", "thây"))
    actions.send_correction(record_id=record.pk, user=cast.secretary)

    with pytest.raises(RuleRefused) as refusal:
        actions.approve(record_id=record.pk, user=cast.deputy1)

    assert refusal.value.refused.reason is Reason.OWN_TEXT
    actions.approve(record_id=record.pk, user=cast.deputy2)


def test_claim__lets_another_take_over_from_an_editor_whose_term_ended(cast: SimpleNamespace) -> None:
    """A27: an item does not stay with somebody who edits for the board no longer."""
    record = items.in_editing(cast)
    BoardAppointment.objects.filter(user=cast.editor1).delete()

    with pytest.raises(RuleRefused):
        actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    record = actions.claim(record_id=record.pk, user=cast.secretary)
    assert record.editor == cast.secretary
