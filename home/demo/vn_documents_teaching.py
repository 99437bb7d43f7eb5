"""Documents about teaching, the mark book and the board's portal in the Vietnamese demonstration."""

from home.demo.documents_schema import DemoApproval, DemoDocument, DemoEdition, DemoLink
from home.demo.vn_documents_basis import ON_CHARTER, ON_DATA, ON_PORTALS_BEFORE

SCHOOL = "Trường THPT Suối Mơ"
SIGNED = (("signer_name", "Nguyễn Đình Khải"), ("signer_post", "Hiệu trưởng"))
DECISION = "quyet-dinh-ban-hanh-quy-che-cong-thong-tin"
MARK_BOOK = "quy-dinh-so-diem-dien-tu"
ASSESSMENT = "quy-dinh-kiem-tra-danh-gia"


def numbered(number: str, abbreviation: str, field: str) -> tuple[tuple[str, object], ...]:
    """Number, symbol and field of a document of the school, signed by the head."""
    return (("number", number), ("symbol", f"{abbreviation}-THPTSM"), ("field", field), *SIGNED)


def decided(number: str, days_ago: int, *, minutes: str, body: str) -> tuple[DemoApproval, ...]:
    """Considered at a meeting with those minutes, approved by a decision of that number."""
    return (
        DemoApproval("considered", body, "biên bản", minutes, days_ago + 2),
        DemoApproval("approved", "Hiệu trưởng", "quyết định", number, days_ago),
    )


PORTAL = (
    DemoDocument(
        key=DECISION,
        title="Ban hành Quy chế hoạt động của Cổng thông tin điện tử",
        kind="quyet_dinh",
        issuing_body=SCHOOL,
        days_ago=100,
        issued_days_ago=110,
        text="texts_vn/quyet-dinh-cong.txt",
        fields=numbered("186", "QĐ", "portal"),
        owner="bbt",
    ),
    DemoDocument(
        key="quy-che-cong-thong-tin-dien-tu",
        title="Quy chế hoạt động của Cổng thông tin điện tử",
        kind="quy_che",
        issuing_body=SCHOOL,
        days_ago=100,
        issued_days_ago=110,
        text="texts_vn/cong-1.txt",
        fields=(
            ("abstract", "Ai viết, ai duyệt, ai đăng tin bài; thời hạn, chỉ tiêu và việc gỡ bỏ thông tin."),
            ("field", "portal"),
            ("is_board_regulation", True),
            *SIGNED,
        ),
        audiences=("teachers", "administration"),
        links=(DemoLink("annex_of", DECISION),),
        bases=(ON_CHARTER, ON_PORTALS_BEFORE),
        approvals=decided("186/QĐ-THPTSM", 110, minutes="01/BB-BBT", body="Ban Biên tập"),
        later=(
            DemoEdition(
                "texts_vn/cong-2.txt",
                36,
                "Bổ sung việc rà soát văn bản hằng năm và quyền rút lại sự đồng ý đăng ảnh.",
                decided("231/QĐ-THPTSM", 38, minutes="04/BB-BBT", body="Ban Biên tập"),
            ),
        ),
        owner="bbt",
        review_in_days=300,
    ),
)
TEACHING = (
    DemoDocument(
        key=ASSESSMENT,
        title="Quy định về kiểm tra, đánh giá học sinh",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=96,
        issued_days_ago=98,
        text="texts_vn/danh-gia-1.txt",
        fields=(
            ("abstract", "Số bài kiểm tra, thời hạn trả bài và ghi điểm, cách đề nghị xem lại điểm."),
            *numbered("53", "QyĐ", "teaching"),
        ),
        audiences=("teachers", "class_teachers", "pupils", "parents"),
        bases=(ON_CHARTER,),
        later=(
            DemoEdition(
                "texts_vn/danh-gia-2.txt",
                21,
                "Rút ngắn thời hạn trả bài, ghi điểm trên sổ điểm điện tử, không công bố điểm kèm tên.",
                decided("244/QĐ-THPTSM", 23, minutes="05/BB-HĐSP", body="Hội đồng sư phạm"),
            ),
        ),
        owner="toan",
    ),
    DemoDocument(
        key=MARK_BOOK,
        title="Quy định về quản lý và sử dụng sổ điểm điện tử",
        kind="quy_dinh",
        issuing_body=SCHOOL,
        days_ago=94,
        issued_days_ago=96,
        text="texts_vn/so-diem.txt",
        fields=(
            ("abstract", "Ai ghi điểm, ghi khi nào, sửa thế nào và gia đình xem ở đâu."),
            ("retention", "years_20"),
            *numbered("54", "QyĐ", "journal"),
        ),
        audiences=("administration", "teachers", "class_teachers", "pupils", "parents"),
        links=(DemoLink("relates_to", ASSESSMENT),),
        bases=(ON_CHARTER, ON_DATA),
        owner="vanphong",
        review_in_days=25,
    ),
    DemoDocument(
        key="bieu-mau-xem-lai-diem",
        title="Phiếu đề nghị xem lại điểm bài kiểm tra",
        kind="bieu_mau",
        issuing_body=SCHOOL,
        days_ago=92,
        issued_days_ago=96,
        text="texts_vn/phieu-xem-lai-diem.txt",
        fields=(("number", "BM-01"), ("field", "journal"), *SIGNED),
        audiences=("pupils", "parents"),
        links=(DemoLink("annex_of", ASSESSMENT, clauses="Điều 7 khoản 1"),),
        owner="vanphong",
    ),
    DemoDocument(
        key="bieu-mau-phieu-bao-diem-giay",
        title="Đơn đăng kí nhận phiếu báo điểm giấy",
        kind="bieu_mau",
        issuing_body=SCHOOL,
        days_ago=92,
        issued_days_ago=96,
        text="texts_vn/don-phieu-bao-diem.txt",
        fields=(("number", "BM-02"), ("field", "journal"), *SIGNED),
        audiences=("parents", "class_teachers"),
        links=(DemoLink("annex_of", MARK_BOOK, clauses="Điều 8 khoản 1"),),
        owner="vanphong",
    ),
    DemoDocument(
        key="ke-hoach-giao-duc-nha-truong",
        title="Kế hoạch giáo dục của nhà trường trong năm học",
        kind="ke_hoach",
        issuing_body=SCHOOL,
        days_ago=83,
        issued_days_ago=85,
        text="texts_vn/ke-hoach-nam.txt",
        fields=numbered("61", "KH", "curriculum"),
        audiences=("administration", "teachers", "parents"),
        bases=(ON_CHARTER,),
        ends_in_days=280,
        owner="vanphong",
    ),
    DemoDocument(
        key="ke-hoach-kiem-tra-giua-hoc-ky",
        title="Kế hoạch kiểm tra giữa học kỳ I",
        kind="ke_hoach",
        issuing_body=SCHOOL,
        days_ago=30,
        issued_days_ago=32,
        text="texts_vn/kiem-tra-giua-ky.txt",
        fields=numbered("72", "KH", "teaching"),
        audiences=("teachers", "pupils", "parents"),
        links=(DemoLink("relates_to", ASSESSMENT),),
        owner="vanphong",
    ),
)
