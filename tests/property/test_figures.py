"""Parts add up to wholes, no item counts twice, and what comes later changes nothing (A23)."""

from __future__ import annotations

import datetime
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.rules.charter import CharterRules
from editorial.rules.figure_duties import DutyHead, duty_fact
from editorial.rules.figure_items import Bounds, ItemFact, ItemHead, ItemLine, item_fact
from editorial.rules.figure_json import differences, from_json, to_json
from editorial.rules.figure_terms import FigureCode, ItemKind, Part, ReportFigures
from editorial.rules.figures import ReportFacts, figures, in_hours, item_counts, nearest_rank, share
from editorial.rules.merit import author_lines, unit_lines
from editorial.rules.merit_terms import MOST_POINTS, MeritFact
from editorial.rules.periods import ONE_DAY, Period, between, month
from editorial.rules.verdicts import Verdict
from editorial.rules.vocabulary import ContentClass, RefusalGround, Stage, Verb, WorkState

FEWER = settings(max_examples=settings().max_examples // 2)  # one example is a whole text or month
ZONE = datetime.timezone(datetime.timedelta(hours=7))
SEPTEMBER, OCTOBER, NOVEMBER = month(2026, 9), month(2026, 10), month(2026, 11)
START = datetime.datetime(2026, 9, 1, tzinfo=ZONE)
ITEM_CODES = (
    FigureCode.HANDED_IN,
    FigureCode.POSTED,
    FigureCode.UPDATED,
    FigureCode.CORRECTIONS,
    FigureCode.RETURNED,
    FigureCode.RETURNS,
    FigureCode.WITHDRAWN,
    FigureCode.REFUSED,
    FigureCode.TAKEN_DOWN,
    FigureCode.FILES_REMOVED,
    FigureCode.HIDDEN,
    FigureCode.RESTORED,
    FigureCode.IN_PROGRESS,
    FigureCode.WITH_UNIT,
)
ONCE = frozenset(ITEM_CODES) - {FigureCode.RETURNS, FigureCode.FILES_REMOVED}
GROUNDED = (FigureCode.REFUSED, FigureCode.TAKEN_DOWN, FigureCode.HIDDEN, FigureCode.FILES_REMOVED)
VERBS = sorted(set(Verb) - {Verb.DROP_CORRECTION, Verb.URGENT_POST, Verb.CORRECT})


def moments(most_days: int = 91) -> st.SearchStrategy[datetime.datetime]:
    """Moments of September to November."""
    return st.integers(0, most_days * 24 * 60 - 1).map(lambda minutes: START + datetime.timedelta(minutes=minutes))


@st.composite
def items(draw: st.DrawFn) -> list[tuple[ItemHead, list[ItemLine]]]:
    """Items with their lines in order, each handed in first; anything may follow."""
    found = []
    for record_id in range(1, draw(st.integers(0, 5)) + 1):
        ats = sorted(draw(st.lists(moments(), min_size=1, max_size=8)))
        verbs = [Verb.HAND_IN, *draw(st.lists(st.sampled_from(VERBS), min_size=len(ats) - 1, max_size=len(ats) - 1))]
        head = ItemHead(
            record_id,
            draw(st.integers(1, 3)),
            kind=draw(st.sampled_from(ItemKind)),
            author_id=draw(st.none() | st.integers(1, 2)),
        )
        lines = [ItemLine(at, verb, 1, draw(payloads())) for at, verb in zip(ats, verbs, strict=True)]
        found.append((head, lines))
    return found


def payloads() -> st.SearchStrategy[dict[str, str | None]]:
    """What a line may carry."""
    return st.fixed_dictionaries(
        {
            "next_stage": st.sampled_from([None, *Stage]),
            "class": st.sampled_from(ContentClass),
            "ground": st.sampled_from(RefusalGround),
            "file": st.sampled_from(["a", "b"]),
        },
        optional={"category": st.sampled_from(["tin", "bai"])},
    )


@st.composite
def duties(draw: st.DrawFn) -> list[DutyHead]:
    """Duties entered, due, settled and let off at any time."""
    found = []
    for number in range(1, draw(st.integers(0, 5)) + 1):
        ended_on = draw(moments()).date()
        settled_at = draw(st.none() | moments())
        found.append(
            DutyHead(
                number,
                number,
                "Hội thi",
                ended_on,
                dues=((draw(moments()), ended_on + ONE_DAY * 3),),
                unit_id=draw(st.none() | st.integers(1, 3)),
                writer_id=draw(st.none() | st.integers(1, 2)),
                verdict=draw(st.sampled_from(sorted(set(Verdict) - {Verdict.OPEN}))),
                settled_at=settled_at,
                posted_at=settled_at,
                waived_at=draw(st.none() | moments()),
            )
        )
    return found


def bounds(period: Period) -> Bounds:
    """A period as moments."""
    first = datetime.datetime.combine(period.first_on, datetime.time.min, tzinfo=ZONE)
    end = datetime.datetime.combine(period.last_on + ONE_DAY, datetime.time.min, tzinfo=ZONE)
    return Bounds(first, end, period.first_on, period.last_on)


def facts(known: list[tuple[ItemHead, list[ItemLine]]], period: Period = OCTOBER) -> list[ItemFact]:
    return [item_fact(head, lines, bounds(period)) for head, lines in known]


def counted(
    known: list[tuple[ItemHead, list[ItemLine]]], heads: list[DutyHead], period: Period = OCTOBER
) -> ReportFigures:
    limits = bounds(period)
    judged = [duty_fact(head, (), CharterRules(), limits, ZONE) for head in heads]
    return figures(ReportFacts(ZONE, limits.until, facts(known, period), [duty for duty in judged if duty]), period)


def parts(found: ReportFigures, code: FigureCode, part: Part) -> int:
    return sum(found.count(code, key) for key in found.keys(code, part))


@FEWER
@given(items(), duties())
def test_parts__add_up_to_the_whole(known, heads):
    found = counted(known, heads)
    for code in ITEM_CODES:
        for part in (Part.UNIT, Part.CATEGORY, Part.KIND, Part.CLASS):
            assert parts(found, code, part) == found.count(code), (code, part)
    for code in GROUNDED:
        assert parts(found, code, Part.GROUND) == found.count(code)
    assert parts(found, FigureCode.IN_PROGRESS, Part.STATE) == found.count(FigureCode.IN_PROGRESS)
    for code in (FigureCode.DUTIES, FigureCode.ON_TIME, FigureCode.LATE, FigureCode.WAIVED, FigureCode.OPEN_DUTIES):
        assert parts(found, code, Part.UNIT) == found.count(code)
    assert parts(found, FigureCode.DUTIES, Part.VERDICT) == found.count(FigureCode.DUTIES)
    assert parts(found, FigureCode.LATE, Part.VERDICT) == found.count(FigureCode.LATE)
    assert parts(found, FigureCode.OPEN_DUTIES, Part.DUE) == found.count(FigureCode.OPEN_DUTIES)


@FEWER
@given(items())
def test_no_item__counts_twice_in_a_figure(known):
    for fact in facts(known):
        codes = [code for code, _keys in item_counts(fact)]
        assert all(codes.count(code) <= 1 for code in ONCE)


@FEWER
@given(items())
def test_item__handed_in_has_one_fate_at_the_end(known):
    for fact in facts(known):
        if fact.handed_in_at is None:
            assert fact.work is WorkState.DRAFT
            continue
        ended = fact.posted_at is None and fact.work in {WorkState.REFUSED, WorkState.WITHDRAWN}
        assert [fact.posted_at is not None, fact.is_in_progress, fact.is_with_unit, ended].count(True) == 1


@FEWER
@given(items(), duties())
def test_figures__of_two_halves_add_up(known, heads):
    """An item is handed in once and posted first once; a duty has one period."""
    whole = between(SEPTEMBER.first_on, NOVEMBER.last_on)
    all_of_it = counted(known, heads, whole)
    months = [counted(known, heads, period) for period in (SEPTEMBER, OCTOBER, NOVEMBER)]
    for code in (FigureCode.HANDED_IN, FigureCode.POSTED, FigureCode.RETURNS):
        assert sum(found.count(code) for found in months) == all_of_it.count(code)
    never = {head.duty_id for head in heads if head.waived_at is not None}
    lasting = [head for head in heads if head.duty_id not in never]
    counts = [counted([], lasting, period).count(FigureCode.DUTIES) for period in (SEPTEMBER, OCTOBER, NOVEMBER)]
    assert sum(counts) == counted([], lasting, whole).count(FigureCode.DUTIES)


@FEWER
@given(items(), st.sampled_from(VERBS), moments(), payloads())
def test_figures__of_a_past_month_do_not_change_by_what_comes_later(known, verb, at, payload):
    later = datetime.datetime(2026, 11, 1, tzinfo=ZONE) + (at - START)
    longer = [(head, [*lines, ItemLine(later, verb, 1, payload)]) for head, lines in known]
    assert differences(counted(known, []), counted(longer, [])) == []


@FEWER
@given(items(), duties())
def test_frozen_figures__are_read_as_they_were_written(known, heads):
    found = counted(known, heads)
    assert from_json(json.loads(json.dumps(to_json(found)))) == found


@FEWER
@given(duties())
def test_on_time_late_and_open__are_all_there_is(heads):
    found = counted([], heads)
    count = found.count
    open_count = count(FigureCode.DUTIES, f"verdict:{Verdict.OPEN}")
    assert count(FigureCode.ON_TIME) + count(FigureCode.LATE) + open_count == count(FigureCode.DUTIES)
    rate = found.of(FigureCode.ON_TIME_RATE)
    assert (rate.numerator, rate.denominator) == (count(FigureCode.ON_TIME), count(FigureCode.DUTIES) - open_count)


@given(st.integers(0, 500), st.integers(0, 500))
def test_share__lies_near_its_fraction(part, rest):
    value = share(part, part + rest).value
    if part + rest == 0:
        assert value is None
        return
    assert value is not None
    assert 0 <= value <= 1
    assert abs(value - part / (part + rest)) <= 0.0005 + 1e-12


@given(st.lists(st.integers(0, 10**7), min_size=1), st.integers(1, 100))
def test_nearest_rank__is_the_least_value_not_exceeded_by_so_many(values, percent):
    found = nearest_rank(values, percent)
    assert found in values
    assert 100 * sum(value <= found for value in values) >= percent * len(values)
    smaller = [value for value in values if value < found]
    assert 100 * len(smaller) < percent * len(values)
    assert abs(in_hours(found) - found / 3600) <= 0.05 + 1e-9


@FEWER
@given(items(), duties(), st.fixed_dictionaries({fact.value: st.integers(0, MOST_POINTS) for fact in MeritFact}))
def test_merit__counts_each_item_for_one_unit_and_at_most_one_author(known, heads, weights):
    """A76: facts add up; points stay between 0 and 100, and are none where nothing weighs."""
    seen = facts(known)
    limits = bounds(OCTOBER)
    judged = [duty for head in heads if (duty := duty_fact(head, (), CharterRules(), limits, ZONE))]
    units, authors = unit_lines(seen, judged, [], weights), author_lines(seen, judged, weights)
    posted = [fact for fact in seen if fact.is_posted]
    assert sum(line.items for line in units) == len(posted)
    assert sum(line.items for line in authors) == sum(fact.head.author_id is not None for fact in posted)
    for line in (*units, *authors):
        assert (line.points is None) is (not any(weights.values()))
        assert line.on_time <= line.judged
        if line.points is not None:
            assert 0 <= line.points <= MOST_POINTS
            assert line.band is not None
