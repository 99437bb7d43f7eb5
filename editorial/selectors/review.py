"""Everything the review page shows of one item, for one person."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from core.rules.answers import Answer
from editorial.models import choices
from editorial.models.chain import EditorialRecord, Round
from editorial.models.files import HiddenFile
from editorial.rules import desk_rules
from editorial.rules.charter import CharterRules
from editorial.rules.checklist import Consent, Question
from editorial.rules.facts import Item
from editorial.rules.people import Actor
from editorial.rules.vocabulary import AWAITING_POSTING, RoundKind, WorkState
from editorial.selectors.comparison import ShownChange, shown_changes
from editorial.selectors.content import content_of
from editorial.selectors.desk import items_of, sections_for
from editorial.selectors.desk_items import reader_of
from editorial.selectors.desk_rows import Row, people_of, row_of
from editorial.selectors.people import actor_of
from editorial.selectors.places import reading_pieces
from editorial.selectors.records import item_of, last_round, open_clearance, rules_in_force, running_round
from editorial.selectors.timeline import last_line
from school.models import ConsentEntry
from school.rules.calendar import working_day_after
from school.selectors import working_week

LOOKED_AT = 20  # waiting items looked through for the next one


@dataclasses.dataclass(frozen=True, slots=True)
class Review:
    """One item as one person meets it now.

    round: the running round; shown: the version people decide on, or the newest draft;
    draft: that version as a page object; has_newer_draft: a new version of a posted item was
    begun; hidden: its pictures and files that are hidden now; seen: the newest ledger line when
    the page was made.
    """

    record: EditorialRecord
    round: Round | None
    actor: Actor
    user: Any
    rules: CharterRules
    item: Item
    at: datetime.datetime
    shown: Revision | None
    draft: Any
    has_newer_draft: bool
    hidden: tuple[HiddenFile, ...]
    seen: int

    @property
    def country(self) -> str:
        """'vn' or 'ru': whose clauses are named."""
        return self.record.school.country

    @property
    def is_proposed_refusal(self) -> bool:
        """Whether an editor proposed to refuse the item."""
        return self.round is not None and self.round.kind == RoundKind.REFUSAL

    @property
    def is_correction(self) -> bool:
        """Whether a small correction waits for its clearance."""
        return self.round is not None and self.round.kind == RoundKind.CORRECTION


def may_see(record: EditorialRecord, user: Any, at: datetime.datetime) -> Answer:
    """Whether the person may open the item's review page."""
    return desk_rules.may_see(actor_of(user, localdate(at)), item_of(record, on=localdate(at)))


def review_of(record: EditorialRecord, user: Any, at: datetime.datetime, *, newest: bool = False) -> Review:
    """Read an item for its review page; `newest` asks for the newest draft of a posted item."""
    round_ = running_round(record)
    item = item_of(record, round_, on=localdate(at))
    actor = actor_of(user, localdate(at))
    page = Page.objects.get(pk=record.page_id).specific
    shown = shown_revision(record, round_, page, newest or bool(desk_rules.may_edit_text(actor, item)))
    return Review(
        record=record,
        round=round_,
        actor=actor,
        user=user,
        rules=round_.charter.rules if round_ else rules_in_force(record.school),
        item=item,
        at=at,
        shown=shown,
        draft=shown.as_object() if shown else page,
        has_newer_draft=_has_newer_draft(record, page),
        hidden=tuple(hidden_files(record)),
        seen=last_line(record),
    )


def shown_revision(record: EditorialRecord, round_: Round | None, page: Any, newest: bool) -> Revision | None:
    """The pinned version while the chain decides; the released one until it is posted; the posted
    one for whoever may not change it; else the newest draft."""
    if round_ is not None:
        return round_.revision
    if record.work in AWAITING_POSTING:
        clearance = open_clearance(record)
        return clearance.revision if clearance else None
    if record.work is WorkState.PUBLISHED and record.live_clearance and not newest:
        return record.live_clearance.revision
    return page.latest_revision


def unit_editor_had_time(review: Review) -> bool:
    """Whether the working days the charter gives the unit's own editor have passed."""
    if review.record.handed_in_at is None:
        return True
    week, days = working_week(review.record.school), review.rules.claim_working_days
    last_day = working_day_after(localdate(review.record.handed_in_at), week, days)
    return localdate(review.at) > last_day


def _has_newer_draft(record: EditorialRecord, page: Any) -> bool:
    clearance = record.live_clearance
    if clearance is None or record.work is not WorkState.PUBLISHED:
        return False
    return bool(page.latest_revision_id != clearance.revision_id)


