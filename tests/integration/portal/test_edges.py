"""The edges of the portal: health, headers, language, locking out."""

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation

from portal import health
from portal.middleware import ContentSecurityMiddleware, LanguageMiddleware

PUBLIC, ADMIN = "/ban-bien-tap/", "/admin/pages/"


def through(middleware, path: str, response: HttpResponse | None = None, **cookies: str) -> HttpResponse:
    """What comes out when a view answers `response` at `path`."""
    request = RequestFactory().get(path)
    request.COOKIES.update(cookies)
    return middleware(lambda _request: response or HttpResponse(translation.get_language()))(request)


def test_public_page__forbids_everything_inline():
    policy = through(ContentSecurityMiddleware, PUBLIC)["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_back_office__allows_the_scripts_that_wagtail_writes():
    policy = through(ContentSecurityMiddleware, ADMIN)["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-eval" not in policy


def test_address_that_only_starts_like_the_back_office__stays_strict():
    assert "unsafe" not in through(ContentSecurityMiddleware, "/administration/")["Content-Security-Policy"]


def test_policy_of_a_view__is_kept():
    own = HttpResponse(headers={"Content-Security-Policy": "sandbox"})
    assert through(ContentSecurityMiddleware, PUBLIC, own)["Content-Security-Policy"] == "sandbox"


def test_language__is_the_schools_whatever_the_browser_prefers(settings):
    request = RequestFactory().get(PUBLIC, headers={"accept-language": "en"})
    answer = LanguageMiddleware(lambda _request: HttpResponse(translation.get_language()))(request)
    assert answer.content.decode() == settings.LANGUAGE_CODE
    assert answer["Content-Language"] == settings.LANGUAGE_CODE


@pytest.mark.parametrize(("cookie", "language"), [("ru", "ru"), ("en", "en"), ("xx", "vi"), ("", "vi")])
def test_language__of_the_cookie_if_the_portal_speaks_it(cookie: str, language: str):
    answer = through(LanguageMiddleware, PUBLIC, portal_language=cookie)
    assert answer.content.decode() == language
    assert "Cookie" in answer["Vary"]


def test_language__of_one_request_does_not_leak_into_the_next():
    with translation.override("en"):
        through(LanguageMiddleware, PUBLIC, portal_language="ru")
        assert translation.get_language() == "en"


@pytest.mark.django_db
def test_switch__sets_the_cookie_and_comes_back(client):
    answer = client.post("/language/", {"language": "ru", "next": "/tin-tuc/"})
    assert answer.status_code == 302
    assert answer["Location"] == "/tin-tuc/"
    assert answer.cookies["portal_language"].value == "ru"


@pytest.mark.django_db
def test_switch__refuses_to_lead_to_another_site(client):
    assert client.post("/language/", {"language": "ru", "next": "https://evil.example/"})["Location"] == "/"


@pytest.mark.django_db
def test_switch__by_a_mere_link_is_refused(client):
    assert client.get("/language/").status_code == 405


@pytest.mark.django_db
def test_health__of_a_migrated_database(client):
    answer = client.get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {"healthy": True, "database": True, "migrations": True, "guards": True}


@pytest.mark.django_db
@pytest.mark.parametrize("failing", ["database", "migrations", "guards"])
def test_health__tells_which_probe_fails_but_not_why(client, monkeypatch, caplog, failing: str):
    def broken() -> bool:
        raise RuntimeError("the secret reason")

    monkeypatch.setitem(health.PROBES, failing, broken)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()[failing] is False
    assert b"secret" not in answer.content
    assert "the secret reason" in caplog.text


@pytest.mark.django_db
def test_five_wrong_passwords__lock_the_account_even_for_the_right_one(client, settings, django_user_model):
    settings.AXES_ENABLED = True
    django_user_model.objects.create_superuser("an", "an@school.example", "right")
    statuses = [try_to_sign_in(client, "an", "wrong") for _ in range(settings.AXES_FAILURE_LIMIT)]
    assert statuses == [200] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    assert try_to_sign_in(client, "an", "right") == 429
    call_command("axes_reset_username", "an", verbosity=0)
    assert try_to_sign_in(client, "an", "right") == 302


def try_to_sign_in(client, username: str, password: str) -> int:
    """The status of the answer of the sign-in page."""
    return client.post("/admin/login/", {"username": username, "password": password}).status_code


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/tin-tuc/?page=%00", "/tin-tuc/?%00=1", "/tin-tuc%00/", "/health/?x=a&x=%00"])
def test_address__with_a_nul_in_it_leads_nowhere(client, address: str):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_address__without_a_nul_is_answered(client):
    assert client.get("/health/?x=a").status_code == 200
