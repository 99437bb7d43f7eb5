"""Page, fonts, styles and running head of the Word document. Real heading styles, so that Word's navigation works."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from editorial.reports.cells import one_line
from editorial.reports.docx_elements import BLACK, Letters, Lines, element, field, jump, mm, paragraph, run, value
from editorial.reports.forms import A4, PaperForm
from editorial.reports.paper import ReportPaper
from editorial.reports.printed import DEEPEST

FONT = "Times New Roman"
FACES = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
TO_PAGE_NUMBER = 10.0  # mm from the edge
AFTER = 6.0  # points between paragraphs: the least the decree allows
DRAFT_LETTERS = Letters(size=13, bold=True)


def set_page(document: Any, form: PaperForm) -> None:
    """A4 upright with the fields of the form; the number of the page in the top field, not on the first one."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(A4[0]), Mm(A4[1])
    section.top_margin, section.bottom_margin = Mm(form.top), Mm(form.bottom)
    section.left_margin, section.right_margin = Mm(form.left), Mm(form.right)
    section.header_distance = section.footer_distance = Mm(TO_PAGE_NUMBER)
    section.different_first_page_header_footer = True


def set_styles(document: Any, form: PaperForm, tag: str) -> None:
    """Normal, headings, title and caption in the form's letters; the language of the whole document."""
    styles = document.styles
    _set_language(document, tag)
    normal = styles["Normal"]
    _letters(normal, form.body)
    normal.paragraph_format.space_after = Pt(AFTER)
    normal.paragraph_format.space_before = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    normal.paragraph_format.widow_control = True
    for level in range(1, DEEPEST + 1):
        _letters(styles[f"Heading {level}"], form.body, bold=True)
        _stands_alone(styles[f"Heading {level}"], before=AFTER, after=AFTER)
        styles[f"Heading {level}"].paragraph_format.first_line_indent = Mm(form.indent)
    for name in ("Title", "Subtitle"):
        _letters(styles[name], form.body, bold=True)
        _stands_alone(styles[name], before=0, after=0)
        _without_rule(styles[name])
    _letters(styles["Caption"], form.tables[0], bold=True)
    _stands_alone(styles["Caption"], before=AFTER, after=3)
    cells = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cells.base_style = normal
    cells.paragraph_format.space_before = cells.paragraph_format.space_after = Pt(1)


def write_running_head(document: Any, paper: ReportPaper, form: PaperForm, tag: str) -> None:
    """Number of the page, centred, from the second one; a draft says on every page that it is one."""
    section = document.sections[0]
    width = text_width(form)
    stand = Lines(after=0, tabs=(("center", width // 2), ("right", width)))
    number = field("PAGE", tag, Letters(size=13))
    for part, shown in ((section.first_page_header, []), (section.header, [number])):
        place = part._element
        for old in list(place):
            place.remove(old)
        mark = run(one_line(paper.mark), tag, DRAFT_LETTERS)
        place.append(paragraph([jump(tag), *shown, jump(tag), mark], stand))


def _set_language(document: Any, tag: str) -> None:
    """In the defaults, where a reading program looks for the language of the document."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(element("w:lang", {"val": tag, "eastAsia": tag, "bidi": "ar-SA"}))
    for theme in document.settings.element.findall(qn("w:themeFontLang")):
        theme.set(qn("w:val"), tag)


def _letters(style: Any, size: float, *, bold: bool = False) -> None:
    """Times New Roman, black, upright, for every alphabet: what the template's theme says is taken out."""
    look = style.element.get_or_add_rPr()
    for old in list(look):
        look.remove(old)
    look.append(element("w:rFonts", dict.fromkeys(FACES, FONT)))
    if bold:
        look.append(element("w:b"))
    look.append(value("w:color", BLACK))
    look.extend([value("w:sz", round(size * 2)), value("w:szCs", round(size * 2))])


def _stands_alone(style: Any, *, before: float, after: float) -> None:
    """Kept with what comes next."""
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.keep_together = True


def _without_rule(style: Any) -> None:
    stand = style.element.get_or_add_pPr()
    for name in ("w:pBdr", "w:contextualSpacing"):
        for old in stand.findall(qn(name)):
            stand.remove(old)


def text_width(form: PaperForm) -> int:
    """Room between the fields in Word's measure."""
    return mm(form.width)
