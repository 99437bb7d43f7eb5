"""The chain on real pages and a real database."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from core.rules.answers import RuleRefused
from editorial import actions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from news.models import NewsPage
from tests.factories import items

pytestmark = pytest.mark.django_db


def test_chain__takes_an_item_from_hand_in_to_the_public(cast: SimpleNamespace) -> None:
    """A57, A59, A61, A68: editor, deputy, head, then the secretary posts."""
    record = items.approved(cast)
    assert not NewsPage.objects.get(pk=record.page_id).live

    actions.post(record_id=record.pk, user=cast.secretary)

    record.refresh_from_db()
    assert NewsPage.objects.get(pk=record.page_id).live
    assert (record.work, record.public) == (WorkState.PUBLISHED, PublicState.POSTED)


def test_post__refuses_before_the_head_approved(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)

    with pytest.raises(RuleRefused) as refusal:
        actions.post(record_id=record.pk, user=cast.secretary)

    assert refusal.value.refused.reason is Reason.NOT_CLEARED
    assert not NewsPage.objects.get(pk=record.page_id).live


@pytest.mark.parametrize("late", ["deputy1", "deputy2"])
def test_approve__tells_whoever_comes_second_who_decided(late: str, cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast)
    seen = record.rounds.get()
    actions.approve(record_id=record.pk, user=cast.deputy1, round_id=seen.pk)

    with pytest.raises(RuleRefused) as refusal:
        actions.approve(record_id=record.pk, user=getattr(cast, late), round_id=seen.pk)

    assert refusal.value.refused.reason is Reason.ALREADY_DECIDED
    assert refusal.value.refused.details["who"] == cast.deputy1.full_name
    assert seen.decisions.count() == 1


def test_approve__tells_somebody_without_the_post_that_it_is_not_his(cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast)

    with pytest.raises(RuleRefused) as refusal:
        actions.approve(record_id=record.pk, user=cast.secretary, round_id=record.rounds.get().pk)

    assert refusal.value.refused.reason is Reason.NOT_YOUR_POST
