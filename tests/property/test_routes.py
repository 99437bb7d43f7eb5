"""Routes and plans, for every class, charter and board."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.charter import CharterRules
from editorial.rules.routes import plan, route, superior_stage, wider
from editorial.rules.vocabulary import DECIDING_STAGES, HEAD_CLASSES, ContentClass, RoundKind, Stage

ORDER = (Stage.EDITOR, Stage.DEPUTY, Stage.HEAD)
CLASSES = st.sampled_from(ContentClass)
CHARTERS = st.builds(CharterRules, editors_release=st.booleans(), deputies_release=st.booleans())
ROUTES = st.builds(route, CLASSES, CHARTERS)
PLANS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([RoundKind.FULL, RoundKind.REFUSAL, RoundKind.CORRECTION]),
        "content_class": CLASSES,
        "charter": CHARTERS,
        "deputies_available": st.booleans(),
        "editors_available": st.booleans(),
        "reenters_at_head": st.booleans(),
        "deputy_is_needed_at_head": st.booleans(),
    }
)


def in_order(stages: tuple[Stage, ...]) -> bool:
    return list(stages) == sorted(set(stages), key=ORDER.index)


@given(PLANS)
def test_plan__has_deciding_stages_in_order_and_none_twice(facts):
    """A57: at least one superior, or an editor by charter, decides on everything."""
    planned = plan(**facts)
    assert planned.stages
    assert in_order(planned.stages)
    assert set(planned.stages) <= DECIDING_STAGES
    assert not {stage for stage, _ in planned.skipped} & set(planned.stages)


@given(PLANS)
def test_plan__the_heads_classes_end_with_the_head(facts):
    """A55, A68: his stage is never left out."""
    planned = plan(**facts)
    if facts["content_class"] in HEAD_CLASSES:
        assert planned.stages[-1] is Stage.HEAD
    assert Stage.HEAD not in {stage for stage, _ in planned.skipped}


@given(PLANS)
def test_plan__waits_for_no_stage_that_nobody_may_decide(facts):
    stages = plan(**facts).stages
    assert facts["deputies_available"] or Stage.DEPUTY not in stages
    assert facts["editors_available"] or Stage.EDITOR not in stages


@given(PLANS)
def test_plan__nobody_missing_only_moves_the_decision_up(facts):
    whole = plan(**{**facts, "deputies_available": True, "editors_available": True, "deputy_is_needed_at_head": False})
    assert ORDER.index(plan(**facts).stages[-1]) >= ORDER.index(whole.stages[-1])


@given(PLANS)
def test_plan__editors_decide_only_where_the_charter_says_so(facts):
    """A58."""
    if Stage.EDITOR in plan(**facts).stages:
        assert facts["charter"].editors_release
        assert facts["kind"] is RoundKind.FULL


@given(PLANS)
def test_plan__corrections_and_refusals_need_one_superior(facts):
    """A74."""
    if facts["kind"] is not RoundKind.FULL:
        stages = plan(**facts).stages
        assert len(stages) == 1
        assert ORDER.index(stages[0]) >= ORDER.index(superior_stage(facts["content_class"]))


@given(ROUTES, ROUTES)
def test_wider__keeps_the_running_route_and_adds_above_its_beginning(one, other):
    both = wider(one, other)
    assert set(one) <= set(both) <= {*one, *other}
    assert both[0] is one[0]
    assert in_order(both)
    assert wider(one, one) == one
    assert wider(both, other) == both
