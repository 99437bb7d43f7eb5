"""Acts of the state in the Vietnamese demonstration's register: cards with a short abstract, no copied text."""

import datetime

from home.demo.documents_schema import DemoDocument, DemoLink

CHARTER = "thong-tu-dieu-le-truong"
OPENNESS = "thong-tu-cong-khai"
PORTALS_BEFORE = "nghi-dinh-42-2022"
PORTALS = "nghi-dinh-224-2026"
DATA = "luat-bao-ve-du-lieu-ca-nhan"
ON_CHARTER = DemoLink("", CHARTER, "Thông tư 15/2026/TT-BGDĐT ngày 24/03/2026 ban hành Điều lệ trường học")
ON_OPENNESS = DemoLink("", OPENNESS, "Thông tư 09/2024/TT-BGDĐT ngày 03/06/2024 về công khai")
ON_PORTALS_BEFORE = DemoLink(
    "", PORTALS_BEFORE, "Nghị định 42/2022/NĐ-CP ngày 24/06/2022 về thông tin và dịch vụ công trực tuyến"
)
ON_DATA = DemoLink("", DATA, "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26/06/2025")
MINISTRY = "Bộ Giáo dục và Đào tạo"
BEGUN = 107


def act(key: str, title: str, kind: str, body: str, number: str, day: datetime.date, **more: object) -> DemoDocument:
    """A card of an act: its number carries the year, its day is its own."""
    links = more.pop("links", ())
    fields = (("number", number), ("issued_on", day), *more.items())
    return DemoDocument(
        key=key,
        title=title,
        kind=kind,
        issuing_body=body,
        days_ago=BEGUN,
        issued_days_ago=0,
        fields=fields,
        links=links,  # type: ignore[arg-type]
        owner="vanphong",
    )


BASIS = (
    act(
        CHARTER,
        "Điều lệ trường tiểu học, trung học cơ sở, trung học phổ thông",
        "thong_tu",
        MINISTRY,
        "15/2026/TT-BGDĐT",
        datetime.date(2026, 3, 24),
        abstract="Tổ chức và hoạt động của nhà trường; hồ sơ điện tử có giá trị như hồ sơ giấy.",
    ),
    act(
        OPENNESS,
        "Công khai trong hoạt động của các cơ sở giáo dục",
        "thong_tu",
        MINISTRY,
        "09/2024/TT-BGDĐT",
        datetime.date(2024, 6, 3),
        abstract="Những nội dung nhà trường phải công khai, thời điểm và cách công khai.",
    ),
    act(
        PORTALS_BEFORE,
        "Cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
        "nghi_dinh",
        "Chính phủ",
        "42/2022/NĐ-CP",
        datetime.date(2022, 6, 24),
        field="portal",
        effective_on=datetime.date(2022, 8, 15),
        abstract="Hai mức độ dịch vụ công trực tuyến; thông tin phải có trên cổng.",
    ),
    act(
        PORTALS,
        "Quy định chi tiết Luật Chuyển đổi số",
        "nghi_dinh",
        "Chính phủ",
        "224/2026/NĐ-CP",
        datetime.date(2026, 6, 24),
        field="portal",
        effective_on=datetime.date(2026, 7, 1),
        abstract="Hướng dẫn chuyển đổi số trong cơ quan nhà nước; thay quy định cũ về cổng thông tin.",
        links=(DemoLink("replaces", PORTALS_BEFORE),),
    ),
    act(
        DATA,
        "Bảo vệ dữ liệu cá nhân",
        "luat",
        "Quốc hội",
        "91/2025/QH15",
        datetime.date(2025, 6, 26),
        effective_on=datetime.date(2026, 1, 1),
        abstract="Quyền của người có dữ liệu; trẻ từ đủ 7 tuổi phải cùng đồng ý khi công khai đời tư.",
    ),
)
