"""The urgent notice: released alone, short, ending by itself (rule 7 of the chain)."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.urls import reverse

from core.rules.answers import RuleRefused
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.posting import NoticeFacts
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState
from news.actions import publish_notice
from news.models import NoticePage
from news.selectors import current_notices
from tests.factories.screens import act, look, offered, review_url, signed_in, words

pytestmark = pytest.mark.django_db

TYPED = {"title": "Nghỉ học vì bão", "text": "Ngày mai học sinh nghỉ học.", "hours": "24"}


def write(user, **typed: str):
    return signed_in(user).post(reverse("board_notice"), {**TYPED, **typed})


@pytest.mark.parametrize("name", ["head", "deputy1", "deputy2"])
def test_notice__head_and_deputies_release_alone(cast: SimpleNamespace, name: str) -> None:
    answer = write(getattr(cast, name))
    record = EditorialRecord.objects.get(is_notice=True)
    assert answer.url == review_url(record)
    assert [page.title for page in current_notices()] == [TYPED["title"]]
    assert record.unit == cast.unit.bbt
    assert (record.confirm_by_on is None) is (name == "head")


@pytest.mark.parametrize("name", ["secretary", "editor1", "toan", "admin"])
def test_notice__nobody_else_does(cast: SimpleNamespace, name: str) -> None:
    user = getattr(cast, name)
    assert signed_in(user).get(reverse("board_notice")).status_code == 403
    assert write(user).status_code == 403
    assert not NoticePage.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "ô" * 501},
        {"hours": "73"},
        {"hours": "0"},
        {"hours": "nhiều"},
        {"hours": "9" * 40},
        {"title": ""},
        {"text": "   "},
        {"title": "x" * 500},
        {"text": "a\x00b"},
    ],
)
def test_notice__beyond_its_limits_changes_nothing_and_keeps_the_text(
    cast: SimpleNamespace, typed: dict[str, str]
) -> None:
    lines = LedgerEntry.objects.count()
    answer = write(cast.head, **typed)
    assert answer.status_code == 422
    kept = {**TYPED, **typed}
    assert kept["title"] in words(answer)
    assert not NoticePage.objects.exists()
    assert LedgerEntry.objects.count() == lines


def test_notice__of_five_hundred_letters_with_marks_is_not_too_long(cast: SimpleNamespace) -> None:
    assert write(cast.head, text="ệ" * 500, hours="72").status_code == 302


def test_publish_notice__leaves_no_page_behind_when_it_is_refused(cast: SimpleNamespace) -> None:
    with pytest.raises(RuleRefused) as refusal:
        publish_notice(school=cast.school, user=cast.toan, notice=NoticeFacts("Bão", "Nghỉ học", 10))
    assert refusal.value.refused.reason is Reason.NOT_YOUR_POST
    assert not NoticePage.objects.exists()


def test_publish_notice__twice_with_one_title(cast: SimpleNamespace) -> None:
    for _time in range(2):
        publish_notice(school=cast.school, user=cast.head, notice=NoticeFacts("Bão", "Nghỉ học", 10))
    assert NoticePage.objects.live().count() == 2


def test_notice__the_head_confirms_or_ends_it(cast: SimpleNamespace) -> None:
    write(cast.deputy1)
    record = EditorialRecord.objects.get(is_notice=True)
    assert {"confirm_notice", "end_notice"} <= offered(look(cast.head, record))
    assert "confirm_notice" not in offered(look(cast.deputy2, record))
    act(cast.head, record, "confirm_notice")
    assert EditorialRecord.objects.get(pk=record.pk).confirm_by_on is None
    act(cast.head, record, "end_notice")
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.ARCHIVED
    assert current_notices() == []


def test_notice__is_not_edited_but_written_anew(cast: SimpleNamespace) -> None:
    write(cast.head)
    record = EditorialRecord.objects.get(is_notice=True)
    address = reverse("wagtailadmin_pages:edit", args=[record.page_id])
    assert signed_in(cast.secretary).get(address).url == review_url(record)
    assert "hand_in" not in offered(look(cast.secretary, record))
