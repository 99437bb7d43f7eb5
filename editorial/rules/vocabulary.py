"""The closed lists of the field; names and values from the glossary."""

from __future__ import annotations

from enum import StrEnum


class Post(StrEnum):
    """Posts of the editorial board (Đ5.2)."""

    HEAD = "head"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    EDITOR = "editor"


class Stage(StrEnum):
    """Where an item can stand in the chain (Đ12.3)."""

    EDITING = "editing"
    EDITOR = "editor"
    DEPUTY = "deputy"
    HEAD = "head"
    POSTING = "posting"


DECIDING_STAGES = frozenset({Stage.EDITOR, Stage.DEPUTY, Stage.HEAD})


class ContentClass(StrEnum):
    """Classes of content that decide who releases (Đ12.2)."""

    ORDINARY = "ordinary"
    THEME = "theme"
    TEACHING = "teaching"
    PUBLIC_CONCERN = "public_concern"
    IMPORTANT = "important"
    SUPERIOR_BODY = "superior_body"
    SENSITIVE = "sensitive"
    SPECIAL_ATTENTION = "special_attention"


HEAD_CLASSES = frozenset(
    {
        ContentClass.IMPORTANT,
        ContentClass.SUPERIOR_BODY,
        ContentClass.SENSITIVE,
        ContentClass.SPECIAL_ATTENTION,
    }
)
DEPUTY_CLASSES = frozenset({ContentClass.TEACHING, ContentClass.PUBLIC_CONCERN})
EDITOR_CLASSES = frozenset({ContentClass.ORDINARY, ContentClass.THEME})


class RoundKind(StrEnum):
    """Why a revision passes the chain."""

    FULL = "full"
    REFUSAL = "refusal"
    CORRECTION = "correction"
    URGENT = "urgent"


class Verb(StrEnum):
    """Every act that leaves a ledger line about an item."""

    HAND_IN = "hand_in"
    WITHDRAW = "withdraw"
    CLAIM = "claim"
    ASSIGN = "assign"
    SET_CLASS = "set_class"
    FORWARD = "forward"
    PROPOSE_REFUSAL = "propose_refusal"
    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"
    REOPEN = "reopen"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    POST = "post"
    CORRECT = "correct"
    DROP_CORRECTION = "drop_correction"
    URGENT_POST = "urgent_post"
    URGENT_CONFIRM = "urgent_confirm"
    ARCHIVE = "archive"
    HIDE = "hide"
    TAKE_DOWN = "take_down"
    RESTORE = "restore"
    HIDE_FILE = "hide_file"
    RESTORE_FILE = "restore_file"
    REMOVE_FILE = "remove_file"
    ASK_TAKEDOWN = "ask_takedown"
    KEEP = "keep"
    CONFIRM_CURRENT = "confirm_current"


class WorkState(StrEnum):
    """Where the work on an item stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_EDITING = "in_editing"
    AWAITING_EDITOR = "awaiting_editor"
    AWAITING_DEPUTY = "awaiting_deputy"
    AWAITING_HEAD = "awaiting_head"
    RETURNED = "returned"
    REFUSED = "refused"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


AWAITING: dict[Stage, WorkState] = {
    Stage.EDITOR: WorkState.AWAITING_EDITOR,
    Stage.DEPUTY: WorkState.AWAITING_DEPUTY,
    Stage.HEAD: WorkState.AWAITING_HEAD,
}
AWAITING_DECISION = frozenset(AWAITING.values())
WITH_UNIT = frozenset({WorkState.DRAFT, WorkState.RETURNED, WorkState.WITHDRAWN, WorkState.PUBLISHED})
WITH_EDITORS = frozenset({WorkState.SUBMITTED, WorkState.IN_EDITING})
AWAITING_POSTING = frozenset({WorkState.APPROVED, WorkState.SCHEDULED})
IN_CHAIN = WITH_EDITORS | AWAITING_DECISION | AWAITING_POSTING


class PublicState(StrEnum):
    """What the public can see of an item."""

    NEVER = "never"
    POSTED = "posted"
    UPDATED = "updated"
    HIDDEN = "hidden"
    TAKEN_DOWN = "taken_down"
    ARCHIVED = "archived"


VISIBLE = frozenset({PublicState.POSTED, PublicState.UPDATED})


class RefusalGround(StrEnum):
    """The five grounds of Đ15."""

    POLICY = "refuse_policy"
    SECRET = "refuse_secret"
    UNTRUE = "refuse_untrue"
    QUALITY = "refuse_quality"
    OTHER_LAW = "refuse_other_law"


class TakedownGround(StrEnum):
    """The grounds of Đ12.4 and of data-protection law."""

    OUTDATED = "takedown_outdated"
    CONTENT = "takedown_content"
    PROVIDER_REQUEST = "takedown_provider_request"
    PERSONAL_DATA = "takedown_personal_data"


class HideGround(StrEnum):
    """What an emergency hide may rest on."""

    CHILD_SAFETY = "hide_child_safety"
    PERSONAL_DATA = "hide_personal_data"
    ACCOUNT_TAKEN_OVER = "hide_account_taken_over"


class Origin(StrEnum):
    """Where an item comes from (Đ12 intro)."""

    OWN_ACTIVITY = "own_activity"
    CONTRIBUTOR = "contributor"
    UNIT = "unit"
    OFFICIAL_SOURCE = "official_source"


class Channel(StrEnum):
    """How an item reached the board (Đ12.3 dash 1)."""

    PORTAL = "channel_portal"
    EMAIL = "channel_email"
    MESSENGER = "channel_messenger"
    PAPER = "channel_paper"
    DISC = "channel_disc"
