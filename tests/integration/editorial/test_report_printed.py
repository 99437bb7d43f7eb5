"""A report as lines of print: numbered tables and charts, columns in which no word is torn (issue 5)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from editorial.reports.paper import Column, Paragraph, Section, Table
from editorial.reports.printed import (
    BESIDE,
    NOT_SIGNED,
    ROOMS,
    SHORT,
    WIDEST,
    PrintedTable,
    PrintedText,
    made_at,
    printed_sections,
    section_heading,
    signed_line,
    title_of,
)
from tests.factories.papers import VN_EVENTS, VN_ITEMS, draft_of, ru_paper, vn_paper


def set_table(*headings: str, rows: tuple[tuple[str, ...], ...] = ()) -> PrintedTable:
    """A table of texts as it is printed."""
    table = Table("t", "Bảng", tuple(Column(heading) for heading in headings), rows)
    paper = replace(vn_paper(), sections=(Section("s", "I", "Mục", 1, (table,)),))
    made = printed_sections(paper)[0].blocks[0]
    assert isinstance(made, PrintedTable)
    return made


def captions(paper) -> list[str]:
    blocks = [block for section in printed_sections(paper) for block in section.blocks]
    return [block.caption for block in blocks if not isinstance(block, PrintedText)]


def test_tables_and_charts__are_numbered_apart_in_their_order() -> None:
    assert captions(vn_paper()) == [
        "Bảng 1. Tin, bài theo đơn vị",
        "Biểu đồ 1. Số tin, bài đã đăng theo đơn vị",
        "Bảng 2. Thời hạn 03 ngày theo sự kiện",
    ]
    assert [caption.split(".")[0] for caption in captions(ru_paper())] == ["Таблица 1", "Диаграмма 1"]


def test_figures__stand_on_the_right_and_words_on_the_left() -> None:
    blocks = [block for section in printed_sections(vn_paper()) for block in section.blocks]
    items, events = (block for block in blocks if isinstance(block, PrintedTable))
    assert items.right == (False, *[True] * 7)
    assert events.right == (False,) * 4


def test_columns__take_smaller_letters_before_a_word_is_torn() -> None:
    """The headings of the Russian report, eight of them, need the smallest letters."""
    few = set_table("Материал", "Дата")
    many = set_table("a", "b", "c", "d", "e", "f")
    russian = set_table(
        "Подразделение", "Подано", "Опубликовано", "Возвращено", "Отклонено", "В срок", "С опозданием", "Доля в срок"
    )
    assert [table.size for table in (few, many, russian)] == [0, 1, 2]
    for table in (few, many, russian):
        longest = [max(map(len, heading.split())) for heading in table.headings]
        assert all(width >= word + BESIDE for width, word in zip(table.widths, longest, strict=True))
        assert sum(table.widths) <= ROOMS[table.size]


def test_columns__short_texts_get_their_line_before_long_ones() -> None:
    long = "một hai ba bốn năm sáu bảy"
    table = set_table("A", "B", "C", "D", rows=((long, long, long, "Tổ Văn"),))
    assert table.widths[3] == len("Tổ Văn") + BESIDE
    assert table.widths[0] == table.widths[1] == table.widths[2] < len(long)


def test_columns__that_cannot_fit_share_what_there_is() -> None:
    table = set_table(*["x" * 60] * 5)
    assert table.size == len(ROOMS) - 1
    assert table.widths == (WIDEST + BESIDE,) * 5


@pytest.mark.parametrize(("count", "whole"), [(0, True), (SHORT, True), (SHORT + 1, False)])
def test_table__that_is_short_stays_on_one_page(count: int, whole: bool) -> None:
    assert set_table("A", rows=(("x",),) * count).whole is whole


def test_table__without_rows_says_so_and_one_with_rows_does_not() -> None:
    assert set_table("A").empty == "Không có."
    assert set_table("A", rows=(("x",),)).empty == ""


def test_row__must_be_as_long_as_its_table() -> None:
    with pytest.raises(ValueError, match="zip"):
        set_table("A", "B", rows=(("x",),))


@pytest.mark.parametrize(
    ("number", "heading", "line"),
    [("II", "KẾT QUẢ", "II. KẾT QUẢ"), ("", "Phụ lục", "Phụ lục"), ("1", "Tin,\nbài", "1. Tin, bài")],
)
def test_heading__is_one_line_with_its_number(number: str, heading: str, line: str) -> None:
    assert section_heading(Section("s", number, heading, 1)) == line


@pytest.mark.parametrize(("level", "made"), [(0, 1), (1, 1), (2, 2), (12, 9)])
def test_heading__has_a_level_that_word_knows(level: int, made: int) -> None:
    assert printed_sections(replace(vn_paper(), sections=(Section("s", "", "x", level),)))[0].level == made


def test_paragraph__each_line_that_holds_something_stands_alone() -> None:
    paper = replace(vn_paper(), sections=(Section("s", "", "x", 1, (Paragraph("một\n\n hai "),)),))
    assert printed_sections(paper)[0].blocks == (PrintedText(("một", "hai")),)


def test_signed_line__names_moment_and_zone_and_is_empty_before() -> None:
    assert signed_line(vn_paper()) == "Đã ký trên Cổng: 02/11/2026 15:04 (UTC+07:00)"
    assert signed_line(ru_paper()) == "Подписано на портале: 02.11.2026 10:00 (UTC+03:00)"
    assert signed_line(draft_of(vn_paper())) == ""


def test_made_at__is_the_signature_in_utc_and_never_the_clock() -> None:
    assert made_at(vn_paper()) == dt.datetime(2026, 11, 2, 8, 4)
    assert made_at(draft_of(vn_paper())) == NOT_SIGNED


def test_title__is_type_and_subject() -> None:
    assert title_of(ru_paper()) == "ОТЧЁТ о работе официального сайта за октябрь 2026 года"


def test_total__is_printed_only_where_there_is_one() -> None:
    paper = replace(vn_paper(), sections=(Section("s", "I", "x", 1, (VN_ITEMS, VN_EVENTS)),))
    totals = [block.total for block in printed_sections(paper)[0].blocks]
    assert totals[0][0] == "Tổng số"
    assert totals[1] == ()
