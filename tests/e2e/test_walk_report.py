"""The month's report: its draft is there, the secretary writes, a deputy signs, the head acknowledges on a phone."""

import os
import subprocess
import sys

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE, ROOT
from tests.e2e.stories.board import Board
from tests.e2e.stories.words import VIETNAMESE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
STRENGTHS = "Các tổ gửi tin, bài đều trong tháng."
NOTE = "Đã xem. Giao Thư ký theo dõi."


def to_reports(page):
    """From the menu to the list of reports."""
    board = Board(page, VIETNAMESE)
    board.menu("Ban Biên tập", "Báo cáo")
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo")
    return board


def recheck(portal, address):
    """What `board_report` says of the signed report, on its error output."""
    key = portal_key(address)
    done = subprocess.run(
        [sys.executable, "manage.py", "board_report", "--month", key],
        cwd=ROOT,
        env={**os.environ, **portal.environment},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.split()[-1]


def portal_key(label):
    """ "Tháng 10/2026" as the command wants it: 2026-10."""
    month, year = label.split()[-1].split("/")
    return f"{year}-{int(month):02}"


def test_report__draft_words_signature_note_file_and_the_same_figures_again(sign_in, portal, look):
    secretary = sign_in("secretary")
    to_reports(secretary)
    look(secretary, "list")
    draft = secretary.locator(".desk-list .desk-row").filter(has_text="Dự thảo").first
    label = draft.locator(".desk-row__title").inner_text()
    draft.locator(".desk-row__title").click()
    address = secretary.url
    expect(secretary.locator(".report-paper")).to_contain_text("BÁO CÁO")
    look(secretary, "draft")

    form = secretary.locator("form.board-form")
    form.get_by_label("Ưu điểm").fill(STRENGTHS)
    form.get_by_label("Hạn chế").fill("Một số bài gửi sát hạn.")
    form.get_by_label("Đề xuất, kiến nghị").fill("Đề nghị bố trí một máy ảnh dùng chung.")
    with secretary.expect_navigation():
        form.get_by_role("button", name="Lưu").click()
    expect(secretary.locator(".report-paper")).to_contain_text(STRENGTHS)
    for number in (".report-table__figure a", "article p a", ".report-chart__parts a"):
        secretary.goto(address)
        figure = secretary.locator(number).first
        counted = figure.inner_text()
        figure.click()
        expect(secretary.locator(".report-table tbody tr")).to_have_count(int(counted))
    look(secretary, "rows")

    deputy = sign_in("deputy1")
    deputy.goto(address)
    board = Board(deputy, VIETNAMESE)
    form = board.form("Ký báo cáo")
    form.get_by_role("checkbox").check()
    look(deputy, "signing")
    board.send(form)
    board.says("Đã ký")

    head = sign_in("head", **ON_A_PHONE)
    board = to_reports(head)
    look(head, "list-phone")
    head.goto(address)
    form = board.form("Cho ý kiến")
    form.get_by_label("Bút phê").fill(NOTE)
    look(head, "acknowledging")
    board.send(form)
    expect(head.locator(".report-facts")).to_contain_text(NOTE)
    look(head, "acknowledged")

    for name, first in (("DOCX", b"PK"), ("PDF", b"%PDF"), ("XLSX", b"PK"), ("CSV", b"PK")):
        with head.expect_download() as download:
            head.get_by_role("link", name=name).first.click()
        assert download.value.path().read_bytes().startswith(first), name
    assert recheck(portal, label) == "same"


def test_inspector__reads_by_a_link_until_it_is_closed(sign_in, mobile, look):
    head = sign_in("head")
    to_reports(head)
    head.get_by_role("link", name="Đường dẫn cho đoàn kiểm tra").click()
    if not head.locator("details").first.evaluate("part => part.open"):
        head.locator("details > summary").first.click()
    head.get_by_label("Dành cho ai").fill("Đoàn kiểm tra Sở GD&ĐT")
    with head.expect_navigation():
        head.get_by_role("button", name="Tạo đường dẫn").click()
    look(head, "links")
    address = head.locator(".report-address a").first.get_attribute("href")

    assert mobile.goto(address).status == 200
    expect(mobile.locator("main")).to_contain_text("Các chuyên mục bắt buộc")
    look(mobile, "inspection")

    with head.expect_navigation():
        head.get_by_role("button", name="Khóa đường dẫn này ngay").first.click()
    assert mobile.goto(address).status == 410
    look(mobile, "closed")
