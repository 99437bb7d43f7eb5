"""Types of documents: the 29 of Nghị định 30/2020, normative acts, the kinds of Russian local acts, and forms."""

from __future__ import annotations

import dataclasses
from enum import StrEnum


class TypeGroup(StrEnum):
    """Which list a type stands in."""

    ADMINISTRATIVE = "administrative"
    NORMATIVE = "normative"
    LOCAL_ACT = "local_act"
    FORM = "form"


@dataclasses.dataclass(frozen=True, slots=True)
class DocumentType:
    """A type: `code` is stored, `abbreviation` stands in the symbol (Phụ lục III); letters never change case."""

    code: str
    name: str
    abbreviation: str = ""
    group: TypeGroup = TypeGroup.ADMINISTRATIVE
    country: str = "vn"


_ADMINISTRATIVE = """
nghi_quyet|Nghị quyết|NQ
quyet_dinh|Quyết định|QĐ
chi_thi|Chỉ thị|CT
quy_che|Quy chế|QC
quy_dinh|Quy định|QyĐ
thong_cao|Thông cáo|TC
thong_bao|Thông báo|TB
huong_dan|Hướng dẫn|HD
chuong_trinh|Chương trình|CTr
ke_hoach|Kế hoạch|KH
phuong_an|Phương án|PA
de_an|Đề án|ĐA
du_an|Dự án|DA
bao_cao|Báo cáo|BC
bien_ban|Biên bản|BB
to_trinh|Tờ trình|TTr
hop_dong|Hợp đồng|HĐ
cong_van|Công văn|
cong_dien|Công điện|CĐ
ban_ghi_nho|Bản ghi nhớ|BGN
ban_thoa_thuan|Bản thỏa thuận|BTT
giay_uy_quyen|Giấy ủy quyền|GUQ
giay_moi|Giấy mời|GM
giay_gioi_thieu|Giấy giới thiệu|GGT
giay_nghi_phep|Giấy nghỉ phép|GNP
phieu_gui|Phiếu gửi|PG
phieu_chuyen|Phiếu chuyển|PC
phieu_bao|Phiếu báo|PB
thu_cong|Thư công|
"""
_NORMATIVE = """
luat|Luật|QH
nghi_dinh|Nghị định|NĐ-CP
thong_tu|Thông tư|TT
thong_tu_lien_tich|Thông tư liên tịch|TTLT
"""
_LOCAL_ACTS = """
polozhenie|Положение
poryadok|Порядок
pravila|Правила
instrukciya|Инструкция
reglament|Регламент
prikaz|Приказ
rasporyazhenie|Распоряжение
programma|Программа
rabochaya_programma|Рабочая программа
uchebny_plan|Учебный план
plan|План
federalny_zakon|Федеральный закон
postanovlenie|Постановление
pismo|Письмо
"""
_FORMS = {"vn": "bieu_mau|Biểu mẫu", "ru": "forma|Форма (бланк)"}


def _read(rows: str, group: TypeGroup, country: str) -> list[DocumentType]:
    """Types of a table of lines: code, name as people write it, abbreviation."""
    cells = ((*line.split("|"), "") for line in rows.split("\n") if line)
    return [DocumentType(row[0], row[1], row[2], group, country) for row in cells]


TYPES: dict[str, DocumentType] = {
    row.code: row
    for row in (
        *_read(_ADMINISTRATIVE, TypeGroup.ADMINISTRATIVE, "vn"),
        *_read(_NORMATIVE, TypeGroup.NORMATIVE, "vn"),
        *_read(_LOCAL_ACTS, TypeGroup.LOCAL_ACT, "ru"),
        *(row for country, line in _FORMS.items() for row in _read(line, TypeGroup.FORM, country)),
    )
}
FORMS = frozenset(row.code for row in TYPES.values() if row.group is TypeGroup.FORM)
"""Forms to be filled in: numbered, with the number of their edition, tied to the clause they belong to (B14)."""


def type_name(code: str) -> str:
    """The type's name in the language it is issued in; the code itself for an unknown one."""
    return TYPES[code].name if code in TYPES else code


def types_of(country: str) -> list[DocumentType]:
    """The types a school of `country` ("vn" or "ru") issues and receives, in the order of the lists."""
    return [row for row in TYPES.values() if row.country == country]


def shown_number(number: str, symbol: str, country: str) -> str:
    """Number and symbol as people write them: "198/QĐ-THPT", "№ 01-30/126"; empty without a number."""
    if country == "ru":
        return f"№ {number}" if number else ""
    return "/".join(part for part in (number, symbol) if part)
