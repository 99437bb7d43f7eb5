"""The weekly schedule is read as people write it, and no file is too hostile for a sentence (A69)."""

from __future__ import annotations

import datetime
import io
import zipfile
from zoneinfo import ZoneInfo

import pytest

from editorial.rules.duties import EventKind
from editorial.schedule.days import dates_in, times_in
from editorial.schedule.reading import MOST_BYTES, read_schedule, units_named
from editorial.schedule.rows import Days, Fault, Problem, Schedule, ScheduleRow, Unreadable
from editorial.schedule.words import Column, column_of, kind_of, weekday_in
from tests.factories import schedules

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = datetime.date(2026, 11, 14)
MONDAY, TUESDAY = datetime.date(2026, 11, 16), datetime.date(2026, 11, 17)


def read(data: bytes) -> Schedule:
    return read_schedule(data, TODAY, HANOI)


def only(data: bytes) -> ScheduleRow:
    (row,) = read(data).rows
    return row


def problem(data: bytes) -> Problem:
    with pytest.raises(Unreadable) as refused:
        read(data)
    return refused.value.problem


def time(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


# --- Days and times


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thứ Hai, 16/11/2026", [(2026, 11, 16)]),
        ("T2\n16/11", [(2026, 11, 16)]),
        ("16-18/11/2026", [(2026, 11, 16), (2026, 11, 18)]),
        ("16.11.2026 – 18.11.2026", [(2026, 11, 16), (2026, 11, 18)]),
        ("2026-11-16 07:30", [(2026, 11, 16)]),
        ("16-11-2026", [(2026, 11, 16)]),
        ("ngày 16 tháng 11 năm 2026", [(2026, 11, 16)]),
        ("ПН, 16 ноября 2026 г.", [(2026, 11, 16)]),
        ("Monday 16 November", [(2026, 11, 16)]),
        ("November 16, 2026", [(2026, 11, 16)]),
        ("16/11/26", [(2026, 11, 16)]),
        ("31/2/2026", []),
        ("8.30", []),
        ("Thứ Hai", []),
        ("99999999999/99999999999", []),
    ],
)
def test_dates__are_read_in_three_languages(text: str, found: list[tuple[int, int, int]]) -> None:
    assert [day for day, _guess in dates_in(text, TODAY)] == [datetime.date(*parts) for parts in found]


@pytest.mark.parametrize(
    ("text", "near", "year"),
    [("3/1", datetime.date(2026, 12, 20), 2027), ("28/12", datetime.date(2027, 1, 4), 2026)],
)
def test_year_that_is_left_out__is_the_nearest(text: str, near: datetime.date, year: int) -> None:
    ((day, is_guess),) = dates_in(text, near)
    assert (day.year, is_guess) == (year, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7h30", [time(7, 30)]),
        ("07:30–10:00", [time(7, 30), time(10)]),
        ("14 giờ 15", [time(14, 15)]),
        ("8g", [time(8)]),
        ("с 9.00 до 10.30", [time(9), time(10, 30)]),
        ("Cả ngày", []),
        ("25h", []),
    ],
)
def test_times__are_read_in_a_column_of_times(text: str, found: list[datetime.time]) -> None:
    assert times_in(text, is_time_column=True) == found


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Thứ, ngày", Column.DAY),
        ("NGÀY", Column.DAY),
        ("Дата", Column.DAY),
        ("Thời gian", Column.TIME),
        ("Giờ", Column.TIME),
        ("Nội dung", Column.TITLE),
        ("Мероприятие", Column.TITLE),
        ("Địa điểm", Column.PLACE),
        ("Thành phần tham dự", Column.UNITS),
        ("Ответственные", Column.UNITS),
        ("Ghi chú", None),
        ("Thực hiện", None),
        ("", None),
    ],
)
def test_columns__are_found_by_their_headings(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


def test_weekdays__are_not_mistaken_for_each_other() -> None:
    names = ("thu hai", "thu ba", "thu tu", "thu nam", "thu sau", "thu bay", "chu nhat")
    assert [weekday_in(name) for name in names] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Lễ khai giảng năm học mới", EventKind.SCHOOL_OPENING),
        ("Hội thi văn nghệ", EventKind.ARTS),
        ("Giải bóng đá khối 11", EventKind.SPORTS),
        ("Kết nạp Đoàn viên mới", EventKind.YOUTH_ADMISSION),
        ("Ngoại khóa STEM", EventKind.EXTRACURRICULAR),
        ("Chuyên đề tổ Toán", EventKind.THEMATIC),
        ("Hội giảng chào mừng 20/11", EventKind.TEACHING_CONTEST),
        ("Thi học sinh giỏi cấp tỉnh", EventKind.PROVINCE_CONTEST),
        ("Thi học sinh giỏi cấp trường", EventKind.SCHOOL_CONTEST),
        ("Họp giao ban cấp tỉnh", EventKind.OTHER),
        ("Tập huấn về đô thị", EventKind.OTHER),
        ("Концерт ко Дню матери", EventKind.ARTS),
        ("Họp chi bộ", EventKind.OTHER),
    ],
)
def test_kind_of_event__is_guessed_by_its_words(title: str, kind: EventKind) -> None:
    assert kind_of(title) is kind


