"""A small correction never changes a figure or a negation."""

from __future__ import annotations

import random
import string

from hypothesis import assume, given
from hypothesis import strategies as st

from core.rules.answers import Refused
from editorial.rules.corrections import NEGATIONS, Content, changed_share, is_small
from editorial.rules.reasons import Reason

PLAIN = "cô Lan và học sinh lớp chuyên дружно спели песню the pupils sang well Đặng , . – 7 12 2025".split()
WORDS = st.lists(st.sampled_from([*PLAIN, *sorted(NEGATIONS)]) | st.text("aạêđйё 5", max_size=4), max_size=12)
SENTENCES = WORDS.map(" ".join)
CONTENTS = st.builds(Content, st.dictionaries(st.sampled_from(["title", "lead", "body"]), SENTENCES), st.just({}))


def figures(text: str) -> list[str]:
    return [letter for letter in text if letter.isdecimal()]


def negations(text: str) -> list[str]:
    bare = "".join(letter if letter.isalnum() else " " for letter in text)
    return [word for word in bare.lower().split() if word in NEGATIONS]


def lead(text: str) -> Content:
    return Content({"lead": text}, {})


@given(SENTENCES, SENTENCES)
def test_is_small__what_it_allows_keeps_every_figure_and_negation(before, after):
    if is_small(lead(before), lead(after), 1):
        assert figures(before) == figures(after)
        assert negations(before) == negations(after)


@given(WORDS, st.data())
def test_is_small__refuses_any_digit_put_for_another(words, data):
    text = " ".join([*words, "5"])
    place = data.draw(st.sampled_from([n for n, letter in enumerate(text) if letter.isdecimal()]))
    other = data.draw(st.sampled_from([digit for digit in string.digits if digit != text[place]]))
    assert not is_small(lead(text), lead(text[:place] + other + text[place + 1 :]), 1)


@given(WORDS, st.sampled_from(sorted(NEGATIONS)), st.integers(0, 20))
def test_is_small__refuses_any_negation_put_in_or_left_out(words, negation, place):
    more = [*words[:place], negation, *words[place:]]
    assert not is_small(lead(" ".join(words)), lead(" ".join(more)), 1)
    assert not is_small(lead(" ".join(more)), lead(" ".join(words)), 1)


@given(CONTENTS)
def test_is_small__a_text_against_itself_changes_nothing(content):
    assert is_small(content, content, 1) == Refused(Reason.NOTHING_CHANGED)
    assert changed_share(content, content) == (0 if any(content.texts.values()) else 1)


@given(CONTENTS, CONTENTS)
def test_changed_share__lies_between_nothing_and_all(before, after):
    assert 0 <= changed_share(before, after) <= 1


@given(CONTENTS, CONTENTS, st.floats(0, 1), st.floats(0, 1))
def test_is_small__a_smaller_share_allows_less(before, after, first, second):
    low, high = sorted((first, second))
    assert is_small(before, after, high) or not is_small(before, after, low)


@given(CONTENTS, CONTENTS, st.floats(0, 1))
def test_is_small__what_it_allows_is_within_the_share(before, after, share):
    if is_small(before, after, share):
        assert changed_share(before, after) <= share


@given(SENTENCES, st.randoms(use_true_random=False))
def test_is_small__a_mistyped_letter_in_a_long_text_is_small(text, chance: random.Random):
    long = text + " Cô Nguyễn Thị Lan hát hay" * 10
    place = len(long) - chance.randint(1, 4)
    mistyped = long[:place] + "x" + long[place + 1 :]
    assume(long != mistyped)
    assert is_small(lead(long), lead(mistyped), 0.05)
