"""Runs every check that is not a test and says which failed. `--format` mends what a tool can mend."""

import os
import subprocess
import sys
import time
from pathlib import Path

from compile_messages import compile_all

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = [sys.executable]
SHOWN_LINES = 60


def tool(name: str) -> list[str]:
    """A command of the virtual environment."""
    return [str(BIN / name)]


def templates() -> list[str]:
    """Every template of the project."""
    return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "templates").rglob("*.html"))]


def checks() -> dict[str, list[str]]:
    """What is run, by the name a person sees."""
    return {
        "format": [*tool("ruff"), "format", "--check", "--quiet", "."],
        "lint": [*tool("ruff"), "check", "--quiet", "--output-format=concise", "."],
        "layers": [*tool("lint-imports"), "--no-cache"],
        "types": tool("mypy"),
        "template lint": [*tool("djlint"), "--lint", "--quiet", "templates"],
        "template indentation": [*tool("djhtml"), "--check", "--tabwidth", "2", *templates()],
        "migrations": [*PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"],
        "system checks": [*PYTHON, "manage.py", "check", "--fail-level", "WARNING"],
        "messages": [*PYTHON, "tools/check_messages.py"],
    }


def mend() -> int:
    """Let the tools write what they can."""
    commands = [
        [*tool("ruff"), "check", "--fix", "--quiet", "."],
        [*tool("ruff"), "format", "--quiet", "."],
        [*tool("djhtml"), "--tabwidth", "2", *templates()],
    ]
    for command in commands:
        subprocess.run(command, cwd=ROOT)
    return 0


def shortened(output: str, command: list[str]) -> str:
    """The first lines, and how to see the others."""
    lines = output.rstrip().splitlines()
    if len(lines) <= SHOWN_LINES:
        return "\n".join(lines)
    call = " ".join(["python" if part == sys.executable else Path(part).name for part in command[:4]])
    return "\n".join([*lines[:SHOWN_LINES], f"... and {len(lines) - SHOWN_LINES} more lines; all of them: {call} ..."])


def run(name: str, command: list[str]) -> bool:
    """One check; its output is shown only if it failed."""
    began = time.monotonic()
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PORTAL_LOG_LEVEL": "ERROR"}
    )
    passed = done.returncode == 0
    print(f"{'ok    ' if passed else 'FAILED'} {name} ({time.monotonic() - began:.0f} s)", flush=True)
    if not passed:
        print(shortened(f"{done.stdout}{done.stderr}", command), flush=True)
    return passed


def main() -> int:
    """All checks, even after one failed."""
    if "--format" in sys.argv[1:]:
        return mend()
    compile_all()
    failed = [name for name, command in checks().items() if not run(name, command)]
    print(f"FAILED: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
