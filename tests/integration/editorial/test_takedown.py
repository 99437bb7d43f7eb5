"""Taking down, sentence by sentence (Đ12.4): who asks, who decides, what is gone and what comes back."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Page

from core.models import Generation
from editorial import actions
from editorial.gates.digest import live_digest
from editorial.models import AssetUse, EditorialRecord, HiddenFile, LedgerEntry, OutboxMessage, Takedown
from editorial.rules.reasons import Reason
from editorial.rules.takedown import RequestState
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.selectors.takedown import removals
from tests.factories import items
from tests.factories.board import change_charter, delegate
from tests.factories.evidence import last_line, live_page, refuses, stands
from tests.factories.reports import MOTHER, asked, reported
from tests.factories.screens import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

DOWN = {"ground": "takedown_personal_data", "note": "Gia đình đề nghị"}
TITLE = "Ngày hội đọc sách khối mười"


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Wagtail keeps renditions in the cache, and a rolled back test's keys come again."""
    cache.clear()


def address(record: EditorialRecord) -> str:
    return Page.objects.get(pk=record.page_id).url


def pictures_in(place: str) -> set[int]:
    """The pictures a public page shows, by key."""
    html = words(Client().get(place))
    shown = get_image_model().get_rendition_model().objects.all()
    return {row.image_id for row in shown if row.url in html}


def name_of(image: Any) -> str:
    return f"wagtailimages.image/{image.pk}"


def media(image: Any) -> list[str]:
    """The picture's own address and those of its smaller copies, drawn or not."""
    return [f"/media/{row.file.name}" for row in (image, image.get_rendition("width-6"), *image.renditions.all())]


def statuses(urls: list[str]) -> set[int]:
    return {Client().get(url).status_code for url in urls}


# --- Who asks


