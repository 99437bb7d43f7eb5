"""Guidance pages: what each is about, for whom it is, how a clause they rest on is named (B05, B07, B58, B61)."""

from __future__ import annotations

import re
from enum import StrEnum

from core.rules.answers import ALLOWED, Answer, Refused
from documents.rules.registering import Audience
from editorial.rules.people import Actor, may_act_at_all
from editorial.rules.reasons import Reason


class Topic(StrEnum):
    """What a page of guidance is about."""

    INTRODUCTION = "introduction"
    INSTRUCTION = "instruction"
    ACCESS = "access"
    SAFE_KEEPING = "safe_keeping"
    AVAILABLE_ONLINE = "available_online"
    QUESTIONS = "questions"
    OBSERVER = "observer"
    PRESENCE = "presence"
    OTHER = "other"


class Role(StrEnum):
    """For whom a page of guidance is written."""

    ADMINISTRATOR = "administrator"
    HEAD = "head"
    DEPUTY = "deputy"
    CLASS_TEACHER = "class_teacher"
    SUBJECT_TEACHER = "subject_teacher"
    SECRETARY = "secretary"
    MEDICAL = "medical"
    PUPIL = "pupil"
    PARENT = "parent"
    OBSERVER = "observer"
    EVERYONE = "everyone"


ROLES_OF: dict[Audience, frozenset[Role]] = {
    Audience.ADMINISTRATION: frozenset({Role.HEAD, Role.DEPUTY, Role.SECRETARY, Role.ADMINISTRATOR, Role.EVERYONE}),
    Audience.TEACHERS: frozenset({Role.SUBJECT_TEACHER, Role.MEDICAL, Role.OBSERVER, Role.EVERYONE}),
    Audience.CLASS_TEACHERS: frozenset({Role.CLASS_TEACHER, Role.SUBJECT_TEACHER, Role.EVERYONE}),
    Audience.PUPILS: frozenset({Role.PUPIL, Role.EVERYONE}),
    Audience.PARENTS: frozenset({Role.PARENT, Role.OBSERVER, Role.EVERYONE}),
}
"""Whose guidance an audience finds on its page (000 §1.7, 002 §1.7); observers are mostly parents (003 app. 2)."""

ACCESS_LIKE: dict[Role, Role] = {
    **dict.fromkeys(
        (Role.ADMINISTRATOR, Role.HEAD, Role.DEPUTY, Role.CLASS_TEACHER, Role.SECRETARY, Role.MEDICAL),
        Role.SUBJECT_TEACHER,
    ),
    Role.PUPIL: Role.PARENT,
}
"""Whose page of access helps a role that has none of its own: staff get in alike, and so do families (000 §3.1)."""

AUDIENCE_WORD = {"vn": "danh-cho", "ru": "dlya"}
AUDIENCE_SLUGS: dict[str, dict[Audience, str]] = {
    "vn": {
        Audience.ADMINISTRATION: "quan-ly",
        Audience.TEACHERS: "giao-vien",
        Audience.CLASS_TEACHERS: "giao-vien-chu-nhiem",
        Audience.PUPILS: "hoc-sinh",
        Audience.PARENTS: "phu-huynh",
    },
    "ru": {
        Audience.ADMINISTRATION: "administraciya",
        Audience.TEACHERS: "uchitelya",
        Audience.CLASS_TEACHERS: "klassnye-rukovoditeli",
        Audience.PUPILS: "ucheniki",
        Audience.PARENTS: "roditeli",
    },
}

_VIETNAMESE = re.compile(r"(điều|khoản|điểm)\s+([\w.]*\w)")
_SPOKEN = re.compile(r"\b(?:подпункт\w*|пункт\w*|пп|п|clause)\b\.?|§")
_RANKS = ("điều", "khoản", "điểm")


def may_write_guidance(actor: Actor) -> Answer:
    """Units and the board write guidance, as they write articles; it passes the whole chain (Đ12.3)."""
    blocked = may_act_at_all(actor)
    if not blocked:
        return blocked
    return ALLOWED if actor.is_board or actor.unit_ids else Refused(Reason.NOT_YOUR_UNIT)


def audience_path(audience: Audience, country: str) -> str:
    """The end of the address of an audience's page, "dlya/roditeli/"."""
    known = country if country in AUDIENCE_WORD else "vn"
    return f"{AUDIENCE_WORD[known]}/{AUDIENCE_SLUGS[known][audience]}/"


def audience_of_path(parts: list[str], country: str) -> Audience | None:
    """The audience whose page has this end of the address; None for every other."""
    paths = {audience_path(audience, country): audience for audience in Audience}
    return paths.get("".join(f"{part}/" for part in parts))


def clause_keys(name: str) -> list[str]:
    """A clause as somebody names it ("п. 3.4", "khoản 2 Điều 12"), to be compared; then what stands above it.

    The first one is the clause itself; none for words that name no clause.
    """
    plain = " ".join(_SPOKEN.sub(" ", name.casefold()).split()).rstrip(".)")
    found = dict(_VIETNAMESE.findall(plain))
    if found:
        steps = [f"{rank} {found[rank].rstrip('.')}" for rank in _RANKS if rank in found]
        return [" ".join(steps[:count]) for count in range(len(steps), 0, -1)]
    if not plain:
        return []
    figures = plain.split(".")
    is_figures = all(part.strip().isdecimal() for part in figures)
    return [".".join(figures[:count]) for count in range(len(figures), 0, -1)] if is_figures else [plain]
