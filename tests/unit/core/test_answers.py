"""How a rule answers."""

from __future__ import annotations

from enum import StrEnum

import pytest

from core.rules.answers import ALLOWED, Refused, RuleRefused, demand, first_refusal


class Why(StrEnum):
    TIRED = "tired"
    ASLEEP = "asleep"


def test_answers__read_as_yes_and_no():
    assert ALLOWED
    assert not Refused(Why.TIRED)


def test_first_refusal__is_the_first_of_several():
    assert first_refusal(ALLOWED, Refused(Why.TIRED), Refused(Why.ASLEEP)) == Refused(Why.TIRED)


@pytest.mark.parametrize("answers", [(), (ALLOWED, ALLOWED)])
def test_first_refusal__allows_when_nobody_refuses(answers):
    assert first_refusal(*answers) is ALLOWED


def test_demand__goes_on_when_allowed():
    assert demand(ALLOWED) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(("details", "said"), [({}, "tired"), ({"since": "noon"}, "tired {'since': 'noon'}")])
def test_demand__raises_with_the_refusal_when_refused(details, said):
    refused = Refused(Why.TIRED, details)
    with pytest.raises(RuleRefused) as caught:
        demand(refused)
    assert caught.value.refused is refused
    assert str(caught.value) == said
