"""A reader marks wrong words on a phone; an editor corrects them with one tap, and the reader sees it through."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.visitor import Visitor
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
MISSPELT = "Các em chia nhóm, đo bóng của cột cờ và của cây thước rồi so sánh hai tam giác đồng giạng với nhau."
WRONG, RIGHT = "đồng giạng", "đồng dạng"
MARK = """(words) => {
  const walker = document.createTreeWalker(document.querySelector("[data-propose]"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    return true;
  }
  return false;
}"""


def propose(reader, look, address):
    """Mark the words, press the button that appears, say what should stand there; where the status is."""
    reader.goto(address)
    button = reader.get_by_role("link", name="Đề nghị sửa", exact=True)
    expect(button).to_be_hidden()
    assert reader.evaluate(MARK, WRONG)
    expect(button).to_be_visible()
    look(reader, "marked")
    button.click()
    expect(reader.get_by_label("Từ ngữ chưa đúng")).to_have_value(WRONG)
    reader.get_by_label("Đề nghị sửa thành").fill(RIGHT)
    reader.get_by_label("Lý do hoặc nguồn").fill("Sách giáo khoa Toán 8.")
    look(reader, "proposing")
    for _ in range(20):  # a program is too quick and asked to send again, as often as it takes
        with reader.expect_navigation():
            reader.get_by_role("button", name="Gửi đề nghị").click()
        if reader.locator(".report__code").count():
            break
    look(reader, "thank-you")
    return Visitor(reader).status_address


def test_reader_proposes__an_editor_corrects_with_one_tap_and_the_reader_sees_it(sign_in, stage, look, mobile):
    item = stage.posted("Bóng cột cờ buổi sáng", text=MISSPELT)
    address = stage.address(item)
    status = propose(mobile, look, address)

    editor = sign_in("editor1")
    board = Board(editor, VIETNAMESE)
    board.desk().get_by_role("link", name="đề nghị sửa của bạn đọc đang chờ").click()
    look(editor, "queue")
    editor.locator(".desk-list").get_by_role("link", name=item.title).click()
    expect(editor.locator("main del").first).to_contain_text(WRONG)
    look(editor, "one-proposal")
    board.send(board.form("Sửa các từ này"))
    board.says("Đã gửi sửa lỗi nhỏ")
    mobile.goto(status)
    expect(mobile.locator("main")).to_contain_text("khi cấp trên duyệt")

    deputy = Board(sign_in("deputy1", **ON_A_PHONE), VIETNAMESE)
    deputy.open(item.title)
    deputy.press("Duyệt")

    mobile.goto(address)
    expect(mobile.locator("main")).to_contain_text(RIGHT)
    expect(mobile.locator("main")).not_to_contain_text(WRONG)
    mobile.goto(status)
    expect(mobile.locator("main")).to_contain_text("Bài đã được sửa")
    look(mobile, "what-became-of-it")


def test_words_marked_with_the_keyboard__bring_the_button_within_reach_of_the_tab_key(stage, desktop):
    item = stage.posted("Bóng cột cờ buổi chiều", text=MISSPELT)
    desktop.goto(stage.address(item))
    assert desktop.evaluate(MARK, WRONG)
    button = desktop.get_by_role("link", name="Đề nghị sửa", exact=True)
    expect(button).to_be_visible()
    button.focus()
    desktop.evaluate("document.getSelection().removeAllRanges()")
    desktop.keyboard.press("Enter")
    expect(desktop.get_by_label("Từ ngữ chưa đúng")).to_have_value(WRONG)
