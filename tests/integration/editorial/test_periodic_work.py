"""Work that other apps hand to `run_periodic`."""

import datetime

import pytest

from core.clock import now
from editorial import periodic_work
from editorial.actions.running import run_and_note


@pytest.fixture
def registry(monkeypatch):
    """A registry of its own, so that the apps' own work stays as it is."""
    monkeypatch.setattr(periodic_work, "_WORK", {})


def one(school: object, at: datetime.datetime) -> int:
    return 1


def broken(school: object, at: datetime.datetime) -> int:
    raise RuntimeError("the disk is full")


def test_work__is_done_and_counted_by_its_name(registry, cast):
    periodic_work.register("texts", one)
    periodic_work.register("texts", one)
    assert run_and_note(now())["texts"] == 1


def test_work__that_fails_holds_up_no_other(registry, cast):
    periodic_work.register("a", broken)
    periodic_work.register("b", one)
    done = run_and_note(now())
    assert (done["a"], done["b"]) == (0, 1)


def test_register__one_name_for_two_is_refused(registry):
    periodic_work.register("texts", one)
    with pytest.raises(ValueError, match="texts"):
        periodic_work.register("texts", broken)
