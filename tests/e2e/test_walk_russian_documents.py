"""The Russian register and journal section: from a search to the clause, two editions, a parent with a phone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE

REGULATION = "Положение об электронном журнале"
ADDRESS = "/dokumenty/polozhenie-ob-elektronnom-zhurnale/"
ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


@pytest.fixture
def reader_ru(new_context, portal_ru):
    """A visitor of the Russian school at a desk."""
    return new_context(base_url=portal_ru.url).new_page()


@pytest.fixture
def parent(new_context, portal_ru):
    """A parent with a phone."""
    return new_context(base_url=portal_ru.url, **ON_A_PHONE).new_page()


def test_reader__comes_from_the_search_to_the_clause_on_marks(reader_ru, look):
    """B03, B14: "выставление отметок" leads to the clause that gives the time limits."""
    reader_ru.goto("/poisk/?q=выставление отметок")
    look(reader_ru, "found")
    reader_ru.locator(f"a[href*='{ADDRESS}'][href$='#p-6.3']").click()

    expect(reader_ru.get_by_role("heading", level=1)).to_have_text(REGULATION)
    clause = reader_ru.locator("[id='p-6.3']")
    expect(clause).to_be_in_viewport()
    expect(clause).to_contain_text("Выставление отметок")
    look(reader_ru, "clause")


def test_reader__compares_two_editions_of_the_regulation(reader_ru, look):
    """B38: what was changed, added, left out and moved stands clause by clause."""
    reader_ru.goto(ADDRESS)
    reader_ru.locator(f"a[href='{ADDRESS}compare/']").click()

    changes = reader_ru.locator(".edition-changes")
    expect(changes.locator("ins").first).to_be_visible()
    expect(changes.locator("del").first).to_be_visible()
    expect(changes).to_contain_text("портале государственных услуг")
    assert changes.locator("dt").count() >= 10
    look(reader_ru, "compared")

    former = reader_ru.locator(".edition-list__rows a").last
    former.click()
    expect(reader_ru.locator("[id='p-2.2']")).to_contain_text("у классного руководителя")


def test_parent__reads_the_journal_section_on_a_phone(parent, look):
    """B05, B07, B19, B20: from the section to the parents' instruction, its duties and the clause they rest on."""
    parent.goto("/elektronnyy-zhurnal/")
    look(parent, "section")
    parent.locator(".role-card h3 a[href$='?role=parent']").click()
    look(parent, "parent")
    expect(parent.locator(".duties__one").first).to_be_visible()

    parent.get_by_role("link", name="Родителям: как читать дневник").click()
    look(parent, "instruction")
    assert parent.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    parent.locator(".duties__clause a[href*='#p-2.3']").first.click()
    expect(parent.locator("[id='p-2.3']")).to_be_in_viewport()
