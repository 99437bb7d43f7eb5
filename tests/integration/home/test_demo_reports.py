"""The reports of the demonstration schools, all four files of each, as they were reviewed (A23; about a minute)."""

from __future__ import annotations

import difflib

import pytest

from tests.integration.home.demo_reports import GOLDEN, all_texts

SHOWN = 40  # lines of a difference


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    """The texts as the code makes them now."""
    return all_texts()


def kept() -> dict[str, str]:
    """The texts as they were reviewed."""
    return {path.name: path.read_text("utf-8") for path in sorted(GOLDEN.glob("*.txt"))}


def test_golden_files__are_of_three_months_and_two_school_years() -> None:
    """Four files each: the last school year, the last three months, and the year so far."""
    names = kept()
    for country in ("vn", "ru"):
        reports = {name.split(".")[0] for name in names if name.startswith(country)}
        assert reports == {f"{country}-{key}" for key in ("2025-2026", "2026-08", "2026-09", "2026-10", "2026-2027")}
        assert len([name for name in names if name.startswith(country)]) == 4 * len(reports)


def test_demo_reports__read_as_the_golden_files(made: dict[str, str]) -> None:
    """A difference that is meant: `make golden`, then read what changed."""
    golden = kept()
    assert made.keys() == golden.keys()
    differing = [name for name in golden if made[name] != golden[name]]
    lines = [line for name in differing for line in _difference(name, golden[name], made[name])]
    assert not differing, "\n".join(["make golden writes them anew:", *lines[:SHOWN]])


def _difference(name: str, golden: str, made: str) -> list[str]:
    return list(difflib.unified_diff(golden.splitlines(), made.splitlines(), name, name, n=1, lineterm=""))
