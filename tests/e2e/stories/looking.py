"""What is asked of every page a story visits: accessible, in the reader's language, kept as a picture."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

LATIN_UI = (
    "Add Approve Approved Back Cancel Change Choose Close Comment Create Delete Details Draft Edit Editor Error "
    "Expand Filter Forward Help History Home Item Items Live Loading Lock Menu More Next None Nothing Page Posted "
    "Preview Previous Publish Published Refuse Refused Required Return Returned Revision Save Search Select Send "
    "Settings Since Status Submit Submitted Toggle Unit Unlock Unpublish Upload View Waiting Warning Workflow Your"
).split()
ENGLISH = re.compile(rf"\b(?:{'|'.join(LATIN_UI)})\b|\b(?:the|and|with|please|this|was|were|has|have|not|you)\b")

# Wagtail's rich text field (Draftail) gives its editable element a role but no name; its field of tags has no label.
NOT_OURS = (".Draftail-Editor", ".tagit-new")


def english_in(page: Page) -> list[str]:
    """The lines of the main part that have an English word of an interface in them."""
    words = page.locator("main").inner_text()
    return [line for line in words.splitlines() if ENGLISH.search(line)]


@dataclass(frozen=True)
class Look:
    """Stops at a page: `look(page, "desk")`. Fails when axe or the reader of the language would complain."""

    assert_accessible: Callable[..., None]
    shot: Callable[[Page, str], Path]

    def __call__(self, page: Page, name: str) -> None:
        self.shot(page, name)
        self.assert_accessible(page, without=NOT_OURS)
        assert english_in(page) == [], f"untranslated at {page.url}"
