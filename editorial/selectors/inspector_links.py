"""Links for inspectors, and the one behind a token."""

from __future__ import annotations

from django.db.models import QuerySet

from editorial.models.reports import InspectorLink
from editorial.tracking import drawn_code, hash_of
from school.models import School

SALT = "editorial.inspector_link"
LONGEST_TOKEN = 60


def token_of(number: str) -> str:
    """The token of a link: four groups of four letters and figures, 80 bits, drawn with the portal's secret."""
    return drawn_code(SALT, number)


def token_shown(link: InspectorLink) -> str:
    """The token for the address; empty when the portal's secret is another one than on the day it was made."""
    token = token_of(link.number)
    return token if hash_of(token) == link.token_hash else ""


def link_by_token(token: str) -> InspectorLink | None:
    """The link behind a token, open or not; None for one nobody was given."""
    if not token or len(token) > LONGEST_TOKEN:
        return None
    return InspectorLink.objects.select_related("school").filter(token_hash=hash_of(token)).first()


def links_of(school: School) -> QuerySet[InspectorLink]:
    """All links, the newest first."""
    return InspectorLink.objects.filter(school=school).select_related("made_by", "closed_by")
