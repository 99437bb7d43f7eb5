"""Colleagues who bring an item to where a story begins: the portal's own forms, sent without drawing a page."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import APIRequestContext, APIResponse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.e2e.stories.drawing import schoolyard

LEAD = "Sáng thứ Hai, lớp 11A đo chiều cao cột cờ bằng bóng nắng ngay trên sân trường."
TEXT = "Các em chia nhóm, đo bóng của cột cờ và của cây thước rồi so sánh hai tam giác đồng dạng."
ALT = "Cột cờ giữa sân cỏ, bóng cột ngả về bên phải"
AUTHOR = "Hoàng Đức Lâm"


def own_title(words: str) -> str:
    """A title that no other item has."""
    return f"{words} {uuid.uuid4().hex[:6]}"


@dataclass(frozen=True)
class Item:
    """An item under way."""

    title: str
    review: str


@dataclass(frozen=True)
class Colleague:
    """One signed-in person who fills in forms."""

    http: APIRequestContext

    def look_at(self, address: str) -> BeautifulSoup:
        """A page of the portal."""
        answer = self.http.get(address)
        assert answer.ok, f"{answer.status} {address}"
        return BeautifulSoup(answer.text(), "html.parser")

    def token(self, address: str) -> str:
        """What a form of that page carries against forgery."""
        found = self.look_at(address).find(attrs={"name": "csrfmiddlewaretoken"})
        assert found is not None, f"no form at {address}"
        return str(found["value"])

    def upload(self, name: str, content: bytes) -> int:
        """A picture; its number."""
        prefix = "image-chooser-upload"
        form: dict[str, Any] = {
            "csrfmiddlewaretoken": self.token("/admin/account/"),
            f"{prefix}-title": name,
            f"{prefix}-file": {"name": f"{name}.png", "mimeType": "image/png", "buffer": content},
        }
        answer = self.http.post("/admin/images/chooser/create/", multipart=form)
        return int(answer.json()["result"]["id"])

    def hand_in(self, title: str, *, text: str = TEXT, with_picture: bool = False) -> Item:
        """Write an article and send it to the board."""
        desk = self.look_at("/admin/")
        write = next(link["href"] for link in desk.select("a") if "/newspage/" in link.get("href", ""))
        blocks: list[tuple[str, Any]] = [("text", rich_text(f"<p>{text}</p>", features=["bold"]))]
        if with_picture:
            picture = self.upload("san-truong", schoolyard())
            blocks.append(("image", {"image": picture, "alt": ALT, "caption": "", "credit": ""}))
        page = self.look_at(write)
        answer = self.send(write, {**filled_in(page, title, blocks), "board-hand-in": "1"})
        return Item(title, answer.headers["location"])

    def send(self, address: str, form: dict[str, Any]) -> APIResponse:
        """Send a form that is accepted and leads on."""
        answer = self.http.post(address, form=form, max_redirects=0)
        assert answer.status == 302, f"{answer.status} {address}: {said(answer)}"
        return answer

    def act(self, item: Item, verb: str, **typed: str) -> Item:
        """An act of the review page, with the form the page offers."""
        form = self.look_at(item.review).find("form", action=re.compile(rf"/act/{verb}/$"))
        assert form is not None, f"{verb} is not offered for {item.title}"
        hidden = {row["name"]: row.get("value", "") for row in form.select("input[type=hidden]")}
        self.send(str(form["action"]), {**hidden, **typed})
        return item


def said(answer: APIResponse) -> str:
    """Why the portal refused."""
    page = BeautifulSoup(answer.text(), "html.parser")
    found = page.select(".review-why, .error-message, .messages, .desk-empty")
    return " ".join(" ".join(row.get_text(" ").split()) for row in found)


def filled_in(page: BeautifulSoup, title: str, blocks: list[tuple[str, Any]]) -> dict[str, Any]:
    """The editor's form with everything an article needs."""
    form = page.find(id="page-edit-form")
    assert form is not None
    return nested_form_data(
        {
            "csrfmiddlewaretoken": form.find(attrs={"name": "csrfmiddlewaretoken"})["value"],
            "title": title,
            "lead": LEAD,
            "body": streamfield(blocks),
            "author_name": AUTHOR,
            "categories": form.find(attrs={"name": "categories"})["value"],
            "origin": form.select_one("[name=origin] option[selected]")["value"],
            "channel": form.select_one("[name=channel] option[selected]")["value"],
            "comments": inline_formset([]),
        }
    )


@dataclass(frozen=True)
class Stage:
    """Brings an item of the mathematics group to a step of the chain; `written`: see `Colleague.hand_in`."""

    colleague: Callable[[str], Colleague]

    def handed_in(self, title: str, **written: Any) -> Item:
        """Sent by its unit."""
        return self.colleague("toan").hand_in(own_title(title), **written)

    def awaiting_deputy(self, title: str, **written: Any) -> Item:
        """Edited and forwarded."""
        return self.forwarded(self.handed_in(title, **written))

    def forwarded(self, item: Item) -> Item:
        """An item that was sent, edited and sent on."""
        editor = self.colleague("editor1")
        editor.act(item, "claim")
        return editor.act(item, "forward", content_class="ordinary", **self.good_answers(item))

    def taken_to_the_site(self, item: Item) -> Item:
        """An item that was sent, taken all the way by the board."""
        self.forwarded(item)
        for name, verb in (("deputy1", "approve"), ("head", "approve"), ("secretary", "post")):
            self.colleague(name).act(item, verb)
        return item

    def good_answers(self, item: Item) -> dict[str, str]:
        """Every question of the checklist that is asked, answered well."""
        page = self.colleague("editor1").look_at(item.review)
        form = page.find("form", action=re.compile("/act/forward/$"))
        assert form is not None
        ticks = {row["name"]: "on" for row in form.select("input[type=checkbox]")}
        radios = {row["name"]: "no_pupils" for row in form.select("input[type=radio]")}
        return {**ticks, **radios}

    def awaiting_head(self, title: str, *, deputy: str = "deputy1", **written: Any) -> Item:
        """Approved by a deputy."""
        item = self.awaiting_deputy(title, **written)
        return self.colleague(deputy).act(item, "approve")

    def posted(self, title: str, **written: Any) -> Item:
        """On the site."""
        item = self.awaiting_head(title, **written)
        self.colleague("head").act(item, "approve")
        return self.colleague("secretary").act(item, "post")

    def address(self, item: Item) -> str:
        """Where the public reads it."""
        links = self.colleague("editor1").look_at(item.review).select(".review-links a")
        return next(str(link["href"]) for link in links if "/preview/" not in link["href"])
