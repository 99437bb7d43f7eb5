"""Rule 7: an urgent notice is released alone, short, and ends by itself."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.utils.timezone import localdate

from core.clock import now
from editorial import actions
from editorial.rules.posting import NoticeFacts
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, RoundKind, Stage, WorkState
from news.models import NoticePage
from news.selectors import current_notices
from school.rules.calendar import working_day_after
from school.selectors import working_week
from tests.factories import items
from tests.factories.board import delegate, join_the_board
from tests.factories.evidence import last_decision, last_line, last_round, refuses, stands
from tests.factories.notices import TEXT, TITLE, notice_draft, release, standing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


@pytest.mark.parametrize("who", ["head", "deputy1", "deputy2"])
def test_release_notice__is_the_heads_or_a_deputys_alone(cast: SimpleNamespace, who: str) -> None:
    """A68: the one item that reaches the site by one person; the head decides on it afterwards."""
    record = notice_draft(cast, who)

    for name in ("secretary", "editor1", "toan"):
        with refuses(Reason.NOT_YOUR_POST):
            release(cast, record, name)
    release(cast, record, who)

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)
    assert last_round(record).kind == RoundKind.URGENT
    assert [page.pk for page in current_notices()] == [record.page_id]


def test_release_notice__is_also_the_duty_leaders_whom_the_head_named(cast: SimpleNamespace) -> None:
    record = notice_draft(cast, "vanphong")
    with refuses(Reason.NOT_YOUR_POST):
        release(cast, record, "vanphong")

    join_the_board(cast, "vanphong", "editor", is_duty_leader=True)
    release(cast, record, "vanphong")

    assert stands(record, WorkState.PUBLISHED, PublicState.POSTED)


def test_release_notice__is_a_delegates(cast: SimpleNamespace) -> None:
    delegate(cast, to="secretary")

    record = standing(cast, "secretary")

    assert record.confirm_by_on is not None


@pytest.mark.parametrize(("length", "fits"), [(500, True), (501, False)])
def test_release_notice__has_at_most_500_characters(cast: SimpleNamespace, length: int, fits: bool) -> None:
    record = notice_draft(cast, text="x" * min(length, 500))

    if not fits:
        with refuses(Reason.TOO_LONG, limit="500"):
            release(cast, record, text="x" * length)
    else:
        release(cast, record, text="x" * length)


@pytest.mark.parametrize("hours", [0, 73, -1])
def test_release_notice__stands_between_one_and_72_hours(cast: SimpleNamespace, hours: int) -> None:
    record = notice_draft(cast)

    with refuses(Reason.TOO_MANY_HOURS, limit="72"):
        release(cast, record, hours=hours)
    moment = now()
    release(cast, record, hours=72, at=moment)

    record.refresh_from_db()
    assert record.show_until_at == moment + datetime.timedelta(hours=72)


@pytest.mark.parametrize("typed", [{"title": " "}, {"text": ""}])
def test_release_notice__needs_a_title_and_a_text(cast: SimpleNamespace, typed: dict[str, str]) -> None:
    record = notice_draft(cast)

    with refuses(Reason.FORM_INCOMPLETE):
        release(cast, record, **typed)


def test_release_notice__refuses_an_article(cast: SimpleNamespace) -> None:
    """A57: the short way is no way round the chain for anything but a notice."""
    record = items.awaiting_head(cast)

    with refuses(Reason.WRONG_STATE):
        actions.release_notice(record_id=record.pk, user=cast.deputy1, notice=NoticeFacts(TITLE, TEXT, 24))


def test_release_notice__refuses_a_page_that_says_something_else(cast: SimpleNamespace) -> None:
    record = notice_draft(cast, text="x" * 400)

    with refuses(Reason.STALE_PAGE):
        release(cast, record)


def test_release_notice__twice_is_refused(cast: SimpleNamespace) -> None:
    record = standing(cast)

    with refuses(Reason.WRONG_STATE):
        release(cast, record)


def test_hand_in__refuses_a_notice(cast: SimpleNamespace) -> None:
    """An urgent notice is no slow article either."""
    record = notice_draft(cast)

    with refuses(Reason.WRONG_STATE):
        actions.hand_in(record_id=record.pk, user=cast.deputy1)


def test_confirm__is_the_heads_by_the_next_working_day(cast: SimpleNamespace) -> None:
    """A37: the head answers for it, whoever was on duty."""
    moment = now()
    record = standing(cast, at=moment)

    assert record.confirm_by_on == working_day_after(localdate(moment), working_week(cast.school))
    with refuses(Reason.NOT_YOUR_POST):
        actions.confirm_notice(record_id=record.pk, user=cast.deputy1)
    actions.confirm_notice(record_id=record.pk, user=cast.head)

    record.refresh_from_db()
    assert record.confirm_by_on is None
    assert last_line(record).action == "editorial.urgent_confirm"


def test_confirm__is_not_asked_for_the_heads_own_notice(cast: SimpleNamespace) -> None:
    assert standing(cast, "head").confirm_by_on is None


def test_confirm__is_not_the_delegates_who_released_it(cast: SimpleNamespace) -> None:
    """Rule 7: the head confirms or ends it; who released it in his place may only end it."""
    delegate(cast, to="secretary")
    own, others = standing(cast, "secretary"), standing(cast, "deputy1", title="Báo bão số 2")

    with refuses(Reason.OWN_NOTICE):
        actions.confirm_notice(record_id=own.pk, user=cast.secretary)
    actions.confirm_notice(record_id=others.pk, user=cast.secretary)
    actions.end_notice(record_id=own.pk, user=cast.secretary)

    assert stands(own, WorkState.PUBLISHED, PublicState.ARCHIVED)


def test_release__is_a_delegates_only_in_the_class_of_a_notice(cast: SimpleNamespace) -> None:
    """A55: a delegation for sensitive items reaches no notice."""
    record = notice_draft(cast, "secretary")
    delegate(cast, to="secretary", content_classes=["sensitive"])

    with refuses(Reason.NOT_YOUR_POST):
        release(cast, record, "secretary")
    delegate(cast, to="secretary", content_classes=["ordinary"])
    release(cast, record, "secretary")

    assert (last_decision(record).stage, last_decision(record).on_behalf_of) == (Stage.HEAD, cast.head)


def test_end__is_the_heads_before_the_time(cast: SimpleNamespace) -> None:
    record = standing(cast)

    with refuses(Reason.NOT_YOUR_POST):
        actions.end_notice(record_id=record.pk, user=cast.deputy1)
    actions.end_notice(record_id=record.pk, user=cast.head)

    assert stands(record, WorkState.PUBLISHED, PublicState.ARCHIVED)
    assert current_notices() == []
    with refuses(Reason.NOT_ONLINE):
        actions.confirm_notice(record_id=record.pk, user=cast.head)


def test_confirm__refuses_an_article(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    with refuses(Reason.NOT_ONLINE):
        actions.end_notice(record_id=record.pk, user=cast.head)


def test_archive__ends_a_notice_after_its_time_only(cast: SimpleNamespace) -> None:
    """It leaves by itself; nobody has to remember it."""
    record = standing(cast, hours=24)
    assert record.show_until_at is not None

    with refuses(Reason.WRONG_STATE):
        actions.archive(
            record_id=record.pk,
            user=cast.deputy1,
            at=record.show_until_at - datetime.timedelta(seconds=1),
        )
    actions.archive(record_id=record.pk, user=cast.deputy1, at=record.show_until_at)

    assert stands(record, WorkState.PUBLISHED, PublicState.ARCHIVED)
    assert not NoticePage.objects.get(pk=record.page_id).live
