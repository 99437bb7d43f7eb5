"""A new school without the demo: units and the first head."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from core.rules.answers import RuleRefused
from editorial.actions.board import appoint
from news.models import UnitIndexPage
from school.models import BoardAppointment, Unit, User
from tests.factories.school import SINCE

pytestmark = pytest.mark.django_db


def test_add_unit__makes_section_group_and_collection_once(cast: SimpleNamespace) -> None:
    """A01: units of the school."""
    for _again in range(2):
        call_command("add_unit", "hoa", "Tổ Hóa", "--kind", "subject_group", verbosity=0)

    unit = Unit.objects.get(code="hoa")
    assert UnitIndexPage.objects.filter(unit=unit).count() == 1
    assert unit.collection is not None


def test_appoint_head__refuses_while_somebody_is_head(cast: SimpleNamespace) -> None:
    with pytest.raises(CommandError):
        call_command("appoint_head", "toan", "--decision", "1/QĐ", "--on", "2026-09-01")

    assert BoardAppointment.objects.filter(post="head").count() == 1


def test_appoint_head__appoints_where_nobody_is_head(cast: SimpleNamespace) -> None:
    BoardAppointment.objects.filter(post="head").delete()

    call_command("appoint_head", "toan", "--decision", "1/QĐ", "--on", "2026-09-01", verbosity=0)

    assert BoardAppointment.objects.get(post="head").user == cast.toan


def test_appoint_head__refuses_a_superuser(cast: SimpleNamespace) -> None:
    BoardAppointment.objects.filter(post="head").delete()

    with pytest.raises(CommandError):
        call_command("appoint_head", "admin", "--decision", "1/QĐ", "--on", "2026-09-01")

    assert User.objects.get(username="admin").appointments.count() == 0


def test_appoint__is_refused_on_the_portal_while_nobody_is_head(cast: SimpleNamespace) -> None:
    """A17: an empty post is filled on the server, not by whoever is quickest."""
    BoardAppointment.objects.filter(post="head").delete()
    details = {"post": "head", "decision_number": "1/QĐ", "decided_on": SINCE, "starts_on": SINCE}

    with pytest.raises(RuleRefused):
        appoint(school=cast.school, user=cast.deputy1, person=cast.deputy1, **details)

    assert not BoardAppointment.objects.filter(post="head").exists()
