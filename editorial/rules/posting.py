"""Posting, hiding, taking down, restoring (Đ12.2.4, Đ12.4); urgent notices."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.charter import CharterRules
from editorial.rules.desk_rules import entered_it
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    AWAITING_POSTING,
    VISIBLE,
    ContentClass,
    HideGround,
    Post,
    PublicState,
    TakedownGround,
    WorkState,
)


def may_post(actor: Actor, item: Item) -> Answer:
    """The secretary posts what was released; posting is an act, not a decision (Đ12.2.4)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if Post.SECRETARY not in actor.posts:
        return Refused(Reason.NOT_YOUR_POST)
    if item.work_state not in AWAITING_POSTING:
        return Refused(Reason.NOT_CLEARED)
    return stands_open(item)


def stands_open(item: Item) -> Answer:
    """What was hidden or taken down stays away until the head decides (Đ12.4).

    He restores it, or approves a new version after it was removed.
    """
    away = item.public_state in {PublicState.HIDDEN, PublicState.TAKEN_DOWN}
    return Refused(Reason.OFF_SITE) if away and not item.head_cleared_since_removal else ALLOWED


def may_post_by_clock(item: Item, post_at: datetime.datetime | None, now: datetime.datetime) -> Answer:
    """The portal posts at the set time, by the standing order of whoever had the right to set it.

    Nobody is asked again: who set the time may have left office since. What was released must
    still wait, and the page must not have been hidden or taken down (Đ12.2.4, Đ12.4).
    """
    if item.work_state is not WorkState.SCHEDULED or post_at is None or post_at > now:
        return Refused(Reason.WRONG_STATE)
    return stands_open(item)


def may_schedule(actor: Actor, item: Item, at: datetime.datetime, now: datetime.datetime) -> Answer:
    """The secretary sets a time for posting, in the future."""
    blocked = may_post(actor, item)
    if not blocked:
        return blocked
    return ALLOWED if at > now else Refused(Reason.TIME_IN_PAST)


@dataclasses.dataclass(frozen=True, slots=True)
class Manifest:
    """What was cleared, or what would be posted now: revision, text digest, file digests."""

    revision_id: int
    digest: str
    files: Mapping[str, str]


def is_as_cleared(cleared: Manifest, present: Manifest) -> Answer:
    """What was cleared is what is posted; the refusal names what differs."""
    if present.revision_id != cleared.revision_id or present.digest != cleared.digest:
        return Refused(Reason.CONTENT_CHANGED, {"revision": str(cleared.revision_id)})
    for name, digest in cleared.files.items():
        if present.files.get(name) != digest:
            return Refused(Reason.FILE_CHANGED, {"file": name})
    return ALLOWED


def may_hide(actor: Actor, item: Item, charter: CharterRules, ground: str, note: str) -> Answer:
    """A deputy or secretary hides at once for a child's safety, personal data or a stolen account."""
    blocked = may_hide_anything(actor, charter, ground, note)
    if not blocked:
        return blocked
    return ALLOWED if item.public_state in VISIBLE else Refused(Reason.NOT_ONLINE)


def may_hide_anything(actor: Actor, charter: CharterRules, ground: str, note: str) -> Answer:
    """The part of the emergency hide that also holds for a single picture or file."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not charter.emergency_hide and Post.HEAD not in actor.posts:
        return Refused(Reason.HIDE_IS_OFF)
    if not actor.posts & {Post.HEAD, Post.DEPUTY, Post.SECRETARY}:
        return Refused(Reason.NOT_YOUR_POST)
    if ground not in set(HideGround):
        return Refused(Reason.GROUND_MISSING)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def may_take_down(actor: Actor, item: Item, charter: CharterRules, ground: str, note: str) -> Answer:
    """Only the head takes something down (Đ12.4), or his delegate where the charter allows it."""
    blocked = is_head_for_take_down(actor, item, charter)
    if not blocked:
        return blocked
    if item.public_state not in VISIBLE | {PublicState.HIDDEN}:
        return Refused(Reason.NOT_ONLINE)
    if ground not in set(TakedownGround):
        return Refused(Reason.GROUND_MISSING)
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def is_head_for_take_down(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """Whether the person decides on take-downs and restores."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    delegate = charter.delegates_take_down and actor.acts_as_head(item.content_class)
    return ALLOWED if Post.HEAD in actor.posts or delegate else Refused(Reason.NOT_YOUR_POST)


