"""What the database refuses about reports: a signed one stays as it was signed (Đ16)."""

from __future__ import annotations

from collections.abc import Iterator

REPORT, REPORT_FILE, LINK = "editorial_report", "editorial_reportfile", "editorial_inspectorlink"
FORMATS_COUNT = 4
FROZEN_COLUMNS = (
    "school_id",
    "kind",
    "key",
    "first_on",
    "last_on",
    "parts",
    "version",
    "replaces_id",
    "what_changed",
    "strengths",
    "shortcomings",
    "causes",
    "commendations",
    "plans",
    "proposals",
    "drafted_at",
    "drafted_by_id",
    "written_at",
    "written_by_id",
    "number",
    "number_year",
    "figures",
    "comparison",
    "paper",
    "query",
    "ledger_seq",
    "ledger_hash",
    "digest",
    "signed_by_id",
    "signed_at",
    "signer_name",
    "signer_post",
)
NOTE_COLUMNS = ("acknowledged_by_id", "acknowledged_at", "acknowledger_name", "note")
LINK_COLUMNS = ("school_id", "label", "number", "token_hash", "valid_until", "made_by_id", "made_at")


def report_conditions(differs: str) -> Iterator[tuple[str, str, str, str]]:
    """Name, table, event and condition of each guard; `differs` compares two values in this database."""
    frozen, noted = _changed(FROZEN_COLUMNS, differs), _changed(NOTE_COLUMNS, differs)
    files = f"(SELECT COUNT(*) FROM {REPORT_FILE} f WHERE f.report_id = NEW.id)"
    signing = f"OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL AND {files} < {FORMATS_COUNT}"
    signed = f"OLD.signed_at IS NOT NULL AND ({frozen})"
    again = f"OLD.acknowledged_at IS NOT NULL AND ({noted})"
    early = "NEW.acknowledged_at IS NOT NULL AND NEW.signed_at IS NULL"
    guards = f"({signing}) OR ({signed}) OR ({again}) OR ({early})"
    yield ("board_report_update", REPORT, "UPDATE", guards)
    yield ("board_report_insert", REPORT, "INSERT", "NEW.signed_at IS NOT NULL OR NEW.acknowledged_at IS NOT NULL")
    yield ("board_report_delete", REPORT, "DELETE", "OLD.signed_at IS NOT NULL")
    is_signed = f"EXISTS (SELECT 1 FROM {REPORT} r WHERE r.id = NEW.report_id AND r.signed_at IS NOT NULL)"
    yield ("board_reportfile_insert", REPORT_FILE, "INSERT", is_signed)
    opened = f"OLD.closed_at IS NOT NULL AND NEW.closed_at {differs} OLD.closed_at"
    yield ("board_inspectorlink_update", LINK, "UPDATE", f"({_changed(LINK_COLUMNS, differs)}) OR ({opened})")
    yield ("board_inspectorlink_delete", LINK, "DELETE", "")


def _changed(columns: tuple[str, ...], differs: str) -> str:
    return " OR ".join(f"NEW.{name} {differs} OLD.{name}" for name in columns)
