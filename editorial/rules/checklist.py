"""The compliance checklist an editor answers before he forwards (Đ4.3, Đ15)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from editorial.rules.reasons import Reason


class Question(StrEnum):
    """What is asked; the value is the field name in forms and records."""

    IMAGE_RIGHTS = "image_rights"
    PUPIL_CONSENT = "pupil_consent"
    NO_PERSONAL_DATA = "no_personal_data"
    NOT_SECRET = "not_secret"
    NOT_ADVERTISING = "not_advertising"
    FACTS_CHECKED = "facts_checked"
    SOURCE_QUOTED = "source_quoted"
    FILE_RIGHTS = "file_rights"


class Consent(StrEnum):
    """How the pupils' consent is given."""

    NO_PUPILS = "no_pupils"
    REGISTER = "register"
    SIGNED = "signed"


YES = "yes"


@dataclasses.dataclass(frozen=True, slots=True)
class ContentFacts:
    """What the item contains, so that only what applies is asked."""

    has_pictures: bool = False
    has_files: bool = False
    is_official_source: bool = False


def questions(facts: ContentFacts) -> tuple[Question, ...]:
    """The questions that apply: no pictures, no picture questions."""
    asked = [Question.FACTS_CHECKED, Question.NO_PERSONAL_DATA, Question.NOT_SECRET, Question.NOT_ADVERTISING]
    if facts.has_pictures:
        asked += [Question.IMAGE_RIGHTS, Question.PUPIL_CONSENT]
    if facts.has_files:
        asked.append(Question.FILE_RIGHTS)
    if facts.is_official_source:
        asked.append(Question.SOURCE_QUOTED)
    return tuple(asked)


def is_complete(facts: ContentFacts, answers: Mapping[str, str], register: frozenset[str]) -> Answer:
    """Whether every question that applies has a good answer.

    `register` holds the ids of consent entries in force; consent from the register must name one
    of them, consent on signed paper must say where it is kept. The refusal names every open
    question, separated by commas.
    """
    still_open = [question.value for question in questions(facts) if not _is_good(question, answers, register)]
    return Refused(Reason.CHECKLIST_OPEN, {"questions": ",".join(still_open)}) if still_open else ALLOWED


def _is_good(question: Question, answers: Mapping[str, str], register: frozenset[str]) -> bool:
    answer = answers.get(question.value, "")
    if question is not Question.PUPIL_CONSENT:
        return answer == YES
    if answer == Consent.REGISTER:
        return answers.get("consent_entry", "") in register
    if answer == Consent.SIGNED:
        return bool(answers.get("consent_reference", "").strip())
    return answer == Consent.NO_PUPILS
