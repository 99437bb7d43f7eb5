"""The words by which columns, weekdays, months and kinds of event are known, folded as by `core.folding`."""

from __future__ import annotations

import re
from enum import StrEnum

from core.folding import fold
from editorial.rules.duties import EventKind


class Column(StrEnum):
    """What a column of a schedule holds."""

    TITLE = "title"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    UNITS = "units"


LONGEST_HEADER = 60
HEADERS: tuple[tuple[Column, str], ...] = (
    (
        Column.TITLE,
        "noi dung|cong viec|hoat dong|su kien|содержание|мероприяти|событи|наименование"
        "|events?\\b|activit|content|title|subject",
    ),
    (Column.PLACE, "dia diem|noi to chuc|место|кабинет|place|location|venue|where"),
    (
        Column.UNITS,
        "thanh phan|don vi|bo phan|tham du|tham gia|phu trach|chu tri|участник|подразделен|ответствен|класс"
        "|units?\\b|participant|attendee|responsible|who\\b",
    ),
    (Column.TIME, "gio\\b|thoi gian|время|час\\b|time|hour"),
    (Column.DAY, "ngay\\b|thu\\b|дата|день\\b|число|date|day\\b"),
)
WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("thu hai", "thu 2", "t2", "понедельник", "пн", "monday"),
    ("thu ba", "thu 3", "t3", "вторник", "вт", "tuesday"),
    ("thu tu", "thu 4", "t4", "среда", "ср", "wednesday"),
    ("thu nam", "thu 5", "t5", "четверг", "чт", "thursday"),
    ("thu sau", "thu 6", "t6", "пятница", "пт", "friday"),
    ("thu bay", "thu 7", "t7", "суббота", "сб", "saturday"),
    ("chu nhat", "cn", "воскресенье", "вс", "sunday"),
)
MONTHS: tuple[tuple[str, ...], ...] = (
    ("января", "january", "jan"),
    ("февраля", "february", "feb"),
    ("марта", "march", "mar"),
    ("апреля", "april", "apr"),
    ("мая", "may"),
    ("июня", "june", "jun"),
    ("июля", "july", "jul"),
    ("августа", "august", "aug"),
    ("сентября", "september", "sept", "sep"),
    ("октября", "october", "oct"),
    ("ноября", "november", "nov"),
    ("декабря", "december", "dec"),
)
CONTEST = (
    r"\b(?:hoi thi|cuoc thi|thi hoc sinh|thi chon|hung bien|конкурс\w*|олимпиад\w*|contest|competition|olympiad)\b"
)
KINDS: tuple[tuple[EventKind, str], ...] = (
    (EventKind.SCHOOL_OPENING, r"khai giang|день знани|opening of the school year"),
    (EventKind.SCHOOL_CLOSING, r"tong ket nam hoc|be giang|последни\w* звон|выпускно|closing of the school year"),
    (EventKind.STAFF_CONFERENCE, r"hoi nghi (?:vien chuc|can bo|nguoi lao dong)|собрани\w* труд|staff conference"),
    (EventKind.YOUTH_DAY, r"\b26\s*[/.-]\s*0?3\b|youth union day"),
    (EventKind.YOUTH_ADMISSION, r"ket nap doan|admission to the youth union"),
    (EventKind.TEACHING_CONTEST, r"hoi giang|thao giang|giao vien (?:day )?gioi|открыт\w* урок|open lesson"),
    (
        EventKind.PROVINCE_CONTEST,
        rf"(?:cap (?:tinh|so|thanh pho)|област\w*|региональн\w*|province).*|{CONTEST}.*cap tinh",
    ),
    (EventKind.THEMATIC, r"chuyen de|тематическ|методическ|thematic"),
    (
        EventKind.EXTRACURRICULAR,
        r"ngoai khoa|trai nghiem|tham quan|внекласс|внеурочн|экскурси|extracurricular|excursion",
    ),
    (EventKind.ARTS, r"van nghe|концерт|спектакл|concert|performance"),
    (
        EventKind.SPORTS,
        r"the duc the thao|tdtt|the thao|bong (?:da|chuyen|ro)|hoi khoe|giai chay|спорт|соревновани|эстафет|sports?\b",
    ),
    (EventKind.CONTEST_PUPILS, rf"{CONTEST}.*(?:doan|thanh nien)|(?:doan truong|doan thanh nien).*{CONTEST}"),
    (EventKind.SCHOOL_CONTEST, rf"cap truong|школьн\w* этап|{CONTEST}"),
    (
        EventKind.PUBLIC_HOLIDAY,
        r"\b(?:20\s*[/.-]\s*11|0?8\s*[/.-]\s*0?3|20\s*[/.-]\s*10|30\s*[/.-]\s*0?4|0?2\s*[/.-]\s*0?9|22\s*[/.-]\s*12)\b"
        r"|ngay (?:le|nha giao)|ky niem|день учителя|праздни|holiday",
    ),
)
KINDS_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in KINDS)


def column_of(text: str) -> Column | None:
    """What a column with this heading holds; None for a heading that says nothing, or no heading at all."""
    folded = " ".join(fold(text).split())
    if not folded or len(folded) > LONGEST_HEADER:
        return None
    return next((column for column, words in HEADERS if re.search(rf"(?<!\w)(?:{words})", folded)), None)


def weekday_in(folded: str) -> int | None:
    """The ISO number of the weekday that a folded text names; None when it names none."""
    for number, names in enumerate(WEEKDAYS, 1):
        if any(re.search(rf"(?<!\w){name}(?!\w)", folded) for name in names):
            return number
    return None


def month_called(name: str) -> int | None:
    """The number of a month by its folded Russian or English name."""
    return next((number for number, names in enumerate(MONTHS, 1) if name in names), None)


def kind_of(title: str) -> EventKind:
    """The kind of event its name speaks of; `OTHER` when nothing tells. A person may change it."""
    folded = " ".join(fold(title).split())
    is_contest = re.search(CONTEST, folded) is not None
    for kind, pattern in KINDS_COMPILED:
        if pattern.search(folded) and (kind is not EventKind.PROVINCE_CONTEST or is_contest):
            return kind
    return EventKind.OTHER
