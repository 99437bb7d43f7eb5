"""What an act of the review page is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise

from core.rules.answers import Answer
from editorial.forms.review import ActForm
from editorial.selectors.review import Review

NOTE = "…"  # stands for the words a person will type, when only the right is asked for
Question = Callable[[Review], Answer]


def always(review: Review) -> bool:
    """The act makes sense whenever it is allowed."""
    return True


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """One act. may: the rule's answer; makes_sense: whether to offer what the rule would allow.

    run: the action; done: what the person reads afterwards; is_one_tap: the button does it
    without a form; stays: the person stays with the item afterwards; tone: 'yes', 'no' or ''.
    """

    label: str | Promise
    done: str | Promise
    run: Callable[..., Any]
    may: Question
    form: type[ActForm] = ActForm
    makes_sense: Callable[[Review], bool] = always
    is_one_tap: bool = False
    stays: bool = False
    tone: str = ""
    help: str | Promise = ""
    fixed: tuple[tuple[str, Any], ...] = ()
