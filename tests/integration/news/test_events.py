"""Events before the public: announced through the chain, shown in the calendar, told of by articles."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from freezegun import freeze_time
from wagtail.models import Page

from core.rules.answers import RuleRefused
from editorial import actions
from editorial.actions.duties import link_item
from editorial.actions.events import cancel_event, change_event
from editorial.models import EditorialRecord, Event
from editorial.rules.duties import EventKind
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WorkState
from news.actions import announce_event
from news.models import EventIndexPage, EventPage, NewsPage, UnitIndexPage
from tests.factories import announcements, items
from tests.factories.clocks import MONDAY, event, moment
from tests.factories.evidence import refuses
from tests.factories.screens import editor_form, review_url, signed_in, words

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
ON_MONDAY = freeze_time("2023-10-02 03:00:00")
MOST_QUERIES = 20


def calendar_url() -> str:
    return EventIndexPage.objects.get().url


def shown(client: Client, **query: str) -> Any:
    answer = client.get(calendar_url(), query)
    assert answer.status_code == 200
    return answer


# --- The draft


def test_announce__makes_a_draft_with_the_facts_of_the_event(cast: SimpleNamespace) -> None:
    """B13: announced by a unit it concerns, in its section, as a draft."""
    about = event(cast, place="Sân trường", starts_time=datetime.time(7, 30), units=[cast.unit.doan, cast.unit.van])
    page = announce_event(event_id=about.pk, user=cast.doan, at=moment(-3))
    assert (page.title, page.kind, page.place) == (about.title, about.kind, "Sân trường")
    assert (page.starts_on, page.starts_time, page.ends_on) == (MONDAY, datetime.time(7, 30), MONDAY)
    newest = page.get_latest_revision_as_object()
    assert set(newest.units.all()) == {cast.unit.doan, cast.unit.van}
    assert (page.live, page.unit, page.get_parent().specific) == (False, cast.unit.doan, cast.unit.doan.section)
    record = announcements.record_of(page)
    assert (record.is_announcement, record.event, record.work) == (True, about, WorkState.DRAFT)


def test_announce__again_gives_the_same_draft(cast: SimpleNamespace) -> None:
    about = event(cast)
    first = announce_event(event_id=about.pk, user=cast.doan)
    assert announce_event(event_id=about.pk, user=cast.secretary) == first
    assert EventPage.objects.count() == 1


def test_announce__of_a_name_without_latin_letters(cast: SimpleNamespace) -> None:
    pages = [announce_event(event_id=event(cast, title="День учителя").pk, user=cast.doan) for _time in range(2)]
    assert [page.slug for page in pages] == ["den-uchitelya", "den-uchitelya-2"]


@pytest.mark.parametrize("name", ["toan", "editor1", "admin"])
def test_announce__refuses_whom_the_event_does_not_concern(cast: SimpleNamespace, name: str) -> None:
    about = event(cast)
    with pytest.raises(RuleRefused):
        announce_event(event_id=about.pk, user=getattr(cast, name))
    assert not EventPage.objects.exists()


def test_announce__refuses_a_cancelled_event(cast: SimpleNamespace) -> None:
    about = event(cast)
    cancel_event(event_id=about.pk, user=cast.deputy1, why="Mưa bão")
    with refuses(Reason.EVENT_CANCELLED):
        announce_event(event_id=about.pk, user=cast.doan)


def test_announcement__stands_only_in_a_units_section_and_is_not_begun_there(cast: SimpleNamespace) -> None:
    assert EventPage.allowed_parent_page_models() == [UnitIndexPage]
    assert EventPage.allowed_subpage_models() == []
    assert EventPage not in UnitIndexPage.creatable_subpage_models()
    assert EventIndexPage.allowed_subpage_models() == []
    assert not EventIndexPage.can_create_at(Page.objects.get(slug="tin-tuc").get_parent())  # one is enough


# --- Handing in


def reason_of(page: EventPage) -> str:
    """What is said against handing it in."""
    with translation.override("en"), pytest.raises(RuleRefused) as refusal:
        announcements.hand_in(page)
    assert refusal.value.refused.reason is Reason.FORM_INCOMPLETE
    return str(refusal.value.refused.details["fields"])


def test_hand_in__of_a_complete_announcement(cast: SimpleNamespace) -> None:
    record = announcements.hand_in(announcements.draft(cast))
    assert record.work is WorkState.SUBMITTED
    assert record.event.duty.record is None


def test_hand_in__asks_for_the_day_it_ends(cast: SimpleNamespace) -> None:
    said = reason_of(announcements.draft(cast, ends_on=None))
    assert "for an event of one day, the same day again" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"starts_on": None}, "on which day the event begins"),
        ({"ends_on": MONDAY - DAY}, "ends before it begins"),
        ({"starts_time": datetime.time(9), "ends_time": datetime.time(8)}, "ends before it begins"),
        ({"starts_on": MONDAY + DAY, "ends_on": MONDAY + DAY}, "The board's calendar has other days"),
        ({"starts_time": datetime.time(9)}, "The board's calendar has other days"),
        ({"summary": ""}, "summary"),
    ],
)
def test_hand_in__says_what_is_wrong(cast: SimpleNamespace, changes: dict[str, Any], said: str) -> None:
    assert said in reason_of(announcements.draft(cast, **changes))


def test_hand_in__not_when_the_event_was_cancelled_or_moved_meanwhile(cast: SimpleNamespace) -> None:
    page = announcements.draft(cast)
    change_event(event_id=page.event_id, user=cast.deputy1, ends_on=MONDAY + DAY, at=moment(-2))
    assert "The board's calendar has other days" in reason_of(page)
    cancel_event(event_id=page.event_id, user=cast.deputy1, why="Mưa bão", at=moment(-2))
    assert "has been cancelled" in reason_of(EventPage.objects.get(pk=page.pk))


def test_editor__of_an_announcement_saves_and_hands_in(cast: SimpleNamespace) -> None:
    """A12: an announcement has the same buttons as an article, and no others."""
    page = announcements.draft(cast)
    client = signed_in(cast.doan)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = editor_form(client.get(address), "board-hand-in", summary="Tóm tắt mới", ends_on="")
    answer = client.post(address, form)
    assert answer.url == address
    assert announcements.record_of(page).work is WorkState.DRAFT
    form = editor_form(client.get(address), "board-hand-in", ends_on=str(MONDAY))
    assert client.post(address, form).url == review_url(announcements.record_of(page))
    assert EventPage.objects.get(pk=page.pk).get_latest_revision_as_object().summary == "Tóm tắt mới"


def test_review_page__shows_the_announcement_and_what_changed(cast: SimpleNamespace) -> None:
    page = announcements.draft(cast)
    record = announcements.hand_in(page)
    assert signed_in(cast.secretary).get(review_url(record)).status_code == 200


# --- The page


def test_announcement__is_public_only_when_posted(cast: SimpleNamespace, client: Client) -> None:
    """A12, A57: an event's announcement passes the chain."""
    page = announcements.draft(cast)
    announcements.hand_in(page)
    assert client.get(page.url).status_code == 404
    assert client.get(f"{page.url}event.ics").status_code == 404
    other = announcements.published(cast, event(cast, title="Hội thao"))
    html = words(client.get(other.url))
    assert "Hội thao" in html
    assert announcements.SUMMARY in html
    assert "02/10/2023" in html


