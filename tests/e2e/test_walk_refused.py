"""A refusal reaches the unit with its ground, its clause and the words of the deputy."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

NOTE = "Sự việc đã được đưa trong bản tin tuần trước."


def test_deputy_refuses__and_the_unit_reads_why(sign_in, stage, look):
    item = stage.awaiting_deputy("Cột cờ và bóng nắng")

    deputy = Board(sign_in("deputy1"), VIETNAMESE)
    deputy.open(item.title)
    form = deputy.form("Từ chối đăng")
    form.get_by_label("Không bảo đảm chất lượng").check()
    form.get_by_label("Ý kiến của bạn").fill(NOTE)
    look(deputy.page, "refusing")
    deputy.send(form)
    deputy.says(f"Từ chối đăng: “{item.title}”")

    unit = Board(sign_in("toan", viewport=PHONE, has_touch=True, is_mobile=True), VIETNAMESE)
    unit.page.goto("/admin/board/sent/?state=refused")
    row = unit.page.locator(".desk-list > li", has_text=item.title)
    for words in ("Không bảo đảm chất lượng", "Đ15", NOTE, "Trần Thị Minh Hòa"):
        expect(row).to_contain_text(words)
    look(unit.page, "what-became-of-it")
    row.get_by_role("link", name=item.title).click()
    unit.state("Từ chối đăng")
    expect(unit.page.locator("main")).to_contain_text(NOTE)
    expect(unit.bar).to_have_count(0)
    look(unit.page, "review")


def test_deputy_refuses__without_a_ground_is_told_what_is_missing(sign_in, stage, look):
    item = stage.awaiting_deputy("Cột cờ và bóng trăng")
    deputy = Board(sign_in("deputy1"), VIETNAMESE)
    deputy.open(item.title)
    form = deputy.form("Từ chối đăng")
    form.get_by_label("Ý kiến của bạn").fill(NOTE)
    deputy.send(form)
    expect(deputy.page.locator(".review-why")).to_contain_text("Đ15")
    expect(deputy.form("Từ chối đăng").get_by_label("Ý kiến của bạn")).to_have_value(NOTE)
    deputy.state("Chờ Phó Trưởng Ban duyệt")
    look(deputy.page, "ground-missing")
