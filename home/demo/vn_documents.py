"""Documents of the Vietnamese demonstration school; every text is written for this project."""

from home.demo.documents_schema import DemoApproval, DemoDocument, DemoEdition, DemoLink
from home.demo.vn_documents_basis import BASIS, ON_CHARTER, ON_DATA, ON_OPENNESS
from home.demo.vn_documents_teaching import PORTAL, SCHOOL, TEACHING, decided, numbered

OLD_ROOM = "noi-quy-phong-may-tinh"
TEACHERS_COUNCIL = "Hội nghị viên chức, người lao động"

ORGANISATION = (
    DemoDocument(
        key="quy-che-dan-chu",
        title="Quy chế thực hiện dân chủ trong hoạt động của nhà trường",
        kind="quy_che",
        issuing_body=SCHOOL,
        days_ago=89,
        issued_days_ago=91,
        text="texts_vn/dan-chu.txt",
        fields=numbered("203", "QĐ", "organisation"),
        audiences=("administration", "teachers", "pupils", "parents"),
        bases=(ON_CHARTER, ON_OPENNESS),
        approvals=decided("203/QĐ-THPTSM", 91, minutes="01/BB-HN", body=TEACHERS_COUNCIL),
        owner="congdoan",
    ),
    DemoDocument(
        key="quy-che-lam-viec",
        title="Quy chế làm việc của Trường THPT Suối Mơ",
        kind="quy_che",
        issuing_body=SCHOOL,
        days_ago=88,
        issued_days_ago=91,
        text="texts_vn/lam-viec.txt",
        fields=numbered("204", "QĐ", "organisation"),
        audiences=("administration", "teachers"),
        bases=(ON_CHARTER,),
        approvals=decided("204/QĐ-THPTSM", 91, minutes="01/BB-HN", body=TEACHERS_COUNCIL),
        owner="vanphong",
    ),
    DemoDocument(
        key="quy-che-chi-tieu-noi-bo",
        title="Quy chế chi tiêu nội bộ (bản công khai)",
        kind="quy_che",
        issuing_body=SCHOOL,
        days_ago=87,
        issued_days_ago=91,
        text="texts_vn/chi-tieu.txt",
        fields=(
            ("openness", "partly_public"),
            ("abstract", "Bản công khai không có bảng lương và thu nhập của từng người."),
            *numbered("205", "QĐ", "finance"),
        ),
        audiences=("administration", "teachers"),
        bases=(ON_OPENNESS,),
        approvals=decided("205/QĐ-THPTSM", 91, minutes="01/BB-HN", body=TEACHERS_COUNCIL),
        owner="vanphong",
    ),
)
PUPILS = (
    DemoDocument(
        key="noi-quy-hoc-sinh",
        title="Nội quy học sinh Trường THPT Suối Mơ",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=99,
        issued_days_ago=101,
        text="texts_vn/noi-quy-1.txt",
        fields=numbered("49", "QyĐ", "upbringing"),
        audiences=("class_teachers", "pupils", "parents"),
        bases=(ON_CHARTER,),
        later=(
            DemoEdition(
                "texts_vn/noi-quy-2.txt",
                27,
                "Quy định mới về điện thoại, trang phục và việc chống bắt nạt.",
                decided("238/QĐ-THPTSM", 29, minutes="02/BB-HĐT", body="Hội đồng trường"),
            ),
        ),
        owner="doan",
    ),
    DemoDocument(
        key="du-thao-quy-dinh-dong-phuc",
        title="Quy định về đồng phục học sinh (dự thảo lấy ý kiến)",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=9,
        issued_days_ago=10,
        text="texts_vn/du-thao-dong-phuc.txt",
        fields=(("field", "upbringing"),),
        audiences=("pupils", "parents"),
        superior=DemoApproval("", "Sở Giáo dục và Đào tạo Lâm Đồng", "", "1187/SGDĐT-CTTT", 11),
        owner="doan",
    ),
)
SAFETY = (
    DemoDocument(
        key=OLD_ROOM,
        title="Nội quy sử dụng phòng máy tính",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=90,
        issued_days_ago=500,
        text="texts_vn/phong-may-cu.txt",
        fields=numbered("41", "QyĐ", "safety"),
        audiences=("pupils",),
        owner="toan",
    ),
    DemoDocument(
        key="quy-dinh-phong-may-tinh",
        title="Quy định về sử dụng phòng máy tính và thiết bị số",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=60,
        issued_days_ago=62,
        text="texts_vn/phong-may.txt",
        fields=numbered("58", "QyĐ", "safety"),
        audiences=("pupils", "teachers"),
        links=(DemoLink("replaces", OLD_ROOM),),
        owner="toan",
    ),
    DemoDocument(
        key="quy-dinh-an-toan-thong-tin",
        title="Quy định về an toàn thông tin trong nhà trường",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=48,
        issued_days_ago=50,
        text="texts_vn/an-toan.txt",
        fields=(
            ("abstract", "Mật khẩu, dữ liệu học sinh, sao lưu và việc phải làm khi có sự cố."),
            *numbered("66", "QyĐ", "safety"),
        ),
        audiences=("administration", "teachers", "class_teachers"),
        bases=(ON_DATA,),
        owner="vanphong",
    ),
    DemoDocument(
        key="phuong-an-bao-ve-de",
        title="Phương án bảo vệ đề kiểm tra cuối học kì",
        kind="phuong_an",
        issuing_body=SCHOOL,
        days_ago=40,
        issued_days_ago=42,
        text="texts_vn/bao-ve-de.txt",
        fields=(("openness", "internal"), *numbered("12", "PA", "safety")),
        owner="vanphong",
        is_handed_in=False,
    ),
)
WAITING = (
    DemoDocument(
        key="thong-bao-nghi-le",
        title="Thông báo lịch nghỉ và trực trường dịp lễ",
        kind="thong_bao",
        issuing_body=SCHOOL,
        days_ago=2,
        issued_days_ago=4,
        fields=(
            ("abstract", "Lịch nghỉ của học sinh, lịch trực của cán bộ và số điện thoại khi cần."),
            *numbered("83", "TB", "organisation"),
        ),
        is_released=False,
    ),
)

DOCUMENTS = (*BASIS, *PORTAL, *TEACHING, *ORGANISATION, *PUPILS, *SAFETY, *WAITING)
