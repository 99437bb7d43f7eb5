"""A misspelt word does not cost four people a day."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

MISSPELT = "Các em chia nhóm, đo bóng của cột cờ và của cây thước rồi so sánh hai tam giác đồng giạng."
WRONG, RIGHT = "đồng giạng", "đồng dạng"


def test_secretary_corrects_a_posted_word__and_one_tap_clears_it(sign_in, stage, look, desktop):
    item = stage.posted("Bóng của cột cờ", text=MISSPELT)
    address = stage.address(item)

    secretary = Board(sign_in("secretary"), VIETNAMESE)
    secretary.find(item.title)
    form = secretary.form("Sửa lỗi nhỏ")
    form.get_by_label("Chỗ sai").fill(WRONG)
    form.get_by_label("Sửa thành").fill(RIGHT)
    look(secretary.page, "correcting")
    secretary.send(form)
    secretary.says(f"Đã gửi sửa lỗi nhỏ: “{item.title}”")
    desktop.goto(address)
    expect(desktop.locator("main")).to_contain_text(WRONG)

    deputy = Board(sign_in("deputy1", viewport=PHONE, has_touch=True, is_mobile=True), VIETNAMESE)
    deputy.open(item.title)
    expect(deputy.page.locator("#changes del")).to_have_text("bỏ: giạng")
    expect(deputy.page.locator("#changes ins")).to_have_text("thêm: dạng")
    look(deputy.page, "clearing")
    deputy.press("Duyệt")

    desktop.reload()
    expect(desktop.locator("main")).to_contain_text(RIGHT)
    expect(desktop.locator("main")).not_to_contain_text(WRONG)


def test_head_corrects_as_he_reads__and_approves_in_one_act(sign_in, stage, look, desktop):
    item = stage.awaiting_head("Bóng của cây thước", text=MISSPELT)

    head = Board(sign_in("head", viewport=PHONE, has_touch=True, is_mobile=True), VIETNAMESE)
    head.open(item.title)
    form = head.form("Sửa lỗi nhỏ và duyệt")
    form.get_by_label("Chỗ sai").fill(WRONG)
    form.get_by_label("Sửa thành").fill(RIGHT)
    form.get_by_label("Và đăng ngay").check()
    look(head.page, "correcting")
    head.send(form)
    head.says(f"“{item.title}”. Hiện nay: Đang đăng trên Cổng")

    desktop.goto(stage.address(item))
    expect(desktop.locator("main")).to_contain_text(RIGHT)
    expect(desktop.locator("main")).not_to_contain_text(WRONG)


def test_figure_is_never_a_small_correction(sign_in, stage, look):
    item = stage.posted("Năm nhóm đo bóng", text="Các em chia 5 nhóm, đo bóng của cột cờ trên sân trường.")
    secretary = Board(sign_in("secretary"), VIETNAMESE)
    secretary.find(item.title)
    form = secretary.form("Sửa lỗi nhỏ")
    form.get_by_label("Chỗ sai").fill("5 nhóm")
    form.get_by_label("Sửa thành").fill("6 nhóm")
    secretary.send(form)
    expect(secretary.page.locator(".review-why")).to_contain_text("Đ12.3")
    look(secretary.page, "not-small")
