"""Members of a unit write and send on the public side, without the back office (A31, Đ7.1 dash 1)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model

from core.clock import today
from editorial import actions
from editorial.actions.events import enter_event
from editorial.models import BegunItem, EditorialRecord, LedgerEntry
from editorial.rules.duties import EventKind
from editorial.rules.vocabulary import WorkState
from news.handing_in.simple import is_simple, markup_of, plain_of
from news.models import NewsPage
from school.models import UnitMembership
from tests.factories import items
from tests.factories.handing_in import TYPED, begin, form_of, newest, only_record, photos, send, words_for_pictures
from tests.factories.screens import signed_in, words

pytestmark = pytest.mark.django_db

NEW, MINE = "/gui-bai/moi/", "/gui-bai/"


def edit_url(record: EditorialRecord) -> str:
    return reverse("hand_in_edit", args=[record.pk])


def look_url(record: EditorialRecord) -> str:
    return reverse("hand_in_look", args=[record.pk])


# --- who may come in


def test_visitor__is_led_to_the_sign_in_and_back(cast: SimpleNamespace) -> None:
    answer = Client().get(NEW)
    assert answer.status_code == 302
    assert answer.url == f"/admin/login/?next={NEW}"


@pytest.mark.parametrize("who", ["deputy1", "admin"])
def test_people_without_a_unit__read_a_sentence(cast: SimpleNamespace, who: str) -> None:
    UnitMembership.objects.filter(user=cast.deputy1).delete()
    for address in (MINE, NEW):
        answer = signed_in(getattr(cast, who)).get(address)
        assert answer.status_code == 403
        assert 'role="alert"' in words(answer)


def test_link__stands_in_the_menu_for_whoever_is_signed_in(cast: SimpleNamespace) -> None:
    assert f'href="{MINE}"' in words(signed_in(cast.toan).get("/"))
    assert f'href="{MINE}"' not in words(Client().get("/"))


def test_screens__are_kept_by_nobody(cast: SimpleNamespace) -> None:
    answer = signed_in(cast.toan).get(MINE)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


# --- writing and sending


def test_draft__is_an_article_in_the_units_section(cast: SimpleNamespace) -> None:
    answer = begin(signed_in(cast.toan))
    record = only_record()
    assert answer.url == edit_url(record)
    page = newest(record)
    assert (record.unit, record.work, record.created_by) == (cast.unit.toan, WorkState.DRAFT, cast.toan)
    assert (page.title, page.lead, page.author_name) == (TYPED["title"], TYPED["lead"], TYPED["author_name"])
    assert page.body.raw_data[0]["value"] == "<p>Đoạn một.</p><p>Đoạn hai<br/>xuống dòng &lt;b&gt;.</p>"


def test_draft__can_lack_everything_but_its_headline(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    assert begin(client, title="Mới có tên", lead="", text="", categories=[]).status_code == 302
    refused = begin(client, title=" ", lead="Câu đã gõ")
    assert refused.status_code == 422
    assert "Câu đã gõ" in words(refused)
    assert EditorialRecord.objects.count() == 1


def test_send__goes_to_the_board_by_the_same_action(cast: SimpleNamespace) -> None:
    answer = begin(signed_in(cast.toan), "send")
    record = only_record()
    assert answer.url == look_url(record)
    assert (record.work, record.editor) == (WorkState.SUBMITTED, cast.editor1)
    assert LedgerEntry.objects.filter(action="editorial.hand_in", record_id=record.pk).count() == 1


def test_send__asks_for_what_is_missing_and_keeps_what_was_typed_and_uploaded(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    refused = begin(client, "send", lead="", photos=photos(2))
    assert refused.status_code == 422
    assert not EditorialRecord.objects.exists()
    kept = form_of(refused)
    assert len(kept["picture"]) == 2
    assert kept["title"] == [TYPED["title"]]
    assert get_image_model().objects.count() == 2

    done = send(client, refused, NEW, "send", lead="Đủ rồi.", **words_for_pictures(refused))
    assert done.url == look_url(only_record())
    body = newest(only_record()).body
    assert [block.block_type for block in body] == ["text", "image", "image"]
    assert [row["value"]["people"] for row in body.raw_data[1:]] == ["people_nobody"] * 2
    assert get_image_model().objects.count() == 2


@pytest.mark.parametrize(("people", "status"), [("", 422), ("people_not_agreed", 422), ("people_agreed", 302)])
def test_send__wants_an_answer_about_people_in_each_picture(cast: SimpleNamespace, people: str, status: int) -> None:
    client = signed_in(cast.toan)
    page = begin(client, "add", photos=photos())
    answer = send(client, page, NEW, "send", **words_for_pictures(page, people))
    assert answer.status_code == status


def test_hand_in__of_people_who_did_not_agree_is_refused_from_the_back_office_too(cast: SimpleNamespace) -> None:
    """Đ15.2: the gate is the page's own, whichever way the item comes."""
    picture = items.picture(cast.toan, cast.unit.toan)
    block = items.picture_block(picture)
    block["value"]["people"] = "people_not_agreed"
    record = items.draft(cast, pictures=[picture])
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), block])
    with pytest.raises(Exception, match="form_incomplete"):
        actions.hand_in(record_id=record.pk, user=cast.toan)
    block["value"]["people"] = "people_agreed"
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), block])
    assert actions.hand_in(record_id=record.pk, user=cast.toan).work is WorkState.SUBMITTED


