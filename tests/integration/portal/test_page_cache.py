"""The whole-page cache before Django: what it answers, for whom, and what never gets in."""

from __future__ import annotations

import gzip
from types import SimpleNamespace
from typing import Any

import brotli
import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from freezegun import freeze_time
from wagtail.models import Page

from editorial.models import EditorialRecord
from news.models import EventIndexPage
from portal.page_cache.layer import PageCache, around
from tests.factories import items, notices
from tests.factories.served import Served

pytestmark = pytest.mark.django_db

FIXED = {"x-portal-cache", "etag", "vary"}


@pytest.fixture(autouse=True)
def fresh() -> None:
    """Wagtail keeps renditions in the cache, and a rolled back test's keys come again."""
    cache.clear()


@pytest.fixture
def served() -> Served:
    return Served()


def url_of(record: EditorialRecord) -> str:
    return str(Page.objects.get(pk=record.page_id).url)


def calendar_url() -> str:
    return str(EventIndexPage.objects.get().url)


def test_page__comes_from_memory_the_second_time_the_very_same(served: Served, cast: SimpleNamespace) -> None:
    """Byte for byte Django's own answer, every header included."""
    article = url_of(items.published(cast, pictures=[items.picture(cast.toan, cast.unit.toan)]))
    served.ask_django(article)  # draws the picture's sizes, which the first answer names
    places = ["/", "/tin-tuc/", "/tin-tuc/?category=tin&page=1", "/tim-kiem/?q=doc", article, "/sitemap.xml"]
    for place in [*places, calendar_url(), f"{calendar_url()}?month=2026-05", f"{calendar_url()}calendar.ics"]:
        first, second = served.ask(place), served.ask(place)
        django = served.ask_django(place)

        assert (first.cache, second.cache) == ("miss", "hit"), place
        assert first.body == second.body == django.body
        assert {n: v for n, v in second.headers.items() if n not in FIXED} == {
            n: v for n, v in django.headers.items() if n not in FIXED
        }
        assert set(django.headers.get("vary", "").split(", ")) <= set(second.headers["vary"].split(", "))
        assert second.headers["cache-control"] == "no-cache"


def test_page__from_memory_asks_the_database_for_the_state_only(
    served: Served, django_assert_max_num_queries: Any
) -> None:
    """The generation and the notices that stand; within the interval nothing at all."""
    served.warm("/")
    with django_assert_max_num_queries(2):
        assert served.ask("/").cache == "hit"

    within = Served(interval=3600)
    within.warm("/")
    with django_assert_max_num_queries(0):
        assert within.ask("/").cache == "hit"


@pytest.mark.parametrize(
    "address",
    [
        "/?x=1",
        "/?preview=1",
        "/tin-tuc/?x=1",
        "/tin-tuc/?page=1&page=2",
        "/tin-tuc/?page=%ff",
        "/tim-kiem/?q=" + "x" * 400,
        "/tin-tuc/?q=1",
        "/sitemap.xml?x=1",
        "/admin/login/",
        "/health/",
        "/gui-bai/",
        "/gui-bai/khach/abc/",
        "/kiem-tra/abc/",
        "/theo-doi/",
        "/theo-doi/?code=1",
        "/nowhere/",
        "/tin-tuc",
        "/media/nothing.png",
        "/documents/1/x.pdf",
    ],
)
def test_address__that_is_not_a_public_page_with_known_keys_is_never_kept(served: Served, address: str) -> None:
    """Nobody fills the memory with ?x=1..n; forms, the back office and refusals stay with Django."""
    first, second, django = served.ask(address), served.ask(address), served.ask_django(address)

    assert (first.cache, second.cache, len(served.store)) == ("", "", 0)
    assert first.status == second.status == django.status


def test_form__with_a_token_is_never_kept(served: Served, cast: SimpleNamespace) -> None:
    """Also for a visitor who has the token's cookie already, so that none is set with the page."""
    page_id = items.published(cast).page_id
    with_cookie = {"cookie": "csrftoken=abcdefghijklmnopqrstuvwxyz012345"}
    for address in (f"/bao-cao-trang/{page_id}/", f"/de-nghi-sua/{page_id}/"):
        assert "csrfmiddlewaretoken" in served.ask(address).text
        assert "csrfmiddlewaretoken" in served.ask(address, **with_cookie).text

    assert len(served.store) == 0