def test_announcement__of_a_cancelled_event_says_so_in_fixed_words(cast: SimpleNamespace, client: Client) -> None:
    page = announcements.published(cast)
    cancel_event(event_id=page.event_id, user=cast.deputy1, why="Lý do nội bộ", at=moment(-2))
    html = words(client.get(page.url, headers={"cookie": "portal_language=en"}))
    assert "This event has been cancelled." in html
    assert "Lý do nội bộ" not in html


def test_announcement__of_a_moved_event_shows_no_day_that_was_not_cleared(
    cast: SimpleNamespace, client: Client
) -> None:
    page = announcements.published(cast)
    client.cookies["portal_language"] = "en"
    assert "is being changed" not in words(client.get(page.url))
    new = MONDAY + 5 * DAY
    change_event(event_id=page.event_id, user=cast.deputy1, starts_on=new, ends_on=new, place="Nơi khác", at=moment(-2))
    html = words(client.get(page.url))
    assert "The date of this event is being changed; the new date follows." in html
    assert "7 October 2023" not in html
    assert "Nơi khác" not in html


def test_announcement__costs_the_same_for_few_and_many_articles(
    cast: SimpleNamespace, client: Client, django_assert_max_num_queries: Any
) -> None:
    page = announcements.published(cast)
    client.get(page.url)
    counts = []
    for _more in range(3):
        article_about(cast, page.event)
        with django_assert_max_num_queries(MOST_QUERIES) as captured:
            assert client.get(page.url).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[-1]


