"""Before the chain decides: who hands in, who takes it over, who takes it back."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate, localtime

from core.clock import now, today
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WorkState
from news.models import NewsPage
from school.models import Absence, UnitMembership
from school.rules.calendar import working_day_after
from school.selectors import working_week
from tests.factories import items
from tests.factories.evidence import last_line, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def day_after_claim_time(cast: SimpleNamespace, record: EditorialRecord) -> datetime.datetime:
    """The first morning on which the unit's editor has had his working day."""
    assert record.handed_in_at is not None
    last = working_day_after(localtime(record.handed_in_at).date(), working_week(cast.school))
    return localtime(record.handed_in_at).replace(
        year=last.year, month=last.month, day=last.day, hour=8
    ) + datetime.timedelta(days=1)


def away(person: object) -> None:
    """The person is registered as away today."""
    Absence.objects.create(user=person, starts_on=today(), ends_on=today())


# --- Handing in


def test_hand_in__is_for_members_of_the_unit(cast: SimpleNamespace) -> None:
    """A01, A12: an item belongs to its unit, and only the unit's members bring it to the board."""
    record = items.draft(cast)

    with refuses(Reason.NOT_YOUR_UNIT):
        actions.hand_in(record_id=record.pk, user=cast.van)
    actions.hand_in(record_id=record.pk, user=cast.editor1)

    assert stands(record, WorkState.SUBMITTED)
    assert (record.unit, record.created_by) == (cast.unit.toan, cast.toan)


def test_hand_in__refuses_a_former_member_of_the_unit(cast: SimpleNamespace) -> None:
    """A01: belonging to a unit has dates."""
    record = items.draft(cast)
    yesterday = today() - datetime.timedelta(days=1)
    UnitMembership.objects.filter(user=cast.toan).update(ends_on=yesterday)

    with refuses(Reason.NOT_YOUR_UNIT):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    UnitMembership.objects.filter(user=cast.toan).update(ends_on=today())
    actions.hand_in(record_id=record.pk, user=cast.toan)


@pytest.mark.parametrize(
    ("attribute", "reason"), [("is_active", Reason.INACTIVE), ("is_superuser", Reason.TECHNICAL_ROLE)]
)
def test_hand_in__refuses_switched_off_and_technical_accounts(
    cast: SimpleNamespace, attribute: str, reason: Reason
) -> None:
    """A12: whoever runs the machine takes no part in the board's work."""
    record = items.draft(cast)
    setattr(cast.toan, attribute, attribute == "is_superuser")
    cast.toan.save()

    with refuses(reason):
        actions.hand_in(record_id=record.pk, user=cast.toan)


@pytest.mark.parametrize(("field", "value"), [("lead", ""), ("body", []), ("title", "")])
def test_hand_in__names_what_is_missing(cast: SimpleNamespace, field: str, value: object) -> None:
    """A22: what an item must have is said when it is handed in, not by the editor a day later."""
    record = items.draft(cast)
    page = NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
    setattr(page, field, value)
    page.save_revision(user=cast.toan, clean=False)

    with refuses(Reason.FORM_INCOMPLETE):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    items.rewrite(record, cast.toan, lead=items.LEAD, title="Đủ rồi", body=[items.block("text", items.TEXT)])
    actions.hand_in(record_id=record.pk, user=cast.toan)


