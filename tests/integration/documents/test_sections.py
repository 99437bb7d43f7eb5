"""The named sections of the register: law, local acts under orders, normative bases, curricula (A04 B06 B09 B39)."""

from __future__ import annotations

import datetime
import re
from types import SimpleNamespace

import pytest
from django.test import Client

from documents.models import DocumentCollectionPage, DocumentIndexPage
from documents.rules.collections import CollectionKind
from editorial import actions
from editorial.required_sections import required_sections
from tests.factories import documents, works

pytestmark = pytest.mark.django_db

DAY = datetime.date(2020, 1, 1)
OWN, SUPERIOR = "Trường THPT Thử", "Sở Giáo dục và Đào tạo"


def section(kind: str) -> DocumentCollectionPage:
    return DocumentCollectionPage.objects.get(kind=kind)


def page(url: str, **query: str) -> str:
    answer = Client().get(url, query)
    assert answer.status_code == 200, (url, answer.status_code)
    return answer.content.decode()


def law(cast: SimpleNamespace, title: str = "Thông tư về trường học", **fields):
    return documents.published(
        cast,
        **{
            "title": title,
            "kind": "thong_tu",
            "number": "15",
            "issuing_body": "Bộ GD&ĐT",
            "text": "",
            "abstract": "x",
            **fields,
        },
    )


def test_every_section__stands_below_the_register_and_not_in_the_menu(cast: SimpleNamespace):
    """A04, B06, B09, B39."""
    register = DocumentIndexPage.objects.get()
    shown = page(register.url)

    for kind in CollectionKind:
        below = section(kind)
        assert below.get_parent().pk == register.pk
        assert f'href="{below.url}"' in shown
        assert f'menu__link" href="{below.url}"' not in shown


def test_empty_section__says_so(cast: SimpleNamespace):
    for kind in CollectionKind:
        assert 'class="empty"' in page(section(kind).url)


def test_law__holds_acts_of_the_state_and_of_superior_bodies_and_no_own_ones(cast: SimpleNamespace):
    """A04: dissemination of law and policy."""
    law(cast)
    law(cast, title="Công văn của Sở", kind="cong_van", number="7", issuing_body=SUPERIOR)
    documents.published(cast, title="Quy chế của trường", issuing_body=OWN)

    shown = page(section("law_and_policy").url)

    assert "Thông tư về trường học" in shown
    assert "Công văn của Sở" in shown
    assert "Quy chế của trường" not in shown


def test_law__names_what_replaced_an_act(cast: SimpleNamespace):
    """A04, A52: effect state and links of replacement, in the list already."""
    old = law(cast, title="Thông tư cũ", issued_on=DAY)
    new = law(
        cast,
        title="Thông tư mới",
        number="16",
        relations=[documents.relation("replaces", documents.page_of(old))],
    )

    shown = page(section("law_and_policy").url, validity="expired")

    assert "Thông tư cũ" in shown
    assert f'href="{documents.page_of(new).url}"' in shown
    assert "validity--expired" in shown


def test_law__by_field_keeps_the_filter_in_its_feed(cast: SimpleNamespace):
    """A04, A52: a filtered list has a feed of its own."""
    law(cast, title="Về dạy học", field="teaching")
    law(cast, title="Về tài chính", number="17", field="finance")
    url = section("law_and_policy").url

    assert f"{url}feed.xml?field=teaching" in page(url, field="teaching")
    feed = page(f"{url}feed.xml", field="teaching")

    assert "Về dạy học" in feed
    assert "Về tài chính" not in feed


