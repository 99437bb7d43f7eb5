"""Walking the board's screens as a person does: through the client, with what the page itself offers."""

from __future__ import annotations

import html
from typing import Any

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from core.blocks import TEXT_FEATURES
from editorial.models import EditorialRecord
from school.models import User
from tests.factories.items import TEXT


def signed_in(user: User) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(user)
    return client


def review_url(record: EditorialRecord) -> str:
    """The review page of an item."""
    return reverse("board_review", args=[record.pk])


def act_url(record: EditorialRecord, verb: str) -> str:
    """Where an act on an item is posted to."""
    return reverse("board_act", args=[record.pk, verb])


def look(user: User, record: EditorialRecord, **query: str) -> Any:
    """Open the review page; the answer."""
    return signed_in(user).get(review_url(record), query)


def act(user: User, record: EditorialRecord, verb: str, **data: Any) -> Any:
    """Open the review page, press the button of an act; the answer. `data` is what was typed."""
    client = signed_in(user)
    page = client.get(review_url(record))
    return client.post(act_url(record, verb), {**hidden_values(page, verb), **data})


def hidden_values(page: Any, verb: str) -> dict[str, str]:
    """What the form of an act carries without being asked."""
    soup = BeautifulSoup(page.content, "html.parser")
    form = next((row for row in soup.find_all("form") if row["action"].endswith(f"/{verb}/")), None)
    return {row["name"]: row.get("value", "") for row in form.find_all("input", type="hidden")} if form else {}


def offered(page: Any) -> set[str]:
    """The acts a review page offers."""
    soup = BeautifulSoup(page.content, "html.parser")
    actions = [form["action"] for form in soup.find_all("form") if "/act/" in form.get("action", "")]
    return {action.rstrip("/").rpartition("/")[2] for action in actions}


def words(page: Any) -> str:
    """The answer as text with its entities resolved."""
    return html.unescape(page.content.decode())


def editor_form(page: Any, button: str = "", **changes: str) -> QueryDict:
    """The form of Wagtail's editor as the page has it, with some fields changed and one button pressed."""
    form = querydict_from_html(page.content.decode(), form_id="page-edit-form")
    body = {"body": streamfield([("text", rich_text(TEXT, features=TEXT_FEATURES))])}
    form.update(nested_form_data(body))  # Wagtail's script draws these fields
    for name, value in changes.items():
        form[name] = value
    if button:
        form[button] = "1"
    return form
