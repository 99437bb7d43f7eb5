"""The chain as a machine: whatever people try, in whatever order, the public sees only what was released.

A12, A55, A57, A59, A61, A64, A68, A74: the promises of the chain, for every board and every charter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from editorial.rules.charter import CharterRules
from editorial.rules.facts import DecisionFacts
from editorial.rules.people import Actor
from editorial.rules.states import public_state, work_state
from editorial.rules.vocabulary import (
    AWAITING,
    AWAITING_DECISION,
    HEAD_CLASSES,
    ContentClass,
    Post,
    RoundKind,
    Stage,
    Verb,
)
from tests.property.paper_board import PaperBoard
from tests.unit.editorial import people as cast
from tests.unit.editorial.people import UNIT, posts

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "claim": (False, True),
    "forward": (False, True),
    "assign": (cast.editor(), cast.other_editor(), cast.secretary()),
    "set_class": tuple(ContentClass),
}
VERBS = (
    "edit hand_in withdraw claim assign set_class return_to_unit forward hand_in_and_forward propose_refusal "
    "correct approve approve_and_post return refuse reopen post schedule unschedule hide take_down restore"
).split()
NOBODY = (cast.technician(), cast.switched_off())
OF_UNIT = {"unit_ids": frozenset({UNIT})}
# What may be odd about a board: who writes, who is missing, who holds two posts or a delegation.
TWISTS: dict[str, dict[str, Actor | None]] = {
    "head writes": {"head": cast.head(**OF_UNIT)},
    "deputy writes": {"deputy": cast.deputy(**OF_UNIT)},
    "head is deputy too": {"head": cast.head(posts=posts(Post.HEAD, Post.DEPUTY), **OF_UNIT)},
    "editor is deputy too": {"editor": cast.editor(posts=posts(Post.EDITOR, Post.DEPUTY))},
    "secretary edits and writes": {"secretary": cast.secretary(posts=posts(Post.SECRETARY, Post.EDITOR), **OF_UNIT)},
    "deputy acts for the head": {"deputy": cast.deputy(delegations=(cast.given(),), **OF_UNIT)},
    "editor acts for the head": {"editor": cast.editor(delegations=(cast.given(),))},
    "one deputy": {"other_deputy": None},
    "no deputy": {"deputy": None, "other_deputy": None},
    "no head": {"head": None},
    "no editor": {"editor": None},
    "no delegate": {"delegate": None},
}
CHARTERS = st.builds(
    CharterRules,
    has_editing_stage=st.booleans(),
    editors_release=st.booleans(),
    deputies_release=st.booleans(),
    deputies_by_field=st.booleans(),
    delegates_take_down=st.booleans(),
)


def board_of(twists: set[str], delegated: frozenset[ContentClass]) -> tuple[Actor, ...]:
    """Everybody of the school, with these twists; nobody who acts on nothing."""
    names = "head deputy other_deputy secretary editor other_editor author stranger".split()
    people: dict[str, Actor | None] = {name: getattr(cast, name)() for name in names}
    people["delegate"] = cast.delegate(*delegated)
    for twist in sorted(twists):
        people.update(TWISTS[twist])
    return tuple(person for person in people.values() if person is not None)


class Chain(RuleBasedStateMachine):
    """People move an item; `board` obeys the rules, the invariants know nothing of them."""

    board: PaperBoard

    @initialize(
        charter=CHARTERS,
        twists=st.sets(st.sampled_from(sorted(TWISTS)), max_size=4),
        delegated=st.frozensets(st.sampled_from(sorted(HEAD_CLASSES))),
        owner=st.integers(0, 10),
    )
    def found(self, charter, twists, delegated, owner):
        people = board_of(twists, delegated)
        writers = [person for person in people if UNIT in person.unit_ids]
        editors = [person.id for person in people if person.id == cast.editor().id]
        self.board = PaperBoard(
            people=people,
            charter=charter,
            owner_id=writers[owner % len(writers)].id,
            unit_editor_id=editors[0] if editors else None,
        )

    def moves(self, verb: str, people: tuple[Actor, ...]) -> Iterator[tuple[Any, ...]]:
        """The moves of one verb that the rules allow to these people."""
        ask = getattr(self.board, f"ask_{verb}")
        tries = [(person, *more) for person in people for more in arguments(verb)]
        return (move for move in tries if ask(*move))

    def do(self, verb: str, move: tuple[Any, ...]) -> None:
        getattr(self.board, "return_" if verb == "return" else verb)(*move)

    @rule(verb=st.integers(0, len(VERBS) - 1), move=st.integers(0, 100))
    def somebody_moves(self, verb, move):
        """One of the moves that are open to anybody: the first verb from there on that has any."""
        for name in (*VERBS[verb:], *VERBS[:verb]):
            found = list(self.moves(name, self.board.people))
            if found:
                return self.do(name, found[move % len(found)])
        return None

    @rule(verb=st.sampled_from(VERBS), person=st.integers(0, 10), argument=st.integers(0, 10))
    def somebody_tries(self, verb, person, argument):
        """Anybody tries anything."""
        choices = arguments(verb)
        move = (self.board.people[person % len(self.board.people)], *choices[argument % len(choices)])
        if getattr(self.board, f"ask_{verb}")(*move):
            self.do(verb, move)

    @invariant()
    def nobody_acts_who_is_switched_off_or_technical(self):
        """A12."""
        assert [verb for verb in VERBS if any(self.moves(verb, NOBODY))] == []

    @invariant()
    def states_are_those_the_acts_give(self):
        assert work_state(self.board.acts) is self.board.work
        assert public_state(self.board.acts) is self.board.public

    @invariant()
    def a_running_round_waits_for_its_next_stage(self):
        running = self.board.round
        assert (running is not None) == (self.board.work in AWAITING_DECISION)
        if running is not None:
            assert running.next_stage is not None
            assert AWAITING[running.next_stage] is self.board.work

    @invariant()
    def nobody_decides_twice_in_a_round(self):
        """A61."""
        running = [self.board.round] if self.board.round else []
        for round_ in [*self.board.finished_rounds, *running]:
            deciders = [row.actor_id for row in round_.decisions]
            assert len(deciders) == len(set(deciders))

    @invariant()
    def nobody_rewrites_what_was_forwarded(self):
        """A61: approvers approve what the editor filed."""
        assert self.board.round is None or self.board.pinned == len(self.board.revisions)

    @invariant()
    def everything_posted_was_seen_by_somebody_who_did_not_write_it(self):
        """A57, A59."""
        for release in self.board.posted:
            assert {row.actor_id for row in yeses(release)} - release.round.author_ids

    @invariant()
    def an_author_decides_on_his_text_only_as_head_and_last(self):
        """A68."""
        for release in self.board.posted:
            own = [row for row in yeses(release) if row.actor_id in release.round.author_ids]
            heads = {person.id for person in self.board.people if Post.HEAD in person.posts}
            assert all(row is yeses(release)[-1] and row.actor_id in heads for row in own)

    @invariant()
    def every_stage_of_the_route_said_yes_in_order(self):
        """A61, A68."""
        for release in self.board.posted:
            assert tuple(row.stage for row in yeses(release)) == release.round.stages

    @invariant()
    def the_heads_classes_are_released_by_the_head(self):
        """A55: by himself, or by whom he gave this class."""
        for release in self.board.posted:
            if release.content_class in HEAD_CLASSES:
                last = yeses(release)[-1]
                decider = next(person for person in self.board.people if person.id == last.actor_id)
                assert last.stage is Stage.HEAD
                assert decider.holds(Post.HEAD, release.content_class)

    @invariant()
    def nothing_is_released_by_a_proposed_refusal(self):
        assert RoundKind.REFUSAL not in {release.round.kind for release in self.board.releases}

    @invariant()
    def what_was_refused_is_not_posted_unless_the_head_reopens_it(self):
        """A74."""
        assert not self.posted_after(Verb.REFUSE, unless=Verb.REOPEN)

    @invariant()
    def what_was_hidden_or_taken_down_is_not_posted_unless_the_head_restores_it(self):
        """A64."""
        assert not self.posted_after(Verb.HIDE, unless=Verb.RESTORE)
        assert not self.posted_after(Verb.TAKE_DOWN, unless=Verb.RESTORE)

    def posted_after(self, verb: Verb, *, unless: Verb) -> bool:
        """Whether a posting follows `verb` without `unless` between them."""
        stands = False
        for act in self.board.acts:
            if act.verb is Verb.POST and stands:
                return True
            stands = act.verb is verb or (stands and act.verb is not unless)
        return False


def arguments(verb: str) -> list[tuple[Any, ...]]:
    """What else a verb needs besides the person."""
    return [(argument,) for argument in ARGUMENTS.get(verb, ())] or [()]


def yeses(release) -> list[DecisionFacts]:
    """The approvals a release rests on, oldest first."""
    return [row for row in release.round.decisions if row.is_approval]


TestChain = Chain.TestCase
TestChain.settings = settings(settings(), stateful_step_count=40)
