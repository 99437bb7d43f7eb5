"""The review page without a mouse, and without a script."""

import pytest
from playwright.sync_api import expect

from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

MOST_STEPS = 60  # of the tab key until a button must have been reached

VISIBLE_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
}"""


@pytest.fixture
def item(stage):
    return stage.awaiting_head("Một ngày không chuột")


def test_head_approves_with_the_keyboard_alone(sign_in, item):
    head = Board(sign_in("head"), VIETNAMESE)
    head.page.goto(item.review)
    button = head.bar.get_by_role("button", name="Duyệt", exact=True)
    for _ in range(MOST_STEPS):
        head.page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    assert head.page.evaluate(VISIBLE_FOCUS)
    with head.page.expect_navigation():
        head.page.keyboard.press("Enter")
    head.says(f"Đã duyệt: “{item.title}”")


def test_head_approves_and_returns__without_a_script(sign_in, stage, item):
    head = Board(sign_in("head", java_script_enabled=False), VIETNAMESE)
    head.page.goto(item.review)
    head.press("Duyệt")
    head.says(f"Đã duyệt: “{item.title}”")

    other = stage.awaiting_head("Một ngày không kịch bản")
    head.page.goto(other.review)
    head.bar.get_by_role("link", name="Chuyển lại chỉnh sửa").click()
    form = head.page.locator("#act-return form")
    form.get_by_label("Rút ngắn nội dung.").check()
    head.send(form)
    head.says(f"Đã chuyển lại chỉnh sửa: “{other.title}”")
