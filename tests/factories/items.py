"""Items in every state, each walked there through the board's actions."""

from __future__ import annotations

import io
import uuid
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, Consent, questions
from editorial.rules.public_notes import PublicNote
from editorial.selectors.content import content_facts
from news.models import Category, NewsPage
from school.models import Unit, User
from tests.factories.uploads import pdf

PDF = pdf()
LEAD = "Sáng thứ Hai, thầy và trò trường cùng dự lễ chào cờ đầu tuần."
TOLD = PublicNote("update", "nhà trường bổ sung thông tin mới.")
WRONG = PublicNote("correction", "số học sinh dự lễ ghi trước đây chưa đúng.", "Ghi 300 em; danh sách có 250 em.")
TEXT = "<p>Buổi lễ diễn ra trang nghiêm, có sự tham gia của toàn trường và các thầy cô giáo.</p>"


def png(colour: tuple[int, int, int] = (20, 90, 160), size: tuple[int, int] = (12, 8)) -> bytes:
    """A tiny picture."""
    out = io.BytesIO()
    Pillow.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def picture(owner: User, unit: Unit, colour: tuple[int, int, int] = (20, 90, 160)) -> Any:
    """An image in the unit's collection."""
    name = f"{uuid.uuid4().hex}.png"
    return get_image_model().objects.create(
        title="ảnh",
        file=ContentFile(png(colour), name=name),
        uploaded_by_user=owner,
        collection=unit.collection,
    )


def document(owner: User, unit: Unit, content: bytes = PDF) -> Any:
    """A file in the unit's collection."""
    name = f"{uuid.uuid4().hex}.pdf"
    return get_document_model().objects.create(
        title="tệp", file=ContentFile(content, name=name), uploaded_by_user=owner, collection=unit.collection
    )


def block(kind: str, value: Any) -> dict[str, Any]:
    """A stored block of a body."""
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def picture_block(image: Any) -> dict[str, Any]:
    """A picture in the text."""
    return block("image", {"image": image.pk, "alt": "Học sinh chào cờ", "caption": "Lễ chào cờ", "credit": ""})


def draft(cast: SimpleNamespace, author: str = "toan", unit: str | None = None, **fields: Any) -> EditorialRecord:
    """A unit's draft; `pictures` and `files` are rows to use in its text."""
    person, home = getattr(cast, author), getattr(cast.unit, unit or author)
    pictures, files = fields.pop("pictures", ()), fields.pop("files", ())
    body = [block("text", TEXT), *(picture_block(row) for row in pictures)]
    body += [block("file", {"document": row.pk, "title": "Mẫu đơn"}) for row in files]
    title = fields.pop("title", "Lễ chào cờ đầu tuần")
    page = NewsPage(
        **{
            "title": title,
            "slug": f"tin-{uuid.uuid4().hex[:10]}",
            "lead": LEAD,
            "body": body,
            "author_name": "Nguyễn Văn A",
            "owner": person,
            "live": False,
            **fields,
        }
    )
    page.categories = Category.objects.all()[:1]
    home.section.add_child(instance=page)
    page.save_revision(user=person)
    return EditorialRecord.objects.get(page_id=page.pk)


def rewrite(record: EditorialRecord, user: User, **changes: Any) -> Any:
    """A new version of the item's text by one person."""
    page = NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    return page.save_revision(user=user)


def answers(record: EditorialRecord) -> dict[str, str]:
    """A complete checklist for what the item contains."""
    page = NewsPage.objects.get(pk=record.page_id).get_latest_revision_as_object()
    given = {question.value: YES for question in questions(content_facts(page))}
    if "pupil_consent" in given:
        given["pupil_consent"] = Consent.NO_PUPILS.value
    return given


def submitted(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Handed in by its author."""
    record = draft(cast, **fields)
    return actions.hand_in(record_id=record.pk, user=record.created_by)


def in_editing(cast: SimpleNamespace, editor: str = "editor1", **fields: Any) -> EditorialRecord:
    """Held by an editor."""
    record = submitted(cast, **fields)
    return actions.claim(record_id=record.pk, user=getattr(cast, editor))


def awaiting_deputy(
    cast: SimpleNamespace, editor: str = "editor1", content_class: str = "ordinary", **fields: Any
) -> EditorialRecord:
    """Forwarded by its editor."""
    record = in_editing(cast, editor, **fields)
    return actions.forward(
        record_id=record.pk, user=getattr(cast, editor), answers=answers(record), content_class=content_class
    )


def awaiting_head(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Approved by the content deputy."""
    record = awaiting_deputy(cast, **fields)
    return actions.approve(record_id=record.pk, user=cast.deputy1)


def approved(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Approved by the head, waiting to be posted."""
    record = awaiting_head(cast, **fields)
    return actions.approve(record_id=record.pk, user=cast.head)


def published(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """On the site."""
    record = approved(cast, **fields)
    return actions.post(record_id=record.pk, user=cast.secretary)


def returned(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Given back to the unit by its editor."""
    record = in_editing(cast, **fields)
    return actions.return_to_unit(record_id=record.pk, user=cast.editor1, note="Thiếu tên người tham gia")


def refused(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Refused by the deputy."""
    record = awaiting_deputy(cast, **fields)
    return actions.refuse(record_id=record.pk, user=cast.deputy1, ground="refuse_quality", note="Chưa đạt")


def taken_down(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """Taken down by the head."""
    record = published(cast, **fields)
    return actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_outdated", note="Đã cũ")
