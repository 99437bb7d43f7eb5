"""The closed lists the charter's clocks are written in: kinds of event, units of time, who writes."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """Kinds of event that Đ14.1 hands out, in its order."""

    PUBLIC_HOLIDAY = "public_holiday"
    SCHOOL_OPENING = "school_opening"
    SCHOOL_CLOSING = "school_closing"
    STAFF_CONFERENCE = "staff_conference"
    CONTEST_PUPILS = "contest_pupils"
    YOUTH_ADMISSION = "youth_admission"
    ARTS = "arts"
    SPORTS = "sports"
    YOUTH_DAY = "youth_day"
    THEMATIC = "thematic"
    EXTRACURRICULAR = "extracurricular"
    TEACHING_CONTEST = "teaching_contest"
    SCHOOL_CONTEST = "school_contest"
    PROVINCE_CONTEST = "province_contest"
    OTHER = "other"


class DeadlineUnit(StrEnum):
    """How the days after an event are counted: every day, or working days only."""

    CALENDAR = "calendar"
    WORKING = "working"


class QuotaBasis(StrEnum):
    """The month an item counts in: where it was handed in, or where it was posted (Đ13.2)."""

    HANDED_IN = "handed_in"
    POSTED = "posted"


SUBJECT_GROUP = "subject_group"
TRADE_UNION = "trade_union"
YOUTH_UNION = "youth_union"
UNIT_KINDS = frozenset(
    {
        SUBJECT_GROUP,
        TRADE_UNION,
        YOUTH_UNION,
        "office_group",
        "class_group",
        "board_of_directors",
        "editorial_board",
        "other",
    }
)
DEPUTY_TEACHING = "deputy_teaching"
A_DEPUTY_ASSIGNS = ""
HOLDERS = UNIT_KINDS | {DEPUTY_TEACHING, A_DEPUTY_ASSIGNS}

VIETNAMESE_DUTIES: dict[str, str] = {
    EventKind.PUBLIC_HOLIDAY.value: TRADE_UNION,
    EventKind.SCHOOL_OPENING.value: TRADE_UNION,
    EventKind.SCHOOL_CLOSING.value: TRADE_UNION,
    EventKind.STAFF_CONFERENCE.value: TRADE_UNION,
    EventKind.CONTEST_PUPILS.value: YOUTH_UNION,
    EventKind.YOUTH_ADMISSION.value: YOUTH_UNION,
    EventKind.ARTS.value: YOUTH_UNION,
    EventKind.SPORTS.value: YOUTH_UNION,
    EventKind.YOUTH_DAY.value: YOUTH_UNION,
    EventKind.THEMATIC.value: SUBJECT_GROUP,
    EventKind.EXTRACURRICULAR.value: SUBJECT_GROUP,
    EventKind.TEACHING_CONTEST.value: SUBJECT_GROUP,
    EventKind.SCHOOL_CONTEST.value: DEPUTY_TEACHING,
    EventKind.PROVINCE_CONTEST.value: DEPUTY_TEACHING,
    EventKind.OTHER.value: A_DEPUTY_ASSIGNS,
}
"""Đ14.1, dashes 1 to 5."""

RUSSIAN_DUTIES: dict[str, str] = {
    **VIETNAMESE_DUTIES,
    EventKind.PUBLIC_HOLIDAY.value: YOUTH_UNION,
    EventKind.SCHOOL_OPENING.value: YOUTH_UNION,
    EventKind.SCHOOL_CLOSING.value: YOUTH_UNION,
}
"""A proposal: holidays and school ceremonies lie with the director's adviser on upbringing (002 §3.3)."""
