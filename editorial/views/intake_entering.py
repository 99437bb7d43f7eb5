"""Entering into the intake register: by hand, from a dropped e-mail or Word file; and what follows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from core.clock import now
from core.rules.answers import RuleRefused
from core.uploads.refusals import upload_sentence
from editorial.actions import add_original, close_intake, make_draft, register_intake
from editorial.actions.intake import Brought
from editorial.actions.intake_drafts import Drafted
from editorial.forms.intake import FIRST_YEAR, AddFilesForm, CloseIntakeForm, DropForm, IntakeForm
from editorial.intake import waiting
from editorial.intake.dropped import USUAL_CHANNEL, kind_of, read_dropped
from editorial.intake.reading import Found, Unreadable
from editorial.intake.sentences import DOUBTS, TROUBLES
from editorial.intake.waiting import Waiting
from editorial.models.intake import IntakeEntry
from editorial.rules.intake import may_enter_intake
from editorial.rules.vocabulary import Channel
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.intake import entry_or_404, entry_page, for_people_who, register_page
from editorial.views.refusals import say_no, status_of


@dataclasses.dataclass(frozen=True, slots=True)
class Dropped:
    """A dropped file that waits, what was found in it, and which of its parts are taken over."""

    waiting: Waiting
    found: Found
    wanted: frozenset[int]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Its parts, for the form."""
        return [
            {"number": number, "name": part.name, "size": filesizeformat(len(part.data)), "on": number in self.wanted}
            for number, part in enumerate(self.found.parts)
        ]

    def brought(self) -> Brought:
        """The file with the parts that are wanted, as originals."""
        kept = (part for number, part in enumerate(self.found.parts) if number in self.wanted)
        parts = tuple(Brought(part.name, ContentFile(part.data)) for part in kept)
        return Brought(self.waiting.name, self.waiting.open(), parts, is_source=True)


@for_people_who(may_enter_intake)
@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Read a dropped e-mail or Word file and show what was found, to be confirmed; nothing is registered yet."""
    form = DropForm(request.POST, request.FILES)
    if not form.is_valid():
        return register_page(request, form, status=422)
    kept = waiting.put(form.cleaned_data["file"], _person(request))
    try:
        found = read_dropped(kept.name, kept.read())
    except Unreadable as error:
        kept.forget()
        return register_page(request, DropForm(), status=422, why=f"{kept.name}: {TROUBLES[error.trouble]}")
    dropped = Dropped(kept, found, frozenset(range(len(found.parts))))
    form_of_found = IntakeForm(school=school_or_404(), initial=_initial(kept.name, found))
    return _entering(request, form_of_found, dropped)


def _initial(name: str, found: Found) -> dict[str, Any]:
    """What the form begins with; a date from the future or from before there was e-mail is nobody's."""
    sent, present = found.sent_at, now()
    if sent is None or sent > present or sent.year <= FIRST_YEAR:
        sent = present
    return {
        "giver_name": found.sender_name or found.sender_address,
        "giver_contact": found.sender_address,
        "received_at": localtime(sent).replace(tzinfo=None),
        "channel": USUAL_CHANNEL[kind_of(name)],
        "subject": found.subject,
        "text": found.text,
    }


