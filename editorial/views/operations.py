"""The operations page: is the portal doing what falls due, and if not, since when."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from core.clock import now, today
from editorial.models.clocks import PeriodicRun
from editorial.rules.people import Actor
from editorial.rules.vocabulary import Post
from editorial.selectors.operations import SILENT_AFTER, operations_page
from editorial.selectors.people import actor_of
from editorial.views.desk import school_or_404

DONE_LABELS: dict[str, str | Promise] = {
    "posted": gettext_lazy("posted at their time"),
    "archived": gettext_lazy("notices ended"),
    "alarms": gettext_lazy("alarms"),
    "reminders": gettext_lazy("reminders"),
    "faults": gettext_lazy("faults found"),
}


@require_safe
def operations(request: HttpRequest) -> HttpResponse:
    """For the technical administrator, the head and the secretaries."""
    school = school_or_404()
    if not looks_after_operations(actor_of(request.user, today())):
        raise PermissionDenied
    found = operations_page(school, now())
    context = {
        "found": found,
        "runs": [{"run": run, "done": done_in_words(run)} for run in found.runs],
        "minutes": int(SILENT_AFTER.total_seconds() // 60),
    }
    return render(request, "editorial/operations/operations.html", context)


def looks_after_operations(actor: Actor) -> bool:
    """Whether the page is this person's to read."""
    is_board = bool(actor.posts & {Post.HEAD, Post.SECRETARY}) or actor.is_acting_head
    return actor.is_active and (actor.is_technical or is_board)


def done_in_words(run: PeriodicRun) -> list[str]:
    """What a run did, "reminders: 3"; nothing for what it had not to do."""
    counts: dict[str, Any] = run.done if isinstance(run.done, dict) else {}
    return [f"{DONE_LABELS.get(name, name)}: {count}" for name, count in counts.items() if count]
