"""Wagtail's editor, as an author meets it."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e.stories.words import Words


@dataclass(frozen=True)
class Editor:
    """The page where an article is written."""

    page: Page
    words: Words

    def start(self) -> None:
        """From the desk, by its button."""
        self.page.get_by_role("link", name=self.words.write).first.click()
        self.headline.wait_for()

    @property
    def headline(self) -> Locator:
        """The field of the headline."""
        return self.field(self.words.headline)

    def field(self, label: str) -> Locator:
        """A text field of the form by its label."""
        return self.page.locator("#page-edit-form").get_by_role("textbox", name=label)

    def write(self, headline: str, lead: str, text: str, author: str) -> None:
        """Fill in the first tab."""
        self.headline.fill(headline)
        self.field(self.words.lead).fill(lead)
        self.add_block(self.words.text_block)
        self.rewrite(text)
        self.field(self.words.author).fill(author)

    @property
    def text(self) -> Locator:
        """The first paragraph."""
        return self.page.locator("[data-contentpath=body] [contenteditable=true]").first

    def rewrite(self, text: str) -> None:
        """Put this in the first paragraph; the rich text field hands it to the form a moment later."""
        self.text.fill(text)
        handed_over = self.page.locator("input[name=body-0-value]")
        expect(handed_over).to_have_value(re.compile(re.escape(text)))

    def add_block(self, kind: str) -> None:
        """Put a block of this kind at the end of the text."""
        body = self.page.locator("[data-contentpath=body]")
        body.get_by_title(self.words.insert_block).last.click()
        self.page.get_by_role("option", name=kind, exact=True).click()

    def add_picture(self, name: str, content: bytes, shows: str) -> None:
        """Upload a picture through the chooser and say what it shows."""
        self.add_block(self.words.picture_block)
        self.page.get_by_role("button", name=self.words.choose_picture).click()
        chooser = self.page.get_by_role("dialog")
        chooser.get_by_role("tab", name=self.words.upload).click()
        chooser.locator("input[type=file]").set_input_files({"name": name, "mimeType": "image/png", "buffer": content})
        expect(chooser.get_by_label(self.words.headline)).not_to_have_value("")  # named after the file
        chooser.get_by_role("button", name=self.words.upload).click()
        chooser.wait_for(state="hidden")
        self.field(self.words.picture_shows).fill(shows)

    def choose_category(self, name: str) -> None:
        """Tick a category on the second tab."""
        self.page.get_by_role("tab", name=self.words.second_tab).click()
        self.page.get_by_label(name, exact=True).check()

    def press(self, button: str) -> None:
        """One of the buttons at the foot; the page it leads to is there afterwards."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=button, exact=True).click()