# --- The calendar


def article_about(cast: SimpleNamespace, about: Event) -> NewsPage:
    """A posted article that the board tied to the event."""
    record = items.published(cast, author="doan", title=f"Bài {NewsPage.objects.count()}", slug=None)
    EditorialRecord.objects.filter(pk=record.pk).update(event=about)
    return NewsPage.objects.get(pk=record.page_id)


@ON_MONDAY
def test_calendar__shows_the_month_and_what_comes(cast: SimpleNamespace, client: Client) -> None:
    """A47, B13: only what is announced, on its days."""
    days = {"starts_on": MONDAY + DAY, "ends_on": MONDAY + 2 * DAY}
    announcements.published(cast, event(cast, title="Hội trại", **days))
    announcements.draft(cast, event(cast, title="Chưa duyệt"))
    event(cast, title="Nội bộ")
    answer = shown(client)
    html = words(answer)
    assert "Chưa duyệt" not in html
    assert "Nội bộ" not in html
    cells = [day for week in answer.context["month"].weeks for day in week if day.events]
    assert [cell.on for cell in cells] == [MONDAY + DAY, MONDAY + 2 * DAY]
    assert [row.page.title for row in answer.context["upcoming"]] == ["Hội trại"]


@ON_MONDAY
def test_calendar__shows_past_events_with_their_articles(cast: SimpleNamespace, client: Client) -> None:
    """A47: what was, and what was written about it."""
    days = {"starts_on": MONDAY - 2 * DAY, "ends_on": MONDAY - 2 * DAY}
    past = announcements.published(cast, event(cast, title="Đã qua", **days))
    article = article_about(cast, past.event)
    answer = shown(client)
    [row] = answer.context["past"].object_list
    assert (row.page, row.articles) == (past, [article])
    assert article.url in words(answer)


@ON_MONDAY
def test_calendar__marks_what_was_cancelled(cast: SimpleNamespace, client: Client) -> None:
    page = announcements.published(cast, event(cast))
    client.cookies["portal_language"] = "en"
    assert "Cancelled" not in words(shown(client))
    cancel_event(event_id=page.event_id, user=cast.deputy1, why="Mưa", at=moment(0))
    html = words(shown(client))
    assert "Cancelled" in html
    assert page.title in html


@ON_MONDAY
def test_calendar__filters_by_kind_and_unit(cast: SimpleNamespace, client: Client) -> None:
    announcements.published(cast, event(cast, EventKind.ARTS, title="Văn nghệ", units=[cast.unit.doan]))
    announcements.published(
        cast, event(cast, EventKind.SPORTS, title="Thể thao", units=[cast.unit.doan, cast.unit.van])
    )

    def found(**query: str) -> list[str]:
        return sorted(row.page.title for row in shown(client, **query).context["upcoming"])

    assert found() == ["Thể thao", "Văn nghệ"]
    assert found(kind="arts") == ["Văn nghệ"]
    assert found(unit="van") == ["Thể thao"]
    assert found(unit="doan") == ["Thể thao", "Văn nghệ"]
    assert found(kind="arts", unit="van") == []


@ON_MONDAY
@pytest.mark.parametrize(
    "query",
    [
        {"month": "2023-13"},
        {"month": "x" * 3000},
        {"month": "-1"},
        {"month": "２０２３-１０"},
        {"kind": "'"},
        {"kind": "none"},
        {"unit": "%_'"},
        {"unit": "none"},
        {"page": "x"},
        {"page": "-1"},
        {"page": "9" * 30},
    ],
)
def test_calendar__answers_whatever_is_asked(cast: SimpleNamespace, client: Client, query: dict[str, str]) -> None:
    announcements.published(cast)
    assert client.get(calendar_url(), query).status_code == 200


