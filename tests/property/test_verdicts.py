"""A verdict is total, and says the same wherever the server stands (A69)."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.charter import CharterRules
from editorial.rules.deadlines import is_on_time
from editorial.rules.verdicts import LATE, Fact, Verdict, VerdictFacts, explain, verdict

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
START = datetime.datetime(2026, 9, 1, tzinfo=SAIGON)
MOMENTS = st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=20)).map(lambda later: START + later)
ENDED, DUE = datetime.date(2026, 9, 7), datetime.date(2026, 9, 10)
CHARTERS = st.builds(CharterRules, handing_in_days=st.integers(0, 5), editing_days=st.integers(0, 5))
FACTS = st.builds(
    VerdictFacts,
    due=st.just(DUE),
    ended_on=st.just(ENDED),
    first_handed_in_at=st.none() | MOMENTS,
    cleared_at=st.none() | MOMENTS,
    first_published_at=st.none() | MOMENTS,
    returned_count=st.integers(0, 3),
    time_with_unit=st.timedeltas(datetime.timedelta(0), datetime.timedelta(days=10)),
    forwarded_at=st.none() | MOMENTS,
)


def kinds(facts: VerdictFacts, charter: CharterRules, now: datetime.datetime) -> list[Fact]:
    return [kind for kind, _ in explain(facts, charter, now, SAIGON)]


@given(FACTS, CHARTERS, MOMENTS)
def test_verdict__on_time_exactly_when_posted_before_the_day_ended(facts, charter, now):
    found = verdict(facts, charter, now, SAIGON)
    posted = facts.first_published_at
    assert (found is Verdict.ON_TIME) == (posted is not None and is_on_time(posted, DUE, SAIGON))


@given(FACTS, CHARTERS, MOMENTS)
def test_verdict__is_open_or_no_item_only_for_what_is_not_posted(facts, charter, now):
    found = verdict(facts, charter, now, SAIGON)
    assert (found is Verdict.OPEN) == (facts.first_published_at is None and is_on_time(now, DUE, SAIGON))
    if found is Verdict.NO_ITEM:
        assert (facts.first_published_at, facts.first_handed_in_at) == (None, None)


@given(FACTS, CHARTERS, MOMENTS, MOMENTS)
def test_verdict__of_a_posted_item_does_not_move_with_time(facts, charter, now, later):
    if facts.first_published_at is not None:
        assert verdict(facts, charter, now, SAIGON) is verdict(facts, charter, later, SAIGON)


@given(FACTS, CHARTERS, MOMENTS, st.sampled_from(["UTC", "America/New_York", "Asia/Kamchatka"]))
def test_verdict__is_the_same_whatever_zone_the_server_keeps(facts, charter, now, zone):
    def moved(at: datetime.datetime | None) -> datetime.datetime | None:
        return at and at.astimezone(ZoneInfo(zone))

    elsewhere = VerdictFacts(
        due=facts.due,
        ended_on=facts.ended_on,
        first_handed_in_at=moved(facts.first_handed_in_at),
        cleared_at=moved(facts.cleared_at),
        first_published_at=moved(facts.first_published_at),
        returned_count=facts.returned_count,
        time_with_unit=facts.time_with_unit,
        forwarded_at=moved(facts.forwarded_at),
    )
    assert verdict(elsewhere, charter, moved(now), SAIGON) is verdict(facts, charter, now, SAIGON)
    assert explain(elsewhere, charter, now, SAIGON) == explain(facts, charter, now, SAIGON)


@given(FACTS, CHARTERS, MOMENTS)
def test_explain__never_contradicts_the_verdict(facts, charter, now):
    found, said = verdict(facts, charter, now, SAIGON), kinds(facts, charter, now)
    assert said[:2] == [Fact.ENDED, Fact.DUE]
    assert len(said) == len(set(said))
    assert (Fact.POSTED in said) == (found is Verdict.ON_TIME)
    if found is Verdict.LATE_POSTING:
        assert Fact.CLEARED in said
    if found is Verdict.LATE_RETURNED:
        assert {Fact.HANDED_IN, Fact.RETURNED} <= set(said)
    if found is Verdict.LATE_UNIT:
        assert Fact.HANDED_IN not in said
    if found is Verdict.NO_ITEM:
        assert said[-1] is Fact.NOT_HANDED_IN
    if found in LATE:
        assert Fact.POSTED not in said
