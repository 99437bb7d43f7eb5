"""The same screens on paper and on a narrow phone: nothing covers the words, nothing is cut off."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE

RIGHT_EDGES = """() => [...document.querySelectorAll("#page-edit-form select")]
  .filter((field) => field.offsetParent !== null)
  .map((field) => Math.round(field.getBoundingClientRect().right))"""
GAP = """() => {
  const [above, below] = [".next-events", ".next-events + .section"].map((name) => document.querySelector(name));
  return below.getBoundingClientRect().top - above.getBoundingClientRect().bottom;
}"""
AT_THE_LEFT_EDGE = "() => document.querySelector('.review').getBoundingClientRect().left < 100"


@pytest.fixture
def item(stage):
    return stage.awaiting_head("Một tờ giấy")


@pytest.mark.parametrize("tab", ["Nội dung", "Chuyên mục và nguồn gốc"])
def test_author_on_a_phone__sees_every_field_in_full(sign_in, tab):
    author = sign_in("toan", viewport=PHONE, has_touch=True, is_mobile=True)
    author.get_by_role("link", name="Viết bài").first.click()
    author.get_by_role("tab", name=tab).click()
    expect(author.locator("#page-edit-form select:visible").first).to_be_visible()
    edges = author.evaluate(RIGHT_EDGES)
    assert edges
    assert max(edges) <= PHONE["width"]


def test_review_page_on_paper__is_not_under_the_menu_and_has_all_its_pages(sign_in, item):
    head = sign_in("head")
    head.goto(item.review)
    menu, acts = head.locator(".sidebar"), head.locator(".review-acts")
    expect(menu).to_be_visible()
    expect(acts).to_be_visible()

    head.emulate_media(media="print")

    expect(menu).to_be_hidden()
    expect(acts).to_be_hidden()
    head.wait_for_function(AT_THE_LEFT_EDGE)
    expect(head.locator("body")).to_have_css("overflow-y", "visible")
    expect(head.get_by_role("heading", level=1)).to_be_visible()


def test_home_page__keeps_its_parts_apart(desktop):
    desktop.goto("/")
    assert desktop.evaluate(GAP) >= 24