@ON_MONDAY
@pytest.mark.parametrize(("month", "status"), [("2033-10", 200), ("2013-10", 200), ("2033-11", 404), ("0000-01", 404)])
def test_calendar__ends_ten_years_away(cast: SimpleNamespace, client: Client, month: str, status: int) -> None:
    answer = client.get(calendar_url(), {"month": month})
    assert answer.status_code == status
    if status == 200:
        assert 'content="noindex, nofollow"' in words(answer)
        assert 'rel="nofollow"' in words(answer)


@ON_MONDAY
def test_calendar__of_these_months_is_for_search_engines(cast: SimpleNamespace, client: Client) -> None:
    assert "noindex" not in words(shown(client, month="2025-04"))
    assert 'rel="nofollow"' in words(shown(client, month="2025-04"))
    assert 'rel="nofollow"' not in words(shown(client))


@ON_MONDAY
def test_calendar__costs_the_same_for_few_and_many_events(
    cast: SimpleNamespace, client: Client, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for more in (1, 3):
        for number in range(more):
            past = event(cast, title=f"Đã qua {number}", starts_on=MONDAY - DAY, ends_on=MONDAY - DAY)
            article_about(cast, announcements.published(cast, past).event)
            announcements.published(cast, event(cast, title=f"Sắp tới {number}"))
        client.get(calendar_url())
        with django_assert_max_num_queries(MOST_QUERIES) as captured:
            shown(client)
        counts.append(len(captured))
    assert counts[0] == counts[1]


@ON_MONDAY
def test_home_page__shows_the_next_three_that_take_place(cast: SimpleNamespace, client: Client) -> None:
    rows = [event(cast, title=f"Sự kiện {n}", starts_on=MONDAY + n * DAY, ends_on=MONDAY + n * DAY) for n in range(5)]
    for row in rows:
        announcements.published(cast, row)
    cancel_event(event_id=rows[0].pk, user=cast.deputy1, why="Mưa", at=moment(0))
    shown_rows = client.get("/").context["front"].events
    assert [row.page.title for row in shown_rows] == ["Sự kiện 1", "Sự kiện 2", "Sự kiện 3"]


def test_menu__leads_to_the_calendar(cast: SimpleNamespace, client: Client) -> None:
    assert f'href="{calendar_url()}"' in words(client.get("/"))


# --- Calendar files


@ON_MONDAY
def test_calendar_file__holds_what_is_announced(cast: SimpleNamespace, client: Client) -> None:
    page = announcements.published(cast, event(cast, starts_time=datetime.time(7, 30), ends_time=datetime.time(9)))
    announcements.draft(cast, event(cast, title="Chưa duyệt"))
    answer = client.get(f"{calendar_url()}calendar.ics")
    text = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert text.count("BEGIN:VEVENT") == 1
    assert f"UID:{page.translation_key}\r\n" in text
    assert "DTSTART:20231002T003000Z\r\n" in text
    assert "Chưa duyệt" not in text
    assert client.get(f"{page.url}event.ics").content.decode().count("BEGIN:VEVENT") == 1


@ON_MONDAY
def test_calendar_file__is_not_sent_again_unchanged(cast: SimpleNamespace, client: Client) -> None:
    page = announcements.published(cast)
    address = f"{page.url}event.ics"
    first = client.get(address)
    known = {"If-None-Match": first["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    cancel_event(event_id=page.event_id, user=cast.deputy1, why="Mưa", at=moment(0))
    second = client.get(address, headers=known)
    assert second.status_code == 200
    assert "STATUS:CANCELLED" in second.content.decode()
    assert "SEQUENCE:0" in first.content.decode()
    assert "SEQUENCE:0" not in second.content.decode()


@pytest.mark.parametrize(
    "path", ["/tin-tuc/calendar.ics", "/x/event.ics", "/calendar.ics", "/lich-hoat-dong/event.ics"]
)
def test_calendar_file__only_beside_its_page(cast: SimpleNamespace, client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_calendar_file__of_what_left_the_site_is_gone(cast: SimpleNamespace, client: Client) -> None:

    page = announcements.published(cast)
    record = announcements.record_of(page)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Đã cũ")
    assert client.get(f"{page.url}event.ics").status_code == 410
    assert client.get(page.url).status_code == 410


# --- Articles about an event


def event_choices(user: Any, section: Page) -> list[Event]:
    """The events that the form of a new article offers, in order."""
    address = reverse("wagtailadmin_pages:add", args=("news", "newspage", section.pk))
    return list(signed_in(user).get(address).context["form"].fields["event"].queryset)


@ON_MONDAY
def test_article_form__offers_events_of_these_weeks_the_units_own_first(cast: SimpleNamespace) -> None:
    """A69: an article says which event it tells of."""

    def on(days: int, **facts: Any) -> Event:
        return event(cast, EventKind.OTHER, starts_on=MONDAY + days * DAY, ends_on=MONDAY + days * DAY, **facts)

    on(-61), on(31)
    cancelled = on(0)
    cancel_event(event_id=cancelled.pk, user=cast.deputy1, why="Mưa")
    old, coming, own = on(-60), on(30), on(-5, units=[cast.unit.toan])
    assert event_choices(cast.toan, cast.unit.toan.section) == [own, coming, old]


@ON_MONDAY
def test_article_form__keeps_the_event_that_was_chosen(cast: SimpleNamespace) -> None:
    """An old, valid article is not refused because time went on."""
    old = event(cast, starts_on=MONDAY - 90 * DAY, ends_on=MONDAY - 90 * DAY)
    record = items.draft(cast, event=old)
    address = reverse("wagtailadmin_pages:edit", args=[record.page_id])
    client = signed_in(cast.toan)
    client.post(address, editor_form(client.get(address), lead="Mới"))
    newest = NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
    assert (newest.lead, newest.event) == ("Mới", old)


def test_article_form__shows_the_event_fields(cast: SimpleNamespace) -> None:
    address = reverse("wagtailadmin_pages:add", args=("news", "newspage", cast.unit.toan.section.pk))
    html = words(signed_in(cast.toan).get(address))
    for name in ("event", "event_kind", "event_ended_on"):
        assert f'name="{name}"' in html


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"event_kind": "arts"}, "Say on which day the event ended"),
        ({"event_ended_on": MONDAY}, "Say what kind of event it was"),
    ],
)
def test_article__with_half_an_event_is_not_handed_in(cast: SimpleNamespace, fields: dict[str, Any], said: str) -> None:
    record = items.draft(cast, author="doan", **fields)

    with translation.override("en"), pytest.raises(RuleRefused) as refusal:
        actions.hand_in(record_id=record.pk, user=cast.doan)
    assert said in str(refusal.value.refused.details["fields"])


