"""The head's decision that something leaves the site: kept as a row, with the requests it answers (Đ12.4)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from core.models import Generation
from core.rules.answers import Refused, RuleRefused
from editorial.actions.desk import Case, check, open_case, write
from editorial.models.files import HiddenFile
from editorial.models.takedown import Takedown, TakedownRequest
from editorial.notifications import tell, tell_person
from editorial.rules import takedown as rules
from editorial.rules.reasons import Reason
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import Verb
from school.models import User

NAME_LENGTH = 100


def note_takedown(
    case: Case, *, ground: str, note: str, shows_ground: bool = False, hidden: HiddenFile | None = None
) -> Takedown:
    """Keep the decision; the caller has asked the rule. `hidden` is the one picture or file it is about."""
    return Takedown.objects.create(
        record=case.record,
        name=hidden.name if hidden else "",
        hidden=hidden,
        ground=ground,
        note=note.strip(),
        shows_ground=shows_ground,
        decided_by=case.user,
        actor_name=case.user.get_full_name()[:NAME_LENGTH],
        decided_at=case.at,
    )


def note_restored(case: Case, *, name: str = "") -> None:
    """What was taken down, page or file, is back."""
    rows = Takedown.objects.filter(record=case.record, name=name, restored_at__isnull=True)
    rows.update(restored_at=case.at, restored_by=case.user)


def open_requests(case: Case) -> QuerySet[TakedownRequest]:
    """The item's unanswered requests, locked when they are read."""
    rows = TakedownRequest.objects.select_for_update(of=("self",)).filter(record=case.record, state=RequestState.OPEN)
    return rows.order_by("pk")


def settle(
    case: Case,
    requests: Iterable[TakedownRequest],
    state: RequestState,
    *,
    takedown: Takedown | None = None,
    decision: str = "",
) -> None:
    """Answer requests; whoever asked with an account is told."""
    for request in requests:
        for name, value in _answered(case, state, takedown, decision).items():
            setattr(request, name, value)
        request.save()
        if request.asked_by is not None:
            said: dict[str, Any] = {"note": request.decision} if request.decision else {}
            tell_person("request_answered", request.asked_by, case.at, record=case.record, outcome=state.value, **said)


def _answered(case: Case, state: RequestState, takedown: Takedown | None, decision: str) -> dict[str, Any]:
    """What stands on a request once it is answered."""
    return {
        "state": state,
        "takedown": takedown,
        "decision": decision.strip(),
        "decided_by": case.user,
        "decided_at": case.at,
        "actor_name": case.user.get_full_name()[:NAME_LENGTH],
    }


def settle_all(case: Case, takedown: Takedown) -> list[int]:
    """The page is down: all its open requests are answered, however many visitors sent; their keys."""
    keys = list(open_requests(case).values_list("pk", flat=True))
    members = open_requests(case).filter(asked_by__isnull=False).select_related("asked_by")
    settle(case, list(members), RequestState.TAKEN_DOWN, takedown=takedown)
    visitors = TakedownRequest.objects.filter(record=case.record, state=RequestState.OPEN)
    visitors.update(**_answered(case, RequestState.TAKEN_DOWN, takedown, ""))
    return keys


def hide_by_name(case: Case, name: str, ground: str) -> HiddenFile:
    """The picture or file is served no more, wherever it is used; what is hidden already stays as it is."""
    clearance = case.record.live_clearance
    if clearance is None or name not in clearance.files:
        raise RuleRefused(Refused(Reason.NOT_ONLINE))
    before = HiddenFile.objects.filter(record=case.record, name=name, restored_at__isnull=True).first()
    return before or HiddenFile.objects.create(
        name=name, record=case.record, hidden_by=case.user, hidden_at=case.at, ground=ground
    )


@transaction.atomic
def remove_file(
    *,
    record_id: int,
    user: User,
    name: str,
    ground: str,
    note: str,
    request_id: int | None = None,
    at: datetime.datetime | None = None,
) -> Takedown:
    """The head removes one picture or file; the article stays. Raises RuleRefused.

    Called again for the same file it returns the decision there is. `request_id`: the request it answers.
    """
    case = open_case(record_id, user, at)
    check(case, rules.may_remove_file(case.actor, case.item, case.rules, ground, note))
    hidden = hide_by_name(case, name, ground)
    decided = Takedown.objects.filter(hidden=hidden).first()
    takedown = decided or note_takedown(case, ground=ground, note=note, hidden=hidden)
    answered = list(open_requests(case).filter(pk=request_id).select_related("asked_by")) if request_id else []
    settle(case, answered, RequestState.FILE_REMOVED, takedown=takedown)
    if decided is None:
        write(case, Verb.REMOVE_FILE, ground=ground, file=name, requests=[row.pk for row in answered])
        Generation.bump()
        tell("file_removed", case.record, case.at, note=note, ground=ground)
    return takedown
