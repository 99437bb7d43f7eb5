"""The Vietnamese report: template of domain/reports.md 6.3 in the form of Nghị định 30/2020/NĐ-CP.

An official text in the language the law asks for, whatever language its reader has chosen: it is
kept here and not in the catalogues of messages.
"""

from __future__ import annotations

from editorial.reports.words import Slot, TableWords, Words
from editorial.rules.periods import Period, PeriodKind

ROMAN = ("I", "II", "III", "IV")


def period_title(period: Period) -> str:
    """The period as a Vietnamese paper names it: "tháng 10 năm 2026"; months 1 and 2 with a zero."""
    month = f"{period.number:02}" if period.number < 3 else str(period.number)
    half = "đầu" if period.number == 1 else "cuối"
    return {
        PeriodKind.MONTH: f"tháng {month} năm {period.year}",
        PeriodKind.QUARTER: f"quý {ROMAN[(period.number - 1) % 4]} năm {period.year}",
        PeriodKind.HALF_YEAR: f"6 tháng {half} năm {period.year}",
        PeriodKind.CALENDAR_YEAR: f"năm {period.year}",
        PeriodKind.TERM: f"{_term(period.name)} năm học {period.school_year}",
        PeriodKind.SCHOOL_YEAR: f"năm học {period.name}",
        PeriodKind.DATES: f"từ ngày {period.first_on:%d/%m/%Y} đến ngày {period.last_on:%d/%m/%Y}",
    }[period.kind]


def _term(name: str) -> str:
    """A term's name inside a sentence: "Học kỳ I" begins small."""
    return f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name


