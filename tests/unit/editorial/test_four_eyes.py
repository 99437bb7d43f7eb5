"""Four eyes, and whether the chain can be walked at all."""

from __future__ import annotations

import pytest

from core.rules.answers import ALLOWED, Refused
from editorial.rules.charter import CharterRules
from editorial.rules.decisions import (
    deputy_is_needed_at_head,
    four_eyes,
    may_approve,
    may_refuse,
    may_return,
    needed_later,
    somebody_may_decide,
)
from editorial.rules.facts import DecisionFacts
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import ContentClass, Post, Stage
from tests.unit.editorial.items import approval, awaiting, item, round_of
from tests.unit.editorial.people import (
    author,
    delegate,
    deputy,
    editor,
    given,
    head,
    other_deputy,
    other_editor,
    posts,
    secretary,
    switched_off,
    technician,
)

CHARTER = CharterRules()
BY_FIELD = CharterRules(deputies_by_field=True)
OWN_TEXT = Refused(Reason.OWN_TEXT)
DEPUTY_SAID_YES = (approval(deputy(), Stage.DEPUTY),)
BOARD = (head(), deputy(), secretary(), editor())


@pytest.mark.parametrize(
    ("person", "stage", "decisions"),
    [
        (deputy(), Stage.DEPUTY, ()),
        (editor(), Stage.EDITOR, ()),
        (delegate(), Stage.HEAD, DEPUTY_SAID_YES),
        (head(), Stage.HEAD, ()),
    ],
)
def test_may_approve__refuses_own_text(person, stage, decisions):
    """A61: whoever wrote the text is no second pair of eyes; a delegate of the head is not the head."""
    stages = (*(row.stage for row in decisions), stage)
    others = awaiting(round_of(*stages, decisions=decisions))
    assert may_approve(person, others, CHARTER)
    own = awaiting(round_of(*stages, authors=(author(), person), decisions=decisions))
    assert may_approve(person, own, CHARTER) == OWN_TEXT


def test_may_approve__the_head_his_own_text_after_the_deputys_yes():
    """A68: the one exception the regulation forces."""
    own = awaiting(round_of(authors=(head(),), decisions=DEPUTY_SAID_YES))
    assert may_approve(head(), own, CHARTER)


def test_four_eyes__no_is_no_second_pair_of_eyes():
    said_no = (DecisionFacts(deputy().id, Stage.DEPUTY, is_approval=False),)
    assert four_eyes(head(), round_of(authors=(head(),), decisions=said_no), Stage.HEAD) == OWN_TEXT


def test_four_eyes__the_exception_is_for_the_heads_stage_only():
    both = head(posts=posts(Post.HEAD, Post.DEPUTY))
    running = round_of(authors=(both,), decisions=(approval(editor(), Stage.EDITOR),))
    assert four_eyes(both, running, Stage.DEPUTY) == OWN_TEXT
    assert four_eyes(both, running, Stage.HEAD) is ALLOWED


def test_may_approve__refuses_who_decided_at_an_earlier_stage():
    """A61: three hands are three people."""
    both = deputy(delegations=(given(),))
    second = awaiting(round_of(decisions=DEPUTY_SAID_YES))
    assert may_approve(delegate(), second, CHARTER)
    assert may_approve(both, second, CHARTER) == Refused(Reason.DECIDED_BEFORE)


def walkable(running, people=BOARD, charter=CHARTER, **facts):
    it = item(awaiting(running).work_state, **facts)
    return somebody_may_decide(running, tuple(people), it, charter)


@pytest.mark.parametrize("stages", [(), (Stage.HEAD,), (Stage.DEPUTY,), (Stage.DEPUTY, Stage.HEAD)])
@pytest.mark.parametrize("writers", [(author(),), (editor(),), (author(), editor())])
def test_somebody_may_decide__a_whole_board_and_a_text_of_somebody_else(stages, writers):
    assert walkable(round_of(*stages, authors=writers))


def test_somebody_may_decide__a_round_without_stages_needs_nobody():
    running = round_of()
    none = type(running)(running.kind, (), running.author_ids)
    assert somebody_may_decide(none, (), item(awaiting(running).work_state), CHARTER)


@pytest.mark.parametrize(
    "people",
    [(), (head(),), (switched_off(), technician()), (secretary(), editor(), author())],
)
def test_somebody_may_decide__refuses_without_a_deputy_in_office(people):
    answer = walkable(round_of(), people)
    assert answer == Refused(Reason.NOBODY_MAY_DECIDE, {"post": "deputy"})


def test_somebody_may_decide__refuses_when_the_only_deputy_is_the_author():
    assert not walkable(round_of(authors=(deputy(),)))
    assert walkable(round_of(authors=(deputy(),)), (*BOARD, other_deputy()))


def test_somebody_may_decide__the_head_as_author_needs_the_deputy_before_him():
    assert walkable(round_of(authors=(head(),)))
    assert not walkable(round_of(Stage.HEAD, authors=(head(),)))