def test_page__that_carries_a_token_is_never_kept_whatever_address_it_has() -> None:
    """The address, the cookie and the field in the page each keep it out."""

    def with_form(environ: dict[str, Any], start_response: Any) -> Any:
        answer = HttpResponse('<input type="hidden" name="csrfmiddlewaretoken" value="x">')
        start_response("200 OK", list(answer.items()))
        return answer

    served = Served(application=with_form)

    assert (served.ask("/").cache, served.ask("/").cache, len(served.store)) == ("", "", 0)


def test_visitor_with_a_forms_cookie__reads_what_is_kept_and_adds_nothing(served: Served) -> None:
    cookie = "csrftoken=abcdefghijklmnopqrstuvwxyz012345"
    assert (served.ask("/", cookie=cookie).cache, len(served.store)) == ("", 0)

    served.warm("/")

    assert served.ask("/", cookie=cookie).cache == "hit"


def test_signed_in_person__neither_reads_nor_fills_it(served: Served, cast: SimpleNamespace) -> None:
    """Wagtail's bar for editors stands in their pages only."""
    browser = Client()
    browser.force_login(cast.editor1, backend="django.contrib.auth.backends.ModelBackend")
    cookie = f"sessionid={browser.cookies['sessionid'].value}"

    own = served.ask("/", cookie=cookie)
    assert (own.cache, len(served.store)) == ("", 0)
    assert (served.ask("/").cache, served.ask("/").cache) == ("miss", "hit")
    assert served.ask("/", cookie=cookie).cache == ""
    assert served.ask("/", cookie=f"portal_language=vi; {cookie}").body == own.body


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "sessionid=of-a-session-that-ended"},
        {"cookie": "messages=waiting"},
        {"authorization": "Basic eDp5"},
        {"host": "elsewhere.example"},
        {"host": "testserver:8123"},
        {"host": ""},
    ],
)
@pytest.mark.parametrize("is_warm", [False, True])
def test_request__that_may_be_personal_or_is_for_another_host_goes_to_django(
    served: Served, headers: dict[str, str], is_warm: bool
) -> None:
    if is_warm:
        served.warm("/")
    before = len(served.store)

    assert served.ask("/", **headers).cache == ""
    assert len(served.store) == before


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "BREW"])
def test_request__that_is_no_question_goes_to_django(served: Served, method: str) -> None:
    served.warm("/")

    assert served.ask("/", method).cache == ""


def test_language__of_the_cookie_has_pages_of_its_own_and_unknown_ones_have_not(served: Served) -> None:
    default, russian = served.ask("/"), served.ask("/", cookie="portal_language=ru")
    assert (default.headers["content-language"], russian.headers["content-language"]) == ("vi", "ru")
    assert default.body != russian.body

    assert served.ask("/", cookie="portal_language=ru; other=1").body == russian.body
    for cookie in ("portal_language=vi", "portal_language=xx", "portal_language=ru-x", "anything=1"):
        answer = served.ask("/", cookie=cookie)
        assert (answer.cache, answer.body) == ("hit", default.body)
    assert len(served.store) == 2


def test_query__in_another_order_or_spelling_is_the_same_page(served: Served) -> None:
    served.warm("/tin-tuc/?category=tin&page=1")

    for query in ("page=1&category=tin", "%70age=1&category=t%69n", "page=1&&category=tin"):
        assert served.ask(f"/tin-tuc/?{query}").cache == "hit"
    assert served.ask("/tin-tuc/?category=tin&page=2").cache == "miss"
    assert served.ask("/tin-tuc/?category=tin").cache == "miss"


def test_packed__bodies_are_the_page_and_say_how_long_they_are(served: Served) -> None:
    plain = served.ask("/")
    packed = served.ask("/", accept_encoding="gzip"), served.ask("/", accept_encoding="gzip, deflate, br")

    assert [answer.headers["content-encoding"] for answer in packed] == ["gzip", "br"]
    assert gzip.decompress(packed[0].body) == brotli.decompress(packed[1].body) == plain.body
    assert all(answer.headers["content-length"] == str(len(answer.body)) for answer in (plain, *packed))
    assert all("Accept-Encoding" in answer.headers["vary"] for answer in (plain, *packed))
    assert len({answer.headers["etag"] for answer in (plain, *packed)}) == 3


def test_head__has_the_pages_headers_and_fills_the_cache_too(served: Served) -> None:
    head = served.ask("/", "HEAD")
    page = served.ask("/")

    assert (head.cache, page.cache, head.body) == ("miss", "hit", b"")
    assert head.headers | {"x-portal-cache": "hit"} == page.headers
    assert head.headers["content-length"] == str(len(page.body))


