"""Where entries are kept: in memory, the least used go first, all at once when the site changes. Plain Python."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

from portal.page_cache.addresses import Key
from portal.page_cache.entries import Entry

LARGEST_SHARE = 8  # an entry larger than this part of its shelf is not kept
QUERY_SHARE = 4  # addresses with a query get this part of the memory, so that they cannot push out the others


class Shelf:
    """Entries up to `limit` bytes; the one unused for longest goes first. Not for several threads."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._entries: OrderedDict[Key, Entry] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Key) -> Entry | None:
        """The entry, now the one used last."""
        if key in self._entries:
            self._entries.move_to_end(key)
        return self._entries.get(key)

    def put(self, key: Key, entry: Entry) -> None:
        """Keep an entry and make room for it; one that is too large is left out."""
        if entry.size * LARGEST_SHARE > self.limit:
            return
        before = self._entries.pop(key, None)
        self.size += entry.size - (before.size if before else 0)
        self._entries[key] = entry
        while self.size > self.limit:
            _, oldest = self._entries.popitem(last=False)
            self.size -= oldest.size


class Store:
    """Entries of one state of the site, for several threads. `limit`: bytes in all."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._plain, self._asked = self._shelves()

    def _shelves(self) -> tuple[Shelf, Shelf]:
        part = self.limit // QUERY_SHARE
        return Shelf(self.limit - part), Shelf(part)

    def _shelf(self, key: Key) -> Shelf:
        return self._asked if key.query else self._plain

    def begin(self, state: Hashable) -> None:
        """The site is in this state now: whatever was kept of another one goes."""
        with self._lock:
            if state != self._state:
                self._state = state
                self._plain, self._asked = self._shelves()

    def get(self, state: Hashable, key: Key) -> Entry | None:
        """The entry made in this very state."""
        with self._lock:
            return self._shelf(key).get(key) if state == self._state else None

    def put(self, state: Hashable, key: Key, entry: Entry) -> None:
        """Keep what was made in `state`; nothing when the site has moved on meanwhile."""
        with self._lock:
            if state == self._state:
                self._shelf(key).put(key, entry)

    @property
    def size(self) -> int:
        """Bytes in use, about."""
        with self._lock:
            return self._plain.size + self._asked.size

    def __len__(self) -> int:
        with self._lock:
            return len(self._plain) + len(self._asked)


class StateCopy:
    """This process's copy of the site's state, read anew after `interval` seconds or when it `expire`s.

    `read` may raise; the next question tries again. `changed` is told each state that was read.
    """

    def __init__(
        self,
        read: Callable[[], Hashable],
        changed: Callable[[Hashable], None],
        interval: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read, self._changed, self._interval, self._clock = read, changed, interval, clock
        self._lock = threading.Lock()
        self._wanted: object = object()
        self._done: object = None
        self._read_at = 0.0
        self._state: Hashable = None

    def expire(self, **_signal: object) -> None:
        """Something was committed: what is read from now on counts. Takes no lock, so it never waits."""
        self._wanted = object()

    def current(self) -> Hashable:
        """The state, at most `interval` seconds old; raises what `read` raises."""
        with self._lock:
            if self._done is not self._wanted or self._clock() - self._read_at >= self._interval:
                wanted, read_at = self._wanted, self._clock()
                self._state = self._read()
                self._changed(self._state)
                self._done, self._read_at = wanted, read_at
            return self._state
