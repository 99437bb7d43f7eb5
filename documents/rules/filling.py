"""What the register asks of a document, filled in from what the file says of itself, for a person to check."""

from __future__ import annotations

import dataclasses
import datetime
import re

from documents.rules.cards import Approval, Card
from documents.rules.lines import is_capitals, tidy
from documents.rules.reading import Regulation
from documents.rules.registering import ApprovalKind
from documents.rules.types import types_of
from documents.rules.vocabulary import Language

COUNTRIES = {Language.VI: "vn", Language.RU: "ru"}
AUTHORITY = re.compile(r"^(TM\.|Q\.|KT\.|TL\.|TUQ\.)\s*(.*)$")
TWO_POSTS = re.compile(r"^(.+) (PHÓ \1.*)$")
RUSSIAN_NAME = re.compile(r"(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.)$")
FIRST_WORDS = (
    ("РАССМОТР", ApprovalKind.CONSIDERED),
    ("ПРИНЯТ", ApprovalKind.ADOPTED),
    ("СОГЛАСОВ", ApprovalKind.AGREED),
    ("УТВЕРЖД", ApprovalKind.APPROVED),
)
ACT = re.compile(r"(?<!\w)(протокол|приказ|распоряжени|решени)\w*", re.IGNORECASE)
DATED = re.compile(r"(?:от\s+)?[«\"]?\d{1,2}[»\"]?[. ].*$|№.*$")
LONGEST = {"title": 255, "number": 30, "symbol": 40, "name": 100, "body": 200, "act": 60, "basis": 500}


@dataclasses.dataclass(frozen=True, slots=True)
class FilledApproval:
    """A line of the block of approvals."""

    kind: ApprovalKind
    body: str
    act: str
    number: str
    on: datetime.date | None


@dataclasses.dataclass(frozen=True, slots=True)
class Filled:
    """The fields of the register as far as the file tells them; `certificate_from` and `_to` are days."""

    title: str = ""
    kind: str = ""
    number: str = ""
    symbol: str = ""
    issuing_body: str = ""
    signer_name: str = ""
    signer_post: str = ""
    signer_authority: str = ""
    issued_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    certificate_number: str = ""
    certificate_owner: str = ""
    certificate_from: datetime.date | None = None
    certificate_to: datetime.date | None = None
    approvals: tuple[FilledApproval, ...] = ()
    bases: tuple[str, ...] = ()


def filled(regulation: Regulation) -> Filled:
    """The fields of a file registered as one document; number, day and signer are those of its order."""
    own = _of_card(regulation.card, regulation.language)
    if regulation.cover is None:
        return own
    order = _of_card(regulation.cover, regulation.language)
    return dataclasses.replace(
        order,
        title=own.title or order.title,
        kind=own.kind or order.kind,
        approvals=own.approvals or order.approvals,
        issuing_body=order.issuing_body or own.issuing_body,
    )


def filled_in_two(regulation: Regulation) -> tuple[Filled, Filled]:
    """The fields of the order and of what it puts into force, which has no number of its own."""
    assert regulation.cover is not None
    order = _of_card(regulation.cover, regulation.language)
    whole = filled(regulation)
    return order, dataclasses.replace(whole, number="", symbol="", bases=())


def _of_card(card: Card, language: Language) -> Filled:
    authority, post, name = _signer(card, language)
    stamp = dict(card.stamp)
    return Filled(
        title=_short(_title(card), "title"),
        kind=_kind(card.kind, language),
        number=_short(card.number, "number"),
        symbol=_short(card.symbol, "symbol"),
        issuing_body=_short(card.issuer or card.organisation, "body"),
        signer_name=_short(name, "name"),
        signer_post=_short(post, "name"),
        signer_authority=authority,
        issued_on=card.issued_on,
        effective_on=None if card.is_effective_on_signing else card.effective_on,
        certificate_number=stamp.get("certificate", "")[:60],
        certificate_owner=stamp.get("owner", "")[:150],
        certificate_from=_day(stamp.get("valid_from", "")),
        certificate_to=_day(stamp.get("valid_to", "")),
        approvals=tuple(found for block in card.approvals if (found := _approval(block))),
        bases=tuple(_short(basis.rstrip(";,. "), "basis") for basis in card.bases),
    )


def _short(text: str, field: str) -> str:
    line = tidy(text)
    return line if len(line) <= LONGEST[field] else f"{line[: LONGEST[field] - 1].rstrip()}…"


def _title(card: Card) -> str:
    """The title as people write it in a list: "Quy chế hoạt động …", not the kind in capitals."""
    kind, rest = card.title[: len(card.kind)], card.title[len(card.kind) :]
    is_loud = is_capitals(kind) and not is_capitals(rest)
    return f"{kind.capitalize()}{rest}" if is_loud else card.title


def _kind(name: str, language: Language) -> str:
    """The code of a type; that of its last word for "должностная инструкция"; empty for one not in the list."""
    codes = {row.name.lower(): row.code for row in types_of(COUNTRIES[language])}
    return codes.get(name) or codes.get(name.split(" ")[-1], "")


def _signer(card: Card, language: Language) -> tuple[str, str, str]:
    """Right to sign, post and name."""
    if language is Language.RU:
        name = RUSSIAN_NAME.search(card.signer)
        return "", tidy(card.signer[: name.start()] if name else card.signer), name[0] if name else ""
    signed = AUTHORITY.match(card.signer_post)
    authority, post = (signed[1], signed[2]) if signed else ("", card.signer_post)
    two = TWO_POSTS.match(post)
    return authority, two[2] if two else post, card.signer


def _approval(block: Approval) -> FilledApproval | None:
    """ "РАССМОТРЕНО педагогическим советом, протокол от 30.08.2024 № 1"."""
    words = tidy(block.words)
    kind = next((code for begins, code in FIRST_WORDS if words.upper().startswith(begins)), None)
    if kind is None:
        return None
    rest = words.partition(" ")[2].strip(" :,")
    act = ACT.search(rest)
    before, behind = (rest[: act.start()], rest[act.end() :]) if act else (rest, "")
    body = tidy(DATED.sub("", before) or DATED.sub("", behind)).strip(" ,.:")
    return FilledApproval(kind, _short(body, "body"), act[0].lower() if act else "", _number(block.number), block.on)


def _number(number: str) -> str:
    return number.rstrip(".,;")[: LONGEST["number"]]


def _day(text: str) -> datetime.date | None:
    """The date of "05.09.2024"; None for one that no calendar has."""
    try:
        return datetime.datetime.strptime(text, "%d.%m.%Y").date()
    except ValueError:
        return None