def test_hand_in__refuses_a_picture_without_words(cast: SimpleNamespace) -> None:
    """A22: a draft may be saved half done; it is handed in whole."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.draft(cast, pictures=[image])
    silent = items.picture_block(image)
    silent["value"]["alt"] = ""
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), silent])

    with refuses(Reason.FORM_INCOMPLETE, fields=str(NewsPage._meta.get_field("body").verbose_name)):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), items.picture_block(image)])
    actions.hand_in(record_id=record.pk, user=cast.toan)


def test_hand_in__demands_name_and_address_of_a_quoted_source(cast: SimpleNamespace) -> None:
    """A54: official information names the body it comes from."""
    record = items.draft(cast, origin="official_source", source_name="Sở GD&ĐT")

    with refuses(Reason.FORM_INCOMPLETE):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    items.rewrite(record, cast.toan, source_url="https://so.example.vn/1")
    actions.hand_in(record_id=record.pk, user=cast.toan)


@pytest.mark.parametrize("origin", ["own_activity", "contributor", "unit"])
def test_hand_in__keeps_origin_and_channel_in_record_and_ledger(cast: SimpleNamespace, origin: str) -> None:
    """A54: where an item comes from is recorded for every item."""
    record = items.submitted(cast, origin=origin, channel="channel_email")

    assert (record.origin, record.channel) == (origin, "channel_email")
    payload = last_line(record).payload
    assert (payload["origin"], payload["channel"]) == (origin, "channel_email")


def test_hand_in__goes_to_the_unit_editor_else_waits_for_a_secretary(cast: SimpleNamespace) -> None:
    """A18: what comes in stands in somebody's queue at once."""
    assert items.submitted(cast).editor == cast.editor1
    assert items.submitted(cast, author="vanphong").editor is None


def test_hand_in__passes_over_an_editor_who_is_away(cast: SimpleNamespace) -> None:
    away(cast.editor1)

    assert items.submitted(cast).editor is None


def test_hand_in__twice_is_refused_while_the_board_has_the_item(cast: SimpleNamespace) -> None:
    record = items.submitted(cast)

    with refuses(Reason.HANDED_IN_BEFORE):
        actions.hand_in(record_id=record.pk, user=cast.toan)


# --- Taking over


def test_claim__is_first_the_unit_editors(cast: SimpleNamespace) -> None:
    """A27: a secretary may take any item over, after the working day the unit's editor has."""
    record = items.submitted(cast)

    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.claim(record_id=record.pk, user=cast.secretary)
    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.claim(record_id=record.pk, user=cast.editor2)
    actions.claim(record_id=record.pk, user=cast.editor1)

    assert stands(record, WorkState.IN_EDITING)
    assert record.editor == cast.editor1


def test_claim__is_the_secretarys_after_one_working_day(cast: SimpleNamespace) -> None:
    """A27: counted in working days, the day of hand-in not counted."""
    record = items.submitted(cast)
    later = day_after_claim_time(cast, record)

    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.claim(record_id=record.pk, user=cast.secretary, at=later - datetime.timedelta(days=1))
    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.claim(record_id=record.pk, user=cast.editor2, at=later)
    actions.claim(record_id=record.pk, user=cast.secretary, at=later)

    assert stands(record, WorkState.IN_EDITING)
    assert record.editor == cast.secretary


def test_claim__is_anybodys_where_the_unit_has_no_editor(cast: SimpleNamespace) -> None:
    record = items.submitted(cast, author="vanphong")

    with refuses(Reason.NOT_YOUR_POST):
        actions.claim(record_id=record.pk, user=cast.deputy1)
    actions.claim(record_id=record.pk, user=cast.editor2)

    assert actions.claim(record_id=record.pk, user=cast.editor2).editor == cast.editor2


def test_claim__takes_an_item_from_an_editor_who_is_away(cast: SimpleNamespace) -> None:
    """A18: nothing stays lying because somebody is ill."""
    record = items.in_editing(cast)

    with refuses(Reason.CLAIMED_BY_OTHER):
        actions.claim(record_id=record.pk, user=cast.secretary)
    away(cast.editor1)
    actions.claim(record_id=record.pk, user=cast.secretary)

    record.refresh_from_db()
    assert record.editor == cast.secretary


