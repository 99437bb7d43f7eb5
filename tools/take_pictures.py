"""Pictures of a running demo school for the README: `python tools/take_pictures.py --url http://127.0.0.1:8000`."""

import argparse
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from browser import find_chromium

PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
LARGEST = 200_000  # bytes
COLOURS = (256, 128, 64, 32)
CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
PASSWORD = "demo"  # of every demo account


@dataclass(frozen=True)
class Screen:
    """What a page is looked at with; `density`: points of the screen for one of the page."""

    suffix: str
    width: int
    height: int
    density: float


DESK, PHONE = Screen("", 1280, 800, 1), Screen("-phone", 390, 844, 2)


def home(page: Page) -> None:
    """What the public sees first."""
    page.goto("/")


def article(page: Page) -> None:
    """The newest article with a picture."""
    page.goto("/")
    page.locator(".card:has(img) .card__link").first.click()


def desk(page: Page) -> None:
    """What waits for the head."""
    sign_in(page)


def review(page: Page) -> None:
    """The first item that waits for the head."""
    sign_in(page)
    page.locator(".desk-button--first").click()


def sign_in(page: Page) -> None:
    """The head of the demo school."""
    page.goto("/admin/login/")
    page.fill("input[name=username]", "head")
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login/" not in url)


PAGES: tuple[tuple[str, Callable[[Page], None], tuple[Screen, ...]], ...] = (
    ("home", home, (DESK, PHONE)),
    ("article", article, (DESK, PHONE)),
    ("desk", desk, (DESK, PHONE)),
    ("review", review, (DESK, PHONE)),
)


@contextmanager
def opened(browser: Browser, screen: Screen, url: str) -> Iterator[Page]:
    """A page on that screen, with cookies of its own."""
    context = browser.new_context(
        base_url=url,
        viewport={"width": screen.width, "height": screen.height},
        device_scale_factor=screen.density,
        is_mobile=screen is PHONE,
        has_touch=screen is PHONE,
    )
    yield context.new_page()
    context.close()


def reduced(picture: bytes) -> bytes:
    """The same picture with a palette, small enough for a repository."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        image.quantize(colours).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            return out.getvalue()
    sys.exit("A picture does not become small enough; take a smaller part of the page.")


def take(browser: Browser, url: str) -> Iterator[tuple[Path, bytes]]:
    """Every picture of the README with the file it belongs in."""
    for name, visit, screens in PAGES:
        for screen in screens:
            with opened(browser, screen, url) as page:
                visit(page)
                page.wait_for_load_state("networkidle")
                yield PICTURES / f"{name}{screen.suffix}.png", reduced(page.screenshot())


def main() -> int:
    """Look at the demo school and write the pictures down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    url = parser.parse_args().url.rstrip("/")
    if (chromium := find_chromium()) is None:
        sys.exit("No Chromium found; tools/browser.py says where it is looked for.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        for path, picture in take(browser, url):
            path.write_bytes(picture)
            print(f"{path.name}  {len(picture) // 1000} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
