"""Every change of the board's facts, one function a verb: the only door."""

from .board import change_charter, delegate, give_number, revoke_delegation
from .correcting import correct_and_approve, correct_words, send_correction
from .deciding import approve, refuse, reopen, return_item
from .editing import (
    assign,
    claim,
    forward,
    hand_in_and_forward,
    propose_refusal,
    return_to_unit,
    set_class,
)
from .handing_in import discard, ensure_record, hand_in, withdraw
from .hiding import archive, hide, hide_file, restore, restore_file, take_down
from .intake import add_original, close_intake, register_intake
from .intake_drafts import make_draft
from .notices import confirm_notice, end_notice, release_notice
from .posting import post, schedule, unschedule
from .removing import remove_file
from .requests import answer_request, ask_takedown, report_page

__all__ = [
    "add_original",
    "answer_request",
    "approve",
    "archive",
    "ask_takedown",
    "assign",
    "change_charter",
    "claim",
    "close_intake",
    "confirm_notice",
    "correct_and_approve",
    "correct_words",
    "delegate",
    "discard",
    "end_notice",
    "ensure_record",
    "forward",
    "give_number",
    "hand_in",
    "hand_in_and_forward",
    "hide",
    "hide_file",
    "make_draft",
    "post",
    "propose_refusal",
    "refuse",
    "register_intake",
    "release_notice",
    "remove_file",
    "reopen",
    "report_page",
    "restore",
    "restore_file",
    "return_item",
    "return_to_unit",
    "revoke_delegation",
    "schedule",
    "send_correction",
    "set_class",
    "take_down",
    "unschedule",
    "withdraw",
]