@for_people_who(may_enter_intake)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Enter what somebody gave; typed words and uploaded files stay when something is missing."""
    school = school_or_404()
    if request.method != "POST":
        initial = {"received_at": localtime(now()).replace(tzinfo=None), "channel": Channel.PAPER}
        return _entering(request, IntakeForm(school=school, initial=initial))
    form = IntakeForm(request.POST, request.FILES, school=school)
    dropped, kept = _dropped(request), _kept(request)
    if not form.is_valid():
        return _entering(request, form, dropped, _with_uploads(request, kept), status=422)
    try:
        row = register_intake(
            school=school, user=_person(request), given=form.given(), originals=_originals(form, dropped, kept)
        )
    except RuleRefused as error:
        why = sentence(error.refused, school.country)
        return _entering(request, form, dropped, _with_uploads(request, kept), status_of(error.refused), why)
    for file in [*kept, *([dropped.waiting] if dropped else [])]:
        file.forget()
    messages.success(request, _("Entered under the receipt number %(number)s.") % {"number": row.receipt})
    return redirect("board_intake_entry", row.pk)


def _originals(form: IntakeForm, dropped: Dropped | None, kept: Iterable[Waiting]) -> list[Brought]:
    sent = [Brought(upload.name or "", upload) for upload in form.cleaned_data["uploads"]]
    waited = [Brought(file.name, file.open()) for file in kept]
    return [*([dropped.brought()] if dropped else []), *waited, *sent]


def _dropped(request: HttpRequest) -> Dropped | None:
    """The dropped file the form was made from; read again, since a form cannot carry it."""
    file = waiting.find(request.POST.get("dropped", ""), _person(request))
    if file is None:
        return None
    numbers = (value for value in request.POST.getlist("parts") if value.isascii() and value.isdigit())
    try:
        return Dropped(file, read_dropped(file.name, file.read()), frozenset(int(value[:4]) for value in numbers))
    except Unreadable:
        return None


def _kept(request: HttpRequest) -> list[Waiting]:
    """Files that came with the form when it was sent before."""
    found = (waiting.find(note, _person(request)) for note in request.POST.getlist("waiting")[:100])
    return [file for file in found if file is not None]


def _with_uploads(request: HttpRequest, kept: list[Waiting]) -> list[Waiting]:
    """Keep what was uploaded with a form that is refused: a browser does not send it again."""
    uploads = [upload for upload in request.FILES.getlist("uploads") if upload.size]
    for upload in uploads:
        upload.seek(0)
    return [*kept, *(waiting.put(upload, _person(request)) for upload in uploads)]


def _entering(
    request: HttpRequest,
    form: IntakeForm,
    dropped: Dropped | None = None,
    kept: Iterable[Waiting] = (),
    status: int = 200,
    why: str = "",
) -> HttpResponse:
    doubts = [DOUBTS[doubt] for doubt in dropped.found.doubts] if dropped else []
    context = {"form": form, "dropped": dropped, "doubts": doubts, "kept": list(kept), "why": why}
    return render(request, "editorial/intake/entering.html", context, status=status)


@for_people_who(may_enter_intake)
@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Add files to an entry, make it an article's draft, or close it."""
    row = entry_or_404(school_or_404(), pk)
    verbs = {"add": _add, "draft": _draft, "close": _close}
    if verb not in verbs:
        raise Http404
    try:
        return verbs[verb](request, row)
    except RuleRefused as error:
        status = say_no(request, error.refused, row.school.country)
        return entry_page(request, entry_or_404(row.school, pk), status=status)


def _add(request: HttpRequest, row: IntakeEntry) -> HttpResponse:
    form = AddFilesForm(request.POST, request.FILES, auto_id="add-%s")
    if not form.is_valid():
        return entry_page(request, row, form, 422)
    uploads = form.cleaned_data["uploads"]
    for upload in uploads:
        add_original(entry_id=row.pk, user=_person(request), original=Brought(upload.name or "", upload))
    told = ngettext("%(count)s file is kept with the entry.", "%(count)s files are kept with the entry.", len(uploads))
    messages.success(request, told % {"count": len(uploads)})
    return redirect("board_intake_entry", row.pk)


def _draft(request: HttpRequest, row: IntakeEntry) -> HttpResponse:
    ids = {int(value[:18]) for value in request.POST.getlist("originals") if value.isascii() and value.isdigit()}
    drafted = make_draft(entry_id=row.pk, user=_person(request), original_ids=ids)
    _tell_left_out(request, drafted)
    messages.success(
        request,
        _("A draft is made of %(number)s. Add the lead, say what each picture shows, then send it.")
        % {"number": row.receipt},
    )
    return redirect("wagtailadmin_pages:edit", drafted.record.page_id)


def _tell_left_out(request: HttpRequest, drafted: Drafted) -> None:
    """Each original that could not be taken over, and why; it stays in the register."""
    for original, refused in drafted.left_out:
        said = {"name": original.name, "why": upload_sentence(refused)}
        messages.warning(request, _("Not taken over: %(name)s. %(why)s") % said)


def _close(request: HttpRequest, row: IntakeEntry) -> HttpResponse:
    form = CloseIntakeForm(request.POST, auto_id="close-%s", by_guest=row.guest_link is not None)
    if not form.is_valid():
        return entry_page(request, row, form, 422)
    close_intake(entry_id=row.pk, user=_person(request), **form.cleaned_data)
    messages.success(request, _("The entry %(number)s is closed.") % {"number": row.receipt})
    return redirect("board_intake_entry", row.pk)


def _person(request: HttpRequest) -> Any:
    return request.user
