"""Acts of the unit and of the editor who holds the item."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.rules.answers import Answer
from editorial import actions
from editorial.forms import review as forms
from editorial.forms.checklist import ForwardForm
from editorial.rules import decisions, desk_rules, posting
from editorial.rules.vocabulary import RefusalGround, WorkState
from editorial.selectors.review import Review, unit_editor_had_time
from editorial.views.act import NOTE, Act


def _may_claim(review: Review) -> Answer:
    return desk_rules.may_claim(review.actor, review.item, unit_editor_had_time=unit_editor_had_time(review))


def _has_text_to_send(review: Review) -> bool:
    return review.record.work is not WorkState.PUBLISHED or review.has_newer_draft


def _is_held_by_me(review: Review) -> bool:
    return review.item.work_state is WorkState.IN_EDITING and review.item.editor_id == review.actor.id


ACTS: dict[str, Act] = {
    "forward": Act(
        _("Forward for approval"),
        _("Forwarded"),
        actions.forward,
        lambda r: desk_rules.may_forward(r.actor, r.item),
        ForwardForm,
        tone="yes",
        help=_("Answer the checklist. The version you see is what they will decide on; it cannot change on the way."),
    ),
    "return_to_unit": Act(
        _("Return to the unit"),
        _("Returned to the unit"),
        actions.return_to_unit,
        lambda r: desk_rules.may_return_to_unit(r.actor, r.item, NOTE),
        forms.ReturnForm,
        tone="no",
        help=_("The unit corrects it and sends it again. Say what to fix."),
    ),
    "claim": Act(
        _("Take it up for editing"),
        _("Taken up: the text is yours to edit"),
        actions.claim,
        _may_claim,
        makes_sense=lambda r: not _is_held_by_me(r),
        is_one_tap=True,
        stays=True,
        tone="yes",
    ),
    "hand_in": Act(
        _("Send to the editorial board"),
        _("Sent to the editorial board"),
        actions.hand_in,
        lambda r: desk_rules.may_hand_in(r.actor, r.item),
        makes_sense=lambda r: r.rules.has_editing_stage and _has_text_to_send(r),
        is_one_tap=True,
        stays=True,
        tone="yes",
    ),
    "hand_in_and_forward": Act(
        _("Send and forward"),
        _("Sent and forwarded"),
        actions.hand_in_and_forward,
        lambda r: desk_rules.may_hand_in_and_forward(r.actor, r.item, r.rules),
        ForwardForm,
        makes_sense=_has_text_to_send,
        tone="yes",
        help=_("Answer the checklist. The item goes straight to those who decide."),
    ),
    "propose_refusal": Act(
        _("Propose a refusal"),
        _("Refusal proposed"),
        actions.propose_refusal,
        lambda r: decisions.may_propose_refusal(r.actor, r.item, RefusalGround.QUALITY, NOTE),
        forms.RefuseForm,
        help=_("The deputy head or the head decides on it."),
    ),
    "withdraw": Act(
        _("Take it back"),
        _("Taken back"),
        actions.withdraw,
        lambda r: desk_rules.may_withdraw(r.actor, r.item),
        stays=True,
        help=_("The unit may take it back until it is forwarded. It can be sent again later."),
    ),
    "discard": Act(
        _("Throw the draft away"),
        _("Thrown away"),
        actions.discard,
        lambda r: posting.may_discard(r.actor, r.item),
        forms.SureForm,
        tone="no",
    ),
}
