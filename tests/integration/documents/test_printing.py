"""A document on paper: PDF, certified extract, the page that checks an extract (A52, B18, B38)."""

from __future__ import annotations

import re
import threading
from types import SimpleNamespace

import pypdfium2
import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from core.clock import today
from documents.printing import pdf as printing
from documents.selectors.extracts import Verdict, verified
from editorial import actions
from tests.factories import documents
from tests.integration.documents.test_editions import with_two_editions

pytestmark = pytest.mark.django_db

CHOSEN = ["dieu-12-khoan-4", "dieu-1-khoan-2"]
CODE = re.compile(r"/xac-minh/([a-z0-9-]+)/")


def url_of(record) -> str:
    return documents.page_of(record).url


def words_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    finally:
        document.close()


def pdf_of(url: str, client: Client | None = None, **query: object) -> str:
    answer = (client or Client()).get(url, query)
    assert answer.status_code == 200, answer.status_code
    assert answer["Content-Type"] == "application/pdf"
    return words_of(answer.content)


def extract_page(record, client: Client | None = None, **query: object) -> str:
    answer = (client or Client()).get(f"{url_of(record)}extract/", {"c": CHOSEN, **query})
    assert answer.status_code == 200
    return answer.content.decode()


def code_in(page: str) -> str:
    found = CODE.search(page)
    assert found, "no code"
    return found[1]


def test_pdf__has_title_number_validity_edition_text_and_address(cast: SimpleNamespace):
    """A52, B38: what is printed says which edition it is, and where the one in force is read."""
    record = documents.published(cast)

    words = pdf_of(f"{url_of(record)}document.pdf")

    for expected in (
        documents.TITLE,
        "198/QĐ-THPT",
        "Còn hiệu lực",
        "Bản thứ 1, áp dụng từ 22/09/2023",
        "Điều 12. Quy trình xuất bản",
        "Trưởng Ban Biên tập là người quyết định việc gỡ bỏ thông tin.",
        today().strftime("%d/%m/%Y"),
        "Trang 1/",
    ):
        assert expected in words, expected
    assert url_of(record) in "".join(words.split())


def test_pdf__of_the_same_edition_and_day_is_the_same_file(cast: SimpleNamespace):
    record = documents.published(cast)
    url = f"{url_of(record)}document.pdf"
    cache.clear()
    first = Client().get(url).content
    cache.clear()

    assert Client().get(url).content == first
    assert b"pdfuaid" in first
    assert Client().get(url, headers={"cookie": "django_language=en"}).content == first


def test_pdf__shows_the_edition_of_the_day_that_is_asked_for(cast: SimpleNamespace):
    record = with_two_editions(cast)

    assert "gửi thư" in pdf_of(f"{url_of(record)}document.pdf")
    former = pdf_of(f"{url_of(record)}document.pdf", on="2024-01-01")
    assert "gửi thư" not in former
    assert "Bản thứ 1" in former
    assert "Còn hiệu lực" not in former
    assert "không còn áp dụng" in former
    assert "Đọc bản đang có hiệu lực" not in former


def test_paper__of_what_is_not_public_there_is_none(cast: SimpleNamespace):
    """Đ15.2: 404 before the release, 410 afterwards, and nothing of the text."""
    waiting = documents.page_of(documents.registered(cast, title="Đang chờ")).url
    record = documents.published(cast, number="7")
    url = url_of(record)
    places = ("document.pdf", "extract/?c=dieu-1", "extract.pdf?c=dieu-1", "compare/", "feed.xml")
    assert {Client().get(f"{waiting}{place}").status_code for place in places} == {404}

    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Cũ")

    assert {Client().get(f"{url}{place}").status_code for place in places} == {410}
    assert {Client().get(f"/tim-kiem/{place}").status_code for place in places} == {404}


def test_pdf__of_a_document_without_text_there_is_none(cast: SimpleNamespace):
    assert Client().get(f"{url_of(documents.published(cast, text=''))}document.pdf").status_code == 404


