"""What stands around the figures of a report: the board's own words, who signs, where and when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from editorial.reports.paper import Signature


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What the board writes itself, each empty until written. A line break is a new paragraph."""

    strengths: str = ""
    shortcomings: str = ""
    causes: str = ""
    proposals: str = ""
    plans: str = ""
    commendations: str = ""


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """The form of the paper.

    country: "vn" or "ru", which decides the form whatever the reader's language; school_name and
    superior as the school's own record has them; place and dated_on of the signature, dated_on None
    while it is a draft; number in the year's series, None while it is a draft; version from 1;
    recipients: lines of "Nơi nhận", empty for the usual ones; ledger_head: number and hash of the
    ledger's last line; address: of the report on the portal; what_changed: since the version before.
    """

    country: str
    school_name: str
    superior: str
    place: str
    dated_on: dt.date | None
    number: int | None
    version: int
    signature: Signature
    recipients: tuple[str, ...] = ()
    ledger_head: str = ""
    address: str = ""
    is_draft: bool = True
    what_changed: str = ""
