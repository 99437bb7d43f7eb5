"""The few words the files add of their own: "Table 1", "Note", "signed on". Kept here and not in the catalogues,
because an official paper is in the language of its text by law, whatever language its reader has chosen, and because
the same report must give the same file after a translator has been at work.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileWords:
    """Words of one language.

    tag: of the language, as files name it. thousands, point: signs inside a number. percent: the sign and what
    stands before it; points: the same for a difference of two shares. day: a form for strftime. sheet_day: the same
    for a spreadsheet.
    """

    tag: str
    thousands: str
    point: str
    percent: str
    points: str
    day: str
    sheet_day: str
    table: str
    chart: str
    note: str
    empty: str
    signed: str
    unsigned: str
    about: str
    paper: str
    number: str
    place_and_date: str
    signer: str
    state: str
    traces: str
    tables: str


VIETNAMESE = FileWords(
    tag="vi-VN",
    thousands=".",
    point=",",
    percent="%",
    points=" điểm %",
    day="%d/%m/%Y",
    sheet_day="dd/mm/yyyy",
    table="Bảng",
    chart="Biểu đồ",
    note="Ghi chú:",
    empty="Không có.",
    signed="Đã ký trên Cổng:",
    unsigned="Chưa ký",
    about="Thông tin chung",
    paper="Văn bản",
    number="Số, ký hiệu",
    place_and_date="Địa danh, thời gian",
    signer="Người ký",
    state="Tình trạng",
    traces="Dấu vết kiểm tra",
    tables="Các bảng số liệu",
)
RUSSIAN = FileWords(
    tag="ru-RU",
    thousands="\N{NO-BREAK SPACE}",
    point=",",
    percent="\N{NO-BREAK SPACE}%",
    points="\N{NO-BREAK SPACE}п.\N{NO-BREAK SPACE}п.",
    day="%d.%m.%Y",
    sheet_day="dd.mm.yyyy",
    table="Таблица",
    chart="Диаграмма",
    note="Примечание:",
    empty="Нет записей.",
    signed="Подписано на портале:",
    unsigned="Не подписан",
    about="Сведения об отчёте",
    paper="Документ",
    number="Номер",
    place_and_date="Дата",
    signer="Подписал",
    state="Состояние",
    traces="Сведения для проверки",
    tables="Таблицы",
)
ENGLISH = FileWords(
    tag="en-GB",
    thousands=",",
    point=".",
    percent="%",
    points=" points",
    day="%Y-%m-%d",
    sheet_day="yyyy-mm-dd",
    table="Table",
    chart="Chart",
    note="Note:",
    empty="Nothing to list.",
    signed="Signed on the portal:",
    unsigned="Not signed",
    about="About this report",
    paper="Paper",
    number="Number",
    place_and_date="Place and date",
    signer="Signed by",
    state="State",
    traces="For checking",
    tables="Tables",
)
WORDS = {"vi": VIETNAMESE, "ru": RUSSIAN, "en": ENGLISH}


def words_of(language: str) -> FileWords:
    """Words of a paper's language; English for one that we do not have."""
    return WORDS.get(language.split("-")[0].lower(), ENGLISH)
