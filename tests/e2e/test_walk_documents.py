"""A reader finds a clause from the search; the head releases what the secretary registered, from a phone."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
REGULATION = "Quy chế hoạt động của Cổng thông tin điện tử"
OLD, NEW = "Nội quy sử dụng phòng máy tính", "Quy định về sử dụng phòng máy tính và thiết bị số"
COMPARED = "/van-ban/noi-quy-hoc-sinh/"
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


def test_reader__takes_an_extract_of_the_clause_he_found_and_checks_it(mobile, look):
    """B03, B18: search, the clause with its marks, an extract, and the page that checks its code."""
    mobile.goto("/tim-kiem/?q=quyet dinh go bo")
    mobile.get_by_role("link", name="Điều 12 khoản 4").click()
    clause = mobile.locator("#dieu-12-khoan-4")
    expect(clause).to_be_in_viewport()
    expect(mobile.locator(".regulation mark").first).to_be_visible()
    expect(mobile.locator(".hits a[href='#dieu-12-khoan-4']")).to_have_count(1)
    look(mobile, "marked")

    mobile.locator("a[href*='pick=1']").click()
    clause.get_by_role("checkbox").check()
    look(mobile, "picking")
    mobile.locator(".picking__bar button").click()
    expect(mobile.locator("h1")).to_have_text(REGULATION)
    expect(mobile.locator(".extract__gap").first).to_be_attached()
    look(mobile, "extract")

    mobile.locator(".extract__check a").click()
    expect(mobile.locator(".verdict--found")).to_be_visible()
    expect(mobile.locator(".extract__text")).to_contain_text("gỡ bỏ")
    look(mobile, "checked")

    mobile.goto("/xac-minh/aaaaa-bbbbb-ccccc-ddddd/")
    expect(mobile.locator(".verdict--unknown")).to_be_visible()


def test_reader__takes_the_whole_document_as_pdf(portal, mobile):
    """A52: the PDF of the edition in force."""
    mobile.goto("/tim-kiem/?q=quyet dinh go bo")
    mobile.get_by_role("link", name="Điều 12 khoản 4").click()
    address = mobile.locator("a[href*='document.pdf']").get_attribute("href")

    answer = mobile.request.get(f"{portal.url}{address}")

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")


def test_reader__sees_where_he_is_in_the_contents(desktop):
    """B03: contents with position."""
    desktop.goto("/tim-kiem/?q=quyet dinh go bo")
    desktop.get_by_role("link", name="Điều 12 khoản 4").click()
    desktop.locator("#dieu-12").evaluate("heading => heading.scrollIntoView()")

    expect(desktop.locator(".contents [aria-current]")).to_have_count(1)
    expect(desktop.locator(".contents [aria-current]")).to_contain_text("Điều 1")


def test_reader__compares_two_editions(desktop, look):
    """B38: from the list of editions to what changed, in words and marks."""
    desktop.goto(COMPARED)
    desktop.locator("a[href$='compare/']").click()
    expect(desktop.locator(".edition-changes dt").first).to_be_visible()
    expect(desktop.locator(".edition-changes ins, .edition-changes del").first).to_be_visible()
    look(desktop, "compared")

    desktop.locator("#compare-from").select_option("1")
    desktop.locator(".compare-form button").click()
    expect(desktop.locator(".edition-changes")).to_be_visible()