def test_somebody_may_decide__a_delegate_as_author_is_not_the_head():
    people = (deputy(), delegate())
    assert walkable(round_of(), people)
    assert not walkable(round_of(authors=(delegate(),)), people)


def test_somebody_may_decide__no_person_twice():
    both = deputy(delegations=(given(),))
    assert not walkable(round_of(), (both,))
    assert walkable(round_of(), (both, other_deputy()))
    assert walkable(round_of(), (both, head()))


def test_somebody_may_decide__tries_every_way_to_share_the_stages():
    """The first who fits the first stage may be the only one for the second."""
    every_post = editor(posts=posts(Post.EDITOR, Post.DEPUTY))
    assert walkable(round_of(Stage.EDITOR, Stage.DEPUTY), (every_post, other_editor()))


def test_somebody_may_decide__a_deputy_of_another_field_does_not_count():
    people = (head(), other_deputy())
    assert walkable(round_of(), people)
    assert not walkable(round_of(), people, BY_FIELD)
    assert walkable(round_of(), BOARD, BY_FIELD)


def test_somebody_may_decide__a_delegate_for_another_class_does_not_count():
    people = (deputy(), delegate(ContentClass.SENSITIVE))
    assert walkable(round_of(), people, content_class=ContentClass.SENSITIVE)
    assert not walkable(round_of(), people, content_class=ContentClass.IMPORTANT)


def test_somebody_may_decide__names_the_post_that_is_empty():
    answer = walkable(round_of(), (deputy(), secretary(), editor()))
    assert answer == Refused(Reason.NOBODY_MAY_DECIDE, {"post": "head"})


def test_somebody_may_decide__names_the_deputy_when_the_head_is_the_author():
    answer = walkable(round_of(Stage.HEAD, authors=(head(),)), (head(), secretary(), editor()))
    assert answer == Refused(Reason.NOBODY_MAY_DECIDE, {"post": "deputy"})


# --- Somebody is kept for the head's stage

ACTING = deputy(delegations=(given(),))
AWAY = head(is_away=True)


def kept_back(people, running=None, charter=CHARTER):
    running = running or round_of()
    return needed_later(running, tuple(people), awaiting(running), charter)


def test_may_approve__refuses_the_deputy_who_alone_acts_for_the_head():
    """A68: the head's stage is never left empty while another deputy could take the deputy's."""
    it = awaiting(round_of(), needed_later=kept_back((AWAY, ACTING, other_deputy())))
    assert may_approve(ACTING, it, CHARTER) == Refused(Reason.NEEDED_LATER)
    assert may_approve(other_deputy(), it, CHARTER)


def test_may_return_and_refuse__the_deputy_who_alone_acts_for_the_head():
    """A no ends the round: nobody is used up by it."""
    it = awaiting(round_of(), needed_later=kept_back((AWAY, ACTING, other_deputy())))
    assert may_return(ACTING, it, CHARTER, "Thiếu ngày")
    assert may_refuse(ACTING, it, CHARTER, "refuse_quality", "Chưa đạt")


@pytest.mark.parametrize(
    "people",
    [
        (head(), ACTING, other_deputy()),
        (AWAY, ACTING, delegate()),
        (AWAY, ACTING),
        (AWAY, ACTING, other_deputy(is_away=True)),
        (AWAY, deputy(), other_deputy()),
    ],
)
def test_needed_later__nobody_while_the_head_is_there_or_there_is_no_other_way(people):
    assert kept_back(people) == frozenset()


def test_needed_later__nobody_at_the_last_stage():
    at_head = round_of(decisions=(approval(other_deputy(), Stage.DEPUTY),))
    assert kept_back((AWAY, ACTING, other_deputy()), at_head) == frozenset()


def test_needed_later__an_editor_who_is_the_only_deputy():
    """The same between any two stages."""
    every_post = editor(posts=posts(Post.EDITOR, Post.DEPUTY))
    running = round_of(Stage.EDITOR, Stage.DEPUTY)
    assert kept_back((every_post, other_editor()), running) == {every_post.id}


def needed_at_head(people, authors=()):
    running = round_of(authors=authors)
    return deputy_is_needed_at_head(running, tuple(people), item(awaiting(running).work_state), CHARTER)


@pytest.mark.parametrize(
    ("people", "needed"),
    [
        ((AWAY, ACTING), True),
        ((AWAY, ACTING, other_deputy(is_away=True)), True),
        ((head(posts=posts(Post.HEAD, Post.DEPUTY)),), True),
        ((head(), ACTING), False),
        ((AWAY, ACTING, other_deputy()), False),
        ((AWAY, ACTING, delegate()), False),
        ((AWAY, deputy()), False),
        ((AWAY,), False),
    ],
)
def test_deputy_is_needed_at_head__when_he_alone_could_decide_at_both(people, needed):
    """A68: then the deputy's stage is left out, never the head's."""
    assert needed_at_head(people) is needed


def test_deputy_is_needed_at_head__not_where_he_wrote_the_text():
    assert not needed_at_head((AWAY, ACTING), authors=(ACTING,))
    assert needed_at_head((AWAY, ACTING, other_deputy()), authors=(other_deputy(),))