TEMPLATE = (
    Slot("board", "I", "TÌNH HÌNH TỔ CHỨC, HOẠT ĐỘNG CỦA BAN BIÊN TẬP", 1, ("members", "changes")),
    Slot("supply", "II", "KẾT QUẢ CUNG CẤP, CẬP NHẬT THÔNG TIN", 1, ("compared",)),
    Slot("items", "1", "Tin, bài", 2, ("items", "classes", "hours")),
    Slot("deadline", "2", "Thời hạn đăng tin, bài sau sự kiện", 2, ("deadline",)),
    Slot("quota", "3", "Chỉ tiêu tháng của tổ chuyên môn", 2, ("quota",)),
    Slot("documents", "4", "Văn bản", 2, ("provided:documents",)),
    Slot("services", "5", "Công khai, dịch vụ công, biểu mẫu", 2, ("provided:services",)),
    Slot("requests", "6", "Phản ánh, kiến nghị", 2, ("requests",)),
    Slot("removed", "7", "Tin bị từ chối, gỡ bỏ", 2, ("refused", "removed")),
    Slot("visits", "8", "Lượt truy cập", 2, ("provided:visits",)),
    Slot("safety", "III", "AN TOÀN THÔNG TIN, KỸ THUẬT", 1, ("incidents", "provided:operation")),
    Slot("assessment", "IV", "ĐÁNH GIÁ CHUNG"),
    Slot("strengths", "1", "Ưu điểm", 2, ("words:strengths",)),
    Slot("shortcomings", "2", "Hạn chế", 2, ("words:shortcomings",)),
    Slot("causes", "3", "Nguyên nhân", 2, ("words:causes",)),
    Slot("commendations", "V", "KHEN THƯỞNG, XỬ LÝ VI PHẠM", 1, ("words:commendations",)),
    Slot("outlook", "VI", "PHƯƠNG HƯỚNG, ĐỀ XUẤT, KIẾN NGHỊ"),
    Slot("plans", "1", "Phương hướng kỳ tới", 2, ("words:plans",)),
    Slot("proposals", "2", "Đề xuất, kiến nghị", 2, ("words:proposals",)),
)
TABLES = {
    "members": TableWords("Thành viên Ban Biên tập", ("Họ và tên", "Chức danh", "Quyết định số", "Từ ngày")),
    "changes": TableWords("Thay đổi trong kỳ", ("Họ và tên", "Chức danh", "Quyết định số", "Từ ngày", "Đến ngày")),
    "compared": TableWords(
        "So sánh với kỳ trước và cùng kỳ năm trước",
        ("Chỉ số", "Kỳ này", "Kỳ trước", "Tăng, giảm", "Cùng kỳ năm trước", "Tăng, giảm"),
    ),
    "items": TableWords(
        "Tin, bài theo đơn vị",
        ("Đơn vị", "Gửi", "Đăng", "Trả lại", "Từ chối", "Đúng hạn", "Quá hạn", "Tỷ lệ đúng hạn"),
    ),
    "kinds": TableWords("Tin, bài theo loại", ("Loại", "Gửi", "Đăng")),
    "classes": TableWords("Tin, bài theo nhóm nội dung", ("Nhóm nội dung", "Gửi", "Đăng")),
    "categories": TableWords("Tin, bài theo chuyên mục", ("Chuyên mục", "Gửi", "Đăng")),
    "hours": TableWords(
        "Thời gian xử lý tin, bài (giờ)",
        ("Công đoạn", "Số tin, bài", "Trung vị", "90% số tin, bài không quá"),
    ),
    "events": TableWords(
        "Thời hạn theo sự kiện",
        ("Sự kiện", "Ngày kết thúc", "Hạn đăng", "Ngày đăng", "Đơn vị", "Kết quả"),
    ),
    "quota": TableWords("Chỉ tiêu tin, bài", ("Đơn vị", "Chỉ tiêu", "Đã đăng", "Số tháng đạt", "Kết quả")),
    "refused": TableWords("Tin, bài bị từ chối", ("Tin, bài", "Đơn vị", "Lý do", "Người quyết định", "Ngày")),
    "removed": TableWords("Tin, bài, tệp bị gỡ", ("Tin, bài", "Đơn vị", "Lý do", "Người quyết định", "Ngày")),
}
CHARTS = {
    "posted_by_unit": ("Tin, bài đã đăng theo đơn vị", "Số tin, bài đã đăng: {parts}."),
    "on_time_parts": ("Kết quả thực hiện thời hạn", "Số sự kiện theo kết quả: {parts}."),
}
LABELS = {
    "unit": {"0": "Chưa phân công"},
    "category": {"": "Chưa ghi chuyên mục"},
    "kind": {
        "article": "Bài viết",
        "announcement": "Thông báo sự kiện",
        "notice": "Thông báo khẩn",
        "document": "Văn bản",
        "standing": "Trang cố định",
    },
    "class": {
        "ordinary": "Hoạt động thông thường",
        "theme": "Chuyên đề, chuyên mục theo tháng",
        "teaching": "Hoạt động dạy học và giáo dục",
        "public_concern": "Được dư luận quan tâm",
        "important": "Quan trọng",
        "superior_body": "Thông tin của Sở, của ngành",
        "sensitive": "Nhạy cảm",
        "special_attention": "Được quan tâm đặc biệt",
    },
    "ground": {
        "refuse_policy": "Không phù hợp chủ trương, đường lối, pháp luật (khoản 1 Điều 15)",
        "refuse_secret": "Thuộc bí mật nhà nước, chưa được phổ biến hoặc phổ biến trong phạm vi hẹp (khoản 2 Điều 15)",
        "refuse_untrue": "Không đúng sự thật (khoản 3 Điều 15)",
        "refuse_quality": "Không bảo đảm chất lượng (khoản 4 Điều 15)",
        "refuse_other_law": "Thông tin khác pháp luật không cho phép đăng (khoản 5 Điều 15)",
        "takedown_outdated": "Không còn phù hợp về thời điểm",
        "takedown_content": "Nội dung không còn phù hợp",
        "takedown_provider_request": "Theo ý kiến của người cung cấp thông tin",
        "takedown_personal_data": "Yêu cầu bảo vệ dữ liệu cá nhân",
    },
    "verdict": {
        "on_time": "Đúng hạn",
        "late_unit": "Trễ hạn: đơn vị gửi muộn",
        "late_board": "Trễ hạn: Ban Biên tập duyệt muộn",
        "late_posting": "Trễ hạn: duyệt kịp nhưng đăng muộn",
        "late_returned": "Trễ hạn: bị trả lại để sửa",
        "no_item": "Chưa có tin, bài",
        "open": "Còn trong hạn",
    },
    "stage": {
        "editing": "Biên tập",
        "editor": "Biên tập viên duyệt",
        "deputy": "Phó Trưởng Ban duyệt",
        "head": "Trưởng Ban duyệt",
        "posting": "Chờ đăng sau khi duyệt",
        "unit": "Đơn vị sửa sau khi bị trả lại",
        "whole": "Từ khi gửi đến khi đăng",
    },
}
HEADLINES = {
    "handed_in": "Tin, bài gửi",
    "posted": "Tin, bài đăng",
    "returned": "Tin, bài trả lại",
    "refused": "Tin, bài từ chối",
    "taken_down": "Tin, bài gỡ bỏ",
    "on_time_rate": "Tỷ lệ đúng hạn",
    "quota_rate": "Tỷ lệ đạt chỉ tiêu tháng",
    "hours_median": "Trung vị thời gian từ khi gửi đến khi đăng (giờ)",
}
SAYS = {
    "members": "Đến ngày {day}, Ban Biên tập có {members} vị trí.",
    "no_members": "Đến ngày {day}, chưa có ai được phân công vào Ban Biên tập.",
    "no_changes": "Trong kỳ, nhân sự Ban Biên tập không thay đổi.",
    "items": (
        "Trong kỳ, các đơn vị gửi {handed_in} tin, bài; Cổng đăng {posted}; trả lại đơn vị {returned}; "
        "từ chối {refused}; gỡ bỏ {taken_down}. Cuối kỳ, Ban Biên tập đang xử lý {in_progress}; "
        "{with_unit} tin, bài bị trả lại còn ở đơn vị."
    ),
    "changed_items": "Cập nhật nội dung {updated} tin, bài đã đăng; sửa lỗi nhỏ {corrections} tin, bài.",
    "deadline": (
        "Trong kỳ có {duties} sự kiện đến hạn đăng: đúng hạn {on_time}, quá hạn hoặc chưa có tin, bài {late}; "
        "tỷ lệ đúng hạn {rate}. Được miễn: {waived}. Cuối kỳ còn {open_duties} sự kiện chưa đăng."
    ),
    "no_events": "Trong kỳ không có sự kiện đến hạn đăng tin, bài.",
    "quota": "Số tháng đạt chỉ tiêu: {met} trên {months}; tỷ lệ {rate}.",
    "no_quota": "Kỳ này không tính chỉ tiêu tin, bài.",
    "quota_met": "Đạt",
    "quota_not_met": "Chưa đạt",
    "requests": (
        "Phản ánh của bạn đọc về tin, bài: nhận {received}; đã trả lời {answered}; còn tồn {open} đến cuối kỳ."
    ),
    "refused": "Từ chối {refused} tin, bài.",
    "removed": (
        "Gỡ bỏ {taken_down} tin, bài và {files_removed} ảnh, tệp; tạm ẩn {hidden}; đăng lại sau khi gỡ {restored}."
    ),
    "incidents": "Sự việc thông tin sai, gây hại: mở {opened}; đóng {closed}.",
    "not_kept": "Trong kỳ, nội dung này chưa được thống kê trên Cổng thông tin điện tử.",
    "not_kept_services": (
        "Trong kỳ, số liệu công khai, dịch vụ công, biểu mẫu chưa được thống kê trên Cổng thông tin điện tử."
    ),
    "not_kept_visits": "Cổng thông tin điện tử không thống kê lượt truy cập.",
    "not_kept_operation": (
        "Trong kỳ, số liệu về gián đoạn, sao lưu và tài khoản chưa được thống kê trên Cổng thông tin điện tử."
    ),
    "not_written": "(Ban Biên tập chưa viết phần này.)",
    "nothing": "Không có.",
    "empty": "Không có tin, bài.",
    "file": "Ảnh, tệp trong bài: {title}",
    "total": "Tổng cộng",
    "version": "Bản thứ {version}.",
    "what_changed": "Thay đổi so với bản trước: {what}",
    "ledger": "Số dòng và mã băm cuối của sổ ghi: {head}",
    "address": "Địa chỉ báo cáo: {address}",
    "counted": "Số liệu tính đến {moment}, giờ {zone}.",
}
VN = Words(
    country="vn",
    language="vi",
    nation=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    body="BAN BIÊN TẬP CỔNG THÔNG TIN ĐIỆN TỬ",
    type_name="BÁO CÁO",
    subject="Tình hình hoạt động Cổng thông tin điện tử {period}",
    opening=(
        "Thực hiện Điều 5 và Điều 16 Quy chế hoạt động Cổng thông tin điện tử, Ban Biên tập báo cáo "
        "tình hình hoạt động {period} (từ ngày {first} đến hết ngày {last}) như sau:",
    ),
    template=TEMPLATE,
    tables=TABLES,
    charts=CHARTS,
    labels=LABELS,
    posts={
        "head": "Trưởng Ban Biên tập",
        "deputy": "Phó Trưởng Ban Biên tập",
        "secretary": "Thư ký Ban Biên tập",
        "editor": "Biên tập viên",
    },
    headlines=HEADLINES,
    says=SAYS,
    recipients_heading="Nơi nhận:",
    recipients=("- Hiệu trưởng (để b/c);", "- Các tổ, đoàn thể;", "- Lưu: VT, BBT."),
    mark="DỰ THẢO",
    closing="./.",
    day_format="%d/%m/%Y",
    period_title=period_title,
)
