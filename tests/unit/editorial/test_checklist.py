"""A14: the compliance questions an editor answers before he forwards (Đ4.3, Đ15)."""

from __future__ import annotations

import pytest

from core.rules.answers import Refused
from editorial.rules.checklist import YES, Consent, ContentFacts, Question, is_complete, questions
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import Origin

ALWAYS = {Question.FACTS_CHECKED, Question.NO_PERSONAL_DATA, Question.NOT_SECRET, Question.NOT_ADVERTISING}
TEXT = ContentFacts()
PICTURES = ContentFacts(has_pictures=True)
REGISTER = frozenset({"17"})


def still_open(*asked: Question) -> Refused:
    return Refused(Reason.CHECKLIST_OPEN, {"questions": ",".join(question.value for question in asked)})


def yes_to(facts: ContentFacts, **more: str) -> dict[str, str]:
    """Yes to all that is asked, pupils not shown."""
    answers = {question.value: YES for question in questions(facts)}
    return {**answers, Question.PUPIL_CONSENT.value: Consent.NO_PUPILS, **more}


@pytest.mark.parametrize(
    ("facts", "more"),
    [
        (TEXT, set()),
        (PICTURES, {Question.IMAGE_RIGHTS, Question.PUPIL_CONSENT}),
        (ContentFacts(has_files=True), {Question.FILE_RIGHTS}),
        (ContentFacts(is_official_source=True), {Question.SOURCE_QUOTED}),
        (ContentFacts(True, True, True), set(Question) - ALWAYS),
    ],
)
def test_questions__asks_only_what_applies(facts, more):
    """A14, A54: rights where there are pictures or files, the source where it is an official one."""
    assert set(questions(facts)) == ALWAYS | more


def test_origin__is_one_of_the_four_of_the_regulation():
    """A54: school activity, contributor, unit, official source."""
    assert {origin.value for origin in Origin} == {"own_activity", "contributor", "unit", "official_source"}


@pytest.mark.parametrize("facts", [TEXT, PICTURES, ContentFacts(True, True, True)])
def test_is_complete__allows_when_all_is_answered(facts):
    """A14."""
    assert is_complete(facts, yes_to(facts), frozenset())


@pytest.mark.parametrize("question", list(Question))
@pytest.mark.parametrize("answer", ["", "no", "Yes"])
def test_is_complete__refuses_anything_but_yes_to_any_question(question, answer):
    """A14: rights, secrets, advertising, personal data: one open question stops the item."""
    facts = ContentFacts(has_pictures=True, has_files=True, is_official_source=True)
    answers = yes_to(facts, **{question.value: answer})
    assert is_complete(facts, answers, frozenset()) == still_open(question)


def test_is_complete__refuses_unanswered_questions_and_names_every_one():
    """A14: one look says all that is missing."""
    assert is_complete(TEXT, {}, frozenset()) == still_open(*questions(TEXT))
    one_answered = {Question.NOT_SECRET.value: YES}
    rest = [question for question in questions(TEXT) if question is not Question.NOT_SECRET]
    assert is_complete(TEXT, one_answered, frozenset()) == still_open(*rest)


@pytest.mark.parametrize(
    "answers",
    [
        {"pupil_consent": Consent.NO_PUPILS},
        {"pupil_consent": Consent.REGISTER, "consent_entry": "17"},
        {"pupil_consent": Consent.SIGNED, "consent_reference": "binder 3, page 12"},
    ],
)
def test_is_complete__allows_pupils_consent_that_can_be_shown(answers):
    """A14: image rights recorded."""
    assert is_complete(PICTURES, yes_to(PICTURES, **answers), REGISTER)


@pytest.mark.parametrize(
    "answers",
    [
        {"pupil_consent": YES},
        {"pupil_consent": Consent.REGISTER},
        {"pupil_consent": Consent.REGISTER, "consent_entry": "18"},
        {"pupil_consent": Consent.SIGNED},
        {"pupil_consent": Consent.SIGNED, "consent_reference": "  "},
    ],
)
def test_is_complete__refuses_pupils_consent_that_cannot_be_shown(answers):
    """A14."""
    complete = is_complete(PICTURES, yes_to(PICTURES, **answers), REGISTER)
    assert complete == still_open(Question.PUPIL_CONSENT)


def test_is_complete__does_not_ask_about_pupils_without_pictures():
    assert is_complete(TEXT, yes_to(TEXT, pupil_consent=""), REGISTER)
