"""The board's report as a record (A23; Đ5.3 dash 6, Đ16): drafted, written, signed and frozen, acknowledged."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_django
from django.db import DatabaseError, transaction

from core.clock import now, today
from editorial import actions
from editorial.actions import periodic, report_files, reports
from editorial.actions.reports import draft_due_reports
from editorial.models import LedgerEntry, OutboxMessage, Report, ReportFile
from editorial.rules.periods import between
from editorial.rules.reasons import Reason
from editorial.rules.reports import ReportState
from editorial.selectors.report_evidence import report_faults
from editorial.selectors.reports import reading_of, what_differs
from tests.factories import items
from tests.factories.board import delegate, leave_the_board
from tests.factories.board_reports import WORDS, acknowledged, drafted, last_month, signed, written, yesterdays
from tests.factories.evidence import refuses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def told(kind: str) -> set[str]:
    return set(OutboxMessage.objects.filter(kind=kind).values_list("to__username", flat=True))


def stored(settings: pytest_django.Settings) -> list[Path]:
    folder = Path(settings.PORTAL_PRIVATE_ROOT) / "reports"
    return list(folder.iterdir()) if folder.exists() else []


# --- Drafting


def test_periodic__drafts_the_month_on_the_first_day_after_it_and_once(cast: SimpleNamespace) -> None:
    """A23: nobody has to remember it; secretary and deputies are told."""
    start = now()
    periodic.run(start)
    first = (start.replace(day=1) + datetime.timedelta(days=40)).replace(day=1, hour=3)

    assert Report.objects.count() == 0
    assert periodic.run(first)["reports"] == 1
    assert draft_due_reports(cast.school, first + datetime.timedelta(minutes=1)) == 0

    report = Report.objects.get()
    assert (report.kind, report.state, report.number) == ("month", ReportState.DRAFT, None)
    assert report.last_on == first.date() - datetime.timedelta(days=1)
    assert told("report_drafted") == {"secretary", "deputy1", "deputy2"}


def test_periodic__after_a_silence_catches_up_with_every_month(cast: SimpleNamespace) -> None:
    periodic.run(now())
    later = now() + datetime.timedelta(days=100)

    assert draft_due_reports(cast.school, later) == Report.objects.count() >= 3
    assert draft_due_reports(cast.school, later) == 0
    keys = list(Report.objects.filter(kind="month").order_by("last_on").values_list("key", flat=True))
    assert keys == sorted(set(keys))


def test_draft__the_same_period_twice_is_one_report(cast: SimpleNamespace) -> None:
    period = yesterdays(cast)

    first = actions.draft_report(school=cast.school, period=period, user=cast.secretary)

    assert actions.draft_report(school=cast.school, period=period, user=cast.deputy1) == first
    assert LedgerEntry.objects.filter(action="editorial.draft_report").count() == 1


def test_draft__refuses_who_does_not_write_and_what_has_not_begun(cast: SimpleNamespace) -> None:
    """A unit asks for no report; nobody asks for one of the future, or of three years."""
    ahead = between(today() + datetime.timedelta(days=1), today() + datetime.timedelta(days=9))
    endless = between(today() - datetime.timedelta(days=900), today())
    for person in ("toan", "admin", "head"):
        reason = Reason.TECHNICAL_ROLE if person == "admin" else Reason.NOT_YOUR_POST
        with refuses(reason):
            actions.draft_report(school=cast.school, period=yesterdays(cast), user=getattr(cast, person))
    with refuses(Reason.REPORT_AHEAD):
        actions.draft_report(school=cast.school, period=ahead, user=cast.secretary)
    with refuses(Reason.REPORT_TOO_LONG):
        actions.draft_report(school=cast.school, period=endless, user=cast.secretary)


# --- Writing


def test_words__secretary_editor_and_deputy_write_and_what_is_not_given_stays(cast: SimpleNamespace) -> None:
    report = drafted(cast)

    for person, code in (("secretary", "strengths"), ("editor1", "causes"), ("deputy2", "plans")):
        words = {code: f"Lời của {person}\r\nDòng hai\x00"}
        report = actions.write_words(report_id=report.pk, user=getattr(cast, person), words=words)

    assert report.strengths == "Lời của secretary\nDòng hai"
    assert report.causes.startswith("Lời của editor1")
    assert report.written_by == cast.deputy2


@pytest.mark.parametrize("person", ["toan", "head", "admin"])
def test_words__refuses_everybody_else(cast: SimpleNamespace, person: str) -> None:
    report = drafted(cast)

    with refuses(Reason.TECHNICAL_ROLE if person == "admin" else Reason.NOT_YOUR_POST):
        actions.write_words(report_id=report.pk, user=getattr(cast, person), words=WORDS)


def test_words__refuses_what_is_too_long_and_what_is_signed(cast: SimpleNamespace) -> None:
    report = written(cast)
    with refuses(Reason.TOO_LONG):
        actions.write_words(report_id=report.pk, user=cast.secretary, words={"plans": "a" * 8001})
    actions.sign_report(report_id=report.pk, user=cast.deputy1)

    with refuses(Reason.REPORT_SIGNED):
        actions.write_words(report_id=report.pk, user=cast.secretary, words=WORDS)


# --- Signing


def test_sign__freezes_figures_words_ledger_and_four_files(cast: SimpleNamespace) -> None:
    """A23: number, figures, query, the ledger's last line, paper, files and their hashes; the head is told."""
    items.published(cast)
    before = LedgerEntry.objects.order_by("-seq").first()

    report = signed(cast, yesterdays(cast))

    assert (report.state, report.number, report.signer_name) == (ReportState.SIGNED, 1, "Ông deputy1")
    assert report.figures["version"] == report.query["figures_version"]
    assert LedgerEntry.objects.get(seq=report.ledger_seq).hash == report.ledger_hash
    assert before is not None
    assert report.ledger_seq >= before.seq
    assert sorted(report.files.values_list("format", flat=True)) == ["csv", "docx", "pdf", "xlsx"]
    line = LedgerEntry.objects.get(action="editorial.sign_report").payload
    assert line["files"] == dict(report.files.values_list("format", "sha256"))
    assert told("report_signed") == {"head"}
    assert list(report_faults(cast.school)) == []


