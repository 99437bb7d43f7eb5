"""A file entered in the register without a look in between, for the command line."""

from __future__ import annotations

from django.db import transaction

from core.clock import today
from documents.actions.importing import begin_import
from documents.actions.registering_imports import register_import
from documents.models import OfficialDocumentPage
from documents.rules.vocabulary import Language
from editorial.rules.vocabulary import Post
from school.models import School, User
from school.selectors import people_in_post


def person_to_enter(school: School, username: str) -> User | None:
    """The person of that name, or the secretary in office when the name is empty."""
    if username:
        return User.objects.filter(username=username).first()
    return next(iter(people_in_post(school, [Post.SECRETARY], today())), None)


@transaction.atomic
def import_at_once(
    *, school: School, user: User, data: bytes, name: str, language: Language | None = None
) -> OfficialDocumentPage:
    """One draft of a file, entered by `user`. Raises RuleRefused, ReadingRefused; then nothing is kept."""
    row = begin_import(school=school, user=user, data=data, name=name, language=language)
    return register_import(import_id=row.pk, user=user)[0]
