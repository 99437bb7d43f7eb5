"""The quota, for any items: months add up, nothing counts twice (A66)."""

from __future__ import annotations

import dataclasses
import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.quotas import (
    QuotaBasis,
    QuotaItem,
    QuotaRules,
    QuotaState,
    month_of,
    next_month,
    quota_usage,
)

UNIT, OTHER = 10, 20
SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
LATER = st.none() | st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=100))
RULES = st.builds(
    QuotaRules,
    basis=st.sampled_from(QuotaBasis),
    cut_off_day=st.integers(0, 28),
    months=st.frozensets(st.integers(1, 12)),
    counts_co_units=st.booleans(),
)


@st.composite
def an_item(draw: st.DrawFn) -> QuotaItem:
    """An item that was posted at or after it was handed in, or not yet."""
    handed_in, later = draw(DAYS), draw(LATER)
    start = datetime.datetime.combine(handed_in, datetime.time.min, tzinfo=SAIGON)
    return QuotaItem(
        record_id=draw(st.integers(1, 9999)),
        unit_id=draw(st.sampled_from([UNIT, OTHER])),
        handed_in_on=handed_in,
        posted_at=None if later is None else start + later,
        co_unit_ids=draw(st.frozensets(st.sampled_from([UNIT, OTHER]))),
        taken_down_for_fault=draw(st.booleans()),
        is_with_board=draw(st.booleans()),
    )


ITEMS = st.lists(an_item(), max_size=8)


def months() -> list[tuple[int, int]]:
    """Every month an item of these tests can count in."""
    found = [(2026, 1)]
    while found[-1] < (2027, 6):
        found.append(next_month(found[-1]))
    return found


@given(ITEMS, RULES, DAYS, st.integers(0, 3))
def test_quota_usage__months_add_up(items, rules, today, per_month):
    """Each posted item of a unit counts in exactly one month, as published or as flagged."""
    rows = [quota_usage(UNIT, per_month, month, items, rules, today, SAIGON) for month in months()]
    own = [row for row in items if row.unit_id == UNIT or (rules.counts_co_units and UNIT in row.co_unit_ids)]
    posted = [row for row in own if row.posted_at]
    assert sum(row.published for row in rows) == sum(not row.taken_down_for_fault for row in posted)
    assert sum(row.flagged for row in rows) == sum(row.taken_down_for_fault for row in posted)


@given(ITEMS, RULES, DAYS)
def test_quota_usage__what_is_on_its_way_is_pending_in_exactly_one_month(items, rules, today):
    rows = [quota_usage(UNIT, 1, month, items, rules, today, SAIGON) for month in months()]
    own = [row for row in items if row.unit_id == UNIT or (rules.counts_co_units and UNIT in row.co_unit_ids)]
    assert sum(row.pending for row in rows) == sum(row.posted_at is None and row.is_with_board for row in own)


@given(an_item(), RULES)
def test_month_of__is_the_month_of_handing_in_or_of_posting(item, rules):
    month = month_of(item, rules, SAIGON)
    if item.posted_at is None:
        assert month is None
        return
    posted = item.posted_at.astimezone(SAIGON).date()
    assert month in {(item.handed_in_on.year, item.handed_in_on.month), (posted.year, posted.month)}
    if rules.basis is QuotaBasis.POSTED:
        assert month == (posted.year, posted.month)


@given(an_item(), RULES, st.sampled_from(["UTC", "America/New_York", "Asia/Kamchatka"]))
def test_month_of__whatever_zone_the_server_keeps(item, rules, zone):
    moved = item.posted_at and item.posted_at.astimezone(ZoneInfo(zone))
    assert month_of(dataclasses.replace(item, posted_at=moved), rules, SAIGON) == month_of(item, rules, SAIGON)


@given(ITEMS, an_item(), RULES, DAYS, st.sampled_from(months()))
def test_quota_usage__one_sound_item_more_never_makes_a_month_worse(items, more, rules, today, month):
    sound = dataclasses.replace(more, unit_id=UNIT, taken_down_for_fault=False)
    before = quota_usage(UNIT, 2, month, items, rules, today, SAIGON)
    after = quota_usage(UNIT, 2, month, [*items, sound], rules, today, SAIGON)
    assert after.published + after.pending >= before.published + before.pending
    assert after.still_owed <= before.still_owed
    assert before.state is not QuotaState.MET or after.state is QuotaState.MET


@given(ITEMS, RULES, DAYS, st.sampled_from(months()), st.integers(0, 3))
def test_quota_usage__met_and_short_say_what_they_mean(items, rules, today, month, per_month):
    found = quota_usage(UNIT, per_month, month, items, rules, today, SAIGON)
    assert (found.state is QuotaState.NOT_COUNTED) == (found.owed == 0)
    assert (found.state is QuotaState.MET) == (found.owed > 0 and found.still_owed == 0)
    if found.state is QuotaState.SHORT:
        assert month < (today.year, today.month)
        assert found.pending < found.still_owed
