"""A verdict is kept with all it rests on, and read back years later as it was given (A69)."""

from __future__ import annotations

import datetime
import json
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.charter import CharterRules
from editorial.rules.verdict_records import from_plain, to_plain
from editorial.rules.verdicts import VerdictFacts

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime.date(2026, 10, 5)
BARE = VerdictFacts(due=MONDAY + datetime.timedelta(days=3), ended_on=MONDAY)
FULL = VerdictFacts(
    due=MONDAY + datetime.timedelta(days=3),
    ended_on=MONDAY,
    first_handed_in_at=datetime.datetime(2026, 10, 6, 8, tzinfo=ZONE),
    forwarded_at=datetime.datetime(2026, 10, 7, 9, 30, tzinfo=ZONE),
    cleared_at=datetime.datetime(2026, 10, 8, 23, 59, tzinfo=ZONE),
    first_published_at=datetime.datetime(2026, 10, 9, 0, 1, tzinfo=ZONE),
    returned_count=2,
    time_with_unit=datetime.timedelta(hours=5, minutes=1),
)
THEN, NOW = CharterRules(handing_in_days=1, editing_days=2), CharterRules(handing_in_days=4, editing_days=6)


@pytest.mark.parametrize("facts", [BARE, FULL])
def test_verdict__is_read_as_it_was_kept(facts: VerdictFacts) -> None:
    """Through JSON, and with the steps of its day, whatever the charter says now."""
    kept = json.loads(json.dumps(to_plain(facts, THEN)))

    read, rules = from_plain(kept, NOW)

    assert read == facts
    assert (rules.handing_in_days, rules.editing_days) == (1, 2)


def test_verdict__of_an_early_edition_is_explained_by_the_charter_of_today() -> None:
    kept = {name: value for name, value in to_plain(FULL, THEN).items() if not name.endswith("_days")}

    assert from_plain(kept, NOW) == (FULL, NOW)