# --- XLSX


def test_sheet__gives_its_events_with_merged_days_and_the_year_of_its_title() -> None:
    first, second, third = read(schedules.sheet()).rows

    assert first.days == Days(MONDAY, MONDAY, time(7, 15), None)
    assert (second.title, second.days) == (
        "Hội thi văn nghệ chào mừng 20/11",
        Days(MONDAY, MONDAY, time(14), time(16, 30)),
    )
    assert (second.kind, second.place, second.faults) == (EventKind.ARTS, "Hội trường", ())
    assert (third.days.starts_on, third.units_text) == (TUESDAY, "Tổ toan")


def test_sheet__read_twice_gives_the_same_keys() -> None:
    keys = [row.uid for row in read(schedules.sheet()).rows]
    assert keys == [row.uid for row in read(schedules.sheet()).rows]
    assert len(set(keys)) == 3


def test_sheet__merged_place_holds_for_all_its_lines() -> None:
    lines = [("16/11/2026", "8h", "Họp", "Phòng A", ""), ("16/11/2026", "9h", "Tập huấn", None, "")]
    rows = read(schedules.sheet(lines, merged=("D3:D4",))).rows
    assert [row.place for row in rows] == ["Phòng A", "Phòng A"]
    rows = read(schedules.sheet(lines, merged=())).rows
    assert [row.place for row in rows] == ["Phòng A", ""]


def test_sheet__lines_of_days_across_the_table_set_the_day() -> None:
    lines = [("Thứ Tư, 18/11/2026", None, None, None, None), (None, "8h", "Họp phụ huynh", "", "")]
    row = only(schedules.sheet(lines, merged=("A3:E3",)))
    assert (row.title, row.days.starts_on) == ("Họp phụ huynh", datetime.date(2026, 11, 18))


def test_sheet__typed_dates_and_times_are_taken_as_they_are() -> None:
    lines = [(datetime.datetime(2026, 11, 16), time(8, 30), "Họp", "", "")]
    row = only(schedules.sheet(lines, title=None, merged=()))
    assert (row.days.starts_on, row.days.starts_time, row.faults) == (MONDAY, time(8, 30), ())


@pytest.mark.parametrize(
    ("lines", "title", "fault"),
    [
        ([("Thứ Ba", "8h", "Họp", "", "")], schedules.TITLE, Fault.DAY_FROM_WEEKDAY),
        ([("Thứ Ba", "8h", "Họp", "", "")], None, Fault.NO_DAY),
        ([("17/11", "8h", "Họp", "", "")], None, Fault.YEAR_GUESSED),
        ([("17/11/2026", "8h", "x" * 300, "", "")], None, Fault.TITLE_CUT),
    ],
)
def test_sheet__what_was_not_read_surely_is_marked(lines: list, title: str | None, fault: Fault) -> None:
    row = only(schedules.sheet(lines, title=title, merged=()))
    assert fault in row.faults
    assert row.days.starts_on == (None if fault is Fault.NO_DAY else TUESDAY)


def test_sheet__day_that_cannot_be_read_is_not_the_day_above() -> None:
    lines = [("16/11/2026", "8h", "Họp", "", ""), ("tuần sau", "8h", "Tập huấn", "", "")]
    assert [row.days.starts_on for row in read(schedules.sheet(lines, merged=())).rows] == [MONDAY, None]


def test_sheet__formula_is_never_reckoned() -> None:
    lines = [("16/11/2026", "8h", '=HYPERLINK("http://example.org","x")', "", ""), ("16/11/2026", "9h", "Họp", "", "")]
    assert [row.title for row in read(schedules.sheet(lines, merged=())).rows] == ["Họp"]


def test_sheet__of_a_thousand_lines_is_cut_and_says_so() -> None:
    lines = [("16/11/2026", "8h", f"Họp {number}", "", "") for number in range(700)]
    found = read(schedules.sheet(lines, merged=()))
    assert (len(found.rows), found.problem) == (200, Problem.TOO_MANY_ROWS)


# --- Hostile files


def test_file_that_is_no_schedule__is_named() -> None:
    assert problem(b"") is Problem.UNKNOWN_KIND
    assert problem(b"%PDF-1.4 ...") is Problem.UNKNOWN_KIND
    assert problem(b"PK\x03\x04 broken") is Problem.BROKEN
    assert problem(schedules.sheet([("a", "b")], headings=("x", "y"), merged=())) is Problem.NO_HEADER
    assert problem(schedules.sheet([], merged=())) is Problem.NO_ROWS
    assert problem(b"x" * (MOST_BYTES + 1)) is Problem.TOO_BIG