def test_assign__is_for_head_deputy_and_secretary_and_gives_to_those_who_edit(
    cast: SimpleNamespace,
) -> None:
    """A12, A61: an assigned editor edits."""
    record = items.submitted(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.assign(record_id=record.pk, user=cast.editor1, editor=cast.editor2)
    with refuses(Reason.NOT_YOUR_POST):
        actions.assign(record_id=record.pk, user=cast.deputy1, editor=cast.deputy2)
    actions.assign(record_id=record.pk, user=cast.deputy1, editor=cast.editor2)
    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.claim(record_id=record.pk, user=cast.editor1)
    actions.claim(record_id=record.pk, user=cast.editor2)

    assert stands(record, WorkState.IN_EDITING)


def test_secretary_edits_and_forwards_what_nobody_took(cast: SimpleNamespace) -> None:
    """A27: the secretary edits any item, and it still passes deputy and head."""
    record = items.submitted(cast)
    later = day_after_claim_time(cast, record)
    actions.claim(record_id=record.pk, user=cast.secretary, at=later)
    items.rewrite(record, cast.secretary, lead=items.LEAD.replace("cùng dự", "tham dự"))

    actions.forward(record_id=record.pk, user=cast.secretary, answers=items.answers(record), at=later)

    assert stands(record, WorkState.AWAITING_DEPUTY)


# --- Taking back, throwing away


def test_withdraw__is_the_units_until_the_item_was_forwarded(cast: SimpleNamespace) -> None:
    """A65: the unit keeps its say over what it sent until the chain decides."""
    record = items.in_editing(cast)

    with refuses(Reason.NOT_YOUR_UNIT):
        actions.withdraw(record_id=record.pk, user=cast.van)
    actions.withdraw(record_id=record.pk, user=cast.toan)

    assert stands(record, WorkState.WITHDRAWN)
    assert record.editor is None
    actions.hand_in(record_id=record.pk, user=cast.toan)
    assert stands(record, WorkState.SUBMITTED)


def test_withdraw__refuses_once_it_was_forwarded(cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast)

    with refuses(Reason.WRONG_STATE):
        actions.withdraw(record_id=record.pk, user=cast.toan)


def test_discard__throws_away_only_what_was_never_handed_in(cast: SimpleNamespace) -> None:
    draft, withdrawn = items.draft(cast), items.submitted(cast)
    actions.withdraw(record_id=withdrawn.pk, user=cast.toan)

    with refuses(Reason.NOT_YOUR_UNIT):
        actions.discard(record_id=draft.pk, user=cast.van)
    with refuses(Reason.HANDED_IN_BEFORE):
        actions.discard(record_id=withdrawn.pk, user=cast.toan)
    actions.discard(record_id=draft.pk, user=cast.toan)

    assert not NewsPage.objects.filter(pk=draft.page_id).exists()
    assert not EditorialRecord.objects.filter(pk=draft.pk).exists()


def test_hand_in__reads_the_schools_day_not_the_one_of_greenwich(cast: SimpleNamespace) -> None:
    """Early in the morning at school it is still yesterday in Greenwich."""
    morning = localtime(now()).replace(hour=5, minute=0) + datetime.timedelta(days=1)
    Absence.objects.create(user=cast.editor1, starts_on=morning.date(), ends_on=morning.date())
    record = items.draft(cast)

    actions.hand_in(record_id=record.pk, user=cast.toan, at=morning.astimezone(datetime.UTC))

    record.refresh_from_db()
    assert record.editor is None


def test_assign__to_himself_gives_the_secretary_nothing_a_claim_does_not(cast: SimpleNamespace) -> None:
    """A18: the unit's own editor has his working day first (Đ6 dash 1)."""
    record = items.submitted(cast)

    with refuses(Reason.UNIT_EDITOR_FIRST):
        actions.assign(record_id=record.pk, user=cast.secretary, editor=cast.secretary)
    actions.assign(record_id=record.pk, user=cast.secretary, editor=cast.editor2)
    other = items.submitted(cast)
    actions.assign(
        record_id=other.pk, user=cast.secretary, editor=cast.secretary, at=now() + datetime.timedelta(days=9)
    )


def test_claim__sees_who_is_away_at_the_moment_of_the_act(cast: SimpleNamespace) -> None:
    """A18: an absence that begins tomorrow opens the item tomorrow."""
    record = items.in_editing(cast)
    tomorrow = now() + datetime.timedelta(days=1)
    Absence.objects.create(user=cast.editor1, starts_on=localdate(tomorrow), ends_on=localdate(tomorrow))

    with refuses(Reason.CLAIMED_BY_OTHER):
        actions.claim(record_id=record.pk, user=cast.editor2)
    actions.claim(record_id=record.pk, user=cast.editor2, at=tomorrow)
