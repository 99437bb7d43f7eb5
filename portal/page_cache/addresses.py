"""Which requests mean the same page. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

LONGEST_PATH, LONGEST_QUERY, MOST_PAIRS = 500, 300, 8

Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """Everything the public answer to an address depends on, beside the state of the site."""

    is_secure: bool
    host: str
    path: str
    query: Query
    language: str


def normal_query(raw: str) -> Query | None:
    """The pairs of a query string as WSGI hands it over, in one order.

    None for what no page of ours is asked with: too long, a name twice, bytes that are no UTF-8.
    """
    if len(raw) > LONGEST_QUERY:
        return None
    try:
        text = raw.encode("latin-1").decode()
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PAIRS)
    except ValueError:
        return None
    return tuple(sorted(pairs)) if len({name for name, _ in pairs}) == len(pairs) else None


def written(query: Query) -> str:
    """The query string that every spelling of these pairs is asked by."""
    return urlencode(query)


def has_known_port(host: str, ports: frozenset[str]) -> bool:
    """Whether a Host header names no port or one of these, so that ports cannot multiply what is kept."""
    bare = host.rpartition("]")[2] if host.startswith("[") else host
    return ":" not in bare or bare.rpartition(":")[2] in ports
