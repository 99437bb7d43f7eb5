"""Every sentence is there in Vietnamese and Russian, and the finder finds what gettext would."""

import subprocess
import sys

import pytest
from polib import POEntry

from check_messages import fault, names_in
from message_extraction import Message, everything, in_python, in_template
from tests.architecture.source_tree import ROOT


def test_catalogues_are_complete():
    command = [sys.executable, "tools/check_messages.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr


def messages_in_python(tmp_path, code: str) -> list[Message | None]:
    path = tmp_path / "module.py"
    path.write_text(code, encoding="utf-8")
    return [found.message for found in in_python(path)]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('_("Head")', Message("Head")),
        ('_("long " "sentence")', Message("long sentence")),
        ('ngettext("%(n)s day", "%(n)s days", n)', Message("%(n)s day", "%(n)s days")),
        ('pgettext("menu", "Post")', Message("Post", context="menu")),
        ('translation.gettext("Head")', Message("Head")),
    ],
)
def test_finder_reads_python(tmp_path, call: str, message: Message):
    imports = "from django.utils import translation\n"
    imports += "from django.utils.translation import gettext_lazy as _, ngettext, pgettext\n"
    assert messages_in_python(tmp_path, imports + call) == [message]


def test_finder_reports_a_built_sentence(tmp_path):
    code = 'from django.utils.translation import gettext as _\n_(f"{name} decides")'
    assert messages_in_python(tmp_path, code) == [None]


def test_finder_leaves_other_functions_called_underscore_alone(tmp_path):
    assert messages_in_python(tmp_path, 'first, _ = pair\nother("Head")') == []


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ('{% translate "Head\'s office" %}', Message("Head's office")),
        ('{% translate "Post" context "menu" as label %}', Message("Post", context="menu")),
        ("{% blocktranslate trimmed %}\n  one\n  two\n{% endblocktranslate %}", Message("one two")),
        (
            "{% blocktranslate count n=days %}{{ n }} day{% plural %}{{ n }} days{% endblocktranslate %}",
            Message("%(n)s day", "%(n)s days"),
        ),
        ('{% include "x.html" with title=_("Units") only %}', Message("Units")),
    ],
)
def test_finder_reads_templates(tmp_path, markup: str, message: Message):
    path = tmp_path / "page.html"
    path.write_text(markup, encoding="utf-8")
    assert [found.message for found in in_template(path)] == [message]


@pytest.mark.parametrize(("name", "found"), [("none.svg", ["Not public yet"]), ("none.css", [])])
def test_finder_reads_words_in_pictures__but_no_styles(tmp_path, name: str, found: list[str]):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_text('{% translate "Not public yet" %}', encoding="utf-8")
    assert [row.message.text for row in everything(tmp_path) if row.message] == found


def test_fault__translation_with_an_unknown_placeholder():
    assert "who" in fault(POEntry(msgid="%(name)s decides", msgstr="%(who)s"), Message("%(name)s decides"))


def test_fault__empty_fuzzy_or_absent_translation():
    message = Message("Head")
    assert fault(None, message) == "missing"
    assert fault(POEntry(msgid="Head"), message) == "not translated"
    assert fault(POEntry(msgid="Head", msgstr="x", flags=["fuzzy"]), message) == "not translated"
    assert fault(POEntry(msgid="Head", msgstr="Hiệu trưởng"), message) == ""


def test_fault__plural_of_the_source_is_missing():
    message = Message("%(n)s day", plural="%(n)s days")
    forms = {0: "%(n)s ngày"}
    assert fault(POEntry(msgid="%(n)s day", msgstr_plural=forms), message) == "without its plural"
    assert fault(POEntry(msgid="%(n)s day", msgid_plural="%(n)s days", msgstr_plural=forms), message) == ""


def test_names_in__finds_both_styles_of_placeholder():
    assert names_in("%(unit)s owes {count}") == {"unit", "count"}
