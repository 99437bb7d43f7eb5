"""How an item of the demonstration reaches its fate."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable

from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.vocabulary import HideGround, WorkState
from home.demo.schema import Fate, Pace
from home.demo.walking import Clock, Walk
from news.models import NewsPage


def walk_to_fate(walk: Walk) -> None:
    """Take the item, step by step, to the state its fate names."""
    STEPS[walk.article.fate](walk)


def _published_after_return(walk: Walk) -> None:
    article = walk.article
    if article.pace is Pace.LATE_RETURNED:
        _lie_with_the_unit(walk)
        return
    walk.to_deputy()
    walk.act(actions.return_item, walk.deputy, note=article.return_note or "…")
    who = walk.editor if walk.stage.has_editing_stage else article.author
    walk.rewrite(who, lead=article.lead)
    walk.again()


def _lie_with_the_unit(walk: Walk) -> None:
    """Returned to the unit, which takes its time; then it goes the whole way."""
    _returned_to_unit(walk)
    walk.dawdle()
    walk.rewrite(walk.article.author, lead=walk.article.lead)
    walk.publish()


def _published_corrected(walk: Walk) -> None:
    walk.publish()
    if walk.article.correction:
        wrong, right = walk.article.correction
        walk.act(actions.correct_words, "secretary", wrong=wrong, right=right)
        head_decides = EditorialRecord.objects.get(pk=walk.record_id).work is WorkState.AWAITING_HEAD
        walk.act(actions.approve, "head" if head_decides else walk.deputy)


def _published_updated(walk: Walk) -> None:
    walk.publish()
    page = NewsPage.objects.get(pk=walk.page.pk)
    added = {"type": "text", "value": f"<p>{walk.article.update}</p>", "id": str(uuid.uuid4())}
    walk.rewrite(walk.article.author, body=[*page.body.get_prep_value(), added])
    walk.to_posting()
    walk.act(actions.post, "secretary")


def _returned_to_unit(walk: Walk) -> None:
    if walk.stage.has_editing_stage:
        walk.hand_in()
        walk.claim()
        walk.act(actions.return_to_unit, walk.editor, note=walk.article.return_note)
    else:
        _returned_by_deputy(walk)


def _returned_by_deputy(walk: Walk) -> None:
    walk.to_deputy()
    walk.act(actions.return_item, walk.deputy, note=walk.article.return_note)


def _refused(walk: Walk) -> None:
    walk.to_deputy()
    walk.act(actions.refuse, walk.deputy, ground=walk.article.ground, note=walk.article.refusal_note)


def _scheduled(walk: Walk) -> None:
    walk.to_posting()
    wanted = walk.stage.now + datetime.timedelta(hours=walk.article.scheduled_in_hours or 20)
    post_at = wanted.replace(minute=0, second=0, microsecond=0)
    if not Clock.OPENS <= post_at.hour < Clock.CLOSES:
        post_at = post_at.replace(hour=Clock.OPENS) + datetime.timedelta(days=1)
    walk.act(actions.schedule, "secretary", post_at=post_at)


def _approve_and_post(walk: Walk) -> None:
    walk.to_head()
    walk.act(actions.approve, "head", and_post=True)


def _hidden(walk: Walk) -> None:
    walk.publish()
    walk.act(actions.hide, "secretary", ground=HideGround.PERSONAL_DATA.value, note=walk.article.hide_note)


def _taken_down(walk: Walk) -> None:
    walk.publish()
    article = walk.article
    walk.act(
        actions.take_down,
        "head",
        ground=article.ground,
        note=article.takedown_note,
        shows_ground=bool(article.public_note),
    )


def _restored(walk: Walk) -> None:
    _hidden_or_down(walk)
    walk.act(actions.restore, "head")


def _hidden_or_down(walk: Walk) -> None:
    if walk.article.ground:
        _taken_down(walk)
    else:
        _hidden(walk)


def _withdrawn(walk: Walk) -> None:
    if walk.stage.has_editing_stage:
        walk.hand_in()
        walk.act(actions.withdraw, walk.article.author)


def _in_editing(walk: Walk) -> None:
    walk.hand_in()
    walk.claim()


STEPS: dict[Fate, Callable[[Walk], None]] = {
    Fate.DRAFT: lambda walk: None,
    Fate.SUBMITTED: Walk.hand_in,
    Fate.IN_EDITING: _in_editing,
    Fate.AWAITING_DEPUTY: Walk.to_deputy,
    Fate.AWAITING_HEAD: Walk.to_head,
    Fate.RETURNED_TO_UNIT: _returned_to_unit,
    Fate.RETURNED_BY_DEPUTY: _returned_by_deputy,
    Fate.REFUSED: _refused,
    Fate.APPROVED: Walk.to_posting,
    Fate.SCHEDULED: _scheduled,
    Fate.PUBLISHED: Walk.publish,
    Fate.PUBLISHED_AFTER_RETURN: _published_after_return,
    Fate.PUBLISHED_CORRECTED: _published_corrected,
    Fate.PUBLISHED_UPDATED: _published_updated,
    Fate.APPROVE_AND_POST: _approve_and_post,
    Fate.HIDDEN: _hidden,
    Fate.TAKEN_DOWN: _taken_down,
    Fate.RESTORED: _restored,
    Fate.WITHDRAWN: _withdrawn,
}