def test_sign__the_numbers_of_a_year_follow_each_other(cast: SimpleNamespace) -> None:
    assert [signed(cast, yesterdays(cast)).number, signed(cast).number] == [1, 2]


@pytest.mark.parametrize("person", ["head", "secretary", "editor1", "toan", "admin"])
def test_sign__refuses_everybody_but_a_deputy(cast: SimpleNamespace, person: str) -> None:
    report = written(cast)
    reason = {"toan": Reason.REPORT_NOT_YOURS_TO_SIGN, "admin": Reason.TECHNICAL_ROLE}

    with refuses(reason.get(person, Reason.REPORT_NOT_YOURS_TO_SIGN)):
        actions.sign_report(report_id=report.pk, user=getattr(cast, person))
    actions.sign_report(report_id=report.pk, user=cast.deputy2)


def test_sign__without_a_deputy_says_who_must_be_appointed(cast: SimpleNamespace) -> None:
    report = written(cast)
    leave_the_board(cast, "deputy1", "deputy2")

    with refuses(Reason.REPORT_NO_SIGNER):
        actions.sign_report(report_id=report.pk, user=cast.head)


def test_sign__refuses_a_period_that_runs_and_a_report_without_the_boards_words(cast: SimpleNamespace) -> None:
    running = written(cast, between(today() - datetime.timedelta(days=3), today()))
    empty = drafted(cast)

    with refuses(Reason.REPORT_PERIOD_RUNS):
        actions.sign_report(report_id=running.pk, user=cast.deputy1)
    with refuses(Reason.REPORT_UNWRITTEN):
        actions.sign_report(report_id=empty.pk, user=cast.deputy1)


def test_sign__twice_is_refused_and_changes_nothing(cast: SimpleNamespace) -> None:
    report = signed(cast)

    with refuses(Reason.REPORT_SIGNED):
        actions.sign_report(report_id=report.pk, user=cast.deputy2)
    assert Report.objects.get(pk=report.pk).signed_by == cast.deputy1


