"""Recognised works and e-resources of the Vietnamese demonstration school."""

from home.demo.schema import Bullets, Heading, Paragraph
from home.demo.works_schema import DemoResource, DemoResources, DemoWork, entry

COUNCIL = "Hội đồng sáng kiến Trường THPT Suối Mơ"

WORKS = (
    DemoWork(
        entry(
            "mo-hinh-hinh-hoc",
            "toan",
            "Dạy hình học không gian lớp 11 bằng mô hình học sinh tự làm",
            "Mỗi nhóm học sinh làm một mô hình bằng que tre và dây thép, đo, cắt rồi mới vẽ. Sau một học kỳ, số bài vẽ "
            "đúng hình chiếu trong bài kiểm tra tăng rõ ở cả bốn lớp tham gia.",
            100,
            (
                Heading("Cách làm"),
                Paragraph(
                    "Trước mỗi bài mới, giáo viên giao một khối để nhóm tự dựng ở nhà. Trên lớp, các em xoay mô hình, "
                    "chỉ ra đường vuông góc, góc và khoảng cách trước khi dùng công thức."
                ),
                Bullets(
                    (
                        "Vật liệu: que tre, dây thép nhỏ, ống hút; mỗi nhóm dưới 20.000 đồng.",
                        "Thời gian: mười phút đầu của sáu tiết hình học.",
                        "Mô hình được giữ lại cho khóa sau ở phòng thiết bị.",
                    )
                ),
                Heading("Kết quả"),
                Paragraph("Bốn lớp với 152 học sinh tham gia; tổ đề nghị áp dụng cho toàn khối 11 từ năm học này."),
            ),
        ),
        "initiative",
        "Hoàng Đức Lâm, Đỗ Anh Tuấn",
        "Toán",
        COUNCIL,
        "87/QĐ-THPTSM",
        170,
    ),
    DemoWork(
        entry(
            "chuyen-de-doc-hieu",
            "van",
            "Chuyên đề: Hướng dẫn học sinh đọc hiểu văn bản thông tin",
            "Chuyên đề của tổ Ngữ văn gồm bốn tiết dạy thử, bộ câu hỏi theo ba mức và phiếu tự đánh giá cho học sinh "
            "lớp 10.",
            98,
            (
                Paragraph(
                    "Bốn tiết được dạy ở bốn lớp, cả tổ dự giờ và góp ý. Bộ câu hỏi dùng bản tin thời tiết, hướng dẫn "
                    "sử dụng thiết bị và bảng giá ở chợ địa phương làm ngữ liệu."
                ),
                Paragraph("Tài liệu chuyên đề có tại tổ Ngữ văn; giáo viên các trường bạn có thể hỏi mượn."),
            ),
        ),
        "teaching_topic",
        "Bùi Thanh Mai, Vũ Hoài Thương",
        "Ngữ văn",
        "Hội đồng chuyên môn Trường THPT Suối Mơ",
        "91/QĐ-THPTSM",
        165,
    ),
)
RESOURCES = (
    DemoResources(
        entry(
            "hoc-lieu-toan-tin",
            "toan",
            "Học liệu số môn Toán và Tin học",
            "Các trang tổ đang dùng trên lớp; học sinh dùng được ở nhà.",
            97,
        ),
        (
            (
                "Toán",
                (
                    DemoResource("GeoGebra", "https://www.geogebra.org/", "10–12", "open"),
                    DemoResource("Khan Academy tiếng Việt", "https://vi.khanacademy.org/", "10–12", "open"),
                ),
            ),
            ("Tin học", (DemoResource("Python – tài liệu chính thức", "https://docs.python.org/3/", "11–12", "open"),)),
        ),
    ),
)
