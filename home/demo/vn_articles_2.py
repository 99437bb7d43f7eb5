"""Articles of the Vietnamese demonstration school, part 2: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import Bullets, DemoArticle, Fate, Heading, Paragraph, Picture, Quote, Table

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="hoi-nghi-vien-chuc",
        unit="congdoan",
        author="congdoan",
        author_name="Công đoàn cơ sở",
        title="Hội nghị viên chức thông qua ba chỉ tiêu của năm học",
        lead=(
            "Hội nghị viên chức đầu năm đã thảo luận thẳng thắn và biểu quyết ba chỉ tiêu chung về chuyên "
            "môn, đời sống và chuyển đổi số."
        ),
        blocks=(
            Picture(
                "meeting",
                1,
                "Năm người trao đổi quanh bàn bầu dục, phía sau là biểu đồ trên màn hình",
                "Các tổ thảo luận trước khi biểu quyết. Tranh minh họa.",
            ),
            Paragraph(
                "Dự hội nghị có toàn thể viên chức và người lao động. Báo cáo của nhà trường được gửi "
                "trước năm ngày, vì vậy phần lớn thời gian dành cho ý kiến của các tổ.",
            ),
            Bullets(
                (
                    "Mỗi giáo viên dự ít nhất bốn tiết của đồng nghiệp trong học kì.",
                    "Quỹ tương trợ hỗ trợ tối thiểu sáu lượt đoàn viên gặp khó khăn.",
                    "Toàn bộ hồ sơ tổ chuyên môn lập và lưu trên hệ thống của trường.",
                ),
            ),
            Paragraph(
                "Đồng chí Lý Thị Xuân, Chủ tịch Công đoàn, cho biết tiến độ thực hiện sẽ được công khai "
                "tại phòng hội đồng vào cuối mỗi tháng.",
            ),
        ),
        categories=("cong-doan",),
        tags=("hội nghị viên chức", "công khai"),
        fate=Fate.PUBLISHED,
        days_ago=57,
        origin="own_activity",
        content_class="important",
        event=DemoEvent("Hội nghị viên chức", EventKind.STAFF_CONFERENCE, 58),
    ),
    DemoArticle(
        key="so-huong-dan-nam-hoc",
        unit="bbt",
        author="secretary",
        author_name="Ban Biên tập",
        title="Sở hướng dẫn nhiệm vụ trọng tâm của năm học",
        lead=(
            "Sở Giáo dục và Đào tạo yêu cầu các trường trung học chú trọng an toàn trường học, đổi mới "
            "kiểm tra đánh giá và giảm hồ sơ sổ sách."
        ),
        blocks=(
            Picture(
                "documents",
                3,
                "Bàn giấy gọn gàng với tập văn bản, bút chì đỏ và tách trà, trên tường là lịch và đồng hồ",
                "Văn bản đã chuyển đến các tổ chuyên môn. Tranh minh họa.",
            ),
            Paragraph(
                "Theo thông tin từ Cổng thông tin điện tử của Sở, các trường xây dựng kế hoạch giáo dục "
                "phù hợp điều kiện địa phương, công khai kế hoạch trước cha mẹ học sinh và không tổ chức "
                "thêm các cuộc thi ngoài kế hoạch.",
            ),
            Paragraph(
                "Văn bản nhấn mạnh việc đánh giá thường xuyên bằng nhiều hình thức: sản phẩm học tập, "
                "thuyết trình, dự án; đồng thời đề nghị các trường rà soát, bỏ bớt những loại sổ sách "
                "trùng nhau.",
            ),
            Heading("Việc của trường ta"),
            Paragraph(
                "Ban Giám hiệu đã giao các tổ chuyên môn hoàn thiện kế hoạch của tổ và gửi phản hồi về "
                "Thư ký Hội đồng trước ngày 30 hằng tháng.",
            ),
        ),
        categories=("chi-dao",),
        tags=("nhiệm vụ năm học",),
        fate=Fate.PUBLISHED,
        days_ago=55,
        origin="official_source",
        source_name="Cổng thông tin điện tử Sở Giáo dục và Đào tạo (dẫn lại)",
        source_url="https://sogddt.example/tin-tuc/nhiem-vu-trong-tam",
        content_class="superior_body",
    ),
    DemoArticle(
        key="dem-trang-ram",
        unit="ly",
        author="ly",
        author_name="Tổ Vật lí – Công nghệ",
        title="Đêm trăng rằm, cả trường cùng nhìn lên",
        lead=(
            "Một chiếc kính thiên văn, hai trăm lượt người xem và rất nhiều tiếng “ồ”: đêm quan sát Mặt "
            "Trăng của Tổ Vật lí – Công nghệ kéo dài hơn dự kiến một giờ."
        ),
        blocks=(
            Picture(
                "stargazing",
                1,
                "Học sinh đứng quanh kính thiên văn dưới bầu trời đêm có trăng tròn",
                "Xếp hàng chờ đến lượt nhìn qua kính. Tranh minh họa.",
            ),
            Paragraph(
                "Trước giờ quan sát, học sinh khối 11 giải thích vì sao Mặt Trăng có pha, vì sao ta luôn "
                "chỉ thấy một mặt. Mô hình là một chiếc đèn bàn, một quả bóng và một người bạn chịu đứng "
                "xoay.",
            ),
            Paragraph(
                "Khi mây tan, từng nhóm mười em lần lượt nhìn qua kính. Nhiều phụ huynh đến đón con cũng "
                "xin ở lại xem.",
            ),
            Quote(
                "Tôi dạy về hố thiên thạch mười năm, tối nay mới lần đầu cho học trò thấy tận mắt.",
                "Thầy Võ Trọng Nghĩa",
            ),
        ),
        categories=("chuyen-mon", "tin-hoat-dong"),
        tags=("thiên văn", "ngoại khóa"),
        fate=Fate.PUBLISHED,
        days_ago=56,
        content_class="teaching",
        event=DemoEvent("Đêm quan sát Mặt Trăng", EventKind.EXTRACURRICULAR, 57),
    ),
    DemoArticle(
        key="trung-thu",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Trung thu: đèn lồng tự làm thắp sáng sân trường",
        lead=(
            "Hơn trăm chiếc đèn lồng từ tre, giấy bóng kính và vỏ chai cũ được thắp lên trong đêm hội "
            "Trung thu dành cho con em xã Hồ Sương."
        ),
        blocks=(
            Picture(
                "lanterns",
                1,
                "Học sinh cầm đèn ông sao trong sân trường treo đầy đèn lồng, trên trời có trăng tròn",
                "Rước đèn quanh sân trường. Tranh minh họa.",
            ),
            Paragraph(
                "Hai tuần trước đêm hội, mỗi chi đoàn nhận một bó tre và một thùng vật liệu tái chế. Các "
                "anh chị khối 12 dạy các em cách vót nan, buộc khung và phết hồ.",
            ),
            Paragraph(
                "Đêm hội có múa lân, kể chuyện chú Cuội bằng bóng tay và phần được chờ nhất: rước đèn ba "
                "vòng quanh sân. Toàn bộ đèn sau đó được tặng cho trẻ em ở ba thôn trong xã.",
            ),
        ),
        categories=("doan-doi",),
        tags=("Trung thu", "tái chế"),
        fate=Fate.PUBLISHED,
        days_ago=55,
        event=DemoEvent("Đêm hội Trung thu", EventKind.ARTS, 56),
    ),
    DemoArticle(
        key="ban-do-que-em",
        unit="su",
        author="su",
        author_name="Tổ Sử – Địa – GDKT&PL",
        title="Ngoại khóa “Bản đồ quê em”",
        lead=(
            "Học sinh khối 11 đi bộ mười cây số, hỏi chuyện hai mươi người lớn tuổi và trở về với tấm bản "
            "đồ không có trong sách giáo khoa."
        ),
        blocks=(
            Paragraph(
                "Trên bản đồ ấy có cây đa nơi từng họp chợ, bến nước cũ, con dốc mà ai cũng gọi bằng tên "
                "riêng. Mỗi điểm kèm một câu chuyện được ghi lại bằng lời của người kể.",
            ),
            Picture(
                "exhibition",
                1,
                "Người xem đứng trước ba tấm bảng trưng bày bản đồ, ảnh cũ và dòng thời gian",
                "Triển lãm nhỏ tại sảnh nhà A. Tranh minh họa.",
            ),
            Heading("Học cách hỏi"),
            Paragraph(
                "Trước chuyến đi, các em học cách xin phép trước khi ghi âm, cách đặt câu hỏi mở và cách "
                "trả lại kết quả cho người đã kể. Mười hai gia đình đã nhận bản in câu chuyện của mình.",
            ),
            Paragraph("Triển lãm mở cửa giờ ra chơi đến hết tháng."),
        ),
        categories=("chuyen-mon",),
        tags=("lịch sử địa phương", "ngoại khóa"),
        fate=Fate.PUBLISHED,
        days_ago=49,
        content_class="theme",
        event=DemoEvent("Ngoại khóa Bản đồ quê em", EventKind.EXTRACURRICULAR, 50),
    ),
    DemoArticle(
        key="lao-dong-ve-sinh",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Đổi lịch lao động vệ sinh tuần thứ sáu",
        lead=("Do sân sau đang thi công, lịch lao động của khối 10 và khối 11 trong tuần thứ sáu được đổi cho nhau."),
        blocks=(
            Paragraph(
                "Khối 10 lao động chiều thứ Ba tại vườn trường; khối 11 lao động chiều thứ Sáu tại hành "
                "lang nhà A. Dụng cụ nhận ở kho cạnh nhà xe.",
            ),
            Paragraph("Các lớp cử hai bạn đến sớm mười phút để nhận găng tay."),
        ),
        categories=("doan-doi", "thong-bao"),
        tags=("lao động",),
        fate=Fate.TAKEN_DOWN,
        days_ago=47,
        ground="takedown_outdated",
        request_note=("Tuần thứ sáu đã qua, nhiều lớp vẫn đọc tin này và đến nhầm buổi. Đoàn trường đề nghị gỡ."),
        takedown_note="Đồng ý gỡ. Lịch mới đã có ở bảng tin từng lớp.",
        public_note="Tin đã được gỡ vì không còn phù hợp về thời điểm.",
    ),
    DemoArticle(
        key="vuon-thuoc-nam",
        unit="hoa",
        author="hoa",
        author_name="Tổ Hóa – Sinh",
        title="Vườn thuốc nam của trường có thêm ba mươi loài cây",
        lead=(
            "Sau một tháng chăm sóc, vườn thuốc nam do cô Ka Hiền và học sinh khối 11 gây dựng đã có ba "
            "mươi loài cây, mỗi cây một tấm biển tên."
        ),
        blocks=(
            Picture(
                "garden",
                1,
                "Ba luống cây xanh có biển tên, học sinh đứng chăm cây bên hàng rào trắng",
                "Vườn thuốc nam phía sau nhà B. Tranh minh họa.",
            ),
            Paragraph(
                "Cây được xin từ vườn nhà học sinh và trạm y tế xã. Với mỗi cây, nhóm phụ trách phải tìm "
                "tên khoa học, bộ phận dùng, và quan trọng nhất là lời cảnh báo khi nào không nên dùng.",
            ),
            Paragraph(
                "Các tiết Sinh học về thực vật nay được học ngay tại vườn. Mã trên biển tên dẫn đến trang "
                "ghi chép do chính học sinh viết.",
            ),
            Table(
                "Một vài cây trong vườn",
                (
                    ("Cây", "Bộ phận dùng", "Lớp chăm"),
                    ("Tía tô", "Lá, cành", "11A1"),
                    ("Gừng", "Thân rễ", "11A2"),
                    ("Ngải cứu", "Lá", "11A4"),
                    ("Sả", "Thân, lá", "11A5"),
                ),
            ),
        ),
        categories=("chuyen-mon",),
        tags=("vườn trường", "Sinh học"),
        fate=Fate.PUBLISHED_CORRECTED,
        days_ago=45,
        content_class="teaching",
        correction=("cô Ka Hiên và", "cô Ka Hiền và"),
    ),
)
