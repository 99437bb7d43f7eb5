"""The monthly quota over real items (A66)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from editorial import actions
from editorial.models import Charter, EditorialRecord
from editorial.rules.quotas import QuotaState, QuotaUsage
from editorial.selectors.quotas import quota_table
from tests.factories import items
from tests.factories.clocks import HANOI, cleared, posted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def on(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime.datetime:
    """A local moment of 2023."""
    return datetime.datetime(2023, month, day, hour, minute, tzinfo=HANOI)


def went(
    cast: SimpleNamespace, handed_in: datetime.datetime, post: datetime.datetime | None, **fields: Any
) -> EditorialRecord:
    """An article of the maths group, handed in and perhaps posted."""
    record = items.draft(cast, **fields)
    actions.hand_in(record_id=record.pk, user=record.created_by, at=handed_in)
    if post is not None:
        cleared(cast, record, post)
        posted(cast, record, post)
    return record


def usage(cast: SimpleNamespace, month: int, now: datetime.datetime, unit: str = "toan") -> QuotaUsage:
    """A unit's month."""
    table = {line.unit.code: line.usages[0] for line in quota_table(cast.school, [(2023, month)], now)}
    return table[unit]


def test_quota__is_owed_by_subject_groups_one_by_one(cast: SimpleNamespace) -> None:
    """A66: not by the youth union, the office or the board."""
    lines = quota_table(cast.school, [(2023, 10)], on(10, 10))

    assert sorted(line.unit.code for line in lines) == ["toan", "van"]


def test_posted_item__meets_its_own_units_month(cast: SimpleNamespace) -> None:
    went(cast, on(10, 3), on(10, 5))

    assert usage(cast, 10, on(10, 31)).state is QuotaState.MET
    assert usage(cast, 10, on(11, 15), "van").state is QuotaState.SHORT


def test_item_under_way__is_planned_not_met(cast: SimpleNamespace) -> None:
    went(cast, on(10, 3), None)

    found = usage(cast, 10, on(10, 20))

    assert (found.published, found.pending, found.still_owed, found.state) == (0, 1, 1, QuotaState.OPEN)


def test_item_of_the_months_end__counts_for_it_until_the_cut_off(cast: SimpleNamespace) -> None:
    """The unit does not pay for the board's days; after the cut-off it is the next month's."""
    went(cast, on(10, 31, 20), on(11, 3, 23, 59))
    went(cast, on(10, 31, 21), on(11, 4, 0, 1), author="van")

    assert [usage(cast, month, on(11, 10)).published for month in (10, 11)] == [1, 0]
    assert [usage(cast, month, on(11, 10)).posted_after for month in (10, 11)] == [1, 0]
    assert [usage(cast, month, on(11, 10), "van").published for month in (10, 11)] == [0, 1]


def test_refused_item__does_not_count(cast: SimpleNamespace) -> None:
    record = went(cast, on(10, 3), None)
    actions.claim(record_id=record.pk, user=cast.editor1, at=on(10, 4))
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), at=on(10, 4))
    actions.refuse(record_id=record.pk, user=cast.deputy1, ground="refuse_quality", note="Chưa đạt", at=on(10, 4))

    assert usage(cast, 10, on(11, 15)).state is QuotaState.SHORT


@pytest.mark.parametrize(
    ("ground", "state"), [("takedown_content", QuotaState.SHORT), ("takedown_outdated", QuotaState.MET)]
)
def test_take_down__undoes_a_met_quota_only_for_a_fault(cast: SimpleNamespace, ground: str, state: QuotaState) -> None:
    record = went(cast, on(10, 3), on(10, 5))
    actions.take_down(record_id=record.pk, user=cast.head, ground=ground, note="Sai sự thật", at=on(10, 9))

    assert usage(cast, 10, on(11, 15)).state is state


@pytest.mark.parametrize(("counts", "state"), [(True, QuotaState.MET), (False, QuotaState.SHORT)])
def test_joint_item__counts_for_the_other_unit_if_the_charter_says_so(
    cast: SimpleNamespace, counts: bool, state: QuotaState
) -> None:
    last = Charter.objects.get(school=cast.school)
    data = {**last.data, "quota_counts_co_units": counts}
    Charter.objects.create(
        school=cast.school, version=last.version + 1, data=data, decision_number="2", starts_at=on(9, 23)
    )
    went(cast, on(10, 3), on(10, 5)).co_units.add(cast.unit.van)

    assert usage(cast, 10, on(11, 15), "van").state is state
    assert usage(cast, 10, on(11, 15), "toan").state is QuotaState.MET


def test_summer__is_not_counted(cast: SimpleNamespace) -> None:
    assert usage(cast, 7, on(7, 10)).state is QuotaState.NOT_COUNTED


def test_table__costs_the_same_for_two_years(cast: SimpleNamespace, django_assert_num_queries: Any) -> None:
    """24 months of every unit, in three queries."""
    went(cast, on(10, 3), on(10, 5))
    months = [(year, month) for year in (2022, 2023) for month in range(1, 13)]

    with django_assert_num_queries(3):
        (line, *_rest) = quota_table(cast.school, months, on(10, 31))
    assert len(line.usages) == 24
