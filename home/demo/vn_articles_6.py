"""Articles of the Vietnamese demonstration school, part 6: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import DemoArticle, Fate, Paragraph, Picture, Table

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="hop-cha-me",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Mời họp cha mẹ học sinh giữa học kì I",
        lead=(
            "Nhà trường kính mời cha mẹ học sinh dự họp lớp vào sáng Chủ nhật tuần tới; lớp nào cũng có "
            "mười phút dành riêng cho câu hỏi."
        ),
        blocks=(
            Paragraph(
                "Cuộc họp bắt đầu lúc 8 giờ tại phòng học của từng lớp. Giáo viên chủ nhiệm trao đổi "
                "chung về nền nếp, sau đó gặp riêng từng gia đình khi cần. Kết quả học tập không đọc "
                "trước lớp.",
            ),
            Picture(
                "meeting",
                2,
                "Mọi người ngồi quanh bàn trao đổi, trên tường có biểu đồ",
                "Trao đổi giữa gia đình và nhà trường. Tranh minh họa.",
            ),
            Table(
                "Thời gian",
                (
                    ("Giờ", "Nội dung"),
                    ("8:00", "Họp chung tại lớp"),
                    ("9:00", "Hỏi và đáp"),
                    ("9:15", "Gặp riêng theo đăng kí"),
                ),
            ),
            Paragraph("Gia đình bận có thể hẹn lịch khác qua giáo viên chủ nhiệm."),
        ),
        categories=("thong-bao",),
        tags=("cha mẹ học sinh",),
        fate=Fate.SCHEDULED,
        days_ago=2,
        content_class="public_concern",
        scheduled_in_hours=20,
    ),
    DemoArticle(
        key="giao-huu-bong-chuyen",
        unit="congdoan",
        author="congdoan",
        author_name="Công đoàn cơ sở",
        title="Giao hữu bóng chuyền với trường bạn",
        lead=(
            "Đội bóng chuyền của Công đoàn trường đã có trận giao hữu ba hiệp đầy tiếng cười với đồng "
            "nghiệp trường bạn."
        ),
        blocks=(
            Picture(
                "volleyball",
                2,
                "Trận bóng chuyền ngoài trời, bóng bay phía trên lưới",
                "Hiệp ba căng thẳng. Tranh minh họa.",
            ),
            Paragraph(
                "Tỉ số hai một nghiêng về đội khách, nhưng giải “pha cứu bóng đẹp nhất” thuộc về cô thủ "
                "thư của trường ta.",
            ),
            Paragraph("Hai công đoàn hẹn nhau trận lượt về sau khi kết thúc học kì."),
        ),
        categories=("cong-doan",),
        tags=("bóng chuyền", "giao lưu"),
        fate=Fate.APPROVED,
        days_ago=2,
        event=DemoEvent("Giao hữu bóng chuyền", EventKind.OTHER, 3),
    ),
    DemoArticle(
        key="ket-nap-doan",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Lễ kết nạp đoàn viên đợt một",
        lead="Ba mươi tám thanh niên ưu tú đứng dưới cờ Đoàn trong lễ kết nạp đợt một của năm học.",
        blocks=(
            Paragraph(
                "Trước khi được xét kết nạp, mỗi em hoàn thành một công trình nhỏ: dạy kèm bạn, sửa bàn "
                "ghế, làm giá sách cho lớp. Danh sách công trình được treo ở sảnh để ai cũng có thể kiểm "
                "chứng.",
            ),
            Picture(
                "assembly_vn",
                2,
                "Học sinh áo trắng đứng hàng ngang trước lễ đài và cờ Tổ quốc",
                "Lễ kết nạp trên sân trường. Tranh minh họa.",
            ),
            Paragraph(
                "Đồng chí K'Long, Bí thư Đoàn trường, trao huy hiệu và dặn các đoàn viên mới chọn một "
                "việc để làm đến nơi đến chốn.",
            ),
        ),
        categories=("doan-doi",),
        tags=("kết nạp đoàn",),
        fate=Fate.AWAITING_HEAD,
        days_ago=2,
        event=DemoEvent("Lễ kết nạp đoàn viên", EventKind.YOUTH_ADMISSION, 3),
    ),
    DemoArticle(
        key="ung-xu-mang",
        unit="su",
        author="su",
        author_name="Tổ Sử – Địa – GDKT&PL",
        title="Ứng xử trên mạng: dừng lại ba giây trước khi bấm gửi",
        lead=(
            "Buổi tọa đàm về bắt nạt trên mạng nói với học sinh điều đơn giản: người ở đầu bên kia màn "
            "hình cũng biết đau."
        ),
        blocks=(
            Paragraph(
                "Tình huống được dựng lại bằng tin nhắn giả định, không dùng câu chuyện của bất kì học "
                "sinh nào. Sau mỗi tình huống, các em viết ẩn danh một điều mình sẽ làm khác đi.",
            ),
            Picture(
                "computers",
                1,
                "Phòng máy tính với học sinh ngồi trước màn hình, giáo viên đứng hướng dẫn",
                "Phần thực hành cài đặt quyền riêng tư. Tranh minh họa.",
            ),
            Paragraph(
                "Phòng tư vấn tâm lí mở cửa cả hai buổi. Em nào cần, chỉ cần gõ cửa; không phải ghi tên vào sổ.",
            ),
        ),
        categories=("tin-hoat-dong",),
        tags=("an toàn mạng", "tư vấn tâm lí"),
        fate=Fate.AWAITING_HEAD,
        days_ago=3,
        content_class="sensitive",
        event=DemoEvent("Tọa đàm ứng xử trên mạng", EventKind.EXTRACURRICULAR, 4, is_past_due=True),
    ),
    DemoArticle(
        key="chuyen-de-xac-suat",
        unit="toan",
        author="toan",
        author_name="Tổ Toán – Tin học",
        title="Chuyên đề xác suất qua trò chơi xúc xắc",
        lead=(
            "Một trăm hai mươi viên xúc xắc và một bảng tính dùng chung giúp lớp 11A5 nhìn thấy quy luật "
            "số lớn ngay trong tiết học."
        ),
        blocks=(
            Paragraph(
                "Mỗi nhóm gieo xúc xắc năm mươi lần, nhập kết quả vào bảng tính chung. Khi đường tần suất "
                "dần phẳng lại, cả lớp tự phát biểu được điều mà sách viết bằng một công thức.",
            ),
            Picture(
                "computers",
                2,
                "Bốn học sinh nhìn từ phía sau trước màn hình, trên tường là biểu đồ cột",
                "Số liệu của cả lớp trên màn hình lớn. Tranh minh họa.",
            ),
            Paragraph("Sau giờ dạy, tổ góp ý nên dành thêm năm phút cho học sinh đoán trước kết quả."),
        ),
        categories=("chuyen-mon",),
        tags=("chuyên đề", "xác suất"),
        fate=Fate.AWAITING_DEPUTY,
        days_ago=1,
        content_class="teaching",
        event=DemoEvent("Chuyên đề xác suất", EventKind.THEMATIC, 2),
    ),
    DemoArticle(
        key="tap-tho-hoc-tro",
        unit="van",
        author="van",
        author_name="Tổ Ngữ văn",
        title="Ra mắt tập thơ học trò “Sương tan”",
        lead=(
            "Hai mươi bốn bài thơ của học sinh ba khối vừa được đóng thành tập bằng tay, số lượng sáu "
            "mươi bản, bìa in khắc gỗ."
        ),
        blocks=(
            Paragraph(
                "Ban tuyển chọn gồm bốn học sinh và hai giáo viên đọc bài đã che tên. Bài ngắn nhất chỉ "
                "có mười bốn chữ, viết về tiếng dép của mẹ buổi sớm.",
            ),
            Picture(
                "bookshelf",
                2,
                "Những hàng sách nhiều màu trên giá gỗ",
                "Tập thơ đã có trên giá thư viện. Tranh minh họa.",
            ),
            Paragraph("Bạn đọc có thể mượn tại thư viện hoặc đặt trước một bản đóng tay."),
        ),
        categories=("chuyen-mon",),
        tags=("thơ", "sáng tác học trò"),
        fate=Fate.AWAITING_DEPUTY,
        days_ago=2,
    ),
    DemoArticle(
        key="an-toan-phong-thi-nghiem",
        unit="hoa",
        author="hoa",
        author_name="Tổ Hóa – Sinh",
        title="Mười quy tắc an toàn phòng thí nghiệm",
        lead="Tổ Hóa – Sinh biên soạn lại mười quy tắc an toàn bằng hình vẽ để dán ở cửa phòng thí nghiệm.",
        blocks=(
            Paragraph(
                "Các quy tắc do học sinh vẽ, giáo viên duyệt nội dung. Bản in khổ lớn sẽ treo trước tuần sau.",
            ),
            Picture(
                "laboratory",
                2,
                "Bàn thí nghiệm với bình, ống nghiệm và kính hiển vi",
                "Phòng thí nghiệm Hóa. Tranh minh họa.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("an toàn", "phòng thí nghiệm"),
        fate=Fate.RETURNED_TO_UNIT,
        days_ago=3,
        content_class="teaching",
        return_note=(
            "Bài nói có mười quy tắc nhưng chưa liệt kê quy tắc nào. Đề nghị tổ đưa đủ mười điều vào bài "
            "và ghi rõ hình do học sinh lớp nào vẽ."
        ),
    ),
    DemoArticle(
        key="xuong-sua-xe",
        unit="ly",
        author="ly",
        author_name="Tổ Vật lí – Công nghệ",
        title="Xưởng sửa xe đạp miễn phí chiều thứ Sáu",
        lead=(
            "Mỗi chiều thứ Sáu, câu lạc bộ Công nghệ nhận sửa xe đạp miễn phí cho học sinh và người dân quanh trường."
        ),
        blocks=(
            Paragraph(
                "Trong tháng đầu, các em đã thay ruột, chỉnh phanh, căn vành cho bốn mươi mốt chiếc xe. "
                "Phụ tùng do chủ xe tự mua, công là của câu lạc bộ.",
            ),
            Picture(
                "robots",
                2,
                "Học sinh bên bàn xưởng với rô-bốt, bánh răng treo tường",
                "Góc xưởng của câu lạc bộ Công nghệ. Tranh minh họa.",
            ),
            Paragraph(
                "Điều các em học được nhiều nhất, theo thầy phụ trách, là giải thích cho chủ xe hiểu vì sao hỏng.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("câu lạc bộ", "công nghệ"),
        fate=Fate.RETURNED_BY_DEPUTY,
        days_ago=4,
        return_note=(
            "Nội dung tốt. Nhờ biên tập viên hỏi lại tổ: nhận xe của người dân thì ai chịu trách nhiệm "
            "khi xe hỏng lại, có giáo viên trực không? Bổ sung một câu rồi trình lại."
        ),
    ),
)