@dataclasses.dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since one earlier version."""

    heading: str
    at: datetime.datetime
    changes: list[ShownChange]


def comparisons(review: Review) -> list[Comparison]:
    """What changed since the last round, since the posted version, since it was handed in."""
    if review.shown is None:
        return []
    found, seen = [], {review.shown.pk}
    after = content_of(review.draft)
    for heading, revision in _earlier_versions(review):
        if revision is None or revision.pk in seen or revision.pk > review.shown.pk:
            continue
        seen.add(revision.pk)
        changes = shown_changes(type(review.draft), content_of(revision.as_object()), after)
        found.append(Comparison(heading, revision.created_at, changes))
    return found


def _earlier_versions(review: Review) -> Iterator[tuple[str, Revision | None]]:
    record = review.record
    posted = record.live_clearance.revision if record.live_clearance else None
    if review.is_correction:
        clearance = open_clearance(record)
        yield _("What the correction changes"), clearance.revision if clearance else None
    yield _("Changed since the last round"), _last_round_revision(review)
    yield _("Changed since the posted version"), posted
    yield _("Changed since the unit handed it in"), _handed_in_revision(review)


def _last_round_revision(review: Review) -> Revision | None:
    """The version of the round before: the last one ended, as long as it was not posted since."""
    number = review.round.number if review.round else None
    rounds = Round.objects.filter(record=review.record, kind=RoundKind.FULL, ended_at__isnull=False)
    rounds = rounds.filter(number__lt=number) if number else rounds
    last = rounds.order_by("-number").select_related("revision").first()
    live = review.record.live_clearance
    if last is None or (live is not None and last.revision_id <= live.revision_id):
        return None
    return last.revision


def _handed_in_revision(review: Review) -> Revision | None:
    """The newest version that existed when the unit handed the item in."""
    record, shown = review.record, review.shown
    if record.handed_in_at is None or shown is None:
        return None
    revisions = Revision.objects.filter(
        base_content_type=shown.base_content_type,
        object_id=shown.object_id,
        created_at__lte=record.handed_in_at,
    )
    return revisions.order_by("-pk").first()


def row(review: Review) -> Row:
    """State, holder, since when and due when, as on the desk."""
    reader = reader_of(review.user, review.record.school, review.at)
    review.record.running = [review.round] if review.round else []  # type: ignore[attr-defined]
    return row_of(review.record, reader, people_of(reader))


def holder_line(record: EditorialRecord, user: Any, at: datetime.datetime) -> str:
    """Who has the item, in one sentence."""
    reader = reader_of(user, record.school, at)
    facts = row_of(record, reader, people_of(reader))
    if facts.holder:
        return _("%(state)s: %(who)s has the item now.") % {"state": facts.state, "who": facts.holder}
    return _("%(state)s: the text cannot be changed now.") % {"state": facts.state}


def plain_text(review: Review) -> list[tuple[str, str]]:
    """The item as plain text with the names of its places."""
    return reading_pieces(type(review.draft), content_of(review.draft))


@dataclasses.dataclass(frozen=True, slots=True)
class Answered:
    """One question of the checklist and what the editor answered."""

    question: str
    answer: str
    is_good: bool


def checklist(review: Review) -> list[Answered]:
    """The answers given when the item was last forwarded; only what was asked."""
    round_ = review.round or last_round(review.record)
    given = round_.checklist if round_ else {}
    return [
        Answered(str(label), _answer(given, question), bool(given.get(question.value)))
        for question, label in choices.QUESTIONS.items()
        if question.value in given and isinstance(question, Question)
    ]


def _answer(given: dict[str, str], question: Question) -> str:
    answer = given.get(question.value, "")
    if question is not Question.PUPIL_CONSENT:
        return _("Yes")
    parts = [choices.label(choices.CONSENTS, answer)]
    if answer == Consent.REGISTER:
        parts.append(_consent_entry(given.get("consent_entry", "")))
    if answer == Consent.SIGNED:
        parts.append(given.get("consent_reference", ""))
    return ": ".join(part for part in parts if part)


def _consent_entry(pk: str) -> str:
    entry = ConsentEntry.objects.filter(pk=pk).first() if pk.isdigit() else None
    return f"{entry} ({entry.reference})" if entry else ""


def hidden_files(record: EditorialRecord) -> list[HiddenFile]:
    """Pictures and files of the item that are hidden now."""
    return list(HiddenFile.objects.filter(record=record, restored_at__isnull=True).order_by("pk"))


def file_title(name: str) -> str:
    """A picture or file as people know it, for its name in a clearance ("wagtailimages.image/7")."""
    label, _slash, pk = name.partition("/")
    row = apps.get_model(label)._default_manager.filter(pk=pk).first()
    return str(row) if row else name


def next_waiting(user: Any, record: EditorialRecord, at: datetime.datetime) -> tuple[EditorialRecord | None, int]:
    """The next item that waits for this person and that he may act on, and how many wait in all."""
    reader = reader_of(user, record.school, at)
    people = people_of(reader)
    first, count = None, 0
    for kind in sections_for(reader):
        if not kind.waits_for_me:
            continue
        items = items_of(kind, reader).exclude(pk=record.pk)
        count += items.count()
        if first is None:
            rows = (row_of(waiting, reader, people) for waiting in items[:LOOKED_AT])
            first = next((row_.record for row_ in rows if not row_.blocked), None)
    return first, count
