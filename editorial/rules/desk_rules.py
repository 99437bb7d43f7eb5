"""Before the chain decides: handing in, claiming, editing, forwarding (Đ7.1, Đ12.3)."""

from __future__ import annotations

from core.rules.answers import ALLOWED, Answer, Refused, first_refusal
from editorial.rules.charter import CharterRules
from editorial.rules.facts import Item
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import (
    HEAD_CLASSES,
    IN_CHAIN,
    WITH_EDITORS,
    WITH_UNIT,
    ContentClass,
    Post,
    RoundKind,
    WorkState,
)


def may_see(actor: Actor, item: Item) -> Answer:
    """Who may read an item that is not public: its unit, and the board once it was handed in.

    Units do not see each other's drafts (Đ4.1, Đ15.2).
    """
    if not actor.is_active:
        return Refused(Reason.INACTIVE)
    if item.unit_id in actor.unit_ids or item.owner_id == actor.id:
        return ALLOWED
    if actor.is_board and item.work_state is not WorkState.DRAFT:
        return ALLOWED
    return Refused(Reason.TECHNICAL_ROLE if actor.is_technical else Reason.NOT_YOUR_UNIT)


def may_edit_text(actor: Actor, item: Item) -> Answer:
    """Who may change the text: the unit while it has the item, then the one editor who holds it.

    In every later stage nobody may. A published item may be taken up again by its unit, by a
    secretary or by the unit's editor; the change passes the chain anew.
    """
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.work_state is WorkState.IN_EDITING:
        return ALLOWED if item.editor_id == actor.id else Refused(Reason.CLAIMED_BY_OTHER)
    if item.work_state not in WITH_UNIT:
        return Refused(Reason.WRONG_STATE)
    if item.unit_id in actor.unit_ids or entered_it(actor, item):
        return ALLOWED
    if item.work_state is WorkState.PUBLISHED and _may_correct_for(actor, item):
        return ALLOWED
    return Refused(Reason.NOT_YOUR_UNIT)


def entered_it(actor: Actor, item: Item) -> bool:
    """Whether this secretary or editor entered it for somebody who gave it some other way (Đ6 dash 4).

    A document may have been registered by a deputy too (002 §3.3).
    """
    posts = {Post.EDITOR, Post.SECRETARY, Post.DEPUTY} if item.is_document else {Post.EDITOR, Post.SECRETARY}
    return item.owner_id == actor.id and bool(actor.posts & posts)


def _may_correct_for(actor: Actor, item: Item) -> bool:
    edits_unit = Post.EDITOR in actor.posts and item.unit_id in actor.field_ids
    return Post.SECRETARY in actor.posts or edits_unit


def may_hand_in(actor: Actor, item: Item) -> Answer:
    """A member of the unit hands its item in (Đ13.1)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.work_state in IN_CHAIN:
        return Refused(Reason.HANDED_IN_BEFORE)
    if item.work_state not in WITH_UNIT or item.is_notice:
        return Refused(Reason.WRONG_STATE)
    return may_edit_text(actor, item)


def may_withdraw(actor: Actor, item: Item) -> Answer:
    """The unit takes its item back until it was forwarded."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.unit_id not in actor.unit_ids:
        return Refused(Reason.NOT_YOUR_UNIT)
    if item.work_state not in WITH_EDITORS:
        return Refused(Reason.WRONG_STATE)
    return ALLOWED


def may_claim(actor: Actor, item: Item, *, unit_editor_had_time: bool) -> Answer:
    """Who may take an item over for editing.

    The unit's own editor at any time; another editor when the unit has none or he is away; a
    secretary likewise, or after the time the charter gives the unit's editor (Đ6 dash 1).
    """
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if not takes_up(actor, item):
        return Refused(Reason.NOT_YOUR_POST)
    if item.work_state not in WITH_EDITORS:
        return Refused(Reason.WRONG_STATE)
    return _claim_turn(actor, item, unit_editor_had_time)


def takes_up(actor: Actor, item: Item) -> bool:
    """Whether the person's post takes such an item over: an editor or a secretary; a document a secretary alone."""
    return bool(actor.posts & ({Post.SECRETARY} if item.is_document else {Post.EDITOR, Post.SECRETARY}))


