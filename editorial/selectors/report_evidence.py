"""Whether signed reports are still what was signed: rows against the ledger, files against their hashes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from editorial.models.ledger import LedgerEntry
from editorial.models.reports import Report, ReportFile
from editorial.reports.formats import FORMATS
from editorial.selectors.reports import content_digest, reading_of
from school.models import School

SIGNED = "editorial.sign_report"


def report_faults(school: School) -> Iterator[str]:
    """Everything that is wrong with the signed reports, one sentence a fault, naming the report."""
    lines = {
        payload.get("report"): payload
        for payload in LedgerEntry.objects.filter(action=SIGNED, school_id=school.pk).values_list("payload", flat=True)
    }
    for report in Report.objects.filter(school=school, signed_at__isnull=False).prefetch_related("files"):
        payload = lines.pop(report.pk, None)
        if payload is None:
            yield f"report {report}: signed without a line in the ledger"
        elif not payload["digest"] == report.digest == content_digest(report):
            yield f"report {report}: it is not what was signed"
        yield from _file_faults(report, (payload or {}).get("files", {}))
    for missing in lines.values():
        yield f"report {missing.get('period')}: signed in the ledger, and gone"


def _file_faults(report: Report, noted: dict[str, str]) -> Iterator[str]:
    files = {row.format: row for row in report.files.all()}
    for code in FORMATS:
        row = files.get(code)
        if row is None:
            yield f"report {report}: its {code} file is missing"
        elif noted.get(code, row.sha256) != row.sha256 or not is_unchanged(row):
            yield f"report {report}: its {code} file is not the one that was made"


def is_unchanged(row: ReportFile) -> bool:
    """Whether the stored bytes are still those that were hashed."""
    try:
        with row.file.open("rb") as stored:
            return hashlib.sha256(stored.read()).hexdigest() == row.sha256
    except OSError:
        return False


def file_bytes(report: Report, kind: str) -> bytes:
    """A file of a report: of a signed one as it is stored, of a draft what it would be now."""
    row = report.files.filter(format=kind).first() if report.pk else None
    return row.file.read() if row else FORMATS[kind].make(reading_of(report).paper)