def test_zip_bomb__is_refused_before_it_is_unpacked() -> None:
    assert problem(schedules.bomb()) is Problem.TOO_BIG


def test_zip_that_is_no_workbook__is_broken() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert problem(out.getvalue()) is Problem.BROKEN


def test_merged_range_over_the_whole_sheet__is_read_at_once() -> None:
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins '
    data = schedules.with_part(
        schedules.sheet(merged=()),
        "xl/worksheets/sheet1.xml",
        lambda content: content.replace(b"<pageMargins ", merged),
    )
    assert problem(data) is Problem.NO_HEADER


def test_line_with_the_last_number__does_not_fill_the_memory() -> None:
    data = schedules.with_part(
        schedules.sheet(merged=()),
        "xl/worksheets/sheet1.xml",
        lambda content: content.replace(b'<row r="5"', b'<row r="1048576"'),
    )
    assert len(read(data).rows) == 2


def test_entities_in_a_sheet__are_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    data = schedules.with_part(
        schedules.sheet(), "xl/worksheets/sheet1.xml", lambda content: bomb + content.split(b"?>", 1)[-1]
    )
    assert problem(data) is Problem.BROKEN


# --- iCal


EVENT = """
UID:1@truong
SUMMARY:Hội thi văn nghệ
DTSTART:20261116T070000Z
DTEND:20261116T093000Z
LOCATION:Hội trường\\, tầng 2
"""


def test_ical__moments_in_utc_are_local_days() -> None:
    row = only(schedules.calendar(EVENT))
    assert row.days == Days(MONDAY, MONDAY, time(14), time(16, 30))
    assert (row.place, row.uid, row.kind) == ("Hội trường, tầng 2", "ical-1@truong", EventKind.ARTS)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        ("DTSTART;VALUE=DATE:20261116\nDTEND;VALUE=DATE:20261119", Days(MONDAY, datetime.date(2026, 11, 18))),
        ("DTSTART;VALUE=DATE:20261116", Days(MONDAY, MONDAY)),
        ("DTSTART:20261116T080000\nDURATION:PT2H30M", Days(MONDAY, MONDAY, time(8), time(10, 30))),
        ("DTSTART;TZID=Europe/Moscow:20261116T220000", Days(TUESDAY, TUESDAY, time(2))),
        ("DTSTART;TZID=../../etc/passwd:20261116T220000", Days(MONDAY, MONDAY, time(22))),
        ("DTSTART:20261116T170000Z\nDTEND:20261116T180000Z", Days(TUESDAY, TUESDAY, time(0), time(1))),
        ("DTSTART:20261116T200000\nDTEND:20261117T020000", Days(MONDAY, TUESDAY, time(20), time(2))),
        ("DTSTART:20261399T999999", Days()),
        ("DTSTART:99991231T235959Z", Days()),
    ],
)
def test_ical__days_are_read_as_the_standard_says(lines: str, days: Days) -> None:
    row = only(schedules.calendar(f"UID:1\nSUMMARY:Họp\n{lines}"))
    assert row.days == days
    assert (Fault.NO_DAY in row.faults) is (days.starts_on is None)


def test_ical__folded_lines_are_one() -> None:
    assert only(schedules.calendar("UID:1\nSUMMARY:Hội\n  thi\nDTSTART:20261116T080000")).title == "Hội thi"


def test_ical__event_that_repeats_is_entered_once_and_says_so() -> None:
    row = only(schedules.calendar(f"{EVENT}RRULE:FREQ=WEEKLY"))
    assert row.faults == (Fault.REPEATS,)


def test_ical__cancelled_events_and_alarms_are_left_out() -> None:
    alarm = "BEGIN:VALARM\nDTSTART:20200101T000000\nSUMMARY:Nhắc\nEND:VALARM"
    data = schedules.calendar(f"{alarm}{EVENT}", f"{EVENT}STATUS:CANCELLED")
    assert [row.title for row in read(data).rows] == ["Hội thi văn nghệ"]


def test_ical__that_is_broken_is_refused() -> None:
    assert problem(b"BEGIN:VCALENDAR\n\xff\xfe\xff") is Problem.BROKEN
    assert problem(schedules.calendar()) is Problem.NO_ROWS
    assert problem(schedules.calendar("UID:1\nDTSTART:20261116T080000")) is Problem.NO_ROWS


class Unit:
    def __init__(self, pk: int, name: str, short_name: str) -> None:
        self.pk, self.name, self.short_name = pk, name, short_name


def test_units__are_named_by_whole_words_only() -> None:
    units = [Unit(1, "Tổ Toán", "Toán"), Unit(2, "Đoàn trường", "Đoàn"), Unit(3, "Tổ Văn", "Văn")]
    assert units_named("Đoàn trường; tổ TOÁN", units) == [1, 2]
    assert units_named("Toàn trường, văn phòng", [units[0]]) == []
