"""Every change of the board's facts, one function a verb: the only door."""

from .board import change_charter, delegate, give_number, revoke_delegation
from .correcting import correct_and_approve, correct_words, send_correction
from .deciding import approve, refuse, reopen, return_item
from .editing import (
    forward,
    hand_in_and_forward,
    propose_refusal,
    return_to_unit,
    set_class,
)
from .guest_links import close_guest_link, hand_in_by_link, make_guest_link
from .handing_in import discard, ensure_record, hand_in, withdraw
from .hiding import archive, hide, hide_file, restore, restore_file, take_down
from .incidents import close_incident, open_incident
from .inspecting import close_inspector_link, make_inspector_link
from .intake import add_original, close_intake, register_intake
from .intake_corrections import blank_giver, correct_intake
from .intake_drafts import make_draft
from .notices import confirm_notice, end_notice, release_notice
from .posting import post, schedule, unschedule
from .proposals import begin_new_version, correct_proposed, decline_proposal, propose_correction
from .removing import remove_file
from .reports import (
    acknowledge_report,
    correct_report,
    discard_report,
    draft_report,
    sign_report,
    write_words,
)
from .requests import answer_request, ask_takedown, report_page
from .reviewing import confirm_current
from .taking_up import assign, claim

__all__ = [
    "acknowledge_report",
    "add_original",
    "answer_request",
    "approve",
    "archive",
    "ask_takedown",
    "assign",
    "begin_new_version",
    "blank_giver",
    "change_charter",
    "claim",
    "close_guest_link",
    "close_incident",
    "close_inspector_link",
    "close_intake",
    "confirm_current",
    "confirm_notice",
    "correct_and_approve",
    "correct_intake",
    "correct_proposed",
    "correct_report",
    "correct_words",
    "decline_proposal",
    "delegate",
    "discard",
    "discard_report",
    "draft_report",
    "end_notice",
    "ensure_record",
    "forward",
    "give_number",
    "hand_in",
    "hand_in_and_forward",
    "hand_in_by_link",
    "hide",
    "hide_file",
    "make_draft",
    "make_guest_link",
    "make_inspector_link",
    "open_incident",
    "post",
    "propose_correction",
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
    "sign_report",
    "take_down",
    "unschedule",
    "withdraw",
    "write_words",
]
