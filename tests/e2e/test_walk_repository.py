"""A department hands in an initiative with its decision; the board takes it to the repository; a visitor finds it."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.stories.colleagues import Item, own_title

SUMMARY = "Học sinh ghi nhật ký đọc bằng sơ đồ; cuối tháng các nhóm trình bày cho nhau nghe trong giờ sinh hoạt."
REPOSITORY = "/van-ban/kho-sang-kien/"


def test_initiative__goes_from_its_department_to_the_visitor(sign_in, stage, mobile, look):
    """A73: written in the department's name, refused without its decision, found by filter and by search."""
    title = own_title("Nhật ký đọc bằng sơ đồ")
    author = sign_in("toan")

    write_without_decision(author, title)
    look(author, "what-is-missing")
    item = name_the_decision(author, title)
    stage.taken_to_the_site(item)

    find_by_filter(mobile, title, look)
    mobile.goto(f"/tim-kiem/?q={title}")
    expect(mobile.locator("main").get_by_role("link", name=title)).to_be_visible()


def write_without_decision(page: Page, title: str) -> None:
    """From the screen of the works into the editor; the board does not take it without a decision."""
    page.goto("/admin/board/works/")
    page.locator("a[href*='/recognisedworkpage/']").click()
    form = page.locator("#page-edit-form")
    form.locator("[name=title]").fill(title)
    form.locator("[name=kind]").select_option("initiative")
    form.locator("[name=school_year]").fill("2025-2026")
    form.locator("[name=authors]").fill("Hoàng Đức Lâm")
    form.locator("[name=summary]").fill(SUMMARY)
    with page.expect_navigation():
        page.locator("[name=board-hand-in]").click()
    expect(page.locator(".messages")).to_contain_text("Đ")
    expect(form.locator("[name=decision_number]")).to_be_visible()


def name_the_decision(page: Page, title: str) -> Item:
    """With body, number and day it goes to the board."""
    form = page.locator("#page-edit-form")
    form.locator("[name=decision_body]").fill("Hội đồng sáng kiến nhà trường")
    form.locator("[name=decision_number]").fill("95/QĐ-THPTSM")
    form.locator("[name=decided_on]").fill("2026-05-20")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.locator("[name=board-hand-in]").click()
    expect(page).to_have_url(re.compile(r"/admin/board/review/\d+/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    return Item(title, page.url)


def find_by_filter(page: Page, title: str, look) -> None:
    """On a phone: the section of the documents, its card, the filter by kind and department."""
    page.goto("/van-ban/")
    page.locator(f".section-card a[href='{REPOSITORY}']").click()
    page.locator(".document-filter__more summary").click()
    page.locator("[name=kind]").select_option("initiative")
    page.locator("[name=unit]").select_option("toan")
    page.locator(".document-filter__fields button").click()
    look(page, "list")
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".facts").first).to_contain_text("95/QĐ-THPTSM")
    look(page, "work")
