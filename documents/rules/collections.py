"""The named sections of the register: which documents belong to each (A04, B06, B09, B39)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from enum import StrEnum

from core.folding import fold
from documents.rules.registering import Field
from documents.rules.types import TYPES, TypeGroup


class CollectionKind(StrEnum):
    """A section of the register."""

    LAW = "law_and_policy"
    LOCAL_ACTS = "local_acts"
    LEARNING = "learning_process"
    UPBRINGING = "upbringing_process"
    CURRICULA = "curricula"


class Issuer(StrEnum):
    """Whose act a document is: the school's own, or one of the state or a superior body."""

    SCHOOL = "school"
    SUPERIOR = "superior"


STATE_TYPES = frozenset({"federalny_zakon", "postanovlenie"}) | {
    code for code, row in TYPES.items() if row.group is TypeGroup.NORMATIVE
}
"""Acts of the state, whoever is written as their issuing body."""
ORDERS = frozenset({"quyet_dinh", "prikaz", "rasporyazhenie"})
"""Acts by which others are approved; their annexes stand under them (000 §4.1.1)."""
LOCAL_ACTS = ORDERS | {
    *("quy_che", "quy_dinh", "huong_dan"),
    *("polozhenie", "poryadok", "pravila", "instrukciya", "reglament"),
}
PROGRAMMES = frozenset({"rabochaya_programma", "uchebny_plan"})


@dataclasses.dataclass(frozen=True, slots=True)
class Belonging:
    """What makes a document belong: its issuer, where one is asked for, and its field or its type.

    Empty sets ask for nothing; where both are given, one of them is enough.
    """

    issuer: Issuer | None = None
    fields: frozenset[Field] = frozenset()
    kinds: frozenset[str] = frozenset()

    def takes(self, field: str, kind: str, issuer: Issuer) -> bool:
        """Whether a document of this field, type and issuer belongs."""
        if self.issuer not in {None, issuer}:
            return False
        return not (self.fields or self.kinds) or field in self.fields or kind in self.kinds


BELONGING: dict[CollectionKind, Belonging] = {
    CollectionKind.LAW: Belonging(issuer=Issuer.SUPERIOR),
    CollectionKind.LOCAL_ACTS: Belonging(issuer=Issuer.SCHOOL, kinds=LOCAL_ACTS),
    CollectionKind.LEARNING: Belonging(fields=frozenset({Field.TEACHING})),
    CollectionKind.UPBRINGING: Belonging(fields=frozenset({Field.UPBRINGING})),
    CollectionKind.CURRICULA: Belonging(fields=frozenset({Field.CURRICULUM}), kinds=PROGRAMMES),
}


def issuer_of(kind: str, issuing_body: str, school_names: Iterable[str]) -> Issuer:
    """Whose act it is: the school's when the body bears one of its names and the type is none of the state's."""
    return Issuer.SCHOOL if kind not in STATE_TYPES and is_own_body(issuing_body, school_names) else Issuer.SUPERIOR


def is_own_body(issuing_body: str, school_names: Iterable[str]) -> bool:
    """Whether a body is the school or an office of it: "The head of School No. 5"; case and marks do not matter."""
    body = _plain(issuing_body)
    return any(name in body for name in map(_plain, school_names) if name.strip())


def _plain(text: str) -> str:
    """Folded words between spaces, so that "School 5" is not found in "School 57"."""
    return f" {' '.join(''.join(sign if sign.isalnum() else ' ' for sign in fold(text)).split())} "
