"""The charter's entries about the reports: cut-off day and weights of the merit list (Đ5.3, Đ17)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import Charter
from editorial.rules.charter import write_charter
from editorial.selectors.records import rules_in_force

pytestmark = pytest.mark.django_db


def sent(cast: SimpleNamespace, **changes: Any) -> Any:
    """The head sends the charter's form with these changes."""
    values = write_charter(rules_in_force(cast.school))
    duties = {f"duty_table_{kind}": holder or "-" for kind, holder in values.pop("duty_table").items()}
    points = {f"merit_points_{fact}": weight for fact, weight in values.pop("merit_points").items()}
    form = {**values, **duties, **points, "decision_number": "30/QĐ", **changes}
    client = Client()
    client.force_login(cast.head)
    return client.post(reverse("board_charter"), {name: value for name, value in form.items() if value is not False})


def test_head__sets_the_cut_off_day_and_weighs_a_fact(cast: SimpleNamespace) -> None:
    """A76, B17: both are data of the charter, and the page shows them in words."""
    assert sent(cast, report_cutoff_day=14, merit_points_items=5).status_code == 302

    rules = rules_in_force(cast.school)
    assert rules.report_cutoff_day == 14
    assert {fact: weight for fact, weight in rules.merit_points.items() if weight} == {"items": 5}
    client = Client()
    client.force_login(cast.head)
    assert "merit_points_items" in client.get(reverse("board_charter")).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"report_cutoff_day": 29},
        {"report_cutoff_day": -1},
        {"report_cutoff_day": "٣x"},
        {"merit_points_items": 101},
        {"merit_points_items": -1},
        {"merit_points_items": "nhiều"},
        {"merit_points_items": "1\x00"},
    ],
)
def test_charter__refuses_what_makes_no_sense_and_keeps_the_words(cast: SimpleNamespace, wrong: dict[str, Any]) -> None:
    before = Charter.objects.count()
    answer = sent(cast, **wrong)

    assert answer.status_code == 422
    assert Charter.objects.count() == before


def test_weight_left_empty__is_none(cast: SimpleNamespace) -> None:
    assert sent(cast, report_cutoff_day=10, merit_points_items="").status_code == 302
    assert rules_in_force(cast.school).merit_points["items"] == 0
