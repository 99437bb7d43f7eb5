"""What the settings read from the environment."""

import stat

import pytest

from portal import environment


@pytest.mark.parametrize(("word", "on"), [("1", True), ("TRUE", True), ("on", True), ("0", False)])
def test_is_on__by_word(monkeypatch, word: str, on: bool):
    monkeypatch.setenv("PORTAL_X", word)
    assert environment.is_on("PORTAL_X") is on


def test_is_on__unset_takes_the_default(monkeypatch):
    monkeypatch.delenv("PORTAL_X", raising=False)
    assert environment.is_on("PORTAL_X", default=True)
    assert not environment.is_on("PORTAL_X")


def test_country__refuses_an_unknown_word(monkeypatch):
    monkeypatch.setenv("PORTAL_COUNTRY", "RU")
    assert environment.country() == "ru"
    monkeypatch.setenv("PORTAL_COUNTRY", "fr")
    with pytest.raises(ValueError, match="vn or ru"):
        environment.country()


def test_secret_key__is_made_once_and_for_the_owner_only(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET_KEY", raising=False)
    first = environment.secret_key(tmp_path)
    assert environment.secret_key(tmp_path) == first
    assert len(first) > 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_secret_key__of_the_environment_comes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "given")
    assert environment.secret_key(tmp_path) == "given"
    assert list(tmp_path.iterdir()) == []


def test_write_once__the_slower_process_keeps_the_key_of_the_faster(tmp_path):
    path = tmp_path / "secret_key"
    path.write_text("first")
    environment._write_once(path, "second")
    assert path.read_text() == "first"


def test_derived_key__differs_by_secret_and_purpose():
    keys = {environment.derived_key(secret, purpose) for secret in "ab" for purpose in ("ledger", "mail")}
    assert len(keys) == 4


def test_email__by_address(monkeypatch, tmp_path):
    monkeypatch.setenv("EMAIL_URL", "smtp://an%40school:p%2Fw@mail.example:587?tls=1")
    found = environment.email(tmp_path, demo=False)
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example", 587)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("an@school", "p/w")
    assert (found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (True, False)


@pytest.mark.parametrize(("demo", "backend"), [(True, "filebased"), (False, "console")])
def test_email__without_address_never_leaves_the_machine(monkeypatch, tmp_path, demo: bool, backend: str):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert backend in environment.email(tmp_path, demo=demo)["EMAIL_BACKEND"]


def test_cache__redis_by_address(monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:6379/1")
    assert environment.cache()["LOCATION"] == "redis://127.0.0.1:6379/1"
    monkeypatch.delenv("REDIS_URL")
    assert "locmem" in environment.cache()["BACKEND"]


@pytest.mark.parametrize(("value", "meant"), [("", 7), ("0", 0), ("23", 23), ("None", None)])
def test_hour__an_hour_of_the_day_or_none(monkeypatch, value: str, meant: int | None):
    monkeypatch.setenv("SOME_HOUR", value)
    assert environment.hour("SOME_HOUR", 7) == meant


@pytest.mark.parametrize("value", ["24", "-1", "seven"])
def test_hour__refuses_anything_else(monkeypatch, value: str):
    monkeypatch.setenv("SOME_HOUR", value)
    with pytest.raises(ValueError, match="SOME_HOUR"):
        environment.hour("SOME_HOUR", 7)


@pytest.mark.parametrize(("typed", "number"), [("", 7), (" 12 ", 12)])
def test_number__is_what_was_typed_or_the_default(monkeypatch, typed: str, number: int):
    monkeypatch.setenv("PORTAL_ANY", typed)
    assert environment.number("PORTAL_ANY", 7) == number


@pytest.mark.parametrize("typed", ["0", "-1", "20MB"])
def test_number__refuses_what_is_no_limit(monkeypatch, typed: str):
    monkeypatch.setenv("PORTAL_ANY", typed)
    with pytest.raises(ValueError, match=r"."):
        environment.number("PORTAL_ANY", 7)
