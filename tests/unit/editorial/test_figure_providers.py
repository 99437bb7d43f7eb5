"""Content apps hand the reports their figures under a name of their own (A23)."""

from __future__ import annotations

from typing import Any

import pytest

from editorial import figure_providers
from editorial.figure_words import figure_title, key_title
from editorial.reports.paper import Column, Kind, Table
from editorial.rules.periods import month

TABLE = Table("documents", "Văn bản", (Column("Số", Kind.COUNT),), ((1,),))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the providers a test registers."""
    monkeypatch.setattr(figure_providers, "_PROVIDERS", {})


def documents(school: Any, period: Any) -> Table:
    return TABLE


def test_provider__is_asked_under_its_name(alone: None) -> None:
    figure_providers.register("documents", documents)
    figure_providers.register("documents", documents)

    school: Any = object()
    assert figure_providers.provided(school, month(2026, 10)) == [("documents", TABLE)]


def test_provider__of_another_app_does_not_take_the_name(alone: None) -> None:
    figure_providers.register("documents", documents)
    with pytest.raises(ValueError, match="documents"):
        figure_providers.register("documents", lambda school, period: TABLE)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("", ""),
        ("unit:3", "Tổ Toán"),
        ("unit:0", "Nobody named yet"),
        ("category:", "No category kept"),
        ("category:tin", "tin"),
        ("due:past", "Overdue"),
        ("class:theme", "Monthly theme"),
        ("nonsense:x", "x"),
    ],
)
def test_key__is_called_as_people_read_it(key: str, title: str, settings: Any) -> None:
    settings.LANGUAGE_CODE = "en"
    assert key_title(key, {"unit:3": "Tổ Toán"}) == title


def test_title__says_what_narrows_the_figure() -> None:
    assert figure_title("posted", "unit:3", {"unit:3": "Tổ Toán"}).endswith(": Tổ Toán")
