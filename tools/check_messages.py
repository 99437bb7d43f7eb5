"""Checks that every message of the code is translated in every catalogue.

python tools/check_messages.py [--write]     --write adds what is missing, empty, to the .po files
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.conf import settings

from message_extraction import ROOT, Found, Message, everything

LANGUAGES = ("vi", "ru")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")
Key = tuple[str, str]


def catalogue_path(language: str, root: Path = ROOT) -> Path:
    """Where the project's own words of a language lie."""
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def open_catalogue(path: Path, language: str) -> polib.POFile:
    """The catalogue, or an empty one with a proper head."""
    if path.exists():
        return polib.pofile(str(path), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    rule = "nplurals=1; plural=0;" if language == "vi" else RUSSIAN_PLURALS
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": rule,
    }
    return catalogue


RUSSIAN_PLURALS = (
    "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
    "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14) ? 2 : 3);"
)


def names_in(text: str) -> set[str]:
    """The placeholders of a sentence."""
    return {first or second for first, second in PLACEHOLDER.findall(text)}


def fault(entry: polib.POEntry | None, message: Message) -> str:
    """What is wrong with the entry for a message, or nothing."""
    if entry is None:
        return "missing"
    if message.plural and not entry.msgid_plural:  # then gettext knows no plural at all and shows the source
        return "without its plural"
    translations = list(entry.msgstr_plural.values()) if message.plural else [entry.msgstr]
    if entry.fuzzy or entry.obsolete or not translations or not all(translations):
        return "not translated"
    allowed = names_in(message.text) | names_in(message.plural)
    strange = {name for text in translations for name in names_in(text)} - allowed
    return f"unknown placeholder {', '.join(sorted(strange))}" if strange else ""


def faults(found: list[Found], language: str) -> Iterator[tuple[Found, str]]:
    """Each message whose translation is missing or broken, with the reason."""
    path = catalogue_path(language)
    entries = {(e.msgid, e.msgctxt or ""): e for e in open_catalogue(path, language)}
    for item in found:
        if item.message and (reason := fault(entries.get((item.message.text, item.message.context)), item.message)):
            yield item, reason


def write_missing(found: list[Found], language: str) -> int:
    """Add an empty entry for each missing message; how many were added."""
    path = catalogue_path(language)
    catalogue = open_catalogue(path, language)
    forms = int(re.search(r"nplurals=(\d)", catalogue.metadata.get("Plural-Forms", "nplurals=2"))[1])  # type: ignore[index]
    missing = {item.message: item for item, reason in faults(found, language) if reason == "missing" and item.message}
    for message, item in missing.items():
        catalogue.append(
            polib.POEntry(
                msgid=message.text,
                msgid_plural=message.plural,
                msgctxt=message.context or None,
                msgstr_plural=dict.fromkeys(range(forms), "") if message.plural else {},
                occurrences=[(str(item.path.relative_to(ROOT)), "")],
            )
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return len(missing)


def without_repetition(found: list[Found]) -> list[Found]:
    """The first place of each message; one asked for with and without plural keeps the plural."""
    first: dict[Key, Found] = {}
    for item in found:
        if item.message is None:
            continue
        key = (item.message.text, item.message.context)
        if key not in first or (item.message.plural and not first[key].message.plural):  # type: ignore[union-attr]
            first[key] = item
    return list(first.values())


def report(found: list[Found], language: str) -> int:
    """Print what is wrong in one language; how many faults."""
    wrong = list(faults(found, language))
    for item, reason in wrong:
        print(f"{item.place}: [{language}] {reason}: {item.message.text!r}")  # type: ignore[union-attr]
    return len(wrong)


def main() -> int:
    """The number of faults decides the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    settings.configure(USE_I18N=False)
    django.setup()
    everything_found = list(everything())
    unreadable = [item for item in everything_found if item.message is None]
    for item in unreadable:
        print(f"{item.place}: gettext needs a plain string, so that it can be translated")
    found = without_repetition(everything_found)
    if write:
        print("; ".join(f"{language}: {write_missing(found, language)} added" for language in LANGUAGES))
    count = sum(report(found, language) for language in LANGUAGES) + len(unreadable)
    print(f"{len(found)} messages, {count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
