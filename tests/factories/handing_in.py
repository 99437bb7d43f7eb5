"""The simple form of the public side, filled in and sent as a browser does."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from editorial.models import EditorialRecord
from news.models import Category, NewsPage
from tests.factories import items

TYPED = {
    "title": "Hội thi cờ vua",
    "lead": "Sáng nay tổ Toán tổ chức hội thi cờ vua.",
    "text": "Đoạn một.\n\nĐoạn hai\nxuống dòng <b>.",
    "author_name": "Lớp 11A",
}


def form_of(page: Any) -> dict[str, Any]:
    """The form as the page has it."""
    form = BeautifulSoup(page.content, "html.parser").find("form", enctype="multipart/form-data")
    assert form is not None
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        is_off = kind in {"checkbox", "radio"} and not field.has_attr("checked")
        if not name or name == "csrfmiddlewaretoken" or kind == "file" or is_off:
            continue
        data.setdefault(name, []).append(_value(field))
    return data


def _value(field: Any) -> str:
    if field.name == "textarea":
        return str(field.text).removeprefix("\n")
    if field.name == "select":
        chosen = field.find("option", selected=True)
        return str(chosen["value"]) if chosen else ""
    return str(field.get("value", ""))


def photos(count: int = 1) -> list[SimpleUploadedFile]:
    """Pictures as a phone sends them."""
    return [SimpleUploadedFile(f"IMG_{n}.png", items.png((n, 90, 60)), content_type="image/png") for n in range(count)]


def begin(client: Client, act: str = "save", **changes: Any) -> Any:
    """Open the empty form, fill it in and press a button; the answer."""
    address = reverse("hand_in_new")
    return send(client, client.get(address), address, act, **{**TYPED, "categories": [first_category()], **changes})


def send(client: Client, page: Any, address: str, act: str = "save", **changes: Any) -> Any:
    """Send the form of a page with some fields changed."""
    return client.post(address, {**form_of(page), **changes, "act": act})


def first_category() -> int:
    return Category.objects.values_list("pk", flat=True)[0]


def words_for_pictures(page: Any, people: str = "people_nobody") -> dict[str, str]:
    """What must be said of each picture of the form before it can be sent."""
    soup = BeautifulSoup(page.content, "html.parser")
    keys = [field["name"].removeprefix("alt-") for field in soup.select("[name^='alt-']")]
    told = {f"alt-{key}": f"Ảnh {n}: các bạn thi đấu" for n, key in enumerate(keys, start=1)}
    return {**told, **{f"people-{key}": people for key in keys}}


def only_record() -> EditorialRecord:
    """The item that was begun."""
    return EditorialRecord.objects.get()


def newest(record: EditorialRecord) -> NewsPage:
    """The newest version of an item."""
    return NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
