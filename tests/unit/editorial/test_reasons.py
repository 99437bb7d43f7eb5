"""Every no has its clause, the Russian school its own."""

from __future__ import annotations

from enum import StrEnum

import pytest

from editorial.rules.grounds import GROUND_CLAUSES, ground_clause
from editorial.rules.reasons import Reason, clause
from editorial.rules.vocabulary import HideGround, RefusalGround, TakedownGround

GROUNDS = [*RefusalGround, *TakedownGround, *HideGround]


@pytest.mark.parametrize("reason", list(Reason))
def test_clause__each_reason_rests_on_one_in_both_countries(reason):
    assert clause(reason, "vn").startswith("Đ")
    assert clause(reason, "ru")
    assert "Đ" not in clause(reason, "ru")


def test_clause__the_nearest_one_is_named():
    assert clause(Reason.NOT_YOUR_UNIT, "vn") == "Đ4.1"
    assert clause(Reason.CHECKLIST_OPEN, "vn") == "Đ4.3"
    assert clause(Reason.CLASS_IS_HEADS, "vn") == "Đ12.2.1"


def test_clause__the_chain_itself_where_none_is_nearer():
    assert clause(Reason.WRONG_STATE, "vn") == "Đ12.3"


def test_clause__an_unknown_reason_raises():
    other = StrEnum("other", {"WHIM": "whim"})
    with pytest.raises(ValueError, match="whim"):
        clause(other.WHIM, "vn")


@pytest.mark.parametrize("ground", GROUNDS)
def test_ground_clause__each_ground_rests_on_one_in_both_countries(ground):
    assert ground_clause(ground.value, "vn")
    assert ground_clause(ground.value, "ru")
    assert "Đ" not in ground_clause(ground.value, "ru")


@pytest.mark.parametrize(("ground", "named"), list(zip(RefusalGround, (f"Đ15.{n}" for n in range(1, 6)), strict=True)))
def test_ground_clause__refusals_follow_the_five_points_of_the_regulation(ground, named):
    """A74: Đ15.1 to Đ15.5, each its own code."""
    assert ground_clause(ground.value, "vn") == named


def test_ground_clause__nothing_for_an_unknown_code():
    assert ground_clause("whim", "vn") == ""


def test_ground_clauses__know_every_ground_and_no_code_twice():
    assert set(GROUND_CLAUSES) == set(GROUNDS)
    assert len({ground.value for ground in GROUNDS}) == len(GROUNDS)
