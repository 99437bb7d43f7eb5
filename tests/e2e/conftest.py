"""Browser stories: a served demo school, phones and desks, signing in, axe, pictures.

The portal under test is the one `make run` serves, in a folder and on a port of its own. It is loaded once; a
story makes what it needs itself and leaves the rest alone.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from browser import find_chromium
from tests.e2e.stories.colleagues import Colleague, Stage
from tests.e2e.stories.looking import Look

ROOT = Path(__file__).resolve().parents[2]
SHOTS = ROOT / "var" / "shots"
START_LIMIT = 300  # seconds, for migrating and loading the demo school on a slow machine
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}

expect.set_options(timeout=20_000)


@dataclass(frozen=True)
class Portal:
    """A served portal: where it answers, and how to run a management command on its database."""

    url: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """The output of a management command; a failing one fails the test."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def free_port() -> int:
    """A port that nobody uses right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_healthy(server: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Return once the portal is up; fail with its own words if it does not come."""
    until = time.monotonic() + START_LIMIT
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{url}/health/", timeout=5) as response:
                if response.status == 200:
                    return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"The portal did not start:\n{log.read_text(encoding='utf-8')[-4000:]}")


@contextmanager
def served(country: str) -> Iterator[Portal]:
    """A demo school of that country, in a folder that goes away afterwards."""
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="e2e-", dir=ROOT / "var") as folder:
        port, log = free_port(), Path(folder) / "server.log"
        environment = {"PORTAL_VAR": folder, "PORTAL_DEMO": "1", "PORTAL_COUNTRY": country}
        inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        command = [sys.executable, "tools/run_demo.py", "--port", str(port), "--country", country]
        with log.open("wb") as output:
            server = subprocess.Popen(command, cwd=ROOT, env={**inherited, **environment}, stdout=output, stderr=output)
            portal = Portal(f"http://127.0.0.1:{port}", environment)
            try:
                wait_until_healthy(server, portal.url, log)
                yield portal
            finally:
                server.terminate()
                server.wait(timeout=30)


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    """The Vietnamese demo school; PORTAL_E2E_URL names one that is already served."""
    if url := os.environ.get("PORTAL_E2E_URL"):
        yield Portal(url.rstrip("/"), {"PORTAL_DEMO": "1", "PORTAL_COUNTRY": "vn"})
        return
    with served("vn") as running:
        yield running


@pytest.fixture(scope="session")
def portal_ru() -> Iterator[Portal]:
    """The Russian demo school; PORTAL_E2E_URL_RU names one that is already served."""
    if url := os.environ.get("PORTAL_E2E_URL_RU"):
        yield Portal(url.rstrip("/"), {"PORTAL_DEMO": "1", "PORTAL_COUNTRY": "ru"})
        return
    with served("ru") as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes separate browsers with cookies of their own, closed after the test."""
    contexts: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        contexts.append(chromium.new_context(**{"viewport": DESK, "reduced_motion": "reduce", **options}))
        contexts[-1].set_default_timeout(20_000)
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def desktop(new_context: Callable[..., BrowserContext], portal: Portal) -> Page:
    """A visitor at a desk; addresses are relative to the portal."""
    return new_context(base_url=portal.url).new_page()


@pytest.fixture
def mobile(new_context: Callable[..., BrowserContext], portal: Portal) -> Page:
    """A visitor with a phone."""
    return new_context(base_url=portal.url, viewport=PHONE, has_touch=True, is_mobile=True).new_page()


@pytest.fixture(scope="session")
def cookies() -> dict[tuple[str, str], Any]:
    """What a browser keeps of people who signed in before, by portal and name."""
    return {}


@pytest.fixture
def sign_in(
    new_context: Callable[..., BrowserContext],
    request: pytest.FixtureRequest,
    cookies: dict[tuple[str, str], Any],
) -> Callable[..., Page]:
    """Signs a demo person in, in a browser of their own: `sign_in("head", viewport=PHONE, at=portal_ru)`.

    The form is filled in the first time; a person who comes back is still signed in.
    """

    def enter(username: str, *, at: Portal | None = None, **options: Any) -> Page:
        where = at or request.getfixturevalue("portal")
        known = cookies.get((where.url, username))
        context = new_context(base_url=where.url, storage_state=known, **options)
        page = context.new_page()
        page.goto("/admin/")
        if known is None:
            page.fill("input[name=username]", username)
            page.fill("input[name=password]", "demo")
            page.press("input[name=password]", "Enter")
            page.wait_for_url(lambda url: "/login/" not in url)
            cookies[where.url, username] = context.storage_state()
        return page

    return enter


@pytest.fixture
def stage(
    new_context: Callable[..., BrowserContext],
    sign_in: Callable[..., Page],
    portal: Portal,
    cookies: dict[tuple[str, str], Any],
) -> Stage:
    """Colleagues who bring an item to where a story begins."""

    def colleague(username: str) -> Colleague:
        known = cookies.get((portal.url, username))
        if known is None:
            return Colleague(sign_in(username).context.request)
        return Colleague(new_context(base_url=portal.url, storage_state=known).request)

    return Stage(cache(colleague))


@pytest.fixture
def assert_accessible() -> Callable[..., None]:
    """Runs axe (WCAG 2.2 A and AA) on what the page shows and fails with a readable list.

    The script is evaluated by the test tool, which the page's content-security policy does not bind.
    `without` names parts that are not ours to mend.
    """

    def check(page: Page, without: tuple[str, ...] = ()) -> None:
        context = {"include": [["html"]], "exclude": [[part] for part in without]}
        violations = Axe().run(page, context=context, options=AXE_RULES)["violations"]
        lines = [f"{v['id']}: {v['help']} at {[n['target'] for n in v['nodes']][:3]}" for v in violations]
        assert not lines, f"{page.url}\n" + "\n".join(lines)

    return check


@pytest.fixture
def shot(request: pytest.FixtureRequest) -> Callable[[Page, str], Path]:
    """Keeps a picture of the whole page in var/shots: `shot(page, "head-queue")`."""

    def take(page: Page, name: str) -> Path:
        SHOTS.mkdir(parents=True, exist_ok=True)
        test = re.sub(r"\W+", "-", request.node.name).strip("-")
        path = SHOTS / f"{test}--{name}.png"
        page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((img) => (img.loading = 'eager'))")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=path, full_page=True)
        return path

    return take


@pytest.fixture
def look(assert_accessible: Callable[..., None], shot: Callable[[Page, str], Path]) -> Look:
    """What every page a story visits must stand: axe, no untranslated word, a picture kept."""
    return Look(assert_accessible, shot)
