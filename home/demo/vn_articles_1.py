"""Articles of the Vietnamese demonstration school, part 1: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import Bullets, DemoArticle, Fate, Heading, Paragraph, Picture, Quote, Table

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="khai-giang",
        unit="congdoan",
        author="congdoan",
        author_name="Công đoàn cơ sở",
        title="Rộn ràng lễ khai giảng năm học mới",
        lead=(
            "Trong sắc cờ và tiếng trống trường, hơn bảy trăm học sinh Trường THPT Suối Mơ bước vào năm "
            "học mới với lời hứa học thật, vui thật và cùng nhau tiến bộ."
        ),
        blocks=(
            Picture(
                "assembly_vn",
                1,
                "Học sinh mặc áo trắng xếp hàng trước lễ đài treo cờ đỏ sao vàng và dây cờ đuôi nheo",
                "Toàn trường dự lễ khai giảng trên sân chính. Tranh minh họa.",
            ),
            Paragraph(
                "Từ sáng sớm, các lớp khối 11 và 12 đã đứng thành hai hàng từ cổng đến lễ đài để đón các "
                "em lớp 10. Mỗi học sinh mới nhận một bông hoa hướng dương bằng giấy do Câu lạc bộ Mĩ "
                "thuật tự làm trong tuần tựu trường.",
            ),
            Paragraph(
                "Sau nghi lễ chào cờ, Hiệu trưởng Nguyễn Đình Khải đánh hồi trống đầu tiên. Trong diễn "
                "văn ngắn, thầy nhắc ba việc của năm nay: mỗi tiết học có một câu hỏi của học sinh, mỗi "
                "lớp có một góc đọc, mỗi học sinh tham gia ít nhất một câu lạc bộ.",
            ),
            Quote(
                "Tiếng trống hôm nay không chỉ báo giờ vào lớp. Nó nhắc chúng ta rằng ai cũng có quyền "
                "bắt đầu lại, với một trang vở mới.",
                "Hiệu trưởng Nguyễn Đình Khải",
            ),
            Heading("Những món quà đầu năm"),
            Paragraph(
                "Công đoàn trường trao mười hai suất quà gồm cặp sách, vở và bảo hiểm y tế cho học sinh "
                "có hoàn cảnh khó khăn. Ban đại diện cha mẹ học sinh tặng thư viện sáu mươi đầu sách mới.",
            ),
            Picture(
                "school_vn",
                1,
                "Ngôi trường hai tầng tường vàng, mái ngói đỏ, giữa sân là cột cờ Tổ quốc",
                "Sân trường trong ngày hội đến trường. Tranh minh họa.",
            ),
        ),
        categories=("tin-hoat-dong",),
        tags=("khai giảng", "năm học mới"),
        fate=Fate.PUBLISHED,
        days_ago=73,
        origin="own_activity",
        content_class="important",
        co_units=("doan",),
        event=DemoEvent("Lễ khai giảng năm học mới", EventKind.SCHOOL_OPENING, 75),
    ),
    DemoArticle(
        key="sinh-hoat-dau-nam",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Tuần sinh hoạt đầu năm của học sinh khối 10",
        lead=(
            "Năm ngày làm quen đã giúp học sinh lớp 10 biết đường đến phòng thí nghiệm, nhớ nội quy và có "
            "thêm những người bạn đầu tiên."
        ),
        blocks=(
            Paragraph(
                "Thay vì ngồi nghe phổ biến nội quy, các em chia thành mười hai đội, cầm bản đồ đi tìm "
                "các “trạm” trong trường: thư viện, phòng y tế, phòng tư vấn, xưởng công nghệ, vườn thực "
                "nghiệm. Ở mỗi trạm, một thầy cô hoặc anh chị khóa trên chờ sẵn với một câu hỏi nhỏ.",
            ),
            Picture(
                "crossing",
                1,
                "Năm học sinh qua đường trên vạch kẻ dành cho người đi bộ, bên trái là đèn tín hiệu",
                "Trạm “Đi học an toàn” hướng dẫn qua đường đúng vạch. Tranh minh họa.",
            ),
            Paragraph(
                "Trạm được nhớ nhất là “Đi học an toàn”, nơi các em tập qua đường theo nhóm, kiểm tra "
                "phanh xe đạp và cài quai mũ bảo hiểm đúng cách.",
            ),
            Heading("Điều các em muốn hỏi nhất"),
            Bullets(
                (
                    "Mượn sách thư viện về nhà được mấy ngày?",
                    "Câu lạc bộ nào nhận người chưa biết gì?",
                    "Nếu buồn thì nói chuyện với ai trong trường?",
                ),
            ),
            Paragraph(
                "Câu trả lời cho cả ba câu hỏi đã được dán ở bảng tin tầng một và sẽ còn ở đó suốt học kì I.",
            ),
        ),
        categories=("doan-doi",),
        tags=("khối 10", "kĩ năng sống"),
        fate=Fate.PUBLISHED,
        days_ago=70,
        event=DemoEvent("Tuần sinh hoạt đầu năm khối 10", EventKind.OTHER, 71),
    ),
    DemoArticle(
        key="thoi-khoa-bieu",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Thông báo thời khóa biểu học kì I",
        lead=(
            "Thời khóa biểu học kì I áp dụng từ thứ Hai tuần tới cho cả ba khối; buổi chiều thứ Năm dành "
            "cho câu lạc bộ và tự học có hướng dẫn."
        ),
        blocks=(
            Picture(
                "documents",
                2,
                "Tờ lịch lớn trên tường, trước đó là bàn với giấy tờ và tách trà nóng",
                "Lịch học mới của học kì I. Tranh minh họa.",
            ),
            Paragraph(
                "Nhà trường thông báo khung giờ học của học kì I. Thời khóa biểu chi tiết của từng lớp "
                "được dán tại bảng tin và gửi qua giáo viên chủ nhiệm.",
            ),
            Table(
                "Khung giờ buổi sáng",
                (
                    ("Tiết", "Vào lớp", "Ra lớp"),
                    ("1", "7:00", "7:45"),
                    ("2", "7:50", "8:35"),
                    ("3", "8:55", "9:40"),
                    ("4", "9:45", "10:30"),
                    ("5", "10:35", "11:20"),
                ),
            ),
            Paragraph(
                "Học sinh ở xa được vào thư viện từ 6 giờ 30. Buổi chiều, cổng trường mở lúc 13 giờ.",
            ),
            Paragraph("Phản ánh về trùng tiết, trùng phòng xin gửi Tổ Văn phòng trước thứ Sáu."),
        ),
        categories=("thong-bao",),
        tags=("thời khóa biểu", "học kì I"),
        fate=Fate.PUBLISHED_UPDATED,
        days_ago=69,
        content_class="public_concern",
        update=(
            "<b>Cập nhật:</b> các tiết Giáo dục thể chất của khối 12 chuyển từ chiều thứ Ba sang chiều "
            "thứ Tư để nhường sân cho đội tuyển luyện tập. Các lớp khác không thay đổi."
        ),
        told="các tiết Giáo dục thể chất của khối 12 đã đổi buổi học.",
    ),
    DemoArticle(
        key="clb-toan-pi",
        unit="toan",
        author="toan",
        author_name="Tổ Toán – Tin học",
        title="Câu lạc bộ Toán học “Pi” gặp mặt buổi đầu",
        lead=(
            "Không bảng điểm, không bài kiểm tra: buổi gặp đầu tiên của câu lạc bộ Pi bắt đầu bằng một "
            "chiếc bánh tròn và câu hỏi chia sao cho công bằng."
        ),
        blocks=(
            Picture(
                "maths",
                1,
                "Một học sinh đứng trước bảng vẽ tam giác vuông và đồ thị parabol",
                "Thành viên câu lạc bộ trình bày lời giải trên bảng. Tranh minh họa.",
            ),
            Paragraph(
                "Ba mươi tư học sinh của cả ba khối đã đến. Từ bài toán chia bánh, các em đi đến nguyên "
                "lí “người cắt, người chọn”, rồi tự mình phát hiện cách mở rộng cho ba người.",
            ),
            Paragraph(
                "Câu lạc bộ sinh hoạt chiều thứ Năm hằng tuần tại phòng B2.4. Mỗi buổi có một người dẫn "
                "chuyện là học sinh; giáo viên chỉ giữ giờ và giữ phấn.",
            ),
            Quote(
                "Em sợ Toán, nhưng em thích tranh luận. Hóa ra ở đây hai việc đó là một.",
                "Một thành viên lớp 10",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("câu lạc bộ", "Toán học"),
        fate=Fate.PUBLISHED,
        days_ago=65,
        content_class="teaching",
    ),
    DemoArticle(
        key="ngay-hoi-doc",
        unit="van",
        author="van",
        author_name="Tổ Ngữ văn",
        title="Ngày hội đọc sách: mười hai lớp, mười hai thế giới",
        lead=(
            "Mỗi lớp biến một góc sân thành thế giới của một cuốn sách, và suốt buổi sáng cả trường đi từ "
            "truyện cổ tích đến du kí."
        ),
        blocks=(
            Picture(
                "library",
                1,
                "Học sinh ngồi đọc bên bàn dài trong thư viện, hai bên là giá sách cao",
                "Góc đọc chung mở cửa suốt ngày hội. Tranh minh họa.",
            ),
            Paragraph(
                "Lớp 11A3 dựng lại khu rừng trong truyện đồng thoại bằng bìa các-tông; lớp 10A1 mở “bưu "
                "điện” cho người đọc viết thư gửi nhân vật; lớp 12A2 chọn thơ và treo những câu mình "
                "thích lên dây phơi.",
            ),
            Heading("Sách ở lại"),
            Paragraph(
                "Cuối buổi, mỗi lớp để lại cho thư viện ít nhất năm cuốn sách kèm một mảnh giấy nhỏ ghi "
                "lí do nên đọc. Thư viện đã xếp riêng một kệ cho những cuốn này.",
            ),
            Picture(
                "bookshelf",
                1,
                "Ba hàng giá với sách nhiều màu, một chậu cây và một chiếc đèn bàn",
                "Kệ sách do học sinh giới thiệu. Tranh minh họa.",
            ),
        ),
        categories=("chuyen-mon", "tin-hoat-dong"),
        tags=("văn hóa đọc", "thư viện"),
        fate=Fate.PUBLISHED_AFTER_RETURN,
        days_ago=61,
        content_class="theme",
        event=DemoEvent("Ngày hội đọc sách", EventKind.EXTRACURRICULAR, 62),
        first_lead="Ngày hội đọc sách đã diễn ra thành công tốt đẹp.",
        return_note=(
            "Phần giới thiệu còn chung chung, đọc xong chưa biết ngày hội có gì. Đề nghị tổ viết lại 1–2 "
            "câu nêu điều đáng xem nhất và bổ sung chú thích cho tấm ảnh thứ hai."
        ),
    ),
)
