"""A refusal at the edge: its sentence on the same page, and a status that says what kind it is."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.admin import messages

from core.rules.answers import Refused
from editorial.clauses import linked
from editorial.rules.reasons import Reason
from editorial.sentences import sentence

MOVED_ON = frozenset(
    {
        Reason.WRONG_STATE,
        Reason.ALREADY_DECIDED,
        Reason.STALE_PAGE,
        Reason.DECIDED_BEFORE,
        Reason.CLAIMED_BY_OTHER,
        Reason.CONTENT_CHANGED,
        Reason.FILE_CHANGED,
        Reason.HANDED_IN_BEFORE,
        Reason.NOT_CLEARED,
        Reason.NOT_ONLINE,
        Reason.ALREADY_ONLINE,
        Reason.NOT_HIDDEN,
        Reason.DRAFT_WAITING,
        Reason.NOBODY_MAY_DECIDE,
        Reason.EVENT_CANCELLED,
        Reason.DUTY_SETTLED,
        Reason.INTAKE_CLOSED,
        Reason.INTAKE_HAS_ARTICLE,
        Reason.INTAKE_BLANKED,
        Reason.NOT_SIMPLE,
        Reason.REPORT_SIGNED,
        Reason.REPORT_NOT_SIGNED,
        Reason.REPORT_ACKNOWLEDGED,
        Reason.REPORT_NEWER,
        Reason.REPORT_PERIOD_RUNS,
        Reason.IMPORT_GONE,
        Reason.OUTAGE_RUNS,
        Reason.OUTAGE_OVER,
    }
)
INCOMPLETE = frozenset(
    {
        Reason.FORM_INCOMPLETE,
        Reason.NOTE_MISSING,
        Reason.GROUND_MISSING,
        Reason.CHECKLIST_OPEN,
        Reason.BAD_DATES,
        Reason.NO_BOARD_YET,
        Reason.TIME_IN_PAST,
        Reason.TOO_LONG,
        Reason.TOO_MANY_HOURS,
        Reason.NOT_SMALL,
        Reason.NOTHING_CHANGED,
        Reason.WORDS_NOT_FOUND,
        Reason.EVENT_END_MISSING,
        Reason.EVENT_DATES_WRONG,
        Reason.EVENT_TOO_FAR,
        Reason.PLANNED_OUTSIDE,
        Reason.INTAKE_EMPTY,
        Reason.INTAKE_TOO_MANY,
        Reason.INTAKE_NO_UNIT,
        Reason.LINK_NAMELESS,
        Reason.LINK_DATES,
        Reason.LINK_USES,
        Reason.SECTION_MISSING,
        Reason.PUBLIC_NOTE_MISSING,
        Reason.PUBLIC_NOTE_KIND,
        Reason.PUBLIC_NOTE_LENGTH,
        Reason.CORRECTION_GROUND,
        Reason.INCIDENT_KIND,
        Reason.REMEDY_UNKNOWN,
        Reason.PROPOSAL_EMPTY,
        Reason.DOCUMENT_INTERNAL,
        Reason.DOCUMENT_PARTLY,
        Reason.REPORT_AHEAD,
        Reason.REPORT_TOO_LONG,
        Reason.REPORT_UNWRITTEN,
        Reason.REPORT_CHANGE_MISSING,
        Reason.INSPECTOR_NAMELESS,
        Reason.INSPECTOR_DATES,
        Reason.OUTAGE_DATES,
        Reason.QUESTION_EMPTY,
    }
)


def status_of(refused: Refused) -> int:
    """409 when the item moved on, 422 when something is missing in the form, else 403."""
    if refused.reason in MOVED_ON:
        return 409
    return 422 if refused.reason in INCOMPLETE else 403


def say_no(request: HttpRequest, refused: Refused, country: str) -> int:
    """Show why nothing was changed; the status of the answer."""
    messages.error(request, linked(sentence(refused, country)))
    return status_of(refused)
