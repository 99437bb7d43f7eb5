"""The layer before Django: answers anonymous visitors from memory, lets everybody else through."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.handlers.wsgi import get_path_info
from django.http import HttpResponse
from django.http.cookie import parse_cookie
from django.http.request import split_domain_port, validate_host
from django.urls import Resolver404, resolve

from core.models import public_site_changed
from documents.selectors.filters import QUERY_KEYS
from portal.page_cache import entries
from portal.page_cache.addresses import LONGEST_PATH, Key, has_known_port, normal_query, written
from portal.page_cache.entries import Entry, Headers
from portal.page_cache.state import read_state
from portal.page_cache.store import StateCopy, Store

logger = logging.getLogger(__name__)

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

# The addresses of the public site by name, with the query keys they know; a page names its own (`query_keys`).
PAGES = "wagtail_serve"
ROUTES: dict[str, frozenset[str]] = {
    PAGES: frozenset(),
    "sitemap": frozenset({"p"}),
    "documents_feed": QUERY_KEYS,
    "news_feed": frozenset(),
    "events_calendar_file": frozenset(),
    "event_file": frozenset(),
}
TURNS, LONGEST_WAIT = 64, 1.0  # locks; seconds


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of somebody without an account. `may_fill`: the answer to it may be kept."""

    key: Key
    may_fill: bool
    is_head: bool
    accepted: str
    tag: str


