"""One search behaviour on both databases, in the back office and on the site.

Words are made alike on both sides, in the index and in the question: folded, cleared of signs, and
for whole-word search cut to their Russian stem. So "hieu truong" finds "Hiệu trưởng", "приказы"
finds "приказ", and no sign typed by a visitor reaches the database's own query language.
Nothing of the search library is replaced: the index is handed objects whose fields answer folded.
After a change here `manage.py rebuild_modelsearch_index` must be run.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from django.db import connection
from modelsearch.query import And, Boost, Fuzzy, Not, Or, Phrase, PlainText
from wagtail.search.backends.database import SearchBackend as stock_backend
from wagtail.search.index import AutocompleteField, RelatedFields

from core.words_alike import prefix_words, search_words


def _made_alike(value: Any, words: Any) -> Any:
    """A field's value with every text in it made alike."""
    if isinstance(value, dict):
        return {key: _made_alike(part, words) for key, part in value.items()}
    if isinstance(value, list | tuple | set):
        return [_made_alike(part, words) for part in value]
    return value if value is None else words(str(value))


def _folded_field(field: Any) -> Any:
    """A copy of a search field that answers with words made alike."""
    folded = copy.copy(field)
    if isinstance(field, RelatedFields):
        folded.fields = [_folded_field(part) for part in field.fields]
        folded.get_value = lambda record: field.get_value(_plain(record))
        return folded
    words = prefix_words if isinstance(field, AutocompleteField) else search_words
    folded.get_value = lambda record: _made_alike(field.get_value(_plain(record)), words)
    return folded


def _plain(record: Any) -> Any:
    """The object behind a `FoldedRecord`; any other object as it is."""
    return record.record if isinstance(record, FoldedRecord) else record


class FoldedRecord:
    """An object on its way into the index: the same, except that its search fields answer folded."""

    def __init__(self, record: Any) -> None:
        self.record = record

    def __getattr__(self, name: str) -> Any:
        return getattr(self.record, name)

    def get_search_fields(self) -> list[Any]:
        """The record's search fields, folded."""
        return [_folded_field(field) for field in self.record.get_search_fields()]


def _question(query: Any, words: Any) -> Any:
    """A search query with its words made alike; a text without any word becomes empty."""
    if isinstance(query, str):
        return words(query)
    changed = copy.copy(query)
    if isinstance(query, PlainText | Phrase | Fuzzy):
        changed.query_string = words(query.query_string)
        return changed if changed.query_string else ""
    if isinstance(query, Not | Boost):
        changed.subquery = _question(query.subquery, words)
        return changed if changed.subquery != "" else ""
    if isinstance(query, And | Or):
        parts = [_question(part, words) for part in query.subqueries]
        changed.subqueries = [part for part in parts if part != ""]
        return changed if changed.subqueries else ""
    return query


def _folding_index(stock: type) -> type:
    """The database's own index class, fed with folded records."""

    class FoldingIndex(stock):
        def add_items(self, model: Any, objs: Iterable[Any]) -> None:
            super().add_items(model, [FoldedRecord(obj) for obj in objs])

    return FoldingIndex


def SearchBackend(params: dict[str, Any]) -> Any:
    """The search backend for the database in use; named in `WAGTAILSEARCH_BACKENDS`."""
    if connection.vendor == "postgresql":
        params = {"SEARCH_CONFIG": "simple"} | params
    stock = stock_backend(params)

    class FoldingBackend(type(stock)):  # type: ignore[misc]
        index_class = _folding_index(stock.index_class)

        def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            return super().search(_question(query, search_words), *args, **kwargs)

        def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
            return super().autocomplete(_question(query, prefix_words), *args, **kwargs)

    return FoldingBackend(params)
