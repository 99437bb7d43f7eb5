"""One page, one key: however its address is spelt, and nothing else shares it."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote

from hypothesis import given
from hypothesis import strategies as st

from portal.page_cache.addresses import has_known_port, normal_query, written

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=4, unique_by=lambda pair: pair[0])


def spelt(pairs: list[tuple[str, str]], *, every_sign: bool) -> str:
    """A query string, with as many signs escaped as possible, or as few."""
    safe = "" if every_sign else "/:@!$'()*,~"
    return "&".join(f"{quote(name, safe=safe)}={quote(value, safe=safe)}" for name, value in pairs)


@given(PAIRS, st.randoms(use_true_random=False))
def test_query__every_spelling_and_order_is_one_key(pairs: list[tuple[str, str]], chance: object) -> None:
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    first, second = (spelt(row, every_sign=flag) for row, flag in ((pairs, True), (shuffled, False)))

    if max(len(first), len(second)) <= 300:
        assert normal_query(first) == normal_query(second) == tuple(sorted(pairs))


@given(PAIRS, PAIRS)
def test_query__different_questions_are_different_keys(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    keys = [normal_query(spelt(pairs, every_sign=True)) for pairs in (one, other)]

    if None not in keys and sorted(one) != sorted(other):
        assert keys[0] != keys[1]


@given(st.text(st.characters(max_codepoint=255), max_size=320))
def test_query__anything_typed_is_read_or_refused_and_asked_as_it_was_read(raw: str) -> None:
    query = normal_query(raw)

    if query is not None:
        assert tuple(sorted(parse_qsl(written(query), keep_blank_values=True))) == query
        assert normal_query(written(query)) in {query, None}  # escaping may make it too long


@given(st.sampled_from(["truong.example", "127.0.0.1", "[::1]"]), st.integers(0, 70_000))
def test_host__is_known_without_a_port_or_with_the_servers_own(name: str, port: int) -> None:
    assert has_known_port(name, frozenset({"8000"}))
    assert has_known_port(f"{name}:{port}", frozenset({"8000"})) is (port == 8000)
