"""What each unit owed and handed in, month by month (Đ13.2)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection, Sequence

from django.db.models import Q
from django.utils.timezone import localdate

from editorial.models.chain import EditorialRecord
from editorial.rules.quotas import Month, QuotaItem, QuotaRules, QuotaUsage, per_month_of, quota_rules, quota_usage
from editorial.rules.vocabulary import IN_CHAIN, PublicState, TakedownGround
from editorial.selectors.clocks import zone
from editorial.selectors.records import rules_in_force
from school.models import School, Unit

FAULTS = frozenset({TakedownGround.CONTENT})


@dataclasses.dataclass(frozen=True, slots=True)
class QuotaLine:
    """A unit and its months, in the order they were asked for."""

    unit: Unit
    usages: list[QuotaUsage]


def quota_table(
    school: School, months: Sequence[Month], now: datetime.datetime, unit_ids: Collection[int] | None = None
) -> list[QuotaLine]:
    """Every unit that owes items, with its months; the same number of queries for any number of months."""
    rules = quota_rules(rules_in_force(school))
    units = Unit.objects.filter(school=school, is_active=True).select_related("head")
    if unit_ids is not None:
        units = units.filter(pk__in=unit_ids)
    owing = [(unit, count) for unit in units if (count := per_month_of(unit.kind, rules))]
    by_unit = _items(school, min(months), rules) if owing and months else {}
    today = localdate(now)
    return [
        QuotaLine(
            unit,
            [quota_usage(unit.pk, count, month, by_unit.get(unit.pk, ()), rules, today, zone()) for month in months],
        )
        for unit, count in owing
    ]


def _items(school: School, first: Month, rules: QuotaRules) -> dict[int, list[QuotaItem]]:
    """Items that may count from the month `first` on, under every unit they may count for."""
    begin = datetime.datetime(*first, 1, tzinfo=zone())
    recent = Q(first_handed_in_at__gte=begin) | Q(first_published_at__gte=begin)
    waiting = Q(first_published_at=None, work_state__in=sorted(IN_CHAIN))
    records = EditorialRecord.objects.filter(recent | waiting, school=school, is_notice=False, is_announcement=False)
    records = records.filter(first_handed_in_at__isnull=False, is_document=False, is_standing=False)
    co_units = _co_units(school) if rules.counts_co_units else {}
    found: dict[int, list[QuotaItem]] = {}
    for record in records:
        item = _item(record, frozenset(co_units.get(record.pk, ())))
        for unit_id in {item.unit_id, *item.co_unit_ids}:
            found.setdefault(unit_id, []).append(item)
    return found


def _co_units(school: School) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    pairs = EditorialRecord.co_units.through.objects.filter(editorialrecord__school=school)
    for record_id, unit_id in pairs.values_list("editorialrecord_id", "unit_id"):
        found.setdefault(record_id, set()).add(unit_id)
    return found


def _item(record: EditorialRecord, co_unit_ids: frozenset[int]) -> QuotaItem:
    assert record.first_handed_in_at is not None
    is_down = record.public is PublicState.TAKEN_DOWN
    return QuotaItem(
        record_id=record.pk,
        unit_id=record.unit_id,
        handed_in_on=record.first_handed_in_at.astimezone(zone()).date(),
        posted_at=record.first_published_at,
        co_unit_ids=co_unit_ids,
        taken_down_for_fault=is_down and record.public_ground in FAULTS,
        is_with_board=record.work in IN_CHAIN,
    )
