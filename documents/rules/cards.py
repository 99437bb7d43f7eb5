"""What a document says of itself: title, kind, number, date, who issued and signed it."""

from __future__ import annotations

import dataclasses
import datetime
import itertools
import re

from documents.rules import grammar_ru, grammar_vi
from documents.rules.lines import is_capitals, tidy
from documents.rules.tree import Node
from documents.rules.vocabulary import Language, NodeKind

SCHOOL_YEAR = re.compile(r"[Nn]ăm học\s+(\d{4}\s*[-–]\s*\d{4})")
EFFECTIVE_ON_SIGNING = re.compile(r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày ký", re.IGNORECASE)
EFFECTIVE_ON = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE
)
CITATION = re.compile(
    r"(?:Công văn|Thông tư|Nghị định|Quyết định|Luật|Chỉ thị|Nghị quyết|Kế hoạch)\s(?:số\s)?\d+[^\s;,]*/[^\s;,]+"
    r"(?:\sngày\s(?:\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}|\d{1,2}/\d{1,2}/\d{4}))?"
)
ORGANISATION = re.compile(r"(?:\b(?:М[БАК]?|Г[БАК]?|Ч)ОУ|\bМБДОУ|\bшкол[аы] №)\s.*$")
RUSSIAN_DATE = re.compile(r"(\d{1,2})[. ](\d{1,2})\.(\d{4})")
RUSSIAN_NUMBER = re.compile(r"№\s*(\S+)")
CERTIFICATE = {
    "certificate": re.compile(r"Сертификат:?\s*(?:№\s*)?([0-9A-Fa-f]+)"),
    "owner": re.compile(r"Владелец:?\s*(.+?)(?=\s*(?:Действителен|Сертификат|$))"),
    "valid_from": re.compile(r"[Дд]ействителен:?\s*с\s*(\d\d\.\d\d\.\d{4})"),
    "valid_to": re.compile(r"\sпо\s*(\d\d\.\d\d\.\d{4})"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Approval:
    """A block of a Russian local act: considered, agreed, approved; `words` as written."""

    words: str
    number: str = ""
    on: datetime.date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Card:
    """The facts found in one division, empty where it says nothing. Dates without a zone."""

    title: str = ""
    kind: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    issued_on: datetime.date | None = None
    effective_on: datetime.date | None = None
    is_effective_on_signing: bool = False
    issuer: str = ""
    organisation: str = ""
    school_year: str = ""
    signer_post: str = ""
    signer: str = ""
    bases: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    approvals: tuple[Approval, ...] = ()
    stamp: tuple[tuple[str, str], ...] = ()

    @property
    def full_number(self) -> str:
        """Number and symbol as written: "198/QĐ-THPT ĐT"."""
        return f"{self.number}/{self.symbol}" if self.symbol else self.number


def card_of(division: Node, language: Language) -> Card:
    """The facts of a division."""
    return _vietnamese(division) if language is Language.VI else _russian(division)


def _texts(division: Node, kind: NodeKind) -> list[str]:
    return [child.text for child in division.children if child.kind is kind]


def title_of(division: Node, types: re.Pattern[str]) -> tuple[str, str]:
    """The title and the kind of document in it; a kind written twice or more is kept once, as written last."""
    text = " ".join(_texts(division, NodeKind.TITLE))
    found = types.match(text)
    kind = found[1] if found else ""
    while kind and (again := types.match(text[len(kind) :].lstrip())) and again[1].lower() == kind.lower():
        text = text[len(kind) :].lstrip()
    return text, kind.lower()


def _vietnamese(division: Node) -> Card:
    title, kind = title_of(division, grammar_vi.TITLE)
    number = _found(division, NodeKind.NUMBER, grammar_vi.NUMBER)
    dated = _found(division, NodeKind.DATE, grammar_vi.DATE)
    words = " ".join(node.text for node in division.walk())
    issued_on = _day(dated[2], dated[3], dated[4]) if dated else None
    on_signing = bool(EFFECTIVE_ON_SIGNING.search(words))
    on_day = EFFECTIVE_ON.search(words)
    year = SCHOOL_YEAR.search(title)
    bases = tuple(_texts(division, NodeKind.BASIS))
    post, name = _signature(division)
    return Card(
        title=title,
        kind=kind,
        number=number[1] if number else "",
        symbol=number[2].strip() if number else "",
        place=dated[1].strip("( ") if dated else "",
        issued_on=issued_on,
        effective_on=_day(*on_day.groups()) if on_day else issued_on if on_signing else None,
        is_effective_on_signing=on_signing,
        issuer=_issuer(division, words),
        school_year=re.sub(r"\s*[-–]\s*", "-", year[1]) if year else "",
        signer_post=post,
        signer=name,
        bases=bases,
        citations=tuple(found[0] for text in bases if (found := CITATION.search(text))),
        recipients=_recipients(division),
    )


def _found(division: Node, kind: NodeKind, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return next((found for text in _texts(division, kind) if (found := pattern.match(text))), None)


def _signature(division: Node) -> tuple[str, str]:
    """Post and name; "(Đã ký)" between them is neither."""
    found = next((child for child in division.children if child.kind is NodeKind.SIGNATURE), None)
    if found is None:
        return "", ""
    lines = [child.text for child in found.children if not child.text.startswith("(")]
    posts = list(itertools.takewhile(is_capitals, lines))
    names = [line for line in lines if not is_capitals(line)]
    return tidy(" ".join((found.text, *posts))), names[0] if names else ""


def _recipients(division: Node) -> tuple[str, ...]:
    found = next((child for child in division.children if child.kind is NodeKind.RECIPIENTS), None)
    return tuple(child.text for child in found.children) if found else ()


def _issuer(division: Node, words: str) -> str:
    """The school behind "HIỆU TRƯỞNG …", written as it is in the text, not in capitals, if it occurs so."""
    lines = [text for text in _texts(division, NodeKind.INTRO) if is_capitals(text)]
    named = re.match(r"(?:PHÓ )?(?:HIỆU TRƯỞNG|GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG)\s+(.+)", lines[0]) if lines else None
    if named is None:
        return ""
    found = (one[0] for one in re.finditer(re.escape(named[1]), words, re.IGNORECASE) if not is_capitals(one[0]))
    return next(found, named[1])


def _russian(division: Node) -> Card:
    title, kind = title_of(division, grammar_ru.TITLE)
    approvals = tuple(_approval(text) for text in _texts(division, NodeKind.APPROVAL))
    number = next(iter(_texts(division, NodeKind.NUMBER)), "")
    found, day = RUSSIAN_NUMBER.search(number), RUSSIAN_DATE.search(number)
    organisation = ORGANISATION.search(title)
    signer = next((node.text for node in division.children if node.kind is NodeKind.SIGNATURE), "")
    stamp = " ".join(node.text for node in division.of_kind(NodeKind.STAMP))
    return Card(
        title=title,
        kind=kind,
        number=found[1] if found else "",
        issued_on=_day(*day.groups()) if day else None,
        organisation=organisation[0] if organisation else "",
        signer=signer,
        approvals=approvals,
        stamp=tuple((name, one[1]) for name, pattern in CERTIFICATE.items() if (one := pattern.search(stamp))),
    )


def _approval(words: str) -> Approval:
    number, day = RUSSIAN_NUMBER.search(words), RUSSIAN_DATE.search(words)
    return Approval(words, number[1] if number else "", _day(*day.groups()) if day else None)


def _day(day: str, month: str, year: str) -> datetime.date | None:
    """The date, None for one that no calendar has."""
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
