"""Articles of the Vietnamese demonstration school, part 5: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import DemoArticle, Fate, Gallery, Heading, Paragraph, Picture, Quote

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="lich-thi-noi",
        unit="anh",
        author="anh",
        author_name="Tổ Ngoại ngữ",
        title="Lịch kiểm tra kĩ năng nói giữa kì",
        lead="Tổ Ngoại ngữ thông báo lịch kiểm tra kĩ năng nói của ba khối, mỗi học sinh năm phút.",
        blocks=(
            Paragraph(
                "Học sinh bốc thăm một trong tám chủ đề đã công bố và có một phút chuẩn bị. Thứ tự theo danh sách lớp.",
            ),
            Paragraph("Phòng chờ và phòng thi ở tầng hai nhà B."),
        ),
        categories=("thong-bao",),
        tags=("kiểm tra", "tiếng Anh"),
        fate=Fate.WITHDRAWN,
        days_ago=13,
        content_class="teaching",
        withdraw_note="Lịch trùng với buổi tập của đội văn nghệ, tổ xin rút để xếp lại.",
    ),
    DemoArticle(
        key="ngay-phap-luat",
        unit="su",
        author="su",
        author_name="Tổ Sử – Địa – GDKT&PL",
        title="Ngày Pháp luật: phiên tòa giả định về một chiếc xe đạp",
        lead=(
            "Ai đúng, ai sai khi chiếc xe đạp cho mượn bị mất? Học sinh lớp 12A3 đã mở một phiên tòa giả "
            "định để tìm câu trả lời."
        ),
        blocks=(
            Picture(
                "speech",
                2,
                "Một người trình bày ở bục trên sân khấu, hai bên có bình hoa",
                "“Thẩm phán” công bố kết luận. Tranh minh họa.",
            ),
            Paragraph(
                "Vụ việc được viết lại từ một chuyện có thật ở nhiều trường: mượn xe, quên khóa, mất xe. "
                "Hai nhóm luật sư học sinh tra cứu quy định về hợp đồng mượn tài sản và tranh luận trong "
                "bốn mươi phút.",
            ),
            Paragraph(
                "Kết luận của hội đồng được cả hội trường vỗ tay, nhưng điều ở lại lâu hơn là lời khuyên: "
                "mượn thì ghi lại, dù là bạn thân.",
            ),
        ),
        categories=("chuyen-mon", "tin-hoat-dong"),
        tags=("pháp luật", "ngoại khóa"),
        fate=Fate.PUBLISHED,
        days_ago=11,
        content_class="theme",
        event=DemoEvent("Hưởng ứng Ngày Pháp luật", EventKind.EXTRACURRICULAR, 12),
    ),
    DemoArticle(
        key="bao-tuong",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Báo tường: ba mươi sáu trang viết tay về thầy cô",
        lead=(
            "Giữa thời màn hình, ba mươi sáu tờ báo tường viết tay vẫn kín sảnh nhà A và giờ ra chơi nào "
            "cũng đông người đứng đọc."
        ),
        blocks=(
            Paragraph(
                "Thể lệ năm nay chỉ có hai điều: viết tay và không chép. Các lớp tự chọn hình thức; lớp "
                "10A6 làm báo dạng tàu hỏa, mỗi toa là một môn học.",
            ),
            Picture(
                "exhibition",
                2,
                "Người xem đứng trước các tấm bảng trưng bày ở sảnh",
                "Sảnh nhà A trong tuần lễ báo tường. Tranh minh họa.",
            ),
            Paragraph(
                "Giải nhất thuộc về lớp 11A4 với bài phỏng vấn bác bảo vệ, người gọi được tên gần hết học "
                "sinh trong trường.",
            ),
        ),
        categories=("doan-doi",),
        tags=("báo tường", "20/11"),
        fate=Fate.PUBLISHED,
        days_ago=8,
        event=DemoEvent(
            "Hội thi báo tường",
            EventKind.CONTEST_PUPILS,
            9,
            place="Sảnh nhà A",
            announced="Ba mươi sáu tờ báo tường của các lớp được trưng bày ở sảnh nhà A trong giờ ra chơi.",
        ),
    ),
    DemoArticle(
        key="hoi-giang",
        unit="ly",
        author="ly",
        author_name="Tổ Vật lí – Công nghệ",
        title="Hội giảng chào mừng 20/11: mười sáu tiết dạy mở cửa",
        lead=(
            "Trong một tuần, mười sáu tiết dạy mở cửa đón đồng nghiệp; giáo viên dự giờ chỉ ghi một điều "
            "học được và một câu hỏi."
        ),
        blocks=(
            Picture(
                "classroom",
                2,
                "Giờ học nhìn từ cuối lớp: cô giáo bên bảng, học sinh ngồi theo dãy bàn",
                "Một tiết dạy mở cửa. Tranh minh họa.",
            ),
            Paragraph(
                "Cách dự giờ mới khiến không khí nhẹ hơn hẳn. Thay cho phiếu chấm điểm, người dạy nhận về "
                "một xấp giấy nhỏ đầy lời cảm ơn và câu hỏi.",
            ),
            Quote(
                "Tôi giữ lại mười bốn câu hỏi. Đó là kế hoạch tự học của tôi cho học kì II.",
                "Một giáo viên trẻ của tổ",
            ),
            Paragraph("Ba tiết dạy được chọn giới thiệu ở cụm trường."),
        ),
        categories=("chuyen-mon",),
        tags=("hội giảng", "20/11"),
        fate=Fate.PUBLISHED_UPDATED,
        days_ago=8,
        content_class="teaching",
        event=DemoEvent("Hội giảng chào mừng 20/11", EventKind.TEACHING_CONTEST, 9),
        update=(
            "<b>Bổ sung:</b> tư liệu của ba tiết dạy tiêu biểu đã có trong kho chuyên đề của nhà trường, "
            "giáo viên đăng nhập để xem."
        ),
        told="đã có thêm tư liệu của ba tiết dạy tiêu biểu.",
    ),
    DemoArticle(
        key="le-20-11",
        unit="congdoan",
        author="congdoan",
        author_name="Công đoàn cơ sở",
        title="Ấm áp lễ kỉ niệm Ngày Nhà giáo Việt Nam",
        lead=(
            "Lễ kỉ niệm 20/11 năm nay do học sinh dẫn chương trình, và món quà lớn nhất là một bức tường "
            "đầy lời nhắn gửi thầy cô."
        ),
        blocks=(
            Picture(
                "choir",
                1,
                "Dàn hợp xướng hai hàng trên sân khấu rèm đỏ, người chỉ huy đứng phía trước",
                "Tiết mục hợp xướng mở màn. Tranh minh họa.",
            ),
            Paragraph(
                "Từ sáng, cựu học sinh nhiều khóa đã về. Có người mang theo cuốn sổ lưu bút, có người chỉ "
                "mang một câu chuyện. Thầy cô nghỉ hưu được mời ngồi hàng ghế đầu và được học sinh lớp 10 "
                "cài hoa.",
            ),
            Heading("Tôn vinh"),
            Paragraph(
                "Nhà trường trao giấy khen cho mười hai giáo viên có thành tích trong phong trào thi đua "
                "và cảm ơn đội ngũ nhân viên văn phòng, bảo vệ, thư viện.",
            ),
            Gallery(
                (
                    Picture(
                        "bouquet",
                        2,
                        "Bó hoa nhiều màu đặt trên bàn cạnh chồng sách",
                        "Hoa học sinh tự gói. Tranh minh họa.",
                    ),
                    Picture(
                        "speech",
                        3,
                        "Đại diện phát biểu ở bục sân khấu giữa hai bình hoa",
                        "Lời cảm ơn của cựu học sinh. Tranh minh họa.",
                    ),
                ),
            ),
            Quote(
                "Thầy cô không nhớ hết chúng em, nhưng chúng em nhớ thầy cô vào những lúc khó nhất.",
                "Một cựu học sinh",
            ),
        ),
        categories=("cong-doan", "tin-hoat-dong", "khen-thuong"),
        tags=("20/11", "tri ân"),
        fate=Fate.APPROVE_AND_POST,
        days_ago=1,
        origin="own_activity",
        content_class="important",
        co_units=("doan",),
        event=DemoEvent("Lễ kỉ niệm Ngày Nhà giáo Việt Nam", EventKind.PUBLIC_HOLIDAY, 1),
    ),
    DemoArticle(
        key="guong-vuot-kho",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Một tấm gương lặng lẽ giữa sân trường",
        lead="Câu chuyện về một bạn lớp 11 vừa học, vừa chăm ông bà, vừa là cây văn nghệ của lớp.",
        blocks=(
            Paragraph(
                "Mỗi sáng Na dậy từ bốn giờ để nấu cơm cho ông bà, rồi đạp xe bảy cây số từ căn nhà cuối "
                "thôn, cạnh trạm bơm, đến trường.",
            ),
            Paragraph("Bạn bè quý Na vì nụ cười và những bài hát giờ ra chơi."),
        ),
        categories=("doan-doi",),
        tags=("gương tốt",),
        fate=Fate.HIDDEN,
        days_ago=5,
        hide_note=(
            "Bài nêu tên, nơi ở và hoàn cảnh gia đình của một học sinh mà chưa có sự đồng ý của em và cha "
            "mẹ. Ẩn ngay, chờ Trưởng Ban quyết định."
        ),
    ),
    DemoArticle(
        key="trong-rung",
        unit="hoa",
        author="hoa",
        author_name="Tổ Hóa – Sinh",
        title="Ba trăm cây thông non trên đồi Cỏ Lau",
        lead=(
            "Ba trăm cây thông ba lá vừa được học sinh khối 10 trồng trên đồi Cỏ Lau, mỗi cây có một "
            "người nhận chăm đến ngày ra trường."
        ),
        blocks=(
            Picture(
                "tree_planting",
                1,
                "Học sinh trồng cây non trên sườn đồi, cạnh đó là xẻng và bình tưới",
                "Trồng thông trên đồi. Tranh minh họa.",
            ),
            Paragraph(
                "Cán bộ kiểm lâm hướng dẫn khoảng cách, độ sâu và cách phủ gốc. Các em ghi nhật kí sinh "
                "trưởng ba tháng một lần; số liệu sẽ dùng cho bài thực hành thống kê của môn Toán.",
            ),
            Paragraph(
                "Buổi trồng cây kết thúc bằng một giờ nhặt rác dọc đường lên đồi: mười bốn bao, phần lớn "
                "là vỏ chai nhựa.",
            ),
        ),
        categories=("tin-hoat-dong",),
        tags=("môi trường", "trồng cây"),
        fate=Fate.PUBLISHED,
        days_ago=5,
        content_class="theme",
        co_units=("doan",),
        event=DemoEvent("Trồng cây trên đồi Cỏ Lau", EventKind.OTHER, 6),
    ),
)
