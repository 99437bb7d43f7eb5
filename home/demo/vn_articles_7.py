"""Articles of the Vietnamese demonstration school, part 7: all invented."""

from editorial.rules.clock_terms import EventKind
from home.demo.plans import DemoEvent
from home.demo.schema import DemoArticle, Fate, Pace, Paragraph, Picture

ARTICLES: tuple[DemoArticle, ...] = (
    DemoArticle(
        key="hop-tac-thu-tin",
        unit="anh",
        author="anh",
        author_name="Tổ Ngoại ngữ",
        title="Kết bạn qua thư với một trường ở nước ngoài",
        lead=(
            "Hai mươi học sinh lớp 10 bắt đầu trao đổi thư tay bằng tiếng Anh với bạn bè cùng tuổi ở xa "
            "nửa vòng trái đất."
        ),
        blocks=(
            Paragraph(
                "Lá thư đầu tiên giới thiệu một món ăn và một âm thanh quen thuộc ở nơi mình sống. Giáo "
                "viên chỉ giúp chỗ nào học sinh hỏi.",
            ),
            Picture(
                "languages",
                2,
                "Hai người trò chuyện bên quả địa cầu và những chồng sách",
                "Chuẩn bị nội dung thư. Tranh minh họa.",
            ),
            Paragraph("Thư được gửi qua hai trường, không trao đổi địa chỉ nhà của học sinh."),
        ),
        categories=("chuyen-mon",),
        tags=("tiếng Anh", "giao lưu"),
        fate=Fate.IN_EDITING,
        days_ago=1,
        content_class="teaching",
    ),
    DemoArticle(
        key="thu-vien-mo-cua",
        unit="vanphong",
        author="vanphong",
        author_name="Tổ Văn phòng",
        title="Thư viện mở cửa cả giờ nghỉ trưa",
        lead=(
            "Từ tuần tới, thư viện mở cửa từ 6 giờ 30 đến 17 giờ, không đóng giờ nghỉ trưa, để học sinh ở "
            "xa có chỗ đọc và nghỉ."
        ),
        blocks=(
            Picture(
                "library",
                2,
                "Học sinh đọc sách bên bàn dài, ba chiếc đèn treo phía trên",
                "Bàn đọc chung trong thư viện. Tranh minh họa.",
            ),
            Paragraph(
                "Học sinh trực thư viện theo ca ba mươi phút, được ghi nhận giờ hoạt động cộng đồng. Khu "
                "nghỉ trưa có gối ngồi và quy ước giữ im lặng.",
            ),
        ),
        categories=("thong-bao",),
        tags=("thư viện",),
        fate=Fate.SUBMITTED,
        days_ago=0,
        content_class="public_concern",
    ),
    DemoArticle(
        key="hien-sach",
        unit="doan",
        author="doan",
        author_name="Đoàn trường",
        title="Góp một cuốn sách, nhận một người bạn",
        lead=(
            "Ngày hội đổi sách của Đoàn trường thu về hai trăm mười cuốn và rất nhiều cuộc trò chuyện "
            "giữa những người chưa từng quen."
        ),
        blocks=(
            Paragraph(
                "Mỗi cuốn sách mang đến có một dấu trang ghi tên người tặng và một câu gợi chuyện. Ai "
                "nhận sách thì đi tìm người tặng để trả lời.",
            ),
            Picture(
                "bookshelf",
                3,
                "Sách nhiều màu trên ba tầng giá cạnh chậu cây xanh",
                "Sách được góp trong ngày hội. Tranh minh họa.",
            ),
        ),
        categories=("doan-doi",),
        tags=("đổi sách",),
        fate=Fate.SUBMITTED,
        days_ago=0,
        event=DemoEvent("Ngày hội đổi sách", EventKind.OTHER, 0),
    ),
    DemoArticle(
        key="giai-co-vua",
        unit="toan",
        author="toan",
        author_name="Tổ Toán – Tin học",
        title="Giải cờ vua mở rộng: danh sách dự kiến",
        lead="Bản nháp: giải cờ vua mở rộng dự kiến có bốn mươi kì thủ của ba khối.",
        blocks=(
            Paragraph("Cần bổ sung: lịch thi đấu, tên trọng tài, ảnh buổi bốc thăm."),
            Picture(
                "chess",
                1,
                "Hai người ngồi hai bên bàn cờ vua cạnh cửa sổ",
                "Ván cờ khởi động. Tranh minh họa.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("cờ vua",),
        fate=Fate.DRAFT,
        days_ago=0,
    ),
    DemoArticle(
        key="di-san-quanh-em",
        unit="su",
        author="su",
        author_name="Tổ Sử – Địa – GDKT&PL",
        title="Di sản quanh em: chuyến đi tháng Mười hai",
        lead=("Kế hoạch chuyến tham quan bảo tàng tỉnh của khối 10, đang chờ xác nhận của đơn vị vận chuyển."),
        blocks=(
            Paragraph(
                "Mỗi lớp chọn một hiện vật để thuyết minh lại cho bạn bè. Danh mục hiện vật sẽ bổ sung "
                "khi bảo tàng gửi.",
            ),
        ),
        categories=("chuyen-mon",),
        tags=("di sản", "tham quan"),
        fate=Fate.DRAFT,
        days_ago=0,
        content_class="theme",
    ),
    DemoArticle(
        key="chong-chong-giay",
        unit="ly",
        author="ly",
        author_name="Tổ Vật lí – Công nghệ",
        title="Đo gió bằng chong chóng giấy",
        lead="Học sinh lớp 10A2 tự làm chong chóng giấy, đếm số vòng quay và ước lượng tốc độ gió trên sân trường.",
        blocks=(
            Paragraph(
                "Mỗi nhóm đứng ở một góc sân, đếm số vòng quay trong mười giây rồi đối chiếu với máy đo gió của "
                "phòng thí nghiệm. Góc sân cạnh đồi thông có gió mạnh nhất, gấp đôi góc sau nhà đa năng.",
            ),
            Paragraph("Bảng số liệu được dán ở hành lang để các lớp khác đo lại vào mùa gió sau."),
        ),
        categories=("chuyen-mon",),
        tags=("thực hành", "Vật lí"),
        fate=Fate.PUBLISHED,
        days_ago=20,
        content_class="teaching",
        pace=Pace.OVER_MONTH_END,
    ),
)
