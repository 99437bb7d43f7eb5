"""Acts on what was released: posting, correcting, off the site and back."""

from __future__ import annotations

import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from core.rules.answers import Answer
from editorial import actions
from editorial.forms import review as forms
from editorial.forms.takedown import AskTakedownForm
from editorial.rules import posting, reviewing, takedown
from editorial.rules.vocabulary import VISIBLE, HideGround, Post, TakedownGround
from editorial.selectors.review import Review
from editorial.views.act import NOTE, Act


def _may_hide_file(review: Review) -> Answer:
    return posting.may_hide_anything(review.actor, review.rules, HideGround.PERSONAL_DATA, NOTE)


def _may_restore_file(review: Review) -> Answer:
    return posting.is_head_for_take_down(review.actor, review.item, review.rules)


def _is_stale(review: Review) -> bool:
    posted_at = review.record.page.last_published_at
    return posted_at is not None and reviewing.is_stale(localdate(posted_at), localdate(review.at))


ACTS: dict[str, Act] = {
    "post": Act(
        _("Post now"),
        _("Posted"),
        actions.post,
        lambda r: posting.may_post(r.actor, r.item),
        is_one_tap=True,
        tone="yes",
    ),
    "schedule": Act(
        _("Set a posting time"),
        _("Posting time set"),
        actions.schedule,
        lambda r: posting.may_schedule(r.actor, r.item, r.at + datetime.timedelta(hours=1), r.at),
        forms.ScheduleForm,
        help=_("It posts itself at that time, exactly as it was released."),
    ),
    "unschedule": Act(
        _("Remove the posting time"),
        _("Posting time removed"),
        actions.unschedule,
        lambda r: posting.may_post(r.actor, r.item),
        makes_sense=lambda r: r.record.post_at is not None,
        is_one_tap=True,
        stays=True,
    ),
    "correct": Act(
        _("Correct a word"),
        _("Correction sent"),
        actions.correct_words,
        lambda r: posting.may_correct(r.actor, r.item),
        forms.CorrectForm,
        makes_sense=lambda r: not r.has_newer_draft and not r.record.is_notice,
        help=_("A misspelt name or word. One superior clears it with one tap; figures and dates are not small."),
    ),
    "send_correction": Act(
        _("Send the new version as a small correction"),
        _("Correction sent"),
        actions.send_correction,
        lambda r: posting.may_correct(r.actor, r.item),
        makes_sense=lambda r: r.has_newer_draft,
        is_one_tap=True,
        help=_("For wording only. One superior clears the difference."),
    ),
    "confirm_current": Act(
        _("Still right"),
        _("Noted: it is still right"),
        actions.confirm_current,
        lambda r: reviewing.may_confirm_current(r.actor, r.item),
        makes_sense=_is_stale,
        is_one_tap=True,
        tone="yes",
        help=_("Nobody has touched it for a year. Say that it is still right, correct it, or ask to take it down."),
    ),
    "restore": Act(
        _("Put it back on the site"),
        _("Back on the site"),
        actions.restore,
        lambda r: posting.may_restore(r.actor, r.item, r.rules),
        is_one_tap=True,
        tone="yes",
    ),
    "take_down": Act(
        _("Take down"),
        _("Taken down"),
        actions.take_down,
        lambda r: posting.may_take_down(r.actor, r.item, r.rules, TakedownGround.CONTENT, NOTE),
        forms.TakeDownForm,
        tone="no",
        help=_("It leaves the site at once, with its pictures. Its address says that it was taken down."),
    ),
    "ask_takedown": Act(
        _("Ask the head to take it down"),
        _("Asked to be taken down"),
        actions.ask_takedown,
        lambda r: takedown.may_ask(r.actor, r.item, TakedownGround.CONTENT, NOTE),
        AskTakedownForm,
        makes_sense=lambda r: not posting.is_head_for_take_down(r.actor, r.item, r.rules),
        stays=True,
        help=_("Only the head takes something down. You are told what was decided."),
    ),
    "hide": Act(
        _("Hide at once"),
        _("Hidden"),
        actions.hide,
        lambda r: posting.may_hide(r.actor, r.item, r.rules, HideGround.PERSONAL_DATA, NOTE),
        forms.HideForm,
        makes_sense=lambda r: Post.HEAD not in r.actor.posts,
        tone="no",
        help=_("For an emergency. The head is told and decides within one working day."),
    ),
    "hide_file": Act(
        _("Hide one picture or file"),
        _("Hidden"),
        actions.hide_file,
        _may_hide_file,
        forms.HideFileForm,
        makes_sense=lambda r: (
            bool(r.record.live_clearance and r.record.live_clearance.files) and r.item.public_state in VISIBLE
        ),
        stays=True,
        tone="no",
    ),
    "restore_file": Act(
        _("Show a hidden picture or file again"),
        _("Shown again"),
        actions.restore_file,
        _may_restore_file,
        forms.RestoreFileForm,
        makes_sense=lambda r: bool(r.hidden),
        stays=True,
    ),
}
