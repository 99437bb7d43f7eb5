"""Events and their clocks, as deputies and units meet them."""

import datetime
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

EVENTS, CLOCKS = "/admin/board/events/", "/admin/board/clocks/"


@dataclass(frozen=True)
class Diary:
    """The board's events."""

    page: Page

    def enter(self, title: str, kind: str, day: datetime.date) -> None:
        """An event of one day, through the form."""
        self.page.goto(EVENTS)
        self.page.get_by_role("main").locator("a[href$='/events/new/']").click()
        form = self.page.locator("form.board-form")
        form.locator("[name=title]").fill(title)
        form.locator("[name=kind]").select_option(kind)
        for name in ("starts_on", "ends_on"):
            form.locator(f"[name={name}]").fill(day.isoformat())
        with self.page.expect_navigation():
            form.locator("button[type=submit]").click()


@dataclass(frozen=True)
class Clocks:
    """The page of the clocks, and the duties on my desk."""

    page: Page

    def duty(self, event: str) -> Locator:
        """The newest word on an event's duty, among the events of these months."""
        self.page.goto(CLOCKS)
        months = self.page.locator("section[aria-labelledby=clock-duties]")
        return months.locator(".clock-duty").filter(has_text=event)

    def mine(self, event: str) -> Locator:
        """What I still have to write about an event, on my desk."""
        self.page.goto("/admin/")
        return self.page.locator("section[aria-labelledby=desk-duties] .desk-row").filter(has_text=event)

    def write(self, event: str) -> None:
        """From my desk to the article about an event, which names it."""
        self.mine(event).get_by_role("link", name=event).click()
        chosen = self.page.locator("#page-edit-form [name=event]")
        option = chosen.locator("option").filter(has_text=event)
        chosen.select_option(option.get_attribute("value"))
