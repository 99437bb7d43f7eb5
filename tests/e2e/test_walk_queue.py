"""The head clears the day's queue on a phone."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

YES = ("Duyệt và đăng", "Xác nhận thông báo", "Đăng lại")
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
    """Say yes to one item after the other until the desk says that nothing waits; the titles in order."""
    done: list[str] = []
    nothing = head.page.get_by_role("heading", name=VIETNAMESE.nothing_waits)
    while len(done) < MOST and not nothing.is_visible():
        done.append(head.page.get_by_role("heading", level=1).inner_text())
        yes = next(label for label in YES if head.has(label))
        head.press(yes)
        head.says(done[-1])
    expect(nothing).to_be_visible()
    return done
