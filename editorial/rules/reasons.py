"""Why a rule says no: closed codes, each with the clause it rests on."""

from __future__ import annotations

import dataclasses
from enum import StrEnum


class Reason(StrEnum):
    """Reason codes of the chain. The edge turns a code into a sentence."""

    INACTIVE = "inactive"
    TECHNICAL_ROLE = "technical_role"
    NOT_YOUR_UNIT = "not_your_unit"
    NOT_YOUR_POST = "not_your_post"
    NOT_YOUR_CLASS = "not_your_class"
    NOT_YOUR_FIELD = "not_your_field"
    NOT_WITH_YOU = "not_with_you"
    WRONG_STATE = "wrong_state"
    CLAIMED_BY_OTHER = "claimed_by_other"
    UNIT_EDITOR_FIRST = "unit_editor_first"
    OWN_TEXT = "own_text"
    DECIDED_BEFORE = "decided_before"
    NEEDED_LATER = "needed_later"
    OWN_NOTICE = "own_notice"
    ALREADY_DECIDED = "already_decided"
    NOBODY_MAY_DECIDE = "nobody_may_decide"
    CHECKLIST_OPEN = "checklist_open"
    CLASS_IS_HEADS = "class_is_heads"
    GROUND_MISSING = "ground_missing"
    NOTE_MISSING = "note_missing"
    ONLY_REFUSE_OR_RETURN = "only_refuse_or_return"
    NOT_LAST_STAGE = "not_last_stage"
    NOT_DELEGATED = "not_delegated"
    CONTENT_CHANGED = "content_changed"
    FILE_CHANGED = "file_changed"
    NOT_CLEARED = "not_cleared"
    STALE_PAGE = "stale_page"
    NOT_SMALL = "not_small"
    NOTHING_CHANGED = "nothing_changed"
    WORDS_NOT_FOUND = "words_not_found"
    NOT_ONLINE = "not_online"
    ALREADY_ONLINE = "already_online"
    NOT_HIDDEN = "not_hidden"
    HIDE_IS_OFF = "hide_is_off"
    TOO_LONG = "too_long"
    TOO_MANY_HOURS = "too_many_hours"
    TIME_IN_PAST = "time_in_past"
    BAD_DATES = "bad_dates"
    FORM_INCOMPLETE = "form_incomplete"
    NO_BOARD_YET = "no_board_yet"
    CHAIN_ONLY = "chain_only"
    HANDED_IN_BEFORE = "handed_in_before"
    DRAFT_WAITING = "draft_waiting"
    OFF_SITE = "off_site"
    CONTENT_DEPUTY_FIRST = "content_deputy_first"
    EVENT_END_MISSING = "event_end_missing"
    EVENT_DATES_WRONG = "event_dates_wrong"
    EVENT_TOO_FAR = "event_too_far"
    EVENT_CANCELLED = "event_cancelled"
    DUTY_SETTLED = "duty_settled"
    PLANNED_OUTSIDE = "planned_outside"
    INTAKE_EMPTY = "intake_empty"
    INTAKE_TOO_MANY = "intake_too_many"
    INTAKE_CLOSED = "intake_closed"
    INTAKE_HAS_ARTICLE = "intake_has_article"
    INTAKE_NO_UNIT = "intake_no_unit"
    INTAKE_BLANKED = "intake_blanked"
    LINK_CLOSED = "link_closed"
    LINK_ENDED = "link_ended"
    LINK_USED_UP = "link_used_up"
    LINK_NAMELESS = "link_nameless"
    LINK_DATES = "link_dates"
    LINK_USES = "link_uses"
    GUESTS_TOO_MANY = "guests_too_many"
    SECTION_MISSING = "section_missing"
    NOT_SIMPLE = "not_simple"
    REPORT_AHEAD = "report_ahead"
    REPORT_TOO_LONG = "report_too_long"
    REPORT_SIGNED = "report_signed"
    REPORT_NOT_SIGNED = "report_not_signed"
    REPORT_NO_SIGNER = "report_no_signer"
    REPORT_NOT_YOURS_TO_SIGN = "report_not_yours_to_sign"
    REPORT_PERIOD_RUNS = "report_period_runs"
    REPORT_UNWRITTEN = "report_unwritten"
    REPORT_HEADS_NOTE = "report_heads_note"
    REPORT_ACKNOWLEDGED = "report_acknowledged"
    REPORT_OWN = "report_own"
    REPORT_NEWER = "report_newer"
    REPORT_IS_DUE = "report_is_due"
    REPORT_CHANGE_MISSING = "report_change_missing"
    INSPECTOR_NAMELESS = "inspector_nameless"
    INSPECTOR_DATES = "inspector_dates"
    INSPECTOR_CLOSED = "inspector_closed"
    INSPECTOR_ENDED = "inspector_ended"
    TOO_MANY_REPORTS = "too_many_reports"
    PUBLIC_NOTE_MISSING = "public_note_missing"
    PUBLIC_NOTE_KIND = "public_note_kind"
    PUBLIC_NOTE_LENGTH = "public_note_length"
    CORRECTION_GROUND = "correction_ground"
    INCIDENT_KIND = "incident_kind"
    REMEDY_UNKNOWN = "remedy_unknown"
    PROPOSAL_EMPTY = "proposal_empty"
    DOCUMENT_INTERNAL = "document_internal"
    DOCUMENT_PARTLY = "document_partly"
    IMPORT_GONE = "import_gone"
    DRAFT_UNAPPROVED = "draft_unapproved"
    ISSUE_DAY_MISSING = "issue_day_missing"
    STILL_IN_FORCE = "still_in_force"
    NOT_READABLE = "not_readable"
    NOT_NAMED = "not_named"
    NOBODY_NAMED = "nobody_named"
    READ_BY_PASSED = "read_by_passed"
    RESTED_UPON = "rested_upon"
    ACCEPTANCE_MISSING = "acceptance_missing"
    OUTAGE_RUNS = "outage_runs"
    OUTAGE_OVER = "outage_over"
    OUTAGE_DATES = "outage_dates"
    QUESTION_EMPTY = "question_empty"


