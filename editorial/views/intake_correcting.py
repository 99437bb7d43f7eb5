"""Correcting a mistake in an entry of the intake register."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.rules.answers import RuleRefused
from editorial.actions import correct_intake
from editorial.forms.intake import CorrectIntakeForm
from editorial.models.intake import IntakeEntry
from editorial.rules.intake import may_enter_intake
from editorial.sentences import sentence
from editorial.views.desk import school_or_404
from editorial.views.intake import entry_or_404, for_people_who
from editorial.views.refusals import status_of


@for_people_who(may_enter_intake)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The entry's form with what stands in it; receipt number, moment and originals are not in it."""
    row = entry_or_404(school_or_404(), pk)
    if request.method != "POST":
        return _form(request, row, CorrectIntakeForm(entry=row))
    form = CorrectIntakeForm(request.POST, entry=row)
    if not form.is_valid():
        return _form(request, row, form, 422)
    user: Any = request.user
    try:
        correct_intake(entry_id=row.pk, user=user, given=form.given())
    except RuleRefused as error:
        return _form(request, row, form, status_of(error.refused), sentence(error.refused, row.school.country))
    messages.success(request, _("The entry %(number)s is corrected.") % {"number": row.receipt})
    return redirect("board_intake_entry", row.pk)


def _form(
    request: HttpRequest, row: IntakeEntry, form: CorrectIntakeForm, status: int = 200, why: str = ""
) -> HttpResponse:
    context = {"entry": row, "form": form, "why": why}
    return render(request, "editorial/intake/correct.html", context, status=status)
