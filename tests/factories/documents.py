"""Documents of the register in every state, each walked there through the board's actions."""

from __future__ import annotations

import datetime
import uuid
from types import SimpleNamespace
from typing import Any

from documents.actions import begin_document
from documents.models import OfficialDocumentPage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, questions
from editorial.selectors.content import content_facts
from tests.factories.items import block

TITLE = "Quy chế hoạt động của Cổng thông tin điện tử"
FIRST = """QUY CHẾ
Hoạt động của Cổng thông tin điện tử

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi áp dụng

1. Quy chế này nói về việc đăng tin của nhà trường.

2. Quy chế áp dụng cho mọi tổ chuyên môn.

Điều 2. Giải thích từ ngữ

Cổng thông tin là trang chính thức của nhà trường.
"""
BETWEEN = "".join(
    f"\nĐiều {number}. Trách nhiệm thứ {number}\n\n1. Mỗi tổ làm phần việc của mình.\n" for number in range(3, 12)
)
LAST = """
Điều 12. Quy trình xuất bản

1. Nguồn tin.

2. Thẩm quyền

2.1. Trưởng ban duyệt các tin quan trọng.

2.2. Phó ban duyệt các tin về dạy học.

3. Cách gửi bài

- Tổ chuyên môn gửi bài cho biên tập viên.

4. Gỡ bỏ thông tin

Trưởng Ban Biên tập là người quyết định việc gỡ bỏ thông tin.
"""
TEXT = FIRST + BETWEEN + LAST


def draft(cast: SimpleNamespace, author: str = "secretary", **fields: Any) -> EditorialRecord:
    """A document that somebody entered; `files` are rows of documents."""
    files = fields.pop("files", ())
    page = begin_document(
        school=cast.school,
        user=getattr(cast, author),
        **{
            "title": TITLE,
            "slug": f"van-ban-{uuid.uuid4().hex[:10]}",
            "kind": "quy_che",
            "number": "198",
            "symbol": "QĐ-THPT",
            "issuing_body": "Trường THPT Thử",
            "signer_name": "Ông head",
            "issued_on": datetime.date(2023, 9, 22),
            "text": TEXT,
            "files": [block("file", {"document": row.pk, "kind": "scan", "title": "Bản ký"}) for row in files],
            **fields,
        },
    )
    return EditorialRecord.objects.get(page_id=page.pk)


def page_of(record: EditorialRecord) -> OfficialDocumentPage:
    """The document itself."""
    return OfficialDocumentPage.objects.get(pk=record.page_id)


def answers(record: EditorialRecord) -> dict[str, str]:
    """A complete checklist."""
    return {
        question.value: YES for question in questions(content_facts(page_of(record).get_latest_revision_as_object()))
    }


def registered(cast: SimpleNamespace, author: str = "secretary", **fields: Any) -> EditorialRecord:
    """Handed in and forwarded in one act."""
    record = draft(cast, author, **fields)
    return actions.hand_in_and_forward(record_id=record.pk, user=getattr(cast, author), answers=answers(record))


def published(cast: SimpleNamespace, author: str = "secretary", by: str = "head", **fields: Any) -> EditorialRecord:
    """On the site, released with one tap."""
    record = registered(cast, author, **fields)
    return actions.approve(record_id=record.pk, user=getattr(cast, by), and_post=True)


def basis(text: str, page: OfficialDocumentPage | None = None) -> dict[str, Any]:
    """A line of the legal basis."""
    return block("basis", {"text": text, "page": page.pk if page else None})


def relation(kind: str, page: OfficialDocumentPage | None = None, **fields: str) -> dict[str, Any]:
    """A link to another document."""
    return block("relation", {"kind": kind, "page": page.pk if page else None, "text": "", "clauses": "", **fields})


def rewrite(record: EditorialRecord, user: Any, **changes: Any) -> None:
    """A new version of the document by one person."""
    page = page_of(record).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(user=user)
