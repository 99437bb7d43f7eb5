"""What the documents put on my desk: what to read and confirm (B40), what to look at again (A33)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from core.written_dates import written_day
from documents.selectors.acquaintance import ToRead, to_read
from documents.selectors.keeping import Review, reviews
from editorial.desk_providers import HandedRow, HandedSection
from editorial.rules.reviewing import ReviewState
from editorial.selectors.desk_items import Reader


def reading_list(reader: Reader) -> HandedSection:
    """Documents announced to the reader that he has not confirmed."""
    return HandedSection(
        "to-read",
        _("To read and confirm"),
        _("Announced to you. Read it, then say so with one tap."),
        [_row_to_read(row) for row in to_read(reader.actor.id, reader.today)],
    )


def _row_to_read(row: ToRead) -> HandedRow:
    call = row.call
    asked = _("announced by %(who)s on %(day)s") % {"who": call.called_by, "day": written_day(call.called_at)}
    due = _("to be read by %(day)s") % {"day": written_day(call.due_on)} if call.due_on else ""
    return HandedRow(row.title, reverse("documents_acquaintance", args=[call.pk]), (asked,), due, row.is_late)


def review_list(reader: Reader) -> HandedSection:
    """Documents of the reader's units whose day of review is near or past."""
    rows = reviews(reader.school, reader.actor.unit_ids) if reader.actor.unit_ids else []
    due = [row for row in rows if row.state(reader.today) is not ReviewState.FRESH]
    return HandedSection(
        "to-review",
        _("Documents to look at again"),
        _("Your unit looks after them. Say that they are still right, or begin a new version."),
        [_row_to_review(row, reader) for row in due],
        f"{reverse('board_documents')}?review=due",
    )


def _row_to_review(row: Review, reader: Reader) -> HandedRow:
    return HandedRow(
        row.page.title,
        reverse("documents_card", args=[row.record.pk]),
        (row.page.type_name, _("looked at last on %(day)s") % {"day": written_day(row.touched_on)}),
        _("to be looked at again by %(day)s") % {"day": written_day(row.due_on)},
        row.state(reader.today) is ReviewState.OVERDUE,
        _("Still right"),
        reverse("documents_card_act", args=[row.record.pk, "still-right"]),
    )
