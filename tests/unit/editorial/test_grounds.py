"""Each ground names the clause it rests on."""

from __future__ import annotations

from enum import StrEnum

import pytest

from editorial.rules.grounds import GROUND_CLAUSES, ground_clause
from editorial.rules.vocabulary import HideGround, RefusalGround, TakedownGround

GROUNDS: list[StrEnum] = [*RefusalGround, *TakedownGround, *HideGround]


@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ground_has_its_clause(ground: StrEnum) -> None:
    assert ground in GROUND_CLAUSES
    assert ground_clause(ground.value, "vn")


def test_refusals_rest_on_the_five_clauses_in_order() -> None:
    """A74: Đ15.1 to Đ15.5."""
    assert [ground_clause(row.value, "vn") for row in RefusalGround] == [f"Đ15.{n}" for n in range(1, 6)]


@pytest.mark.parametrize("ground", GROUNDS)
def test_russian_school_never_reads_a_vietnamese_clause(ground: StrEnum) -> None:
    assert "Đ" not in ground_clause(ground.value, "ru")


def test_unknown_code_has_no_clause() -> None:
    assert ground_clause("nonsense", "vn") == ""
