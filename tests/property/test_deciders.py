"""Whether a round can be walked is what people trying to walk it would find."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.charter import CharterRules
from editorial.rules.decisions import may_approve, may_decide, needed_later, somebody_may_decide
from editorial.rules.facts import DecisionFacts, Item, RoundFacts
from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.vocabulary import AWAITING, ContentClass, Post, PublicState, RoundKind, Stage
from tests.unit.editorial.people import OTHER_UNIT, UNIT

PEOPLE = st.lists(
    st.builds(
        Actor,
        id=st.integers(1, 4),
        is_active=st.sampled_from([True, True, True, False]),
        is_technical=st.sampled_from([False, False, False, True]),
        posts=st.frozensets(st.sampled_from(Post)),
        field_ids=st.frozensets(st.sampled_from([UNIT, OTHER_UNIT])),
        delegations=st.lists(
            st.builds(DelegationFacts, st.just(9), st.frozensets(st.sampled_from(ContentClass), max_size=3)), max_size=2
        ).map(tuple),
    ),
    max_size=4,
    unique_by=lambda person: person.id,
)
STAGE = st.sampled_from([Stage.EDITOR, Stage.DEPUTY, Stage.HEAD])
STAGES = st.sampled_from(
    [
        (Stage.EDITOR,),
        (Stage.DEPUTY,),
        (Stage.HEAD,),
        (Stage.EDITOR, Stage.DEPUTY),
        (Stage.DEPUTY, Stage.HEAD),
        (Stage.EDITOR, Stage.DEPUTY, Stage.HEAD),
    ]
)
ROUNDS = st.builds(
    RoundFacts, st.just(RoundKind.FULL), STAGES, st.frozensets(st.integers(1, 4), min_size=1, max_size=2)
)
CHARTERS = st.builds(CharterRules, deputies_by_field=st.booleans())


def can_be_walked(running: RoundFacts, people: list[Actor], wanted: ContentClass, charter: CharterRules) -> bool:
    """Let everybody try at every stage."""
    stage = running.next_stage
    if stage is None:
        return True
    it = Item(AWAITING[stage], PublicState.NEVER, UNIT, wanted, content_deputy_can_decide=False, round=running)
    return any(
        can_be_walked(after_yes(running, person, stage), people, wanted, charter)
        for person in people
        if may_decide(person, it, charter)
    )


def after_yes(running: RoundFacts, person: Actor, stage: Stage) -> RoundFacts:
    yes = DecisionFacts(person.id, stage, is_approval=True)
    return dataclasses.replace(running, decisions=(*running.decisions, yes))


@given(ROUNDS, PEOPLE, st.sampled_from(ContentClass), CHARTERS)
def test_somebody_may_decide__says_what_people_would_find(running, people, wanted, charter):
    """A12, A61: the question before a round and the rule at each stage are one."""
    assert running.next_stage is not None
    it = Item(AWAITING[running.next_stage], PublicState.NEVER, UNIT, wanted)
    answer = somebody_may_decide(running, tuple(people), it, charter)
    assert bool(answer) is can_be_walked(running, people, wanted, charter)


DECIDERS = st.lists(
    st.builds(
        Actor,
        id=st.integers(1, 4),
        posts=st.frozensets(st.sampled_from([Post.EDITOR, Post.DEPUTY, Post.HEAD]), min_size=1, max_size=2),
        delegations=st.sampled_from([(), (DelegationFacts(9),)]),
        field_ids=st.just(frozenset({UNIT})),
    ),
    min_size=2,
    max_size=4,
    unique_by=lambda person: person.id,
)


LONG_ROUNDS = st.builds(
    RoundFacts,
    st.just(RoundKind.FULL),
    st.sampled_from(
        [(Stage.EDITOR, Stage.DEPUTY), (Stage.DEPUTY, Stage.HEAD), (Stage.EDITOR, Stage.DEPUTY, Stage.HEAD)]
    ),
    st.frozensets(st.sampled_from([4, 5]), min_size=1),
)


@given(LONG_ROUNDS, DECIDERS, st.sampled_from(ContentClass), CHARTERS)
def test_may_approve__no_yes_leaves_a_later_stage_with_nobody(running, people, wanted, charter):
    """A68: a round that can be walked is still so after whoever may say yes said it."""
    stage = running.next_stage
    assert stage is not None
    if not can_be_walked(running, people, wanted, charter):
        return
    it = Item(AWAITING[stage], PublicState.NEVER, UNIT, wanted, content_deputy_can_decide=False, round=running)
    it = dataclasses.replace(it, needed_later=needed_later(running, tuple(people), it, charter))
    approvers = [person for person in people if may_approve(person, it, charter)]
    assert approvers
    for person in approvers:
        assert can_be_walked(after_yes(running, person, stage), people, wanted, charter)


@st.composite
def rounds_under_way(draw) -> RoundFacts:
    """A round whose first stages said yes, with a no of somebody in between."""
    running = draw(ROUNDS)
    passed = running.stages[: draw(st.integers(0, len(running.stages) - 1))]
    rows = [DecisionFacts(draw(st.integers(1, 5)), stage, is_approval=True) for stage in passed]
    rows += draw(st.lists(st.builds(DecisionFacts, st.integers(1, 5), STAGE, st.just(False)), max_size=1))
    return dataclasses.replace(running, decisions=tuple(rows))


@given(rounds_under_way(), PEOPLE, st.sampled_from(ContentClass), CHARTERS)
def test_may_decide__whoever_decides_has_every_right_to(running, people, wanted, charter):
    """A12, A61, A68: in office, in the post whose turn it is, for the first time, not on his own text."""
    stage = running.next_stage
    assert stage is not None
    it = Item(AWAITING[stage], PublicState.NEVER, UNIT, wanted, content_deputy_can_decide=False, round=running)
    for person in people:
        if may_decide(person, it, charter):
            assert person.is_active
            assert not person.is_technical
            assert person.holds(Post(stage.value), wanted)
            assert stage is not Stage.DEPUTY or not charter.deputies_by_field or UNIT in person.field_ids
            assert person.id not in running.decider_ids
            assert person.id not in running.author_ids or is_head_and_second(person, running)


def is_head_and_second(person: Actor, running: RoundFacts) -> bool:
    """The one exception to four eyes: the head by appointment, after somebody else's yes."""
    others = [row for row in running.decisions if row.is_approval and row.actor_id != person.id]
    return Post.HEAD in person.posts and running.next_stage is Stage.HEAD and bool(others)
