"""What is done with one event: the action of each verb, what is said afterwards, and where one goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial import announcing
from editorial.actions import duties, events
from editorial.models.clocks import Event
from school.models import Unit


def _change(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    units = list(Unit.objects.filter(pk__in=form.facts["units"]))
    before = event.duty.due_on
    changed = events.change_event(event_id=event.pk, user=_person(request), **{**form.facts, "units": units})
    changed.duty.refresh_from_db()
    moved = changed.duty.due_on != before
    return _back(request, event, _("Changed; the due date moved.") if moved else _("Changed."))


def _cancel(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    events.cancel_event(event_id=event.pk, user=_person(request), why=form.cleaned_data["why"])
    return _back(request, event, _("The event is cancelled; nothing is owed for it."))


def _announce(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    """The draft passes the chain like any article: on to its editor."""
    page = announcing.announce(event_id=event.pk, user=_person(request))
    messages.success(request, _("A draft of the announcement is ready. Complete it and hand it in."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _assign(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    duty = duties.assign_duty(duty_id=event.duty.pk, user=_person(request), **form.cleaned_data)
    return _back(request, event, _("%(unit)s writes about it, and was told.") % {"unit": duty.unit})


def _waive(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    duties.waive_duty(duty_id=event.duty.pk, user=_person(request), why=form.cleaned_data["why"])
    return _back(request, event, _("Nobody has to write about it any more."))


def _link(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    duties.link_item(record_id=form.cleaned_data["item"].pk, event_id=event.pk, user=_person(request))
    return _back(request, event, _("The item answers for this event now."))


def _unlink(request: HttpRequest, event: Event, form: Any) -> HttpResponse:
    duties.link_item(record_id=form.cleaned_data["item"].pk, event_id=None, user=_person(request))
    return _back(request, event, _("The item no longer belongs to this event."))


def _back(request: HttpRequest, event: Event, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("board_event", event.pk)


def _person(request: HttpRequest) -> Any:
    return request.user


ACTS: dict[str, Callable[[HttpRequest, Event, Any], HttpResponse]] = {
    "change": _change,
    "cancel": _cancel,
    "announce": _announce,
    "assign": _assign,
    "waive": _waive,
    "link": _link,
    "unlink": _unlink,
}
