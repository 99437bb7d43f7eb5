"""Writing on the public side: a new item, an item that is the unit's to change, pictures on their own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from core.rules.answers import Refused, RuleRefused
from editorial.models import BegunItem, EditorialRecord
from editorial.rules import desk_rules
from editorial.rules.reasons import Reason
from editorial.selectors.records import item_of, rules_in_force
from editorial.sentences import sentence
from editorial.views.page_editing import newer_version, what_to_fix
from editorial.views.refusals import status_of
from news.handing_in.actions import begin_item, save_item, send_item
from news.handing_in.forms import HandInForm, initial_of
from news.handing_in.members import Member, events_for, for_members, record_or_404
from news.handing_in.pictures import PictureRow, demand_words, note_of, rows_from, rows_of, store
from news.handing_in.simple import is_simple, read_simple
from news.models import NewsPage
from news.rules.handing_in import MOST_PICTURES
from school.models import Unit

SAVE, SEND = "save", "send"


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, member: Member) -> HttpResponse:
    """A new item; "?event=7" finds its event chosen."""
    if request.method == "POST":
        return _sent(request, member, None)
    asked = request.GET.get("event", "")
    events = events_for(member, asked=asked)
    chosen = events.filter(pk=int(asked[:18])).first() if asked.isascii() and asked.isdigit() else None
    initial = {"event": chosen, "unit": member.units[0], "author_name": member.user.get_full_name()}
    return _page(request, member, HandInForm(units=member.units, events=events, initial=initial), [])


@for_members
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, member: Member, record_id: int) -> HttpResponse:
    """An item that is the unit's to change; one that is not is shown instead, and so is one this form cannot show."""
    record = record_or_404(member, record_id)
    draft = draft_of(record)
    if request.method == "POST":
        return _sent(request, member, record)
    if not desk_rules.may_edit_text(member.actor, item_of(record)) or not is_simple(draft):
        return redirect("hand_in_look", record.pk)
    given = read_simple(draft)
    events = events_for(member, chosen=given.event_id)
    form = HandInForm(units=[record.unit], events=events, initial=initial_of(given, draft))
    return _page(request, member, form, rows_of(given.pictures, member.user), record)


def draft_of(record: EditorialRecord) -> NewsPage:
    """The newest version of the item's text."""
    page = NewsPage.objects.get(pk=record.page_id)
    draft: NewsPage = page.get_latest_revision_as_object() if page.latest_revision_id else page
    return draft


def _sent(request: HttpRequest, member: Member, record: EditorialRecord | None) -> HttpResponse:
    """What a button of the form asks for: save, send, or something with the pictures."""
    act = request.POST.get("act", SAVE)
    units = [record.unit] if record else member.units
    chosen = draft_of(record).event_id if record else None
    events = events_for(member, chosen=chosen, asked=request.POST.get("event", ""))
    form = HandInForm(request.POST, units=units, events=events, is_sending=act == SEND)
    rows = rows_from(request.POST, member.user)
    unit = record.unit if record else member.unit(request.POST.get("unit", ""))
    refused = _take_in(request, member, unit, rows)
    is_sound = form.is_valid() and not refused
    if act not in {SAVE, SEND}:
        return _page(request, member, form, rows, record, refused=refused, is_quiet=True)
    if act == SEND:
        demand_words(rows)
    if not is_sound or any(row.errors for row in rows):
        return _page(request, member, form, rows, record, status=422, refused=refused)
    return _keep(request, member, record, form, rows, is_sending=act == SEND)


def _take_in(request: HttpRequest, member: Member, unit: Unit, rows: list[PictureRow]) -> list[str]:
    """Store the pictures that came along and put them behind the others; why some were refused."""
    stored, refused = store(request.FILES.getlist("photos"), unit, member.user, MOST_PICTURES - len(rows))
    rows += [PictureRow(image, note_of(image.pk, member.user)) for image in stored]
    return refused


