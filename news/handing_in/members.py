"""Who meets the screens of handing in, and which items he meets there."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core.clock import now, today
from core.rules.answers import Refused
from editorial.models import EditorialRecord, Event
from editorial.rules.people import Actor, may_act_at_all
from editorial.selectors.desk_duties import DeskDuty, desk_duties
from editorial.selectors.desk_items import reader_of
from editorial.selectors.people import actor_of
from editorial.sentences import sentence
from news.forms import events_to_tell_of
from news.models import NewsPage
from school.models import School, Unit
from school.selectors import current_school, units_of

View = Callable[..., HttpResponse]


@dataclasses.dataclass(frozen=True, slots=True)
class Member:
    """A signed-in person who belongs to a unit today; his units, those he heads first."""

    user: Any
    actor: Actor
    school: School
    units: list[Unit]

    def unit(self, key: str) -> Unit:
        """One of his units, by its key as a form sends it; the first one for anything else."""
        return next((unit for unit in self.units if str(unit.pk) == key), self.units[0])


def for_members(view: View) -> View:
    """Lead whoever is not signed in to the sign-in and back; say why to whoever belongs to no unit."""

    @never_cache
    @login_required
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        school = current_school()
        if school is None:
            raise Http404
        actor = actor_of(request.user, today())
        user: Any = request.user
        answer = may_act_at_all(actor)
        units = [unit for unit in units_of(user, today()) if unit.school_id == school.pk]
        if answer and units:
            return private(view(request, Member(user, actor, school, units), *args, **kwargs))
        why = sentence(answer, school.country) if isinstance(answer, Refused) else _no_unit(actor)
        return private(render(request, "news/handing_in/shut.html", {"why": why, "actor": actor}, status=403))

    return guarded


def _no_unit(actor: Actor) -> str:
    if actor.is_board:
        return _("You are on the board and belong to no unit, so there is no place where you would write here.")
    return _("You belong to no unit of the school now. Ask the secretary of the editorial board.")


def private(response: HttpResponse) -> HttpResponse:
    """It shows what is not public: nobody keeps a copy, no search engine lists it."""
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def records_of(member: Member) -> Any:
    """The articles of the person's units; no other unit's, whatever post he holds."""
    articles = NewsPage.objects.values("pk")
    rows = EditorialRecord.objects.filter(unit_id__in=member.actor.unit_ids, page_id__in=articles)
    return rows.select_related("school", "unit", "editor", "page", "live_clearance")


def record_or_404(member: Member, record_id: int) -> EditorialRecord:
    """One of these articles; 404 for every other item."""
    record: EditorialRecord | None = records_of(member).filter(pk=record_id).first()
    if record is None:
        raise Http404
    return record


def duties_of(member: Member) -> list[DeskDuty]:
    """What the person's units still owe, the next due first."""
    return desk_duties(reader_of(member.user, member.school, now()), with_unassigned=False)


def events_for(member: Member, chosen: int | None = None, asked: str = "") -> Any:
    """Events the form offers: those of open duties, the one that is chosen, and the one that was asked for."""
    keys = {row.row.event.pk for row in duties_of(member)} | {chosen}
    if asked.isascii() and asked.isdigit():
        for unit in member.units:
            keys |= set(events_to_tell_of(unit, today()).filter(pk=int(asked[:18])).values_list("pk", flat=True))
    return Event.objects.filter(school=member.school, pk__in=[key for key in keys if key]).order_by("-ends_on", "pk")
