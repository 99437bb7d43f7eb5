"""What is kept of an answer, and what is sent of it. Plain Python."""

from __future__ import annotations

import enum
import gzip
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import brotli

Headers = list[tuple[str, str]]

SMALLEST = 256  # bytes; what is shorter is not worth packing
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
OVERHEAD = 1024  # bytes that an entry costs beside its bodies, about
KEPT_VARY = frozenset({"cookie", "accept-encoding"})
PACKED_TYPES = ("text/", "application/xml", "application/atom+xml", "application/rss+xml", "image/svg+xml")
TOKEN_FIELD = b"csrfmiddlewaretoken"
MADE_NEW = frozenset({"content-length", "etag", "vary"})
NEVER = re.compile(r"q\s*=\s*0(\.0*)?")  # a rating of nothing
NOT_IN_304 = frozenset({"content-length", "content-type", "content-encoding"})


class Encoding(enum.StrEnum):
    """How a body is packed; the best first."""

    BROTLI = "br"
    GZIP = "gzip"
    PLAIN = "identity"


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer of 200 in every encoding; `tag` is its ETag without quotes and without an encoding."""

    headers: tuple[tuple[str, str], ...]
    bodies: Mapping[Encoding, bytes]
    tag: str

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return OVERHEAD + sum(map(len, self.bodies.values()))

    def etag(self, encoding: Encoding) -> str:
        """The strong tag of one encoding (RFC 9110, 8.8.3)."""
        return f'"{self.tag}"' if encoding is Encoding.PLAIN else f'"{self.tag}-{encoding}"'


@dataclass(frozen=True, slots=True)
class Reply:
    """Status line, headers and body as they go out."""

    status: str
    headers: Headers
    body: bytes


def values(headers: Iterable[tuple[str, str]], name: str) -> list[str]:
    """The words of all headers of that name, in lower case; parts after a semicolon are left out."""
    lines = [value for key, value in headers if key.lower() == name]
    return [word.partition(";")[0].strip().lower() for line in lines for word in line.split(",") if word.strip()]


def may_keep(status: str, headers: Headers) -> bool:
    """Whether an answer is the same for everybody who asks this address without an account."""
    control = {word.partition("=")[0] for word in values(headers, "cache-control")}
    return (
        status.startswith("200 ")
        and not values(headers, "set-cookie")
        and not values(headers, "content-encoding")
        and not control & {"no-store", "private"}
        and set(values(headers, "vary")) <= KEPT_VARY
    )


def entry_of(headers: Headers, body: bytes) -> Entry | None:
    """What to keep of an answer that `may_keep` lets through; None for a page with a form's token."""
    if TOKEN_FIELD in body:
        return None
    own = next((value.strip('"') for key, value in headers if key.lower() == "etag" and value.startswith('"')), "")
    vary = ", ".join(dict.fromkeys([*(word.title() for word in values(headers, "vary")), "Cookie", "Accept-Encoding"]))
    kept = [(key, value) for key, value in headers if key.lower() not in MADE_NEW]
    tag = own or hashlib.sha256(body).hexdigest()[:32]
    return Entry((*kept, ("Vary", vary)), packed(body, headers), tag)


def packed(body: bytes, headers: Headers) -> dict[Encoding, bytes]:
    """The body in each encoding that makes it shorter, and as it is."""
    kind = next(iter(values(headers, "content-type")), "")
    if len(body) < SMALLEST or not kind.startswith(PACKED_TYPES):
        return {Encoding.PLAIN: body}
    made = {
        Encoding.BROTLI: brotli.compress(body, quality=BROTLI_QUALITY),
        Encoding.GZIP: gzip.compress(body, GZIP_LEVEL, mtime=0),
    }
    return {**{name: data for name, data in made.items() if len(data) < len(body)}, Encoding.PLAIN: body}


def chosen(accepted: str, entry: Entry) -> Encoding:
    """The best encoding that the browser takes; one it rates 0 it does not take (RFC 9110, 12.5.3)."""
    rated = [part.partition(";") for part in accepted.lower().split(",")]
    taken = {name.strip() for name, _, rating in rated if not NEVER.fullmatch(rating.strip())}
    return next((name for name in Encoding if name in entry.bodies and name.value in taken), Encoding.PLAIN)


def matches(asked: str, etag: str) -> bool:
    """Whether an If-None-Match header names this tag; a weak tag counts too, as the standard has it for GET."""
    names = [name.strip().removeprefix("W/") for name in asked.split(",")]
    return etag in names or "*" in names


def reply(entry: Entry, *, accepted: str, asked_tag: str, is_head: bool, was_kept: bool) -> Reply:
    """What goes out: 304 when the browser has it, no body for HEAD."""
    encoding = chosen(accepted, entry)
    body, etag = entry.bodies[encoding], entry.etag(encoding)
    headers = [*entry.headers, ("ETag", etag), ("X-Portal-Cache", "hit" if was_kept else "miss")]
    if asked_tag and matches(asked_tag, etag):
        return Reply("304 Not Modified", [pair for pair in headers if pair[0].lower() not in NOT_IN_304], b"")
    if encoding is not Encoding.PLAIN:
        headers.append(("Content-Encoding", encoding.value))
    headers.append(("Content-Length", str(len(body))))
    return Reply("200 OK", headers, b"" if is_head else body)
