"""The board's register of documents: release several together, and the register as a file (A28)."""

from __future__ import annotations

import re
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from core.clock import today
from documents.actions import Released, release_documents
from documents.models import DocumentIndexPage
from documents.rules.registering import may_register
from documents.selectors import register as reads
from editorial.clauses import linked
from editorial.exports import WRITERS, Cell, Table
from editorial.rules.people import Actor
from editorial.selectors.records import rules_in_force
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.members_only import participant
from school.models import School

KEY = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")
PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """What waits to be released, and every document this person may see."""
    school, actor = school_or_404(), participant(request)
    user: Any = request.user
    if request.method == "POST":
        _release(request, school, actor)
        return redirect("board_documents")
    entries = reads.register(school, user, actor, today())
    section = DocumentIndexPage.objects.filter(unit__school=school).first()
    waiting = reads.waiting(school, user, actor, today())
    context = {
        "waiting": waiting,
        "may_release": any(row.is_mine for row in waiting),
        "page": Paginator(entries, PER_PAGE).get_page(request.GET.get("page", "1")),
        "section": section,
        "may_register": section is not None and bool(may_register(actor, rules_in_force(school))),
        "is_board": actor.is_board,
    }
    return render(request, "documents/admin/register.html", context)


def _release(request: HttpRequest, school: School, actor: Actor) -> None:
    """Release what was ticked and say of each what became of it."""
    user: Any = request.user
    found = (KEY.fullmatch(typed) for typed in request.POST.getlist("chosen"))
    keys = [(int(key[1]), int(key[2])) for key in found if key]
    seen = set(reads.seen_records(school, user, actor).values_list("pk", flat=True))
    done = release_documents(chosen=[key for key in keys if key[0] in seen], user=user)
    if not done:
        messages.warning(request, _("No document was chosen."))
    _say(request, done, school)


def _say(request: HttpRequest, done: list[Released], school: School) -> None:
    released = sum(1 for row in done if row.refused is None)
    if released:
        told = ngettext("%(count)s document is on the site now.", "%(count)s documents are on the site now.", released)
        messages.success(request, told % {"count": released})
    for row in done:
        if row.refused is not None:
            why = sentence(row.refused, school.country)
            messages.error(request, linked(_("“%(title)s”: %(why)s") % {"title": row.record.title, "why": why}))


@require_safe
def register_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The register as a table, in the columns of the register of issued documents."""
    school, actor = school_or_404(), participant(request)
    if kind not in WRITERS or not actor.is_board:
        raise Http404
    user: Any = request.user
    rows = [_cells(entry) for entry in reads.register(school, user, actor, today())]
    return WRITERS[kind](Table("documents", _("Register of documents"), _headings(), rows))


def _headings() -> list[str]:
    return [
        _("Number"),
        _("Issued on"),
        _("Type"),
        _("Name of the document"),
        _("Issued by"),
        _("Signed by"),
        _("In force from"),
        _("Last day in force"),
        _("Validity"),
        _("Openness"),
        _("Work state"),
        _("Public state"),
    ]


def _cells(entry: reads.Entry) -> list[Cell]:
    page, record = entry.shown.page, entry.record
    return [
        page.full_number,
        page.issued_on,
        page.type_name,
        page.title,
        page.issuing_body,
        page.signer_name,
        page.effective_on,
        page.expires_on,
        entry.shown.validity_name,
        page.get_openness_display(),
        record.get_work_state_display(),
        record.get_public_state_display(),
    ]
