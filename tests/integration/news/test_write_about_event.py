"""From a duty on the desk to an article that names its event (A69)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from core.clock import now, today
from editorial.actions.events import enter_event
from editorial.models import Event
from editorial.rules.duties import EventKind

pytestmark = pytest.mark.django_db


def yesterdays(cast: SimpleNamespace) -> Event:
    """An event that ended yesterday."""
    day = today() - datetime.timedelta(days=1)
    about = {"title": "Ngày hội", "kind": EventKind.YOUTH_DAY, "starts_on": day, "ends_on": day, "at": now()}
    return enter_event(school=cast.school, user=cast.deputy1, **about)


def form_of(cast: SimpleNamespace, event: str) -> object:
    """The form for a new article of the youth union, as it comes from the desk."""
    client = Client()
    client.force_login(cast.doan)
    address = reverse("wagtailadmin_pages:add", args=("news", "newspage", cast.unit.doan.section.pk))
    answer = client.get(address, {"event": event})
    assert answer.status_code == 200
    return answer.context["form"]


def test_new_article__from_a_duty_has_its_event_chosen(cast: SimpleNamespace) -> None:
    event = yesterdays(cast)

    assert form_of(cast, str(event.pk)).initial["event"] == event.pk  # type: ignore[attr-defined]


@pytest.mark.parametrize("asked", ["", "0", "x", "-1", "9" * 40, "²", "%00"])
def test_new_article__of_no_event_has_none_chosen(cast: SimpleNamespace, asked: str) -> None:
    yesterdays(cast)

    assert form_of(cast, asked).initial["event"] is None  # type: ignore[attr-defined]
