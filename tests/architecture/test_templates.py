"""Nothing inline in a page, so that the content-security policy can stay strict."""

import re

from tests.architecture.source_tree import project_files, templates, text

INLINE = {
    "a style attribute": re.compile(r"<[^>{]*\sstyle\s*=", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an event attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=\s*[\"']", re.I),
    "a script without a file": re.compile(r"<script\b(?![^>]*(\bsrc=|type=[\"']application/(ld\+)?json))", re.I),
    "a javascript: address": re.compile(r"(href|action)\s*=\s*[\"']\s*javascript:", re.I),
}
FOREIGN = re.compile(r"(?:src|href)\s*=\s*[\"'](?:https?:)?//(?!\{)[^\"']+\.(?:js|css|woff2?|png|jpe?g)", re.I)


def is_mail(path) -> bool:
    """Mail programs read no style sheet files."""
    return "emails" in path.parts or "notifications" in path.parts


def test_templates_carry_no_inline_style_or_script():
    found = [
        f"{path}: {name}"
        for path in templates()
        if not is_mail(path)
        for name, pattern in INLINE.items()
        if pattern.search(text(path))
    ]
    assert found == []


def test_templates_load_nothing_from_foreign_servers():
    assert [str(path) for path in templates() if FOREIGN.search(text(path))] == []


def test_components_say_which_variables_they_take():
    components = [path for path in templates() if "components" in path.parts]
    silent = [str(path) for path in components if not text(path).lstrip().startswith(("{#", "{% comment"))]
    assert silent == []


def test_styles_need_no_force():
    sheets = [path for path in project_files() if path.parts[0] == "static" and path.suffix == ".css"]
    assert [str(path) for path in sheets if "!important" in text(path)] == []
