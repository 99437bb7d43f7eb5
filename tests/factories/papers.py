"""Reports as they would be printed: of a Vietnamese and of a Russian school, a long one, an empty one."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

from editorial.reports.paper import (
    Bar,
    Chart,
    Column,
    Kind,
    Paragraph,
    ReportPaper,
    Section,
    Signature,
    Table,
)

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MOSCOW = ZoneInfo("Europe/Moscow")
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
UNITS = ("Tổ Toán - Tin học", "Tổ Ngữ văn", "Tổ Hóa - Sinh - TD", "Đoàn TNCS Hồ Chí Minh", "Văn phòng")

VN_ITEMS = Table(
    code="items_by_unit",
    caption="Tin, bài theo đơn vị",
    columns=(
        Column("Đơn vị"),
        Column("Gửi", Kind.COUNT),
        Column("Đăng", Kind.COUNT),
        Column("Trả lại", Kind.COUNT),
        Column("Từ chối", Kind.COUNT),
        Column("Đúng hạn", Kind.COUNT),
        Column("Tỷ lệ đúng hạn", Kind.SHARE),
        Column("Thời gian xử lý (giờ)", Kind.HOURS),
    ),
    rows=(
        (UNITS[0], 12, 10, 1, 1, 9, 0.9, 18.25),
        (UNITS[1], 8, 7, 1, 0, 6, 6 / 7, 20.0),
        (UNITS[2], 3, 3, 0, 0, 2, 2 / 3, 31.05),
        (UNITS[3], 5, 4, 0, 1, 4, 1.0, 9.5),
        (UNITS[4], 0, 0, 0, 0, 0, None, None),
    ),
    total=("Tổng số", 28, 24, 2, 2, 21, 0.875, None),
    note="Đúng hạn là trong 03 ngày kể từ ngày sự kiện kết thúc.",
)
VN_EVENTS = Table(
    code="events",
    caption="Thời hạn 03 ngày theo sự kiện",
    columns=(
        Column("Sự kiện"),
        Column("Ngày kết thúc", Kind.DAY),
        Column("Thời điểm đăng", Kind.MOMENT),
        Column("Kết quả"),
    ),
    rows=(
        (
            "Hội nghị viên chức, người lao động năm học 2026-2027",
            dt.date(2026, 10, 3),
            dt.datetime(2026, 10, 5, 14, 30, tzinfo=HANOI),
            "Đúng hạn",
        ),
        ('=HYPERLINK("x") ngày hội kỹ thuật, Đạ Tông', dt.date(2026, 10, 20), None, "Chưa đăng"),
    ),
)
VN_CHART = Chart(
    code="posted_by_unit",
    caption="Số tin, bài đã đăng theo đơn vị",
    summary="Tổ Toán - Tin học đăng nhiều nhất (10), Văn phòng không đăng tin nào.",
    bars=tuple(Bar(unit, count, f"{count} tin") for unit, count in zip(UNITS, (10, 7, 3, 4, 0), strict=True)),
)


def vn_paper() -> ReportPaper:
    """Signed, with two tables and a chart."""
    return ReportPaper(
        country="vn",
        language="vi",
        heading_left=("Sở Giáo dục và Đào tạo Lâm Đồng", "Trường THPT Đạ Tông"),
        heading_right=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        number="Số: 05/BC-BBT",
        place_and_date="Đạ Tông, ngày 02 tháng 11 năm 2026",
        type_name="BÁO CÁO",
        subject="Tình hình hoạt động Cổng thông tin điện tử tháng 10/2026",
        opening=("Thực hiện Quy chế hoạt động Cổng thông tin điện tử, Ban Biên tập báo cáo như sau:",),
        sections=(
            Section(
                "board",
                "I",
                "TÌNH HÌNH TỔ CHỨC, HOẠT ĐỘNG CỦA BAN BIÊN TẬP",
                1,
                (Paragraph("Ban Biên tập có 07 thành viên.\nTrong tháng họp 01 lần, không thay đổi thành viên."),),
            ),
            Section("results", "II", "KẾT QUẢ CUNG CẤP, CẬP NHẬT THÔNG TIN", 1),
            Section("items", "1", "Tin, bài", 2, (VN_ITEMS, VN_CHART)),
            Section("events", "2", "Thời hạn 03 ngày", 2, (VN_EVENTS,)),
            Section("review", "III", "ĐÁNH GIÁ CHUNG", 1, (Paragraph("Các tổ gửi bài đều, ảnh rõ./."),)),
        ),
        recipients_heading="Nơi nhận:",
        recipients=("- Hiệu trưởng (để b/c);", "- Các tổ, đoàn thể;", "- Lưu: VT, BBT."),
        signature=Signature(
            authority=("TM. BAN BIÊN TẬP", "KT. TRƯỞNG BAN"),
            post="PHÓ TRƯỞNG BAN",
            name="Nguyễn Thị Mỹ",
            signed_at=dt.datetime(2026, 11, 2, 15, 4, tzinfo=HANOI),
        ),
        colophon=("Phiên bản 1", f"Sổ cái: 1204, SHA-256 {HASH}", "https://thptdatong.edu.vn/reports/2026-10/"),
    )


def ru_paper() -> ReportPaper:
    """Signed, in the Russian form."""
    table = Table(
        code="items_by_unit",
        caption="Материалы по подразделениям",
        columns=(
            Column("Подразделение"),
            Column("Поступило", Kind.COUNT),
            Column("Размещено", Kind.COUNT),
            Column("В срок", Kind.SHARE),
            Column("Последнее размещение", Kind.MOMENT),
        ),
        rows=(
            ("МО учителей математики", 1012, 998, 0.9545, dt.datetime(2026, 10, 30, 23, 59, tzinfo=MOSCOW)),
            ("МО «Начальная школа» № 2", 3, 2, 0.5, None),
        ),
        total=("Итого", 1015, 1000, 0.953, None),
    )
    chart = Chart(
        "posted",
        "Размещённые материалы",
        "Больше всего материалов у учителей математики.",
        (Bar("МО учителей математики", 998, "998"), Bar("МО «Начальная школа» № 2", 2, "2")),
    )
    return ReportPaper(
        country="ru",
        language="ru",
        heading_left=("Муниципальное бюджетное общеобразовательное учреждение", "«Средняя школа № 5»"),
        heading_right=("", ""),
        number="№ 5",
        place_and_date="г. Псков, 2 ноября 2026 г.",
        type_name="ОТЧЁТ",
        subject="о работе официального сайта за октябрь 2026 года",
        opening=("Отчёт составлен по Положению об официальном сайте.",),
        sections=(
            Section("board", "1", "Организация работы", 1, (Paragraph("В совете редакции пять человек."),)),
            Section("items", "2", "Размещение материалов", 1, (table, chart)),
            Section("review", "3", "Выводы и предложения", 1, (Paragraph("Предлагается обновить сканер."),)),
        ),
        recipients_heading="",
        recipients=(),
        signature=Signature(
            authority=(),
            post="Заместитель директора",
            name="О. В. Щербакова",
            signed_at=dt.datetime(2026, 11, 2, 10, 0, tzinfo=MOSCOW),
        ),
        colophon=("Версия 1", f"Журнал: {HASH}"),
    )


def draft_of(paper: ReportPaper) -> ReportPaper:
    """The same before it was signed."""
    signature = replace(paper.signature, name="", signed_at=None)
    return replace(paper, mark="DỰ THẢO", number="Số:        /BC-BBT", signature=signature)


def empty_paper() -> ReportPaper:
    """A month in which nothing came in: headings, a table without rows, a chart without bars."""
    paper = vn_paper()
    nothing = replace(VN_ITEMS, rows=(), total=None, note="")
    still = replace(VN_CHART, bars=(), summary="Không có tin nào.")
    return replace(
        draft_of(paper),
        opening=(),
        sections=(Section("items", "I", "TIN, BÀI", 1, (nothing, still, Paragraph(""))), Section("x", "", "Trống", 2)),
        recipients=(),
        colophon=(),
    )


def long_paper(rows: int = 40, tables: int = 1) -> ReportPaper:
    """A year: `tables` tables of `rows` rows each."""
    unit = VN_ITEMS.rows[0]
    many = tuple((f"{number + 1}. {UNITS[number % 5]}", *unit[1:]) for number in range(rows))
    made = tuple(replace(VN_ITEMS, code=f"items_{number}", rows=many) for number in range(tables))
    paper = vn_paper()
    sections = tuple(Section(f"s{n}", str(n + 1), "Tin, bài", 2, (table,)) for n, table in enumerate(made))
    return replace(paper, sections=(*paper.sections[:2], *sections, *paper.sections[-1:]))


def with_text(paper: ReportPaper, text: str) -> ReportPaper:
    """`text` in every place somebody's own words can come to."""
    table = Table("own", text, (Column(text), Column("n", Kind.COUNT)), ((text, 1), (text, None)), (text, 1), note=text)
    chart = Chart("own", text, text, (Bar(text, 1, text),))
    return replace(
        paper,
        subject=text,
        opening=(text,),
        sections=(Section("own", "1", text, 1, (Paragraph(text), table, chart)),),
        recipients=(text,),
        signature=replace(paper.signature, name=text),
        colophon=(text,),
    )
