"""The head clears the day's queue on a phone."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

YES = ("Duyệt và đăng", "Xác nhận thông báo", "Đăng lại")
NOTHING_WAITS = re.compile("Không (có|còn) việc nào chờ bạn")
MOST = 12  # more never waits for the head in the demo school


def test_head_clears_the_queue_on_the_phone(sign_in, stage, look, mobile):
    items = [stage.awaiting_head(words) for words in ("Sân trường mùa gió", "Sân trường mùa mưa")]
    head = Board(sign_in("head", viewport=PHONE, has_touch=True, is_mobile=True), VIETNAMESE)
    head.start()
    look(head.page, "first")
    done = clear(head)

    look(head.page, "nothing-waits")
    decided = [title for title in done if title in {item.title for item in items}]
    assert decided == [item.title for item in items]  # the one that waited longest came first
    mobile.goto("/tin-tuc/")
    for item in items:
        expect(mobile.locator("main").get_by_role("link", name=item.title)).to_be_visible()


def clear(head: Board) -> list[str]:
    """Say yes to one item after the other until the portal says that nothing waits; the titles in order.

    An event nobody is named to write about may still stand on the desk: it waits for any deputy.
    """
    done: list[str] = []
    nothing = head.page.get_by_text(NOTHING_WAITS).first
    while len(done) < MOST and not nothing.is_visible():
        done.append(head.page.get_by_role("heading", level=1).inner_text())
        offered = [label for label in YES if head.has(label)]
        assert offered, f"{done[-1]}: nothing to say yes to at {head.page.url}"
        head.press(offered[0])
        head.says(done[-1])
    expect(nothing).to_be_visible()
    return done