def test_article__with_kind_and_day_enters_its_event(cast: SimpleNamespace) -> None:
    """A69: the clock runs for an event that was not in the calendar."""
    record = items.submitted(cast, author="doan", event_kind="arts", event_ended_on=datetime.date.today())
    assert (record.event.kind, record.event.ends_on) == ("arts", datetime.date.today())


def test_article__names_the_event_and_leads_to_its_announcement(cast: SimpleNamespace, client: Client) -> None:
    about = event(cast, place="Sân trường")
    record = items.published(cast, author="doan", event=about)
    article = NewsPage.objects.get(pk=record.page_id)
    assert "Sân trường" not in words(client.get(article.url))  # not cleared yet
    page = announcements.published(cast, about)
    html = words(client.get(article.url))
    assert f'href="{page.url}"' in html
    assert "02/10/2023" in html
    assert "Sân trường" in html


def test_article__with_a_day_of_its_own_shows_it(cast: SimpleNamespace, client: Client) -> None:
    record = items.published(cast, author="doan", event_kind="arts", event_ended_on=MONDAY)
    assert "02/10/2023" in words(client.get(NewsPage.objects.get(pk=record.page_id).url))


def test_announced_event__of_an_article_follows_the_board(cast: SimpleNamespace, client: Client) -> None:
    """The board ties an article to an event; the article leads to that one."""
    page = announcements.published(cast)
    record = items.submitted(cast, author="doan")
    link_item(record_id=record.pk, event_id=page.event_id, user=cast.secretary, at=moment(1))
    assert EditorialRecord.objects.get(pk=record.pk).event_id == page.event_id
