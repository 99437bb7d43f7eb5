"""What an inspector reads: required sections, who approved what stands on the site, the signed reports."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from editorial.models.chain import EditorialRecord
from editorial.models.choices import POSTS, label
from editorial.models.report_choices import SECTION_STATES
from editorial.models.reports import Report
from editorial.period_words import period_label
from editorial.reports.csv_tables import to_csv
from editorial.reports.packing import packed
from editorial.reports.paper import Column, Kind, Table
from editorial.required_sections import RequiredSection, required_sections
from editorial.rules.inspection import SectionState, section_state
from editorial.rules.vocabulary import VISIBLE
from school.models import School

MOST_REPORTS = 60
PACKED_FORMAT = "pdf"
HASHES = "hashes.txt"


@dataclasses.dataclass(frozen=True, slots=True)
class SectionLine:
    """A required section and where it stands."""

    section: RequiredSection
    state: SectionState

    @property
    def word(self) -> str:
        """The state in words."""
        return label(SECTION_STATES, self.state)


@dataclasses.dataclass(frozen=True, slots=True)
class ApprovedItem:
    """What stands on the site: whose it is, who released it in which post and when, and since when it stands there.

    No author and nobody shown in a picture is named.
    """

    title: str
    address: str
    unit: str
    approver: str
    post: str
    approved_at: datetime.datetime
    posted_at: datetime.datetime | None


def section_lines(school: School, on: datetime.date) -> list[SectionLine]:
    """Every required section on the day `on`."""
    return [SectionLine(section, _state(section, on)) for section in required_sections(school, on)]


def _state(section: RequiredSection, on: datetime.date) -> SectionState:
    if section.is_kept and section.touched_on:
        return SectionState.PRESENT
    return section_state(section.touched_on, on)


def approved_items(school: School) -> list[ApprovedItem]:
    """Everything of the board that stands on the site, the newest first."""
    shown = EditorialRecord.objects.filter(school=school, page__live=True, public_state__in=sorted(VISIBLE))
    rows = shown.filter(live_clearance__isnull=False).select_related("unit", "page", "live_clearance__decision__actor")
    return [_approved(record) for record in rows.order_by("-public_state_since", "-pk")]


def _approved(record: EditorialRecord) -> ApprovedItem:
    assert record.live_clearance is not None
    decision = record.live_clearance.decision
    return ApprovedItem(
        title=record.page.title,
        address=record.page.get_url() or "",
        unit=record.unit.name,
        approver=decision.actor_name,
        post=label(POSTS, decision.actor_post) if decision.actor_post else "",
        approved_at=localtime(decision.decided_at),
        posted_at=localtime(record.page.first_published_at) if record.page.first_published_at else None,
    )


def signed_reports(school: School) -> list[Report]:
    """The newest signed reports with their files."""
    rows = Report.objects.frozen().filter(school=school).prefetch_related("files").select_related("school")
    return list(rows.defer("figures", "comparison", "paper").order_by("-signed_at", "-pk")[:MOST_REPORTS])


def inspection_zip(school: School, on: datetime.date) -> bytes:
    """Everything in one file: reports as PDF, the lists as CSV, and the SHA-256 of each."""
    lists = {
        "sections.csv": to_csv(_sections_table(section_lines(school, on))),
        "approved.csv": to_csv(_approved_table(approved_items(school))),
    }
    reports = signed_reports(school)
    lists["reports.csv"] = to_csv(_reports_table(reports))
    files = [*lists.items(), *(_pdf(report) for report in reports)]
    hashes = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files)
    return packed([*files, (HASHES, hashes.encode())])


def _pdf(report: Report) -> tuple[str, bytes]:
    """The stored bytes as they lie there: `hashes.txt` beside `reports.csv` tells whether they were changed."""
    row = report.files.get(format=PACKED_FORMAT)
    name = f"reports/{report.number_year}-{report.number:03}-{report.key.replace('..', '-')}-v{report.version}.pdf"
    try:
        with row.file.open("rb") as stored:
            return name, stored.read()
    except OSError:
        return f"{name}.missing", b""


def _sections_table(lines: list[SectionLine]) -> Table:
    columns = (Column(_("Section")), Column(_("State")), Column(_("Newest page"), Kind.DAY), Column(_("Address")))
    rows = tuple((row.section.title, row.word, row.section.touched_on, row.section.address) for row in lines)
    return Table("sections", _("Required sections"), columns, rows)


def _approved_table(items: list[ApprovedItem]) -> Table:
    columns = (
        Column(_("Title")),
        Column(_("Unit")),
        Column(_("Approved by")),
        Column(_("Post")),
        Column(_("Approved"), Kind.MOMENT),
        Column(_("On the site since"), Kind.MOMENT),
        Column(_("Address")),
    )
    rows = tuple(
        (row.title, row.unit, row.approver, row.post, row.approved_at, row.posted_at, row.address) for row in items
    )
    return Table("approved", _("Who approved what"), columns, rows)


def _reports_table(reports: list[Report]) -> Table:
    columns = (
        Column(_("Number")),
        Column(_("Period")),
        Column(_("Version"), Kind.COUNT),
        Column(_("Signed"), Kind.DAY),
        Column(_("Signed by")),
        Column(_("Acknowledged"), Kind.DAY),
        Column(_("File")),
        Column("SHA-256"),
    )
    rows = tuple(
        (
            f"{report.number}/{report.number_year}",
            period_label(report.period),
            report.version,
            localdate(report.signed_at) if report.signed_at else None,
            report.signer_name,
            localdate(report.acknowledged_at) if report.acknowledged_at else None,
            row.format,
            row.sha256,
        )
        for report in reports
        for row in report.files.all()
    )
    return Table("reports", _("Signed reports"), columns, rows)
