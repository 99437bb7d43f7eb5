"""The diary of the Vietnamese demonstration school: events without an article yet, themes, plans. All invented."""

import datetime

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoDiary, DemoEvent, DemoPlanned, DemoTheme

MORNING, NOON = datetime.time(7, 30), datetime.time(11)
AFTERNOON, EVENING = datetime.time(14), datetime.time(17)

EVENTS = (
    # over, and nobody wrote
    DemoEvent("Thi vẽ tranh phòng, chống ma túy", EventKind.CONTEST_PUPILS, 23, place="Nhà đa năng"),
    DemoEvent("Chuyên đề cầu lông trong giờ Thể dục", EventKind.THEMATIC, 21, place="Sân cầu lông", units=("theduc",)),
    # over, and the board let the unit off
    DemoEvent(
        "Thăm hỏi giáo viên nghỉ hưu",
        EventKind.OTHER,
        16,
        assigned_to="congdoan",
        waived_why="Hoạt động nội bộ, gia đình các thầy cô đề nghị không đưa tin.",
    ),
    # just over: there is still time
    DemoEvent(
        "Ngoại khóa Hóa học vui",
        EventKind.EXTRACURRICULAR,
        1,
        place="Phòng thí nghiệm Hóa",
        starts_time=AFTERNOON,
        ends_time=EVENING,
        units=("hoa",),
    ),
    # to come
    DemoEvent("Đoàn bác sĩ tình nguyện khám mắt cho học sinh", EventKind.OTHER, -1, place="Phòng y tế"),
    DemoEvent(
        "Dã ngoại khối 11 ở rừng thông Cỏ Lau",
        EventKind.OTHER,
        -3,
        assigned_to="doan",
        cancelled_why="Có cảnh báo mưa lớn; nhà trường sẽ chọn ngày khác.",
    ),
    DemoEvent(
        "Hội thi kể chuyện theo sách",
        EventKind.CONTEST_PUPILS,
        -5,
        place="Thư viện",
        starts_time=AFTERNOON,
        ends_time=EVENING,
        assigned_to="doan",
        announced="Mỗi lớp một tiết mục không quá bảy phút; học sinh các khối được vào xem.",
    ),
    DemoEvent(
        "Hội giảng cụm chuyên môn Vật lí",
        EventKind.TEACHING_CONTEST,
        -6,
        place="Phòng học bộ môn",
        starts_time=MORNING,
        ends_time=NOON,
        units=("ly",),
        uid="lich-cong-tac-tuan-vat-li",
    ),
    DemoEvent(
        "Ngày hội hướng nghiệp",
        EventKind.OTHER,
        -12,
        place="Sân trường",
        starts_time=MORNING,
        ends_time=NOON,
        assigned_to="doan",
        announced=(
            "Học sinh và cha mẹ gặp gỡ, hỏi chuyện các anh chị cựu học sinh đang làm nhiều nghề khác nhau; "
            "mỗi lớp có một bàn tư vấn."
        ),
    ),
    DemoEvent(
        "Đêm văn nghệ gây quỹ “Áo ấm vùng cao”",
        EventKind.ARTS,
        -23,
        place="Sân khấu ngoài trời",
        starts_time=datetime.time(18, 30),
        ends_time=datetime.time(21),
        moved_by_days=14,
    ),
    DemoEvent("Chuyên đề liên môn Ngữ văn – Lịch sử", EventKind.THEMATIC, -28, units=("van", "su"), assigned_to="van"),
    DemoEvent("Giải bóng đá nam học sinh", EventKind.SPORTS, -33, place="Sân vận động xã", lasts_days=3),
    DemoEvent("Kì thi chọn học sinh giỏi cấp tỉnh", EventKind.PROVINCE_CONTEST, -45, lasts_days=2),
)

MONTH_THEMES = (
    "Mừng Đảng, mừng Xuân",
    "Mừng Đảng, mừng Xuân",
    "Tiến bước lên Đoàn",
    "Hòa bình và hữu nghị",
    "Bác Hồ kính yêu",
    "Hè vui, khỏe và bổ ích",
    "Hè vui, khỏe và bổ ích",
    "Sẵn sàng cho năm học mới",
    "Truyền thống nhà trường",
    "Chăm ngoan, học giỏi",
    "Tôn sư trọng đạo",
    "Uống nước nhớ nguồn",
)

PLANNED = (
    DemoPlanned("Gương thầy cô gắn bó với trường", "van", "Bùi Thanh Mai", in_days=-30),
    DemoPlanned("Đọc hiểu văn bản thông tin: kinh nghiệm của tổ", "van", article="chuyen-de-doc-hieu"),
    DemoPlanned("Sản phẩm STEM của học sinh", "hoa", "Ka Hiền", article="ngay-hoi-stem"),
    DemoPlanned("Pháp luật trong đời sống học trò", "su", "Nông Văn Thắng", article="ngay-phap-luat"),
    DemoPlanned("Giờ dạy mở cửa", "ly", "Võ Trọng Nghĩa", article="hoi-giang"),
    DemoPlanned("Khởi động đúng cách trước giờ Thể dục", "theduc", "Cil Ha Brông", in_days=-10),
    DemoPlanned("Một ngày ở câu lạc bộ Toán", "toan", "Hoàng Đức Lâm", in_days=4),
    DemoPlanned("Thí nghiệm nhỏ tại nhà", "hoa", in_days=18),
    DemoPlanned("Sách hay cho kì nghỉ", "van", in_days=32),
    DemoPlanned("Luyện nghe tiếng Anh qua bài hát", "anh", "Đinh Phương Thảo", in_days=46),
)

DIARY = DemoDiary(
    events=EVENTS,
    month_themes=MONTH_THEMES,
    planned=PLANNED,
    term_theme=DemoTheme(
        "Đổi mới cách dạy, cách học",
        "Mỗi tổ chuyên môn ít nhất một bài trong học kì: làm gì, kết quả ra sao, rút ra điều gì.",
        (
            DemoPlanned("Chuyên đề đọc hiểu của tổ Ngữ văn", "van", "Bùi Thanh Mai", article="chuyen-de-doc-hieu"),
            DemoPlanned("Chuyên đề xác suất của tổ Toán – Tin học", "toan", article="chuyen-de-xac-suat"),
            DemoPlanned("Dạy học theo trạm ở tổ Ngoại ngữ", "anh", in_days=20),
        ),
    ),
    year_theme=DemoTheme(
        "Trường học xanh",
        "Giữ rừng, giữ nước, bớt rác: việc nhỏ làm được ngay trong trường.",
        (
            DemoPlanned("Trồng cây trên đồi Cỏ Lau", "hoa", article="trong-rung"),
            DemoPlanned("Phân loại rác ở các lớp", "doan", "K'Long", in_days=25),
        ),
    ),
)
