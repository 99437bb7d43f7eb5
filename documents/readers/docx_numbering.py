"""Automatic numbering of Word: what "1.", "2.1." or "a)" a reader sees where the file has only a reference."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from documents.rules.numbering import RUSSIAN_LETTERS, roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = re.compile(r"%(\d)")
LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST_LEVELS = 9
BULLET = "-"


@dataclasses.dataclass(frozen=True, slots=True)
class Level:
    """How one level is counted and written."""

    form: str = "decimal"
    words: str = ""
    start: int = 1
    is_legal: bool = False


def value_of(element: Element | None, name: str) -> str:
    """The value of a child element; empty without one."""
    found = element.find(f"{W}{name}") if element is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def whole(text: str, default: int) -> int:
    """A number of the file, or the default for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else default


class Numbering:
    """Counts as Word does: lists that share a definition go on, a higher level begins the lower ones anew."""

    def __init__(self, numbers: Element | None, styles: Element | None) -> None:
        self._levels: dict[str, list[Level]] = {}
        self._definition: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._by_style: dict[str, tuple[str, int]] = {}
        if numbers is not None:
            self._read(numbers)
        if styles is not None:
            self._read_styles(styles)

    def label(self, paragraph: Element) -> str:
        """The number a reader sees before the paragraph, counted on; empty where there is none."""
        number, depth = self._reference(paragraph)
        definition = self._definition.get(number, "")
        levels = self._levels.get(definition, [])
        if not levels or depth >= len(levels):
            return ""
        level = levels[depth]
        if level.form == "none":
            return ""
        counts = self._counted(number, definition, depth, levels)
        if level.form == "bullet":
            return BULLET
        return PLACE.sub(lambda place: _figure(levels, counts, int(place[1]) - 1, level), level.words).strip()

    def _counted(self, number: str, definition: str, depth: int, levels: list[Level]) -> dict[int, int]:
        """The counters of the list after one more on this level."""
        own = number if any(key[0] == number for key in self._starts) else definition
        counts = self._counts[own]
        for lower in range(depth + 1, MOST_LEVELS):
            counts.pop(lower, None)
        start = self._starts.get((number, depth), levels[depth].start)
        counts[depth] = counts[depth] + 1 if depth in counts else start
        for higher in range(depth):
            counts.setdefault(higher, levels[higher].start)
        return counts

    def _reference(self, paragraph: Element) -> tuple[str, int]:
        """List and level of a paragraph, its own or those of its style."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, depth = self._by_style.get(value_of(properties, "pStyle"), ("", 0))
        if own is None:
            return number, depth
        return value_of(own, "numId") or number, min(whole(value_of(own, "ilvl"), depth), MOST_LEVELS)

    def _read(self, numbers: Element) -> None:
        for definition in numbers.findall(f"{W}abstractNum"):
            levels = [_level(level) for level in definition.findall(f"{W}lvl")[:MOST_LEVELS]]
            self._levels[definition.get(f"{W}abstractNumId", "")] = levels
        for number in numbers.findall(f"{W}num"):
            name = number.get(f"{W}numId", "")
            self._definition[name] = value_of(number, "abstractNumId")
            for override in number.findall(f"{W}lvlOverride"):
                if start := value_of(override, "startOverride"):
                    self._starts[name, whole(override.get(f"{W}ilvl", ""), 0)] = whole(start, 1)

    def _read_styles(self, styles: Element) -> None:
        """Numbering of styles, those they are based on included."""
        rows = {style.get(f"{W}styleId", ""): style for style in styles.findall(f"{W}style")}
        for name in rows:
            following, seen = name, set[str]()
            while following in rows and following not in seen:
                seen.add(following)
                properties = rows[following].find(f"{W}pPr")
                own = properties.find(f"{W}numPr") if properties is not None else None
                if number := value_of(own, "numId"):
                    self._by_style[name] = number, whole(value_of(own, "ilvl"), 0)
                    break
                following = value_of(rows[following], "basedOn")


def _level(level: Element) -> Level:
    return Level(
        value_of(level, "numFmt") or "decimal",
        value_of(level, "lvlText"),
        whole(value_of(level, "start"), 1),
        level.find(f"{W}isLgl") is not None,
    )


def _figure(levels: list[Level], counts: dict[int, int], depth: int, shown: Level) -> str:
    """The counter of a level in its figures."""
    if not 0 <= depth < len(levels):
        return ""
    count = counts.get(depth, levels[depth].start)
    return written(count, "decimal" if shown.is_legal else levels[depth].form)


def written(count: int, form: str) -> str:
    """A count in the figures or letters of one of Word's forms; unknown forms are written as figures."""
    if form.endswith("Roman") and 0 < count < 4000:
        return roman(count) if form == "upperRoman" else roman(count).lower()
    letters = {"Letter": LATIN_LETTERS, "russianLower": RUSSIAN_LETTERS, "russianUpper": RUSSIAN_LETTERS}
    alphabet = letters.get("Letter" if form.endswith("Letter") else form)
    if alphabet and count > 0:
        times, place = divmod(count - 1, len(alphabet))
        letter = alphabet[place] * (times + 1)
        return letter.upper() if form.startswith("upper") or form.endswith("Upper") else letter
    return f"{count:02d}" if form == "decimalZero" else str(count)
