"""What cannot wait: an urgent notice from a phone, and an emergency hide."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import ALT, own_title
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
WHAT_TO_DO = "Học sinh nghỉ học sáng mai. Phụ huynh giữ các em ở nhà, không qua đường suối."


def test_urgent_notice__from_the_deputys_phone_is_on_the_home_page_at_once(sign_in, look, mobile):
    title = own_title("Nghỉ học vì bão")

    deputy = Board(sign_in("deputy1", **ON_A_PHONE), VIETNAMESE)
    deputy.menu("Thông báo khẩn")
    deputy.page.get_by_label("Sự việc").fill(title)
    deputy.page.get_by_label("Mọi người cần làm gì").fill(WHAT_TO_DO)
    look(deputy.page, "writing")
    with deputy.page.expect_navigation():
        deputy.page.get_by_role("button", name="Đăng lên Cổng ngay").click()
    deputy.says(f"Thông báo “{title}” đã đăng trên Cổng")
    look(deputy.page, "released")
    review = deputy.page.url

    mobile.goto("/")
    urgent = mobile.get_by_role("complementary", name="Thông báo khẩn")
    expect(urgent).to_contain_text(title)
    expect(urgent).to_contain_text(WHAT_TO_DO)
    look(mobile, "home-page")
    urgent.get_by_role("link", name=title).click()
    expect(mobile.get_by_role("heading", level=1)).to_have_text(title)
    look(mobile, "notice")

    head = Board(sign_in("head", **ON_A_PHONE), VIETNAMESE)
    head.open(title)
    look(head.page, "confirming")
    head.press("Xác nhận thông báo")
    head.says(title)
    head.page.goto(review)
    head.press("Kết thúc thông báo ngay")
    head.says(title)
    assert mobile.reload().status == 410
    mobile.goto("/")
    expect(mobile.locator("body")).not_to_contain_text(title)


def test_emergency_hide__takes_page_and_picture_off_until_the_head_decides(sign_in, stage, look, mobile):
    item = stage.posted("Sân trường sau mưa", with_picture=True)
    address = stage.address(item)
    assert mobile.goto(address).status == 200
    picture = mobile.get_by_alt_text(ALT).get_attribute("src")
    assert mobile.request.get(picture).status == 200

    secretary = Board(sign_in("secretary"), VIETNAMESE)
    secretary.find(item.title)
    form = secretary.form("Ẩn khẩn cấp")
    form.get_by_label("Lộ dữ liệu cá nhân").check()
    form.get_by_label("Ý kiến của bạn").fill("Ảnh có biển tên của một học sinh.")
    look(secretary.page, "hiding")
    secretary.send(form)
    secretary.says(f"“{item.title}”. Hiện nay: Ẩn khẩn cấp, chờ Trưởng Ban quyết định")

    assert mobile.goto(address).status == 410
    expect(mobile.locator("main")).not_to_contain_text(item.title)
    look(mobile, "gone")
    assert mobile.request.get(picture).status == 404

    head = Board(sign_in("head", **ON_A_PHONE), VIETNAMESE)
    head.open(item.title)
    look(head.page, "deciding")
    head.press("Đăng lại")
    head.says(item.title)
    assert mobile.goto(address).status == 200
    assert mobile.request.get(picture).status == 200
