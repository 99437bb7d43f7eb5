"""The charter: every rule with its meaning; the head changes it by a numbered decision (Đ18)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from core.clock import today
from core.rules.answers import RuleRefused
from editorial.actions import change_charter
from editorial.forms.charter import ENTRIES, CharterForm
from editorial.forms.charter_fields import shown, shown_pairs
from editorial.models import Charter
from editorial.rules.charter import CharterError, CharterRules, write_charter
from editorial.rules.vocabulary import Post
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force
from editorial.views.desk import school_or_404
from editorial.views.refusals import say_no
from school.models import School

DONE = 302


@require_http_methods(["GET", "HEAD", "POST"])
def charter(request: HttpRequest) -> HttpResponse:
    """The rules in force and every earlier version."""
    school = school_or_404()
    rules = rules_in_force(school)
    form = CharterForm(request.POST or None, rules=rules)
    status = 200
    if request.method == "POST":
        status = _change(request, school, form)
        if status == DONE:
            return redirect("board_charter")
    context = {
        "rules": rule_rows(rules, school.country),
        "versions": versions(school),
        "form": form,
        "is_head": Post.HEAD in actor_of(request.user, today()).posts,
    }
    return render(request, "editorial/board/charter.html", context, status=status)


def _change(request: HttpRequest, school: School, form: CharterForm) -> int:
    if not form.is_valid():
        return 422
    user: Any = request.user
    try:
        made = change_charter(
            school=school,
            user=user,
            changes=form.changes(),
            decision_number=form.cleaned_data["decision_number"],
        )
    except RuleRefused as error:
        return say_no(request, error.refused, school.country)
    except CharterError as error:
        form.add_error(None, str(error))
        return 422
    messages.success(request, _("The charter has a new version: %(version)s.") % {"version": made.version})
    return DONE


def rule_rows(rules: CharterRules, country: str) -> list[dict[str, Any]]:
    """Each rule with its name, value, meaning and clause."""
    values = {name: getattr(rules, name) for name in ENTRIES}
    return [
        {
            "label": entry.label,
            "meaning": entry.meaning,
            "value": values[name],
            "lines": shown(values[name]),
            "pairs": shown_pairs(values[name]),
            "is_switch": isinstance(values[name], bool),
            "clause": entry.ru if country == "ru" else entry.vn,
        }
        for name, entry in ENTRIES.items()
    ]


def versions(school: School) -> list[dict[str, Any]]:
    """Every version, newest first, with what it changed against the one before it."""
    rows = list(Charter.objects.filter(school=school).select_related("decided_by").order_by("version"))
    before: dict[str, Any] = {}
    found = []
    for row in rows:
        data = write_charter(row.rules)
        changed = [ENTRIES[name].label for name in ENTRIES if before and data[name] != before[name]]
        found.append({"charter": row, "changed": changed})
        before = data
    return found[::-1]
