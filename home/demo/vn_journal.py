"""The mark-book section of the Vietnamese demonstration school; smaller than the Russian one."""

from home.demo.journal_schema import (
    Answer,
    DemoGuidance,
    DemoHolder,
    DemoJournal,
    DemoOutage,
    DemoQuestion,
    Duties,
    Duty,
    GuidanceBlock,
    Helper,
    Remark,
    Step,
    Steps,
)
from home.demo.schema import Bullets, Heading, Paragraph, Picture, Table
from home.demo.vn_documents_teaching import ASSESSMENT, MARK_BOOK

HELPER = Helper("Quản trị sổ điểm điện tử", "phòng B204", "0263 000 1970", "sodiem@thptsuoimo.example")
PAPER_FORM = "bieu-mau-phieu-bao-diem-giay"
REVIEW_FORM = "bieu-mau-xem-lai-diem"


def must(what: str, limit: str, clause: str) -> Duty:
    """A duty from the regulation of the mark book."""
    return Duty(what, limit, clause, MARK_BOOK)


def page(
    key: str, title: str, topic: str, role: str, summary: str, blocks: tuple[GuidanceBlock, ...], *clauses: str
) -> DemoGuidance:
    """A page that rests on clauses of the regulation of the mark book."""
    rests = tuple((MARK_BOOK, clause) for clause in clauses)
    forms = {"parent": (PAPER_FORM,), "pupil": (REVIEW_FORM,)}.get(role, ())
    return DemoGuidance(key, title, topic, role, summary, blocks, HELPER, 20, rests, forms)