def test_request__a_unit_for_its_own_item_and_the_board_for_any(cast: SimpleNamespace) -> None:
    """A63: it stands in the register, and the head is told."""
    record = items.published(cast)

    with refuses(Reason.NOT_YOUR_UNIT):
        asked(cast, record, "van")
    by_unit, by_board = asked(cast, record, "toan"), asked(cast, record, "editor2")

    assert [row.asker for row in (by_unit, by_board)] == ["asker_unit", "asker_board"]
    assert last_line(record).payload["request"] == by_board.pk
    assert OutboxMessage.objects.filter(kind="takedown_asked", to=cast.head).count() == 2
    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_request__asked_twice_by_the_same_person_is_one(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    assert asked(cast, record) == asked(cast, record)


def test_request__of_a_visitor_leaves_no_word_of_his_in_ledger_or_mail(cast: SimpleNamespace) -> None:
    """A63, A75: what a mother writes of her child is for the board's eyes alone."""
    record = items.published(cast)

    reported(record)

    written = [str(line.payload) for line in LedgerEntry.objects.all()]
    written += [str(row.context) for row in OutboxMessage.objects.all()]
    assert not [text for text in written if MOTHER["note"] in text or "0912" in text]
    assert LedgerEntry.objects.filter(action="editorial.report_page", record_id=None, actor_id=None).count() == 1


def test_request__about_a_child_alarms_head_deputies_and_secretary_at_once(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    reported(record)
    reported(record)

    told = OutboxMessage.objects.filter(kind="child_reported").values_list("to__username", flat=True)
    assert sorted(told) == ["deputy1", "deputy2", "head", "secretary"]


# --- Who decides


@pytest.mark.parametrize("outcome", [RequestState.TAKEN_DOWN, RequestState.FILE_REMOVED, RequestState.KEPT])
def test_answer__is_the_heads_alone(cast: SimpleNamespace, outcome: RequestState) -> None:
    """A64: deputies, secretary, editors and the unit ask; the head decides."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    request = reported(record)
    answer = {"request_id": request.pk, "outcome": outcome, "name": name_of(image), **DOWN}

    for name in ("deputy1", "secretary", "editor1", "toan"):
        with refuses(Reason.NOT_YOUR_POST):
            actions.answer_request(user=getattr(cast, name), **answer)
    with refuses(Reason.TECHNICAL_ROLE):
        actions.answer_request(user=cast.admin, **answer)

    assert actions.answer_request(user=cast.head, **answer).stands_at is outcome


def test_answer__by_a_dated_delegate_only_where_the_charter_allows(cast: SimpleNamespace) -> None:
    """A64."""
    record = items.published(cast)
    request = asked(cast, record)
    delegate(cast, "deputy1")
    answer = {"request_id": request.pk, "user": cast.deputy1, "outcome": RequestState.TAKEN_DOWN, **DOWN}

    with refuses(Reason.NOT_YOUR_POST):
        actions.answer_request(**answer)
    change_charter(cast, delegates_take_down=True)
    actions.answer_request(**answer)

    assert stands(record, WorkState.PUBLISHED, PublicState.TAKEN_DOWN)


def test_answer__needs_ground_and_note(cast: SimpleNamespace) -> None:
    """A63: a ground of Đ12.4 or of data protection, and a few words."""
    request = reported(items.published(cast))
    answer = {"request_id": request.pk, "user": cast.head, "outcome": RequestState.TAKEN_DOWN}

    with refuses(Reason.GROUND_MISSING):
        actions.answer_request(ground="refuse_quality", note="x", **answer)
    with refuses(Reason.NOTE_MISSING):
        actions.answer_request(ground="takedown_content", note=" ", **answer)
    with refuses(Reason.NOTE_MISSING):
        actions.answer_request(**{**answer, "outcome": RequestState.KEPT, "note": ""})


def test_answer__once(cast: SimpleNamespace) -> None:
    """Whoever comes second reads who decided."""
    request = reported(items.published(cast))
    actions.answer_request(request_id=request.pk, user=cast.head, outcome=RequestState.KEPT, note="Có văn bản đồng ý")

    with refuses(Reason.ALREADY_DECIDED, who="Ông head"):
        actions.answer_request(request_id=request.pk, user=cast.head, outcome=RequestState.TAKEN_DOWN, **DOWN)


def test_take_down__answers_every_request_for_the_page(cast: SimpleNamespace) -> None:
    """By whatever door: the mother, the unit and whoever else asked get their answer; the askers are told."""
    record = items.published(cast)
    requests = [reported(record), asked(cast, record), asked(cast, record, "editor2")]

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    for request in requests:
        request.refresh_from_db()
        assert request.stands_at is RequestState.TAKEN_DOWN
        assert (request.takedown.ground, request.decided_by) == (DOWN["ground"], cast.head)
    told = OutboxMessage.objects.filter(kind="request_answered").values_list("to__username", flat=True)
    assert sorted(told) == ["editor2", "toan"]
    assert sorted(last_line(record).payload["requests"]) == [row.pk for row in requests]


def test_unit__is_told_with_the_ground_and_the_note(cast: SimpleNamespace) -> None:
    """A63, A74: each time, also when only a picture goes."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])

    actions.remove_file(record_id=record.pk, user=cast.head, name=name_of(image), **DOWN)
    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    for kind in ("file_removed", "taken_down"):
        assert OutboxMessage.objects.get(kind=kind, to=cast.toan).context == DOWN


# --- What is gone, at once


def test_taken_down__the_public_reads_a_notice_with_the_date_and_nothing_else(cast: SimpleNamespace) -> None:
    """A75: 410, no content, not indexed, kept by nobody."""
    record = items.published(cast, title=TITLE)

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    page = Client().get(address(record))
    record.refresh_from_db()
    assert (page.status_code, page["X-Robots-Tag"], page["Cache-Control"]) == (410, "noindex", "no-store")
    assert f"{record.public_state_since:%Y}" in words(page)
    assert TITLE not in words(page)
    assert DOWN["note"] not in words(page)


def test_taken_down__is_out_of_every_list_the_search_and_the_caches(cast: SimpleNamespace) -> None:
    """A75: home page, lists, feeds, search, related items of another article; the generation drops what was kept."""
    record, other = items.published(cast, title=TITLE), items.published(cast, title="Một tin khác của tổ")
    lists = ["/", "/tin-tuc/", "/tin-tuc/toan/", "/tin-tuc/news.xml", "/tin-tuc/toan/news.xml"]
    places = [*lists, "/tim-kiem/?q=doc+sach", address(other)]
    assert all(TITLE in words(Client().get(place)) for place in places)
    before = Generation.current()

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert [place for place in places if TITLE in words(Client().get(place))] == []
    assert Generation.current() > before


def test_taken_down__a_kept_copy_of_the_picture_is_not_confirmed(cast: SimpleNamespace) -> None:
    """A75: a browser that asks whether its copy is still good reads 404, not 304."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    url = media(image)[0]
    tag = {"If-None-Match": Client().get(url)["ETag"]}
    assert Client().get(url, headers=tag).status_code == 304

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert Client().get(url, headers=tag).status_code == 404


def test_taken_down__its_pictures_go_and_those_of_another_page_stay(cast: SimpleNamespace) -> None:
    """A75: originals and renditions; a picture that another live page uses stays."""
    own, shared = (items.picture(cast.toan, cast.unit.toan, colour) for colour in ((1, 2, 3), (200, 2, 3)))
    paper = items.document(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[own, shared], files=[paper])
    items.published(cast, pictures=[shared])
    Client().get(address(record))
    gone, kept = [*media(own), paper.url], media(shared)
    assert statuses([*gone, *kept]) == {200}

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert (statuses(gone), statuses(kept)) == ({404}, {200})


def test_taken_down__a_page_that_links_to_it_still_stands_and_shows_nothing_of_it(cast: SimpleNamespace) -> None:
    """A link set with the chooser: the linking page is served; the link leads to the notice or nowhere."""
    record = items.published(cast, title=TITLE)
    link = f'<p>Xem thêm <a linktype="page" id="{record.page_id}">bài trước</a></p>'
    linking = items.published(cast, title="Bài có liên kết", body=[items.block("text", link)])
    assert address(record) in words(Client().get(address(linking)))

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    page = Client().get(address(linking))
    assert page.status_code == 200
    assert TITLE not in words(page)
    assert Client().get(address(record)).status_code == 410


def test_taken_down__twice_is_refused_and_changes_nothing(cast: SimpleNamespace) -> None:
    record = items.taken_down(cast)

    with refuses(Reason.NOT_ONLINE):
        actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert Takedown.objects.filter(record=record).count() == 1


def test_taken_down__while_a_round_runs_the_round_goes_on_and_nothing_comes_back_by_it(cast: SimpleNamespace) -> None:
    """Only the head's own approval of the new version, after the take-down, puts it on the site again."""
    record = items.published(cast)
    items.rewrite(record, cast.toan, lead="Bản mới đang chờ duyệt.")
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record), public_note=items.TOLD)

    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)

    assert stands(record, WorkState.AWAITING_DEPUTY, PublicState.TAKEN_DOWN)
    assert Client().get(address(record)).status_code == 410
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert Client().get(address(record)).status_code == 410
    actions.approve(record_id=record.pk, user=cast.head)
    assert Client().get(address(record)).status_code == 410
    actions.post(record_id=record.pk, user=cast.secretary)
    assert stands(record, WorkState.PUBLISHED, PublicState.UPDATED)


