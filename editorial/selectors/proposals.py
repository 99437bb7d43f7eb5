"""Readers' proposals: the queue, where each stands, the words in their paragraph."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from django.db.models import BooleanField, Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from core.rules.answers import Answer, Refused
from editorial.models.chain import EditorialRecord
from editorial.models.corrections import CorrectionProposal
from editorial.rules.corrections import is_small
from editorial.rules.proposals import Course, Passage, ProposalState, Standing, passage_of, standing_of
from editorial.rules.reasons import Reason
from editorial.rules.takedown import REPORT_WINDOW
from editorial.selectors.content import content_of, content_of_revision, replace_words
from editorial.selectors.records import rules_in_force
from school.models import School

WAITS = Q(state=ProposalState.OPEN) | Q(
    state=ProposalState.CORRECTING, round__ended_at__isnull=False, round__clearance__isnull=True
)


def proposals_from(address_hash: str, at: datetime.datetime) -> int:
    """How many proposals came from one address within the window that ends at `at`."""
    recent = CorrectionProposal.objects.filter(address_hash=address_hash, proposed_at__gt=at - REPORT_WINDOW)
    return recent.count() if address_hash else 0


def proposals_of(school: School) -> QuerySet[CorrectionProposal]:
    """The queue: those that wait first, the oldest first; then the answered, the newest first."""
    rows = CorrectionProposal.objects.filter(record__school=school).annotate(waits=_waits())
    rows = rows.select_related("record__unit", "record__live_clearance__revision", "round", "round__clearance")
    return rows.order_by("-waits", F("answered_at").desc(nulls_first=True), "proposed_at", "pk")


def _waits() -> Case:
    return Case(When(WAITS, then=Value(True)), default=Value(False), output_field=BooleanField())


def waiting_count() -> Coalesce:
    """How many proposals wait in the school of a row that has `school_id`: a column, not a query of its own."""
    rows = CorrectionProposal.objects.filter(WAITS, record__school=OuterRef("school_id")).order_by()
    counted = rows.values("record__school").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def proposal_by_code(code_hash: str) -> CorrectionProposal | None:
    """The proposal behind a tracking code; None for a code nobody was given."""
    rows = CorrectionProposal.objects.select_related("record__school", "record__live_clearance", "round__clearance")
    return rows.filter(code_hash=code_hash).first()


def standing(row: CorrectionProposal) -> Standing:
    """Where a proposal stands now."""
    round_, live = row.round, row.record.live_clearance
    course = Course(
        correction_ended=round_ is not None and round_.ended_at is not None,
        correction_cleared=round_ is not None and hasattr(round_, "clearance"),
        new_version_posted=bool(live and row.answered_at and live.cleared_at > row.answered_at),
    )
    return standing_of(ProposalState(row.state), course)


def live_texts(record: EditorialRecord) -> Mapping[str, str]:
    """The words of the version that is on the site, by place; empty when none is."""
    live = record.live_clearance
    return content_of_revision(live.revision).texts if live else {}


def passages(rows: Iterable[CorrectionProposal]) -> dict[int, Passage | None]:
    """For each proposal the words inside their paragraph as it stands now; None where they stand no more.

    Each version is read once, however many proposals are about it.
    """
    texts: dict[int, Mapping[str, str]] = {}
    found: dict[int, Passage | None] = {}
    for row in rows:
        if row.record_id not in texts:
            texts[row.record_id] = live_texts(row.record)
        found[row.pk] = passage_of(row.words, texts[row.record_id])
    return found


def smallness(record: EditorialRecord, wrong: str, right: str) -> Answer:
    """Whether these words for those would be a small correction of what is on the site."""
    live = record.live_clearance
    if live is None:
        return Refused(Reason.NOT_ONLINE)
    page = live.revision.as_object()
    if replace_words(page, wrong, right) == 0:
        return Refused(Reason.WORDS_NOT_FOUND)
    share = rules_in_force(record.school).small_share
    return is_small(content_of_revision(live.revision), content_of(page), share)


def over_proposals(school: School, before: datetime.datetime) -> QuerySet[CorrectionProposal]:
    """Answered before that moment and not blanked yet; one whose correction was dropped waits again."""
    rows = CorrectionProposal.objects.filter(record__school=school, answered_at__lte=before, blanked_at__isnull=True)
    return rows.exclude(WAITS)