def test_browser__that_has_the_page_is_told_so_also_when_it_was_not_kept_yet(served: Served) -> None:
    tag = served.ask("/").headers["etag"]

    kept = served.ask("/", if_none_match=tag)
    fresh = Served().ask("/", if_none_match=tag)

    assert [(answer.status, answer.body, answer.headers["etag"]) for answer in (kept, fresh)] == [(304, b"", tag)] * 2


def test_midnight__brings_new_pages(served: Served) -> None:
    """What is shown of events and documents hangs on the day, in the school's time zone."""
    with freeze_time("2026-05-04 16:59:30+00:00") as clock:
        served.warm("/")
        clock.move_to("2026-05-04 17:00:30+00:00")  # 00:00:30 in Việt Nam

        assert served.ask("/").cache == "miss"


def test_urgent_notice__is_gone_from_every_page_in_its_last_minute(served: Served, cast: SimpleNamespace) -> None:
    """DESIGN, rule 7 of the chain: it ends by itself, before anybody notes it."""
    with freeze_time("2026-05-04 03:01:00+00:00") as clock:
        notices.standing(cast, hours=1)
        clock.move_to("2026-05-04 04:00:55+00:00")
        assert notices.TITLE in served.warm("/")[0].text

        clock.move_to("2026-05-04 04:01:05+00:00")
        answer = served.ask("/")

    assert (answer.cache, notices.TITLE in answer.text) == ("miss", False)


def test_what_nobody_foresaw__is_never_older_than_ten_minutes(served: Served) -> None:
    with freeze_time("2026-05-04 03:01:00+00:00") as clock:
        served.warm("/")
        clock.move_to("2026-05-04 03:09:59+00:00")
        assert served.ask("/").cache == "hit"
        clock.move_to("2026-05-04 03:10:00+00:00")

        assert served.ask("/").cache == "miss"


def test_another_host__of_the_school_has_pages_of_its_own(served: Served, settings: Any) -> None:
    """Feeds and the sitemap name the host they were asked at."""
    settings.ALLOWED_HOSTS = ["testserver", "truong.example"]
    served.warm("/")

    assert served.ask("/", host="truong.example").cache == "miss"
    assert served.ask("/", host="TRUONG.example:80").cache == "miss"


def test_https__has_pages_of_its_own_behind_a_proxy(served: Served, settings: Any) -> None:
    served.warm("/")
    assert served.ask("/", x_forwarded_proto="https").cache == "hit"

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert served.ask("/", x_forwarded_proto="https").cache == "miss"
    assert served.ask("/", x_forwarded_proto="http").cache == "hit"


def test_site__stays_up_when_the_cache_cannot_look(caplog: pytest.LogCaptureFixture) -> None:
    def read() -> Any:
        raise OSError("no database")

    answer = Served(read=read).ask("/")

    assert (answer.status, answer.cache) == (200, "")
    assert "could not look" in caplog.text


def test_site__stays_up_when_an_answer_cannot_be_kept(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_down(*_arguments: Any, **_named: Any) -> bytes:
        raise MemoryError

    monkeypatch.setattr(brotli, "compress", break_down)

    assert (served.ask("/").status, served.ask("/").cache, len(served.store)) == (200, "", 0)
    assert "could not keep" in caplog.text


def test_failing_page__is_djangos_to_report(cast: SimpleNamespace) -> None:
    def failing(_environ: Any, start_response: Any) -> Any:
        answer = HttpResponse("sorry", status=500)
        start_response("500 Internal Server Error", list(answer.items()))
        return answer

    served = Served(application=failing)

    assert (served.ask("/").status, served.ask("/").body, len(served.store)) == (500, b"sorry", 0)


def test_memory__is_bounded_by_what_was_given(cast: SimpleNamespace) -> None:
    served = Served(limit=600_000)

    for number in range(40):
        served.ask(f"/tim-kiem/?q=tin+{number}")

    assert 0 < served.store.size <= 150_000


def test_server__has_the_cache_unless_it_is_switched_off(settings: Any) -> None:
    from portal.wsgi import application  # it sets Django up, which no import of a test may do

    assert isinstance(application, PageCache)
    settings.PORTAL_PAGE_CACHE = False
    assert around(served_plainly) is served_plainly


def served_plainly(_environ: Any, _start_response: Any) -> list[bytes]:
    return []
