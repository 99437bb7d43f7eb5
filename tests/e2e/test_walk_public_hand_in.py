"""A unit hands in from a phone with five photos, answers a return; a pupil sends by a QR link (A31, Đ7.1 dash 1)."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import own_title
from tests.e2e.stories.hand_in import Phone, photos
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
MOST_TAPS = 40  # what a thumb does in three minutes
TOLD = "Thêm tên hai bạn đạt giải."


def test_class_teacher_hands_in_five_photos_from_a_phone_and_answers_a_return(sign_in, look):
    page = sign_in("gvcn12a1", **ON_A_PHONE)
    page.goto("/gui-bai/")
    look(page, "my-items")
    title = own_title("Lớp 12A1 dựng trại thu")
    phone = Phone(page)
    phone.tap(page.get_by_role("link", name="Viết bài mới"))
    phone.type("Tiêu đề", title)
    phone.type("Giới thiệu trong một, hai câu", "Sáng thứ Bảy, lớp 12A1 dựng trại trên sân trường.")
    page.get_by_label("Đoạn văn").or_(page.locator("[name=text]")).first.fill(
        "Các em chia bốn nhóm.\n\nChiều cả lớp hát."
    )
    phone.choose_photos(5)
    look(page, "writing")
    for number in range(1, 6):
        phone.describe(number, f"Các em dựng trại, ảnh {number}")
    phone.tap(page.get_by_label("Tin hoạt động"))
    phone.press("Gửi Ban Biên tập")
    assert phone.taps <= MOST_TAPS
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".hand-in-preview figure")).to_have_count(5)
    expect(page.locator("main")).to_contain_text("Lớp 12A1")
    look(page, "sent")
    item = phone.record

    editor = sign_in("editor1")
    board = Board(editor, VIETNAMESE)
    board.open(title)
    board.press("Tiếp nhận biên tập")
    form = board.form("Trả lại đơn vị chỉnh sửa")
    form.locator("textarea").fill(TOLD)
    board.send(form)

    page.goto("/gui-bai/")
    first = page.locator("#items-title + .hand-in-list > li").first
    expect(first).to_contain_text(TOLD)
    look(page, "returned")
    first.get_by_role("link").tap()
    expect(page.locator(".hand-in-fix")).to_contain_text(TOLD)
    expect(phone.pictures).to_have_count(5)
    page.locator("[name=text]").fill("Các em chia bốn nhóm.\n\nChiều cả lớp hát. Hai bạn đạt giải: An và Bình.")
    look(page, "fixing")
    phone.press("Gửi Ban Biên tập")
    assert phone.record == item
    expect(page.locator(".hand-in-now__state")).to_contain_text("Đã gửi")


def test_typed_words_and_pictures_outlive_a_broken_connection(sign_in):
    page = sign_in("toan", **ON_A_PHONE)
    page.goto("/gui-bai/moi/")
    phone = Phone(page)
    title = own_title("Đo bóng nắng")
    phone.type("Tiêu đề", title)
    page.context.set_offline(True)
    page.get_by_label("Thêm ảnh").set_input_files(photos(1))
    again = page.get_by_role("button", name="Thử lại")
    expect(again).to_be_visible()
    page.context.set_offline(False)
    again.tap()
    expect(phone.pictures).to_have_count(1)
    page.wait_for_timeout(600)
    expect(page.get_by_role("button", name="Lấy lại")).to_be_hidden()
    page.goto("/gui-bai/")
    page.goto("/gui-bai/moi/")
    page.get_by_role("button", name="Lấy lại").tap()
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(title)


def test_form_works_without_script(new_context, sign_in, portal):
    known = sign_in("van").context.storage_state()
    page = new_context(base_url=portal.url, storage_state=known, java_script_enabled=False, viewport=PHONE).new_page()
    page.goto("/gui-bai/moi/")
    title = own_title("Đọc thơ")
    page.get_by_label("Tiêu đề", exact=True).fill(title)
    page.locator("input[name=photos]").set_input_files(photos(2))
    page.get_by_role("button", name="Tải ảnh đã chọn lên").click()
    expect(page.locator("[data-picture]")).to_have_count(2)
    first = page.locator("[data-picture] [name^='alt-']").first.get_attribute("name")
    page.get_by_role("button", name="Xuống").first.click()
    expect(page.locator("[data-picture] [name^='alt-']").nth(1)).to_have_attribute("name", first)
    page.get_by_role("button", name="Bỏ ra").first.click()
    expect(page.locator("[data-picture]")).to_have_count(1)
    page.locator(".hand-in-acts").get_by_role("button", name="Lưu nháp").click()
    expect(page).to_have_url(re.compile(r"/gui-bai/\d+/$"))
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value(title)
    expect(page.locator("[data-picture]")).to_have_count(1)


def test_pupil_sends_by_a_qr_link_and_follows_it(sign_in, look, mobile):
    secretary = sign_in("secretary")
    secretary.goto("/admin/board/guests/new/")
    look(secretary, "new-link")
    label = own_title("Lớp 12A1, trại thu")
    secretary.get_by_label("Dùng cho việc gì").fill(label)
    secretary.get_by_role("button", name="Tạo đường dẫn").click()
    expect(secretary.locator("img[src$='qr.svg']")).to_be_visible()
    look(secretary, "link")
    address = secretary.locator("a[href*='/gui-bai/khach/']").get_attribute("href")
    secretary.get_by_role("link", name="Tờ hướng dẫn để in").click()
    look(secretary, "sheet")

    mobile.goto(address)
    look(mobile, "guest-form")
    title = own_title("Trại thu của lớp em")
    for name, words in (("giver_name", "Ka Duyên"), ("from_where", "12A1"), ("giver_contact", "0900 000 000")):
        mobile.locator(f"[name={name}]").fill(words)
    mobile.locator("[name=subject]").fill(title)
    mobile.locator("[name=text]").fill("Cả lớp dựng trại từ sáng sớm.")
    mobile.locator("[name=uploads]").set_input_files(photos(2))
    mobile.get_by_label("Không nhận ra ai trong ảnh").check()
    for _ in range(20):  # a program is too quick and asked to send again, as often as it takes
        with mobile.expect_navigation():
            mobile.get_by_role("button", name="Gửi Ban Biên tập").click()
        if mobile.locator(".report__code").count():
            break
        mobile.locator("[name=uploads]").set_input_files(photos(2))
    look(mobile, "guest-thanks")
    status = mobile.url.partition("?")[0]

    secretary.goto("/admin/board/intake/")
    secretary.get_by_role("link", name=title).click()
    expect(secretary.locator("main")).to_contain_text(label)
    look(secretary, "entry")
    secretary.locator("form.intake-note button[type=submit]").click()
    secretary.wait_for_url("**/admin/pages/*/edit/")

    mobile.goto(status)
    expect(mobile.locator("main")).to_contain_text("Ban Biên tập đang làm việc")
    secretary.goto("/admin/board/guests/")
    secretary.get_by_role("link", name=label).click()
    secretary.get_by_role("button", name="Khóa đường dẫn này ngay").click()
    assert mobile.goto(address).status == 410
    look(mobile, "guest-over")
