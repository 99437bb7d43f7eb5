"""The units' works and lists of e-resources as the board and the units see them, and the works as a file (A73)."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from core.clock import today
from documents.models import DocumentCollectionPage, RecognisedWorkPage, RepositoryIndexPage, ResourceListPage
from documents.rules.collections import CollectionKind
from documents.rules.repository import may_write_somewhere
from documents.selectors.unit_works import Entered, entered
from editorial.exports import WRITERS, Cell, Table
from editorial.rules.people import Actor
from editorial.selectors.people import actor_of
from editorial.views.desk import school_or_404

PER_PAGE = 50


@require_safe
def works(request: HttpRequest) -> HttpResponse:
    """Works and lists of e-resources this person may see, and where to begin one."""
    school, actor = school_or_404(), _reader(request)
    user: Any = request.user
    rows = entered(RecognisedWorkPage, school, user, actor)
    resources = DocumentCollectionPage.objects.filter(unit__school=school, kind=CollectionKind.CURRICULA)
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page", "1")),
        "lists": entered(ResourceListPage, school, user, actor),
        "repository": RepositoryIndexPage.objects.filter(unit__school=school).first(),
        "resources": resources.first(),
        "may_write": bool(may_write_somewhere(actor)),
        "is_board": actor.is_board,
    }
    return render(request, "documents/admin/works.html", context)


@require_safe
def works_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The works as a table, for the board."""
    school, actor = school_or_404(), _reader(request)
    if kind not in WRITERS or not actor.is_board:
        raise Http404
    user: Any = request.user
    rows = [_cells(row) for row in entered(RecognisedWorkPage, school, user, actor)]
    return WRITERS[kind](Table("works", _("Recognised works"), _headings(), rows))


def _reader(request: HttpRequest) -> Actor:
    """People of a unit or of the board; anybody else gets 404."""
    actor = actor_of(request.user, today())
    if not actor.is_active or not (actor.is_board or actor.unit_ids):
        raise Http404
    return actor


def _headings() -> list[str]:
    return [
        pgettext("of a work", "Title"),
        _("What it is"),
        _("Authors"),
        _("Department"),
        _("School year"),
        _("Subject or field"),
        _("Level of recognition"),
        _("Accepted by"),
        _("Number of the decision"),
        _("Day of the decision"),
        _("Work state"),
        _("Public state"),
    ]


def _cells(row: Entered) -> list[Cell]:
    work, record = row.page, row.record
    return [
        work.title,
        work.get_kind_display(),
        work.authors,
        record.unit.name,
        work.school_year,
        work.subject,
        work.get_recognition_display(),
        work.decision_body,
        work.decision_number,
        work.decided_on,
        record.get_work_state_display(),
        record.get_public_state_display(),
    ]
