"""From a checked file into the register: one document, two, or a new edition with its comparison first (A48, B38)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from core.uploads.refusals import UploadRefused, upload_sentence
from documents.actions import register_import, replace_text
from documents.forms.importing import NewEditionForm, RegisterImportForm
from documents.importing import name_of_text
from documents.models import OfficialDocumentPage, RegulationImport
from documents.rules.comparing import Change, compare
from documents.rules.filling import filled, filled_in_two
from documents.rules.tree_json import node_of
from documents.rules.types import shown_number, type_name
from documents.selectors.editions import EMPTY
from documents.selectors.imports import Checked, replaceable
from documents.views.importing import for_registrars, import_or_404
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.views.refusals import say_no
from school.models import School, Unit

MOST_CHANGES = 400  # shown on one page


@for_registrars
@require_http_methods(["GET", "HEAD", "POST"])
def register_read(request: HttpRequest, school: School, pk: int) -> HttpResponse:
    """What the file says of itself, and how it is to be entered."""
    row = import_or_404(school, pk)
    checked = Checked(row)
    form = _form(request, school, checked)
    if request.method != "POST":
        return _register_page(request, checked, form)
    if not form.is_valid():
        return _register_page(request, checked, form, status=422)
    data = form.cleaned_data
    if data["how"] == RegisterImportForm.EDITION:
        kept = "&with_file=on" if data["with_file"] else ""
        return redirect(f"{reverse('board_import_edition', args=[pk])}?document={data['document'].pk}{kept}")
    return _register(request, checked, form)


def _form(request: HttpRequest, school: School, checked: Checked) -> RegisterImportForm:
    user: Any = request.user
    actor = actor_of(user, today())
    units = Unit.objects.filter(school=school, is_active=True)
    documents = replaceable(school, user, actor)
    is_secretary = Post.SECRETARY in actor.posts
    return RegisterImportForm(
        request.POST or None,
        has_cover=checked.regulation.cover is not None,
        documents=documents,
        of=next((page.pk for page in documents if name_of_text(page.title) == checked.row.file_name), None),
        units=units if is_secretary else units.filter(pk__in=actor.field_ids),
        must_choose=not is_secretary,
    )


def _register_page(request: HttpRequest, checked: Checked, form: RegisterImportForm, status: int = 200) -> HttpResponse:
    has_cover = checked.regulation.cover is not None
    cards = filled_in_two(checked.regulation) if has_cover else (filled(checked.regulation),)
    country = checked.row.school.country
    context = {
        "row": checked.row,
        "form": form,
        "cards": [(card, type_name(card.kind), shown_number(card.number, card.symbol, country)) for card in cards],
        "parts": sum(1 for node in checked.regulation.root.walk() if node.is_numbered),
        "warnings": sum(group.count for group in checked.groups),
    }
    return render(request, "documents/admin/import_register.html", context, status=status)


def _register(request: HttpRequest, checked: Checked, form: RegisterImportForm) -> HttpResponse:
    user: Any = request.user
    data = form.cleaned_data
    try:
        pages = register_import(
            import_id=checked.row.pk,
            user=user,
            in_parts=data["how"] == RegisterImportForm.IN_TWO,
            with_file=data["with_file"],
            owner_unit=data["owner_unit"],
        )
    except RuleRefused as error:
        status = say_no(request, error.refused, checked.row.school.country)
        return _register_page(request, checked, form, status)
    except UploadRefused as error:
        form.add_error("with_file", upload_sentence(error))
        return _register_page(request, checked, form, 422)
    _tell(request, pages)
    return redirect("wagtailadmin_pages:edit", pages[-1].pk)


def _tell(request: HttpRequest, pages: list[OfficialDocumentPage]) -> None:
    """What was made; of two, the way to the first."""
    told = _("A draft is in the register. Check its fields, then forward it.")
    if len(pages) > 1:
        told = _(
            "Two drafts are in the register, the second annexed to the first. "
            "Check both and forward the first one first."
        )
    first = reverse("wagtailadmin_pages:edit", args=[pages[0].pk])
    buttons = [messages.button(first, pages[0].title)] if len(pages) > 1 else []
    messages.success(request, told, buttons=buttons)


@for_registrars
@require_http_methods(["GET", "HEAD", "POST"])
def new_edition(request: HttpRequest, school: School, pk: int) -> HttpResponse:
    """Clause by clause what a new edition of a document would change; then its text is replaced."""
    row = import_or_404(school, pk)
    user: Any = request.user
    form = NewEditionForm(request.POST or request.GET)
    form.is_valid()
    documents = replaceable(school, user, actor_of(user, today()))
    page = documents.filter(pk=form.cleaned_data.get("document") or 0).first()
    if page is None:
        messages.warning(request, _("Choose the document that gets a new edition."))
        return redirect("board_import_register", pk)
    if request.method != "POST":
        return _edition_page(request, row, page, with_file=form.cleaned_data["with_file"])
    try:
        replace_text(
            import_id=pk,
            user=user,
            page_id=page.pk,
            revision_id=form.cleaned_data.get("revision") or 0,
            with_file=form.cleaned_data["with_file"],
        )
    except RuleRefused as error:
        status = say_no(request, error.refused, school.country)
        return _edition_page(request, row, page, with_file=form.cleaned_data["with_file"], status=status)
    except UploadRefused as error:
        messages.error(request, upload_sentence(error))
        return _edition_page(request, row, page, with_file=False, status=422)
    messages.success(request, _("The new text stands in a new version. Check its fields, then forward it."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _edition_page(
    request: HttpRequest, row: RegulationImport, page: OfficialDocumentPage, *, with_file: bool, status: int = 200
) -> HttpResponse:
    newest: Any = page.get_latest_revision_as_object()
    changes: list[Change] = compare(node_of(newest.tree or EMPTY), Checked(row).regulation.root)
    initial = {"document": page.pk, "revision": page.latest_revision_id, "with_file": with_file}
    context = {
        "row": row,
        "document": newest,
        "changes": changes[:MOST_CHANGES],
        "count": len(changes),
        "form": NewEditionForm(initial=initial),
    }
    return render(request, "documents/admin/import_edition.html", context, status=status)
