"""The head is away: another decides for him, for dates, from the phone."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

STANDS_IN = "Lê Quang Vịnh, Phó Hiệu trưởng hoạt động giáo dục"
ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


@pytest.fixture
def head(sign_in):
    """The head on his phone, who takes every delegation back in the end."""
    board = Board(sign_in("head", **ON_A_PHONE), VIETNAMESE)
    yield board
    board.page.goto("/admin/board/delegate/")
    end = board.page.get_by_role("button", name="Chấm dứt ủy quyền này ngay")
    while end.count():
        with board.page.expect_navigation():
            end.first.click()


def test_head_delegates_to_a_deputy__who_decides_what_he_did_not_decide_before(sign_in, stage, look, head):
    by_other = stage.awaiting_head("Duyệt bởi Phó Ban thứ nhất")
    by_himself = stage.awaiting_head("Duyệt bởi Phó Ban thứ hai", deputy="deputy2")

    head.menu("Ban Biên tập", "Ủy quyền")
    form = head.page.locator("form", has=head.page.get_by_label("Người được ủy quyền"))
    form.get_by_label("Người được ủy quyền").select_option(label=STANDS_IN)
    form.get_by_label("Đến ngày").fill((datetime.date.today() + datetime.timedelta(days=2)).isoformat())
    look(head.page, "delegating")
    with head.page.expect_navigation():
        form.get_by_role("button").click()
    head.says("Lê Quang Vịnh")
    look(head.page, "delegated")

    deputy = Board(sign_in("deputy2"), VIETNAMESE)
    desk = deputy.desk()
    expect(desk).to_contain_text(by_other.title)
    look(deputy.page, "desk-of-the-delegate")
    deputy.page.goto(by_himself.review)
    expect(deputy.page.locator(".review-obstacle")).to_be_visible()
    assert not deputy.has("Duyệt")
    look(deputy.page, "decided-before")
    deputy.open(by_other.title)
    deputy.press("Duyệt và đăng")
    deputy.says(by_other.title)
    deputy.page.goto(by_other.review)
    expect(deputy.page.locator("#timeline")).to_contain_text("theo ủy quyền của Nguyễn Đình Khải")
