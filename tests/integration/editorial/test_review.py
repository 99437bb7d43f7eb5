"""The review page: who may see it, what it says, what it offers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.rules.answers import Refused
from editorial import actions
from editorial.rules.reasons import Reason
from editorial.sentences import sentence
from tests.factories import items
from tests.factories.screens import look, offered, review_url, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["head", "deputy1", "deputy2", "secretary", "editor1", "toan"])
def test_review__is_open_to_the_board_and_the_unit(cast: SimpleNamespace, name: str) -> None:
    record = items.awaiting_deputy(cast)
    assert look(getattr(cast, name), record).status_code == 200


@pytest.mark.parametrize("name", ["van", "doan", "admin"])
def test_review__is_closed_to_other_units_and_the_technician(cast: SimpleNamespace, name: str) -> None:
    record = items.awaiting_deputy(cast)
    page = look(getattr(cast, name), record)
    assert page.status_code == 403
    assert record.title not in words(page)
    assert signed_in(getattr(cast, name)).get(reverse("board_preview", args=[record.pk])).status_code == 403


def test_review__is_closed_to_the_board_while_the_unit_writes(cast: SimpleNamespace) -> None:
    record = items.draft(cast)
    assert look(cast.toan, record).status_code == 200
    assert look(cast.secretary, record).status_code == 403


def test_review__unknown_item_is_not_found(cast: SimpleNamespace) -> None:
    client = signed_in(cast.head)
    assert client.get(reverse("board_review", args=[999999])).status_code == 404
    assert client.get(reverse("board_review", args=[2**80])).status_code == 404
    assert client.post(reverse("board_review", args=[999999])).status_code == 405


def test_review__asks_a_visitor_to_sign_in(cast: SimpleNamespace, client) -> None:
    record = items.awaiting_deputy(cast)
    answer = client.get(review_url(record))
    assert answer.status_code == 302
    assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_review__shows_what_the_head_needs(cast: SimpleNamespace) -> None:
    """A61: the head sees the pinned version, who approved before, and the buttons of his step."""
    record = items.awaiting_head(cast)
    page = look(cast.head, record)
    text = words(page)
    assert record.title in text
    assert "Ông deputy1" in text
    assert {"approve", "approve_and_post", "return", "refuse", "correct_and_approve", "set_class"} <= offered(page)
    assert not {"post", "claim", "forward", "take_down", "hide"} & offered(page)


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("deputy1", {"approve", "return", "refuse", "set_class"}),
        ("head", {"set_class"}),
        ("secretary", set()),
        ("editor1", set()),
        ("toan", set()),
    ],
)
def test_review__offers_only_what_the_rules_allow(cast: SimpleNamespace, name: str, verbs: set[str]) -> None:
    record = items.awaiting_deputy(cast)
    assert offered(look(getattr(cast, name), record)) == verbs


def test_review__tells_an_author_why_he_may_not_decide(cast: SimpleNamespace) -> None:
    record = items.draft(cast, author="deputy1", unit="bbt")
    actions.hand_in(record_id=record.pk, user=cast.deputy1)
    actions.claim(record_id=record.pk, user=cast.secretary)
    actions.forward(record_id=record.pk, user=cast.secretary, answers=items.answers(record))
    why = sentence(Refused(Reason.OWN_TEXT), "vn")
    page = look(cast.deputy1, record)
    assert why in words(page)
    assert "approve" not in offered(page)
    other = look(cast.deputy2, record)
    assert why not in words(other)
    assert "approve" in offered(other)


def test_review__shows_what_changed_since_the_last_round(cast: SimpleNamespace) -> None:
    """A62: after a return the deputy sees what the editor changed, word by word."""
    record = items.awaiting_deputy(cast)
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Sửa tiêu đề")
    items.rewrite(record, cast.editor1, title="Lễ chào cờ tháng Mười", body=[items.block("text", "<p>Mới.</p>")])
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))
    text = " ".join(words(look(cast.deputy1, record)).split())
    assert "tháng Mười</ins>" in text
    assert "đầu tuần</del>" in text
    assert "Mới" in text


def test_review__pairs_parts_that_moved_on(cast: SimpleNamespace) -> None:
    """A new first paragraph does not make every later one look rewritten."""
    record = items.awaiting_deputy(cast)
    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Thêm đoạn mở đầu")
    body = [items.block("text", "<p>Đoạn mở đầu.</p>"), items.block("text", items.TEXT)]
    items.rewrite(record, cast.editor1, body=body)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))
    text = words(look(cast.deputy1, record))
    changes = text[text.index('id="changes"') : text.index('class="review-part review-part--text"')]
    assert "Đoạn mở đầu" in changes
    assert "trang nghiêm" not in changes


def test_review__shows_the_checklist_as_it_was_answered(cast: SimpleNamespace) -> None:
    """A14: only what was asked, with the answers."""
    plain = items.awaiting_deputy(cast)
    pictured = items.awaiting_deputy(cast, pictures=[items.picture(cast.toan, cast.unit.toan)])
    asked = {row.question for row in look(cast.deputy1, plain).context["checklist"]}
    more = {row.question for row in look(cast.deputy1, pictured).context["checklist"]}
    assert len(asked) == 4
    assert asked < more


def test_review__tells_the_unit_what_to_fix(cast: SimpleNamespace) -> None:
    record = items.returned(cast)
    page = look(cast.toan, record)
    assert "Thiếu tên người tham gia" in words(page)
    assert {"hand_in"} == offered(page)


def test_review__tells_the_ground_of_a_refusal(cast: SimpleNamespace) -> None:
    """A74: the unit reads the coded ground with its clause, and the words."""
    record = items.refused(cast)
    text = words(look(cast.toan, record))
    assert "Đ15.4" in text
    assert "Chưa đạt" in text
    assert "reopen" in offered(look(cast.head, record))


def test_preview__shows_the_pinned_version_in_our_own_frame_only(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    answer = signed_in(cast.head).get(reverse("board_preview", args=[record.pk]))
    assert answer.status_code == 200
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert items.LEAD in words(answer)


def test_preview__of_a_posted_item_shows_the_board_what_is_posted(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    items.rewrite(record, cast.toan, title="Bản mới đang viết")
    address = reverse("board_preview", args=[record.pk])
    assert "Bản mới đang viết" not in words(signed_in(cast.head).get(address))
    assert "Bản mới đang viết" in words(signed_in(cast.head).get(address, {"version": "newest"}))
    assert "Bản mới đang viết" in words(signed_in(cast.toan).get(address))


def test_review__costs_a_fixed_number_of_queries(cast: SimpleNamespace, django_assert_max_num_queries) -> None:
    record = items.awaiting_head(cast)
    client = signed_in(cast.head)
    client.get(review_url(record))
    with django_assert_max_num_queries(75):
        client.get(review_url(record))


def test_review__tells_the_technician_that_he_takes_no_part(cast: SimpleNamespace) -> None:
    """A12: no unit would open it to him."""
    record = items.awaiting_deputy(cast)
    assert sentence(Refused(Reason.TECHNICAL_ROLE)) in words(look(cast.admin, record))
    assert sentence(Refused(Reason.NOT_YOUR_UNIT)) in words(look(cast.van, record))


@pytest.mark.parametrize(("name", "label"), [("deputy1", "Согласовать"), ("head", "Утвердить")])
def test_review__a_deputy_before_the_head_agrees_and_the_head_approves(
    cast: SimpleNamespace, name: str, label: str
) -> None:
    """One word for one thing, as the glossary has it."""
    record = items.awaiting_deputy(cast) if name == "deputy1" else items.awaiting_head(cast)
    person = getattr(cast, name)
    UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "ru"})
    page = BeautifulSoup(look(person, record).content, "html.parser")
    buttons = {" ".join(button.text.split()) for button in page.select(".review-bar button")}
    assert label in buttons
    assert not ({"Согласовать", "Утвердить"} - {label}) & buttons
