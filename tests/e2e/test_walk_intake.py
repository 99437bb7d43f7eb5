"""The secretary turns an e-mail with three photos into a draft (A30, A60)."""

from playwright.sync_api import expect

from tests.e2e.stories.drawing import schoolyard
from tests.unit.editorial.mails import mail

PHOTOS = [f"Ảnh {number}.png" for number in (1, 2, 3)]


def test_secretary_turns_a_mail_with_three_photos_into_a_draft(sign_in, look):
    page = sign_in("secretary")
    page.goto("/admin/board/intake/")
    look(page, "register")
    letter = mail({name: schoolyard() for name in PHOTOS})
    dropped = {"name": "Tin Hội khỏe.eml", "mimeType": "message/rfc822", "buffer": letter}
    page.locator(".intake-drop input[type=file]").set_input_files(dropped)
    page.locator(".intake-drop button").click()

    look(page, "found")
    expect(page.get_by_text("a@example.org")).to_be_visible()
    for name in PHOTOS:
        expect(page.get_by_label(name)).to_be_checked()
    page.locator("form.board-form > button[type=submit]").click()

    look(page, "entry")
    entry = page.url
    expect(page.locator(".intake-original")).to_have_count(1 + len(PHOTOS))
    with page.expect_download() as saved:
        page.locator(".intake-original a").first.click()
    assert saved.value.path().read_bytes() == letter

    page.locator("form.intake-note button[type=submit]").click()
    page.wait_for_url("**/admin/pages/*/edit/")
    expect(page.locator("[name=title]")).to_have_value("Tin Hội khỏe Phù Đổng")
    expect(page.locator("[name$='-value-alt']")).to_have_count(len(PHOTOS))

    page.goto(entry)
    expect(page.locator(".intake-article a")).to_have_text("Tin Hội khỏe Phù Đổng")
