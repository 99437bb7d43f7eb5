"""Finds every sentence that the code or a template asks gettext for, without GNU gettext."""

import ast
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import TranslatorCommentWarning, templatize  # type: ignore[attr-defined]

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("portal", "home", "news", "documents", "services", "quality", "editorial", "school", "core")
SINGULAR = {"gettext", "gettext_lazy", "gettext_noop", "_"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
CONTEXT_PLURAL = {"npgettext", "npgettext_lazy"}
NAMES = SINGULAR | PLURAL | CONTEXT | CONTEXT_PLURAL

LITERAL = r"""u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
TEMPLATE_CALL = re.compile(
    rf"(?<!\w)(gettext|ngettext|pgettext|npgettext|_)\(\s*{LITERAL}(?:,\s*{LITERAL})?(?:,\s*{LITERAL})?"
)


@dataclass(frozen=True, order=True)
class Message:
    """One entry that a catalogue must have. `context` and `plural` are empty where there is none."""

    text: str
    plural: str = ""
    context: str = ""


@dataclass(frozen=True)
class Found:
    """A message and the place that asks for it; `message` is None where the text is not a plain string."""

    message: Message | None
    path: Path
    line: int

    @property
    def place(self) -> str:
        """`path:line` from the project's root."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


def message_of(name: str, texts: list[str]) -> Message | None:
    """The entry that a call of this name with these leading strings asks for."""
    if name in CONTEXT_PLURAL and len(texts) >= 3:
        return Message(texts[1], texts[2], texts[0])
    if name in CONTEXT and len(texts) >= 2:
        return Message(texts[1], context=texts[0])
    if name in PLURAL and len(texts) >= 2:
        return Message(texts[0], texts[1])
    if name in SINGULAR and texts:
        return Message(texts[0])
    return None


def aliases(tree: ast.AST) -> dict[str, str]:
    """Local name to gettext name, for `from django.utils.translation import gettext_lazy as _`."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in NAMES
    }


def called_name(call: ast.Call, known: dict[str, str]) -> str:
    """The gettext function that is called, or nothing: `_(…)` and `translation.gettext(…)` alike."""
    if isinstance(call.func, ast.Name):
        return known.get(call.func.id, "")
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name):
        return call.func.attr if call.func.value.id == "translation" and call.func.attr in NAMES else ""
    return ""


def leading_strings(call: ast.Call) -> list[str]:
    """The plain strings the call starts with."""
    texts: list[str] = []
    for argument in call.args:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            break
        texts.append(argument.value)
    return texts


def is_a_table_look_up(call: ast.Call) -> bool:
    """`gettext(labels[code])` repeats a message that is marked elsewhere; `gettext(f"…")` is a mistake."""
    return bool(call.args) and isinstance(call.args[0], ast.Name | ast.Attribute | ast.Subscript)


def in_python(path: Path) -> Iterator[Found]:
    """What one module asks for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = aliases(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or is_a_table_look_up(node):
            continue
        if name := called_name(node, known):
            yield Found(message_of(name, leading_strings(node)), path, node.lineno)


def in_template(path: Path) -> Iterator[Found]:
    """What one template asks for; Django turns it into pseudo code that keeps the lines."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TranslatorCommentWarning)
        code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for match in TEMPLATE_CALL.finditer(code):
        texts = [ast.literal_eval(literal) for literal in match.groups()[1:] if literal]
        yield Found(message_of(match[1], texts), path, code.count("\n", 0, match.start()) + 1)


def everything(root: Path = ROOT) -> Iterator[Found]:
    """All messages of the project's own apps and templates."""
    for app in SOURCES:
        for path in sorted((root / app).rglob("*.py")):
            yield from in_python(path)
    for folder in ("templates", *(f"{app}/templates" for app in SOURCES)):
        for path in sorted((root / folder).rglob("*.*")):
            if path.suffix in {".html", ".txt", ".svg"}:
                yield from in_template(path)