@dataclasses.dataclass(frozen=True, slots=True)
class Clauses:
    """The clause a reason rests on, in the Vietnamese and the Russian practice."""

    vn: str
    ru: str


_CHAIN = Clauses("Đ12.3", "002 §3.3")
_POWERS = Clauses("Đ12.2", "002 §3.3")
_ACCOUNTS = Clauses("Đ8.2", "002 §3.3")
_CLOCK = Clauses("Đ14.1", "002 §3.3")
_INTAKE = Clauses("Đ12.3", "002 §3.3")
_GUESTS = Clauses("Đ7.1", "002 §3.3")
_TRUTH = Clauses("Đ17.2", "002 §3.3")
_REPORT = Clauses("Đ16", "002 §3.3")
_DOCUMENTS = Clauses("Đ14.2", "002 §3.3")

CLAUSES: dict[Reason, Clauses] = {
    Reason.INACTIVE: _ACCOUNTS,
    Reason.TECHNICAL_ROLE: Clauses("Đ6", "002 §3.3"),
    Reason.NOT_YOUR_UNIT: Clauses("Đ4.1", "002 §3.3"),
    Reason.NOT_YOUR_POST: _POWERS,
    Reason.NOT_YOUR_CLASS: Clauses("Đ12.2.1", "002 §3.3"),
    Reason.NOT_YOUR_FIELD: _POWERS,
    Reason.CLASS_IS_HEADS: Clauses("Đ12.2.1", "002 §3.3"),
    Reason.NOT_DELEGATED: _POWERS,
    Reason.OFF_SITE: Clauses("Đ12.4", "002 §3.3"),
    Reason.CONTENT_DEPUTY_FIRST: Clauses("Đ12.2.2", "002 §3.3"),
    Reason.GROUND_MISSING: Clauses("Đ15", "002 §3.3"),
    Reason.CHECKLIST_OPEN: Clauses("Đ4.3", "002 §3.3"),
    Reason.HIDE_IS_OFF: Clauses("Đ12.4", "002 §3.3"),
    Reason.NOT_HIDDEN: Clauses("Đ12.4", "002 §3.3"),
    Reason.NOT_ONLINE: Clauses("Đ12.4", "002 §3.3"),
    Reason.NO_BOARD_YET: Clauses("Đ5.2", "002 §3.3"),
    Reason.OWN_NOTICE: Clauses("Đ12.2.1", "002 §3.3"),
    Reason.NOBODY_MAY_DECIDE: Clauses("Đ5.2", "002 §3.3"),
    Reason.EVENT_END_MISSING: _CLOCK,
    Reason.EVENT_DATES_WRONG: _CLOCK,
    Reason.EVENT_TOO_FAR: _CLOCK,
    Reason.EVENT_CANCELLED: _CLOCK,
    Reason.DUTY_SETTLED: _CLOCK,
    Reason.PLANNED_OUTSIDE: Clauses("Đ5.3", "002 §3.3"),
    Reason.REPORT_AHEAD: _REPORT,
    Reason.REPORT_TOO_LONG: _REPORT,
    Reason.REPORT_SIGNED: _REPORT,
    Reason.REPORT_NOT_SIGNED: _REPORT,
    Reason.REPORT_NO_SIGNER: _REPORT,
    Reason.REPORT_NOT_YOURS_TO_SIGN: _REPORT,
    Reason.REPORT_PERIOD_RUNS: _REPORT,
    Reason.REPORT_UNWRITTEN: _REPORT,
    Reason.REPORT_HEADS_NOTE: _REPORT,
    Reason.REPORT_ACKNOWLEDGED: _REPORT,
    Reason.REPORT_OWN: _REPORT,
    Reason.REPORT_NEWER: _REPORT,
    Reason.REPORT_IS_DUE: _REPORT,
    Reason.REPORT_CHANGE_MISSING: _REPORT,
    Reason.INSPECTOR_NAMELESS: Clauses("Đ5.3", "002 §3.3"),
    Reason.INSPECTOR_DATES: Clauses("Đ5.3", "002 §3.3"),
    Reason.INSPECTOR_CLOSED: Clauses("Đ5.3", "002 §3.3"),
    Reason.INSPECTOR_ENDED: Clauses("Đ5.3", "002 §3.3"),
    Reason.TOO_MANY_REPORTS: Clauses("Đ12.4", "002 §3.3"),
    Reason.INTAKE_EMPTY: _INTAKE,
    Reason.INTAKE_TOO_MANY: _INTAKE,
    Reason.INTAKE_CLOSED: _INTAKE,
    Reason.INTAKE_HAS_ARTICLE: _INTAKE,
    Reason.INTAKE_NO_UNIT: Clauses("Đ6", "002 §3.3"),
    Reason.INTAKE_BLANKED: _INTAKE,
    Reason.LINK_CLOSED: _GUESTS,
    Reason.LINK_ENDED: _GUESTS,
    Reason.LINK_USED_UP: _GUESTS,
    Reason.LINK_NAMELESS: _GUESTS,
    Reason.LINK_DATES: _GUESTS,
    Reason.LINK_USES: _GUESTS,
    Reason.GUESTS_TOO_MANY: _GUESTS,
    Reason.SECTION_MISSING: _GUESTS,
    Reason.NOT_SIMPLE: _GUESTS,
    Reason.PUBLIC_NOTE_MISSING: _TRUTH,
    Reason.PUBLIC_NOTE_KIND: _TRUTH,
    Reason.PUBLIC_NOTE_LENGTH: _TRUTH,
    Reason.CORRECTION_GROUND: _TRUTH,
    Reason.INCIDENT_KIND: _TRUTH,
    Reason.REMEDY_UNKNOWN: _TRUTH,
    Reason.PROPOSAL_EMPTY: _TRUTH,
    Reason.DOCUMENT_INTERNAL: Clauses("Đ15.2", "002 §3.3"),
    Reason.DOCUMENT_PARTLY: Clauses("Đ15.2", "002 §3.3"),
    Reason.DRAFT_UNAPPROVED: _DOCUMENTS,
    Reason.ISSUE_DAY_MISSING: _DOCUMENTS,
    Reason.STILL_IN_FORCE: _DOCUMENTS,
    Reason.NOT_READABLE: _DOCUMENTS,
    Reason.NOT_NAMED: _DOCUMENTS,
    Reason.NOBODY_NAMED: _DOCUMENTS,
    Reason.READ_BY_PASSED: _DOCUMENTS,
    Reason.RESTED_UPON: _DOCUMENTS,
    Reason.ACCEPTANCE_MISSING: Clauses("Đ14.2", "002 §3.3"),
    Reason.OUTAGE_RUNS: _TRUTH,
    Reason.OUTAGE_OVER: _TRUTH,
    Reason.OUTAGE_DATES: _TRUTH,
    Reason.QUESTION_EMPTY: _TRUTH,
}


def clause(reason: StrEnum, country: str) -> str:
    """The clause `reason` rests on in `country` ('vn' or 'ru'); Đ12.3 where none is nearer."""
    found = CLAUSES.get(Reason(reason), _CHAIN)
    return found.ru if country == "ru" else found.vn
