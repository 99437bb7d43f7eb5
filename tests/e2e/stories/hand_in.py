"""Handing in on the public side, as a teacher or a pupil with a phone does it."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

from tests.e2e.stories.drawing import schoolyard


def photos(count: int) -> list[dict[str, object]]:
    """Pictures as a phone gives them."""
    return [{"name": f"IMG_{n}.png", "mimeType": "image/png", "buffer": schoolyard()} for n in range(1, count + 1)]


@dataclass
class Phone:
    """A member of a unit with a phone; `taps` counts what a finger does, typing aside."""

    page: Page
    taps: int = field(default=0)

    def tap(self, target: Locator) -> None:
        """One tap."""
        self.taps += 1
        target.tap()

    def type(self, label: str, words: str) -> None:
        """One tap into a field, then typing."""
        self.taps += 1
        self.page.get_by_label(label, exact=True).fill(words)

    def choose_photos(self, count: int) -> None:
        """Open the camera's pictures, mark so many, confirm."""
        self.taps += count + 2
        self.page.get_by_label("Thêm ảnh").set_input_files(photos(count))
        expect(self.pictures).to_have_count(count)

    @property
    def pictures(self) -> Locator:
        """The pictures in the form."""
        return self.page.locator("[data-picture]")

    def describe(self, number: int, words: str) -> None:
        """What a picture shows, and that nobody can be recognised."""
        row = self.pictures.nth(number - 1)
        self.taps += 1
        row.locator("[name^='alt-']").fill(words)
        self.tap(row.get_by_label("Không nhận ra ai"))

    def press(self, label: str) -> None:
        """A button that sends the form."""
        button = self.page.locator(".hand-in-acts").get_by_role("button", name=label, exact=True)
        with self.page.expect_navigation():
            self.tap(button)

    @property
    def record(self) -> str:
        """The number of the item in the address."""
        found = re.search(r"/gui-bai/(\d+)/", self.page.url)
        assert found is not None, self.page.url
        return found[1]
