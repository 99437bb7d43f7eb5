"""Runs the tests: `python tools/run_tests.py all|fast|e2e|postgres|coverage [-- PYTEST ARGUMENTS]`.

The browser stories run in one process after the others. What could not run is said last, and fails CI.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import browser
import postgres
from compile_messages import compile_all

ROOT = Path(__file__).resolve().parent.parent
FLOOR = 90  # percent, branches counted
NO_TESTS = 5  # pytest's exit code
IN_CI = os.environ.get("CI", "").lower() == "true"


def pytest(*arguments: str, **environment: str) -> int:
    """One run of pytest; finding no test is no failure here (`-k` may name one of the two halves only)."""
    sys.stdout.flush()
    command = [sys.executable, "-m", "pytest", *arguments]
    code = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}).returncode
    return 0 if code == NO_TESTS else code


def not_run(sentence: str) -> int:
    """Say loudly what is missing; in CI that is a failure."""
    print(sentence, flush=True)
    return 1 if IN_CI else 0


def without_browser(extra: list[str], **environment: str) -> int:
    """All tests but the browser stories, two at a time."""
    return pytest("-n", "2", "-m", "not e2e", *extra, **environment)


def with_coverage(extra: list[str]) -> int:
    """All tests but the browser stories, and the two floors: the whole, and every branch of the rules."""
    code = without_browser(["--cov", "--cov-report=", *extra])
    if code:
        return code
    report = [sys.executable, "-m", "coverage", "report"]
    whole = subprocess.run([*report, f"--fail-under={FLOOR}"], cwd=ROOT).returncode
    rules = subprocess.run([*report, "--include=*/rules/*", "--fail-under=100"], cwd=ROOT).returncode
    return whole or rules


def in_browser(extra: list[str]) -> int:
    """The browser stories, if there is a browser."""
    if not (path := browser.find_or_install_chromium()):
        return not_run(browser.NOT_RUN)
    return pytest("-m", "e2e", "tests/e2e", *extra, PORTAL_CHROMIUM=path)


def on_postgres(extra: list[str]) -> int:
    """All tests but the browser stories on PostgreSQL, if there is a server."""
    if not (url := postgres.find_or_start()):
        return not_run(postgres.NOT_RUN)
    return without_browser(extra, DATABASE_URL=url)


def everything(extra: list[str]) -> int:
    """Both halves, the second even if the first failed."""
    code = without_browser(extra)
    return in_browser(extra) or code


MODES = {
    "all": everything,
    "fast": without_browser,
    "e2e": in_browser,
    "postgres": on_postgres,
    "coverage": with_coverage,
}


def main() -> int:
    """Run what was asked for; the worst exit code."""
    parser = argparse.ArgumentParser(description="Runs the tests.")
    parser.add_argument("mode", choices=MODES)
    parser.add_argument("extra", nargs="*", help="arguments for pytest, after --")
    options = parser.parse_args()
    compile_all()
    return MODES[options.mode](options.extra)


if __name__ == "__main__":
    sys.exit(main())