class Captured:
    """Stands in for the server's `start_response`."""

    status = ""
    headers: Headers

    def __call__(self, status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
        self.status, self.headers = status, headers
        return lambda _data: None


class PageCache:
    """A WSGI application around another one. What goes wrong in it is logged, and Django answers."""

    def __init__(self, application: Application, store: Store, copy: StateCopy) -> None:
        self._application, self._store, self._copy = application, store, copy
        self._turns = [threading.Lock() for _ in range(TURNS)]

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer from memory, or let Django answer and keep it."""
        try:
            asked = asked_by(environ)
            state = self._copy.current() if asked else None
        except Exception:
            logger.exception("the page cache could not look")
            asked = None
        if asked is None:
            return self._application(environ, start_response)
        entry = self._store.get(state, asked.key)
        if entry is not None:
            return sent(entry, asked, start_response, was_kept=True)
        if not asked.may_fill or route_of(environ) not in ROUTES:
            return self._application(environ, start_response)
        with self._turn(asked.key):
            entry = self._store.get(state, asked.key)
            if entry is not None:
                return sent(entry, asked, start_response, was_kept=True)
            return self._filled(environ, asked, state, start_response)

    @contextmanager
    def _turn(self, key: Key) -> Iterator[None]:
        """One thread at a time makes a page; who waited long enough makes it too."""
        lock = self._turns[hash(key) % TURNS]
        is_mine = lock.acquire(timeout=LONGEST_WAIT)
        try:
            yield
        finally:
            if is_mine:
                lock.release()

    def _filled(
        self, environ: Environ, asked: Asked, state: Any, start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Django's answer, kept if it may be."""
        captured, route = Captured(), route_of(environ)
        answer = self._application(anonymous(environ, asked), captured)
        entry = kept(answer, captured, asked, ROUTES[route])
        if entry is None:
            start_response(captured.status, captured.headers)
            return answer
        self._store.put(state, asked.key, entry)
        answer.close()  # type: ignore[attr-defined]  # the end of Django's request
        return sent(entry, asked, start_response, was_kept=False)


def asked_by(environ: Environ) -> Asked | None:
    """What is asked for, if the answer can be the same for everybody; None lets the request through."""
    cookies = parse_cookie(environ.get("HTTP_COOKIE", ""))
    host, path = environ.get("HTTP_HOST", "").lower(), environ.get("PATH_INFO", "")
    query = normal_query(environ.get("QUERY_STRING", ""))
    if (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or query is None
        or is_personal(environ, cookies)
        or not is_known_host(host, environ)
        or len(path) > LONGEST_PATH
        or environ.get("SCRIPT_NAME")
    ):
        return None
    language = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    known = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return Asked(
        key=Key(is_secure(environ), host, path, query, known),
        may_fill=settings.CSRF_COOKIE_NAME not in cookies,  # a form's token would come without a new cookie
        is_head=environ["REQUEST_METHOD"] == "HEAD",
        accepted=environ.get("HTTP_ACCEPT_ENCODING", ""),
        tag=environ.get("HTTP_IF_NONE_MATCH", ""),
    )


def is_personal(environ: Environ, cookies: dict[str, str]) -> bool:
    """Whether the request may come from somebody who signed in, or who waits for a message."""
    return bool(
        settings.SESSION_COOKIE_NAME in cookies
        or CookieStorage.cookie_name in cookies
        or environ.get("HTTP_AUTHORIZATION")
    )


def is_known_host(host: str, environ: Environ) -> bool:
    """Whether the portal answers to that name, and at the port it is served at."""
    base = split_domain_port(settings.WAGTAILADMIN_BASE_URL.partition("//")[2])[1]
    ports = frozenset({str(environ.get("SERVER_PORT", "")), base or "80", "443"})
    return has_known_port(host, ports) and validate_host(split_domain_port(host)[0], settings.ALLOWED_HOSTS)


def is_secure(environ: Environ) -> bool:
    """As `HttpRequest.is_secure` has it: absolute addresses in a page depend on it."""
    header: tuple[str, str] | None = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
    told = environ.get(header[0]) if header else None
    if header and told is not None:
        return str(told).split(",", 1)[0].strip() == header[1]
    return environ.get("wsgi.url_scheme") == "https"


def route_of(environ: Environ) -> str:
    """The name of the address in `portal.urls`; empty for one that leads nowhere."""
    try:
        return resolve(get_path_info(environ)).url_name or ""
    except Resolver404:
        return ""


def anonymous(environ: Environ, asked: Asked) -> Environ:
    """The same question as anybody asks it: one spelling, no condition, no cookie but the language."""
    dropped = {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE"}
    return {name: value for name, value in environ.items() if name not in dropped} | {
        "REQUEST_METHOD": "GET",
        "QUERY_STRING": written(asked.key.query),
        "HTTP_COOKIE": f"{settings.LANGUAGE_COOKIE_NAME}={asked.key.language}",
    }


def kept(answer: Any, captured: Captured, asked: Asked, known: frozenset[str]) -> Entry | None:
    """The entry to keep of Django's answer; None when it is not for everybody, or asked with unknown keys."""
    try:
        if not isinstance(answer, HttpResponse) or not entries.may_keep(captured.status, captured.headers):
            return None
        page = (getattr(answer, "context_data", None) or {}).get("page")
        if not {name for name, _ in asked.key.query} <= known | getattr(page, "query_keys", frozenset()):
            return None
        return entries.entry_of(captured.headers, answer.content)
    except Exception:
        logger.exception("the page cache could not keep an answer")
        return None


def sent(entry: Entry, asked: Asked, start_response: Callable[..., Any], *, was_kept: bool) -> list[bytes]:
    """Send an entry."""
    out = entries.reply(entry, accepted=asked.accepted, asked_tag=asked.tag, is_head=asked.is_head, was_kept=was_kept)
    start_response(out.status, out.headers)
    return [out.body]


def around(application: Application) -> Application:
    """`application` behind a cache as the settings want it; itself when there shall be none."""
    if not settings.PORTAL_PAGE_CACHE:
        return application
    store = Store(settings.PORTAL_PAGE_CACHE_BYTES)
    copy = StateCopy(read_state, store.begin, settings.PORTAL_PAGE_CACHE_SECONDS)
    public_site_changed.connect(copy.expire, weak=False)
    return PageCache(application, store, copy)
