"""A file becomes a document: read, corrected, registered, forwarded; released on a phone; read clause by clause."""

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE
from tests.unit.documents.files import word

READ = "/admin/board/documents/read/"
ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
WRONG, RIGHT = "5. Bạn đọc giữ gìn sách, không viết, vẽ vào sách.", "2"


def library_rules(title: str) -> bytes:
    """Rules of a library as somebody typed them: a broken line, a number that should be another."""
    lines = (
        "NỘI QUY",
        title,
        "Điều 1. Phạm vi áp dụng",
        "1. Nội quy này áp dụng cho mọi bạn đọc của thư viện",
        "và cho khách của nhà trường.",
        WRONG,
        "Điều 2. Giờ mở cửa",
        "1. Thư viện mở cửa từ thứ Hai đến thứ Sáu.",
    )
    return word(lambda document: [document.add_paragraph(line) for line in lines])


def press(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.locator(selector).click()


@pytest.mark.requirement("B03")
def test_secretary_reads_a_file_and_the_head_releases_it(sign_in, look, shot, mobile):
    """B03, A28, A48: warning, correction, draft, one tap, the clause with the corrected number."""
    name = f"Thư viện {uuid.uuid4().hex[:6]}"
    page = sign_in("secretary")
    page.goto("/admin/board/documents/")
    press(page, f"a[href='{READ}']")
    look(page, "choose")
    dropped = {"name": "Nội quy.docx", "mimeType": "application/octet-stream", "buffer": library_rules(name)}
    page.locator("form.reading-upload input[type=file]").set_input_files(dropped)
    press(page, "form.reading-upload button")
    look(page, "lines")

    odd = page.locator(".reading-line--odd").filter(has_text=WRONG)
    expect(odd).to_be_visible()
    press(page, f".reading-groups a[href$='?line={str(odd.get_attribute('id')).removeprefix('l-')}']")
    expect(page.locator("[name=says]")).to_be_focused()
    look(page, "line")
    page.set_viewport_size(PHONE)
    shot(page, "line-on-a-phone")
    page.locator("[name=says]").select_option("opens:clause")
    page.locator(".reading-correct [name=label]").fill(RIGHT)
    press(page, ".reading-correct button[type=submit] >> nth=0")
    expect(page.locator(".reading-line").filter(has_text=WRONG).locator(".reading-part--said")).to_be_visible()
    expect(page.locator(".reading-line").filter(has_text=WRONG).locator(".reading-warning")).to_have_count(0)
    look(page, "corrected-on-a-phone")
    page.set_viewport_size({"width": 1280, "height": 900})

    press(page, ".reading-acts a")
    look(page, "register")
    page.locator("[name=with_file]").check()
    press(page, "main form.board-form button[type=submit]")
    fill_in(page)
    head_releases(sign_in, shot, name)

    mobile.goto(f"/tim-kiem/?q={name}")
    mobile.locator("main").get_by_role("link", name=name).first.click()
    mobile.goto(f"{mobile.url.split('#')[0]}#dieu-1-khoan-2")
    expect(mobile.locator("#dieu-1-khoan-2")).to_contain_text("không viết, vẽ vào sách")
    expect(mobile.locator("#dieu-1-khoan-2")).to_be_in_viewport()
    shot(mobile, "clause")


def fill_in(page: Page) -> None:
    """What the paper does not say, in the normal editor; then the checklist, and on to the head."""
    page.wait_for_url("**/admin/pages/*/edit/")
    for name, typed in (("number", "12"), ("issued_on", "2026-11-02"), ("signer_name", "Đặng Thị Minh Hạnh")):
        page.locator(f"[name={name}]").fill(typed)
    page.locator("[name=kind]").select_option("quy_dinh")
    page.locator("[name=signer_name]").focus()
    with page.expect_navigation():
        page.locator("[name=board-forward]").click()
    board = Board(page, VIETNAMESE)
    form = page.locator(".review-act[open] form")
    for box in form.get_by_role("checkbox").all():
        box.check()
    board.send(form)


def head_releases(sign_in, shot, name: str) -> None:
    head = sign_in("head", **ON_A_PHONE)
    Board(head, VIETNAMESE).menu("Ban Biên tập", "Sổ đăng ký văn bản")
    head.get_by_role("checkbox", name=name).check()
    head.get_by_role("button", name="Cho đăng các văn bản đã chọn").click()
    shot(head, "released")
