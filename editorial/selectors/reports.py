"""Reports of the board: a draft counted now, a signed one as it was frozen, and whether that still holds."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from core.clock import now as clock_now
from editorial.models.ledger import LedgerEntry, LedgerHead
from editorial.models.reports import Report
from editorial.reports.comparison_json import comparison_from_json, comparison_to_json
from editorial.reports.composing import compose, signature_of
from editorial.reports.frame import ReportFrame, ReportWords
from editorial.reports.paper import ReportPaper
from editorial.reports.paper_json import paper_from_json, paper_to_json
from editorial.reports.place import place_of
from editorial.rules.figure_json import differences, from_json, to_json
from editorial.rules.figure_terms import Comparison, ReportFigures
from editorial.rules.periods import Period
from editorial.rules.report_dues import due_periods
from editorial.rules.vocabulary import Post
from editorial.selectors.figures import compared, report_figures
from editorial.selectors.records import rules_in_force
from school.models import School
from school.selectors import school_years

NIGHTLY = "editorial.nightly"
FROZEN_FACTS = (
    "kind",
    "key",
    "parts",
    "version",
    "what_changed",
    "strengths",
    "shortcomings",
    "causes",
    "commendations",
    "plans",
    "proposals",
    "number",
    "number_year",
    "figures",
    "comparison",
    "paper",
    "query",
    "ledger_seq",
    "ledger_hash",
    "signed_by_id",
    "signer_name",
    "signer_post",
)


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """A report as it is read: its figures, their comparison and the paper they make."""

    figures: ReportFigures
    comparison: Comparison
    paper: ReportPaper


@dataclasses.dataclass(frozen=True, slots=True)
class Signing:
    """Who signs, when, and the number he gives; the ledger's last line at that moment."""

    name: str
    post: str
    at: datetime.datetime
    number: int
    ledger_seq: int
    ledger_hash: str


def reading_of(report: Report, now: datetime.datetime | None = None) -> Reading:
    """A draft counted at `now`; a signed report as it was frozen, whatever happened since."""
    if report.is_frozen:
        comparison = comparison_from_json(report.comparison)
        return Reading(from_json(report.figures), comparison, paper_from_json(report.paper))
    return counted(report, now or clock_now())


def counted(report: Report, now: datetime.datetime, signing: Signing | None = None) -> Reading:
    """The report counted and composed at `now`, signed or as a draft."""
    figures = report_figures(report.school, report.period, now)
    comparison = compared(figures, report.school, report.period, now)
    paper = compose(figures, comparison, ReportWords(**report.written), frame_of(report, signing))
    return Reading(figures, comparison, paper)


def frame_of(report: Report, signing: Signing | None = None) -> ReportFrame:
    """What stands around the figures; blanks where a draft has nothing yet."""
    school = report.school
    post = signing.post if signing else Post.DEPUTY.value
    signed_at = localtime(signing.at) if signing else None
    return ReportFrame(
        country=school.country,
        school_name=school.name,
        superior=school.superior_body,
        place=place_of(school.address, school.country),
        dated_on=localdate(signing.at) if signing else None,
        number=signing.number if signing else None,
        version=report.version,
        signature=signature_of(school.country, post, signing.name if signing else "", signed_at),
        ledger_head=f"{signing.ledger_seq} {signing.ledger_hash}" if signing else "",
        address=settings.WAGTAILADMIN_BASE_URL + reverse("board_report", args=[report.pk]) if report.pk else "",
        is_draft=signing is None,
        what_changed=report.what_changed,
    )


def ledger_end() -> tuple[int, str]:
    """Number and hash of the ledger's last line."""
    head = LedgerHead.objects.first()
    return (head.seq, head.hash) if head else (0, "")


def next_number(school: School, year: int) -> int:
    """The next number of the year's series; the caller holds the school."""
    last = Report.objects.filter(school=school, number_year=year).aggregate(n=Max("number"))["n"]
    return (last or 0) + 1


def frozen_data(reading: Reading) -> dict[str, Any]:
    """What a signature stores of a reading."""
    return {
        "figures": to_json(reading.figures),
        "comparison": comparison_to_json(reading.comparison),
        "paper": paper_to_json(reading.paper),
    }


def as_json(report: Report, now: datetime.datetime | None = None) -> bytes:
    """A report for other programs: where it stands, its figures, what they rest on, the hashes of its files."""
    files = {row.format: row.sha256 for row in report.files.all()} if report.pk else {}
    data = {
        "period": report.key,
        "first_on": str(report.first_on),
        "last_on": str(report.last_on),
        "state": report.state.value.removeprefix("report_"),
        "version": report.version,
        "number": report.number,
        "signed_at": report.signed_at.isoformat() if report.signed_at else None,
        "ledger": {"seq": report.ledger_seq, "hash": report.ledger_hash},
        "query": report.query,
        "files": files,
        "figures": to_json(reading_of(report, now).figures),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True).encode()


def content_digest(report: Report) -> str:
    """SHA-256 over everything a signature froze, in one fixed form."""
    facts = {name: getattr(report, name) for name in FROZEN_FACTS}
    days = {"school": report.school_id, "first_on": str(report.first_on), "last_on": str(report.last_on)}
    signed = {"signed_at": report.signed_at.astimezone(datetime.UTC).isoformat() if report.signed_at else ""}
    text = json.dumps({**facts, **days, **signed}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def what_differs(report: Report, now: datetime.datetime | None = None) -> list[str]:
    """A signed report counted again: one line for each figure that differs; empty means the same."""
    then = from_json(report.figures)
    again = report_figures(report.school, report.period, now or clock_now())
    return [
        f"{code}{f' {key}' if key else ''}: frozen {before}, counted now {after}"
        for code, key, before, after in differences(then, again)
    ]


def report_for(school: School, period: Period) -> Report:
    """The newest signed report of a period, else its draft, else a draft that is stored nowhere."""
    rows = Report.objects.filter(school=school, key=period.key).select_related("school").order_by("-version")
    signed = next((row for row in rows if row.is_frozen), None)
    return signed or next(iter(rows), None) or unsaved(school, period)


def unsaved(school: School, period: Period) -> Report:
    """A draft that is not stored yet."""
    parts = {name: getattr(period, name) for name in ("year", "number", "name", "school_year")}
    days = {"first_on": period.first_on, "last_on": period.last_on}
    return Report(school=school, kind=period.kind.value, key=period.key, parts=parts, **days)


def counting_moment(report: Report) -> datetime.datetime:
    """The moment up to which its figures are counted: the signature's, for a draft the present."""
    return report.signed_at or clock_now()


def versions_of(report: Report) -> list[Report]:
    """Every version of the period's report, the newest first."""
    rows = Report.objects.filter(school=report.school, key=report.key).order_by("-version")
    return list(rows.defer("figures", "comparison", "paper"))


def is_newest(report: Report) -> bool:
    """Whether no later version of it exists."""
    return not Report.objects.filter(replaces=report).exists()


def missing_reports(school: School, on: datetime.date) -> list[Period]:
    """Periods whose report is due by itself on the day `on` and was never drafted, the earliest first.

    Reports are owed from the day on which the portal first checked itself at night: before that it did not run.
    """
    nights = LedgerEntry.objects.filter(school_id=school.pk, action=NIGHTLY)
    first = nights.order_by("seq").values_list("at", flat=True).first()
    if first is None:
        return []
    cutoff = rules_in_force(school).report_cutoff_day
    periods = due_periods(on, localdate(first), school_years(school), cutoff)
    drafted = set(Report.objects.filter(school=school).values_list("key", flat=True))
    return [period for period in periods if period.key not in drafted]
