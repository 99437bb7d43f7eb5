"""Which answers may be kept, and what is sent of them."""

from __future__ import annotations

import gzip

import brotli
import pytest

from portal.page_cache.entries import Encoding, Entry, chosen, entry_of, may_keep, reply

HTML = ("Content-Type", "text/html; charset=utf-8")
BODY = b"<p>" + b"Ngay hoi " * 200


def kept(body: bytes = BODY, *headers: tuple[str, str]) -> Entry:
    made = entry_of([HTML, *headers], body)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", []),
        ("410 Gone", []),
        ("301 Moved Permanently", [("Location", "/")]),
        ("206 Partial Content", []),
        ("200 OK", [("Set-Cookie", "csrftoken=1")]),
        ("200 OK", [("Cache-Control", "max-age=0, No-Store")]),
        ("200 OK", [("cache-control", "private=x, max-age=9")]),
        ("200 OK", [("Vary", "Cookie, Accept-Language")]),
        ("200 OK", [("Vary", "*")]),
        ("200 OK", [("Content-Encoding", "gzip")]),
    ],
)
def test_may_keep__nothing_but_what_everybody_gets(status: str, headers: list[tuple[str, str]]) -> None:
    assert may_keep("200 OK", [HTML, ("Vary", "Cookie, accept-encoding"), ("Cache-Control", "no-cache")])
    assert not may_keep(status, [HTML, *headers])


def test_entry__a_page_with_a_forms_token_is_none() -> None:
    field = b'<input type="hidden" name="csrfmiddlewaretoken" value="x">'

    assert entry_of([HTML], BODY) is not None
    assert entry_of([HTML], BODY + field) is None


def test_entry__has_every_encoding_that_is_shorter() -> None:
    made = kept()

    assert brotli.decompress(made.bodies[Encoding.BROTLI]) == BODY
    assert gzip.decompress(made.bodies[Encoding.GZIP]) == BODY
    assert made.bodies[Encoding.PLAIN] == BODY
    assert set(kept(b"short").bodies) == {Encoding.PLAIN}
    picture = entry_of([("Content-Type", "image/png")], BODY)
    assert picture is not None
    assert set(picture.bodies) == {Encoding.PLAIN}


def test_entry__its_tags_are_strong_and_differ_by_encoding_and_by_content() -> None:
    made, other = kept(), kept(BODY + b"!")

    tags = [entry.etag(encoding) for entry in (made, other) for encoding in Encoding]

    assert len(set(tags)) == len(tags)
    assert all(tag[0] == tag[-1] == '"' for tag in tags)
    assert kept(BODY, ("ETag", '"own"')).etag(Encoding.PLAIN) == '"own"'


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", Encoding.PLAIN),
        ("gzip, deflate, br, zstd", Encoding.BROTLI),
        ("GZIP;q=1.0", Encoding.GZIP),
        ("br;q=0, gzip;q=0.5", Encoding.GZIP),
        ("br; q=0.0, gzip;q = 0", Encoding.PLAIN),
        ("br;q=0.001", Encoding.BROTLI),
        ("identity", Encoding.PLAIN),
        (",;;q=,br;q", Encoding.BROTLI),
    ],
)
def test_encoding__is_one_the_browser_takes(accepted: str, encoding: Encoding) -> None:
    assert chosen(accepted, kept()) is encoding


@pytest.mark.parametrize("asked", ['"{tag}"', 'W/"{tag}"', '"other", "{tag}"', "*"])
def test_reply__304_when_the_browser_has_it_in_this_encoding(asked: str) -> None:
    made = kept(BODY, ("Content-Security-Policy", "default-src 'self'"))
    tag = asked.format(tag=made.tag)

    same = reply(made, accepted="", asked_tag=tag, is_head=False, was_kept=True)
    new = reply(made, accepted="", asked_tag='"other"', is_head=False, was_kept=True)

    assert (same.status, same.body) == ("304 Not Modified", b"")
    assert not {"Content-Length", "Content-Type"} & {name for name, _ in same.headers}
    assert {"ETag", "Vary", "Content-Security-Policy"} <= {name for name, _ in same.headers}
    assert (new.status, new.body) == ("200 OK", BODY)


def test_reply__the_tag_of_another_encoding_is_another() -> None:
    made = kept()

    answer = reply(made, accepted="gzip", asked_tag=made.etag(Encoding.PLAIN), is_head=False, was_kept=True)

    assert answer.status == "200 OK"


@pytest.mark.parametrize("accepted", ["", "gzip", "br"])
def test_reply__head_has_the_length_and_no_body(accepted: str) -> None:
    made = kept()

    head = reply(made, accepted=accepted, asked_tag="", is_head=True, was_kept=True)
    whole = reply(made, accepted=accepted, asked_tag="", is_head=False, was_kept=True)

    assert (head.headers, head.body) == (whole.headers, b"")
    assert dict(whole.headers)["Content-Length"] == str(len(whole.body))
    assert dict(whole.headers)["Vary"] == "Cookie, Accept-Encoding"
    assert dict(whole.headers).get("Content-Encoding", "") == accepted
