"""Word files and PDFs made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import typst
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NUMBERING = """<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="{letters}"/><w:lvlText w:val="%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>"""
NUMBER = '<w:num {ns} w:numId="{id}"><w:abstractNumId w:val="90"/>{more}</w:num>'


def word(write: Callable, *, letters: str = "russianLower") -> bytes:
    """A Word file; `write` fills it. Its list 91 counts "1.", "1.1.", "а)", bullets; list 92 begins anew."""
    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"), letters=letters)))
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering.append(parse_xml(NUMBER.format(ns=nsdecls("w"), id=91, more="")))
    numbering.append(parse_xml(NUMBER.format(ns=nsdecls("w"), id=92, more=anew)))
    write(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def numbered(document, text: str, level: int, number: int = 91):
    """A paragraph whose number Word writes itself."""
    paragraph = document.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return paragraph


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same package with one part changed (or added)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content.decode()) if entry == name else content)
        if name not in old.namelist():
            new.writestr(name, change(""))
    return out.getvalue()


def pdf(*pages: str, setup: str = "") -> bytes:
    """A PDF of these pages, written in Typst."""
    head = f'#set page(width: 595pt, height: 842pt, margin: 70pt)\n#set text(size: 12pt, lang: "ru")\n{setup}\n'
    return typst.compile((head + "\n#pagebreak()\n".join(pages)).encode())


def drawing() -> bytes:
    """A PDF with a picture and no letter."""
    return pdf("#rect(width: 100%, height: 50%)")
