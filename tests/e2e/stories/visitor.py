"""The public site, as somebody without an account meets it."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass(frozen=True)
class Visitor:
    """A reader with a browser."""

    page: Page

    def open_report(self, address: str) -> None:
        """From an article to the form "report this page"."""
        self.page.goto(address)
        self.page.get_by_role("link", name="Báo cáo trang này").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Báo cáo trang này")

    def report(self, complaint: str, note: str, contact: str) -> None:
        """Fill the form in and send it."""
        self.page.get_by_label(complaint).check()
        self.page.get_by_label("Cụ thể là gì?").fill(note)
        self.page.get_by_label("Cách liên hệ với quý vị").fill(contact)
        for _ in range(20):  # a program is too quick and asked to send again, as often as it takes
            with self.page.expect_navigation():
                self.page.get_by_role("button", name="Gửi phản ánh").click()
            if self.page.locator(".report__code").count():
                return

    @property
    def status_address(self) -> str:
        """Where the visitor sees later what became of it."""
        return self.page.url.partition("?")[0]

    def search(self, words: str) -> str:
        """What the search page answers."""
        self.page.goto(f"/tim-kiem/?q={words}")
        return self.page.locator("main").inner_text()

    def answers(self, *addresses: str) -> list[int]:
        """The status of each of these addresses."""
        return [self.page.request.get(address).status for address in addresses]