ROLES = (
    page(
        "giao-vien-bo-mon-ghi-diem",
        "Giáo viên bộ môn: ghi điểm và nội dung tiết dạy",
        "instruction",
        "subject_teacher",
        "Ghi trong ngày, sửa khi còn mở, hoàn thành điểm học kì đúng hạn.",
        (
            Steps(
                (
                    Step(
                        "Đăng nhập bằng tài khoản của mình, chọn lớp và tiết dạy.",
                        Picture("computers", 51, "Hình vẽ: cô giáo và học sinh ngồi trước máy tính", ""),
                    ),
                    Step("Ghi sĩ số, nội dung tiết dạy và bài tập về nhà."),
                    Step("Nhập điểm, chọn loại bài, bấm “Lưu” rồi xem lại cột vừa nhập."),
                )
            ),
            Duties(
                (
                    must("Ghi điểm thường xuyên", "trong ngày kiểm tra", "Điều 3 khoản 1"),
                    must("Ghi điểm bài viết", "chậm nhất 02 ngày sau khi trả bài", "Điều 3 khoản 1"),
                    must("Ghi sĩ số và nội dung tiết dạy", "trong ngày", "Điều 3 khoản 2"),
                    must("Hoàn thành điểm trung bình học kì", "03 ngày trước khi kết thúc học kì", "Điều 3 khoản 3"),
                    must("Nhập bù sau sự cố", "trong 02 ngày", "Điều 7 khoản 2"),
                    Duty("Trả bài kiểm tra, có nhận xét", "chậm nhất 07 ngày", "Điều 6 khoản 1", ASSESSMENT),
                )
            ),
            Remark("note", "Sau 14 ngày hệ thống khóa việc sửa. Muốn sửa phải gửi phiếu đề nghị kèm bài kiểm tra."),
        ),
        "Điều 3 khoản 1",
        "Điều 4 khoản 1",
    ),
    page(
        "giao-vien-chu-nhiem-so-diem",
        "Giáo viên chủ nhiệm: danh sách lớp, học sinh vắng, cha mẹ",
        "instruction",
        "class_teacher",
        "Rà soát danh sách trước 05/9, ghi vắng mỗi ngày, giúp cha mẹ kích hoạt tài khoản.",
        (
            Steps(
                (
                    Step("Mở “Lớp chủ nhiệm”, so danh sách với văn phòng."),
                    Step("Phát mã kích hoạt trong buổi họp đầu năm; mỗi gia đình một mã."),
                    Step("Gia đình không có mạng thì nhận đơn và in phiếu báo điểm."),
                )
            ),
            Duties(
                (
                    must("Rà soát danh sách lớp và số liên lạc", "chậm nhất ngày 05 tháng 9", "Điều 5 khoản 1"),
                    must("Cập nhật học sinh vắng", "mỗi ngày, trước tiết ba", "Điều 5 khoản 2"),
                    must("Xem lại điểm của lớp, nhắc chỗ còn thiếu", "mỗi tháng", "Điều 5 khoản 3"),
                    must("Giao phiếu báo điểm giấy đầu tiên", "trong một ngày làm việc", "Điều 8 khoản 2"),
                )
            ),
        ),
        "Điều 5",
        "Điều 8",
    ),
    page(
        "hoc-sinh-xem-diem",
        "Học sinh: xem điểm và đề nghị xem lại",
        "instruction",
        "pupil",
        "Xem điểm của mình, bài tập về nhà và cách hỏi khi thấy điểm chưa đúng.",
        (
            Steps(
                (
                    Step("Kích hoạt tài khoản bằng mã của gia đình, đặt mật khẩu riêng."),
                    Step("Mở “Điểm của em”; bấm vào điểm để đọc nhận xét."),
                    Step("Thấy chưa đúng thì hỏi giáo viên, hoặc gửi phiếu trong 03 ngày làm việc."),
                )
            ),
            Duties(
                (
                    must("Không cho người khác dùng tài khoản của mình", "luôn luôn", "Điều 2 khoản 3"),
                    Duty("Gửi phiếu đề nghị xem lại điểm", "trong 03 ngày làm việc", "Điều 7 khoản 1", ASSESSMENT),
                )
            ),
        ),
        "Điều 2 khoản 2",
    ),
    page(
        "phu-huynh-so-diem",
        "Cha mẹ học sinh: theo dõi việc học của con",
        "instruction",
        "parent",
        "Nhận mã, xem điểm, báo con nghỉ học, nhận phiếu giấy khi không có mạng.",
        (
            Steps(
                (
                    Step(
                        "Nhận mã kích hoạt từ giáo viên chủ nhiệm; mã dùng một lần.",
                        Picture("school_vn", 52, "Hình vẽ: học sinh trên sân trước dãy phòng học", ""),
                    ),
                    Step("Mở liên kết sổ điểm ở đầu trang này, nhập mã, đặt mật khẩu."),
                    Step("Chọn tên con: điểm, ngày nghỉ, nhận xét của giáo viên."),
                )
            ),
            Duties((must("Đăng kí nhận phiếu giấy nếu không có mạng", "bất cứ lúc nào", "Điều 8 khoản 1"),)),
        ),
        "Điều 2 khoản 2",
        "Điều 8 khoản 1",
    ),
    page(
        "phu-trach-chuyen-mon-kiem-tra-so-diem",
        "Phó Hiệu trưởng: kiểm tra sổ điểm hằng tháng",
        "instruction",
        "deputy",
        "Xem cột điểm còn thiếu, cho phép sửa điểm đã khóa, thông báo kết quả kiểm tra.",
        (
            Steps(
                (
                    Step("Mở “Thống kê”, chọn tháng và khối."),
                    Step("Ghi kết quả kiểm tra và gửi cho giáo viên ngay trên hệ thống."),
                )
            ),
            Duties(
                (
                    must("Kiểm tra sổ điểm và thông báo kết quả", "mỗi tháng một lần", "Điều 6 khoản 2"),
                    must("Cho phép hoặc từ chối việc sửa điểm đã khóa", "khi có phiếu đề nghị", "Điều 4 khoản 1"),
                )
            ),
        ),
        "Điều 4",
        "Điều 6 khoản 2",
    ),
)
FOR_ALL = (
    page(
        "so-diem-dien-tu-la-gi",
        "Sổ điểm điện tử là gì",
        "introduction",
        "everyone",
        "Nơi ghi điểm, sĩ số và nội dung tiết dạy; cha mẹ và học sinh xem được trong ngày.",
        (
            Paragraph("Trường dùng sổ điểm điện tử thay cho sổ gọi tên và ghi điểm bằng giấy."),
            Bullets(
                (
                    "Giáo viên ghi điểm và nội dung tiết dạy.",
                    "Cha mẹ và học sinh xem điểm, ngày nghỉ, nhận xét.",
                    "Cổng này không đăng điểm của từng học sinh và không giữ mật khẩu.",
                )
            ),
        ),
        "Điều 1 khoản 2",
    ),
    page(
        "cach-nhan-tai-khoan",
        "Cách nhận tài khoản",
        "access",
        "parent",
        "Mã kích hoạt từ giáo viên chủ nhiệm; không có mạng thì nhận phiếu giấy.",
        (
            Steps(
                (
                    Step("Gặp giáo viên chủ nhiệm để nhận mã kích hoạt của gia đình."),
                    Step("Đặt mật khẩu có ít nhất 10 kí tự."),
                    Step("Chưa vào được thì gọi quản trị sổ điểm trong giờ làm việc."),
                )
            ),
            Heading("Khi không có mạng"),
            Paragraph("Gửi đơn cho giáo viên chủ nhiệm: phiếu đầu tiên sau một ngày làm việc, rồi mỗi tháng một lần."),
        ),
        "Điều 2 khoản 2",
        "Điều 8",
    ),
    page(
        "giu-an-toan-tai-khoan",
        "Giữ an toàn tài khoản",
        "safe_keeping",
        "everyone",
        "Không cho mượn, không ghi ra giấy; mất thì báo ngay.",
        (
            Bullets(
                (
                    "Không ai trong trường hỏi mật khẩu của bạn.",
                    "Dùng máy chung thì nhớ đăng xuất.",
                    "Lộ mật khẩu thì gọi ngay cho quản trị: tài khoản được khóa liền và cấp lại trong ngày.",
                )
            ),
        ),
        "Điều 2 khoản 3",
        "Điều 2 khoản 4",
    ),
    page(
        "xem-duoc-gi-va-khi-nao",
        "Xem được gì và khi nào",
        "available_online",
        "everyone",
        "Những điều có sẵn trên sổ điểm, không cần hỏi.",
        (
            Table(
                "Thông tin và thời điểm",
                (
                    ("Thông tin", "Có lúc nào"),
                    ("Học sinh vắng", "trong ngày, trước tiết ba"),
                    ("Điểm thường xuyên", "trong ngày kiểm tra"),
                    ("Điểm bài viết", "chậm nhất 02 ngày sau khi trả bài"),
                    ("Điểm trung bình học kì", "03 ngày trước khi kết thúc học kì"),
                ),
            ),
        ),
        "Điều 3",
        "Điều 5 khoản 2",
    ),
    page(
        "hoi-dap-so-diem",
        "Hỏi đáp về sổ điểm điện tử",
        "questions",
        "everyone",
        "Những câu được hỏi nhiều nhất.",
        (
            Answer("Mã kích hoạt báo đã dùng?", "Mã chỉ dùng một lần. Gọi quản trị sổ điểm để được cấp mã mới."),
            Answer(
                "Sao điểm của con bị sửa?", "Giáo viên được sửa trong 14 ngày; sau đó phải có phép. Lí do ghi ở đó."
            ),
            Answer("Sổ điểm không mở được?", "Xem thông báo ở đầu mục này; điểm được nhập bù trong 02 ngày."),
        ),
        "Điều 4 khoản 2",
        "Điều 7",
    ),
)

