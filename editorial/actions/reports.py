"""The board's report: drafted, written, signed and thereby frozen, acknowledged, corrected (Đ5.3 dash 6, Đ16)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import Refused, RuleRefused, demand
from editorial.actions.desk import school_line
from editorial.actions.report_files import keep_files, written_to_disk
from editorial.intake.plain import plain_text
from editorial.models.reports import NOTE_LENGTH, WORDS_LENGTH, Report
from editorial.notifications import tell_person
from editorial.period_words import label_for_school
from editorial.reports.formats import make_all
from editorial.rules import reports as rules
from editorial.rules.figure_terms import FIGURES_VERSION
from editorial.rules.periods import Period
from editorial.rules.reasons import Reason
from editorial.rules.reports import ReportWord
from editorial.rules.vocabulary import Post
from editorial.selectors.people import fresh_actor, heads
from editorial.selectors.records import charter_in_force
from editorial.selectors.reports import (
    Signing,
    content_digest,
    counted,
    frozen_data,
    is_newest,
    ledger_end,
    missing_reports,
    next_number,
    unsaved,
)
from school.models import School, User
from school.selectors import people_in_post

NAME_LENGTH = 100
KEPT_WORDS = tuple(word.value for word in ReportWord)


@transaction.atomic
def draft_report(*, school: School, period: Period, user: User | None, at: datetime.datetime | None = None) -> Report:
    """The draft of a period's report; the one there is, drafted or signed, when there is one. Raises RuleRefused.

    `user` is None when the portal drafts what is due by itself.
    """
    moment = at or clock_now()
    if user is not None:
        demand(rules.may_draft(fresh_actor(user.pk, localdate(moment)), period, localdate(moment)))
    locked = School.objects.select_for_update(of=("self",)).get(pk=school.pk)
    before = Report.objects.filter(school=locked, key=period.key).order_by("-version").first()
    if before is not None:
        return before
    report = _new(locked, period, user, moment)
    _line(report, user, "draft_report", moment)
    _tell(report, "report_drafted", [Post.SECRETARY, Post.DEPUTY], moment, but=user)
    return report


def _new(school: School, period: Period, user: User | None, at: datetime.datetime, **more: Any) -> Report:
    report = unsaved(school, period)
    for name, value in {**more, "drafted_at": at, "drafted_by": user}.items():
        setattr(report, name, value)
    report.save(force_insert=True)
    return report


def draft_due_reports(school: School, now: datetime.datetime) -> int:
    """Every report that is due by itself and not drafted yet, each once; how many were drafted."""
    due = missing_reports(school, localdate(now))
    for period in due:
        draft_report(school=school, period=period, user=None, at=now)
    return len(due)


@transaction.atomic
def write_words(*, report_id: int, user: User, words: Mapping[str, str], at: datetime.datetime | None = None) -> Report:
    """The board's own words, by their codes; those not given stay. Raises RuleRefused.

    No line in the ledger: a draft is a worksheet, and what is signed is kept word for word.
    """
    moment = at or clock_now()
    report = locked_report(report_id)
    demand(rules.may_write(fresh_actor(user.pk, localdate(moment)), report.facts()))
    for code in KEPT_WORDS:
        if code in words:
            setattr(report, code, _fitting(words[code]))
    report.written_at, report.written_by = moment, user
    report.save(update_fields=[*KEPT_WORDS, "written_at", "written_by"])
    return report


def _fitting(text: str, limit: int = WORDS_LENGTH) -> str:
    """The text as it is kept; raises RuleRefused where it is longer than `limit`."""
    plain = plain_text(text)
    if len(plain) > limit:
        raise RuleRefused(Refused(Reason.TOO_LONG, {"limit": str(limit)}))
    return plain


@transaction.atomic
def sign_report(*, report_id: int, user: User, at: datetime.datetime | None = None) -> Report:
    """A deputy signs for the board: counted a last time, files made, everything frozen. Raises RuleRefused.

    All of it or nothing: what was written to the disk goes again when something fails.
    """
    moment = at or clock_now()
    report = locked_report(report_id)
    today = localdate(moment)
    deputies = people_in_post(report.school, [Post.DEPUTY], today)
    actor = fresh_actor(user.pk, today)
    demand(rules.may_sign(actor, report.facts(), today, deputies=len(deputies)))
    seq, last = ledger_end()
    signing = Signing(
        user.get_full_name()[:NAME_LENGTH], Post.DEPUTY, moment, next_number(report.school, today.year), seq, last
    )
    reading = counted(report, moment, signing)
    with written_to_disk(make_all(reading.paper)) as files:
        kept = keep_files(report, files)
        _freeze(report, user, signing, frozen_data(reading))
        facts = {"number": signing.number, "digest": report.digest, "files": {row.format: row.sha256 for row in kept}}
        _line(report, user, "sign_report", moment, **facts)
    for person in heads(report.school, today):
        tell_person("report_signed", person, moment, key=f"report_signed-{report.pk}", **_told(report))
    return report


def _freeze(report: Report, user: User, signing: Signing, data: dict[str, Any]) -> None:
    charter = charter_in_force(report.school)
    for name, value in data.items():
        setattr(report, name, value)
    report.query = {
        "school": report.school_id,
        "period": report.key,
        "first_on": str(report.first_on),
        "last_on": str(report.last_on),
        "counted_at": signing.at.astimezone(datetime.UTC).isoformat(),
        "zone": data["figures"].get("zone", ""),
        "figures_version": FIGURES_VERSION,
        "charter": charter.version if charter else None,
    }
    report.number, report.number_year = signing.number, localdate(signing.at).year
    report.ledger_seq, report.ledger_hash = signing.ledger_seq, signing.ledger_hash
    report.signed_by, report.signed_at = user, signing.at
    report.signer_name, report.signer_post = signing.name, signing.post
    report.digest = content_digest(report)
    report.save()


@transaction.atomic
def acknowledge_report(*, report_id: int, user: User, note: str = "", at: datetime.datetime | None = None) -> Report:
    """The head takes note of a signed report, with words of his own if he likes. Raises RuleRefused."""
    moment = at or clock_now()
    report = locked_report(report_id)
    demand(rules.may_acknowledge(fresh_actor(user.pk, localdate(moment)), report.facts()))
    report.note = _fitting(note, NOTE_LENGTH)
    report.acknowledged_by, report.acknowledged_at = user, moment
    report.acknowledger_name = user.get_full_name()[:NAME_LENGTH]
    report.save(update_fields=["note", "acknowledged_by", "acknowledged_at", "acknowledger_name"])
    _line(report, user, "acknowledge_report", moment)
    _tell(report, "report_acknowledged", [Post.DEPUTY, Post.SECRETARY, Post.EDITOR], moment, but=user)
    return report


@transaction.atomic
def correct_report(*, report_id: int, user: User, what_changed: str, at: datetime.datetime | None = None) -> Report:
    """The draft of a new version of a signed report, with the words of the former. Raises RuleRefused.

    Asked twice for the same report it returns the draft there is.
    """
    moment = at or clock_now()
    former = locked_report(report_id)
    facts = former.facts(is_newest=is_newest(former))
    draft = Report.objects.filter(replaces=former, signed_at=None).first()
    facts = dataclasses.replace(facts, is_newest=facts.is_newest or draft is not None)
    demand(rules.may_correct(fresh_actor(user.pk, localdate(moment)), facts, what_changed))
    if draft is not None:
        return draft
    more = {**former.written, "version": former.version + 1, "what_changed": _fitting(what_changed, NOTE_LENGTH)}
    report = _new(former.school, former.period, user, moment, replaces=former, **more)
    _line(report, user, "correct_report", moment, replaces=former.pk)
    _tell(report, "report_drafted", [Post.SECRETARY, Post.DEPUTY], moment, but=user)
    return report


@transaction.atomic
def discard_report(*, report_id: int, user: User, at: datetime.datetime | None = None) -> None:
    """A draft nobody needs goes; what was due by itself comes again. Raises RuleRefused."""
    moment = at or clock_now()
    report = locked_report(report_id)
    demand(rules.may_discard(fresh_actor(user.pk, localdate(moment)), report.facts()))
    _line(report, user, "discard_report", moment)
    report.delete()


def locked_report(report_id: int) -> Report:
    """The report and its school, held until the transaction ends."""
    school_id = Report.objects.values_list("school_id", flat=True).get(pk=report_id)
    School.objects.select_for_update(of=("self",)).get(pk=school_id)
    return Report.objects.select_for_update(of=("self",)).select_related("school").get(pk=report_id)


def _line(report: Report, user: User | None, action: str, at: datetime.datetime, /, **payload: Any) -> None:
    facts = {"report": report.pk, "period": report.key, "version": report.version, **payload}
    school_line(report.school, user, f"editorial.{action}", at, **facts)


def _tell(report: Report, kind: str, posts: list[Post], at: datetime.datetime, but: User | None = None) -> None:
    for person in people_in_post(report.school, posts, localdate(at)):
        if but is None or person.pk != but.pk:
            tell_person(kind, person, at, key=f"{kind}-{report.pk}", **_told(report))


def _told(report: Report) -> dict[str, Any]:
    return {"report": report.pk, "period": label_for_school(report.period, report.school.language)}
