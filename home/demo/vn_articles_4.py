"""Articles of the Vietnamese demonstration school, part 4: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import Bullets, DemoArticle, Fate, Heading, Pace, Paragraph, Picture, Table

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="hoi-khoe",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Hội khỏe Phù Đổng cấp trường khép lại với mười kỉ lục mới",
        lead=(
            "Ba ngày thi đấu, sáu môn, bốn trăm lượt vận động viên: Hội khỏe Phù Đổng năm nay là lần đông "
            "nhất từ trước đến nay."
        ),
        blocks=(
            Picture(
                "running",
                1,
                "Bốn vận động viên chạy trên đường chạy đỏ, phía sau là khán giả giơ tay cổ vũ",
                "Chung kết chạy 800 mét. Tranh minh họa.",
            ),
            Paragraph(
                "Ở đường chạy 800 mét nữ, khoảng cách giữa người về nhất và về nhì chưa đầy nửa giây. Cả "
                "hai ôm nhau ở vạch đích trước khi biết ai thắng.",
            ),
            Picture(
                "volleyball",
                1,
                "Hai đội áo cam và áo xanh thi đấu bóng chuyền, bóng đang bay trên lưới",
                "Bóng chuyền giữa 11A2 và 12A1. Tranh minh họa.",
            ),
            Table(
                "Kết quả toàn đoàn",
                (
                    ("Hạng", "Lớp", "Điểm"),
                    ("Nhất", "12A1", "148"),
                    ("Nhì", "11A2", "141"),
                    ("Ba", "12A5", "126"),
                ),
            ),
            Paragraph("Ban tổ chức cảm ơn đội y tế học sinh đã trực đủ ba ngày."),
        ),
        categories=("doan-doi", "tin-hoat-dong"),
        tags=("thể thao", "Hội khỏe Phù Đổng"),
        fate=Fate.PUBLISHED,
        days_ago=25,
        event=DemoEvent("Hội khỏe Phù Đổng cấp trường", EventKind.SPORTS, 26, place="Sân vận động xã", lasts_days=3),
        pace=Pace.LATE_POSTING,
    ),
    DemoArticle(
        key="ngay-hoi-stem",
        unit="hoa",
        author="hoa",
        author_name="Tổ Hóa – Sinh",
        title="Ngày hội STEM: từ vỏ cà phê đến giấy gói quà",
        lead=(
            "Hai mươi sản phẩm của học sinh được trưng bày, trong đó nhóm làm giấy từ vỏ cà phê được "
            "khách tham quan bình chọn nhiều nhất."
        ),
        blocks=(
            Picture(
                "laboratory",
                1,
                "Ba học sinh áo trắng bên bàn thí nghiệm với bình tam giác, ống nghiệm và kính hiển vi",
                "Nhóm nghiên cứu tại phòng thí nghiệm. Tranh minh họa.",
            ),
            Paragraph(
                "Nhóm mất bảy lần thất bại mới tìm được tỉ lệ bột giấy đủ dai. Cuốn nhật kí thất bại được "
                "đặt ngay cạnh sản phẩm, và nhiều người đọc nó lâu hơn cả ngắm giấy.",
            ),
            Picture(
                "robots",
                1,
                "Học sinh giới thiệu rô-bốt nhỏ và mô hình tên lửa trên bàn trưng bày",
                "Góc rô-bốt của câu lạc bộ Công nghệ. Tranh minh họa.",
            ),
            Paragraph(
                "Tổ Hóa – Sinh phối hợp Tổ Vật lí – Công nghệ và Tổ Toán – Tin học tổ chức ngày hội. Các "
                "sản phẩm tốt sẽ dự thi cấp tỉnh.",
            ),
        ),
        categories=("chuyen-mon", "tin-hoat-dong"),
        tags=("STEM", "sáng tạo"),
        fate=Fate.PUBLISHED,
        days_ago=21,
        content_class="theme",
        co_units=("ly", "toan"),
        event=DemoEvent("Ngày hội STEM", EventKind.EXTRACURRICULAR, 22, place="Sân trường"),
        pace=Pace.LATE_BOARD,
    ),
    DemoArticle(
        key="cuoc-thi-sang-tao",
        unit="bbt",
        author="secretary",
        author_name="Ban Biên tập",
        title="Phát động cuộc thi sáng tạo dành cho học sinh trung học",
        lead=(
            "Cuộc thi cấp tỉnh nhận bài dự thi theo nhóm từ hai đến ba học sinh, khuyến khích các giải "
            "pháp phục vụ cộng đồng nơi em sống."
        ),
        blocks=(
            Picture(
                "awards",
                2,
                "Bục nhận giải với cúp vàng ở giữa, cúp bạc và cúp đồng hai bên",
                "Cuộc thi đang chờ những ý tưởng đầu tiên. Tranh minh họa.",
            ),
            Paragraph(
                "Thể lệ công bố trên Cổng thông tin của cơ quan quản lí cho biết mỗi trường chọn tối đa "
                "năm sản phẩm. Hồ sơ gồm bản thuyết minh không quá mười lăm trang, video giới thiệu ba "
                "phút và cam kết bản quyền.",
            ),
            Paragraph(
                "Nhà trường giao Tổ Vật lí – Công nghệ làm đầu mối tư vấn. Nhóm nào cần mượn dụng cụ đăng "
                "kí trước một tuần.",
            ),
            Paragraph(
                "Những nội dung trên được dẫn lại; khi có khác biệt, văn bản gốc của cơ quan ban hành là căn cứ.",
            ),
        ),
        categories=("chi-dao",),
        tags=("cuộc thi", "sáng tạo"),
        fate=Fate.PUBLISHED,
        days_ago=19,
        origin="official_source",
        source_name="Bản tin của cơ quan quản lí giáo dục tỉnh (dẫn lại)",
        source_url="https://sogddt.example/tin-tuc/cuoc-thi-sang-tao",
        content_class="superior_body",
    ),
    DemoArticle(
        key="huong-nghiep",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Một ngày làm thử: học sinh lớp 12 đi xem nghề",
        lead=(
            "Chín mươi học sinh lớp 12 dành trọn một ngày theo chân người thợ điện, cô điều dưỡng, anh kĩ "
            "sư nông nghiệp để biết nghề ấy thật ra làm gì."
        ),
        blocks=(
            Picture(
                "robots",
                4,
                "Học sinh quan sát rô-bốt và mô hình tên lửa, trên tường có hình bánh răng",
                "Trải nghiệm tại xưởng kĩ thuật. Tranh minh họa.",
            ),
            Paragraph(
                "Trước chuyến đi, mỗi em viết ba điều mình tin về nghề muốn theo. Sau chuyến đi, em gạch "
                "bỏ điều không đúng. Trung bình mỗi em gạch một dòng rưỡi.",
            ),
            Heading("Việc tiếp theo"),
            Bullets(
                (
                    "Phòng tư vấn mở cửa chiều thứ Tư cho học sinh và cha mẹ.",
                    "Câu hỏi về tổ hợp môn gửi qua giáo viên chủ nhiệm.",
                    "Ngày hội tư vấn tuyển sinh sẽ có thông báo riêng.",
                ),
            ),
            Paragraph("Đoàn trường cảm ơn mười một cơ sở trong tỉnh đã nhận học sinh."),
        ),
        categories=("tuyen-sinh", "doan-doi"),
        tags=("hướng nghiệp", "lớp 12"),
        fate=Fate.PUBLISHED,
        days_ago=24,
        content_class="public_concern",
        event=DemoEvent("Ngày trải nghiệm nghề", EventKind.OTHER, 25),
        pace=Pace.LATE_UNIT,
    ),
    DemoArticle(
        key="ung-pho-mua-lu",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Phương án bảo đảm an toàn khi có mưa lũ",
        lead=(
            "Khi có cảnh báo mưa lũ, nhà trường báo nghỉ học trước 5 giờ 30 sáng bằng ba kênh; học sinh "
            "không tự qua suối, qua ngầm."
        ),
        blocks=(
            Picture(
                "school_vn",
                2,
                "Trường hai tầng mái ngói đỏ dưới chân đồi thông, trước sân có cờ và học sinh",
                "Trường nằm dưới chân đồi, đường đến trường có ba ngầm tràn. Tranh minh họa.",
            ),
            Paragraph(
                "Thông báo được gửi qua tin nhắn của giáo viên chủ nhiệm, đài truyền thanh xã và thông "
                "báo khẩn trên Cổng. Không nhận được tin mà thấy nước qua ngầm thì ở nhà; buổi học ấy "
                "không tính là nghỉ không phép.",
            ),
            Table(
                "Ba mức cảnh báo",
                (
                    ("Mức", "Việc của trường", "Việc của học sinh"),
                    ("Vàng", "Theo dõi, nhắc đường vòng", "Đi theo nhóm"),
                    ("Cam", "Cho nghỉ các thôn có ngầm", "Ở nhà, báo giáo viên chủ nhiệm"),
                    ("Đỏ", "Toàn trường nghỉ", "Không ra khỏi nhà"),
                ),
            ),
            Paragraph("Thầy Lê Quang Vịnh, Phó Hiệu trưởng, phụ trách trực trong mùa mưa."),
        ),
        categories=("thong-bao",),
        tags=("an toàn", "mưa lũ"),
        fate=Fate.PUBLISHED,
        days_ago=17,
        content_class="special_attention",
    ),
    DemoArticle(
        key="quang-cao-trung-tam",
        unit="anh",
        author="anh",
        author_name="Cộng tác viên",
        title="Ưu đãi học phí ngoại ngữ cho học sinh đăng kí sớm",
        lead=("Trung tâm ngoại ngữ gần trường giảm ba mươi phần trăm học phí cho năm mươi học sinh đăng kí đầu tiên."),
        blocks=(
            Paragraph(
                "Trung tâm có đội ngũ giảng viên nhiều kinh nghiệm, cam kết đầu ra, tặng ba lô và áo mưa. "
                "Phụ huynh liên hệ số điện thoại trên tờ rơi để được tư vấn.",
            ),
            Paragraph("Chương trình áp dụng đến hết tháng."),
        ),
        categories=("thong-bao",),
        tags=("ngoại ngữ",),
        fate=Fate.REFUSED,
        days_ago=18,
        origin="contributor",
        refusal_note=(
            "Đây là nội dung quảng cáo của một cơ sở kinh doanh, Cổng của trường không đăng quảng cáo. "
            "Nếu tổ muốn giới thiệu học liệu miễn phí thì gửi bài khác, nêu rõ nguồn."
        ),
        ground="refuse_other_law",
    ),
    DemoArticle(
        key="rung-chuong-vang",
        unit="anh",
        author="anh",
        author_name="Tổ Ngoại ngữ",
        title="Rung chuông vàng tiếng Anh: hai mươi câu hỏi, một tiếng chuông",
        lead=(
            "Một trăm thí sinh ngồi kín sân, và sau hai mươi câu hỏi chỉ còn Bảo Trâm, học sinh lớp 11A1, "
            "được rung chuông vàng."
        ),
        blocks=(
            Paragraph(
                "Câu mười sáu làm rơi nhiều người nhất: điền giới từ vào một câu tưởng như ai cũng biết. "
                "Các thầy cô cứu trợ bằng trò ném bóng vào rổ, đưa ba mươi hai bạn trở lại sàn thi đấu.",
            ),
            Picture(
                "languages",
                3,
                "Hai bạn học sinh chào nhau bằng tiếng Anh trong hai bong bóng lời, ở giữa có quả địa cầu",
                "Phần khởi động trước giờ thi. Tranh minh họa.",
            ),
            Paragraph(
                "Toàn bộ câu hỏi do học sinh đội tuyển tiếng Anh biên soạn, giáo viên chỉ thẩm định.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("tiếng Anh", "sân chơi"),
        fate=Fate.PUBLISHED_CORRECTED,
        days_ago=15,
        content_class="teaching",
        event=DemoEvent("Rung chuông vàng tiếng Anh", EventKind.EXTRACURRICULAR, 16),
        correction=("chỉ còn Bảo Châm, học sinh", "chỉ còn Bảo Trâm, học sinh"),
    ),
)
