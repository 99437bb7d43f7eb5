"""The papers keep up with the code."""

import re
import tomllib

import pytest

from tests.architecture.source_tree import ROOT, project_files, text

MAKE_TARGETS = set(re.findall(r"^([a-z][a-z0-9-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
PAPERS = [path for path in project_files() if path.suffix == ".md"]
OPERATIONS = ROOT / "docs" / "operations.md"
DEPENDENCIES = ROOT / "docs" / "dependencies.md"


def commands_of_the_apps() -> set[str]:
    """Names of the management commands in the tree."""
    return {
        path.stem
        for path in project_files()
        if path.parts[1:3] == ("management", "commands") and path.stem != "__init__"
    }


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_papers_name_only_targets_and_tools_that_exist(paper):
    content = text(paper)
    targets = set(re.findall(r"(?:`|^\s*|\$ )make ([a-z][a-z0-9-]*)", content, re.M))
    tools = set(re.findall(r"\btools/(\w+\.py)", content))
    assert targets <= MAKE_TARGETS
    assert {name for name in tools if not (ROOT / "tools" / name).exists()} == set()


@pytest.mark.parametrize("paper", PAPERS, ids=str)
def test_papers_link_only_to_files_that_exist(paper):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text(paper))
    assert [link for link in links if not (ROOT / paper.parent / link).exists()] == []


def test_readme_says_how_to_run_and_test():
    content = text(ROOT / "README.md")
    assert "make run" in content
    assert "make test" in content


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [name for group in project["optional-dependencies"].values() for name in group]
    names = [re.split(r"[<>=\[]", requirement)[0] for requirement in wanted]
    paper = DEPENDENCIES.read_text(encoding="utf-8").lower()
    assert [name for name in names if f"| {name.lower()} |" not in paper] == []


def test_every_environment_variable_is_explained():
    code = (ROOT / "portal" / "settings.py").read_text() + (ROOT / "portal" / "environment.py").read_text()
    names = set(re.findall(r"\"((?:PORTAL_|EMAIL_URL|REDIS_URL|SECRET_KEY)[A-Z_]*)\"", code))
    paper = OPERATIONS.read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f"`{name}`" not in paper] == []


def test_no_file_names_a_registry_or_a_machine_path():
    places = re.compile(r"/(?:root|opt|work)/[a-z.]|(?:files\.)?pythonhosted\.org|pypi\.org|registry\.npmjs")
    own = [path for path in project_files() if path.parts[0] != "tests" and path.suffix not in {".mo", ".png", ".jpg"}]
    assert [str(path) for path in own if is_text(path) and places.search(text(path))] == []


def is_text(path) -> bool:
    return b"\0" not in (ROOT / path).read_bytes()[:1024]
