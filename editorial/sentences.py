"""A refusal as a sentence a person can act on, with the clause it rests on."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.rules.answers import Refused
from editorial.models import choices
from editorial.models.report_choices import REPORT_WORDS
from editorial.rules.reasons import Reason, clause

SENTENCES: dict[Reason, str | Promise] = {
    Reason.INACTIVE: gettext_lazy("This account is switched off."),
    Reason.TECHNICAL_ROLE: gettext_lazy("The technical administrator takes no part in the board's work."),
    Reason.NOT_YOUR_UNIT: gettext_lazy("This item belongs to another unit."),
    Reason.NOT_YOUR_POST: gettext_lazy("Your post on the board does not allow this."),
    Reason.NOT_YOUR_CLASS: gettext_lazy("The delegation you hold does not cover this class of content."),
    Reason.NOT_YOUR_FIELD: gettext_lazy("This unit belongs to another deputy's field."),
    Reason.NOT_WITH_YOU: gettext_lazy("The item is not with you now."),
    Reason.WRONG_STATE: gettext_lazy("The item is at another step now. Reload the page to see where it stands."),
    Reason.CLAIMED_BY_OTHER: gettext_lazy("Another editor holds this item."),
    Reason.UNIT_EDITOR_FIRST: gettext_lazy(
        "The unit's own editor comes first; a secretary may take the item after one working day."
    ),
    Reason.OWN_TEXT: gettext_lazy("You wrote this text, so another person must decide on it."),
    Reason.DECIDED_BEFORE: gettext_lazy("You decided at an earlier step of this round; another person decides now."),
    Reason.NEEDED_LATER: gettext_lazy(
        "You are needed at the next step: nobody else can decide there now. Another deputy decides here."
    ),
    Reason.OWN_NOTICE: gettext_lazy(
        "You released this notice yourself, so another person confirms it. You may end it."
    ),
    Reason.ALREADY_DECIDED: gettext_lazy("This was already decided by %(who)s."),
    Reason.NOBODY_MAY_DECIDE: gettext_lazy(
        "Nobody in office may decide on this item. Appoint or delegate another person for the post: %(post)s."
    ),
    Reason.CHECKLIST_OPEN: gettext_lazy("The checklist is not complete: %(questions)s."),
    Reason.CLASS_IS_HEADS: gettext_lazy("Only the head may lower this class of content."),
    Reason.GROUND_MISSING: gettext_lazy("Choose the ground this rests on."),
    Reason.NOTE_MISSING: gettext_lazy("Say in a few words why, so that the others know what to do."),
    Reason.ONLY_REFUSE_OR_RETURN: gettext_lazy("A refusal was proposed: confirm it or return the item to the editor."),
    Reason.NOT_LAST_STAGE: gettext_lazy("Another approval follows, so it cannot be posted from here."),
    Reason.NOT_DELEGATED: gettext_lazy("The charter does not delegate this."),
    Reason.CONTENT_CHANGED: gettext_lazy(
        "The content is not what was cleared (version %(revision)s). It must pass the chain again."
    ),
    Reason.FILE_CHANGED: gettext_lazy(
        "A picture or file is not the one that was cleared (%(file)s). The item must pass the chain again."
    ),
    Reason.NOT_CLEARED: gettext_lazy("This item is not released yet, so it cannot be posted."),
    Reason.STALE_PAGE: gettext_lazy("The item has moved on since you opened this page. Nothing was changed."),
    Reason.NOT_SMALL: gettext_lazy("This is more than a small correction. Send it through the chain as a new version."),
    Reason.NOTHING_CHANGED: gettext_lazy("Nothing would change."),
    Reason.WORDS_NOT_FOUND: gettext_lazy("These words do not stand in the item. Copy them exactly as they stand."),
    Reason.NOT_ONLINE: gettext_lazy("The item is not on the site."),
    Reason.ALREADY_ONLINE: gettext_lazy("The item is on the site already."),
    Reason.NOT_HIDDEN: gettext_lazy("The item is neither hidden nor taken down."),
    Reason.HIDE_IS_OFF: gettext_lazy("The charter does not allow the emergency hide. Ask the head."),
    Reason.TOO_LONG: gettext_lazy("The text is too long: at most %(limit)s characters."),
    Reason.TOO_MANY_HOURS: gettext_lazy("An urgent notice stands at most %(limit)s hours."),
    Reason.TIME_IN_PAST: gettext_lazy("The posting time lies in the past."),
    Reason.BAD_DATES: gettext_lazy("Give a first and a last day; the last day may not have passed."),
    Reason.FORM_INCOMPLETE: gettext_lazy("Something is missing: %(fields)s."),
    Reason.NO_BOARD_YET: gettext_lazy("Nobody on the board may take this over. Appoint a member first."),
    Reason.CHAIN_ONLY: gettext_lazy("The editorial board's chain is the only way onto the site."),
    Reason.DRAFT_WAITING: gettext_lazy(
        "A new version of this item has been begun. Put the correction into that version."
    ),
    Reason.OFF_SITE: gettext_lazy(
        "The page is hidden or taken down. The head must restore it before a new version is posted."
    ),
    Reason.CONTENT_DEPUTY_FIRST: gettext_lazy(
        "The deputy in charge of content releases this; you stand in when he is away or wrote it."
    ),
    Reason.HANDED_IN_BEFORE: gettext_lazy("The item was handed in; it is part of the board's records now."),
    Reason.EVENT_END_MISSING: gettext_lazy("Say on which day the event ends: the time for writing runs from it."),
    Reason.EVENT_DATES_WRONG: gettext_lazy("The event ends before it begins. Check its days and times."),
    Reason.EVENT_TOO_FAR: gettext_lazy("The days of the event must lie between the years %(first)s and %(last)s."),
    Reason.EVENT_CANCELLED: gettext_lazy("This event was cancelled, so nothing is owed for it."),
    Reason.DUTY_SETTLED: gettext_lazy("This duty is settled: its item was posted, or it was waived."),
    Reason.PLANNED_OUTSIDE: gettext_lazy("What is planned must lie within the theme's first and last day."),
    Reason.REPORT_AHEAD: gettext_lazy("This period has not begun."),
    Reason.REPORT_TOO_LONG: gettext_lazy("A report covers at most %(limit)s days."),
    Reason.REPORT_SIGNED: gettext_lazy(
        "This report is signed: its text and figures stay as they are. Make a new version that says what changed."
    ),
    Reason.REPORT_NOT_SIGNED: gettext_lazy("This report is not signed yet."),
    Reason.REPORT_NO_SIGNER: gettext_lazy(
        "Nobody in office may sign for the board. Appoint a deputy head of the editorial board first."
    ),
    Reason.REPORT_NOT_YOURS_TO_SIGN: gettext_lazy("A deputy head signs the report for the board."),
    Reason.REPORT_PERIOD_RUNS: gettext_lazy("The period is not over: the report can be signed from the day after it."),
    Reason.REPORT_UNWRITTEN: gettext_lazy("The board has not written this yet: %(words)s."),
    Reason.REPORT_HEADS_NOTE: gettext_lazy("The report is made to the head, so the head acknowledges it."),
    Reason.REPORT_ACKNOWLEDGED: gettext_lazy("This report was acknowledged already."),
    Reason.REPORT_OWN: gettext_lazy("You signed this report yourself, so another person acknowledges it."),
    Reason.REPORT_NEWER: gettext_lazy("There is a newer version of this report. Go on with that one."),
    Reason.REPORT_IS_DUE: gettext_lazy("The board owes the head this report, so its draft stays."),
    Reason.REPORT_CHANGE_MISSING: gettext_lazy("Say what is changed in the new version, and why."),
    Reason.INSPECTOR_NAMELESS: gettext_lazy("Say for whom the link is, for example the body and its decision."),
    Reason.INSPECTOR_DATES: gettext_lazy("An inspector's link is valid from today on and for at most %(limit)s days."),
    Reason.INSPECTOR_CLOSED: gettext_lazy("The school closed this link for inspectors."),
    Reason.INSPECTOR_ENDED: gettext_lazy("The time of this link for inspectors is over."),
    Reason.TOO_MANY_REPORTS: gettext_lazy(
        "More than %(limit)s reports came from your address within an hour. Wait an hour, or ring the office."
    ),
    Reason.INTAKE_EMPTY: gettext_lazy("Say who gave it and what it is about, and enter the text or add a file."),
    Reason.INTAKE_TOO_MANY: gettext_lazy("An entry holds at most %(limit)s files. Make a second entry for the rest."),
    Reason.INTAKE_CLOSED: gettext_lazy("This entry of the intake register is closed."),
    Reason.INTAKE_HAS_ARTICLE: gettext_lazy("This entry has become an article already."),
    Reason.INTAKE_NO_UNIT: gettext_lazy("Choose the unit this belongs to: the board has no section of its own."),
    Reason.INTAKE_BLANKED: gettext_lazy(
        "Name and contact of the giver were removed, because their time is over. They are not entered again."
    ),
    Reason.LINK_CLOSED: gettext_lazy("This link was closed by the school."),
    Reason.LINK_ENDED: gettext_lazy("The time of this link is over."),
    Reason.LINK_USED_UP: gettext_lazy("This link was used as often as it was meant for."),
    Reason.LINK_NAMELESS: gettext_lazy("Say what the link is for, for example a class and an occasion."),
    Reason.LINK_DATES: gettext_lazy("A link is valid from today on and for at most %(limit)s days."),
    Reason.LINK_USES: gettext_lazy("A link can be used at least once and at most %(limit)s times."),
    Reason.GUESTS_TOO_MANY: gettext_lazy(
        "Very much came by this link or from your address within an hour. Wait an hour and send it again."
    ),
    Reason.SECTION_MISSING: gettext_lazy("This unit has no section of the news. Ask the administrator."),
    Reason.NOT_SIMPLE: gettext_lazy(
        "This item has parts that this form does not show, such as tables or quotations. Edit it in the back office."
    ),
    Reason.PUBLIC_NOTE_MISSING: gettext_lazy(
        "Readers may have read the former text. Tell them what changed, in %(least)s to %(most)s characters."
    ),
    Reason.PUBLIC_NOTE_KIND: gettext_lazy("Say whether these are new facts or a correction of what was wrong."),
    Reason.PUBLIC_NOTE_LENGTH: gettext_lazy("What readers are told takes %(least)s to %(most)s characters."),
    Reason.CORRECTION_GROUND: gettext_lazy(
        "A correction names what was wrong and what shows it, in %(least)s to %(most)s characters."
    ),
    Reason.INCIDENT_KIND: gettext_lazy("Choose what was wrong: untrue, harmful, personal data, or something else."),
    Reason.REMEDY_UNKNOWN: gettext_lazy("What put it right must be a posted version or a take-down of the same item."),
    Reason.PROPOSAL_EMPTY: gettext_lazy("Say which words are wrong and what should stand there."),
    Reason.DOCUMENT_INTERNAL: gettext_lazy(
        "This document is internal: it stays in the register and never goes public."
    ),
    Reason.DOCUMENT_PARTLY: gettext_lazy(
        "This document is partly public: only its text may be shown. Take the files out, or mark it public."
    ),
    Reason.DRAFT_UNAPPROVED: gettext_lazy(
        "A draft for comment needs the superior body's approval first: enter the body, the number and the day."
    ),
    Reason.ISSUE_DAY_MISSING: gettext_lazy(
        "Enter the day on which the document was issued, as it stands on the paper."
    ),
    Reason.STILL_IN_FORCE: gettext_lazy(
        "This document is still in force, so it stays in the current list. Enter its last day, or the document "
        "that replaces it."
    ),
    Reason.NOT_READABLE: gettext_lazy(
        "Only a document that is on the site, or an internal one, can be announced. Release it first."
    ),
    Reason.NOT_NAMED: gettext_lazy("This document was not announced to you, so there is nothing to confirm."),
    Reason.NOBODY_NAMED: gettext_lazy("Nobody new would be asked. Choose units or posts with people in office."),
    Reason.READ_BY_PASSED: gettext_lazy("The last day for reading lies in the past."),
    Reason.RESTED_UPON: gettext_lazy("Other records rest on this item, so it stays."),
    Reason.ACCEPTANCE_MISSING: gettext_lazy(
        "The repository holds recognised works only. Name the decision that accepted this one: body, number and day."
    ),
    Reason.IMPORT_GONE: gettext_lazy(
        "This file is no longer among those that are being read: it was registered or thrown away."
    ),
    Reason.OUTAGE_RUNS: gettext_lazy("An outage is on the site already. End it before you report another one."),
    Reason.OUTAGE_OVER: gettext_lazy("This outage was ended already."),
    Reason.OUTAGE_DATES: gettext_lazy(
        "Give a moment that has passed: the beginning within the last month, the end after the beginning."
    ),
    Reason.QUESTION_EMPTY: gettext_lazy("Write your question."),
}

WHY_NOT_SMALL: dict[str, str | Promise] = {
    "structure": gettext_lazy("A picture, file, link, unit or block differs."),
    "figure": gettext_lazy("A figure differs."),
    "negation": gettext_lazy("A word such as “not” differs."),
    "date": gettext_lazy("A date differs."),
    "share": gettext_lazy("Too much of the text differs."),
}

DETAIL_LABELS: dict[str, Callable[[str], str]] = {
    "post": lambda code: choices.label(choices.STAGES, code),
    "words": lambda codes: "; ".join(choices.label(REPORT_WORDS, code) for code in codes.split(",")),
    "questions": lambda codes: "; ".join(choices.label(choices.QUESTIONS, code) for code in codes.split(",")),
}


def sentence(refused: Refused, country: str = "vn") -> str:
    """Why the rule said no, in the reader's language, closing with the clause."""
    reason = Reason(refused.reason)
    details = {
        name: DETAIL_LABELS.get(name, str)(value)
        for name, value in {"who": "", "fields": "", **refused.details}.items()
    }
    text = str(SENTENCES[reason]) % details
    if reason is Reason.NOT_SMALL and "why" in refused.details:
        text = f"{text} {WHY_NOT_SMALL[refused.details['why']]}"
    return _("%(text)s (%(clause)s)") % {"text": text, "clause": clause(reason, country)}