# --- What comes back


def test_restored__exactly_the_cleared_revision_though_others_were_written(cast: SimpleNamespace) -> None:
    """A64: the head's too; text, pictures and address as they were released."""
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, title=TITLE, pictures=[image])
    cleared = EditorialRecord.objects.get(pk=record.pk).live_clearance
    actions.take_down(record_id=record.pk, user=cast.head, **DOWN)
    items.rewrite(record, cast.toan, lead="Bản nháp mới, chưa ai duyệt.", body=[items.block("text", items.TEXT)])

    with refuses(Reason.NOT_YOUR_POST):
        actions.restore(record_id=record.pk, user=cast.deputy1)
    actions.restore(record_id=record.pk, user=cast.head)

    page = live_page(record)
    assert (page.live_revision_id, live_digest(page)) == (cleared.revision_id, cleared.digest)
    assert (Client().get(address(record)).status_code, statuses(media(image))) == (200, {200})
    decided = Takedown.objects.get(record=record)
    assert (decided.restored_by, decided.restored_at is not None) == (cast.head, True)


# --- One picture


def test_removed_picture__the_article_stays_and_its_place_says_so(cast: SimpleNamespace) -> None:
    """A64: not served, no broken image, a neutral word; the other picture stays."""
    image, other = (items.picture(cast.toan, cast.unit.toan, colour) for colour in ((1, 2, 3), (200, 2, 3)))
    record = items.published(cast, title=TITLE, pictures=[image, other])
    Client().get(address(record))
    gone, kept = media(image), media(other)

    actions.remove_file(record_id=record.pk, user=cast.head, name=name_of(image), **DOWN)

    page = Client().get(address(record), headers={"accept-language": "en"})
    text = words(page)
    assert (page.status_code, TITLE in text, items.TEXT[3:40] in text) == (200, True, True)
    assert [url for url in gone if url in text] == []
    assert any(url in text for url in kept)
    assert text.count('class="removed"') == 1
    assert (statuses(gone), statuses(kept)) == ({404}, {200})
    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_removed_picture__is_gone_from_lists_and_from_every_other_page(cast: SimpleNamespace) -> None:
    """A75: as the cover in lists, in what other sites are told, and on a second article that shows it."""
    image = items.picture(cast.toan, cast.unit.toan)
    record, other = items.published(cast, pictures=[image]), items.published(cast, pictures=[image])
    places = ["/", "/tin-tuc/", address(record), address(other)]
    for place in places:
        assert "/media/" in words(Client().get(place)), place

    actions.remove_file(record_id=record.pk, user=cast.head, name=name_of(image), **DOWN)

    for place in places:
        assert "/media/" not in words(Client().get(place)), place
        assert "og:image" not in words(Client().get(place)), place


