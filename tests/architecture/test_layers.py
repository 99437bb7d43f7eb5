"""Imports run down, rules are plain Python, nothing is drawn into a drain."""

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.source_tree import ROOT, source_files, text

DRAINS = {"utils", "helpers", "common", "misc", "services"}
RULES_MAY_NOT_IMPORT = {"django", "wagtail", "portal", "os", "random", "secrets"}
CLOCK_CALLS = {"now", "today", "utcnow", "localtime", "localdate"}


def test_imports_run_down():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(linter), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_a_drain():
    names = [path for path in source_files() if DRAINS & {path.stem, *path.parts[1:-1]}]
    assert names == []


def test_no_import_hides_in_a_function_of_an_app():
    """An import inside a function dodges a cycle; only `AppConfig.ready` may: apps are not loaded before."""
    hidden = [
        f"{path}:{node.lineno}"
        for path in source_files()
        if path.parts[0] != "tools"
        for function in ast.walk(ast.parse(text(path)))
        if isinstance(function, ast.FunctionDef) and function.name != "ready"
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def rule_files() -> list[Path]:
    return [path for path in source_files() if "rules" in path.parts]


def imported_tops(tree: ast.AST) -> set[str]:
    """The top packages that a module imports."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.split(".")[0] for name in plain | froms}


def test_rules_import_no_framework_no_environment_no_randomness():
    wrong = {str(path): imported_tops(ast.parse(text(path))) & RULES_MAY_NOT_IMPORT for path in rule_files()}
    assert {path: names for path, names in wrong.items() if names} == {}


def test_rules_never_look_at_the_clock():
    calls = [
        f"{path}:{node.lineno}"
        for path in rule_files()
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS
    ]
    assert calls == []