def test_five_photos__are_chosen_at_once_and_ordered(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    page = begin(client, "add", photos=photos(5))
    first, second, *rest = form_of(page)["picture"]
    keys = [row.pk for row in get_image_model().objects.order_by("pk")]
    moved = send(client, page, NEW, f"down-{keys[0]}")
    shown = [row["value"] for row in newest_rows(client, moved)]
    assert shown == [keys[1], keys[0], *keys[2:]]
    gone = send(client, moved, NEW, f"remove-{keys[4]}")
    assert len(form_of(gone)["picture"]) == 4
    assert second != first
    assert len(rest) == 3


def newest_rows(client: Client, page: Any) -> list[dict[str, Any]]:
    """The pictures as they are saved from this form."""
    send(client, page, NEW)
    return [{"value": block.value["image"].pk} for block in newest(only_record()).body if block.block_type == "image"]


def test_pictures__come_by_the_script_as_rows_for_the_form(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    answer = client.post("/gui-bai/anh/", {"unit": cast.unit.toan.pk, "photos": photos()})
    image = get_image_model().objects.get()
    assert answer.status_code == 200
    assert f'name="alt-{image.pk}"' in words(answer)
    assert (image.uploaded_by_user, image.collection) == (cast.toan, cast.unit.toan.collection)


def test_double_click__begins_and_sends_one_item(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    form = {**form_of(client.get(NEW)), **TYPED, "categories": [1], "act": "send"}
    form["categories"] = [NewsPage.categories.rel.model.objects.first().pk]
    answers = [client.post(NEW, form) for _ in range(2)]
    assert {answer.url for answer in answers} == {look_url(only_record())}
    assert BegunItem.objects.count() == 1
    assert LedgerEntry.objects.filter(action="editorial.hand_in").count() == 1


def test_double_click__of_a_draft_with_other_words_saves_into_the_one_item(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    form = {**form_of(client.get(NEW)), **TYPED, "act": "save"}
    client.post(NEW, form)
    client.post(NEW, {**form, "lead": "Sửa thêm."})
    assert newest(only_record()).lead == "Sửa thêm."


# --- going on


def test_edit__writes_over_nobodys_newer_version(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    begin(client)
    record = only_record()
    old = client.get(edit_url(record))
    items.rewrite(record, cast.editor1, lead="Bản của người khác")
    answer = send(client, old, edit_url(record), lead="Bản của tôi")
    assert answer.status_code == 409
    assert "Bản của tôi" in words(answer)
    assert newest(record).lead == "Bản của người khác"
    send(client, answer, edit_url(record))
    assert newest(record).lead == "Bản của tôi"


def test_edit__keeps_what_the_form_does_not_show(cast: SimpleNamespace) -> None:
    picture = items.picture(cast.toan, cast.unit.toan)
    block = items.picture_block(picture)
    block["value"] |= {"credit": "Thầy Ba", "keeps": "top"}
    record = items.draft(cast, pictures=[picture])
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), block], source_name="Sở")
    client = signed_in(cast.toan)
    send(client, client.get(edit_url(record)), edit_url(record), title="Tên mới")
    page = newest(record)
    kept = page.body[1].value
    assert (page.title, page.source_name, kept["credit"], kept["keeps"]) == ("Tên mới", "Sở", "Thầy Ba", "top")


def test_edit__of_what_the_form_cannot_show_leads_to_the_back_office_and_loses_nothing(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    quote = items.block("quote", {"text": "Nguyên văn", "speaker": ""})
    items.rewrite(record, cast.toan, body=[items.block("text", items.TEXT), quote])
    client = signed_in(cast.toan)
    assert client.get(edit_url(record)).url == look_url(record)
    assert reverse("wagtailadmin_pages:edit", args=[record.page_id]) in words(client.get(look_url(record)))
    form = {**form_of(client.get(NEW)), **TYPED, "act": "save"}
    assert client.post(edit_url(record), form).status_code == 409
    assert newest(record).body[1].block_type == "quote"


@pytest.mark.parametrize(
    ("markup", "simple"),
    [
        ("<p>Một</p>", True),
        ('<p data-block-key="x1">Một<br/>hai</p><p>ba</p>', True),
        ("<p>Một <b>đậm</b></p>", False),
        ("<ul><li>một</li></ul>", False),
        ('<p><a href="https://x.vn">x</a></p>', False),
    ],
)
def test_simple__is_plain_paragraphs_only(cast: SimpleNamespace, markup: str, simple: bool) -> None:
    record = items.draft(cast)
    items.rewrite(record, cast.toan, body=[items.block("text", markup)])
    assert is_simple(newest(record)) is simple


@pytest.mark.parametrize("text", ["một", "một\n\nhai", 'một\nhai\n\nba & <b> "x"', "## không phải tiêu đề"])
def test_words__come_back_from_their_paragraphs_as_they_were(text: str) -> None:
    assert plain_of(markup_of(text)) == text


def test_return__stands_on_top_and_is_answered_by_sending_again(cast: SimpleNamespace) -> None:
    record, client = items.returned(cast), signed_in(cast.toan)
    begin(client)
    listed = words(client.get(MINE))
    assert listed.index(record.title) < listed.index(TYPED["title"])
    page = client.get(edit_url(record))
    assert "Thiếu tên người tham gia" in words(page)
    answer = send(client, page, edit_url(record), "send", lead="Đã bổ sung tên.")
    assert answer.url == look_url(record)
    assert EditorialRecord.objects.get(pk=record.pk).work is WorkState.SUBMITTED


def test_withdraw__until_it_was_forwarded(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    sent, forwarded = items.submitted(cast), items.awaiting_deputy(cast)
    assert client.post(reverse("hand_in_withdraw", args=[sent.pk])).url == look_url(sent)
    assert EditorialRecord.objects.get(pk=sent.pk).work is WorkState.WITHDRAWN
    assert client.post(reverse("hand_in_withdraw", args=[forwarded.pk])).status_code == 409
    assert EditorialRecord.objects.get(pk=forwarded.pk).work is WorkState.AWAITING_DEPUTY


@pytest.mark.parametrize("state", ["submitted", "awaiting_head", "approved", "refused"])
def test_edit__only_while_the_rules_let_the_unit(cast: SimpleNamespace, state: str) -> None:
    record, client = getattr(items, state)(cast), signed_in(cast.toan)
    before = newest(record).title
    assert client.get(edit_url(record)).url == look_url(record)
    form = {**form_of(client.get(NEW)), **TYPED, "act": "save"}
    answer = client.post(edit_url(record), form)
    assert answer.status_code == 409
    assert TYPED["title"] in words(answer)
    assert newest(record).title == before


def test_look__shows_the_item_the_state_and_the_timeline(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    text = words(signed_in(cast.toan).get(look_url(record)))
    assert items.LEAD in text
    assert record.page.get_url() in text
    assert "Ông secretary" in text


# --- events


def test_duty__is_listed_and_its_event_chosen(cast: SimpleNamespace) -> None:
    day = today() - datetime.timedelta(days=1)
    facts = {"title": "Hội thi cờ vua", "kind": EventKind.OTHER, "starts_on": day, "ends_on": day}
    event = enter_event(school=cast.school, user=cast.secretary, units=[cast.unit.toan], **facts)
    event.duty.unit = cast.unit.toan
    event.duty.save()
    client = signed_in(cast.toan)
    link = f"{NEW}?event={event.pk}"
    assert link in words(client.get(MINE))
    assert form_of(client.get(link))["event"] == [str(event.pk)]
    begin(client, "send", event=event.pk)
    assert only_record().event == event
    assert link not in words(client.get(MINE))


@pytest.mark.parametrize(("kind", "day", "status"), [("other", "", 422), ("", "2026-11-20", 422), ("", "", 302)])
def test_event__that_is_not_listed_needs_kind_and_day(cast: SimpleNamespace, kind: str, day: str, status: int) -> None:
    code = EventKind.OTHER.value if kind else ""
    assert begin(signed_in(cast.toan), event_kind=code, event_ended_on=day).status_code == status


# --- classes


def test_class__is_a_unit_and_its_teacher_hands_in_for_it(cast: SimpleNamespace) -> None:
    unit = cast.unit.toan
    unit.kind, unit.name = unit.Kind.CLASS_GROUP, "Lớp 12A1"
    unit.save()
    begin(signed_in(cast.toan), "send")
    assert "Lớp 12A1" in words(signed_in(cast.toan).get(look_url(only_record())))
