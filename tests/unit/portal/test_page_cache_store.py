"""What the page cache keeps and for how long, without a portal behind it."""

from __future__ import annotations

import pytest

from portal.page_cache.addresses import Key
from portal.page_cache.entries import OVERHEAD, Encoding, Entry
from portal.page_cache.store import StateCopy, Store

KILOBYTE = 1024


def key(path: str, query: str = "") -> Key:
    return Key(False, "testserver", path, (("q", query),) if query else (), "vi")


def entry(size: int = 2 * KILOBYTE) -> Entry:
    return Entry((), {Encoding.PLAIN: b"x" * (size - OVERHEAD)}, "tag")


def store(kilobytes: int = 64) -> Store:
    made = Store(kilobytes * KILOBYTE)
    made.begin("now")
    return made


def test_entry__is_there_in_the_state_it_was_made_in_only() -> None:
    """Issue 4, "at once"."""
    kept = store()
    kept.put("now", key("/"), entry())
    assert kept.get("now", key("/")) is not None
    assert kept.get("earlier", key("/")) is None

    kept.begin("later")

    assert (kept.get("later", key("/")), kept.get("now", key("/")), len(kept), kept.size) == (None, None, 0, 0)


def test_entry__made_before_the_site_moved_on_is_not_kept() -> None:
    kept = store()
    kept.begin("later")

    kept.put("now", key("/"), entry())

    assert len(kept) == 0


def test_memory__is_bounded_and_what_was_used_last_stays() -> None:
    kept = store()
    for number in range(24):
        kept.put("now", key(f"/{number}/"), entry())
        kept.get("now", key("/0/"))

    kept.put("now", key("/last/"), entry())

    assert kept.size <= 48 * KILOBYTE
    assert kept.get("now", key("/0/")) is not None
    assert kept.get("now", key("/1/")) is None


def test_memory__is_given_back_when_a_page_is_made_again() -> None:
    kept = store()
    for _ in range(3):
        kept.put("now", key("/"), entry())

    assert (kept.size, len(kept)) == (2 * KILOBYTE, 1)


def test_addresses_with_a_query__cannot_push_out_the_others() -> None:
    kept = store()
    kept.put("now", key("/"), entry())

    for number in range(200):
        kept.put("now", key("/tim-kiem/", f"từ {number}"), entry())

    assert kept.get("now", key("/")) is not None
    assert kept.size <= (2 + 16) * KILOBYTE


def test_page__too_large_for_its_shelf_is_not_kept() -> None:
    kept = store()
    kept.put("now", key("/"), entry(6 * KILOBYTE))
    kept.put("now", key("/huge/"), entry(7 * KILOBYTE))

    assert kept.get("now", key("/")) is not None
    assert kept.get("now", key("/huge/")) is None


class Clock:
    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def copy_of(states: list[str], clock: Clock) -> tuple[StateCopy, list[object]]:
    told: list[object] = []
    return StateCopy(lambda: states[-1], told.append, 1.0, clock), told


def test_copy__is_read_again_after_the_interval_and_not_before(clock: Clock) -> None:
    states = ["first"]
    copy, told = copy_of(states, clock)
    assert copy.current() == "first"
    states.append("second")

    clock.seconds += 0.9
    assert copy.current() == "first"
    clock.seconds += 0.1
    assert copy.current() == "second"
    assert told == ["first", "second"]


def test_copy__is_read_again_at_once_after_a_commit_here(clock: Clock) -> None:
    states = ["first"]
    copy, _ = copy_of(states, clock)
    copy.current()
    states.append("second")

    copy.expire(sender=object, signal=object())

    assert copy.current() == "second"


def test_copy__a_commit_while_it_is_being_read_is_not_lost(clock: Clock) -> None:
    """Read before the commit, noted after it: the next question reads again."""
    copies: list[StateCopy] = []
    states = iter(["before", "after"])

    def read() -> str:
        state = next(states)
        if state == "before":
            copies[0].expire()
        return state

    copies.append(StateCopy(read, lambda _state: None, 1.0, clock))

    assert copies[0].current() == "before"
    assert copies[0].current() == "after"


def test_copy__that_could_not_be_read_is_read_by_the_next_question(clock: Clock) -> None:
    answers: list[str | Exception] = [OSError("no database"), "state"]

    def read() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    copy = StateCopy(read, lambda _state: None, 1.0, clock)

    with pytest.raises(OSError, match="no database"):
        copy.current()
    assert copy.current() == "state"