def test_removed_picture__the_next_one_stands_in_the_lists(cast: SimpleNamespace) -> None:
    first, second = (items.picture(cast.toan, cast.unit.toan) for _ in range(2))
    record = items.published(cast, pictures=[first, second])
    assert pictures_in("/tin-tuc/") == {first.pk}

    actions.remove_file(record_id=record.pk, user=cast.head, name=name_of(first), **DOWN)

    assert pictures_in("/tin-tuc/") == {second.pk}


def test_removed_file__is_not_offered_any_more(cast: SimpleNamespace) -> None:
    """B41: what is obsolete goes, and the register says when, why and by whom."""
    paper = items.document(cast.toan, cast.unit.toan)
    record = items.published(cast, files=[paper])
    assert paper.url in words(Client().get(address(record)))

    actions.remove_file(record_id=record.pk, user=cast.head, name=f"wagtaildocs.document/{paper.pk}", **DOWN)

    assert paper.url not in words(Client().get(address(record)))
    assert statuses([paper.url, f"/media/{paper.file.name}"]) == {404}
    (row,) = removals(cast.school)
    assert (row.kind, row.ground, row.who, row.record) == ("taken_down", DOWN["ground"], "Ông head", record)
    assert row.name == f"wagtaildocs.document/{paper.pk}"


def test_removed_picture__answers_only_the_request_about_it(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    first, second = reported(record), reported(record, note="Ảnh khác")

    actions.answer_request(
        request_id=first.pk, user=cast.head, outcome=RequestState.FILE_REMOVED, name=name_of(image), **DOWN
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.stands_at, second.stands_at) == (RequestState.FILE_REMOVED, RequestState.OPEN)
    assert first.takedown.name == name_of(image)


def test_removed_picture__twice_is_one_decision_and_takes_over_an_emergency_hide(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record, name = items.published(cast, pictures=[image]), name_of(image)
    actions.hide_file(
        record_id=record.pk, user=cast.secretary, name=name, ground="hide_child_safety", note="Có học sinh"
    )

    first = actions.remove_file(record_id=record.pk, user=cast.head, name=name, **DOWN)
    again = actions.remove_file(record_id=record.pk, user=cast.head, name=name, **DOWN)

    assert first == again
    assert HiddenFile.objects.filter(name=name).count() == 1
    assert LedgerEntry.objects.filter(action="editorial.remove_file").count() == 1


def test_removed_picture__comes_back_by_the_head(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record, name = items.published(cast, pictures=[image]), name_of(image)
    actions.remove_file(record_id=record.pk, user=cast.head, name=name, **DOWN)

    actions.restore_file(record_id=record.pk, user=cast.head, name=name)

    assert statuses(media(image)) == {200}
    assert 'class="removed"' not in words(Client().get(address(record)))
    assert Takedown.objects.get().restored_at is not None
    assert AssetUse.objects.filter(record=record, name=name).exists()


def test_removed_picture__of_a_name_the_page_does_not_use_is_refused(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    with refuses(Reason.NOT_ONLINE):
        actions.remove_file(record_id=record.pk, user=cast.head, name="wagtailimages.image/0", **DOWN)
