"""Reading a file into the register: upload, check line by line, correct, throw away (B03). For those who register."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import Refused, RuleRefused
from documents.actions import begin_import, correct_lines, discard_import, take_back
from documents.forms.importing import CorrectLineForm, ReadFileForm
from documents.models import RegulationImport
from documents.readers.refusals import ReadingRefused
from documents.rules.by_hand import label_typed
from documents.rules.corrections import OPENABLE, Act
from documents.rules.registering import may_register
from documents.rules.vocabulary import Language, NodeKind
from documents.selectors.imports import PER_PAGE, Checked, begun_imports
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no
from editorial.views.side_doors import refusal
from school.models import School

View = Callable[..., HttpResponse]
LONGEST_NUMBER = 9


def for_registrars(view: View) -> View:
    """Only for those who enter documents; everybody else reads why not. Kept by no cache."""

    @never_cache
    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        school = school_or_404()
        answer = may_register(actor_of(request.user, today()), rules_in_force(school))
        if isinstance(answer, Refused):
            return refusal(request, sentence(answer, school.country))
        return view(request, school, *args, **kwargs)

    return guarded


def import_or_404(school: School, pk: int) -> RegulationImport:
    """The import; 404 when it is not of this school, or no longer there."""
    return get_object_or_404(RegulationImport.objects.select_related("school", "begun_by"), pk=pk, school=school)


@for_registrars
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, school: School) -> HttpResponse:
    """Choose a file to read, or go on with one that was begun."""
    if request.method != "POST":
        return _imports_page(request, school, ReadFileForm(label_suffix=""))
    form = ReadFileForm(request.POST, request.FILES, label_suffix="")
    if not form.is_valid():
        return _imports_page(request, school, form, status=422)
    upload, user = form.cleaned_data["file"], _person(request)
    try:
        row = begin_import(
            school=school, user=user, data=upload.read(), name=upload.name or "", language=form.chosen_language
        )
    except ReadingRefused as error:
        form.add_error("file", error.sentence)
        return _imports_page(request, school, form, status=422)
    except RuleRefused as error:
        return _imports_page(request, school, form, status=say_no(request, error.refused, school.country))
    return redirect("board_import", row.pk)


def _imports_page(request: HttpRequest, school: School, form: ReadFileForm, status: int = 200) -> HttpResponse:
    page = Paginator(begun_imports(school), 25).get_page(request.GET.get("page"))
    return render(request, "documents/admin/imports.html", {"form": form, "page": page}, status=status)


@for_registrars
@require_safe
def one_import(request: HttpRequest, school: School, pk: int) -> HttpResponse:
    """The lines of the file beside what was read of them; `?line=12` opens the form of a line."""
    checked = Checked(import_or_404(school, pk))
    number = _number(request.GET.get("line", ""))
    return import_page(request, checked, form_of(checked, number) if number else None)


def import_page(
    request: HttpRequest, checked: Checked, form: CorrectLineForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of an import; with `form` the page on which its line stands."""
    paginator = Paginator(checked.lines, PER_PAGE)
    page = paginator.get_page(checked.page_of(form.line) if form else request.GET.get("page"))
    context = {
        "checked": checked,
        "row": checked.row,
        "card": checked.regulation.card,
        "page": page,
        "pages": _pages(checked, paginator),
        "lines": checked.read_lines(page.object_list),
        "form": form,
        "warnings": sum(group.count for group in checked.groups),
    }
    return render(request, "documents/admin/import.html", context, status=status)


def _pages(checked: Checked, paginator: Paginator[Any]) -> list[tuple[int, int, int]]:
    """Number, first and last line of each page."""
    ends = [(page, (page - 1) * PER_PAGE, min(page * PER_PAGE, paginator.count) - 1) for page in paginator.page_range]
    return [(page, checked.lines[first].number, checked.lines[last].number) for page, first, last in ends]


def form_of(checked: Checked, number: int, data: Any = None) -> CorrectLineForm | None:
    """The form of a line, filled in with what it is now; None where nothing is written in it."""
    line = next((one for one in checked.lines if one.number == number), None)
    if line is None:
        return None
    language = Language(checked.regulation.language)
    text = " ".join(line.text.split())
    return CorrectLineForm(data, line=number, text=text, language=language, initial=_initial(checked, number, text))


def _initial(checked: Checked, number: int, text: str) -> dict[str, str]:
    """What was said of the line, else what it was read as, else a clause with the number it begins with."""
    said = checked.said.get(number)
    if said is not None:
        return {"says": f"{said.act}:{said.kind}" if said.kind else said.act.value, "label": said.label}
    node = next((node for node in checked.nodes_at(number) if node.kind in OPENABLE), None)
    if node is not None:
        return {"says": f"{Act.OPENS}:{node.kind}", "label": node.label}
    label = label_typed(text, NodeKind.CLAUSE, Language(checked.regulation.language))
    return {"says": f"{Act.OPENS}:{NodeKind.CLAUSE}" if label else Act.JOINS.value, "label": label}


@for_registrars
@require_POST
def correct(request: HttpRequest, school: School, pk: int, line: int) -> HttpResponse:
    """Say what a line is, or take it back; the text is read again at once."""
    row = import_or_404(school, pk)
    if "undo" in request.POST:
        return _done(request, row, line, lambda: take_back(import_id=pk, user=_person(request), line=line))
    checked = Checked(row)
    form = form_of(checked, line, request.POST)
    if form is None:
        raise Http404
    if not form.is_valid():
        return import_page(request, checked, form, status=422)
    said, lines = form.said(), form.lines()
    return _done(request, row, line, lambda: correct_lines(import_id=pk, user=_person(request), lines=lines, said=said))


def _done(request: HttpRequest, row: RegulationImport, line: int, act: Callable[[], int]) -> HttpResponse:
    try:
        count = act()
    except RuleRefused as error:
        say_no(request, error.refused, row.school.country)
        return redirect("board_imports")
    told = ngettext("%(count)s line was read again.", "%(count)s lines were read again.", count) % {"count": count}
    messages.success(request, told)
    page = Checked(RegulationImport.objects.get(pk=row.pk)).page_of(line)
    return redirect(f"{reverse('board_import', args=[row.pk])}?page={page}#l-{line}")


@for_registrars
@require_POST
def discard(request: HttpRequest, school: School, pk: int) -> HttpResponse:
    """Throw a begun import away."""
    row = import_or_404(school, pk)
    try:
        discard_import(import_id=pk, user=_person(request))
        messages.success(request, _("“%(name)s” was thrown away.") % {"name": row.file_name})
    except RuleRefused as error:
        say_no(request, error.refused, school.country)
    return redirect("board_imports")


def _number(typed: str) -> int:
    """A number of an address; 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else 0


def _person(request: HttpRequest) -> Any:
    return request.user
