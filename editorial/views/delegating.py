"""The head lets another decide for him: for dates and classes, from the phone (Đ12.2)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial.actions import delegate, give_number, revoke_delegation
from editorial.forms.board import DelegationForm, NumberForm
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no
from school.models import Delegation, School

DONE = 302


@require_http_methods(["GET", "HEAD", "POST"])
def delegations(request: HttpRequest) -> HttpResponse:
    """Delegations, running and past; the head gives a new one."""
    school = school_or_404()
    if not actor_of(request.user, today()).is_board:
        raise PermissionDenied
    form = DelegationForm(request.POST or None, school=school, giver=request.user, today=today())
    status = 200
    if request.method == "POST":
        status = _delegate(request, school, form)
        if status == DONE:
            return redirect("board_delegations")
    return _page(request, school, form, status)


def _delegate(request: HttpRequest, school: School, form: DelegationForm) -> int:
    if not form.is_valid():
        return 422
    user: Any = request.user
    try:
        delegation = delegate(school=school, user=user, **form.cleaned_data)
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    messages.success(request, _("%(name)s decides for you now.") % {"name": delegation.given_to.get_full_name()})
    return DONE


def _page(request: HttpRequest, school: School, form: DelegationForm, status: int) -> HttpResponse:
    day = today()
    rows = list(Delegation.objects.filter(school=school).select_related("given_by", "given_to"))
    context = {
        "running": [(row, _number_form(row)) for row in rows if row.ends_on is None or row.ends_on >= day],
        "past": [(row, _number_form(row)) for row in rows if row.ends_on is not None and row.ends_on < day],
        "today": day,
        "form": form,
        "is_head": Post.HEAD in actor_of(request.user, day).posts,
    }
    return render(request, "editorial/board/delegations.html", context, status=status)


def _number_form(delegation: Delegation) -> NumberForm:
    return NumberForm(auto_id=f"number-{delegation.pk}-%s")


@require_POST
def delegation_act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """End a delegation at once (`revoke`), or enter its document number (`number`)."""
    school = school_or_404()
    delegation = get_object_or_404(Delegation, pk=pk, school=school)
    act = {"revoke": _revoke, "number": _number}.get(verb)
    if act is None:
        raise Http404
    try:
        status = act(request, delegation)
    except RuleRefused as error:
        status = say_no(request, error.refused, school.country)
    if status == DONE:
        return redirect("board_delegations")
    form = DelegationForm(school=school, giver=request.user, today=today())
    return _page(request, school, form, status)


def _revoke(request: HttpRequest, delegation: Delegation) -> int:
    user: Any = request.user
    revoke_delegation(delegation=delegation, user=user)
    messages.success(request, _("%(name)s no longer decides for you.") % {"name": delegation.given_to.get_full_name()})
    return DONE


def _number(request: HttpRequest, delegation: Delegation) -> int:
    form = NumberForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Give the document number."))
        return 422
    user: Any = request.user
    give_number(delegation=delegation, user=user, decision_number=form.cleaned_data["decision_number"])
    messages.success(request, _("The number is entered."))
    return DONE
