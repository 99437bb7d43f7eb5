"""Each figure of a report is defined on its page, and each figure of the page is counted."""

from __future__ import annotations

import re
from pathlib import Path

from editorial.figure_words import FIGURE_TITLES
from editorial.rules.figure_terms import CODES, Part

PAGE = (Path(__file__).parents[3] / "docs" / "figures.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([a-z0-9_]+)` \|", PAGE, re.MULTILINE)


def test_every_figure__is_defined_once_on_its_page():
    """A23: a figure without a definition cannot be checked a year later."""
    assert sorted(ROWS) == sorted(CODES)


def test_every_kind_of_key__is_named_on_the_page():
    for part in Part:
        assert f"`{part.value}:" in PAGE, part


def test_every_figure__has_a_title():
    assert set(FIGURE_TITLES) == set(CODES)
