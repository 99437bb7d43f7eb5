"""Reads an e-mail as mail programs save it (.eml), whatever somebody put into it.

The parser is the standard library's with its old policy: the new one reads each header into a
grammar, which raises on odd ones and is slow on long ones.
"""

from __future__ import annotations

import codecs
import datetime
import email
import email.errors
import email.header
import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import Message

from editorial.intake.plain import plain_line, plain_text, text_of_html
from editorial.intake.reading import (
    CONTACT_LENGTH,
    MAX_PARTS,
    MAX_TEXT,
    NAME_LENGTH,
    SUBJECT_LENGTH,
    Doubt,
    Found,
    Part,
    Trouble,
    Unreadable,
)

MAX_BYTES = 60 * 1024 * 1024
MAX_BOUNDARIES = 60
MAX_PIECES = 500
MAX_LINES = 1_000_000  # 60 MB of attachments have 800,000
MAX_COMPARISONS = 10_000_000  # the parser compares each line with each boundary it stands in: five seconds
MAX_HEADER = 10_000
FILE_NAME_LENGTH = 120
SLOW_CODECS = frozenset({"punycode", "idna", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "utf-7"})
TEXT_KINDS = ("text/plain", "text/html")
LOST = "\ufffd"
ENCODED_WORD = re.compile(r"=\?[^?]+\?[bBqQ]\?[^?]*\?=")
EXTENSIONS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/webp": "webp",
    "message/rfc822": "eml",
}
MARKS_OF_MAIL = ("from", "subject", "date", "received")
READ_HEADERS = ("from", "reply-to", "subject", "date", "content-type", "content-disposition")
NAME_AND_ADDRESS = re.compile(r"(?P<name>[^<]*)<(?P<address>[^<>]*)>")


def read_eml(data: bytes) -> Found:
    """Subject, sender as given, text, pictures and attachments of an e-mail. Raises Unreadable."""
    _demand_bearable(data)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        pieces = list(_pieces(message))
    except RecursionError as deep:
        raise Unreadable(Trouble.NESTED) from deep
    if not any(name in message for name in MARKS_OF_MAIL):
        raise Unreadable(Trouble.DAMAGED)
    return _found(message, pieces)


def _demand_bearable(data: bytes) -> None:
    """Refuse before parsing what would take the parser minutes."""
    if not data.strip():
        raise Unreadable(Trouble.EMPTY)
    if len(data) > MAX_BYTES:
        raise Unreadable(Trouble.TOO_BIG)
    folded = data.lower()
    boundaries, lines = folded.count(b"boundary="), data.count(b"\n")
    if boundaries > MAX_BOUNDARIES:
        raise Unreadable(Trouble.NESTED)
    if lines > MAX_LINES or lines * (1 + boundaries) > MAX_COMPARISONS:
        raise Unreadable(Trouble.TOO_BIG)
    if folded.count(b"\ncontent-type:") > MAX_PIECES:
        raise Unreadable(Trouble.TOO_MANY_PARTS)


def _pieces(message: Message) -> Iterator[Message]:
    """Leaves of the message in order; of alternatives the plainest; a forwarded e-mail is one leaf."""
    _make_legible(message)
    kind = message.get_content_type()
    children = message.get_payload() if message.is_multipart() else []
    if kind == "message/rfc822" or not isinstance(children, list) or not children:
        yield message
    elif kind == "multipart/alternative":
        yield from _alternative([child for child in children if isinstance(child, Message)])
    else:
        for child in children:
            if isinstance(child, Message):
                yield from _pieces(child)