def _claim_turn(actor: Actor, item: Item, unit_editor_had_time: bool) -> Answer:
    if item.editor_id == actor.id:
        return ALLOWED
    if item.work_state is WorkState.IN_EDITING:
        return ALLOWED if item.editor_is_absent else Refused(Reason.CLAIMED_BY_OTHER)
    if item.editor_id is None or item.editor_is_absent:
        return ALLOWED
    if Post.SECRETARY in actor.posts and unit_editor_had_time:
        return ALLOWED
    return Refused(Reason.UNIT_EDITOR_FIRST)


def may_assign(actor: Actor, item: Item, assignee: Actor, *, unit_editor_had_time: bool) -> Answer:
    """A head, deputy or secretary gives the item to an editor or secretary.

    Giving it to oneself is claiming it: the unit's own editor has his time first (Đ6 dash 1).
    """
    blocked = first_refusal(may_act_at_all(actor), may_act_at_all(assignee))
    if not blocked:
        return blocked
    if not actor.posts & {Post.HEAD, Post.DEPUTY, Post.SECRETARY}:
        return Refused(Reason.NOT_YOUR_POST)
    if not takes_up(assignee, item):
        return Refused(Reason.NOT_YOUR_POST)
    if item.work_state not in WITH_EDITORS:
        return Refused(Reason.WRONG_STATE)
    return _claim_turn(actor, item, unit_editor_had_time) if assignee.id == actor.id else ALLOWED


def may_forward(actor: Actor, item: Item) -> Answer:
    """The editor who holds the item sends it up; his own unit's and his own text included."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.work_state is not WorkState.IN_EDITING:
        return Refused(Reason.WRONG_STATE)
    if item.editor_id != actor.id:
        return Refused(Reason.CLAIMED_BY_OTHER)
    return ALLOWED if takes_up(actor, item) else Refused(Reason.NOT_YOUR_POST)


def may_place(actor: Actor, unit_id: int, charter: CharterRules) -> Answer:
    """A secretary places documents (Đ6 dash 2); where no stage edits, a deputy those of his field too (002 §3.3).

    `unit_id` is the unit that looks after the document.
    """
    if Post.SECRETARY in actor.posts:
        return ALLOWED
    if Post.DEPUTY not in actor.posts or charter.has_editing_stage:
        return Refused(Reason.NOT_YOUR_POST)
    is_elsewhere = charter.deputies_by_field and unit_id not in actor.field_ids
    return Refused(Reason.NOT_YOUR_FIELD) if is_elsewhere else ALLOWED


def may_hand_in_and_forward(actor: Actor, item: Item, charter: CharterRules) -> Answer:
    """An editor's or secretary's own text goes up in one step.

    Where the charter knows no editing stage every author's does (002 §3.3). A document goes up by
    the hand of whoever places documents, never by its unit's.
    """
    blocked = may_hand_in(actor, item)
    if not blocked:
        return blocked
    if item.is_document:
        return may_place(actor, item.unit_id, charter)
    if not charter.has_editing_stage or actor.posts & {Post.EDITOR, Post.SECRETARY}:
        return ALLOWED
    return Refused(Reason.NOT_YOUR_POST)


def may_return_to_unit(actor: Actor, item: Item, note: str) -> Answer:
    """The editor gives the item back to the unit and says what to fix (Đ12.3 dash 3)."""
    blocked = may_forward(actor, item)
    if not blocked:
        return blocked
    return ALLOWED if note.strip() else Refused(Reason.NOTE_MISSING)


def may_set_class(actor: Actor, item: Item, wanted: ContentClass) -> Answer:
    """Editors set the class; deputy and head change it; only the head lowers a head's class."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    if item.work_state not in IN_CHAIN or item.work_state in {WorkState.APPROVED, WorkState.SCHEDULED}:
        return Refused(Reason.WRONG_STATE)
    if item.round is not None and item.round.kind is not RoundKind.FULL:
        return Refused(Reason.WRONG_STATE)
    if actor.holds(Post.HEAD, item.content_class):
        return ALLOWED
    lowers = item.content_class in HEAD_CLASSES and wanted not in HEAD_CLASSES
    if Post.DEPUTY in actor.posts:
        return Refused(Reason.CLASS_IS_HEADS) if lowers else ALLOWED
    return _editor_sets_class(actor, item, lowers)


def _editor_sets_class(actor: Actor, item: Item, lowers: bool) -> Answer:
    if item.work_state is not WorkState.IN_EDITING or item.editor_id != actor.id:
        return Refused(Reason.NOT_YOUR_POST)
    if lowers and item.class_set_by_superior:
        return Refused(Reason.CLASS_IS_HEADS)
    return ALLOWED