def may_restore(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """The head brings back exactly what was cleared."""
    blocked = is_head_for_take_down(actor, item, charter)
    if not blocked:
        return blocked
    if item.public_state not in {PublicState.HIDDEN, PublicState.TAKEN_DOWN}:
        return Refused(Reason.NOT_HIDDEN)
    return ALLOWED


NOTICE_CLASS = ContentClass.ORDINARY  # nobody sets the class of a notice: it never enters the chain


@dataclasses.dataclass(frozen=True, slots=True)
class NoticeFacts:
    """An urgent notice as typed: its text and the hours it is to stand."""

    title: str
    text: str
    hours: int


def is_fresh_notice(item: Item) -> Answer:
    """Only an urgent notice that nobody has released yet goes this short way."""
    is_fresh = item.is_notice and item.work_state is WorkState.DRAFT
    return ALLOWED if is_fresh else Refused(Reason.WRONG_STATE)


def may_release_notice(actor: Actor, notice: NoticeFacts, charter: CharterRules) -> Answer:
    """Head, deputy or duty leader releases a short notice alone; it ends by itself.

    Who acts for the head does where the delegation covers the class a notice has.
    """
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not releases_notices(actor):
        return Refused(Reason.NOT_YOUR_POST)
    if not notice.title.strip() or not notice.text.strip():
        return Refused(Reason.FORM_INCOMPLETE)
    if len(notice.text) > charter.notice_characters:
        return Refused(Reason.TOO_LONG, {"limit": str(charter.notice_characters)})
    if not 0 < notice.hours <= charter.notice_hours:
        return Refused(Reason.TOO_MANY_HOURS, {"limit": str(charter.notice_hours)})
    return ALLOWED


def releases_notices(actor: Actor) -> bool:
    """Whether the person holds a power to release an urgent notice."""
    return bool(actor.posts & {Post.HEAD, Post.DEPUTY}) or actor.is_duty_leader or actor.acts_as_head(NOTICE_CLASS)


def may_confirm_notice(actor: Actor, item: Item) -> Answer:
    """The head confirms an urgent notice by the next working day.

    Who released it in the head's place is no second person: he may end it, not confirm it.
    """
    blocked = may_end_notice(actor, item)
    if not blocked:
        return blocked
    is_own = item.released_by_id == actor.id and Post.HEAD not in actor.posts
    return Refused(Reason.OWN_NOTICE) if is_own else ALLOWED


def may_end_notice(actor: Actor, item: Item) -> Answer:
    """The head, or who acts for him, ends an urgent notice before its time."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not actor.holds(Post.HEAD, item.content_class):
        return Refused(Reason.NOT_YOUR_POST)
    return ALLOWED if item.is_notice and item.public_state in VISIBLE else Refused(Reason.NOT_ONLINE)


def may_delegate(
    actor: Actor,
    given_to: Actor,
    starts_on: datetime.date,
    ends_on: datetime.date | None,
    today: datetime.date,
) -> Answer:
    """The head delegates to another person of the board, for dates that have an end."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if Post.HEAD not in actor.posts:
        return Refused(Reason.NOT_YOUR_POST)
    if not may_act_at_all(given_to) or given_to.id == actor.id or not given_to.posts:
        return Refused(Reason.NO_BOARD_YET)
    if ends_on is None or ends_on < starts_on or ends_on < today:
        return Refused(Reason.BAD_DATES)
    return ALLOWED


def may_discard(actor: Actor, item: Item) -> Answer:
    """The unit, or who entered it for the unit, throws away a draft that was never handed in; the rest is evidence."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.unit_id not in actor.unit_ids and not entered_it(actor, item):
        return Refused(Reason.NOT_YOUR_UNIT)
    if item.work_state is not WorkState.DRAFT or item.handed_in_at is not None:
        return Refused(Reason.HANDED_IN_BEFORE)
    return ALLOWED


def may_correct(actor: Actor, item: Item) -> Answer:
    """Secretaries and editors correct what was released, before or after posting."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not actor.posts & {Post.SECRETARY, Post.EDITOR}:
        return Refused(Reason.NOT_YOUR_POST)
    online = item.work_state is WorkState.PUBLISHED and item.public_state in VISIBLE
    return ALLOWED if online or item.work_state in AWAITING_POSTING else Refused(Reason.WRONG_STATE)
