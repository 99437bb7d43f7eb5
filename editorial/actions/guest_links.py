"""Links for guests: made, closed, used (Đ7.1 dash 1).

No ledger line has a label in it, for a label may name a class or a person.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from editorial.actions.desk import school_line
from editorial.actions.intake import Brought, CameBy, register_intake
from editorial.guest_tokens import new_number, token_hash, token_of
from editorial.intake.plain import plain_line
from editorial.models.guest_links import LABEL_LENGTH, GuestLink
from editorial.models.intake import IntakeEntry
from editorial.notifications import tell_person
from editorial.rules import guest_links as rules
from editorial.rules.guest_links import NewLink
from editorial.rules.intake import Given
from editorial.rules.vocabulary import Post
from editorial.selectors.guest_links import headed_units, uses_of, uses_since
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User
from school.selectors import people_in_post


@transaction.atomic
def make_guest_link(
    *, school: School, user: User, link: NewLink, number: str = "", at: datetime.datetime | None = None
) -> GuestLink:
    """Make a link and its token. Raises RuleRefused.

    `number` is the form's own, so that a form sent twice makes one link; empty for one by chance.
    """
    moment = at or clock_now()
    day = localdate(moment)
    unit = Unit.objects.filter(school=school, pk=link.unit_id).first() if link.unit_id else None
    demand(rules.may_make_link(fresh_actor(user.pk, day), link, headed_units(user), day))
    School.objects.select_for_update(of=("self",)).get(pk=school.pk)
    before = GuestLink.objects.filter(number=number).first() if number else None
    if before is not None and before.made_by_id == user.pk:
        return before
    drawn = number if number and before is None else new_number()
    made = GuestLink.objects.create(
        school=school,
        label=plain_line(link.label, LABEL_LENGTH),
        unit=unit,
        number=drawn,
        token_hash=token_hash(token_of(drawn)),
        valid_until=link.valid_until,
        most_uses=link.most_uses,
        made_by=user,
        made_at=moment,
    )
    facts = {"valid_until": str(made.valid_until), "most_uses": made.most_uses}
    school_line(school, user, "editorial.make_guest_link", moment, link=made.pk, unit=made.unit_id, **facts)
    return made


@transaction.atomic
def close_guest_link(*, link_id: int, user: User, at: datetime.datetime | None = None) -> GuestLink:
    """Close a link at once; one that is closed stays as it was. Raises RuleRefused."""
    moment = at or clock_now()
    link = _locked(link_id)
    demand(rules.may_close_link(fresh_actor(user.pk, localdate(moment)), link.unit_id, headed_units(user)))
    if link.closed_at is not None:
        return link
    link.closed_at, link.closed_by = max(moment, link.made_at), user
    link.save(update_fields=["closed_at", "closed_by"])
    school_line(link.school, user, "editorial.close_guest_link", moment, link=link.pk, unit=link.unit_id)
    return link


def _locked(link_id: int) -> GuestLink:
    return GuestLink.objects.select_for_update(of=("self",)).select_related("school").get(pk=link_id)


@transaction.atomic
def hand_in_by_link(
    *,
    link_id: int,
    given: Given,
    originals: Sequence[Brought] = (),
    code_hash: str,
    address_hash: str,
    at: datetime.datetime | None = None,
) -> IntakeEntry:
    """A guest hands in: an entry of the intake register, of the link's unit. Raises RuleRefused.

    The same form sent again returns the entry it made, even when the link has ended in between.
    """
    moment = at or clock_now()
    link = _locked(link_id)
    before = IntakeEntry.objects.filter(code_hash=code_hash).first()
    if before is not None:
        return before
    recent = uses_since(moment - rules.GUEST_WINDOW, link, address_hash)
    demand(rules.may_use_link(link.facts(uses_of(link)), localdate(moment), **recent))
    came_by = CameBy(link, code_hash, address_hash)
    entry = register_intake(school=link.school, user=None, given=given, originals=originals, came_by=came_by, at=moment)
    for person in people_in_post(link.school, [Post.SECRETARY], localdate(moment)):
        tell_person("guest_handed_in", person, moment, key=f"guest-{entry.pk}", entry=entry.pk, receipt=entry.receipt)
    return entry
