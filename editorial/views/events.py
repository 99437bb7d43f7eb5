"""The board's events: lists, entering and changing, and everything about one of them (A69, A70)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import now, today
from core.rules.answers import RuleRefused
from core.written_dates import named_day
from editorial.actions.events import enter_event
from editorial.announcing import can_announce
from editorial.duty_words import STATE_ICONS, days_off_of, due_history, in_words, writer_of
from editorial.event_words import kind_label, when
from editorial.forms.events import AssignForm, EventForm, LinkForm, NewEventForm, WhyForm
from editorial.models import choices
from editorial.models.clocks import Event
from editorial.rules import duties
from editorial.rules.people import Actor
from editorial.selectors.clocks import DutyRow, ended_on
from editorial.selectors.due_dates import explained_due_date
from editorial.selectors.event_lists import (
    EventFilter,
    duty_of_event,
    events_of,
    items_of_event,
    items_without_event,
    states_of,
)
from editorial.views.desk import school_or_404
from editorial.views.event_acts import ACTS
from editorial.views.members_only import board_member
from editorial.views.refusals import say_no
from school.models import School, Unit
from school.selectors import unconfirmed_years

PER_PAGE = 25
DONE = 302
LISTS = {"upcoming": gettext_lazy("Upcoming"), "past": gettext_lazy("Past")}
Forms = dict[str, forms.Form]


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """Upcoming or past events, with filters, a search and pages."""
    school, actor = school_or_404(), board_member(request)
    units = list(Unit.objects.filter(school=school, is_active=True))
    wanted = _filter_of(request.GET, units)
    page = Paginator(events_of(school, wanted, today()), PER_PAGE).get_page(request.GET.get("p"))
    code = "past" if wanted.is_past else "upcoming"
    context = {
        "lists": LISTS,
        "code": code,
        "wanted": wanted,
        "page": page,
        "rows": _rows(list(page)),
        "kinds": choices.choices(choices.EVENT_KINDS),
        "units": [(unit.pk, unit.short_name) for unit in units],
        "link": f"list={code}&kind={wanted.kind}&unit={wanted.unit_id or ''}",
        "may_enter": bool(duties.may_enter_event(actor)),
    }
    return render(request, "editorial/events/list.html", context)


def _filter_of(query: QueryDict, units: list[Unit]) -> EventFilter:
    """What the address asks for; what makes no sense there is left out."""
    kind = query.get("kind", "")
    return EventFilter(
        is_past=query.get("list") == "past",
        kind=kind if kind in {code.value for code in choices.EVENT_KINDS} else "",
        unit_id=next((row.pk for row in units if str(row.pk) == query.get("unit")), None),
        words=query.get("q", "").strip()[:200],
    )


def _rows(found: list[Event]) -> list[dict[str, Any]]:
    known = states_of(found, now())
    return [_row(event, *known[event.pk]) for event in found if event.pk in known]


def _row(event: Event, duty: Any, state: duties.DutyState) -> dict[str, Any]:
    return {
        "event": event,
        "when": when(event),
        "kind": kind_label(event),
        "writer": writer_of(duty),
        "due_on": duty.due_on,
        "state": choices.label(choices.DUTY_STATES, state),
        "icon": STATE_ICONS[state],
        "is_late": state in duties.PAST_DUE,
        "is_settled": state in duties.SETTLED,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter an event; what was typed stays when something is missing."""
    school = school_or_404()
    board_member(request)
    form = NewEventForm(request.POST or None, country=school.country, units=unit_choices(school))
    status = 200
    if request.method == "POST":
        status = _enter(request, school, form)
        if status == DONE:
            return redirect("board_events")
    return render(request, "editorial/events/new.html", {"form": form}, status=status)


def _enter(request: HttpRequest, school: School, form: EventForm) -> int:
    if not form.is_valid():
        return 422
    user: Any = request.user
    try:
        event = enter_event(school=school, user=user, uid=form.cleaned_data["uid"], **with_units(form.facts))
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    messages.success(request, _("“%(title)s” is in the calendar.") % {"title": event.title})
    return DONE


def with_units(facts: dict[str, Any]) -> dict[str, Any]:
    """A form's facts with units instead of their numbers."""
    return {**facts, "units": list(Unit.objects.filter(pk__in=facts["units"]))}


