"""The secretary announces a document, a teacher confirms on a phone, the secretary sees who has not (B40)."""

import datetime

from playwright.sync_api import expect

from tests.e2e.conftest import PHONE

ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
REGULATION = "Quy chế hoạt động của Cổng thông tin điện tử"


def test_teacher__confirms_what_the_secretary_announced(sign_in, look):
    """B40."""
    secretary = sign_in("secretary")
    secretary.goto("/admin/board/documents/")
    look(secretary, "register")
    secretary.locator("table.register").get_by_role("link", name=REGULATION, exact=True).click()
    look(secretary, "card")
    secretary.locator(".board-details--main summary").click()
    form = secretary.locator("form.board-form")
    for unit in ("Tổ Toán", "Tổ Ngữ văn"):
        form.locator("fieldset").first.get_by_label(unit, exact=False).first.check()
    form.locator("input[name=due_on]").fill(str(datetime.date.today() + datetime.timedelta(days=7)))
    form.get_by_role("button").click()
    expect(secretary.locator(".register-count")).to_be_visible()
    look(secretary, "nobody-has-read")

    teacher = sign_in("toan", **ON_A_PHONE)
    teacher.locator("#desk-to-read").locator("xpath=..").get_by_role("link", name=REGULATION, exact=True).click()
    look(teacher, "to-read")
    teacher.locator("form.register-confirm button").click()
    expect(teacher.locator(".desk-mark").first).to_be_visible()
    expect(teacher.locator("form.register-confirm")).to_have_count(0)
    look(teacher, "confirmed")
    teacher.goto("/admin/")
    expect(teacher.locator("#desk-to-read")).to_have_count(0)

    secretary.reload()
    people = secretary.locator("table.register tbody tr")
    missing = people.filter(has=secretary.locator(".desk-mark"))
    assert 0 < missing.count() < people.count()
    look(secretary, "one-has-read")
    secretary.goto(f"{secretary.url.removesuffix('readers/')}sheet/")
    expect(secretary.locator(".sheet__people")).to_be_visible()
