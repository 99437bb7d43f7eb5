"""Rule 8: what was cleared is what is posted; anything else is refused and named."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from wagtail.models import Revision

from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.selectors.evidence import ledger_faults, public_faults
from tests.factories import items
from tests.factories.evidence import last_round, refuses, stands
from tests.factories.tampering import execute, rewrite_revision, swap_bytes, triggers_lifted

pytestmark = pytest.mark.django_db


def with_picture(cast: SimpleNamespace, state: str) -> tuple[EditorialRecord, Any]:
    """An item with one picture, in a state."""
    image = items.picture(cast.toan, cast.unit.toan)
    return getattr(items, state)(cast, pictures=[image]), image


def test_approve__refuses_a_version_that_was_rewritten_in_the_database(cast: SimpleNamespace) -> None:
    """A20: what the deputy read is what the head releases."""
    sound, forged = items.awaiting_head(cast), items.awaiting_head(cast)
    pinned = last_round(forged).revision
    rewrite_revision(pinned, lead="Không ai duyệt câu này.")

    with refuses(Reason.CONTENT_CHANGED, revision=str(pinned.pk)):
        actions.approve(record_id=forged.pk, user=cast.head)
    actions.approve(record_id=sound.pk, user=cast.head)

    assert stands(forged, WorkState.AWAITING_HEAD)


def test_post__refuses_a_version_that_was_rewritten_after_its_clearance(cast: SimpleNamespace) -> None:
    """A20, A59: and names the version."""
    sound, forged = items.approved(cast), items.approved(cast)
    pinned = last_round(forged).revision
    rewrite_revision(pinned, title="Tiêu đề giả")

    with refuses(Reason.CONTENT_CHANGED, revision=str(pinned.pk)):
        actions.post(record_id=forged.pk, user=cast.secretary)
    actions.post(record_id=sound.pk, user=cast.secretary)

    assert stands(forged, WorkState.APPROVED)


def test_post__refuses_a_swapped_picture_and_names_it(cast: SimpleNamespace) -> None:
    """A14, A59: the bytes of every picture are part of what was cleared."""
    record, image = with_picture(cast, "approved")
    original = image.file.read()
    swap_bytes(image, items.png((200, 0, 0)))

    with refuses(Reason.FILE_CHANGED, file=f"wagtailimages.image/{image.pk}"):
        actions.post(record_id=record.pk, user=cast.secretary)
    swap_bytes(image, original)
    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_post__refuses_a_file_that_is_gone(cast: SimpleNamespace) -> None:
    row = items.document(cast.toan, cast.unit.toan)
    record = items.approved(cast, files=[row])
    row.file.storage.delete(row.file.name)

    with refuses(Reason.FILE_CHANGED, file=f"wagtaildocs.document/{row.pk}"):
        actions.post(record_id=record.pk, user=cast.secretary)


def test_restore__refuses_what_is_no_longer_what_was_cleared(cast: SimpleNamespace) -> None:
    """Bringing back is posting too."""
    record, image = with_picture(cast, "taken_down")
    swap_bytes(image, items.png((200, 0, 0)))

    with refuses(Reason.FILE_CHANGED, file=f"wagtailimages.image/{image.pk}"):
        actions.restore(record_id=record.pk, user=cast.head)


def test_post__ignores_a_newer_draft(cast: SimpleNamespace) -> None:
    """A20: exactly the released version is posted, whatever was typed since."""
    record = items.approved(cast)
    cleared = last_round(record).revision_id
    newer = items.rewrite(record, cast.toan, lead="Bản nháp mới hơn, chưa ai duyệt.")

    actions.post(record_id=record.pk, user=cast.secretary)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    page = items.NewsPage.objects.get(pk=record.page_id)
    assert (page.live_revision_id, page.lead) == (cleared, items.LEAD)
    assert newer.pk != cleared


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE wagtailcore_page SET title = 'Giả' WHERE id = %s", "its content is not what was cleared"),
        ("UPDATE news_newspage SET lead = 'Giả' WHERE page_ptr_id = %s", "its content is not what was"),
        ("DELETE FROM news_newspage_categories WHERE newspage_id = %s", "its content is not what was"),
    ],
)
def test_verify_public__names_a_live_row_that_was_rewritten(cast: SimpleNamespace, sql: str, named: str) -> None:
    """A75: what no gate can prevent is found and named."""
    record = items.published(cast)
    assert list(public_faults()) == []

    with triggers_lifted():
        execute(sql, record.page_id)

    found = list(public_faults())
    assert len(found) == 1
    assert found[0].startswith(f"page {record.page_id}: {named}")


def test_verify_public__names_swapped_bytes_and_pages_put_online_past_the_board(
    cast: SimpleNamespace,
) -> None:
    """A75: a picture exchanged on the disk, a draft made live in the database."""
    record, image = with_picture(cast, "published")
    draft = items.draft(cast)
    swap_bytes(image, items.png((200, 0, 0)))
    with triggers_lifted():
        execute("UPDATE wagtailcore_page SET live = %s WHERE id = %s", True, draft.page_id)

    assert sorted(public_faults()) == sorted(
        [
            f"page {record.page_id}: the file wagtailimages.image/{image.pk} is not the one that was cleared",
            f"page {draft.page_id}: on the site without a clearance",
        ]
    )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE editorial_ledgerentry SET actor_id = 0 WHERE record_id = %s AND action = 'editorial.approve'",
        "DELETE FROM editorial_ledgerentry WHERE record_id = %s AND action = 'editorial.forward'",
        "DELETE FROM editorial_ledgerentry WHERE record_id = %s AND action = 'editorial.post'",
        "UPDATE editorial_editorialrecord SET work_state = 'approved' WHERE id = %s",
        "UPDATE editorial_editorialrecord SET public_state = 'never' WHERE id = %s",
    ],
)
def test_verify_ledger__names_what_was_forged(cast: SimpleNamespace, sql: str) -> None:
    """A20: lines changed or removed, the tail cut off, states that the lines do not give."""
    record = items.published(cast)
    assert list(ledger_faults()) == []

    with triggers_lifted():
        execute(sql, record.pk)

    assert list(ledger_faults()) != []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE wagtailcore_page SET title = 'Giả' WHERE id = %s",
        "UPDATE news_newspage SET lead = 'Giả' WHERE page_ptr_id = %s",
        "DELETE FROM editorial_clearance WHERE page_id = %s",
        "UPDATE editorial_round SET digest = 'x' WHERE record_id IN"
        " (SELECT id FROM editorial_editorialrecord WHERE page_id = %s)",
        "UPDATE editorial_ledgerentry SET actor_id = 0 WHERE record_id IN"
        " (SELECT id FROM editorial_editorialrecord WHERE page_id = %s)",
    ],
)
def test_triggers__refuse_the_same_while_they_stand(cast: SimpleNamespace, sql: str) -> None:
    """A20, A75: the database itself holds the evidence and the live rows."""
    record = items.published(cast)

    with pytest.raises(DatabaseError, match="chain of the editorial board"), transaction.atomic():
        execute(sql, record.page_id)

    assert [*ledger_faults(), *public_faults()] == []
    assert Revision.objects.filter(board_rounds__record=record).exists()
