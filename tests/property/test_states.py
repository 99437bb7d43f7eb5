"""States are total: whatever the ledger says, in whatever order, there is a state."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.states import Act, public_state, work_state
from editorial.rules.vocabulary import PublicState, Stage, Verb, WorkState

ACTS = st.lists(st.builds(Act, st.sampled_from(Verb), st.none() | st.sampled_from(Stage)))
WENT_ONLINE = {Verb.POST, Verb.URGENT_POST}


@given(ACTS)
def test_states__every_sequence_of_acts_has_both(acts):
    assert work_state(acts) in set(WorkState)
    assert public_state(acts) in set(PublicState)


@given(ACTS)
def test_public_state__never_without_anything_that_goes_online(acts):
    """A57."""
    offline = [act for act in acts if act.verb not in WENT_ONLINE]
    assert public_state(offline) is PublicState.NEVER


@given(ACTS)
def test_public_state__what_was_once_public_is_never_never_again(acts):
    online = any(act.verb in WENT_ONLINE for act in acts)
    assert (public_state(acts) is PublicState.NEVER) is not online


@given(ACTS, ACTS)
def test_work_state__a_hand_in_starts_anew(before, after):
    """Handing in leads to one state from every past."""
    handed_in = [Act(Verb.HAND_IN), *after]
    assert work_state([*before, *handed_in]) is work_state(handed_in)
