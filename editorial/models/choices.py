"""What people read for the codes of `rules.vocabulary`: labels as in the glossary."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.rules.checklist import Consent, Question
from editorial.rules.duties import DutyState, EventKind
from editorial.rules.events import DueCause
from editorial.rules.guest_links import LinkState, Recognisable
from editorial.rules.incidents import IncidentKind, IncidentState
from editorial.rules.intake import IntakeState
from editorial.rules.proposals import ProposalState, Standing
from editorial.rules.public_notes import NoteKind
from editorial.rules.quotas import QuotaState
from editorial.rules.takedown import Asker, Complaint, RequestState
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import (
    Channel,
    ContentClass,
    HideGround,
    Origin,
    Post,
    PublicState,
    RefusalGround,
    RoundKind,
    Stage,
    TakedownGround,
    Verb,
    WorkState,
)

Labels = Mapping[StrEnum, "Promise | str"]

CONTENT_CLASSES: Labels = {
    ContentClass.ORDINARY: _("Ordinary activity"),
    ContentClass.THEME: _("Monthly theme"),
    ContentClass.TEACHING: _("Teaching"),
    ContentClass.PUBLIC_CONCERN: _("Of public concern"),
    ContentClass.IMPORTANT: _("Important"),
    ContentClass.SUPERIOR_BODY: _("Superior body's information"),
    ContentClass.SENSITIVE: _("Sensitive"),
    ContentClass.SPECIAL_ATTENTION: _("Special attention"),
}
POSTS: Labels = {
    Post.HEAD: _("Head of the editorial board"),
    Post.DEPUTY: _("Deputy head of the editorial board"),
    Post.SECRETARY: _("Secretary of the editorial board"),
    Post.EDITOR: _("Editor"),
}
STAGES: Labels = {
    Stage.EDITING: _("Editing"),
    Stage.EDITOR: _("Editor's release"),
    Stage.DEPUTY: _("Deputy head's approval"),
    Stage.HEAD: _("Head's approval"),
    Stage.POSTING: _("Posting"),
}
WORK_STATES: Labels = {
    WorkState.DRAFT: _("Draft"),
    WorkState.SUBMITTED: _("Sent, waiting to be taken up"),
    WorkState.IN_EDITING: _("Being edited"),
    WorkState.AWAITING_EDITOR: _("Waiting for an editor's release"),
    WorkState.AWAITING_DEPUTY: _("Waiting for the deputy head"),
    WorkState.AWAITING_HEAD: _("Waiting for the head"),
    WorkState.RETURNED: _("Returned to be fixed"),
    WorkState.REFUSED: _("Refused"),
    WorkState.APPROVED: _("Approved, waiting to be posted"),
    WorkState.SCHEDULED: _("To be posted at a set time"),
    WorkState.PUBLISHED: _("Posted"),
    WorkState.WITHDRAWN: _("Withdrawn"),
}
PUBLIC_STATES: Labels = {
    PublicState.NEVER: _("Never posted"),
    PublicState.POSTED: _("On the site"),
    PublicState.UPDATED: _("On the site, updated"),
    PublicState.HIDDEN: _("Hidden until the head decides"),
    PublicState.TAKEN_DOWN: _("Taken down"),
    PublicState.ARCHIVED: _("Archived"),
}
REFUSAL_GROUNDS: Labels = {
    RefusalGround.POLICY: _("Against policy or law"),
    RefusalGround.SECRET: _("State secret, or not meant for the public"),
    RefusalGround.UNTRUE: _("Untrue"),
    RefusalGround.QUALITY: _("Quality not assured"),
    RefusalGround.OTHER_LAW: _("Other information the law forbids to publish"),
}
TAKEDOWN_GROUNDS: Labels = {
    TakedownGround.OUTDATED: _("No longer timely"),
    TakedownGround.CONTENT: _("Content no longer suitable"),
    TakedownGround.PROVIDER_REQUEST: _("The supplier of the information asked"),
    TakedownGround.PERSONAL_DATA: _("Protection of personal data"),
}
HIDE_GROUNDS: Labels = {
    HideGround.CHILD_SAFETY: _("A child's safety"),
    HideGround.PERSONAL_DATA: _("Personal data shown"),
    HideGround.ACCOUNT_TAKEN_OVER: _("An account was taken over"),
}
ORIGINS: Labels = {
    Origin.OWN_ACTIVITY: _("The school's own activity"),
    Origin.CONTRIBUTOR: _("A contributor"),
    Origin.UNIT: _("A unit of the school"),
    Origin.OFFICIAL_SOURCE: _("An official source (quoted)"),
}
CHANNELS: Labels = {
    Channel.PORTAL: _("Sent through the portal"),
    Channel.EMAIL: _("E-mail"),
    Channel.MESSENGER: _("Messenger"),
    Channel.PAPER: _("Paper"),
    Channel.DISC: _("Disc or other medium"),
}
ROUND_KINDS: Labels = {
    RoundKind.FULL: _("Approval"),
    RoundKind.REFUSAL: _("Proposed refusal"),
    RoundKind.CORRECTION: _("Small correction"),
    RoundKind.URGENT: _("Urgent notice"),
}
QUESTIONS: Labels = {
    Question.IMAGE_RIGHTS: _("The pictures are ours or may be used"),
    Question.PUPIL_CONSENT: _("Recognisable pupils: consent is given"),
    Question.NO_PERSONAL_DATA: _("No personal data beyond what the item needs"),
    Question.NOT_SECRET: _("Nothing secret or meant for a narrow circle"),
    Question.NOT_ADVERTISING: _("Not advertising"),
    Question.FACTS_CHECKED: _("Names, figures and dates are checked"),
    Question.SOURCE_QUOTED: _("The official source is named and linked"),
    Question.FILE_RIGHTS: _("The attached files may be published"),
}
CONSENTS: Labels = {
    Consent.NO_PUPILS: _("No pupil can be recognised"),
    Consent.REGISTER: _("Yes, entered in the consent register"),
    Consent.SIGNED: _("Yes, on signed paper"),
}
INTAKE_STATES: Labels = {
    IntakeState.OPEN: pgettext_lazy("intake entry", "Open"),
    IntakeState.ARTICLE: pgettext_lazy("intake entry", "Became an article"),
    IntakeState.CLOSED: pgettext_lazy("intake entry", "Closed"),
}
LINK_STATES: Labels = {
    LinkState.OPEN: _("Can be used"),
    LinkState.CLOSED: _("Closed by hand"),
    LinkState.ENDED: _("Time is over"),
    LinkState.USED_UP: _("Used up"),
}
RECOGNISABLE: Labels = {
    Recognisable.NOBODY: _("Nobody can be recognised in the pictures"),
    Recognisable.AGREED: _("Somebody can, and they agreed; for children their parents too"),
    Recognisable.UNSURE: _("Somebody can, and I did not ask them or do not know"),
}
COMPLAINTS: Labels = {
    Complaint.WRONG: _("Something is wrong"),
    Complaint.OUTDATED: _("It is out of date"),
    Complaint.CHILD: _("It shows my child"),
    Complaint.OTHER: _("Something else"),
}
ASKERS: Labels = {
    Asker.UNIT: _("The unit itself"),
    Asker.BOARD: _("The editorial board"),
    Asker.VISITOR: _("A visitor"),
}
REQUEST_STATES: Labels = {
    RequestState.OPEN: _("Waits for the head"),
    RequestState.TAKEN_DOWN: _("Taken down"),
    RequestState.FILE_REMOVED: _("Picture or file removed"),
    RequestState.KEPT: _("Kept"),
}
NOTE_KINDS: Labels = {
    NoteKind.UPDATE: _("New facts"),
    NoteKind.CORRECTION: _("A correction: what stood here was wrong"),
}
INCIDENT_KINDS: Labels = {
    IncidentKind.UNTRUE: _("Untrue"),
    IncidentKind.HARMFUL: _("Harmful"),
    IncidentKind.PERSONAL_DATA: _("Personal data"),
    IncidentKind.OTHER: _("Something else"),
}
INCIDENT_STATES: Labels = {
    IncidentState.OPEN: _("Not put right yet"),
    IncidentState.CORRECTED: _("Put right, to be closed"),
    IncidentState.CLOSED: _("Closed"),
}
PROPOSAL_STATES: Labels = {
    ProposalState.OPEN: _("Waits for an editor"),
    ProposalState.CORRECTING: _("Correction sent"),
    ProposalState.NEW_VERSION: _("A new version is being written"),
    ProposalState.INCIDENT: _("Entered as an incident"),
    ProposalState.DECLINED: _("Stays as it is"),
}
STANDINGS: Labels = {
    **{Standing(state.value): label for state, label in PROPOSAL_STATES.items()},
    Standing.CORRECTED: _("Corrected on the site"),
}
VERBS: Labels = {
    Verb.HAND_IN: _("Handed in"),
    Verb.WITHDRAW: _("Withdrawn by the unit"),
    Verb.CLAIM: _("Taken up for editing"),
    Verb.ASSIGN: _("Assigned to an editor"),
    Verb.SET_CLASS: _("Class of content changed"),
    Verb.FORWARD: _("Forwarded for approval"),
    Verb.PROPOSE_REFUSAL: _("Refusal proposed"),
    Verb.APPROVE: _("Approved"),
    Verb.RETURN: _("Returned"),
    Verb.REFUSE: _("Refused"),
    Verb.REOPEN: _("Reopened by the head"),
    Verb.SCHEDULE: _("Posting time set"),
    Verb.UNSCHEDULE: _("Posting time removed"),
    Verb.POST: _("Posted"),
    Verb.CORRECT: _("Small correction sent"),
    Verb.DROP_CORRECTION: _("Small correction dropped"),
    Verb.URGENT_POST: _("Urgent notice released"),
    Verb.URGENT_CONFIRM: _("Urgent notice confirmed by the head"),
    Verb.ARCHIVE: _("Archived"),
    Verb.HIDE: _("Hidden at once"),
    Verb.TAKE_DOWN: _("Taken down"),
    Verb.RESTORE: _("Restored"),
    Verb.HIDE_FILE: _("File hidden at once"),
    Verb.RESTORE_FILE: _("File restored"),
    Verb.REMOVE_FILE: _("Picture or file removed"),
    Verb.ASK_TAKEDOWN: _("Asked to be taken down"),
    Verb.KEEP: _("Request refused: it stays"),
    Verb.CONFIRM_CURRENT: _("Looked at again: still right"),
}
EVENT_KINDS: Labels = {
    EventKind.PUBLIC_HOLIDAY: _("Public holiday"),
    EventKind.SCHOOL_OPENING: _("Opening of the school year"),
    EventKind.SCHOOL_CLOSING: _("Closing of the school year"),
    EventKind.STAFF_CONFERENCE: _("Staff conference"),
    EventKind.CONTEST_PUPILS: _("Contest of the youth union"),
    EventKind.YOUTH_ADMISSION: _("Admission to the youth union"),
    EventKind.ARTS: _("Arts performance"),
    EventKind.SPORTS: _("Sports"),
    EventKind.YOUTH_DAY: _("Youth union day, 26 March"),
    EventKind.THEMATIC: _("Thematic meeting on teaching"),
    EventKind.EXTRACURRICULAR: _("Extracurricular activity"),
    EventKind.TEACHING_CONTEST: _("Open lessons and teaching contest"),
    EventKind.SCHOOL_CONTEST: _("Contest of the school"),
    EventKind.PROVINCE_CONTEST: _("Contest of the province"),
    EventKind.OTHER: _("Other activity"),
}
VERDICTS: Labels = {
    Verdict.ON_TIME: _("On time"),
    Verdict.LATE_UNIT: _("Late: handed in late"),
    Verdict.LATE_BOARD: _("Late: decided late by the board"),
    Verdict.LATE_POSTING: _("Late: approved in time, posted late"),
    Verdict.LATE_RETURNED: _("Late: returned in between"),
    Verdict.NO_ITEM: _("No item"),
    Verdict.OPEN: _("Still in time"),
}
DUTY_STATES: Labels = {
    DutyState.UPCOMING: _("Event not over yet"),
    DutyState.OPEN: _("To be written"),
    DutyState.HANDED_IN: _("With the board"),
    DutyState.OVERDUE: _("With the board, overdue"),
    DutyState.DONE: _("Posted"),
    DutyState.WAIVED: _("Let off"),
    DutyState.CANCELLED: _("Event cancelled"),
    DutyState.MISSED: _("Overdue, no item"),
}
QUOTA_STATES: Labels = {
    QuotaState.MET: _("Quota met"),
    QuotaState.SHORT: _("Quota not met"),
    QuotaState.OPEN: _("Still open"),
    QuotaState.NOT_COUNTED: _("Not counted"),
    QuotaState.UPCOMING: _("Not begun"),
}
DUE_CAUSES: Labels = {
    DueCause.OPENED: _("Counted from the day of the event"),
    DueCause.EVENT_MOVED: _("The event was moved"),
    DueCause.CALENDAR_CHANGED: _("The calendar was changed"),
}
AGREE = pgettext_lazy("deputy, before the head", "Approve")
AGREED = pgettext_lazy("deputy, before the head", "Approved")


def choices(labels: Labels) -> list[tuple[str, Promise | str]]:
    """Choices for a model or form field."""
    return [(code.value, label) for code, label in labels.items()]


def label(labels: Labels, code: str) -> str:
    """The label of a stored code; the code itself when it is not in the list."""
    return str({key.value: text for key, text in labels.items()}.get(code, code))
