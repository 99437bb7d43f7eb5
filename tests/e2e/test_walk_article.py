"""An article's way from its unit to the reader, walked by the people who walk it."""

from dataclasses import dataclass

import pytest
from django.utils.text import slugify
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import own_title
from tests.e2e.stories.drawing import schoolyard
from tests.e2e.stories.editor import Editor
from tests.e2e.stories.words import VIETNAMESE

SHOWS = "Cột cờ giữa sân cỏ, bóng cột ngả về bên phải"
LEAD = "Sáng thứ Hai, lớp 11A đo chiều cao cột cờ bằng bóng nắng ngay trên sân trường."
TEXT = "Các em chia nhóm, đo bóng của cột cờ và so sánh hai tam giác đồng dạng."
BETTER = "Các em chia năm nhóm, đo bóng của cột cờ và so sánh hai tam giác đồng dạng."
WHAT_TO_FIX = "Ghi rõ các em chia mấy nhóm."


@dataclass(frozen=True)
class Addresses:
    """Where the article and its picture will be read."""

    article: str
    picture: str

    def answers(self, who: Page) -> list[int]:
        """What this person's browser gets there."""
        return [who.request.get(address).status for address in (self.article, self.picture)]


@pytest.fixture
def title():
    return own_title("Giờ toán ngoài sân")


def test_article_walks_from_its_unit_to_the_reader(sign_in, look, desktop, mobile, title):
    author, editor = sign_in("toan"), sign_in("editor1")
    deputy = sign_in("deputy1")

    addresses = write_and_send(author, look, title)
    assert addresses.answers(desktop) == [404, 404]
    edit_and_forward(editor, look, title)
    return_it(deputy, look, title)
    fix_and_forward(editor, look, title)
    approve_after_reading_the_difference(deputy, look, title)
    approve_on_the_phone(sign_in("head", viewport=PHONE, has_touch=True, is_mobile=True), look, title)
    assert addresses.answers(desktop) == [404, 404]
    post(sign_in("secretary"), look, title)

    assert addresses.answers(desktop) == [200, 200]
    read_as_a_visitor(mobile, look, title, addresses)
    author.goto("/admin/board/sent/?state=posted")
    expect(author.locator(".desk-list")).to_contain_text(title)
    look(author, "what-became-of-it")


def write_and_send(page, look, title) -> Addresses:
    look(page, "author-desk")
    editor = Editor(page, VIETNAMESE)
    editor.start()
    editor.write(title, LEAD, TEXT, "Hoàng Đức Lâm")
    editor.add_picture("san-truong.png", schoolyard(), SHOWS)
    look(page, "author-editor")
    editor.choose_category("Chuyên môn")
    editor.press("Gửi Ban Biên tập")
    board = Board(page, VIETNAMESE)
    board.says(f"Đã gửi Ban Biên tập: “{title}”")
    board.state("Đã gửi, chờ tiếp nhận")
    expect(page.locator("main")).to_contain_text("Đỗ Anh Tuấn")  # the editor who has it
    look(page, "author-where-is-it")
    picture = board.preview.get_by_alt_text(SHOWS).get_attribute("src")
    assert page.request.get(picture).status == 200
    return Addresses(f"/tin-tuc/toan/{slugify(title)}/", picture)


def edit_and_forward(page, look, title):
    board = Board(page, VIETNAMESE)
    board.open(title)
    board.press("Tiếp nhận biên tập")
    board.state("Đang biên tập")
    checklist = board.answer_checklist("Trình duyệt")
    expect(checklist).to_contain_text("Hình ảnh của trường hoặc được phép sử dụng")
    expect(checklist).not_to_contain_text("Tệp đính kèm được phép công bố")
    look(page, "editor-checklist")
    board.send(checklist)
    board.says(f"Đã trình duyệt: “{title}”. Hiện nay: Chờ Phó Trưởng Ban duyệt")


def return_it(page, look, title):
    board = Board(page, VIETNAMESE)
    board.open(title)
    look(page, "deputy-review")
    form = board.form("Chuyển lại chỉnh sửa")
    form.get_by_label("Ý kiến của bạn").fill(WHAT_TO_FIX)
    look(page, "deputy-returns")
    board.send(form)
    board.says(f"Đã chuyển lại chỉnh sửa: “{title}”")


def fix_and_forward(page, look, title):
    board = Board(page, VIETNAMESE)
    board.open(title)
    expect(page.locator("main")).to_contain_text(WHAT_TO_FIX)
    look(page, "editor-what-to-fix")
    page.get_by_role("link", name="Biên tập nội dung").click()
    editor = Editor(page, VIETNAMESE)
    editor.headline.wait_for()
    expect(page.locator(".messages")).to_contain_text(WHAT_TO_FIX)
    editor.rewrite(BETTER)
    editor.press("Lưu và trình duyệt")
    board.says("Đã lưu nội dung")
    board.send(board.answer_checklist("Trình duyệt"))
    board.says(f"Đã trình duyệt: “{title}”")


def approve_after_reading_the_difference(page, look, title):
    board = Board(page, VIETNAMESE)
    board.open(title)
    changes = page.locator("#changes")
    expect(changes.locator("ins")).to_contain_text("năm")
    look(page, "deputy-difference")
    board.press("Duyệt")
    board.says(f"Đã duyệt: “{title}”. Hiện nay: Chờ Trưởng Ban duyệt")


def approve_on_the_phone(page, look, title):
    look(page, "head-desk")
    board = Board(page, VIETNAMESE)
    board.open(title)
    look(page, "head-review")
    board.press("Duyệt")
    board.says(f"Đã duyệt: “{title}”. Hiện nay: Đã duyệt, chờ đăng (Phạm Thu Ngân)")


def post(page, look, title):
    board = Board(page, VIETNAMESE)
    look(page, "secretary-desk")
    board.open(title)
    look(page, "secretary-review")
    board.press("Đăng ngay")
    board.says(f"Đã đăng: “{title}”. Hiện nay: Đang đăng trên Cổng")


def read_as_a_visitor(page, look, title, addresses):
    for start in ("/", "/tin-tuc/"):
        page.goto(start)
        expect(page.locator("main").get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("link", name=title).click()
    page.wait_for_url(f"**{addresses.article}")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    article = page.locator("main")
    for words in ("Tổ Toán – Tin học", "Hoàng Đức Lâm", "Chuyên môn", BETTER, "Nguyễn Đình Khải"):
        expect(article).to_contain_text(words)
    expect(article.locator("time").first).to_be_visible()
    expect(article.get_by_alt_text(SHOWS)).to_be_visible()
    look(page, "visitor-article")
