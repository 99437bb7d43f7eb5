"""A parent reads on a phone how to get into the journal, asks, reads the answer; an outage shows at once (B07, B08)."""

import datetime
import uuid

from playwright.sync_api import expect

from tests.e2e.conftest import DESK, PHONE

WORDS = "Сменился номер телефона, как войти? Номер вопроса:"
ANSWER = "Измените номер в личном кабинете портала госуслуг, доступ откроется сам."
GUIDANCE = """
from documents.actions import begin_guidance
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, questions
from editorial.selectors.content import content_facts
from school.models import User
from school.selectors import current_school
people = {{user.username: user for user in User.objects.all()}}
item = lambda kind, value: {{"type": kind, "value": value, "id": "{key}" + kind}}
step = item("item", {{"text": "<p>Войдите через подтверждённую учётную запись.</p>", "alt": ""}})
duty = item("item", {{"what": "Просматривать отметки", "limit": "раз в неделю", "page": None, "clause": ""}})
page = begin_guidance(school=current_school(), user=people["secretary"], title="{title}", slug="dostup-{key}",
    topic="access", role="parent", summary="Вход без пароля школы.",
    body=[item("steps", [step]), item("duties", [duty])])
record = EditorialRecord.objects.get(page_id=page.pk)
given = {{one.value: YES for one in questions(content_facts(page.get_latest_revision_as_object()))}}
actions.hand_in_and_forward(record_id=record.pk, user=people["secretary"], answers=given)
actions.approve(record_id=record.pk, user=people["deputy1"])
actions.approve(record_id=record.pk, user=people["head"], and_post=True)
"""


def release_guidance(portal) -> str:
    """A page for parents on how to get access; its title."""
    key = uuid.uuid4().hex[:8]
    title = f"Как родителю войти в журнал, {key}"
    portal.manage("shell", "-c", GUIDANCE.format(key=key, title=title))
    return title


def test_parent_reads_asks_and_reads_the_answer(new_context, sign_in, portal_ru, assert_accessible, shot):
    """B04, B05, B07, B08, B20: on a phone, without an account."""
    title = release_guidance(portal_ru)
    parent = new_context(base_url=portal_ru.url, viewport=PHONE, has_touch=True, is_mobile=True).new_page()

    parent.goto("/elektronnyy-zhurnal/")
    assert_accessible(parent)
    shot(parent, "section-phone")
    parent.locator(".role-card h3 a[href$='role=parent']").click()
    expect(parent.locator("main")).to_contain_text(title)
    assert_accessible(parent)
    parent.get_by_role("link", name=title).click()
    expect(parent.locator(".steps__one")).to_have_count(1)
    expect(parent.locator(".duties__limit")).to_contain_text("раз в неделю")
    assert_accessible(parent)
    shot(parent, "guidance-phone")

    parent.goto("/elektronnyy-zhurnal/")
    parent.locator(".help-desk__ask a.button").click()
    parent.locator("textarea[name=question]").fill(f"{WORDS} {title[-8:]}")
    assert_accessible(parent)
    shot(parent, "ask-phone")
    parent.wait_for_timeout(3500)  # nobody reads and fills in a form within three seconds
    parent.locator("form.report button[type=submit]").click()
    code = parent.locator(".report__code strong").inner_text()
    assert_accessible(parent)

    helper = sign_in("secretary", at=portal_ru, viewport=DESK)
    helper.goto("/admin/board/journal/questions/")
    helper.get_by_role("link", name=f"{WORDS} {title[-8:]}").click()
    helper.locator("textarea[name=answer]").fill(ANSWER)
    assert_accessible(helper)
    helper.locator("form.board-form button[type=submit]").click()
    expect(helper.locator("main")).to_contain_text(ANSWER)

    parent.goto("/hoi-ve-so-diem/tra-loi/")
    parent.locator("input[name=code]").fill(code)
    parent.locator("form.search button").last.click()
    expect(parent.locator(".report__steps")).to_contain_text(ANSWER)

    parent.goto("/dokumenty/dlya/roditeli/")
    expect(parent.locator("main")).to_contain_text(title)
    assert_accessible(parent)
    shot(parent, "audience-phone")


def test_outage_shows_at_once_and_then_the_day_to_catch_up(new_context, sign_in, portal_ru, assert_accessible, shot):
    """B05: entered by the secretary, seen by everybody, ended again."""
    visitor = new_context(base_url=portal_ru.url, viewport=PHONE).new_page()
    visitor.goto("/elektronnyy-zhurnal/")
    secretary = sign_in("secretary", at=portal_ru)
    secretary.goto("/admin/board/journal/")
    assert_accessible(secretary)
    shot(secretary, "screen")
    secretary.locator("#outage-title ~ details summary").click()
    began = datetime.datetime.now() - datetime.timedelta(hours=12)
    secretary.locator("input[name=began_at]").fill(began.strftime("%Y-%m-%dT%H:%M"))
    secretary.locator("input[name=words]").fill("Не открываются отметки и домашние задания.")
    secretary.locator("details[open] form button[type=submit]").click()

    visitor.reload()
    expect(visitor.locator(".outage")).to_contain_text("Не открываются отметки")
    assert_accessible(visitor)
    shot(visitor, "outage-phone")

    secretary.locator("form[action$='/end/'] button[type=submit]").click()
    visitor.reload()
    expect(visitor.locator(".outage--over")).to_contain_text("24:00")
    expect(visitor.locator(".outage")).not_to_contain_text("Не открываются отметки")