def test_pdf__is_set_one_at_a_time_and_too_many_are_sent_away(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch):
    """Repeated requests hold nothing up: the same paper is not set twice, and a queue that is full says so."""
    url = f"{url_of(documents.published(cast))}document.pdf"
    cache.clear()
    made = []
    real = printing._set
    monkeypatch.setattr(printing, "_set", lambda content: made.append(1) or real(content))
    assert [Client().get(url).status_code for _ in range(3)] == [200, 200, 200]
    assert len(made) == 1

    cache.clear()
    monkeypatch.setattr(printing, "IN_LINE", threading.BoundedSemaphore(1))
    with printing.IN_LINE:
        answer = Client().get(url)
    assert (answer.status_code, answer["Retry-After"]) == (503, "20")


def test_pdf__leaves_the_servers_other_threads_to_other_readers(cast: SimpleNamespace):
    """One paper is set and one waits; the next hears so at once, whatever paper it asks for."""
    url = f"{url_of(documents.published(cast))}document.pdf"
    cache.clear()
    with printing.IN_LINE:
        assert Client().get(url).status_code == 200
        cache.clear()
        with printing.IN_LINE:
            assert Client().get(url).status_code == 503


def test_extract__has_chosen_clauses_their_headings_and_gaps(cast: SimpleNamespace):
    """B18: school, document, edition, path of headings, what was left out."""
    record = documents.published(cast)

    page = extract_page(record)

    for words in ("198/QĐ-THPT", "QUY ĐỊNH CHUNG", "Quy trình xuất bản", "Gỡ bỏ thông tin", "extract__gap"):
        assert words in page, words
    assert "Mỗi tổ làm phần việc của mình" not in page
    assert page.index("Quy chế áp dụng cho mọi tổ") < page.index("Gỡ bỏ thông tin")
    words = pdf_of(f"{url_of(record)}extract.pdf", c=CHOSEN)
    assert "BẢN TRÍCH" in words
    assert "QUY ĐỊNH CHUNG" in words
    assert "Mỗi tổ làm phần việc" not in words


def test_extract__has_a_line_to_sign_only_for_the_office(cast: SimpleNamespace):
    """B18: who certifies signs; a reader's extract says that nobody did."""
    record = documents.published(cast)
    office, parent = Client(), Client()
    office.force_login(cast.secretary)
    parent.force_login(cast.toan)

    assert "extract__signing" in extract_page(record, office)
    assert "extract__signing" not in extract_page(record, parent)
    assert "extract__signing" not in extract_page(record)
    assert "TRÍCH SAO ĐÚNG" in pdf_of(f"{url_of(record)}extract.pdf", office, c=CHOSEN)
    assert "TRÍCH SAO ĐÚNG" not in pdf_of(f"{url_of(record)}extract.pdf", c=CHOSEN)


@pytest.mark.parametrize("chosen", [[], [""], ["khong-co"], ["\u0301", "x" * 5000]])
def test_extract__of_nothing_says_what_to_do(cast: SimpleNamespace, chosen: list[str]):
    url = url_of(documents.published(cast))

    answer = Client().get(f"{url}extract/", {"c": chosen, "on": "x"})

    assert answer.status_code == 200
    assert f"{url}?pick=1" in answer.content.decode()
    assert Client().get(f"{url}extract.pdf", {"c": chosen}).status_code == 404


def test_extract__that_is_nearly_everything_is_refused(cast: SimpleNamespace):
    text = "\n\n".join(f"Điều {n}. Tiêu đề {n}\n\n1. Một." for n in range(1, 80))
    url = url_of(documents.published(cast, text=text))
    every = [f"dieu-{n}" for n in range(1, 80)]

    assert "verify" not in Client().get(f"{url}extract/", {"c": every}).content.decode()
    assert Client().get(f"{url}extract.pdf", {"c": every}).status_code == 404
    assert Client().get(f"{url}extract.pdf", {"c": every[:20]}).status_code == 200


def test_picking__puts_a_box_before_each_clause(cast: SimpleNamespace):
    page = Client().get(url_of(documents.published(cast)), {"pick": "1"}).content.decode()

    assert 'name="c" value="dieu-12-khoan-4"' in page
    assert 'action="/van-ban/' in page
    assert "clause-link" not in page


