"""On my desk: what I have to write by when, my unit's month, and events nobody is named for."""

from __future__ import annotations

from typing import Any

from editorial.duty_words import QUOTA_ICONS, in_words
from editorial.models import choices
from editorial.rules.duties import may_assign_duty
from editorial.rules.quotas import Month
from editorial.selectors.desk_duties import DeskDuty, desk_duties
from editorial.selectors.desk_items import Reader
from editorial.selectors.quotas import QuotaLine, quota_table
from school.models import Unit

LISTED = 10


def desk_clocks(reader: Reader, places: list[dict[str, str]]) -> dict[str, Any]:
    """The desk's lists of the clocks; `places` are the addresses where the person's units write."""
    if reader.actor.is_technical or not (reader.actor.is_board or reader.actor.unit_ids):
        return {}
    found = desk_duties(reader, with_unassigned=bool(may_assign_duty(reader.actor)))
    own = [duty for duty in found if not duty.is_unassigned]
    unassigned = [duty for duty in found if duty.is_unassigned]
    month = (reader.today.year, reader.today.month)
    return {
        "duties": [_own(duty, places) for duty in own[:LISTED]],
        "duties_count": len(own),
        "duties_more": max(0, len(own) - LISTED),
        "unassigned": [in_words(duty.row) for duty in unassigned[:LISTED]],
        "unassigned_count": len(unassigned),
        "quotas": [quota_line(line, month) for line in _quotas(reader, places, month)],
        "month": month,
        "waits": bool(found),
    }


def _own(duty: DeskDuty, places: list[dict[str, str]]) -> dict[str, Any]:
    return {"words": in_words(duty.row), "returned_id": duty.returned_id, "address": _address(duty, places)}


def _address(duty: DeskDuty, places: list[dict[str, str]]) -> str:
    """Where the article about the event is begun; empty for a person whose unit has no section."""
    unit = duty.row.duty.unit
    own = next((place["url"] for place in places if unit and place["unit"] == unit.short_name), "")
    address = own or (places[0]["url"] if places else "")
    return f"{address}?event={duty.row.duty.event_id}" if address else ""


def _quotas(reader: Reader, places: list[dict[str, str]], month: Month) -> list[QuotaLine]:
    """Only units that have a section to write in are asked for, and only kinds that owe anything."""
    if not any(place.get("kind") == Unit.Kind.SUBJECT_GROUP for place in places):
        return []
    return quota_table(reader.school, [month], reader.now, reader.actor.unit_ids)


def quota_line(line: QuotaLine, this_month: Month) -> dict[str, Any]:
    """A unit's months: the word, the icon and the figures of each."""
    cells = [
        {
            "usage": usage,
            "word": choices.label(choices.QUOTA_STATES, usage.state),
            "icon": QUOTA_ICONS[usage.state],
            "is_now": usage.month == this_month,
        }
        for usage in line.usages
    ]
    return {"unit": line.unit, "cells": cells}