def test_sign__when_something_fails_nothing_is_left_on_the_disk(
    cast: SimpleNamespace, settings: pytest_django.Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All in one transaction or nothing."""
    report = written(cast)

    def fail(*args: object) -> None:
        raise RuntimeError("disk")

    monkeypatch.setattr(reports, "keep_files", fail)
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.sign_report(report_id=report.pk, user=cast.deputy1)

    assert stored(settings) == []
    assert Report.objects.get(pk=report.pk).state is ReportState.DRAFT
    monkeypatch.setattr(reports, "keep_files", report_files.keep_files)
    actions.sign_report(report_id=report.pk, user=cast.deputy1)
    assert len(stored(settings)) == 4


def test_signed__what_happens_later_changes_neither_figures_nor_verdict(cast: SimpleNamespace) -> None:
    """An item taken down after the signature; a unit renamed; an account switched off."""
    record = items.published(cast)
    report = signed(cast, yesterdays(cast))
    before = reading_of(report).paper

    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Đã cũ")
    cast.unit.toan.name = "Tổ Toán - Tin"
    cast.unit.toan.save()

    again = Report.objects.get(pk=report.pk)
    assert reading_of(again).paper == before
    assert what_differs(again) == []


# --- Acknowledging


def test_acknowledge__the_head_takes_note_once_and_the_board_is_told(cast: SimpleNamespace) -> None:
    report = acknowledged(cast)

    assert (report.state, report.note) == (ReportState.ACKNOWLEDGED, "Đã xem, đồng ý.")
    assert told("report_acknowledged") == {"deputy1", "deputy2", "secretary", "editor1", "editor2"}
    with refuses(Reason.REPORT_ACKNOWLEDGED):
        actions.acknowledge_report(report_id=report.pk, user=cast.head, note="Khác")


def test_acknowledge__refuses_a_draft_and_everybody_but_the_head(cast: SimpleNamespace) -> None:
    draft, report = drafted(cast), signed(cast, yesterdays(cast))

    with refuses(Reason.REPORT_NOT_SIGNED):
        actions.acknowledge_report(report_id=draft.pk, user=cast.head)
    for person in ("deputy1", "secretary", "toan"):
        with refuses(Reason.REPORT_HEADS_NOTE):
            actions.acknowledge_report(report_id=report.pk, user=getattr(cast, person))


def test_acknowledge__a_delegate_may_but_not_of_what_he_signed(cast: SimpleNamespace) -> None:
    report = signed(cast)
    delegate(cast, "deputy1")
    with refuses(Reason.REPORT_OWN):
        actions.acknowledge_report(report_id=report.pk, user=cast.deputy1)
    delegate(cast, "deputy2")

    assert actions.acknowledge_report(report_id=report.pk, user=cast.deputy2).state is ReportState.ACKNOWLEDGED


# --- Correcting


def test_correct__makes_a_new_version_that_says_what_changed(cast: SimpleNamespace) -> None:
    former = acknowledged(cast)

    draft = actions.correct_report(report_id=former.pk, user=cast.secretary, what_changed="Sót một bài")
    again = actions.correct_report(report_id=former.pk, user=cast.secretary, what_changed="Sót một bài")

    assert draft == again
    assert (draft.version, draft.replaces, draft.strengths, draft.state) == (
        2,
        former,
        former.strengths,
        ReportState.DRAFT,
    )
    second = actions.sign_report(report_id=draft.pk, user=cast.deputy1)
    assert (second.number, second.what_changed) == (2, "Sót một bài")
    assert Report.objects.get(pk=former.pk).state is ReportState.ACKNOWLEDGED
    with refuses(Reason.REPORT_NEWER):
        actions.correct_report(report_id=former.pk, user=cast.secretary, what_changed="Nữa")


def test_correct__refuses_a_draft_no_words_and_who_does_not_write(cast: SimpleNamespace) -> None:
    draft, former = drafted(cast), signed(cast, yesterdays(cast))

    with refuses(Reason.REPORT_NOT_SIGNED):
        actions.correct_report(report_id=draft.pk, user=cast.secretary, what_changed="Sót")
    with refuses(Reason.REPORT_CHANGE_MISSING):
        actions.correct_report(report_id=former.pk, user=cast.secretary, what_changed="  ")
    with refuses(Reason.NOT_YOUR_POST):
        actions.correct_report(report_id=former.pk, user=cast.head, what_changed="Sót")


def test_discard__a_draft_on_demand_goes_and_one_that_is_owed_stays(cast: SimpleNamespace) -> None:
    owed, asked = drafted(cast, last_month()), drafted(cast, yesterdays(cast))

    with refuses(Reason.REPORT_IS_DUE):
        actions.discard_report(report_id=owed.pk, user=cast.secretary)
    actions.discard_report(report_id=asked.pk, user=cast.secretary)

    assert list(Report.objects.all()) == [owed]


# --- What the nightly check names


def test_nightly__names_a_changed_file(cast: SimpleNamespace) -> None:
    report = signed(cast)
    row = report.files.get(format="pdf")
    Path(row.file.path).write_bytes(b"%PDF-1.7 forged")

    assert list(report_faults(cast.school)) == [f"report {report}: its pdf file is not the one that was made"]


def test_frozen_row_and_files__refuse_every_change_through_the_orm(cast: SimpleNamespace) -> None:
    """The database refuses, whoever asks."""
    report = acknowledged(cast)
    attempts = (
        lambda: Report.objects.filter(pk=report.pk).update(strengths="Khác"),
        lambda: Report.objects.filter(pk=report.pk).update(note="Khác"),
        lambda: Report.objects.filter(pk=report.pk).update(signed_at=None),
        lambda: Report.objects.filter(pk=report.pk)._raw_delete("default"),
        lambda: ReportFile.objects.filter(report=report).update(sha256="0" * 64),
        lambda: ReportFile.objects.filter(report=report)._raw_delete("default"),
        lambda: ReportFile.objects.create(report=report, format="odt", file="x", size=1, sha256="0" * 64),
    )
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_signature__by_the_orm_without_files_is_refused(cast: SimpleNamespace) -> None:
    report = written(cast)

    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(signed_at=now(), signed_by=cast.toan)
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(acknowledged_at=now(), acknowledged_by=cast.head)
