"""Small on purpose: what is too long is thought about again."""

import ast
from pathlib import Path

from tests.architecture.source_tree import project_files, source_files, templates, text

FUNCTION_LINES = 40
MODULE_LINES = 300
TEMPLATE_LINES = 120
STYLESHEET_LINES = 200
SCRIPT_LINES = 100


def length(path: Path) -> int:
    return len(text(path).splitlines())


def long_functions(path: Path) -> list[str]:
    return [
        f"{path}:{node.lineno} {node.name}"
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > FUNCTION_LINES
    ]


def longer_than(limit: int, paths: list[Path]) -> list[str]:
    return [f"{path} ({length(path)} lines)" for path in paths if length(path) > limit]


def own_files(folder: str, suffix: str) -> list[Path]:
    return [path for path in project_files() if path.parts[0] == folder and path.suffix == suffix]


def test_no_function_is_longer_than_forty_lines():
    assert [found for path in source_files() for found in long_functions(path)] == []


def test_no_module_is_longer_than_three_hundred_lines():
    assert longer_than(MODULE_LINES, source_files()) == []


def test_no_template_is_longer_than_a_screenful_or_three():
    assert longer_than(TEMPLATE_LINES, templates()) == []


def test_no_stylesheet_part_is_long():
    assert longer_than(STYLESHEET_LINES, own_files("static", ".css")) == []


def test_no_script_is_long():
    assert longer_than(SCRIPT_LINES, own_files("static", ".js")) == []
