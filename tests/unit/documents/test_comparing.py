"""Two editions, clause by clause."""

from __future__ import annotations

from documents.rules.citing import cited_changes
from documents.rules.comparing import ChangeKind, Words, WordState, compare, marked_words, units
from tests.unit.documents.regulations import read_lines

OLD = (
    "ПОЛОЖЕНИЕ",
    "",
    "1. Общее",
    "1.1. Срок ответа три дня.",
    "1.2. Отметки ставит учитель.",
    "1.3. Журнал хранится год.",
)


def changes(*new: str) -> list[tuple[ChangeKind, str, str]]:
    found = compare(read_lines(*OLD).root, read_lines(*new).root)
    return [(one.kind, one.old.label if one.old else "", one.new.label if one.new else "") for one in found]


def test_compare__names_what_changed_with_its_words():
    new = [*OLD[:3], "1.1. Срок ответа пять рабочих дней.", *OLD[4:]]
    found = compare(read_lines(*OLD).root, read_lines(*new).root)
    assert [(one.kind, one.new.label) for one in found if one.new] == [(ChangeKind.CHANGED, "1.1")]
    assert [(words.text, words.state) for words in found[0].marked] == [
        ("Срок ответа", WordState.KEPT),
        ("три дня.", WordState.REMOVED),
        ("пять рабочих дней.", WordState.ADDED),
    ]


def test_compare__tells_added_removed_and_moved_apart():
    assert changes(*OLD, "1.4. Новый пункт о хранении.") == [(ChangeKind.ADDED, "", "1.4")]
    assert changes(*OLD[:5]) == [(ChangeKind.REMOVED, "1.3", "")]
    assert changes(
        *OLD[:4], "1.2. Совсем новый пункт.", "1.3. Отметки ставит учитель.", "1.4. Журнал хранится год."
    ) == [
        (ChangeKind.ADDED, "", "1.2"),
        (ChangeKind.MOVED, "1.2", "1.3"),
        (ChangeKind.MOVED, "1.3", "1.4"),
    ]


def test_compare__a_bullet_changes_the_clause_it_belongs_to():
    old = read_lines(*OLD[:3], "1.1. Учитель:", "- пишет;", "- читает.").root
    new = read_lines(*OLD[:3], "1.1. Учитель:", "- пишет;", "- считает.").root
    assert [(one.kind, one.new.label) for one in compare(old, new) if one.new] == [(ChangeKind.CHANGED, "1.1")]


def test_marked_words__of_one_edition_alone_are_added_or_removed():
    assert [words.state for words in marked_words("", "новое слово")] == [WordState.ADDED]
    assert [words.state for words in marked_words("старое слово", "")] == [WordState.REMOVED]
    assert marked_words("", "") == ()


def test_units__hold_every_word_once():
    root = read_lines(*OLD, "- с пунктом;").root
    assert " ".join(unit.words for unit in units(root)).count("с пунктом;") == 1


def test_marked_words__of_very_long_clauses_stand_whole_instead_of_holding_up_the_page():
    """B38: two clauses of thousands of words are not compared word by word."""
    old, new = "старый " * 3001, "новый " * 3001

    assert marked_words(old, new) == (Words(old, WordState.REMOVED), Words(new, WordState.ADDED))
    assert [run.state for run in marked_words("один два", "один три")] == list(WordState)[:1] + [
        WordState.REMOVED,
        WordState.ADDED,
    ]


def test_cited_changes__name_each_clause_as_a_reader_cites_it():
    """B38."""
    text = ("Điều 1. Phạm vi", "1. Khoản một nói về việc này.", "2. Khoản hai.")
    old, new = read_lines(*text).root, read_lines(*text[:2], "2. Khoản hai đã sửa.", "3. Khoản ba.").root

    found = cited_changes(old, new)

    assert [(one.kind, one.new.label) for one in found if one.new] == [
        (ChangeKind.CHANGED, "Điều 1 khoản 2"),
        (ChangeKind.ADDED, "Điều 1 khoản 3"),
    ]
