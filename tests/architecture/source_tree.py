"""The project's files as the architecture tests see them: what git would track, tracked yet or not."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("portal", "home", "news", "documents", "services", "quality", "editorial", "school", "core")


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is not ignored, relative to the root."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    names = done.stdout.splitlines() if done.returncode == 0 else walked_names()
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def walked_names() -> list[str]:
    """The same without git, for a copy that is no checkout."""
    tops = (*APPS, "tools", "tests", "templates", "static", "docs", "locale")
    paths = (path for top in tops for path in (ROOT / top).rglob("*") if "__pycache__" not in path.parts)
    return [str(path.relative_to(ROOT)) for path in paths if path.suffix != ".mo"]


def source_files() -> list[Path]:
    """Python of the apps and the tools, without migrations."""
    tops = {*APPS, "tools"}
    return [
        path
        for path in project_files()
        if path.suffix == ".py" and path.parts[0] in tops and "migrations" not in path.parts
    ]


def files_of_tests() -> list[Path]:
    """Python under tests/."""
    return [path for path in project_files() if path.suffix == ".py" and path.parts[0] == "tests"]


def templates() -> list[Path]:
    """Every HTML template."""
    return [path for path in project_files() if path.suffix == ".html" and "templates" in path.parts]


def text(path: Path) -> str:
    """The file's text."""
    return (ROOT / path).read_text(encoding="utf-8")
