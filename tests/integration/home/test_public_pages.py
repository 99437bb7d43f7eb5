"""What a visitor sees, and what it costs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from home.models import EditorialBoardPage, HomePage, SearchPage
from news.models import NewsIndexPage, NewsPage
from tests.factories import announcements, items

pytestmark = pytest.mark.django_db
MOST_QUERIES = {"home": 25, "list": 20, "article": 20}


def several(cast: SimpleNamespace, count: int) -> list[NewsPage]:
    """Published articles, each with a picture of its own."""
    rows = [
        items.published(cast, title=f"Tin số {n}", pictures=[items.picture(cast.toan, cast.unit.toan)])
        for n in range(count)
    ]
    return list(NewsPage.objects.filter(pk__in=[row.page_id for row in rows]))


def addresses(article: NewsPage) -> dict[str, str]:
    return {
        "home": HomePage.objects.get().url,
        "list": NewsIndexPage.objects.get().url,
        "article": article.url,
    }


@pytest.mark.parametrize("name", ["home", "list", "article"])
def test_public_page__costs_the_same_for_few_and_many_articles(
    name: str, cast: SimpleNamespace, client: Client, django_assert_max_num_queries: Any
) -> None:
    first = several(cast, 3)[0]
    counts = []
    for more in (0, 9):
        several(cast, more)
        address = addresses(first)[name]
        client.get(address)
        with django_assert_max_num_queries(MOST_QUERIES[name]) as captured:
            assert client.get(address).status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_article__shows_unit_author_date_category_and_who_answers(cast: SimpleNamespace, client: Client) -> None:
    """A37, A54: accountability and origin stand on the page."""
    record = items.published(cast)
    article = NewsPage.objects.get(pk=record.page_id)

    html = client.get(article.url).content.decode()

    assert cast.unit.toan.name in html
    assert article.author_name in html
    assert "Tin hoạt động" in html
    assert cast.head.full_name in html
    assert f'datetime="{article.first_published_at:%Y}' in html


def test_article__quotes_an_official_source_by_name_and_address(cast: SimpleNamespace, client: Client) -> None:
    """A54: an official source is shown as quoted."""
    record = items.published(
        cast, origin="official_source", source_name="Sở Giáo dục", source_url="https://so.example/tin"
    )

    html = client.get(NewsPage.objects.get(pk=record.page_id).url).content.decode()

    assert "Sở Giáo dục" in html
    assert 'href="https://so.example/tin"' in html


def test_board_page__names_posts_persons_and_the_decision(cast: SimpleNamespace, client: Client) -> None:
    """A16, A17: the board as made by its appointments."""
    html = client.get(EditorialBoardPage.objects.get().url).content.decode()

    for person in (cast.head, cast.deputy1, cast.secretary, cast.editor1):
        assert person.full_name in html
    assert "198/QĐ-THPT" in html


def test_board_page__no_longer_names_a_member_whose_term_ended(cast: SimpleNamespace, client: Client) -> None:
    """A17: appointments are dated."""
    appointment = cast.editor1.appointments.get()
    appointment.ends_on = appointment.starts_on
    appointment.save()

    html = client.get(EditorialBoardPage.objects.get().url).content.decode()

    assert cast.editor1.full_name not in html
    assert cast.editor2.full_name in html


@pytest.mark.parametrize("words", ["le chao co", "LỄ CHÀO CỜ", "chào"])
def test_search__finds_with_and_without_marks(words: str, cast: SimpleNamespace, client: Client) -> None:
    record = items.published(cast)

    html = client.get(SearchPage.objects.get().url, {"q": words}).content.decode()

    assert NewsPage.objects.get(pk=record.page_id).url in html


@pytest.mark.parametrize("words", ['"', "'", "*", "(", "a" * 5000, "", " ", "%_"])
def test_search__answers_whatever_is_typed(words: str, cast: SimpleNamespace, client: Client) -> None:
    items.published(cast)

    assert client.get(SearchPage.objects.get().url, {"q": words}).status_code == 200


def test_search__finds_announced_events_and_what_they_say_today(cast: SimpleNamespace, client: Client) -> None:
    """Before the articles, on the first page; a draft of one is not found."""
    shown = announcements.published(cast, title="Hội thi văn nghệ")
    draft = announcements.draft(cast, title="Hội thi văn nghệ bí mật")

    html = client.get(SearchPage.objects.get().url, {"q": "van nghe"}).content.decode()

    assert shown.url in html
    assert draft.slug not in html
    assert "Không tìm thấy" not in html


def test_search__does_not_find_a_draft(cast: SimpleNamespace, client: Client) -> None:
    """A75: what is not published does not leak."""
    record = items.approved(cast)

    html = client.get(SearchPage.objects.get().url, {"q": "chào cờ"}).content.decode()

    assert NewsPage.objects.get(pk=record.page_id).slug not in html


@pytest.mark.parametrize("query", [{"page": "x"}, {"page": "99"}, {"category": "none"}, {"unit": "'"}])
def test_list__answers_unknown_filters_and_pages(query: dict[str, str], cast: SimpleNamespace, client: Client) -> None:
    several(cast, 1)

    assert client.get(NewsIndexPage.objects.get().url, query).status_code == 200


def test_empty_news_list__is_a_page_with_a_sentence(cast: SimpleNamespace, client: Client) -> None:
    response = client.get(NewsIndexPage.objects.get().url)

    assert response.status_code == 200
    assert "<h1" in response.content.decode()


@pytest.mark.parametrize("language", ["vi", "ru", "en"])
def test_language_switch__sets_the_language_of_the_page(language: str, cast: SimpleNamespace, client: Client) -> None:
    client.post(reverse("set_language"), {"language": language, "next": "/"})

    assert f'lang="{language}"' in client.get("/").content.decode()
