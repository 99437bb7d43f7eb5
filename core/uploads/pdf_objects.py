"""The names in every object of a PDF.

A reader of PDF finds an object by its place in the file, whatever stands around it, and what one
reader skips another one opens. So every place where an object could begin is read, in the file and
in its object streams: rather too much than too little. Reading is bounded, for a hostile file too.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from core.rules.uploads import Problem
from core.uploads.refusals import UploadRefused

BEGINS = re.compile(rb"(?<=[\s\0])obj(?![A-Za-z0-9])|trailer")
TOKEN = re.compile(rb"%[^\r\n]*|/[^\s()<>\[\]{}/%\0]*|<<|>>|[()\[\]]|<[^<>]*>|[^\s()<>\[\]{}/%\0]+")
IN_STRING = re.compile(rb"\\.|[()]", re.S)
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
PLACES = re.compile(rb"[\s\0]*(?:\d+[\s\0]+)*")
DATA_BEGINS = re.compile(rb"\r?\n?")
BLANKS = b"\0\t\n\x0b\f\r "
CLOSERS = frozenset({b"endobj", b"stream", b"startxref"})
DEEPER = {b"<<": 1, b"[": 1, b">>": -1, b"]": -1}
PACKINGS = frozenset(b"/Fl /LZW /AHx /A85 /RL /CCF /DCT /Filter /F".split())
LOOK_BACK = 512
MOST_STEPS = 2_000_000  # about five seconds
READ_TWICE = 2  # an object that never ends is read again and again
CHUNK = 64 * 1024


class PdfObjects:
    """Reads a PDF once. Raises UploadRefused for one that cannot be looked into within the bounds."""

    def __init__(self, data: bytes, max_unpacked: int) -> None:
        self._data = data
        self._unpackable = max_unpacked
        self._steps, self._bytes = MOST_STEPS, READ_TWICE * len(data) + CHUNK

    def names(self) -> Iterator[list[bytes]]:
        """The names of each object, without their escapes, also of those packed into object streams."""
        for start in BEGINS.finditer(self._data):
            self._spent(start.start(), start.end())
            if start.group() == b"obj" and not _follows_a_number(self._data, start.start()):
                continue
            tokens, end = self._object(self._data, start.end())
            yield _names(tokens)
            if tokens[-1:] == [b"stream"] and {b"/N", b"/First"} <= set(_names(tokens)):
                yield from self._packed_names(tokens, end)

    def _packed_names(self, tokens: list[bytes], end: int) -> Iterator[list[bytes]]:
        """Of the objects in one object stream, each at the place that the stream's head says."""
        content = self._unpacked(_names(tokens), end)
        self._bytes += READ_TWICE * len(content)
        for place in _places(content, _number_after(b"/First", tokens)):
            yield _names(self._object(content, place, packed=True)[0])

    def _object(self, data: bytes, start: int, packed: bool = False) -> tuple[list[bytes], int]:
        """The tokens of the object that begins at `start`, and where it ends."""
        found: list[bytes] = []
        depth, end = 0, start
        for token, at in self._tokens(data, start):
            found.append(token)
            end = at
            depth += DEEPER.get(token, 0)
            if depth <= 0 and (packed or token in CLOSERS):
                break
        return found, end

    def _tokens(self, data: bytes, at: int) -> Iterator[tuple[bytes, int]]:
        """The words of PDF from a place on, each with its end; comments and strings are passed over."""
        while found := TOKEN.search(data, at):
            token, at = found.group(), self._spent(at, found.end())
            if token == b"(":
                at = self._string_end(data, at)
            if not token.startswith(b"%"):
                yield token, at

    def _string_end(self, data: bytes, at: int) -> int:
        """Behind the bracket that closes a string; brackets nest, and a backslash takes their meaning."""
        depth = 1
        while depth and (found := IN_STRING.search(data, at)):
            at = self._spent(at, found.end())
            depth += {b"(": 1, b")": -1}.get(found.group(), 0)
        return self._spent(at, len(data)) if depth else at

    def _spent(self, start: int, end: int) -> int:
        """One step from `start` to `end` is taken; gives `end`."""
        self._steps -= 1
        self._bytes -= end - start
        if self._steps < 0 or self._bytes < 0:
            raise UploadRefused(Problem.DAMAGED)
        return end

    def _unpacked(self, names: list[bytes], end: int) -> bytes:
        """The content of an object stream; programs that write PDF pack it in one way, others hide it."""
        packings = [name for name in names if name in PACKINGS or name.endswith((b"Decode", b"Crypt", b"Predictor"))]
        if sorted(packings) != [b"/Filter", b"/FlateDecode"]:
            raise UploadRefused(Problem.DAMAGED)
        begin = DATA_BEGINS.match(self._data, end)
        content = _inflated(self._data, begin.end() if begin else end, self._unpackable)
        self._unpackable -= len(content)
        return content


def _inflated(data: bytes, at: int, limit: int) -> bytes:
    """The unpacked bytes of the stream that begins at `at`, at most `limit` of them."""
    machine, parts, left = zlib.decompressobj(), [], limit
    try:
        while not machine.eof and at < len(data):
            parts.append(machine.decompress(data[at : at + CHUNK], left + 1))
            at, left = at + CHUNK, left - len(parts[-1])
            if left < 0:
                raise UploadRefused(Problem.UNPACKS_TOO_BIG)
    except zlib.error as broken:
        raise UploadRefused(Problem.DAMAGED) from broken
    return b"".join(parts)


def _names(tokens: list[bytes]) -> list[bytes]:
    """Their names, /J#61vaScript as /JavaScript."""
    return [ESCAPED.sub(_letter, token) for token in tokens if token.startswith(b"/")]


def _letter(escaped: re.Match[bytes]) -> bytes:
    return bytes([int(escaped.group(1), 16)])


def _follows_a_number(data: bytes, at: int) -> bool:
    """Whether the word at `at` follows a number, or a comment that may hide one."""
    before = data[max(0, at - LOOK_BACK) : at].rstrip(BLANKS)
    last_line = re.split(rb"[\r\n]", before)[-1]
    is_cut = last_line == before and at > LOOK_BACK
    return before[-1:].isdigit() or b"%" in last_line or is_cut


def _number_after(name: bytes, tokens: list[bytes]) -> int:
    """The number behind a name; a number kept elsewhere ("5 0 R") would have to be looked for, so it is refused."""
    for index, token in enumerate(tokens[:-2]):
        if ESCAPED.sub(_letter, token) == name:
            if tokens[index + 1].isdigit() and not tokens[index + 2].isdigit():
                return int(tokens[index + 1][:12])
            break
    raise UploadRefused(Problem.DAMAGED)


def _places(content: bytes, first: int) -> list[int]:
    """Where the packed objects begin: the head is a list of number and place, counted from `first`."""
    head = content[:first]
    if PLACES.fullmatch(head + b" ") is None:
        raise UploadRefused(Problem.DAMAGED)
    return [first + int(place[:12]) for place in head.split()[1::2]]
