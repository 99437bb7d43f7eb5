"""The text of a document as it is read: what was looked for is marked, an address is drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from documents.models import OfficialDocumentPage
from documents.printing.qr import qr_picture
from documents.rules.hits import Piece, pieces_of
from documents.rules.tree_json import Line
from documents.selectors.files import unsearchable_files
from documents.selectors.reading import Reading

register = template.Library()


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Pieces of a text as HTML: the hits in `mark`, every sign of the text escaped."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece.text) if piece.is_hit else piece.text,) for piece in pieces)
    )


def with_marks(read: Reading) -> Reading:
    """The same, with the words marked in the lines of the clauses that were found."""
    if not read.hits.anchors:
        return read
    lines = [_marked(line, read.wanted) if line.anchor in read.hits.anchors else line for line in read.lines]
    return dataclasses.replace(read, lines=lines)


def _marked(line: Line, wanted: frozenset[str]) -> Line:
    def mark(text: str) -> str:
        return marked(pieces_of(text, wanted)) if text else text

    rows = tuple(tuple(mark(cell) for cell in row) for row in line.rows)
    return dataclasses.replace(line, heading=mark(line.heading), text=mark(line.text), rows=rows)


@register.simple_tag
def qr_of(address: str) -> str:
    """`{% qr_of address %}`: the `src` of a picture with the QR code of an address."""
    return qr_picture(address)


@register.simple_tag(takes_context=True)
def shown_address(context: Mapping[str, Any], page: OfficialDocumentPage, read: Reading) -> str:
    """`{% shown_address page read as address %}`: the full address of the edition that is shown."""
    address = str(page.get_full_url(context.get("request")))
    return f"{address}?on={read.edition.begins_on}" if read.has_own_address and read.edition else address


@register.simple_tag
def beside(page_url: str, place: str, read: Reading, **query: Any) -> str:
    """`{% beside url "document.pdf" read q=words %}`: an address beside the page, of the edition that is shown."""
    on = {"on": read.edition.begins_on} if read.has_own_address and read.edition else {}
    asked = urlencode({**on, **{name: value for name, value in query.items() if value}})
    return f"{page_url}{place}?{asked}".removesuffix("?")


@register.simple_tag
def unsearchable(rows: Iterable[tuple[Any, Any]]) -> list[tuple[Any, str]]:
    """`{% unsearchable rows as dumb %}`: of rows of the register, each file without readable text and its entry."""
    entries = {entry.shown.page.pk: entry for entry, _review in rows}
    return [(entries[page_id], title) for page_id, title in unsearchable_files(entries)]