def unit_choices(school: School, event: Event | None = None) -> list[tuple[int, str]]:
    """Active units, and those that took part in an old event."""
    units = Unit.objects.filter(school=school)
    kept = set(event.units.values_list("pk", flat=True)) if event else set()
    return [(unit.pk, unit.short_name) for unit in units if unit.is_active or unit.pk in kept]


@require_safe
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event: its facts, its duty and why it is due when it is, its items, and what one may do."""
    school, actor = school_or_404(), board_member(request)
    return _page(request, actor, _found(school, pk), {}, 200)


def _found(school: School, pk: int) -> Event:
    found = Event.objects.filter(school=school).select_related("school", "created_by").prefetch_related("units")
    return get_object_or_404(found, pk=pk)


@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Change, cancel, announce, assign, let off, link; a refused form keeps what was typed."""
    school, actor = school_or_404(), board_member(request)
    if verb not in ACTS:
        raise Http404
    found = _found(school, pk)
    form = _forms(found, request.POST, verb)[verb]
    status = 422
    if form.is_valid():
        try:
            return ACTS[verb](request, found, form)
        except RuleRefused as error:
            status = say_no(request, error.refused, school.country)
    else:
        messages.error(request, _("Something is missing: nothing was changed."))
    return _page(request, actor, _found(school, pk), {verb: form}, status)


def _forms(found: Event, data: QueryDict | None = None, verb: str = "") -> Forms:
    """The forms of all acts; the one of `verb` filled with `data`."""
    given = {verb: data} if data is not None else {}
    facts = {name: getattr(found, name) for name in EventForm.base_fields if name != "units"}
    taking_part = [unit.pk for unit in found.units.all()]
    duty = {"unit": found.duty.unit_id, "writer": found.duty.writer_id}
    return {
        "change": EventForm(
            given.get("change"),
            initial={**facts, "units": taking_part},
            auto_id="change-%s",
            country=found.school.country,
            units=unit_choices(found.school, found),
        ),
        "cancel": WhyForm(given.get("cancel"), auto_id="cancel-%s"),
        "waive": WhyForm(given.get("waive"), auto_id="waive-%s"),
        "assign": AssignForm(
            given.get("assign"), initial=duty, auto_id="assign-%s", school=found.school, today=today()
        ),
        "link": LinkForm(given.get("link"), auto_id="link-%s", items=items_without_event(found)),
        "unlink": LinkForm(given.get("unlink"), auto_id="unlink-%s", items=[row.pk for row in items_of_event(found)]),
        "announce": forms.Form(given.get("announce")),
    }


def _page(request: HttpRequest, actor: Actor, found: Event, bound: Forms, status: int) -> HttpResponse:
    row = duty_of_event(found, now())
    context = {
        "event": found,
        "when": when(found),
        "kind": kind_label(found),
        "duty": in_words(row),
        "due_day": named_day(row.duty.due_on),
        **_due_words(found, row),
        "history": due_history(row.duty),
        "items": items_of_event(found),
        "forms": {**_forms(found), **bound},
        "may": _may(actor, found, row.state),
        "opened": next(iter(bound), ""),
    }
    return render(request, "editorial/events/event.html", context, status=status)


def _due_words(found: Event, row: DutyRow) -> dict[str, Any]:
    """What moved an open due date, and what may still move it; a settled one keeps the calendar of its day."""
    if row.state in duties.SETTLED:
        return {}
    reckoned = explained_due_date(ended_on(found), found.school.country, found.school)
    days_off = days_off_of(reckoned) if reckoned.due.due == row.duty.due_on else ""
    return {"days_off": days_off, "unconfirmed": unconfirmed_years(found.school, [row.duty.due_on])}


def _may(actor: Actor, found: Event, state: duties.DutyState) -> dict[str, bool]:
    """Which acts are worth offering; the actions ask the rules again."""
    may_change = bool(duties.may_change_event(actor, is_cancelled=found.is_cancelled))
    may_assign = bool(duties.may_assign_duty(actor, state))
    is_settled = state in duties.SETTLED
    return {
        "change": may_change,
        "cancel": may_change and not is_settled,
        "announce": can_announce() and not found.is_cancelled and found.ends_on >= today(),
        "assign": may_assign,
        "waive": may_assign,
        "link": may_change and not is_settled,
    }