def _make_legible(message: Message) -> None:
    """Let headers that were sent as bare UTF-8, against the rules, read as what they say."""
    for wanted in READ_HEADERS:
        value = next((value for name, value in message.raw_items() if name.lower() == wanted), None)
        if isinstance(value, str) and not value.isascii():
            message.replace_header(wanted, value.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _alternative(children: list[Message]) -> Iterator[Message]:
    """The plain text if it says anything, else the page; pictures and files beside the page in either case."""
    leaves = [leaf for child in children for leaf in _pieces(child)]
    texts = [leaf for leaf in leaves if _is_text(leaf)]
    plain = [leaf for leaf in texts if leaf.get_content_type() == "text/plain" and _payload(leaf).strip()]
    chosen = plain[0] if plain else next(iter(reversed(texts)), None)
    yield from (leaf for leaf in leaves if leaf is chosen or not _is_text(leaf))


def _is_text(leaf: Message) -> bool:
    return leaf.get_content_type() in TEXT_KINDS and not _is_attachment(leaf)


def _is_attachment(leaf: Message) -> bool:
    return str(leaf.get("content-disposition", "")).strip().lower().startswith("attachment") or bool(_raw_name(leaf))


def _found(message: Message, pieces: list[Message]) -> Found:
    doubts: list[Doubt] = []
    text = plain_text("\n\n".join(_text(leaf) for leaf in pieces if _is_text(leaf)))
    parts = tuple(_parts(leaf for leaf in pieces if not _is_text(leaf)))
    name, address = _sender(message, doubts)
    subject = plain_line(_header(message, "subject"), SUBJECT_LENGTH)
    if LOST in subject + text + name:
        doubts.append(Doubt.LETTERS_LOST)
    if len(text) > MAX_TEXT:
        doubts.append(Doubt.TEXT_CUT)
    if len(parts) > MAX_PARTS:
        doubts.append(Doubt.PARTS_LEFT_OUT)
    if any(_is_elsewhere(leaf) for leaf in pieces):
        doubts.append(Doubt.CONTENT_ELSEWHERE)
    return Found(subject, text[:MAX_TEXT], name, address, _sent_at(message), parts[:MAX_PARTS], tuple(doubts))


def _is_elsewhere(leaf: Message) -> bool:
    """Winmail.dat and links to files in a cloud: what the giver saw is not in here."""
    return leaf.get_content_type() in {"message/external-body", "application/ms-tnef"}


def _text(leaf: Message) -> str:
    words = _decoded(_payload(leaf), _charset(leaf))[: 4 * MAX_TEXT]
    if leaf.get_content_type() == "text/html":
        return text_of_html(words)
    return _unflowed(words) if str(leaf.get_param("format", "")).lower() == "flowed" else words


def _unflowed(text: str) -> str:
    """RFC 3676: a line that ends in a blank goes on in the next one; the signature's mark does not."""
    lines = text.replace("\r\n", "\n").split("\n")
    joined = "".join(line if line.endswith(" ") and line != "-- " else line + "\n" for line in lines)
    return joined.rstrip("\n")


def _payload(leaf: Message) -> bytes:
    """The bytes of a leaf; of a forwarded e-mail the e-mail itself; never an exception."""
    try:
        if leaf.is_multipart():
            inner = leaf.get_payload()
            return b"".join(part.as_bytes() for part in inner if isinstance(part, Message))
        data = leaf.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(leaf: Message) -> str:
    try:
        return str(leaf.get_content_charset() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _decoded(data: bytes, charset: str) -> str:
    """The words in the charset that is named; UTF-8 when it is unknown, with a mark for each lost letter."""
    try:
        name = codecs.lookup(charset or "utf-8").name
        if name in SLOW_CODECS:
            name = "utf-8"
        return data.decode(name, errors="replace")
    except (LookupError, ValueError, TypeError):
        return data.decode("utf-8", errors="replace")


def _header(message: Message, name: str) -> str:
    """The first header of this name in letters."""
    return _coded(_raw_header(message, name))


def _coded(raw: str) -> str:
    """What "=?utf-8?B?…?=" stands for; what cannot be decoded stays as it was written."""
    if not ENCODED_WORD.search(raw):
        return raw
    try:
        return "".join(_word(word, charset) for word, charset in email.header.decode_header(raw))
    except (ValueError, LookupError, TypeError, email.errors.HeaderParseError):
        return raw


def _raw_header(message: Message, name: str) -> str:
    """The header as it was typed, on one line."""
    return re.sub(r"\r?\n[ \t]*", " ", str(message.get(name) or "")[:MAX_HEADER])


def _word(word: bytes | str, charset: str | None) -> str:
    return _decoded(word, charset or "utf-8") if isinstance(word, bytes) else word


def _sender(message: Message, doubts: list[Doubt]) -> tuple[str, str]:
    """Name and address as the e-mail gives them; anybody can write anything there, so what is odd is noted."""
    name, address = _parsed(_raw_header(message, "from"))
    if len(message.get_all("from") or []) > 1:
        doubts.append(Doubt.SEVERAL_SENDERS)
    reply = _parsed(_raw_header(message, "reply-to"))[1]
    if reply and address and reply.lower() != address.lower():
        doubts.append(Doubt.REPLY_ELSEWHERE)
    if "@" in name and address and address.lower() not in name.lower():
        doubts.append(Doubt.NAME_IS_ADDRESS)
    return name, address


def _parsed(raw: str) -> tuple[str, str]:
    """Display name and address. The name is decoded after the two are parted: a coded "<" parts nothing.

    Not the standard library's way, which guesses, and calls itself once for each bracket.
    """
    found = NAME_AND_ADDRESS.match(raw)
    name, address = (found["name"], found["address"]) if found else ("", raw) if "@" in raw else (raw, "")
    words = _coded(name.strip().strip('"').replace('\\"', '"'))
    return plain_line(words, NAME_LENGTH), plain_line(address, CONTACT_LENGTH)


def _sent_at(message: Message) -> datetime.datetime | None:
    try:
        sent = email.utils.parsedate_to_datetime(_raw_header(message, "date"))
        aware = sent if sent.tzinfo else sent.replace(tzinfo=datetime.UTC)
        return aware.astimezone(datetime.UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parts(leaves: Iterator[Message] | list[Message]) -> Iterator[Part]:
    for number, leaf in enumerate(leaves, start=1):
        data = _payload(leaf)
        if data:
            yield Part(_file_name(leaf, number), data)


def _raw_name(leaf: Message) -> str:
    try:
        return str(leaf.get_filename() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return "?"


def _file_name(leaf: Message, number: int) -> str:
    """The name somebody gave the file, without folders and tricks; a number when there is none."""
    given = _coded(_raw_name(leaf)).replace("\\", "/").rsplit("/", 1)[-1]
    last = plain_line(given, FILE_NAME_LENGTH).strip(". ")
    if last and last != "?":
        return last
    return f"{number}.{EXTENSIONS.get(leaf.get_content_type(), 'bin')}"
