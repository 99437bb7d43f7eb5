"""The technical administrator has every right of the platform and no way onto the public site."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import Colleague
from tests.e2e.stories.words import VIETNAMESE

PUBLISH = re.compile("^(Đăng|Xuất bản|Gỡ xuống|Hủy đăng|Lên lịch)$")
OUR_REFUSAL = "Không thực hiện được tại đây"  # not that of the protection against forgery
OTHER_WORDS = "Bị người quản trị đổi"


@pytest.fixture
def posted(stage):
    return stage.posted("Sân trường buổi sớm")


@pytest.fixture
def admin(sign_in):
    return Board(sign_in("admin"), VIETNAMESE)


def number_of(admin, title):
    """The number Wagtail gave the page; the explorer stands open at the list of its unit."""
    section = pages(admin, "slug=toan")[0]["id"]
    admin.page.goto(f"/admin/pages/{section}/")
    return next(page["id"] for page in pages(admin, f"child_of={section}&order=-id") if page["title"] == title)


def pages(admin, question):
    """What the explorer asks the read-only API."""
    return admin.page.request.get(f"/admin/api/main/pages/?{question}").json()["items"]


def words_of(page, address):
    """What the public reads there."""
    assert page.goto(address).status == 200
    return page.locator("main").inner_text()


def test_superuser__is_offered_no_way_to_publish(admin, look, posted):
    look(admin.page, "desk")
    number = number_of(admin, posted.title)
    admin.page.locator("tr", has_text=posted.title).wait_for()
    expect(admin.page.get_by_role("checkbox", name="Chọn")).to_have_count(0)
    expect(admin.page.get_by_role("button", name=PUBLISH)).to_have_count(0)
    expect(admin.page.get_by_role("link", name=PUBLISH)).to_have_count(0)
    for address in (f"/admin/pages/{number}/edit/", posted.review):
        admin.page.goto(address)
        expect(admin.page.get_by_role("button", name=PUBLISH)).to_have_count(0)
        expect(admin.page.locator("form[action*='/act/']")).to_have_count(0)
    look(admin.page, "review")


def test_superuser__who_posts_the_forms_by_hand_changes_nothing(admin, stage, posted, desktop):
    address = stage.address(posted)
    before = words_of(desktop, address)
    number = number_of(admin, posted.title)
    page = f"/admin/pages/{number}"
    token = Colleague(admin.page.request).token("/admin/account/")
    changed = {"csrfmiddlewaretoken": token, "title": OTHER_WORDS, "lead": OTHER_WORDS}
    attempts = [
        (f"{page}/edit/", {**changed, "action-publish": "action-publish"}),
        (f"{page}/edit/", {**changed, "action-submit": "action-submit"}),
        (f"{page}/unpublish/", {"csrfmiddlewaretoken": token}),
        (f"{page}/delete/", {"csrfmiddlewaretoken": token}),
        (f"/admin/bulk/wagtailcore/page/publish/?id={number}", {"csrfmiddlewaretoken": token}),
        (f"/admin/bulk/wagtailcore/page/unpublish/?id={number}", {"csrfmiddlewaretoken": token}),
        (f"/admin/bulk/wagtailcore/page/delete/?id={number}", {"csrfmiddlewaretoken": token}),
        (f"/admin/api/main/pages/{number}/action/unpublish/", {"csrfmiddlewaretoken": token}),
        (re.sub("review/(.*)", r"review/\1act/take_down/", posted.review), {"csrfmiddlewaretoken": token}),
    ]
    for target, form in attempts:
        answer = admin.page.request.post(target, form=form, max_redirects=0)
        assert answer.status < 500, target
        assert answer.status != 403 or OUR_REFUSAL in answer.text(), target
        assert words_of(desktop, address) == before, target
    assert posted.title in before
