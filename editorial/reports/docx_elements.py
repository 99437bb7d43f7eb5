"""The elements a Word document is made of, built directly: a long table through the library's cells takes minutes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from editorial.reports.cells import for_paper

Element = Any  # lxml's, without types
POINT = 20  # twentieths of a point, Word's measure of lengths
HALF = 2  # half points, its measure of letters
MM = 56.7  # twentieths of a point in a millimetre
BLACK = "000000"


@dataclass(frozen=True, slots=True)
class Letters:
    """How a run looks: size in points."""

    size: float = 0  # 0: the style's
    bold: bool = False
    italic: bool = False


def mm(length: float) -> int:
    """Millimetres in Word's measure."""
    return round(length * MM)


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: Element) -> Element:
    """An element "w:…" with attributes of the same kind."""
    made = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name if ":" in name else f"w:{name}"), str(value))
    made.extend(children)
    return made


def value(tag: str, content: object) -> Element:
    """An element that only has a value."""
    return element(tag, {"val": content})


def run(text: str, tag: str, letters: Letters = Letters()) -> Element:
    """A piece of text in a language (`tag`: "vi-VN"); a new line in it is one in the document."""
    words = element("w:t", {"xml:space": "preserve"})
    made = element("w:r", None, run_look(tag, letters), words)
    write(words, text)
    return made


def write(words: Element, text: str) -> None:
    """Put a text into an empty "w:t"; further lines stand after it."""
    words.text, *rest = for_paper(text).split("\n")
    for line in reversed(rest):
        further = element("w:t", {"xml:space": "preserve"})
        further.text = line
        words.addnext(further)
        words.addnext(element("w:br"))


def field(code: str, tag: str, letters: Letters = Letters()) -> Element:
    """A field that Word fills in, such as PAGE."""
    shown = run("1", tag, letters)
    return element("w:fldSimple", {"instr": code}, shown)


def jump(tag: str) -> Element:
    """To the next tab stop."""
    return element("w:r", None, run_look(tag, Letters()), element("w:tab"))


def run_look(tag: str, letters: Letters) -> Element:
    """Properties of a run, in the order the format demands."""
    look = element("w:rPr")
    if letters.bold:
        look.append(element("w:b"))
    if letters.italic:
        look.append(element("w:i"))
    if letters.size:
        look.extend([value("w:sz", round(letters.size * HALF)), value("w:szCs", round(letters.size * HALF))])
    look.append(element("w:lang", {"val": tag, "eastAsia": tag}))
    return look


@dataclass(frozen=True, slots=True)
class Lines:
    """How a paragraph stands. Lengths: before and after in points, indents in twentieths of a point.

    together: on the page of the next one. rule: a line under it. tabs: how text stands at each stop, and where it is.
    """

    style: str = ""
    align: str = ""
    before: float | None = None
    after: float | None = None
    left: int = 0
    right: int = 0
    first: int | None = None
    together: bool = False
    rule: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    exactly: float = 0  # height of a line in points


def paragraph(runs: Iterable[Element] = (), lines: Lines = Lines()) -> Element:
    """A paragraph of runs."""
    return element("w:p", None, _stand(lines), *runs)


def keep_with_next(made: Element) -> None:
    """Put a paragraph on the page of what comes next; anything else stays as it is."""
    stand = made.find(qn("w:pPr"))
    if stand is not None and stand.find(qn("w:keepNext")) is None:
        stand.insert(len(stand.findall(qn("w:pStyle"))), element("w:keepNext"))


def _stand(lines: Lines) -> Element:
    """Properties of a paragraph, in the order the format demands."""
    stand = element("w:pPr")
    if lines.style:
        stand.append(value("w:pStyle", lines.style))
    if lines.together:
        stand.append(element("w:keepNext"))
    if lines.rule:
        line = element("w:bottom", {"val": "single", "sz": 6, "space": 1, "color": BLACK})
        stand.append(element("w:pBdr", None, line))
    if lines.tabs:
        stops = (element("w:tab", {"val": align, "pos": place}) for align, place in lines.tabs)
        stand.append(element("w:tabs", None, *stops))
    spacing = _spacing(lines)
    if spacing:
        stand.append(element("w:spacing", spacing))
    if lines.left or lines.right or lines.first is not None:
        stand.append(element("w:ind", {"left": lines.left, "right": lines.right, "firstLine": lines.first or 0}))
    if lines.align:
        stand.append(value("w:jc", lines.align))
    return stand


def _spacing(lines: Lines) -> dict[str, object]:
    spacing: dict[str, object] = {}
    if lines.before is not None:
        spacing["before"] = round(lines.before * POINT)
    if lines.after is not None:
        spacing["after"] = round(lines.after * POINT)
    if lines.exactly:
        spacing |= {"line": round(lines.exactly * POINT), "lineRule": "exact"}
    return spacing


@dataclass(frozen=True, slots=True)
class Frame:
    """How a table is drawn. widths: of its columns. lined: with borders, else without any. about: read aloud."""

    widths: tuple[int, ...]
    lined: bool = True
    caption: str = ""
    about: str = ""
    heading: bool = False
    margin: int = 0  # beside the text of a cell


def table(frame: Frame, rows: Iterable[Element]) -> Element:
    """A table of fixed columns."""
    look = element("w:tblPr")
    if frame.lined:
        look.append(value("w:tblStyle", "TableGrid"))
    look.append(element("w:tblW", {"w": sum(frame.widths), "type": "dxa"}))
    look.append(value("w:jc", "center"))
    look.append(element("w:tblLayout", {"type": "fixed"}))
    sides = [element(f"w:{side}", {"w": frame.margin, "type": "dxa"}) for side in ("left", "right")]
    look.append(element("w:tblCellMar", None, *sides))
    look.append(element("w:tblLook", {"val": "0020" if frame.heading else "0000", "firstRow": int(frame.heading)}))
    if frame.caption:
        look.append(value("w:tblCaption", for_paper(frame.caption)))
    if frame.about:
        look.append(value("w:tblDescription", for_paper(frame.about)))
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w": width}) for width in frame.widths))
    return element("w:tbl", None, look, grid, *rows)


def row(cells: Iterable[Element], *, heading: bool = False) -> Element:
    """A row that is not torn over two pages; a heading row stands again on each page."""
    marks = [element("w:cantSplit")] + ([element("w:tblHeader")] if heading else [])
    return element("w:tr", None, element("w:trPr", None, *marks), *cells)


def cell(width: int, paragraphs: Iterable[Element], *, span: int = 1, fill: str = "", middle: bool = False) -> Element:
    """A cell; `span`: columns it covers; `fill`: a colour as six figures, with white lines above and under it."""
    look = element("w:tcPr", None, element("w:tcW", {"w": width, "type": "dxa"}))
    if span > 1:
        look.append(value("w:gridSpan", span))
    if fill:
        white = {"val": "single", "sz": 24, "space": 0, "color": "FFFFFF"}
        look.append(element("w:tcBorders", None, element("w:top", white), element("w:bottom", white)))
        look.append(element("w:shd", {"val": "clear", "color": "auto", "fill": fill}))
    if middle:
        look.append(value("w:vAlign", "center"))
    return element("w:tc", None, look, *paragraphs)