JOURNAL = DemoJournal(
    system_name="Sổ điểm điện tử Suối Mơ",
    address="https://sodiem.example/",
    administrator="editor1",
    helper=HELPER,
    hours="thứ Hai – thứ Sáu, 7 giờ 30 – 16 giờ 30",
    duties_heading="Việc phải làm và thời hạn",
    pages=(*FOR_ALL, *ROLES),
    holders=(
        DemoHolder("Quản trị sổ điểm: tài khoản, khóa sổ, sao lưu", "editor1", MARK_BOOK, 94),
        DemoHolder("Kiểm tra sổ điểm hằng tháng", "deputy1", MARK_BOOK, 94),
        DemoHolder("Cập nhật danh sách học sinh", "vanphong", MARK_BOOK, 94),
    ),
    outage=DemoOutage("Sổ điểm không vào được do bảo trì đường truyền. Giáo viên ghi tạm vào sổ cá nhân.", 16, 8, 6),
    questions=(
        DemoQuestion(
            "Nhà có hai con học cùng trường thì cần hai mã không?",
            "Không. Mỗi gia đình một mã, sau khi đăng nhập thì chọn tên con.",
            11,
        ),
        DemoQuestion("Đổi số điện thoại thì báo ai?", "Báo giáo viên chủ nhiệm, cập nhật trong ngày.", 8),
    ),
)
