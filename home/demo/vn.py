"""The Vietnamese demonstration school: all invented."""

from home.demo.schema import (
    DemoAppointment,
    DemoBundle,
    DemoCategory,
    DemoNotice,
    DemoPerson,
    DemoSchool,
    DemoUnit,
)
from home.demo.vn_articles import ARTICLES
from home.demo.vn_diary import DIARY

MAIL = "@thptsuoimo.example"
DECISION = "186/QĐ-THPTSM"

SCHOOL = DemoSchool(
    name="Trường THPT Suối Mơ",
    short_name="THPT Suối Mơ",
    superior_body="Sở Giáo dục và Đào tạo Lâm Đồng",
    country="vn",
    language="vi",
    address="Số 12 đường Thông Reo, thôn 3, xã Hồ Sương, tỉnh Lâm Đồng",
    phone="0263 000 1968",
    email="vanphong" + MAIL,
)

UNITS = (
    DemoUnit("toan", "Tổ Toán – Tin học", "Toán – Tin", "subject_group", "toan"),
    DemoUnit("van", "Tổ Ngữ văn", "Ngữ văn", "subject_group", "van"),
    DemoUnit("anh", "Tổ Ngoại ngữ", "Ngoại ngữ", "subject_group", "anh"),
    DemoUnit("ly", "Tổ Vật lí – Công nghệ", "Lí – Công nghệ", "subject_group", "ly"),
    DemoUnit("hoa", "Tổ Hóa – Sinh", "Hóa – Sinh", "subject_group", "hoa"),
    DemoUnit("su", "Tổ Sử – Địa – GDKT&PL", "Sử – Địa", "subject_group", "su"),
    DemoUnit("theduc", "Tổ Giáo dục thể chất – QPAN", "Thể chất – QPAN", "subject_group", "theduc"),
    DemoUnit("congdoan", "Công đoàn cơ sở", "Công đoàn", "trade_union", "congdoan"),
    DemoUnit("doan", "Đoàn trường", "Đoàn trường", "youth_union", "doan"),
    DemoUnit("vanphong", "Tổ Văn phòng", "Văn phòng", "office", "vanphong"),
    DemoUnit("lop12a1", "Lớp 12A1", "Lớp 12A1", "class_group", "gvcn12a1"),
    DemoUnit("bbt", "Ban Biên tập", "Ban Biên tập", "board", "head", ("secretary",)),
)

# user name, full name, post, unit
_STAFF = (
    ("head", "Nguyễn Đình Khải", "Hiệu trưởng", None),
    ("deputy1", "Trần Thị Minh Hòa", "Phó Hiệu trưởng chuyên môn", None),
    ("deputy2", "Lê Quang Vịnh", "Phó Hiệu trưởng hoạt động giáo dục", None),
    ("secretary", "Phạm Thu Ngân", "Thư ký Hội đồng", "bbt"),
    ("editor1", "Đỗ Anh Tuấn", "Giáo viên Tin học", None),
    ("editor2", "Vũ Hoài Thương", "Giáo viên Ngữ văn", None),
    ("admin", "Quản trị hệ thống", "Nhân viên kĩ thuật", None),
    ("toan", "Hoàng Đức Lâm", "Tổ trưởng chuyên môn", "toan"),
    ("van", "Bùi Thanh Mai", "Tổ trưởng chuyên môn", "van"),
    ("anh", "Đinh Phương Thảo", "Tổ trưởng chuyên môn", "anh"),
    ("ly", "Võ Trọng Nghĩa", "Tổ trưởng chuyên môn", "ly"),
    ("hoa", "Ka Hiền", "Tổ trưởng chuyên môn", "hoa"),
    ("su", "Nông Văn Thắng", "Tổ trưởng chuyên môn", "su"),
    ("theduc", "Cil Ha Brông", "Tổ trưởng chuyên môn", "theduc"),
    ("congdoan", "Lý Thị Xuân", "Chủ tịch Công đoàn", "congdoan"),
    ("doan", "K'Long", "Bí thư Đoàn trường", "doan"),
    ("vanphong", "Tạ Ngọc Hạnh", "Tổ trưởng Văn phòng", "vanphong"),
    ("gvcn12a1", "Lâm Thị Diệu Linh", "Giáo viên chủ nhiệm lớp 12A1", "lop12a1"),
)

PEOPLE = tuple(
    DemoPerson(name, full, post, unit, name + MAIL, is_superuser=name == "admin") for name, full, post, unit in _STAFF
)

APPOINTMENTS = (
    DemoAppointment("head", "head", DECISION, 110),
    DemoAppointment("deputy1", "deputy", DECISION, 110, is_content_deputy=True),
    DemoAppointment("deputy2", "deputy", DECISION, 110),
    DemoAppointment("secretary", "secretary", DECISION, 110),
    DemoAppointment("editor1", "editor", DECISION, 110, units=("toan", "ly", "hoa", "theduc", "doan", "lop12a1")),
    DemoAppointment("editor2", "editor", DECISION, 110, units=("van", "anh", "su", "congdoan")),
)

CATEGORIES = (
    DemoCategory("tin-hoat-dong", "Tin hoạt động"),
    DemoCategory("thong-bao", "Thông báo"),
    DemoCategory("chuyen-mon", "Chuyên môn"),
    DemoCategory("doan-doi", "Đoàn – Hội"),
    DemoCategory("cong-doan", "Công đoàn"),
    DemoCategory("tuyen-sinh", "Tuyển sinh – Hướng nghiệp"),
    DemoCategory("khen-thuong", "Khen thưởng"),
    DemoCategory("chi-dao", "Chỉ đạo của ngành"),
)

NOTICES = (
    DemoNotice(
        "Đổi giờ vào học buổi sáng do sương mù",
        "Sáng mai dự báo có sương mù dày ở khu vực đèo. Giờ vào học lùi lại "
        "30 phút: 7 giờ 30 tập trung, 7 giờ 45 vào tiết 1. Học sinh đi xe đạp, "
        "xe điện bật đèn và đi theo nhóm. Buổi chiều học bình thường.",
        24,
    ),
    DemoNotice(
        "Tạm ngừng cấp nước khu nhà B",
        "Đơn vị cấp nước sửa đường ống nên khu nhà B không có nước từ 8 giờ đến "
        "15 giờ hôm nay. Học sinh dùng khu vệ sinh nhà A và bình nước uống ở sảnh "
        "thư viện. Bếp bán trú vẫn hoạt động bình thường.",
        12,
    ),
)

BUNDLE = DemoBundle(
    school=SCHOOL,
    units=UNITS,
    people=PEOPLE,
    appointments=APPOINTMENTS,
    categories=CATEGORIES,
    articles=ARTICLES,
    notices=NOTICES,
    diary=DIARY,
)
