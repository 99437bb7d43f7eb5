"""Where a clause of the board's own regulation stands on the portal, once the regulation is published there.

The app that publishes regulations hands its resolver over when it is ready; until then clauses are named, not linked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# A clause as the board's sentences name it, "Đ12.4" or "002 §3.3", to its address; empty where it is not published.
Resolver = Callable[[str], str]

IN_BRACKETS = re.compile(r"\(([^()]+)\)")
_resolvers: list[Resolver] = []


def register(resolver: Resolver) -> None:
    """Ask `resolver` for every clause from now on."""
    _resolvers[:] = [resolver]


def address_of(clause: str) -> str:
    """Where the clause can be read on this portal; empty where nowhere."""
    return _resolvers[0](clause) if _resolvers else ""


def linked(sentence: object) -> SafeString:
    """A sentence of the board as HTML: each clause in brackets leads to its place on the portal."""
    return format_html_join("", "{}", ((piece,) for piece in _pieces(str(sentence))))


def _pieces(sentence: str) -> Iterator[str]:
    """The sentence in pieces, those that are clauses made into links."""
    end = 0
    for found in IN_BRACKETS.finditer(sentence):
        address = address_of(found.group(1))
        if address:
            yield sentence[end : found.start()]
            yield format_html('(<a href="{}">{}</a>)', address, found.group(1))
            end = found.end()
    yield sentence[end:]
