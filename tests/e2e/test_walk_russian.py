"""The Russian practice: the author forwards to the deputy of the field, the director approves, one person posts."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.colleagues import own_title
from tests.e2e.stories.editor import Editor
from tests.e2e.stories.words import RUSSIAN

LEAD = "В понедельник 11 «А» измерил высоту флагштока по его тени прямо на школьном дворе."
TEXT = "Ученики разделились на группы, измерили тень флагштока и сравнили подобные треугольники."
VIETNAMESE_CLAUSE = re.compile(r"Đ\s?\d|Điều")


@pytest.fixture
def look_ru(look):
    """Besides: the regulation of another country is quoted nowhere."""

    def visit(page, name):
        look(page, name)
        assert not VIETNAMESE_CLAUSE.search(page.locator("body").inner_text()), page.url

    return visit


def test_article_walks_the_russian_way(sign_in, portal_ru, new_context, look_ru):
    title = own_title("Урок геометрии во дворе")

    author = Board(sign_in("toan", at=portal_ru), RUSSIAN)
    look_ru(author.page, "author-desk")
    editor = Editor(author.page, RUSSIAN)
    editor.start()
    editor.write(title, LEAD, TEXT, "Гусева Татьяна Ильинична")
    editor.choose_category("Учёба и наука")
    look_ru(author.page, "author-editor")
    editor.press("Сохранить и передать на утверждение")
    checklist = author.answer_checklist("Отправить и передать на согласование")
    look_ru(author.page, "author-checklist")
    author.send(checklist)
    author.says(f"«{title}». Сейчас: Ожидает решения заместителя")

    other_field = Board(sign_in("deputy2", at=portal_ru), RUSSIAN)
    expect(other_field.desk()).not_to_contain_text(title)
    deputy = Board(sign_in("deputy1", at=portal_ru), RUSSIAN)
    deputy.open(title)
    look_ru(deputy.page, "deputy-review")
    deputy.press("Согласовать")
    deputy.says(f"Согласовано: «{title}»")

    director = Board(sign_in("head", at=portal_ru, viewport=PHONE, has_touch=True, is_mobile=True), RUSSIAN)
    look_ru(director.page, "director-desk")
    director.open(title)
    look_ru(director.page, "director-review")
    director.press("Утвердить")
    director.says(f"Утверждено: «{title}»")

    responsible = Board(sign_in("secretary", at=portal_ru), RUSSIAN)
    responsible.open(title)
    responsible.press("Опубликовать сейчас")
    responsible.says(f"Опубликовано: «{title}»")
    for screen in ("charter", "members", "delegate", "queue"):
        responsible.page.goto(f"/admin/board/{screen}/")
        look_ru(responsible.page, screen)

    visitor = new_context(base_url=portal_ru.url, viewport=PHONE).new_page()
    visitor.goto("/")
    visitor.locator("main").get_by_role("link", name=title).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
    expect(visitor.locator("main")).to_contain_text("Корнеева Ольга Андреевна")  # who answers for the content
    look_ru(visitor, "article")
