"""Documents in the board's report (A23): by type and body, with the days from issue to posting."""

from __future__ import annotations

import datetime

from documents.rules.counting import RegisteredFact, RegisteredLine, all_lines, registered_lines

POSTED = datetime.date(2026, 11, 20)


def fact(days: int | None, kind: str = "quyet_dinh", body: str = "Trường") -> RegisteredFact:
    """A document posted so many days after it was issued."""
    issued = None if days is None else POSTED - datetime.timedelta(days=days)
    return RegisteredFact(kind, body, POSTED, issued)


def test_lines__are_one_for_each_type_and_body() -> None:
    facts = [fact(1), fact(3), fact(8), fact(2, body="Sở"), fact(0, kind="thong_bao")]

    assert registered_lines(facts) == [
        RegisteredLine("quyet_dinh", "Sở", 1, 2, 2),
        RegisteredLine("quyet_dinh", "Trường", 3, 3, 8),
        RegisteredLine("thong_bao", "Trường", 1, 0, 0),
    ]
    assert all_lines(facts) == RegisteredLine("", "", 5, 2, 8)


def test_line__without_a_day_of_issue_counts_and_has_no_days() -> None:
    assert registered_lines([fact(None)]) == [RegisteredLine("quyet_dinh", "Trường", 1, None, None)]


def test_line__of_a_paper_dated_after_its_posting_took_no_days() -> None:
    assert all_lines([fact(-2)]) == RegisteredLine("", "", 1, 0, 0)


def test_empty_month__has_no_lines_and_a_whole_of_nothing() -> None:
    assert registered_lines([]) == []
    assert all_lines([]) == RegisteredLine("", "", 0, None, None)
