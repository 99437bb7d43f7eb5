"""A reader finds a clause from the search; the head releases what the secretary registered, from a phone."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
REGULATION = "Quy chế hoạt động của Cổng thông tin điện tử"
OLD, NEW = "Nội quy sử dụng phòng máy tính", "Quy định về sử dụng phòng máy tính và thiết bị số"
WAITING = "Thông báo lịch nghỉ và trực trường dịp lễ"


def test_reader__comes_from_the_search_to_the_clause(mobile, look):
    """B03, A52."""
    mobile.goto("/tim-kiem/?q=quyet dinh go bo")
    look(mobile, "found")
    mobile.get_by_role("link", name="Điều 12 khoản 4").click()

    expect(mobile.get_by_role("heading", level=1)).to_have_text(REGULATION)
    expect(mobile.locator("#dieu-12-khoan-4")).to_be_in_viewport()
    look(mobile, "clause")


def test_reader__is_led_from_the_old_document_to_the_one_that_replaced_it(desktop, look):
    """A52, B38."""
    desktop.goto("/van-ban/")
    look(desktop, "list")
    desktop.get_by_role("link", name=OLD).click()
    expect(desktop.locator(".validity--expired")).to_be_visible()
    look(desktop, "expired")
    desktop.locator(".document-note").get_by_role("link", name=NEW).click()

    expect(desktop.get_by_role("heading", level=1)).to_have_text(NEW)
    expect(desktop.locator(".validity--in_force")).to_be_visible()


def test_head__releases_what_was_registered_from_a_phone(sign_in, mobile, look):
    """A28, A48."""
    address = "/van-ban/thong-bao-nghi-le/"
    assert mobile.goto(address).status == 404

    head = sign_in("head", **ON_A_PHONE)
    Board(head, VIETNAMESE).menu("Ban Biên tập", "Sổ đăng ký văn bản")
    look(head, "register")
    head.get_by_role("checkbox", name=WAITING).check()
    head.get_by_role("button", name="Cho đăng các văn bản đã chọn").click()
    look(head, "released")

    assert mobile.goto(address).status == 200
    expect(mobile.get_by_role("heading", level=1)).to_have_text(WAITING)
