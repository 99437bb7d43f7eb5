"""A report as it will be printed: words and figures in their order, no layout. Every file is made from this."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | dt.date | dt.datetime | None


class Kind(StrEnum):
    """What a column of a table holds; says how it is aligned, written and typed."""

    TEXT = "text"
    COUNT = "count"  # a whole number
    SHARE = "share"  # a float from 0 to 1, printed as a percentage with one decimal
    HOURS = "hours"  # a float, printed with one decimal
    COUNT_CHANGE = "count_change"  # how much a count grew; printed with its sign, like the next two
    SHARE_CHANGE = "share_change"  # a float; printed in points of a percent
    HOURS_CHANGE = "hours_change"
    DAY = "day"  # dt.date
    MOMENT = "moment"  # an aware dt.datetime in the school's time zone


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading and what it holds."""

    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures. `code` is stable (a file's sheet, an anchor); `total` is a last row that adds up.

    `None` in a cell is "nothing to count" and prints as a dash. Rows are as long as `columns`.
    row_kinds: where each row holds figures of another kind, the kinds of its cells; else those of the columns hold.
    """

    code: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] | None = None
    note: str = ""
    row_kinds: tuple[tuple[Kind, ...], ...] = ()

    def kinds(self, place: int) -> tuple[Kind, ...]:
        """What the cells of a row hold; the total is the row after the last."""
        if place < len(self.row_kinds):
            return self.row_kinds[place]
        return tuple(column.kind for column in self.columns)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its name, its length, and the figure as people read it."""

    label: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with a caption and a sentence that says the same in words."""

    code: str
    caption: str
    summary: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line break inside is a new line."""

    text: str


Block = Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the template with what stands under it: number "II" or "2", level 1 or 2."""

    code: str
    number: str
    heading: str
    level: int
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: authority ("TM. BAN BIÊN TẬP", "KT. TRƯỞNG BAN"), post, name; an empty name is unsigned."""

    authority: tuple[str, ...]
    post: str
    name: str = ""
    signed_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A whole report in the form of its country.

    country: "vn" (Nghị định 30/2020) or "ru". language: "vi", "ru" or "en".
    heading_left: superior body and issuing body; heading_right: name of country and motto (empty in Russia).
    number: "Số: 05/BC-BBT", a blank to fill in while it is a draft. place_and_date: the whole line, by its rule
        for zeros.
    type_name: "BÁO CÁO"; subject: the abstract under it. closing: what stands under the last section ("./.").
    recipients: lines of "Nơi nhận". mark: "DRAFT" in the reader's words, empty when signed.
    colophon: small lines at the very end: version, head hash of the ledger, address of the report.
    """

    country: str
    language: str
    heading_left: tuple[str, str]
    heading_right: tuple[str, str]
    number: str
    place_and_date: str
    type_name: str
    subject: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    recipients_heading: str
    recipients: tuple[str, ...]
    signature: Signature
    mark: str = ""
    colophon: tuple[str, ...] = ()
