"""A clause that is named leads to its place on the portal, where the regulation is published (DESIGN.md, rule 12)."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup

from editorial import clauses
from editorial.rules.reasons import Reason, clause
from tests.factories import items
from tests.factories.screens import act

CLAUSE = clause(Reason.NOTE_MISSING, "vn")
ADDRESS = "/van-ban/quy-che/#dieu-12-khoan-3"
PUBLISHED = {CLAUSE: ADDRESS}


@pytest.fixture
def published() -> Iterator[None]:
    """The board's regulation stands on the portal."""
    before = list(clauses._resolvers)
    clauses.register(lambda clause: PUBLISHED.get(clause, ""))
    yield
    clauses._resolvers[:] = before


@pytest.mark.parametrize(
    ("sentence", "html"),
    [
        ("Không được (Đ12.3)", 'Không được (<a href="/van-ban/quy-che/#dieu-12-khoan-3">Đ12.3</a>)'),
        ("Đã duyệt (Đ12.3) Sau đó (x)", 'Đã duyệt (<a href="/van-ban/quy-che/#dieu-12-khoan-3">Đ12.3</a>) Sau đó (x)'),
        ("Không được (Đ99)", "Không được (Đ99)"),
        ("<b>Không</b>", "&lt;b&gt;Không&lt;/b&gt;"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("published")
def test_linked__leads_to_the_clause_where_it_is_published(sentence: str, html: str) -> None:
    assert clauses.linked(sentence) == html


@pytest.mark.django_db
def test_linked__names_the_clause_where_it_is_not() -> None:
    assert clauses.linked("Không được (Đ12.3)") == "Không được (Đ12.3)"


def links_of_a_refusal(cast: SimpleNamespace) -> list[str]:
    """Where the reason leads that a deputy reads who returned an item without a word."""
    answer = act(cast.deputy1, items.awaiting_deputy(cast), "return")
    reason = BeautifulSoup(answer.content, "html.parser").find(id="why")
    assert CLAUSE in reason.get_text()
    return [link["href"] for link in reason.find_all("a")]


@pytest.mark.django_db
@pytest.mark.usefixtures("published")
def test_refusal__leads_to_its_clause(cast: SimpleNamespace) -> None:
    assert links_of_a_refusal(cast) == [ADDRESS]


@pytest.mark.django_db
def test_refusal__names_its_clause_where_nothing_is_published(cast: SimpleNamespace) -> None:
    assert links_of_a_refusal(cast) == []
