"""The board's editorial calendar: themes and the items planned under them (Đ5.3 dash 2)."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import school_line
from editorial.models.chain import EditorialRecord
from editorial.models.clocks import PlannedItem, Theme
from editorial.rules import duties
from editorial.rules.events import may_link_planned
from editorial.rules.reasons import Reason
from editorial.selectors.people import fresh_actor
from school.models import School, Unit, User


@transaction.atomic
def enter_theme(
    *,
    school: School,
    user: User,
    title: str,
    starts_on: datetime.date,
    ends_on: datetime.date,
    note: str = "",
    theme_id: int | None = None,
    at: datetime.datetime | None = None,
) -> Theme:
    """Enter a theme, or change the one with `theme_id`. Raises RuleRefused."""
    moment = _demand_editor_of_themes(user, at)
    if ends_on < starts_on:
        raise RuleRefused(Refused(Reason.BAD_DATES))
    theme = Theme.objects.select_for_update().get(pk=theme_id) if theme_id else Theme(school=school, created_by=user)
    _demand_room(theme, starts_on, ends_on)
    theme.title, theme.note, theme.starts_on, theme.ends_on = title.strip(), note.strip(), starts_on, ends_on
    theme.save()
    dates = {"starts_on": str(starts_on), "ends_on": str(ends_on)}
    school_line(school, user, "editorial.enter_theme", moment, theme=theme.pk, **dates)
    return theme


def _demand_room(theme: Theme, starts_on: datetime.date, ends_on: datetime.date) -> None:
    """A theme may not shrink away from what is planned under it."""
    planned = theme.planned.exclude(planned_on__range=(starts_on, ends_on)) if theme.pk else None
    if planned is not None and planned.exists():
        raise RuleRefused(Refused(Reason.PLANNED_OUTSIDE))


@transaction.atomic
def drop_theme(*, theme_id: int, user: User, at: datetime.datetime | None = None) -> None:
    """Remove a theme with what is planned under it; articles stay. Raises RuleRefused."""
    moment = _demand_editor_of_themes(user, at)
    theme = Theme.objects.select_for_update(of=("self",)).select_related("school").get(pk=theme_id)
    school_line(theme.school, user, "editorial.drop_theme", moment, theme=theme.pk)
    theme.delete()


@transaction.atomic
def plan_item(
    *,
    theme_id: int,
    user: User,
    title: str,
    unit: Unit,
    planned_on: datetime.date,
    writer: str = "",
    planned_id: int | None = None,
    at: datetime.datetime | None = None,
) -> PlannedItem:
    """Plan an item under a theme, or change the one with `planned_id`. Raises RuleRefused."""
    moment = _demand_editor_of_themes(user, at)
    theme = Theme.objects.select_for_update(of=("self",)).select_related("school").get(pk=theme_id)
    if not theme.starts_on <= planned_on <= theme.ends_on:
        raise RuleRefused(Refused(Reason.PLANNED_OUTSIDE))
    planned = PlannedItem.objects.get(pk=planned_id, theme=theme) if planned_id else PlannedItem(theme=theme)
    planned.title, planned.unit, planned.writer = title.strip(), unit, writer.strip()
    planned.planned_on = planned_on
    planned.save()
    facts = {"theme": theme.pk, "planned": planned.pk, "unit": unit.pk, "planned_on": str(planned_on)}
    school_line(theme.school, user, "editorial.plan_item", moment, **facts)
    return planned


@transaction.atomic
def drop_planned(*, planned_id: int, user: User, at: datetime.datetime | None = None) -> None:
    """Remove a planned item. Raises RuleRefused."""
    moment = _demand_editor_of_themes(user, at)
    planned = PlannedItem.objects.select_for_update(of=("self",)).select_related("theme__school").get(pk=planned_id)
    school_line(planned.theme.school, user, "editorial.drop_planned", moment, planned=planned.pk)
    planned.delete()


@transaction.atomic
def link_planned(*, planned_id: int, record_id: int, user: User, at: datetime.datetime | None = None) -> PlannedItem:
    """Say which item came of a plan; members of its unit may, and the board. Raises RuleRefused."""
    moment = at or clock_now()
    planned = PlannedItem.objects.select_for_update(of=("self",)).select_related("theme__school").get(pk=planned_id)
    record = EditorialRecord.objects.get(pk=record_id)
    actor = fresh_actor(user.pk, localdate(moment))
    demand(may_link_planned(actor, planned_unit_id=planned.unit_id, item_unit_id=record.unit_id))
    planned.record = record
    planned.save(update_fields=["record"])
    school_line(planned.theme.school, user, "editorial.link_planned", moment, planned=planned.pk, item=record.pk)
    return planned


def _demand_editor_of_themes(user: User, at: datetime.datetime | None) -> datetime.datetime:
    moment = at or clock_now()
    demand(duties.may_edit_theme(fresh_actor(user.pk, localdate(moment))))
    return moment
