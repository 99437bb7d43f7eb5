"""Links for guests, for the board and heads of units: list, new, the sheet with the QR code, close (Đ7.1 dash 1)."""

from __future__ import annotations

import io
from typing import Any

import segno
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.forms.guest_links import NewLinkForm
from editorial.models import choices
from editorial.models.guest_links import GuestLink
from editorial.rules import guest_links as rules
from editorial.rules.intake import KEEPERS
from editorial.rules.people import Actor
from editorial.selectors.guest_links import guest_links, headed_units
from editorial.selectors.people import actor_of
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no, status_of
from school.models import Unit

PER_PAGE = 25
MODULE_SIDE = 8  # units of the drawing for one square of the code; the sheet sizes the picture itself


def reader(request: HttpRequest) -> tuple[Actor, frozenset[int]]:
    """Who looks, and which units he heads. Raises PermissionDenied for whoever may see no link at all."""
    actor, headed = actor_of(request.user, today()), headed_units(request.user)
    if not rules.may_see_links(actor, headed):
        raise PermissionDenied
    return actor, headed


def found(request: HttpRequest, pk: int) -> GuestLink:
    """The link with `used`; 404 for one this person may not see."""
    actor, headed = reader(request)
    link = guest_links(school_or_404()).filter(pk=pk).first()
    if link is None or not rules.may_see_link(actor, link.unit_id, headed):
        raise Http404
    return link


def link_words(request: HttpRequest, link: Any) -> dict[str, Any]:
    """A link with its state in words."""
    actor, headed = reader(request)
    state = link.state(link.used, today())
    is_open = state is rules.LinkState.OPEN
    return {
        "link": link,
        "state": choices.label(choices.LINK_STATES, state),
        "is_open": is_open,
        "may_close": link.closed_at is None and bool(rules.may_close_link(actor, link.unit_id, headed)),
        "address": request.build_absolute_uri(reverse("guest_form", args=[link.token])) if link.token else "",
    }


@never_cache
@require_safe
def links(request: HttpRequest) -> HttpResponse:
    """The list: which links there are, who made them, how often they were used."""
    actor, headed = reader(request)
    mine = None if actor.is_board else actor.unit_ids & headed
    page = Paginator(guest_links(school_or_404(), mine), PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "rows": [link_words(request, link) for link in page],
        "may_make": bool(rules.may_make_links(actor, headed)),
    }
    return render(request, "editorial/guests/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Make a link; what was typed stays when something is missing."""
    actor, headed = reader(request)
    school = school_or_404()
    any_unit = bool(actor.posts & KEEPERS)
    units = Unit.objects.filter(school=school, is_active=True)
    units = units if any_unit else units.filter(pk__in=actor.unit_ids & headed)
    form = NewLinkForm(request.POST if request.method == "POST" else None, units=units, any_unit=any_unit)
    if request.method != "POST":
        return _form(request, form)
    if not form.is_valid():
        return _form(request, form, 422)
    user: Any = request.user
    try:
        made = actions.make_guest_link(school=school, user=user, link=form.link(), number=form.cleaned_data["number"])
    except RuleRefused as error:
        return _form(request, form, status_of(error.refused), sentence(error.refused, school.country))
    messages.success(request, _("The link is made. Print the sheet, or copy the address into a chat."))
    return redirect("board_guest", made.pk)


def _form(request: HttpRequest, form: NewLinkForm, status: int = 200, why: str = "") -> HttpResponse:
    return render(request, "editorial/guests/new.html", {"form": form, "why": why}, status=status)


@never_cache
@require_safe
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """One link: its address, its QR code, how often it was used."""
    return render(request, "editorial/guests/link.html", link_words(request, found(request, pk)))


@never_cache
@require_safe
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """A sheet of paper with the QR code: which school, what to do, until when."""
    row = found(request, pk)
    return render(request, "editorial/guests/sheet.html", {**link_words(request, row), "school": row.school})


@never_cache
@require_safe
def qr(request: HttpRequest, pk: int) -> HttpResponse:
    """The QR code of the link's address as a drawing."""
    address = link_words(request, found(request, pk))["address"]
    if not address:
        raise Http404
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=MODULE_SIDE, border=4, title=address)
    return HttpResponse(out.getvalue(), content_type="image/svg+xml")


@never_cache
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link at once."""
    row = found(request, pk)
    user: Any = request.user
    try:
        actions.close_guest_link(link_id=row.pk, user=user)
    except RuleRefused as error:
        status = say_no(request, error.refused, row.school.country)
        return render(request, "editorial/guests/link.html", link_words(request, row), status=status)
    messages.success(request, _("The link is closed. Whoever opens it reads so."))
    return redirect("board_guest", row.pk)
