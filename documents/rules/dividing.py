"""Where one text ends and another begins: cover order, the text it puts into force, appendices (rule 7)."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Mapping

from documents.rules import grammar_ru, grammar_vi
from documents.rules.corrections import Said
from documents.rules.lines import Row, ends_sentence, is_capitals, tidy
from documents.rules.vocabulary import ANNEXES, Language, NodeKind

APPENDIX = {
    Language.VI: re.compile(
        r"^((?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số)?\s*(?:[IVXLC]+|\d{1,2}|[A-Z])(?=[\s.:]|$))?\s*[.:]?)(?:\s+(.+))?$"
    ),
    Language.RU: re.compile(
        r"^((?:ПРИЛОЖЕНИЕ|Приложение)\s*(?:(?:№|N)\s*)?(?:\d{1,2}|[А-Я](?=[\s.:]|$))?\s*[.:]?)(?:\s+(.+))?$"
    ),
}
ANNEX_TITLE = {
    Language.VI: re.compile(rf"^(?:{grammar_vi.ANNEXED})(?=\s|$)"),
    Language.RU: re.compile(r"^(?:ПОЛОЖЕНИЕ|ПОРЯДОК|ПРАВИЛА|ИНСТРУКЦИЯ|РЕГЛАМЕНТ|ПЛАН|Положение|Порядок)(?=\s|$)"),
}
ORDER_TITLE = {
    Language.VI: re.compile(rf"^(?:{grammar_vi.DECISIONS})$"),
    Language.RU: grammar_ru.ORDERS,
}
FIRST_NUMBER = {
    Language.VI: re.compile(r"^(?:Điều\s+1\s*[.:]|1\.\s|I\.\s|(?:Chương|CHƯƠNG|Phần|PHẦN)\s)"),
    Language.RU: re.compile(r"^(?:1\.|I\.|1\.1\.?)\s"),
}
ANNEX_HEAD = re.compile(r"^(?:Приложение|ПРИЛОЖЕНИЕ|УТВЕРЖД|Утвержд|РАССМОТРЕН|ПРИНЯТ|СОГЛАСОВАН)")
TAIL_OF_LABEL = re.compile(r"^(?:к\s|\(|kèm theo|ban hành)", re.IGNORECASE)
BLANK_TO_FILL = re.compile(r"_{3,}|\.{6,}|…{3,}")
CAPTION = re.compile(r"^\(?[^()]{0,40}\((?:подпись|дата|расшифровка|фамилия|ф\.\s?и\.\s?о|ký|họ)", re.IGNORECASE)
FEW_TO_FILL, LONGEST_TITLE = 2, 200


@dataclasses.dataclass(frozen=True, slots=True)
class Division:
    """A part of the file that is numbered for itself. `mark`, `tail`: the first line of an appendix, as typed."""

    kind: NodeKind
    rows: tuple[Row, ...]
    mark: str = ""
    tail: str = ""
    line: int = 0
    named: str = ""  # the label a person gave it

    @property
    def label(self) -> str:
        """What an appendix is called by: "Phụ lục II"."""
        return self.named or tidy(self.mark.rstrip(".: "))

    @property
    def is_addressed(self) -> bool:
        """Whether the tail says to what it belongs ("к Положению"), not what it is about."""
        return bool(TAIL_OF_LABEL.match(self.tail))


def divide(rows: list[Row], language: Language, said: Mapping[int, Said]) -> list[Division]:
    """Cover (if there is one), text, appendices, in their order; what a person `said` of a line comes first."""
    told = [said[row.number].kind if row.number in said else None for row in rows]
    border = told.index(NodeKind.BODY) if NodeKind.BODY in told else _cover_end(rows, language)
    read = [index for index in _appendix_starts(rows, border, language) if rows[index].number not in said]
    starts = sorted({*read, *(index for index in range(border + 1, len(rows)) if told[index] in ANNEXES)})
    end = starts[0] if starts else len(rows)
    divisions = [Division(NodeKind.COVER, tuple(rows[:border]))] if border else []
    divisions.append(Division(NodeKind.BODY, tuple(rows[border:end])))
    for first, last in itertools.pairwise([*starts, len(rows)]):
        divisions.append(_appendix(rows[first:last], language, said.get(rows[first].number)))
    return divisions


def _cover_end(rows: list[Row], language: Language) -> int:
    """The index of the first row of the annexed text; 0 where there is no cover."""
    order = _first(rows, ORDER_TITLE[language], 0, _first(rows, FIRST_NUMBER[language], 0, len(rows)))
    start = _first(rows, FIRST_NUMBER[language], order, len(rows))
    title = _annex_title(rows, start, language)
    if order == len(rows) or start >= len(rows) or title is None:
        return 0
    return _behind_signature(rows, start, title, language)


def _annex_title(rows: list[Row], start: int, language: Language) -> int | None:
    """The title of the annexed text; chapter headings ("QUY ĐỊNH CHUNG") are none."""
    for index in range(start + 1, len(rows)):
        if language is Language.VI and _is_label(rows, index, language):
            return None  # what follows the label of an appendix is its name
        row, before = rows[index], rows[index - 1]
        is_heading = language is Language.VI and any(pattern.match(before.text) for _, pattern in grammar_vi.ABOVE)
        is_alone = is_capitals(row.text.split(" ")[0]) or row.gap > 1 or ANNEX_HEAD.match(before.text)
        if ANNEX_TITLE[language].match(row.text) and is_alone and not is_heading and _is_short(row.text):
            return index
    return None


def _is_short(text: str) -> bool:
    return len(text) < LONGEST_TITLE and not ends_sentence(text)


def _behind_signature(rows: list[Row], start: int, title: int, language: Language) -> int:
    """Behind the name of who signed; without one, before the letterhead of the annexed text."""
    if language is Language.RU:
        heads = [index for index in range(start + 1, title) if ANNEX_HEAD.match(rows[index].text)]
        return heads[0] if heads else title
    names = [index for index in range(start + 1, title) if _is_name(rows, index)]
    if names:
        return names[-1] + 1
    while title - 1 > start and _is_letterhead(rows[title - 1]):
        title -= 1
    return title


def _is_name(rows: list[Row], index: int) -> bool:
    """A person's name under a post in capitals, with at most "(Đã ký)" in between."""
    above = [row.text for row in rows[max(0, index - 3) : index]]
    has_post = any(is_capitals(text) and grammar_vi.POST.match(text) for text in above)
    return has_post and bool(grammar_vi.NAME.match(rows[index].text)) and not is_capitals(rows[index].text)


