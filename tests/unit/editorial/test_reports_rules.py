"""Who writes, signs and acknowledges a report; what is due when; links for inspectors (A23, Đ5.3, Đ16)."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from core.rules.answers import Refused
from editorial.reports.place import place_of
from editorial.rules import inspection, reports
from editorial.rules.inspection import InspectorFacts, InspectorState, SectionState, inspector_state, section_state
from editorial.rules.people import Actor, DelegationFacts
from editorial.rules.periods import PeriodKind, between
from editorial.rules.reasons import Reason
from editorial.rules.report_dues import due_periods
from editorial.rules.reports import ReportFacts, ReportState, report_state
from editorial.rules.vocabulary import ContentClass, Post
from school.rules.years import TermPlan, usual_year

DAY = datetime.date(2026, 11, 2)
LAST = datetime.date(2026, 10, 31)
DRAFT = ReportFacts(ReportState.DRAFT, LAST)
SIGNED = ReportFacts(ReportState.SIGNED, LAST, signer_id=2)
NOTED = ReportFacts(ReportState.ACKNOWLEDGED, LAST, signer_id=2)

HEAD = Actor(1, posts=frozenset({Post.HEAD}))
DEPUTY = Actor(2, posts=frozenset({Post.DEPUTY}))
SECRETARY = Actor(3, posts=frozenset({Post.SECRETARY}))
EDITOR = Actor(4, posts=frozenset({Post.EDITOR}))
UNIT = Actor(5, unit_ids=frozenset({1}))
ADMIN = Actor(6, is_technical=True, posts=frozenset({Post.DEPUTY, Post.HEAD, Post.SECRETARY}))
GONE = Actor(7, is_active=False, posts=frozenset({Post.DEPUTY, Post.HEAD, Post.SECRETARY}))
DELEGATE = Actor(8, posts=frozenset({Post.SECRETARY}), delegations=(DelegationFacts(1),))
PARTLY = Actor(9, posts=frozenset({Post.SECRETARY}), delegations=(DelegationFacts(1, frozenset({ContentClass.THEME})),))


def why(answer: object) -> Reason | None:
    return Reason(answer.reason) if isinstance(answer, Refused) else None


def test_state__is_derived_from_signature_and_note() -> None:
    assert [report_state(is_signed=s, is_acknowledged=a) for s, a in ((0, 0), (1, 0), (1, 1))] == [  # type: ignore[arg-type]
        ReportState.DRAFT,
        ReportState.SIGNED,
        ReportState.ACKNOWLEDGED,
    ]


@pytest.mark.parametrize("rule", [reports.may_read_reports, reports.may_write_reports, inspection.may_keep_inspectors])
def test_every_rule__refuses_the_administrator_and_a_closed_account(rule) -> None:
    assert [why(rule(ADMIN)), why(rule(GONE))] == [Reason.TECHNICAL_ROLE, Reason.INACTIVE]


def test_may_read__the_board_and_no_unit() -> None:
    assert all(reports.may_read_reports(actor) for actor in (HEAD, DEPUTY, SECRETARY, EDITOR, DELEGATE))
    assert why(reports.may_read_reports(UNIT)) is Reason.NOT_YOUR_POST


def test_may_write__secretary_editor_deputy_and_only_a_draft() -> None:
    assert all(reports.may_write(actor, DRAFT) for actor in (SECRETARY, EDITOR, DEPUTY))
    assert {why(reports.may_write(actor, DRAFT)) for actor in (HEAD, UNIT)} == {Reason.NOT_YOUR_POST}
    assert {why(reports.may_write(SECRETARY, row)) for row in (SIGNED, NOTED)} == {Reason.REPORT_SIGNED}


def test_may_draft__what_has_begun_and_is_not_endless() -> None:
    period = between(DAY - datetime.timedelta(days=3), DAY)
    ahead = between(DAY + datetime.timedelta(days=1), DAY + datetime.timedelta(days=2))
    endless = between(DAY - datetime.timedelta(days=reports.LONGEST_DAYS), DAY)

    assert reports.may_draft(SECRETARY, period, DAY)
    assert why(reports.may_draft(UNIT, period, DAY)) is Reason.NOT_YOUR_POST
    assert why(reports.may_draft(SECRETARY, ahead, DAY)) is Reason.REPORT_AHEAD
    assert why(reports.may_draft(SECRETARY, endless, DAY)) is Reason.REPORT_TOO_LONG


def test_may_sign__a_deputy_after_the_period_with_the_boards_words() -> None:
    empty = dataclasses.replace(DRAFT, missing=("strengths",))

    assert reports.may_sign(DEPUTY, DRAFT, DAY, deputies=1)
    for actor in (HEAD, SECRETARY, EDITOR, UNIT, DELEGATE):
        assert why(reports.may_sign(actor, DRAFT, DAY, deputies=1)) is Reason.REPORT_NOT_YOURS_TO_SIGN
    assert why(reports.may_sign(HEAD, DRAFT, DAY, deputies=0)) is Reason.REPORT_NO_SIGNER
    assert why(reports.may_sign(UNIT, DRAFT, DAY, deputies=0)) is Reason.REPORT_NOT_YOURS_TO_SIGN
    assert why(reports.may_sign(ADMIN, DRAFT, DAY, deputies=1)) is Reason.TECHNICAL_ROLE
    assert why(reports.may_sign(DEPUTY, DRAFT, LAST, deputies=1)) is Reason.REPORT_PERIOD_RUNS
    assert why(reports.may_sign(DEPUTY, empty, DAY, deputies=1)) is Reason.REPORT_UNWRITTEN
    assert why(reports.may_sign(DEPUTY, SIGNED, DAY, deputies=1)) is Reason.REPORT_SIGNED


def test_may_acknowledge__the_head_or_who_acts_for_him_in_everything_and_not_the_signer() -> None:
    signer = dataclasses.replace(DELEGATE, id=2)

    assert reports.may_acknowledge(HEAD, SIGNED)
    assert reports.may_acknowledge(DELEGATE, SIGNED)
    assert {why(reports.may_acknowledge(row, SIGNED)) for row in (DEPUTY, SECRETARY, UNIT, PARTLY)} == {
        Reason.REPORT_HEADS_NOTE
    }
    assert why(reports.may_acknowledge(GONE, SIGNED)) is Reason.INACTIVE
    assert why(reports.may_acknowledge(HEAD, DRAFT)) is Reason.REPORT_NOT_SIGNED
    assert why(reports.may_acknowledge(HEAD, NOTED)) is Reason.REPORT_ACKNOWLEDGED
    assert why(reports.may_acknowledge(signer, SIGNED)) is Reason.REPORT_OWN


def test_may_correct__the_newest_signed_version_with_a_reason() -> None:
    older = dataclasses.replace(NOTED, is_newest=False)

    assert reports.may_correct(SECRETARY, SIGNED, "Sót")
    assert reports.may_correct(EDITOR, NOTED, "Sót")
    assert why(reports.may_correct(HEAD, SIGNED, "Sót")) is Reason.NOT_YOUR_POST
    assert why(reports.may_correct(SECRETARY, DRAFT, "Sót")) is Reason.REPORT_NOT_SIGNED
    assert why(reports.may_correct(SECRETARY, older, "Sót")) is Reason.REPORT_NEWER
    assert why(reports.may_correct(SECRETARY, SIGNED, " \n")) is Reason.REPORT_CHANGE_MISSING


def test_may_discard__a_draft_that_is_not_owed() -> None:
    owed = dataclasses.replace(DRAFT, is_due=True)

    assert reports.may_discard(SECRETARY, DRAFT)
    assert why(reports.may_discard(SECRETARY, owed)) is Reason.REPORT_IS_DUE
    assert why(reports.may_discard(SECRETARY, SIGNED)) is Reason.REPORT_SIGNED


def test_due__months_terms_and_years_that_ended_since_reports_are_owed() -> None:
    """The change of year, a silence of months, nothing before the beginning."""
    years = [usual_year(2025, TermPlan.SEMESTERS)]
    since = datetime.date(2025, 12, 20)

    keys = [period.key for period in due_periods(datetime.date(2026, 2, 1), since, years)]

    assert keys == ["2025-12", "2025-2026-T1", "2026-01"]
    assert due_periods(since, since, years) == []
    later = due_periods(datetime.date(2026, 6, 1), since, years)
    assert [period.kind for period in later if period.last_on == datetime.date(2026, 5, 31)] == [
        PeriodKind.MONTH,
        PeriodKind.TERM,
        PeriodKind.SCHOOL_YEAR,
    ]


def test_due__the_cut_off_day_moves_the_month_and_an_old_debt_is_left_alone() -> None:
    since = datetime.date(2020, 1, 1)
    due = due_periods(datetime.date(2026, 11, 15), since, cutoff=14)

    assert (due[-1].key, due[-1].last_on) == ("2026-11", datetime.date(2026, 11, 14))
    assert due[0].last_on >= datetime.date(2026, 11, 15) - datetime.timedelta(days=reports.CAUGHT_UP_DAYS)
    assert due_periods(datetime.date(2101, 2, 1), datetime.date(2100, 12, 30))[-1].key == "2100-12"


def test_inspector__head_and_deputies_for_at_most_sixty_days() -> None:
    ahead = DAY + datetime.timedelta(days=60)
    assert all(inspection.may_make_inspector(row, "Đoàn", ahead, DAY) for row in (HEAD, DEPUTY, DELEGATE))
    assert inspection.may_close_inspector(DEPUTY)
    assert why(inspection.may_make_inspector(SECRETARY, "Đoàn", DAY, DAY)) is Reason.NOT_YOUR_POST
    assert why(inspection.may_close_inspector(EDITOR)) is Reason.NOT_YOUR_POST
    assert why(inspection.may_make_inspector(HEAD, " ", DAY, DAY)) is Reason.INSPECTOR_NAMELESS
    for day in (DAY - datetime.timedelta(days=1), ahead + datetime.timedelta(days=1)):
        assert why(inspection.may_make_inspector(HEAD, "Đoàn", day, DAY)) is Reason.INSPECTOR_DATES


def test_inspector_link__is_open_through_its_last_day_unless_closed() -> None:
    assert inspector_state(InspectorFacts(DAY), DAY) is InspectorState.OPEN
    assert inspector_state(InspectorFacts(LAST), DAY) is InspectorState.ENDED
    assert inspector_state(InspectorFacts(LAST, is_closed=True), DAY) is InspectorState.CLOSED


def test_section__is_stale_after_a_year_and_missing_without_a_page() -> None:
    assert section_state(None, DAY) is SectionState.MISSING
    assert section_state(datetime.date(2025, 11, 2), DAY) is SectionState.PRESENT
    assert section_state(datetime.date(2025, 11, 1), DAY) is SectionState.STALE


@pytest.mark.parametrize(
    ("address", "country", "place"),
    [
        ("Số 12 đường Thông Reo, thôn 3, xã Hồ Sương, tỉnh Lâm Đồng", "vn", "Hồ Sương"),
        ("Phường Cam Ly, Đà Lạt", "vn", "Cam Ly"),
        ("Đà Lạt", "vn", "Đà Lạt"),
        ("", "vn", ""),
        ("посёлок Ясный Бор, улица Школьная, дом 5", "ru", "посёлок Ясный Бор"),
        ("ул. Мира, 1, г. Белгород", "ru", "г. Белгород"),
    ],
)
def test_place__comes_from_the_address(address: str, country: str, place: str) -> None:
    assert place_of(address, country) == place