def test_code__leads_to_what_the_portal_holds(cast: SimpleNamespace):
    """B18: document, edition, clauses, their text, whether it is in force."""
    record = documents.published(cast)
    code = code_in(extract_page(record))

    answer = Client().get(f"/xac-minh/{code}/")
    page = answer.content.decode()

    assert answer.status_code == 200
    for words in (
        documents.TITLE,
        "198/QĐ-THPT",
        "Điều 1 khoản 2",
        "Điều 12 khoản 4",
        "gỡ bỏ thông tin",
        "verdict--found",
    ):
        assert words in page, words
    assert Client().get("/proverka/", {"code": code.upper().replace("-", " ")}).status_code == 200
    with override_settings(LANGUAGE_CODE="ru"):
        assert 'action="/proverka/"' in Client().get("/proverka/").content.decode()
    assert 'action="/xac-minh/"' in Client().get("/xac-minh/").content.decode()
    assert Client().get("/xac-minh/").status_code == 200


@pytest.mark.parametrize("code", ["a", "abcde-fghij-klmno-pqrst", "%00", "đ" * 40, "a" * 4000])
def test_code__that_is_forged_is_not_known(cast: SimpleNamespace, code: str):
    assert Client().get("/xac-minh/", {"code": code}).status_code in {400, 404}


def test_code__with_a_sign_changed_is_not_known(cast: SimpleNamespace):
    """B18: nothing forged verifies."""
    code = code_in(extract_page(documents.published(cast)))

    forged = code[:-1] + ("a" if code[-1] != "a" else "b")

    answer = Client().get(f"/xac-minh/{forged}/")
    assert answer.status_code == 404
    assert documents.TITLE not in answer.content.decode()


def test_code__still_holds_after_the_portals_secret_was_changed(cast: SimpleNamespace, settings):
    code = code_in(extract_page(documents.published(cast)))
    old = settings.SECRET_KEY

    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[old]):
        assert verified(code, today()).verdict is Verdict.FOUND
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[]):
        assert verified(code, today()).verdict is Verdict.UNKNOWN


def test_code__of_a_former_edition_says_so(cast: SimpleNamespace):
    """B18, B38."""
    record = with_two_editions(cast)
    answer = Client().get(f"{url_of(record)}extract/", {"c": ["dieu-1-khoan-1"], "on": "2024-01-01"})
    page = Client().get(f"/xac-minh/{code_in(answer.content.decode())}/").content.decode()

    assert "document-note" in page
    assert "gửi thư" not in page
    assert "Quy chế này nói về việc đăng tin" in page


def test_code__of_what_was_taken_down_says_only_that(cast: SimpleNamespace):
    """B18, Đ15.2: the day, and nothing of its text."""
    record = documents.published(cast)
    code = code_in(extract_page(record))
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Cũ")

    answer = Client().get(f"/xac-minh/{code}/")
    page = answer.content.decode()

    assert answer.status_code == 410
    assert "verdict--gone" in page
    assert today().strftime("%d/%m/%Y") in page
    assert documents.TITLE not in page
    assert "gỡ bỏ thông tin" not in page


def test_code__after_a_small_correction_shows_the_corrected_words(cast: SimpleNamespace):
    """B18: what was corrected away is not shown again."""
    record = documents.published(cast)
    code = code_in(extract_page(record))
    actions.correct_words(record_id=record.pk, user=cast.secretary, wrong="mọi tổ", right="mọi nhóm")
    actions.approve(record_id=record.pk, user=cast.head)

    found = verified(code, today())
    page = Client().get(f"/xac-minh/{code}/").content.decode()

    assert found.is_corrected
    assert "mọi nhóm" in page
    assert "mọi tổ" not in page


def test_extract_and_check__cost_few_queries(cast: SimpleNamespace, django_assert_max_num_queries):
    record = documents.published(cast)
    client = Client()
    code = code_in(extract_page(record, client))

    with django_assert_max_num_queries(24):
        extract_page(record, client)
    with django_assert_max_num_queries(24):
        client.get(f"/xac-minh/{code}/")


def test_reading_page__carries_what_is_printed_with_it(cast: SimpleNamespace):
    """A52: edition, day and a QR code on paper; PDF and extract are offered; a preview offers nothing."""
    page = Client().get(url_of(documents.published(cast))).content.decode()

    for expected in ('class="print-mark"', 'src="data:image/svg+xml', "document.pdf", "?pick=1", "feed.xml"):
        assert expected in page, expected