def _is_letterhead(row: Row) -> bool:
    known = (grammar_vi.DATE, grammar_vi.NUMBER)
    return any(pattern.match(row.text) for pattern in known) or bool(grammar_vi.LETTERHEAD.search(row.text))


def _first(rows: list[Row], pattern: re.Pattern[str], start: int, end: int) -> int:
    """The first row that fits, from `start`; the number of rows if there is none before `end`."""
    return next((index for index in range(start, end) if pattern.match(rows[index].text)), len(rows))


def _appendix_starts(rows: list[Row], border: int, language: Language) -> list[int]:
    """Rows that are the label of an appendix, once the text itself has begun."""
    begun = _first(rows, FIRST_NUMBER[language], border, len(rows))
    found = [index for index in range(begun + 1, len(rows)) if _is_label(rows, index, language)]
    end = found[0] if found else len(rows)
    signed = [index for index in range(begun + 1, end - 1) if language is Language.VI and _is_name(rows, index)]
    # A list behind the signature is an appendix, though it is not called one.
    return [signed[-1] + 1, *found] if signed and signed[-1] + 1 < end else found


def _is_label(rows: list[Row], index: int, language: Language) -> bool:
    """ "Приложение № 1", "Phụ lục II. DANH MỤC"; not a sentence about one."""
    found = APPENDIX[language].match(rows[index].text)
    if found is None or rows[index].cells:
        return False
    tail = found[2] or ""
    is_sentence = tail[-1:] in {".", ";", ",", ":"} or len(tail) > 150
    goes_on = rows[index].gap == 0 and rows[index - 1].text[-1:] in {",", "("}
    return not is_sentence and not goes_on and (not tail[:1].islower() or bool(TAIL_OF_LABEL.match(tail)))


def _appendix(rows: list[Row], language: Language, said: Said | None) -> Division:
    found = APPENDIX[language].match(rows[0].text)
    if said is not None and said.kind is not None:
        mark, tail = (found[1].strip(), (found[2] or "").strip()) if found else (rows[0].text, "")
        return Division(said.kind, tuple(rows[1:]), mark, tail, rows[0].number, said.label)
    if found is None:
        return Division(NodeKind.FORM if _is_form(rows) else NodeKind.APPENDIX, tuple(rows), line=rows[0].number)
    kind = NodeKind.FORM if _is_form(rows[1:]) else NodeKind.APPENDIX
    return Division(kind, tuple(rows[1:]), found[1].strip(), (found[2] or "").strip(), rows[0].number)


def _is_form(rows: list[Row]) -> bool:
    """A blank to be filled in: lines of underscores, captions in brackets."""
    return sum(bool(BLANK_TO_FILL.search(row.text) or CAPTION.match(row.text)) for row in rows) >= FEW_TO_FILL
