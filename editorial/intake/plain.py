"""Words from outside as plain text: nothing in them that turns, hides or breaks what a person reads."""

from __future__ import annotations

import html
import re
import unicodedata

import nh3

KEPT_CONTROLS = frozenset("\n\t")
TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
WITHOUT_WIDTH = (0x200B, 0x2060, 0xFEFF)
HIDDEN = frozenset(map(chr, TURNING + WITHOUT_WIDTH))
BLOCKS = frozenset("p div li tr h1 h2 h3 h4 h5 h6 blockquote table ul ol pre hr".split())
END_OF_LINE = re.compile(r"<br>|</(?:div|li|tr)>")
END_OF_PARAGRAPH = re.compile(r"</?(?:p|h[1-6]|blockquote|table|ul|ol|pre)>|<hr>")
TAG = re.compile(r"<[^<>]*>")
TAG_NAME = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
NEVER_DEEP = frozenset("p li td th tr tbody thead dt dd option br hr img meta link input area base col wbr".split())
MAX_HTML, MAX_DEPTH = 600_000, 200
SPACE_IN_SOURCE = re.compile(r"[ \t\r\n\f]+")
SPACES = re.compile(r"[^\S\n]+(?=\n|$)")
EMPTY_LINES = re.compile(r"\n{3,}")


def plain_text(text: str) -> str:
    """Composed letters (NFC), "\\n" as the only line end, at most one empty line in a row.

    Without control characters, half surrogates (no database takes them) and the invisible marks
    that turn the direction of writing: "gpj.exe" may not read "exe.jpg".
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    shown = "".join(letter for letter in unicodedata.normalize("NFC", lines) if _is_shown(letter))
    return EMPTY_LINES.sub("\n\n", SPACES.sub("", shown.replace("\xa0", " "))).strip()


def _is_shown(letter: str) -> bool:
    if letter in HIDDEN:
        return False
    return letter in KEPT_CONTROLS or unicodedata.category(letter) not in {"Cc", "Cs"}


def plain_line(text: str, limit: int) -> str:
    """The same on one line, of at most `limit` characters."""
    line = " ".join(plain_text(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def text_of_html(source: str) -> str:
    """What a reader of the page would read: paragraphs parted by an empty line, no markup, nothing remote."""
    page = source[:MAX_HTML]
    if _is_too_deep(page):
        return plain_text(html.unescape(TAG.sub("\n", page)))
    kept = {*BLOCKS, "br"}
    safe = nh3.clean(page, tags=kept, attributes={}, clean_content_tags={"script", "style", "title"})
    flowing = SPACE_IN_SOURCE.sub(" ", safe)
    broken = END_OF_PARAGRAPH.sub("\n\n", END_OF_LINE.sub("\n", flowing))
    lines = (line.strip(" ") for line in html.unescape(TAG.sub("", broken)).split("\n"))
    return plain_text("\n".join(lines))


def _is_too_deep(page: str) -> bool:
    """Whether elements are open in one another as no honest page has them; cleaning such a page takes hours."""
    depth = 0
    for found in TAG_NAME.finditer(page):
        if found["name"].lower() not in NEVER_DEEP:
            depth = max(0, depth - 1) if found["closes"] else depth + 1
            if depth > MAX_DEPTH:
                return True
    return False


def paragraphs(text: str) -> list[str]:
    """The parts of a plain text that an empty line divides."""
    return [part.strip() for part in plain_text(text).split("\n\n") if part.strip()]