def test_local_acts__stand_under_the_order_that_approved_them(cast: SimpleNamespace):
    """B09: local acts with annexes, grouped by their order."""
    order = documents.published(cast, title="Quyết định ban hành quy chế", kind="quyet_dinh", issuing_body=OWN)
    annex_of = [documents.relation("annex_of", documents.page_of(order))]
    documents.published(cast, title="Quy chế kèm theo", number="", issuing_body=OWN, relations=annex_of)
    documents.published(cast, title="Quy định riêng", kind="quy_dinh", number="9", issuing_body=OWN)
    law(cast)

    shown = page(section("local_acts").url)

    assert shown.count('class="document-row"') == 2
    assert "Quy chế kèm theo" in shown.partition('class="annexes"')[2].partition("</ul>")[0]
    assert "Quy định riêng" in shown
    assert "Thông tư về trường học" not in shown


def test_local_acts__a_filter_that_fits_an_annex_shows_its_order(cast: SimpleNamespace):
    """B09."""
    order = documents.published(cast, title="Quyết định ban hành", kind="quyet_dinh", issuing_body=OWN)
    annex_of = [documents.relation("annex_of", documents.page_of(order))]
    documents.published(cast, title="Quy chế chi tiêu", number="", issuing_body=OWN, relations=annex_of)
    documents.published(cast, title="Quyết định khác", kind="quyet_dinh", number="5", issuing_body=OWN)

    shown = page(section("local_acts").url, kind="quy_che")

    assert "Quyết định ban hành" in shown
    assert "Quy chế chi tiêu" in shown
    assert "Quyết định khác" not in shown


def test_local_acts__an_annex_stands_for_itself_when_its_order_left_the_site(cast: SimpleNamespace):
    order = documents.published(cast, title="Quyết định ban hành", kind="quyet_dinh", issuing_body=OWN)
    annex_of = [documents.relation("annex_of", documents.page_of(order))]
    documents.published(cast, title="Quy chế chi tiêu", number="", issuing_body=OWN, relations=annex_of)
    actions.take_down(record_id=order.pk, user=cast.head, ground="takedown_outdated", note="Cũ")

    shown = page(section("local_acts").url)

    assert shown.count('class="document-row"') == 1
    assert "Quy chế chi tiêu" in shown


def test_normative_bases__are_told_apart_by_field(cast: SimpleNamespace):
    """B06."""
    law(cast, title="Về dạy học", field="teaching")
    documents.published(cast, title="Về giáo dục", number="2", field="upbringing")

    learning, upbringing = page(section("learning_process").url), page(section("upbringing_process").url)

    assert ("Về dạy học" in learning, "Về giáo dục" in learning) == (True, False)
    assert ("Về dạy học" in upbringing, "Về giáo dục" in upbringing) == (False, True)


def test_curricula__stand_beside_the_links_to_resources(cast: SimpleNamespace):
    """B39."""
    documents.published(cast, title="Chương trình môn Toán", kind="chuong_trinh", field="curriculum", number="3")
    links = works.published(cast, works.resource_list(cast))
    url = section("curricula").url

    shown = page(url)

    assert "Chương trình môn Toán" in shown
    assert f'href="{works.page_of(links).url}"' in shown
    held = page(works.page_of(links).url)
    assert 'href="https://www.geogebra.org/"' in held
    assert "GeoGebra" in held


def test_order_and_annex__in_force_for_one_year_end_with_it(cast: SimpleNamespace):
    """B51: an order with number and date, the regulation as its annex, in force for one year."""
    year = {"issued_on": datetime.date(2023, 1, 16), "expires_on": datetime.date(2023, 12, 31), "issuing_body": OWN}
    order = documents.published(cast, title="Về kiểm tra toàn quốc", kind="prikaz", number="12", symbol="", **year)
    annex_of = [documents.relation("annex_of", documents.page_of(order))]
    annex = documents.published(
        cast, title="Порядок проведения ВПР", kind="poryadok", number="", relations=annex_of, **year
    )

    row = page(section("local_acts").url).partition('class="document-row"')[2].partition("</ol>")[0]

    assert "№ 12" in row
    assert 'datetime="2023-01-16"' in row
    assert row.count("validity--expired") == 2
    assert documents.page_of(order).url in page(documents.page_of(annex).url)
    assert "2023-12-31" in page(documents.page_of(annex).url)


