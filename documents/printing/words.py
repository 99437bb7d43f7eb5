"""The words a printed document adds of its own, in the language of the school.

Kept here and not in the catalogues: the same edition gives the same file after a translator has been at work, and in
whatever language the visitor reads the portal.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintWords:
    """Words of one language. language, region: as files name them. day: a form for strftime."""

    language: str
    region: str
    day: str
    number: str
    issued_by: str
    issued_on: str
    signed_by: str
    validity: str
    edition: str
    printed_on: str
    contents: str
    page: str
    code_alt: str
    read_it: str
    read_former: str
    former: str
    extract: str
    extract_of: str
    left_out: str
    check: str
    reader: str
    office: str
    post: str
    name: str
    stamp: str

    def edition_of(self, number: int, begins_on: datetime.date, ends_on: datetime.date | None) -> str:
        """Which edition it is and from when to when it is in force."""
        span = begins_on.strftime(self.day)
        if ends_on is not None:
            span = f"{span} – {ends_on.strftime(self.day)}"
        return self.edition.format(number=number, span=span)


VIETNAMESE = PrintWords(
    language="vi",
    region="VN",
    day="%d/%m/%Y",
    number="Số, ký hiệu",
    issued_by="Cơ quan ban hành",
    issued_on="Ngày ban hành",
    signed_by="Người ký",
    validity="Hiệu lực",
    edition="Bản thứ {number}, áp dụng từ {span}",
    printed_on="In từ Cổng thông tin ngày {day}",
    contents="Mục lục",
    page="Trang {page}/{pages}",
    code_alt="Mã QR dẫn đến địa chỉ {address}",
    read_it="Đọc bản đang có hiệu lực tại:",
    read_former="Địa chỉ của bản này:",
    former="Bản cũ, không còn áp dụng",
    extract="BẢN TRÍCH",
    extract_of="Trích từ văn bản",
    left_out="… (lược bỏ)",
    check="Kiểm tra bản trích này tại:",
    reader="Bản trích do người đọc tự lập trên Cổng thông tin; chưa có chữ ký và dấu của nhà trường.",
    office="TRÍCH SAO ĐÚNG VỚI VĂN BẢN TRÊN CỔNG THÔNG TIN",
    post="Chức vụ",
    name="(Chữ ký, họ tên)",
    stamp="(Đóng dấu)",
)
RUSSIAN = PrintWords(
    language="ru",
    region="RU",
    day="%d.%m.%Y",
    number="Номер",
    issued_by="Кем издан",
    issued_on="Дата издания",
    signed_by="Подписал",
    validity="Статус",
    edition="Редакция {number}, действует с {span}",
    printed_on="Распечатано с портала {day}",
    contents="Содержание",
    page="Стр. {page} из {pages}",
    code_alt="QR-код со ссылкой на адрес {address}",
    read_it="Действующая редакция размещена по адресу:",
    read_former="Адрес этой редакции:",
    former="Прежняя редакция, больше не действует",
    extract="ВЫПИСКА",
    extract_of="Выписка из документа",
    left_out="… (опущено)",
    check="Проверить эту выписку:",
    reader="Выписка составлена читателем на портале; подписи и печати школы на ней нет.",
    office="ВЫПИСКА ВЕРНА",
    post="Должность",
    name="(подпись, расшифровка подписи)",
    stamp="М. П.",
)
BY_LANGUAGE = {"vi": VIETNAMESE, "ru": RUSSIAN}