def _keep(
    request: HttpRequest,
    member: Member,
    record: EditorialRecord | None,
    form: HandInForm,
    rows: list[PictureRow],
    *,
    is_sending: bool,
) -> HttpResponse:
    given = form.given(row.given for row in rows)
    data = form.cleaned_data
    try:
        if record is None:
            kept = begin_item(unit=data["unit"], user=member.user, given=given, token=data["token"])
        else:
            kept = save_item(record_id=record.pk, user=member.user, given=given, seen=data["seen"])
    except RuleRefused as error:
        return _not_kept(request, member, record, form, rows, error.refused)
    if not is_sending:
        messages.success(request, _("The draft is saved. You can go on at any time, on any device."))
        return redirect("hand_in_edit", kept.pk)
    return _send(request, member, kept)


def _send(request: HttpRequest, member: Member, record: EditorialRecord) -> HttpResponse:
    """The text is saved; now it goes to the board, or to the checklist where the author himself forwards."""
    if not rules_in_force(member.school).has_editing_stage:
        messages.info(request, _("The text is saved. Answer the checklist to forward it."))
        address = reverse("board_review", args=[record.pk])
        return redirect(f"{address}?open=hand_in_and_forward#act-hand_in_and_forward")
    try:
        send_item(record_id=record.pk, user=member.user)
    except RuleRefused as error:
        why = sentence(error.refused, member.school.country)
        messages.error(request, _("The text is saved, but not sent. %(why)s") % {"why": why})
        return redirect("hand_in_edit", record.pk)
    messages.success(request, _("Sent to the editorial board. Here you see what becomes of it."))
    return redirect("hand_in_look", record.pk)


def _not_kept(
    request: HttpRequest,
    member: Member,
    record: EditorialRecord | None,
    form: HandInForm,
    rows: list[PictureRow],
    refused: Refused,
) -> HttpResponse:
    """Nothing was saved: say why, keep what was typed; what was sent by the same form before is shown."""
    if record is None:
        begun = BegunItem.objects.filter(user=member.user, token=form.cleaned_data["token"]).first()
        if begun is not None:
            return redirect("hand_in_look", begun.record_id)
    why = sentence(refused, member.school.country)
    if refused.reason is Reason.STALE_PAGE and record is not None:
        why = newer_version(NewsPage.objects.get(pk=record.page_id).latest_revision)
    return _page(request, member, form, rows, record, status=status_of(refused), why=why)


def _page(
    request: HttpRequest,
    member: Member,
    form: HandInForm,
    rows: list[PictureRow],
    record: EditorialRecord | None = None,
    *,
    status: int = 200,
    why: str = "",
    refused: list[str] | None = None,
    is_quiet: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "rows": rows,
        "record": record,
        "why": why,
        "refused": refused or [],
        "is_quiet": is_quiet,
        "to_fix": what_to_fix(record) if record else "",
        "seen": _seen(form, record, status),
        "most_pictures": MOST_PICTURES,
        "draft_key": f"gui-bai-{member.user.pk}-{record.pk if record else 'moi'}",
        "has_editing_stage": rules_in_force(member.school).has_editing_stage,
    }
    return render(request, "news/handing_in/write.html", context, status=status)


def _seen(form: HandInForm, record: EditorialRecord | None, status: int) -> Any:
    """The version the next save stands on: the one that was shown; after a warning the newest."""
    if record is None:
        return ""
    newest = NewsPage.objects.values_list("latest_revision_id", flat=True).get(pk=record.page_id)
    return newest if status == 409 or not form.is_bound else form.data.get("seen", newest)


@for_members
@require_POST
def pictures(request: HttpRequest, member: Member) -> HttpResponse:
    """Pictures on their own, sent by the script while the person writes: the rows to put into the form."""
    unit = member.unit(request.POST.get("unit", ""))
    rows: list[PictureRow] = []
    refused = _take_in(request, member, unit, rows)
    status = 422 if refused and not rows else 200
    return render(request, "news/handing_in/pictures.html", {"rows": rows, "refused": refused}, status=status)
