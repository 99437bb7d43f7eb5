"""The portal as a server calls it: by WSGI, with the page cache before Django."""

from __future__ import annotations

import contextlib
import dataclasses
import io
from collections.abc import Callable, Iterator
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from core.models import public_site_changed
from portal.page_cache.layer import Application, PageCache
from portal.page_cache.state import read_state
from portal.page_cache.store import StateCopy, Store

MEGABYTE = 1024 * 1024


@dataclasses.dataclass(frozen=True, slots=True)
class Answer:
    """What goes over the wire; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def cache(self) -> str:
        """`hit`, `miss`, or nothing where the cache stayed out of it."""
        return self.headers.get("x-portal-cache", "")


def environ_of(address: str, method: str = "GET", **headers: str) -> dict[str, Any]:
    """What a server makes of a request; `headers` with underscores, for example `accept_encoding`."""
    path, _, query = address.partition("?")
    told = {f"HTTP_{name.upper()}": value for name, value in ({"host": "testserver"} | headers).items()}
    return {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query.encode().decode("latin-1"),
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        **told,
    }


@contextlib.contextmanager
def in_the_tests_transaction() -> Iterator[None]:
    """Inside a test's transaction the connection must stay open between requests, as Django's test client has it."""
    signals = (request_started, request_finished) if connection.in_atomic_block else ()
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def call(application: Application, address: str, method: str = "GET", **headers: str) -> Answer:
    """One request, as a server makes it: body read, answer closed."""
    begun: list[Any] = []

    def start_response(status: str, lines: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], None]:
        begun[:] = [status, lines]
        return lambda _data: None

    with in_the_tests_transaction():
        answer = application(environ_of(address, method, **headers), start_response)
        body = b"".join(answer)
        if close := getattr(answer, "close", None):
            close()
    status, lines = begun
    return Answer(int(status[:3]), {name.lower(): value for name, value in lines}, body)


class Served:
    """A portal with a cache of its own. `interval` 0: the site's state is read before every answer."""

    def __init__(self, interval: float = 0, limit: int = 8 * MEGABYTE, **options: Any) -> None:
        self.plain: Application = options.pop("application", None) or WSGIHandler()
        self.store = Store(limit)
        self.copy = StateCopy(options.pop("read", read_state), self.store.begin, interval, **options)
        self.cached = PageCache(self.plain, self.store, self.copy)

    def hears(self) -> Served:
        """From now on commits of this process reach it, as they reach a worker."""
        public_site_changed.connect(self.copy.expire)
        return self

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Through the cache."""
        return call(self.cached, address, method, **headers)

    def ask_django(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Past the cache."""
        return call(self.plain, address, method, **headers)

    def warm(self, *addresses: str) -> list[Answer]:
        """Ask each twice and fail unless the second answer came from memory; the second answers."""
        for address in addresses:
            self.ask(address)
        answers = [self.ask(address) for address in addresses]
        assert [answer.cache for answer in answers] == ["hit"] * len(addresses), addresses
        return answers
