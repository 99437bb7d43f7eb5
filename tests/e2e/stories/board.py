"""The board's screens, as its members meet them."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e.stories.words import Words


@dataclass(frozen=True)
class Board:
    """My desk and the review page of one person."""

    page: Page
    words: Words

    def desk(self) -> Locator:
        """Go to my desk; the desk."""
        self.page.goto("/admin/")
        return self.page.locator("main .desk")

    def open(self, title: str) -> None:
        """An item of the desk."""
        self.desk().get_by_role("link", name=title).first.click()
        self.at(title)

    def find(self, title: str) -> None:
        """An item wherever it is, by the search of the sidebar."""
        self.desk()
        search = self.page.locator("#wagtail-sidebar").get_by_role("search").locator("input")
        search.fill(title)
        search.press("Enter")
        self.page.locator(".desk-list").get_by_role("link", name=title).click()
        self.at(title)

    def menu(self, *labels: str) -> None:
        """Through the menu beside or, on a phone, behind its button."""
        self.desk()
        button = self.page.locator(".sidebar-nav-toggle--mobile")
        if button.is_visible():
            button.click()
        sidebar = self.page.locator("#wagtail-sidebar")
        for label in labels[:-1]:
            sidebar.get_by_role("button", name=label).click()
        with self.page.expect_navigation():
            sidebar.get_by_role("link", name=labels[-1]).click()

    def at(self, title: str) -> None:
        """The review page of this item is shown."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def start(self) -> None:
        """The first thing that waits."""
        self.desk().get_by_role("link", name=self.words.start).click()
        self.bar.wait_for()

    @property
    def bar(self) -> Locator:
        """The big buttons."""
        return self.page.locator(".review-bar")

    def press(self, label: str) -> None:
        """A big button that does it with one tap."""
        with self.page.expect_navigation():
            self.bar.get_by_role("button", name=label, exact=True).click()

    def has(self, label: str) -> bool:
        """Whether such a big button stands there."""
        return self.bar.get_by_role("button", name=label, exact=True).is_visible()

    def form(self, label: str) -> Locator:
        """The form of an act, opened by its heading."""
        act = self.page.locator(".review-act").filter(has=self.page.locator("summary", has_text=label)).first
        if not act.evaluate("part => part.open"):
            act.locator("summary").click()
        return act.locator("form")

    def send(self, form: Locator) -> None:
        """Press the button of an opened form."""
        with self.page.expect_navigation():
            form.get_by_role("button").click()

    def answer_checklist(self, label: str) -> Locator:
        """Every question that is asked, answered well; the form."""
        form = self.form(label)
        for box in form.get_by_role("checkbox").all():
            box.check()
        for choice in form.locator("input[type=radio][value=no_pupils]").all():
            choice.check()
        return form

    def says(self, words: str) -> None:
        """The portal tells what happened."""
        expect(self.page.locator(".messages").first).to_contain_text(words)

    def state(self, words: str) -> None:
        """The review page says where the item stands."""
        expect(self.page.locator(".review-state__now")).to_have_text(words)

    @property
    def preview(self) -> Locator:
        """The item as readers will see it."""
        return self.page.frame_locator("[data-preview]").locator("main")
