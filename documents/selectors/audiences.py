"""What an audience finds on its page: its documents, guidance, duties and forms (B04)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from django.db.models import Q, QuerySet

from documents.models.documents import OfficialDocumentPage
from documents.models.guidance import GuidancePage
from documents.rules.guidance import ACCESS_LIKE, ROLES_OF, Topic
from documents.rules.registering import Audience
from documents.rules.types import FORMS
from documents.rules.validity import ENDED
from documents.selectors.blank_forms import LONG_OF_FORMS, BlankForm, as_forms
from documents.selectors.guidance import RoleDuties, duties_by_role, published_guidance
from documents.selectors.lists import ShownDocument, published_documents, shown_documents
from documents.words import register as words
from school.models import School

MOST_DOCUMENTS, MOST_READ = 15, 60


@dataclasses.dataclass(frozen=True, slots=True)
class AudienceView:
    """The page of one audience, without documents that are no longer in force; `has_more`: not all are shown."""

    audience: Audience
    name: str
    documents: list[ShownDocument]
    has_more: bool
    guidance: list[GuidancePage]
    duties: list[RoleDuties]
    forms: list[BlankForm]


def for_audience(pages: QuerySet[Any], audience: Audience) -> QuerySet[Any]:
    """Documents for this audience, and those for everybody."""
    everybody = Q(**{f"for_{other.value}": False for other in Audience})
    return pages.filter(Q(**{f"for_{audience.value}": True}) | everybody)


def _written_for(audience: Audience) -> Q:
    """Guidance of the audience's roles, and how those get access that have no page of access of their own."""
    roles = ROLES_OF[audience]
    alike = {ACCESS_LIKE[role] for role in roles if role in ACCESS_LIKE} - roles
    return Q(role__in=sorted(roles)) | Q(role__in=sorted(alike), topic=Topic.ACCESS)


def audience_view(audience: Audience, school: School, on: datetime.date) -> AudienceView:
    """What the page shows; as many queries however much there is."""
    rows = for_audience(published_documents().exclude(kind__in=FORMS), audience)[:MOST_READ]
    found = [shown for shown in shown_documents(rows, on) if shown.validity not in ENDED]
    forms = OfficialDocumentPage.objects.live().filter(kind__in=FORMS).defer(*LONG_OF_FORMS)
    guidance = list(published_guidance(unit__school=school).filter(_written_for(audience)))
    return AudienceView(
        audience=audience,
        name=str(words.AUDIENCES[audience]),
        documents=found[:MOST_DOCUMENTS],
        has_more=len(found) > MOST_DOCUMENTS,
        guidance=guidance,
        duties=duties_by_role((page for page in guidance if page.role in ROLES_OF[audience]), on),
        forms=as_forms(for_audience(forms, audience).order_by("number", "title", "pk"), on),
    )
