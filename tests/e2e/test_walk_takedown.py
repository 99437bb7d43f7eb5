"""A mother asks for her child's picture to go; the head decides on a phone."""

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import ALT
from tests.e2e.stories.visitor import Visitor
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
LISTS = ("/", "/tin-tuc/", "/tin-tuc/news.xml")
WORDS = "Ảnh đầu bài, con tôi đứng hàng đầu. Gia đình không đồng ý."


def ask(mobile, look, address):
    """The mother finds the picture on her phone and reports the page; where she sees what becomes of it."""
    mother = Visitor(mobile)
    mother.open_report(address)
    look(mobile, "report")
    mother.report("Có hình ảnh con tôi", WORDS, "0912 345 678")
    look(mobile, "thank-you")
    return mother.status_address


def find_request(head, title):
    """From the head's menu to the page of the request."""
    board = Board(head, VIETNAMESE)
    board.menu("Ban Biên tập", "Đề nghị gỡ bỏ")
    head.locator(".desk-list").get_by_role("link", name=title).click()
    expect(head.locator("main")).to_contain_text(WORDS)
    return board


def picture_on(page, address):
    """The address of the article's picture."""
    assert page.goto(address).status == 200
    return page.get_by_alt_text(ALT).get_attribute("src")


def is_kept(page, address):
    """Whether the server answers from its page cache; asked again a few times, since colleagues change the site too."""
    answers = (page.request.get(address).headers.get("x-portal-cache") for _ in range(5))
    return "hit" in answers


def test_mother_asks__the_head_removes_the_picture_and_the_article_stays(sign_in, stage, look, mobile):
    item = stage.posted("Lớp 11A đo bóng nắng", with_picture=True)
    address = stage.address(item)
    picture = picture_on(mobile, address)
    assert is_kept(mobile, address)
    status = ask(mobile, look, address)

    head = sign_in("head", **ON_A_PHONE)
    board = find_request(head, item.title)
    form = board.form("Gỡ một ảnh hoặc tệp")
    form.get_by_role("radio", name="san-truong").check()
    form.get_by_label("Yêu cầu bảo vệ dữ liệu cá nhân").check()
    form.get_by_label("Lý do (ngắn gọn)").fill("Gia đình đề nghị gỡ ảnh của em.")
    look(head, "removing")
    board.send(form)
    board.says(item.title)
    look(head, "removed")

    assert Visitor(mobile).answers(address, picture) == [200, 404]
    mobile.goto(address)
    expect(mobile.get_by_alt_text(ALT)).to_have_count(0)
    expect(mobile.locator(".removed")).to_have_text("Ảnh tại vị trí này không còn được hiển thị.")
    look(mobile, "without-the-picture")
    mobile.goto(status)
    expect(mobile.locator("main")).to_contain_text("Một ảnh hoặc tệp đã được gỡ khỏi trang")
    look(mobile, "what-became-of-it")


def test_mother_asks__the_head_takes_the_page_down_and_the_next_question_finds_nothing(sign_in, stage, look, mobile):
    item = stage.posted("Cột cờ trước giờ chào", with_picture=True)
    address = stage.address(item)
    picture = picture_on(mobile, address)
    visitor = Visitor(mobile)
    assert item.title in visitor.search(item.title)
    assert all(is_kept(mobile, place) for place in (address, *LISTS, f"/tim-kiem/?q={item.title}"))
    assert all(item.title in mobile.request.get(place).text() for place in LISTS)
    status = ask(mobile, look, address)

    head = sign_in("head", **ON_A_PHONE)
    board = find_request(head, item.title)
    form = board.form("Gỡ bỏ")
    form.get_by_label("Yêu cầu bảo vệ dữ liệu cá nhân").check()
    form.get_by_label("Lý do (ngắn gọn)").fill("Gia đình đề nghị.")
    form.get_by_label("Công khai lý do với bạn đọc").check()
    look(head, "taking-down")
    board.send(form)

    assert visitor.answers(address, picture) == [410, 404]
    assert [place for place in LISTS if item.title in mobile.request.get(place).text()] == []
    assert item.title not in mobile.request.get(f"/tim-kiem/?q={item.title}").text().partition("<main")[2].replace(
        f'value="{item.title}"', ""
    )
    mobile.goto(address)
    expect(mobile.locator("main")).not_to_contain_text(item.title)
    look(mobile, "gone")
    mobile.goto(status)
    expect(mobile.locator("main")).to_contain_text("Trang đã được gỡ bỏ")
    look(mobile, "what-became-of-it")
