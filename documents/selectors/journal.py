"""The electronic-journal section: everything that was released about the journal and everything kept about it."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import F, QuerySet
from django.utils.timezone import localdate

from documents.models.documents import LONG_FIELDS
from documents.models.guidance import GuidancePage
from documents.models.journal_records import DutyHolder, JournalOutage, JournalQuestion, JournalSettings
from documents.rules.guidance import ACCESS_LIKE, Role, Topic
from documents.rules.journal import PAST_OUTAGES
from documents.rules.registering import Field
from documents.rules.types import FORMS
from documents.selectors.blank_forms import BlankForm, blank_forms
from documents.selectors.guidance import RoleDuties, duties_by_role, published_guidance
from documents.selectors.lists import ShownDocument, published_documents, shown_documents
from documents.words import journal as journal_words
from editorial.rules.takedown import REPORT_WINDOW
from school.models import School

MOST_DOCUMENTS = 60
BY_ROLE = (Topic.INSTRUCTION, Topic.ACCESS)


@dataclasses.dataclass(frozen=True, slots=True)
class RoleHelp:
    """What there is for one role: instructions, how to get access, and what else is for it or for everyone."""

    role: Role
    label: str
    instructions: list[GuidancePage]
    access: list[GuidancePage]
    more: list[GuidancePage]


@dataclasses.dataclass(frozen=True, slots=True)
class JournalView:
    """What the section shows. `role` is the one whose page was asked for, None for all of it.

    `outage` lasts now; `catching_up` ended and its entries are still being made up.
    """

    kept: JournalSettings
    outage: JournalOutage | None
    catching_up: JournalOutage | None
    past_outages: list[JournalOutage]
    introduction: list[GuidancePage]
    roles: list[RoleHelp]
    duties: list[RoleDuties]
    pages: dict[str, list[GuidancePage]]
    documents: list[ShownDocument]
    forms: list[BlankForm]
    holders: list[DutyHolder]
    role: RoleHelp | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was released for the section yet."""
        return not (self.introduction or self.roles or self.documents or any(self.pages.values()))

    @property
    def duties_of_role(self) -> list[RoleDuties]:
        """The duties of the role that was asked for."""
        return [row for row in self.duties if self.role is not None and row.role is self.role.role]


def settings_of(school: School) -> JournalSettings:
    """What is kept about the journal; the regulation's own numbers before anything was entered."""
    try:
        found: JournalSettings = school.journal_settings
    except ObjectDoesNotExist:
        return JournalSettings(school=school)
    return found


def administrator_id(school: School) -> int | None:
    """The journal's administrator, None where nobody was named; asked afresh."""
    rows = JournalSettings.objects.filter(school=school).values_list("administrator_id", flat=True)
    return rows.first()


def journal_view(section: Any, role: str, now: datetime.datetime) -> JournalView:
    """The section at a moment; as many queries however much there is. An unknown role shows everything."""
    school, on = section.unit.school, localdate(now)
    guidance = list(published_guidance(unit__school=school))
    outages = list(recent_outages(school, now))
    roles = _roles(guidance)
    documents = published_documents().filter(field=Field.JOURNAL).exclude(kind__in=FORMS)
    return JournalView(
        kept=settings_of(school),
        outage=next((row for row in outages if row.ended_at is None), None),
        catching_up=next((row for row in outages if row.catch_up_on and row.catch_up_on >= on), None),
        past_outages=[row for row in outages if row.ended_at is not None],
        introduction=[page for page in guidance if page.topic == Topic.INTRODUCTION],
        roles=roles,
        duties=duties_by_role(guidance, on),
        pages=_by_topic(guidance),
        documents=shown_documents(documents[:MOST_DOCUMENTS], on),
        forms=blank_forms(on, field=Field.JOURNAL),
        holders=list(holders_on(school, on)),
        role=next((row for row in roles if row.role == role), None),
    )


def _roles(guidance: list[GuidancePage]) -> list[RoleHelp]:
    """Roles for which something was written, in their order."""
    found = []
    for role, label in journal_words.ROLES.items():
        own = [page for page in guidance if page.role == role and (page.topic in BY_ROLE or page.duty_rows())]
        instructions = [page for page in own if page.topic != Topic.ACCESS]
        access = [page for page in own if page.topic == Topic.ACCESS] or _access_of(
            ACCESS_LIKE.get(Role(role)), guidance
        )
        more = [page for page in guidance if page.role in {role, Role.EVERYONE} and page not in own]
        if own:
            found.append(RoleHelp(Role(role), str(label), instructions, access, more))
    return found


def _access_of(role: Role | None, guidance: list[GuidancePage]) -> list[GuidancePage]:
    return [page for page in guidance if page.topic == Topic.ACCESS and page.role == role]


def _by_topic(guidance: list[GuidancePage]) -> dict[str, list[GuidancePage]]:
    """Pages of the other topics, by topic; every topic has a list."""
    topics = [topic for topic in Topic if topic not in {Topic.INTRODUCTION, *BY_ROLE}]
    return {topic.value: [page for page in guidance if page.topic == topic] for topic in topics}


def recent_outages(school: School, now: datetime.datetime) -> QuerySet[JournalOutage]:
    """Outages of a year, the newest first; one that lasts is among them however old."""
    rows = JournalOutage.objects.filter(school=school).exclude(ended_at__lt=now - PAST_OUTAGES)
    return rows.order_by("-began_at", "-pk")


def running_outage(school: School) -> JournalOutage | None:
    """The outage that lasts now."""
    return JournalOutage.objects.filter(school=school, ended_at__isnull=True).first()


def holders_on(school: School, on: datetime.date) -> QuerySet[DutyHolder]:
    """Who answers for what on the day; an order that readers cannot open is named, not linked."""
    rows = DutyHolder.objects.in_force(on).filter(school=school).select_related("order")
    return rows.defer(*(f"order__{name}" for name in LONG_FIELDS)).order_by("duty", "starts_on", "pk")


def questions_of(school: School) -> QuerySet[JournalQuestion]:
    """Questions to the help desk: open ones first, the oldest first; then the newest answers."""
    rows = JournalQuestion.objects.filter(school=school)
    return rows.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")


def questions_from(address_hash: str, at: datetime.datetime) -> int:
    """How many questions came from one address within the window that ends at `at`."""
    rows = JournalQuestion.objects.filter(address_hash=address_hash, asked_at__gt=at - REPORT_WINDOW)
    return rows.count() if address_hash else 0


def question_by_code(code_hash: str) -> JournalQuestion | None:
    """The question behind a tracking code; None for a code nobody was given."""
    return JournalQuestion.objects.select_related("school").filter(code_hash=code_hash).first() if code_hash else None
