"""What `make run` serves opens in a real browser, and the browser has nothing to complain about."""

import pytest


def complaints_of(page) -> list[str]:
    """Collects what the browser reports as an error: scripts that fail, things the policy forbids."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_health__of_the_served_portal(desktop):
    answer = desktop.request.get("/health/")
    assert answer.status == 200
    assert answer.json()["healthy"] is True


@pytest.mark.parametrize("visitor", ["desktop", "mobile"])
def test_home_page_opens__without_complaint_of_the_browser(request, visitor, assert_accessible, shot):
    page = request.getfixturevalue(visitor)
    complaints = complaints_of(page)
    assert page.goto("/").status == 200
    assert page.locator("h1").count() == 1
    assert complaints == []
    assert_accessible(page)
    shot(page, "home")


def test_back_office_opens__without_complaint_of_the_browser(sign_in, shot):
    page = sign_in("head")
    complaints = complaints_of(page)
    page.goto("/admin/")
    assert complaints == []
    shot(page, "desk")


def test_visitor_chooses_a_language__and_keeps_it(desktop):
    desktop.goto("/")
    desktop.request.post("/language/", form={"language": "ru", "next": "/"})
    desktop.goto("/")
    assert desktop.locator("html").get_attribute("lang") == "ru"
