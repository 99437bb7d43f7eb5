"""`board_report`: a signed report is counted again and found to be the same (A23)."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from editorial import actions
from editorial.models import LedgerEntry
from tests.factories import items
from tests.factories.board_reports import drafted, signed, yesterdays

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def run(*arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("board_report", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def days(report: Any) -> list[str]:
    return ["--from", str(report.first_on), "--to", str(report.last_on)]


def test_signed__says_same_after_the_world_moved_on(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    report = signed(cast, yesterdays(cast))
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Đã cũ")

    out, err = run(*days(report))

    assert err.strip() == "same"
    found = json.loads(out)
    assert (found["state"], found["number"], found["period"]) == ("signed", 1, report.key)
    assert found["files"]["pdf"] == report.files.get(format="pdf").sha256


def test_signed__lists_what_differs_when_the_ledger_says_otherwise(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = signed(cast, yesterdays(cast))
    monkeypatch.setattr(
        "editorial.selectors.reports.differences", lambda then, now: [("posted", "unit:1", 3, 4)], raising=True
    )

    err = io.StringIO()
    with pytest.raises(CommandError, match="1 figures differ"):
        call_command("board_report", *days(report), stdout=io.StringIO(), stderr=err)
    assert "posted unit:1: frozen 3, counted now 4" in err.getvalue()


def test_verify_public__names_a_signed_report_whose_file_was_changed(cast: SimpleNamespace) -> None:
    """A23: the bytes that were hashed are the bytes that are kept."""
    report = signed(cast, yesterdays(cast))
    call_command("verify_public", stdout=io.StringIO())
    Path(report.files.get(format="docx").file.path).write_bytes(b"PK forged")

    err = io.StringIO()
    with pytest.raises(CommandError, match="1 faults"):
        call_command("verify_public", stdout=io.StringIO(), stderr=err)
    assert err.getvalue().strip() == f"report {report}: its docx file is not the one that was made"


def test_draft__prints_what_is_counted_now_and_stores_nothing(cast: SimpleNamespace) -> None:
    lines = LedgerEntry.objects.count()

    out, err = run("--month", "2026-01")

    assert json.loads(out)["state"] == "draft"
    assert "draft" in err
    assert LedgerEntry.objects.count() == lines


@pytest.mark.parametrize(("kind", "first"), [("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"PK")])
def test_file__is_written(cast: SimpleNamespace, tmp_path: Path, kind: str, first: bytes) -> None:
    report = drafted(cast, yesterdays(cast))
    made = tmp_path / f"report.{kind}"

    run(*days(report), "--format", kind, "--output", str(made))

    assert made.read_bytes().startswith(first)


@pytest.mark.parametrize("wrong", [["--month", "2026-13"], ["--term", "nonsense"], ["--from", "2026-01-01"]])
def test_period__that_does_not_exist_is_named(cast: SimpleNamespace, wrong: list[str]) -> None:
    with pytest.raises(CommandError, match="no such period"):
        run(*wrong)
