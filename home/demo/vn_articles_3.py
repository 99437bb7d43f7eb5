"""Articles of the Vietnamese demonstration school, part 3: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import Bullets, DemoArticle, Fate, Heading, Pace, Paragraph, Picture, Table

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="goc-tieng-anh",
        unit="anh",
        author="anh",
        author_name="Tổ Ngoại ngữ",
        title="Góc nói tiếng Anh mở cửa giờ ra chơi",
        lead=(
            "Mười lăm phút mỗi sáng thứ Ba và thứ Năm, một góc hành lang chỉ nghe thấy tiếng Anh, và "
            "không ai bị sửa lỗi trừ khi muốn được sửa."
        ),
        blocks=(
            Picture(
                "languages",
                1,
                "Hai học sinh trò chuyện với bong bóng lời “Hello!” và “How are you?”, giữa là quả địa cầu",
                "Trò chuyện ở góc tiếng Anh. Tranh minh họa.",
            ),
            Paragraph(
                "Chủ đề do học sinh bốc thăm: món ăn sáng, bộ phim gần nhất, một điều ước cho trường. "
                "Người mới đến nhận một tấm thẻ có sẵn ba câu mở lời.",
            ),
            Paragraph(
                "Cô Đinh Phương Thảo, tổ trưởng, cho biết góc nói không điểm danh và không tính điểm. Sau "
                "ba tuần, số người ghé qua đã tăng gấp đôi.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("tiếng Anh", "câu lạc bộ"),
        fate=Fate.PUBLISHED,
        days_ago=43,
        content_class="teaching",
    ),
    DemoArticle(
        key="kham-suc-khoe",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Lịch khám sức khỏe định kì cho học sinh",
        lead=(
            "Trạm y tế xã sẽ khám sức khỏe định kì cho học sinh toàn trường trong ba buổi sáng; cha mẹ "
            "vui lòng gửi phiếu thông tin trước một ngày."
        ),
        blocks=(
            Picture(
                "health",
                1,
                "Phòng y tế có thước đo chiều cao, cân, hộp sơ cứu và nhân viên mặc áo trắng",
                "Phòng y tế của trường. Tranh minh họa.",
            ),
            Table(
                "Lịch khám",
                (
                    ("Buổi", "Khối", "Địa điểm"),
                    ("Sáng thứ Hai", "Khối 10", "Phòng y tế, nhà A"),
                    ("Sáng thứ Ba", "Khối 11", "Phòng y tế, nhà A"),
                    ("Sáng thứ Tư", "Khối 12", "Hội trường nhỏ"),
                ),
            ),
            Paragraph(
                "Nội dung khám gồm chiều cao, cân nặng, thị lực, răng miệng và tim mạch. Kết quả của từng "
                "em được gửi riêng cho cha mẹ, không thông báo trước lớp.",
            ),
            Paragraph("Học sinh đang dùng thuốc mang theo đơn thuốc gần nhất."),
        ),
        categories=("thong-bao",),
        tags=("y tế học đường",),
        fate=Fate.PUBLISHED,
        days_ago=42,
        content_class="public_concern",
    ),
    DemoArticle(
        key="chon-doi-tuyen",
        unit="toan",
        author="toan",
        author_name="Tổ Toán – Tin học",
        title="Công bố đội tuyển học sinh giỏi cấp trường",
        lead=(
            "Sau hai vòng thi, tám đội tuyển với bốn mươi hai học sinh đã được thành lập để chuẩn bị cho "
            "kì thi cấp tỉnh."
        ),
        blocks=(
            Picture(
                "awards",
                1,
                "Ba chiếc cúp đặt trên bục 1, 2, 3 giữa những mảnh giấy màu",
                "Tranh minh họa.",
            ),
            Paragraph(
                "Đề vòng hai có một phần mới: thí sinh được chọn một trong ba câu hỏi mở và trình bày "
                "bằng lời trước giám khảo. Theo hội đồng thi, phần này giúp nhận ra những em suy nghĩ độc "
                "lập.",
            ),
            Table(
                "Số học sinh các đội tuyển",
                (
                    ("Môn", "Khối 11", "Khối 12"),
                    ("Toán", "3", "4"),
                    ("Tin học", "2", "3"),
                    ("Vật lí", "3", "3"),
                    ("Hóa học", "2", "3"),
                    ("Sinh học", "2", "3"),
                    ("Ngữ văn", "3", "3"),
                    ("Lịch sử, Địa lí", "2", "2"),
                    ("Tiếng Anh", "2", "2"),
                ),
            ),
            Paragraph("Lịch bồi dưỡng bắt đầu từ tuần tới, vào chiều thứ Hai và thứ Tư."),
        ),
        categories=("khen-thuong", "chuyen-mon"),
        tags=("học sinh giỏi", "đội tuyển"),
        fate=Fate.APPROVE_AND_POST,
        days_ago=37,
        content_class="important",
        event=DemoEvent("Kì thi chọn đội tuyển học sinh giỏi cấp trường", EventKind.SCHOOL_CONTEST, 38),
    ),
    DemoArticle(
        key="hoc-bong",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Nhận hồ sơ học bổng “Cùng em đến trường”",
        lead=(
            "Quỹ khuyến học của Ban đại diện cha mẹ học sinh dành hai mươi suất học bổng cho học sinh "
            "vượt khó; hồ sơ nhận tại Văn phòng."
        ),
        blocks=(
            Paragraph(
                "Hồ sơ gồm đơn theo mẫu và nhận xét của giáo viên chủ nhiệm. Học sinh không phải nộp giấy "
                "chứng nhận hộ nghèo nếu giáo viên chủ nhiệm đã xác nhận hoàn cảnh.",
            ),
            Paragraph(
                "Danh sách người nhận không công bố trên Cổng để giữ riêng tư cho các em. Kết quả báo "
                "trực tiếp cho gia đình.",
            ),
            Picture(
                "documents",
                1,
                "Bàn làm việc có lịch treo tường, giấy tờ, bút, tách trà và chậu cây",
                "Hồ sơ nhận tại Văn phòng trong giờ hành chính. Tranh minh họa.",
            ),
        ),
        categories=("thong-bao",),
        tags=("học bổng", "khuyến học"),
        fate=Fate.RESTORED,
        days_ago=34,
        content_class="public_concern",
        ground="takedown_outdated",
        request_note="Hạn nhận hồ sơ đã hết nên Văn phòng xin gỡ tin.",
        takedown_note="Gỡ theo đề nghị của Văn phòng.",
        public_note="Tin đã được gỡ vì hết hạn nhận hồ sơ.",
        restore_note="Quỹ khuyến học gia hạn thêm hai tuần, đăng lại để các em kịp nộp.",
    ),
    DemoArticle(
        key="ngay-phu-nu",
        unit="congdoan",
        author="congdoan",
        author_name="Công đoàn cơ sở",
        title="Tọa đàm “Người phụ nữ trong ngôi trường vùng cao”",
        lead=(
            "Nhân Ngày Phụ nữ Việt Nam, những câu chuyện về ba thế hệ cô giáo đã làm phòng hội đồng lặng "
            "đi, rồi vỡ òa tiếng cười."
        ),
        blocks=(
            Paragraph(
                "Cô giáo nghỉ hưu kể về những năm đi bộ hai giờ đến lớp, mang theo ngọn đèn dầu. Cô giáo "
                "trẻ kể về lần đầu dạy trực tuyến mà quên bật tiếng suốt mười phút.",
            ),
            Picture(
                "bouquet",
                1,
                "Bó hoa lớn trên bàn, bên cạnh là chồng sách, quả táo và hai tấm thiệp",
                "Hoa và thiệp gửi các cô. Tranh minh họa.",
            ),
            Paragraph(
                "Các đồng nghiệp nam đảm nhận phần bếp. Món gà nướng được đánh giá cao hơn món salad, "
                "theo kết quả biểu quyết giơ tay.",
            ),
        ),
        categories=("cong-doan",),
        tags=("20/10", "đời sống"),
        fate=Fate.PUBLISHED,
        days_ago=31,
        event=DemoEvent("Tọa đàm 20/10", EventKind.PUBLIC_HOLIDAY, 32),
    ),
    DemoArticle(
        key="chuyen-de-doc-hieu",
        unit="van",
        author="van",
        author_name="Tổ Ngữ văn",
        title="Chuyên đề: dạy đọc hiểu văn bản thông tin",
        lead=(
            "Một tờ hướng dẫn sử dụng, một bản tin thời tiết và một nhãn thuốc trở thành ngữ liệu của "
            "tiết dạy chuyên đề do Tổ Ngữ văn thực hiện."
        ),
        blocks=(
            Paragraph(
                "Tiết dạy bắt đầu bằng tình huống: người bà ở nhà một mình cần biết uống thuốc thế nào. "
                "Học sinh đọc nhãn thuốc, gạch chân điều bắt buộc, khoanh điều dễ hiểu lầm, rồi viết lại "
                "bằng ba câu cho bà.",
            ),
            Picture(
                "classroom",
                1,
                "Cô giáo đứng trước bảng, học sinh ngồi nghe nhìn từ phía sau",
                "Tiết dạy chuyên đề tại lớp 10A4. Tranh minh họa.",
            ),
            Heading("Điều rút ra"),
            Bullets(
                (
                    "Ngữ liệu gần đời sống làm học sinh nói nhiều hơn.",
                    "Cần ba mức câu hỏi: tìm, nối, đánh giá.",
                    "Viết lại cho một người cụ thể là cách kiểm tra hiểu bài tốt nhất.",
                ),
            ),
            Paragraph("Kế hoạch bài dạy và phiếu học tập được lưu trong kho chuyên đề của tổ."),
        ),
        categories=("chuyen-mon",),
        tags=("chuyên đề", "đọc hiểu"),
        fate=Fate.PUBLISHED_AFTER_RETURN,
        days_ago=26,
        content_class="teaching",
        event=DemoEvent("Chuyên đề dạy đọc hiểu", EventKind.THEMATIC, 27, place="Phòng họp chuyên môn"),
        pace=Pace.LATE_RETURNED,
        first_lead=("Tổ Ngữ văn thực hiện chuyên đề cấp trường về đọc hiểu, tất cả học sinh đều đạt điểm cao."),
        return_note=(
            "Câu “tất cả học sinh đều đạt điểm cao” chưa có số liệu kèm theo. Đề nghị bỏ hoặc dẫn kết quả "
            "khảo sát; nên nói rõ ngữ liệu nào đã dùng."
        ),
    ),
)