def test_document_of_one_year__says_in_the_list_until_when(cast: SimpleNamespace):
    """B51."""
    soon = datetime.date.today() + datetime.timedelta(days=30)
    documents.published(cast, expires_on=soon)

    assert f'datetime="{soon}"' in page(DocumentIndexPage.objects.get().url)


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("new", ["B", "C", "A"]),
        ("old", ["A", "C", "B"]),
        ("name", ["A", "B", "C"]),
        ("number", ["C", "B", "A"]),
        ("validity", ["B", "A", "C"]),
    ],
)
def test_list__is_sorted_by_links_by_date_number_title_and_validity(cast: SimpleNamespace, order: str, titles: list):
    """A52: sortable without script."""
    days = {"A": datetime.date(2019, 1, 1), "B": datetime.date(2022, 1, 1), "C": DAY}
    numbers = {"A": "100", "B": "15", "C": "9"}
    for title in "ABC":
        expires = {"expires_on": DAY} if title == "C" else {}
        documents.published(
            cast,
            title=f"Văn bản {title}",
            number=numbers[title],
            issued_on=days[title],
            text="",
            abstract="x",
            **expires,
        )
    url = DocumentIndexPage.objects.get().url

    shown = page(url, order=order, year="")

    assert re.findall(r">Văn bản ([ABC])<", shown) == titles
    assert f"order={order}" in page(url)


def test_pages_of_the_list__keep_filters_and_order(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    """A52."""
    monkeypatch.setattr("documents.selectors.filters.PER_PAGE", 1)
    for number in ("1", "2"):
        documents.published(cast, number=number, text="", abstract="x")

    for order in ("number", "validity"):
        shown = page(DocumentIndexPage.objects.get().url, kind="quy_che", order=order)
        assert f"kind=quy_che&amp;order={order}&amp;page=2" in shown


@pytest.mark.parametrize("words", ["\0", "%", "'\"", "x" * 4000, "--"])
def test_section__bears_any_words(cast: SimpleNamespace, words: str):
    kind = "local_acts"
    query = {"q": words, "body": words, "owner": words, "order": words, "page": words, "year": words}
    assert Client().get(section(kind).url, query).status_code in {200, 404}


@pytest.mark.parametrize("kind", ["law_and_policy", "local_acts", "curricula"])
def test_section__costs_the_same_however_much_stands_in_it(
    cast: SimpleNamespace, kind: str, django_assert_max_num_queries
):
    for number in range(4):
        order = documents.published(
            cast, title=f"Q{number}", kind="quyet_dinh", number=f"{number}", issuing_body=OWN, field="curriculum"
        )
        annex_of = [documents.relation("annex_of", documents.page_of(order))]
        documents.published(cast, title=f"P{number}", number="", issuing_body=OWN, relations=annex_of)
        law(cast, title=f"L{number}", number=f"{number}")
    client, url = Client(), section(kind).url
    client.get(url)

    with django_assert_max_num_queries(28):
        client.get(url)


def test_front_page__leads_to_documents_law_and_repository(cast: SimpleNamespace):
    """A04, A73."""
    record = documents.published(cast)

    shown = page("/")

    assert f'href="{documents.page_of(record).url}"' in shown
    assert f'href="{section("law_and_policy").url}"' in shown


def test_inspector__sees_law_and_repository_among_the_required_sections(cast: SimpleNamespace):
    """A04, A73."""
    before = {row.address: row.touched_on for row in required_sections(cast.school, datetime.date.today())}
    url = section("law_and_policy").url
    assert before[url] is None

    law(cast)

    after = {row.address: row.touched_on for row in required_sections(cast.school, datetime.date.today())}
    assert after[url] is not None
    assert "/van-ban/kho-sang-kien/" in after


def test_sitemap__names_the_sections(cast: SimpleNamespace):
    shown = page("/sitemap.xml")

    assert all(section(kind).url in shown for kind in CollectionKind)
