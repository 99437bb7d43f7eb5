"""What readers are told when a posted page changes in substance (A77)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.timezone import localdate

from core.clock import now
from core.rules.answers import RuleRefused
from core.written_dates import written_day
from editorial import actions
from editorial.models import EditorialRecord, Incident, LedgerEntry, Round
from editorial.rules.public_notes import NO_NOTE, PublicNote
from editorial.rules.reasons import Reason
from editorial.selectors.public_notes import former_of, public_notes
from news.models import NewsPage
from tests.factories import items
from tests.factories.items import TOLD, WRONG
from tests.factories.proposals import reader
from tests.factories.readers import read_in
from tests.factories.screens import act, look, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

NEW_LEAD = "Sáng thứ Hai, 250 học sinh và thầy cô cùng dự lễ chào cờ; phần văn nghệ dời sang tuần sau."


@pytest.fixture
def english(cast: SimpleNamespace) -> None:
    """Everybody reads the back office in English."""
    read_in(cast)


def today_in_english() -> str:
    """As the page writes the day."""
    with translation.override("en"):
        return written_day(now())


def taken_up_again(cast: SimpleNamespace, record: EditorialRecord, lead: str = NEW_LEAD) -> EditorialRecord:
    """The unit writes a new version of what is on the site; an editor holds it."""
    items.rewrite(record, cast.toan, lead=lead)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    return actions.claim(record_id=record.pk, user=cast.editor1)


def forwarded(
    cast: SimpleNamespace, record: EditorialRecord, note: PublicNote, lead: str = NEW_LEAD
) -> EditorialRecord:
    """The new version is on its way up, with what readers will be told."""
    taken_up_again(cast, record, lead)
    given = items.answers(record)
    return actions.forward(record_id=record.pk, user=cast.editor1, answers=given, public_note=note)


def posted(cast: SimpleNamespace, record: EditorialRecord) -> EditorialRecord:
    """Deputy, head, secretary."""
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    return actions.post(record_id=record.pk, user=cast.secretary)


def updated(cast: SimpleNamespace, note: PublicNote = TOLD, lead: str = NEW_LEAD, **fields: Any) -> EditorialRecord:
    """On the site in a second version."""
    return posted(cast, forwarded(cast, items.published(cast, **fields), note, lead))


def public_page(record: EditorialRecord) -> str:
    """What readers read."""
    return words(reader().get(NewsPage.objects.get(pk=record.page_id).url))


def test_first_publication__asks_for_no_note(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    assert "public_note" not in LedgerEntry.objects.filter(record_id=record.pk).latest("seq").payload
    assert 'class="changes"' not in public_page(record)


def test_first_publication__shows_no_fields_and_keeps_no_note(cast: SimpleNamespace) -> None:
    record = items.in_editing(cast)
    assert "What readers are told" not in words(look(cast.editor1, record))

    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=TOLD)

    assert Round.objects.get(record=record, ended_at=None).public_note == ""


def test_forward__refuses_a_change_of_substance_that_tells_readers_nothing(cast: SimpleNamespace) -> None:
    """A77: refused with the clause, and nothing has changed."""
    record = taken_up_again(cast, items.published(cast))
    before = LedgerEntry.objects.count()

    with pytest.raises(RuleRefused) as refused:
        actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))

    assert refused.value.refused.reason is Reason.PUBLIC_NOTE_MISSING
    assert LedgerEntry.objects.count() == before
    assert not Round.objects.filter(record=record, ended_at=None).exists()


def test_forward__of_a_small_change_asks_for_no_note(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    record = forwarded(cast, record, NO_NOTE, items.LEAD.replace("cùng dự", "tham dự"))

    assert Round.objects.get(record=record, ended_at=None).public_note == ""


def test_update__is_told_on_the_page_with_the_day_of_posting(cast: SimpleNamespace) -> None:
    """A77."""
    record = updated(cast)

    page = public_page(record)

    assert f"Updated on {today_in_english()} because" in page
    assert TOLD.text in page
    line = LedgerEntry.objects.filter(record_id=record.pk, action="editorial.post").latest("seq")
    assert line.payload["public_note"] == TOLD.text


def test_note__is_not_public_before_the_posting(cast: SimpleNamespace) -> None:
    """A77: what waits for a decision cannot be read."""
    record = forwarded(cast, items.published(cast), TOLD)
    assert TOLD.text not in public_page(record)

    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    assert TOLD.text not in public_page(record)

    actions.post(record_id=record.pk, user=cast.secretary)
    assert TOLD.text in public_page(record)


@pytest.mark.parametrize("name", ["deputy1", "head"])
def test_deciders__see_what_readers_will_be_told(cast: SimpleNamespace, name: str) -> None:
    record = forwarded(cast, items.published(cast), WRONG)

    page = words(look(getattr(cast, name), record))

    assert "Readers will be told, as a correction" in page
    assert WRONG.text in page
    assert WRONG.ground in page


def test_note__can_be_changed_by_nobody(cast: SimpleNamespace) -> None:
    """A77: not even in the database."""
    record = forwarded(cast, items.published(cast), TOLD)
    running = Round.objects.filter(record=record, ended_at=None)

    for column in ("public_note", "note_kind", "note_ground"):
        with pytest.raises(DatabaseError), transaction.atomic():
            running.update(**{column: "khác"})


def test_note__goes_along_when_the_head_corrects_as_he_reads(cast: SimpleNamespace) -> None:
    record = forwarded(cast, items.published(cast), TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)

    actions.correct_and_approve(record_id=record.pk, user=cast.head, wrong="văn nghệ", right="ca nhạc", and_post=True)

    assert TOLD.text in public_page(record)


def test_correction__is_marked_and_its_ground_is_not_public(cast: SimpleNamespace) -> None:
    """A77."""
    page = public_page(updated(cast, WRONG))

    assert f"Correction of {today_in_english()}:" in page
    assert WRONG.text in page
    assert WRONG.ground not in page


def test_correction__opens_one_incident_that_is_put_right(cast: SimpleNamespace) -> None:
    """A77: by itself, once, linked to its round, to be closed by a deputy or the head."""
    record = updated(cast, WRONG)

    incident = Incident.objects.get()

    assert (incident.state, incident.unit, incident.words) == ("corrected", cast.unit.toan, WRONG.ground)
    assert incident.round.public_note == WRONG.text
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Xem lại")
    actions.restore(record_id=record.pk, user=cast.head)
    assert Incident.objects.count() == 1


def test_correction__puts_right_the_one_incident_that_waits(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    opened = actions.open_incident(record_id=record.pk, user=cast.editor1, kind="incident_untrue", words="Sai số em")

    posted(cast, forwarded(cast, record, WRONG))

    opened.refresh_from_db()
    assert (Incident.objects.count(), opened.state, opened.round is not None) == (1, "corrected", True)


def test_update__opens_no_incident(cast: SimpleNamespace) -> None:
    updated(cast)
    assert not Incident.objects.exists()


def test_restore__brings_back_the_notes_that_were_there(cast: SimpleNamespace) -> None:
    record = updated(cast)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Xem lại")

    actions.restore(record_id=record.pk, user=cast.head)

    page = public_page(record)
    assert page.count(TOLD.text) == 1
    assert NEW_LEAD in page


def test_notes__three_stand_on_the_page_and_the_rest_behind_all_changes(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    for number in range(1, 5):
        note = PublicNote("update", f"thay đổi lần thứ {number} của bài này.")
        record = posted(cast, forwarded(cast, record, note, f"Phần mở đầu lần {number}, khác hẳn bản trước đó."))

    notes = public_notes(NewsPage.objects.get(pk=record.page_id))

    assert [note.text for note in notes.first] == [f"thay đổi lần thứ {n} của bài này." for n in (4, 3, 2)]
    assert [note.text for note in notes.older] == ["thay đổi lần thứ 1 của bài này."]
    assert "All changes (4)" in public_page(record)


def test_note__of_markup_is_shown_as_it_was_typed(cast: SimpleNamespace) -> None:
    record = updated(cast, PublicNote("update", "<script>alert(1)</script> đã đổi ngày"))

    page = reader().get(NewsPage.objects.get(pk=record.page_id).url).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; đã đổi ngày" in page


def test_former_text__is_in_the_history_for_board_and_unit(cast: SimpleNamespace) -> None:
    """A77: what stood on the site before; the public never sees it."""
    record = updated(cast)
    seq = LedgerEntry.objects.filter(record_id=record.pk, action="editorial.post").latest("seq").seq
    address = f"/admin/board/review/{record.pk}/former/{seq}/"

    for name in ("toan", "deputy1", "secretary"):
        assert address in words(look(getattr(cast, name), record))
        page = words(signed_in(getattr(cast, name)).get(address))
        assert "<del>" in page
        assert "trò trường" in page
    assert signed_in(cast.van).get(address).status_code == 403
    assert reader().get(address).status_code == 302
    assert items.LEAD not in public_page(record)


def test_former_text__of_the_first_posting_there_is_none(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    seq = LedgerEntry.objects.filter(record_id=record.pk, action="editorial.post").latest("seq").seq

    assert former_of(record, seq) is None
    assert former_of(record, seq + 10**6) is None
    assert signed_in(cast.head).get(f"/admin/board/review/{record.pk}/former/{seq}/").status_code == 404
    assert "/former/" not in words(look(cast.head, record))


def test_form__asks_for_the_note_and_keeps_what_was_typed(cast: SimpleNamespace) -> None:
    record = taken_up_again(cast, items.published(cast))
    given = {**dict.fromkeys(items.answers(record), "on"), "content_class": "ordinary", "note_kind": "update"}

    answer = act(cast.editor1, record, "forward", public_note="ngắn", **given)
    sent = act(cast.editor1, record, "forward", public_note=TOLD.text, **given)

    assert (answer.status_code, sent.status_code) == (422, 302)
    assert "10 to 300 characters" in words(answer)
    assert "Đ17.2" in words(answer)
    assert "ngắn</textarea>" in answer.content.decode()
    assert Round.objects.get(record=record, ended_at=None).public_note == TOLD.text


@pytest.mark.parametrize("typed", ["\x00" * 20, "x" * 100_000, "١٢٣" * 200])
def test_form__bears_any_words(cast: SimpleNamespace, typed: str) -> None:
    record = taken_up_again(cast, items.published(cast))
    given = dict.fromkeys(items.answers(record), "on")

    answer = act(
        cast.editor1,
        record,
        "forward",
        content_class="ordinary",
        public_note=typed,
        note_ground=typed,
        note_kind="correction",
        **given,
    )

    assert answer.status_code == 422


def test_returned_version__brings_its_note_along_when_it_is_forwarded_again(cast: SimpleNamespace) -> None:
    record = forwarded(cast, items.published(cast), TOLD)
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Thêm nguồn")

    page = words(look(cast.editor1, record))

    assert TOLD.text in page.partition("What readers are told")[2]


def test_day__is_the_day_of_the_posting(cast: SimpleNamespace) -> None:
    record = forwarded(cast, items.published(cast), TOLD)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    later = now() + datetime.timedelta(days=3)
    actions.post(record_id=record.pk, user=cast.secretary, at=later)

    assert public_notes(NewsPage.objects.get(pk=record.page_id)).first[0].on == localdate(later)
