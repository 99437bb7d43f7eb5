"""Rule 9: nobody holds "publish"; the head may let somebody decide for him, for dates and classes."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import today
from editorial import actions
from editorial.models import LedgerEntry
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from school.rules.calendar import working_day_after
from school.selectors import working_week
from tests.factories import items
from tests.factories.board import change_charter, delegate, leave_the_board
from tests.factories.evidence import last_decision, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DAY = datetime.timedelta(days=1)


def test_delegate__is_the_heads_and_goes_to_a_member_of_the_board(cast: SimpleNamespace) -> None:
    """A12, A68: only the head gives away what is his, and not to outsiders or himself."""
    week = {"school": cast.school, "starts_on": today(), "ends_on": today() + 7 * DAY}

    with refuses(Reason.NOT_YOUR_POST):
        actions.delegate(user=cast.deputy1, given_to=cast.deputy2, **week)
    for outsider in (cast.toan, cast.head, cast.admin):
        with refuses(Reason.NO_BOARD_YET):
            actions.delegate(user=cast.head, given_to=outsider, **week)
    actions.delegate(user=cast.head, given_to=cast.deputy2, **week)


@pytest.mark.parametrize(("first", "last"), [(0, None), (0, -1), (-9, -8), (3, 2)])
def test_delegate__has_a_first_and_a_last_day(cast: SimpleNamespace, first: int, last: int | None) -> None:
    """A68: a delegation that never ends would be a second head."""
    ends_on = None if last is None else today() + last * DAY

    with refuses(Reason.BAD_DATES):
        delegate(cast, starts_on=today() + first * DAY, ends_on=ends_on)


def test_delegate__decides_in_the_heads_place_and_is_recorded_so(cast: SimpleNamespace) -> None:
    """A20, A68: the decision names both the person and the head for whom it was taken."""
    record = items.awaiting_head(cast)
    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.deputy2)

    delegate(cast)
    actions.approve(record_id=record.pk, user=cast.deputy2)

    decision = last_decision(record)
    assert (decision.actor, decision.on_behalf_of, decision.actor_post) == (cast.deputy2, cast.head, "head")


def test_delegate__reaches_only_the_classes_that_were_named(cast: SimpleNamespace) -> None:
    """A55: for dates and classes."""
    delegate(cast, content_classes=["teaching"])
    ordinary, teaching = items.awaiting_head(cast), items.awaiting_head(cast, content_class="teaching")

    with refuses(Reason.NOT_YOUR_CLASS):
        actions.approve(record_id=ordinary.pk, user=cast.deputy2)
    actions.approve(record_id=teaching.pk, user=cast.deputy2, and_post=True)

    assert stands(teaching, WorkState.PUBLISHED, PublicState.POSTED)


def test_delegate__twice_adds_up(cast: SimpleNamespace) -> None:
    """A55, A68: two delegations for different classes are both in force, the older one too."""
    teaching, sensitive = (items.awaiting_head(cast, content_class=name) for name in ("teaching", "sensitive"))
    ordinary = items.awaiting_head(cast)
    delegate(cast, content_classes=["teaching"])
    delegate(cast, content_classes=["sensitive"])

    for record in (teaching, sensitive):
        actions.approve(record_id=record.pk, user=cast.deputy2)
        assert last_decision(record).on_behalf_of == cast.head
    with refuses(Reason.NOT_YOUR_CLASS):
        actions.approve(record_id=ordinary.pk, user=cast.deputy2)


@pytest.mark.parametrize(("day", "holds"), [(-1, False), (0, True), (7, True), (8, False)])
def test_delegate__holds_from_the_first_to_the_last_day(cast: SimpleNamespace, day: int, holds: bool) -> None:
    record = items.awaiting_head(cast)
    first = today() + 10 * DAY
    delegate(cast, starts_on=first)
    noon = datetime.datetime.combine(first + day * DAY, datetime.time(5), datetime.UTC)

    if holds:
        actions.approve(record_id=record.pk, user=cast.deputy2, at=noon)
    else:
        with refuses(Reason.NOT_YOUR_POST):
            actions.approve(record_id=record.pk, user=cast.deputy2, at=noon)


def test_delegate__ends_when_the_head_leaves_office(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    delegate(cast)
    leave_the_board(cast, "head")

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=record.pk, user=cast.deputy2)


def test_delegate__does_not_pass_on_what_is_the_heads_alone(cast: SimpleNamespace) -> None:
    """A12: charter, appointments, delegations and reopening stay with the head himself."""
    delegate(cast)
    refused = items.refused(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.change_charter(
            school=cast.school, user=cast.deputy2, changes={"editors_release": True}, decision_number="1"
        )
    with refuses(Reason.NOT_YOUR_POST):
        actions.delegate(
            school=cast.school,
            user=cast.deputy2,
            given_to=cast.secretary,
            starts_on=today(),
            ends_on=today(),
        )
    with refuses(Reason.NOT_YOUR_POST):
        actions.reopen(record_id=refused.pk, user=cast.deputy2, note="Xem lại")


@pytest.mark.parametrize("allowed", [True, False])
def test_delegate__takes_down_only_where_the_charter_allows_it(cast: SimpleNamespace, allowed: bool) -> None:
    change_charter(cast, delegates_take_down=allowed)
    delegate(cast)
    record = items.published(cast)
    words = {"ground": "takedown_outdated", "note": "Đã cũ"}

    if allowed:
        actions.take_down(record_id=record.pk, user=cast.deputy2, **words)
        actions.restore(record_id=record.pk, user=cast.deputy2)
    else:
        with refuses(Reason.NOT_YOUR_POST):
            actions.take_down(record_id=record.pk, user=cast.deputy2, **words)


def test_number__is_due_in_three_working_days_and_given_by_the_head(cast: SimpleNamespace) -> None:
    """A17: the document may follow the act, and is missed until it does."""
    delegation = delegate(cast)
    assert delegation.number_due_on == working_day_after(today(), working_week(cast.school), 3)

    with refuses(Reason.NOT_YOUR_POST):
        actions.give_number(delegation=delegation, user=cast.deputy2, decision_number="15/UQ")
    with refuses(Reason.FORM_INCOMPLETE):
        actions.give_number(delegation=delegation, user=cast.head, decision_number=" ")
    actions.give_number(delegation=delegation, user=cast.head, decision_number=" 15/UQ ")

    delegation.refresh_from_db()
    assert delegation.decision_number == "15/UQ"


def test_revoke__ends_it_at_once_and_leaves_what_was_decided(cast: SimpleNamespace) -> None:
    delegation = delegate(cast)
    decided, waiting = items.awaiting_head(cast), items.awaiting_head(cast)
    actions.approve(record_id=decided.pk, user=cast.deputy2)

    with refuses(Reason.NOT_YOUR_POST):
        actions.revoke_delegation(delegation=delegation, user=cast.deputy2)
    actions.revoke_delegation(delegation=delegation, user=cast.head)

    with refuses(Reason.NOT_YOUR_POST):
        actions.approve(record_id=waiting.pk, user=cast.deputy2)
    assert stands(decided, WorkState.APPROVED)


def test_delegation__leaves_a_line_for_each_step(cast: SimpleNamespace) -> None:
    delegation = delegate(cast, content_classes=["theme"])
    actions.give_number(delegation=delegation, user=cast.head, decision_number="15/UQ")
    actions.revoke_delegation(delegation=delegation, user=cast.head)

    lines = list(LedgerEntry.objects.order_by("-seq")[:3])
    assert [row.action for row in reversed(lines)] == [
        "editorial.delegate",
        "editorial.delegation_number",
        "editorial.revoke_delegation",
    ]
    assert lines[-1].payload["classes"] == ["theme"]
