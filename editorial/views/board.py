"""The members of the board: who holds which post by which decision (Đ5.2)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial.actions.board import appoint, end_appointment
from editorial.forms.board import AppointmentForm, EndForm
from editorial.rules.people import Actor
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.views.charter import charter
from editorial.views.delegating import delegation_act, delegations
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no
from school.models import BoardAppointment, School

__all__ = ["charter", "delegation_act", "delegations", "end", "members"]

DONE = 302


@require_http_methods(["GET", "HEAD", "POST"])
def members(request: HttpRequest) -> HttpResponse:
    """Who is and was on the board; the head enters a new appointment."""
    school = school_or_404()
    form = AppointmentForm(request.POST or None, auto_id="appoint-%s")
    status = 200
    if request.method == "POST":
        status = _appoint(request, school, form)
        if status == DONE:
            return redirect("board_members")
    return _members_page(request, school, form, status)


def _appoint(request: HttpRequest, school: School, form: AppointmentForm) -> int:
    if not form.is_valid():
        return 422
    try:
        appointment = appoint(school=school, user=_person(request), **form.cleaned_data)
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    except ValidationError as error:
        form.add_error(None, error)
        return 422
    messages.success(
        request,
        _("%(name)s is appointed: %(post)s.")
        % {"name": appointment.user.get_full_name(), "post": appointment.get_post_display()},
    )
    return DONE


def _members_page(request: HttpRequest, school: School, form: AppointmentForm, status: int) -> HttpResponse:
    day = today()
    rows = list(BoardAppointment.objects.filter(school=school).select_related("user").prefetch_related("units"))
    order = list(BoardAppointment.Post.values)
    rows.sort(key=lambda row: (order.index(row.post), row.starts_on))
    context = {
        "present": [(row, _end_form(row)) for row in rows if row.ends_on is None or row.ends_on >= day],
        "former": [row for row in rows if row.ends_on is not None and row.ends_on < day],
        "today": day,
        "form": form,
        "is_head": is_head(actor_of(request.user, day)),
    }
    return render(request, "editorial/board/members.html", context, status=status)


def _end_form(appointment: BoardAppointment) -> EndForm:
    return EndForm(initial={"ends_on": today()}, auto_id=f"end-{appointment.pk}-%s")


@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The head ends an appointment on a day; the line stays."""
    school = school_or_404()
    appointment = get_object_or_404(BoardAppointment, pk=pk, school=school)
    form = EndForm(request.POST)
    status = _end(request, appointment, form)
    if status == DONE:
        return redirect("board_members")
    return _members_page(request, school, AppointmentForm(auto_id="appoint-%s"), status)


def _end(request: HttpRequest, appointment: BoardAppointment, form: EndForm) -> int:
    if not form.is_valid():
        messages.error(request, _("Give the last day in the post."))
        return 422
    try:
        end_appointment(appointment=appointment, user=_person(request), ends_on=form.cleaned_data["ends_on"])
    except RuleRefused as error:
        return say_no(request, error.refused, appointment.school.country)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return 422
    messages.success(request, _("The appointment of %(name)s ends.") % {"name": appointment.user.get_full_name()})
    return DONE


def is_head(actor: Actor) -> bool:
    """Whether the person is the head himself: buttons only, the actions ask again."""
    return Post.HEAD in actor.posts


def _person(request: HttpRequest) -> Any:
    return request.user
