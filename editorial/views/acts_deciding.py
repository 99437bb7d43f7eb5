"""Acts of deputy and head: the decisions, class and editor, urgent notices."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from editorial import actions
from editorial.forms import review as forms
from editorial.rules import decisions, desk_rules, posting
from editorial.rules.people import Actor
from editorial.rules.vocabulary import Post, RefusalGround, Stage, WorkState
from editorial.selectors.review import Review, unit_editor_had_time
from editorial.views.act import NOTE, Act

SOMEBODY = Actor(id=0, posts=frozenset({Post.EDITOR}))


def _is_held_by_me(review: Review) -> bool:
    return review.item.work_state is WorkState.IN_EDITING and review.item.editor_id == review.actor.id


ACTS: dict[str, Act] = {
    "approve_and_post": Act(
        _("Approve and post"),
        _("Approved and posted"),
        actions.approve,
        lambda r: decisions.may_approve_and_post(r.actor, r.item, r.rules),
        makes_sense=lambda r: not r.is_correction,
        is_one_tap=True,
        tone="yes",
        fixed=(("and_post", True),),
    ),
    "approve": Act(
        _("Approve"),
        _("Approved"),
        actions.approve,
        lambda r: decisions.may_approve(r.actor, r.item, r.rules),
        forms.ApproveForm,
        is_one_tap=True,
        tone="yes",
    ),
    "return": Act(
        _("Return"),
        _("Returned"),
        actions.return_item,
        lambda r: decisions.may_return(r.actor, r.item, r.rules, NOTE),
        forms.ReturnForm,
        tone="no",
        help=_("It goes back to be fixed and then passes the approval again. Say what to fix."),
    ),
    "refuse": Act(
        _("Refuse"),
        _("Refused"),
        actions.refuse,
        lambda r: decisions.may_refuse(r.actor, r.item, r.rules, RefusalGround.QUALITY, NOTE),
        forms.RefuseForm,
        tone="no",
        help=_("For good, on one of the grounds of the regulation. The unit is told. Only the head may reopen it."),
    ),
    "correct_and_approve": Act(
        _("Correct a word and approve"),
        _("Corrected and approved"),
        actions.correct_and_approve,
        lambda r: decisions.may_approve(r.actor, r.item, r.rules),
        forms.CorrectAndApproveForm,
        makes_sense=lambda r: r.item.turn is Stage.HEAD and not r.is_correction,
        help=_("The deputy and the editor are shown what you corrected."),
    ),
    "confirm_notice": Act(
        _("Confirm the notice"),
        _("Confirmed"),
        actions.confirm_notice,
        lambda r: posting.may_confirm_notice(r.actor, r.item),
        makes_sense=lambda r: r.record.is_notice and r.record.confirm_by_on is not None,
        is_one_tap=True,
        tone="yes",
    ),
    "end_notice": Act(
        _("End the notice now"),
        _("Ended"),
        actions.end_notice,
        lambda r: posting.may_end_notice(r.actor, r.item),
        is_one_tap=True,
        tone="no",
    ),
    "reopen": Act(
        _("Reopen"),
        _("Reopened"),
        actions.reopen,
        lambda r: decisions.may_reopen(r.actor, r.item, NOTE),
        forms.ReopenForm,
        help=_("The item goes back to its editor."),
    ),
    "set_class": Act(
        _("Change the class of content"),
        _("Class changed"),
        actions.set_class,
        lambda r: desk_rules.may_set_class(r.actor, r.item, r.item.content_class),
        forms.ClassForm,
        makes_sense=lambda r: not _is_held_by_me(r),
        stays=True,
        help=_("The class decides who has to release the item. During a round steps are only added."),
    ),
    "assign": Act(
        _("Give it to an editor"),
        _("Assigned"),
        actions.assign,
        lambda r: desk_rules.may_assign(r.actor, r.item, SOMEBODY, unit_editor_had_time=unit_editor_had_time(r)),
        forms.AssignForm,
        stays=True,
    ),
}
