"""Documents of the Vietnamese demonstration school; every text is written for this project."""

from home.demo.documents import DemoDocument, DemoLink, own_text

SCHOOL = "Trường THPT Suối Mơ"
SIGNED = (("signer_name", "Nguyễn Đình Khải"), ("signer_post", "Hiệu trưởng"))

DECISION_TEXT = """QUYẾT ĐỊNH
Về việc ban hành Quy chế hoạt động của Cổng thông tin điện tử

HIỆU TRƯỞNG TRƯỜNG THPT SUỐI MƠ

Căn cứ Điều lệ trường trung học;

Căn cứ nhiệm vụ, quyền hạn của Hiệu trưởng;

Theo đề nghị của Thư ký Ban Biên tập,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế hoạt động của Cổng thông tin điện tử.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Điều 3. Ban Biên tập, các tổ chuyên môn và văn phòng chịu trách nhiệm thi hành Quyết định này./.
"""
OLD_TEXT = """NỘI QUY
Sử dụng phòng máy tính

Điều 1. Phạm vi

1. Nội quy này áp dụng cho học sinh và giáo viên sử dụng phòng máy tính.

Điều 2. Giờ mở cửa

1. Phòng máy mở trong giờ học theo thời khóa biểu.

2. Ngoài giờ học, giáo viên đăng ký trước một ngày.
"""
NEW_TEXT = """QUY ĐỊNH
Về sử dụng phòng máy tính và thiết bị số

Điều 1. Phạm vi

1. Quy định này áp dụng cho học sinh và giáo viên sử dụng phòng máy tính, máy tính bảng và màn hình tương tác.

Điều 2. Giờ mở cửa

1. Phòng máy mở trong giờ học theo thời khóa biểu và từ 15 giờ đến 17 giờ các ngày thứ Ba, thứ Năm.

2. Ngoài giờ học, giáo viên đăng ký trước một ngày với phụ trách phòng máy.

Điều 3. Trách nhiệm của học sinh

1. Mỗi học sinh dùng tài khoản của mình và đăng xuất khi ra về.

2. Học sinh không được:

a) Cài đặt phần mềm;

b) Đưa đồ ăn, nước uống vào phòng;

c) Tháo, di chuyển thiết bị.

Điều 4. Hư hỏng

1. Khi thiết bị hỏng, học sinh báo ngay cho giáo viên đang dạy.

2. Giáo viên ghi vào sổ theo dõi và báo văn phòng trong ngày.
"""
PLAN_TEXT = """KẾ HOẠCH
Kiểm tra giữa học kỳ I

1. Mục đích

1.1. Đánh giá kết quả học tập của học sinh một cách công bằng.

2. Thời gian

2.1. Khối 12 kiểm tra trước, khối 10 và khối 11 kiểm tra sau một ngày.

2.2. Lịch từng môn được niêm yết tại phòng giáo viên và đăng trên Cổng thông tin điện tử.

3. Phân công

3.1. Phó Hiệu trưởng phụ trách chuyên môn xếp phòng và phân công coi kiểm tra.

3.2. Tổ trưởng nộp đề kiểm tra trước ngày kiểm tra bảy ngày.
"""

DOCUMENTS = (
    DemoDocument(
        key="quyet-dinh-ban-hanh-quy-che-cong-thong-tin",
        title="Ban hành Quy chế hoạt động của Cổng thông tin điện tử",
        kind="quyet_dinh",
        text=DECISION_TEXT,
        days_ago=100,
        issued_days_ago=110,
        issuing_body=SCHOOL,
        fields=(("number", "186"), ("symbol", "QĐ-THPTSM"), ("field", "portal"), *SIGNED),
    ),
    DemoDocument(
        key="quy-che-cong-thong-tin-dien-tu",
        title="Quy chế hoạt động của Cổng thông tin điện tử",
        kind="quy_che",
        text=own_text("vn_regulation.txt"),
        days_ago=100,
        issued_days_ago=110,
        issuing_body=SCHOOL,
        fields=(
            ("abstract", "Ai viết, ai duyệt, ai đăng tin bài; thời hạn, chỉ tiêu và việc gỡ bỏ thông tin."),
            ("field", "portal"),
            ("for_teachers", True),
            ("for_administration", True),
            ("is_board_regulation", True),
            *SIGNED,
        ),
        links=(DemoLink("annex_of", "quyet-dinh-ban-hanh-quy-che-cong-thong-tin"),),
        bases=(DemoLink("", "", "Điều lệ trường trung học"),),
    ),
    DemoDocument(
        key="noi-quy-phong-may-tinh",
        title="Nội quy sử dụng phòng máy tính",
        kind="quy_dinh",
        text=OLD_TEXT,
        days_ago=90,
        issued_days_ago=800,
        issuing_body=SCHOOL,
        fields=(("number", "41"), ("symbol", "QyĐ-THPTSM"), ("field", "safety"), ("for_pupils", True), *SIGNED),
    ),
    DemoDocument(
        key="quy-dinh-phong-may-tinh",
        title="Quy định về sử dụng phòng máy tính và thiết bị số",
        kind="quy_dinh",
        text=NEW_TEXT,
        days_ago=60,
        issued_days_ago=62,
        issuing_body=SCHOOL,
        fields=(
            ("number", "58"),
            ("symbol", "QyĐ-THPTSM"),
            ("field", "safety"),
            ("for_pupils", True),
            ("for_teachers", True),
            *SIGNED,
        ),
        links=(DemoLink("replaces", "noi-quy-phong-may-tinh"),),
    ),
    DemoDocument(
        key="ke-hoach-kiem-tra-giua-hoc-ky",
        title="Kế hoạch kiểm tra giữa học kỳ I",
        kind="ke_hoach",
        text=PLAN_TEXT,
        days_ago=30,
        issued_days_ago=32,
        issuing_body=SCHOOL,
        fields=(
            ("number", "72"),
            ("symbol", "KH-THPTSM"),
            ("field", "teaching"),
            ("for_teachers", True),
            ("for_pupils", True),
            ("for_parents", True),
            *SIGNED,
        ),
    ),
    DemoDocument(
        key="thong-bao-nghi-le",
        title="Thông báo lịch nghỉ và trực trường dịp lễ",
        kind="thong_bao",
        text="",
        days_ago=2,
        issued_days_ago=4,
        issuing_body=SCHOOL,
        fields=(
            ("number", "83"),
            ("symbol", "TB-THPTSM"),
            ("abstract", "Lịch nghỉ của học sinh, lịch trực của cán bộ và số điện thoại khi cần."),
            *SIGNED,
        ),
        is_released=False,
    ),
)
