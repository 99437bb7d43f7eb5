"""The items under attack, each walked to its state by the board's actions."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission, Page

from editorial import actions
from editorial.models import EditorialRecord
from school.models import School, User
from tests.factories import announcements, documents, guidance, items, notices, works
from tests.factories.clocks import event
from tests.factories.school import cast_of

STATES = ("draft", "awaiting", "approved", "live", "gone", "foreign", "notice", "draft_notice")
ANNOUNCED = ("announcement", "draft_announcement")
REGISTERED = ("registered", "draft_registered")
WRITTEN = ("guide", "work", "links")
BEGUN = ("draft_guide", "draft_work", "draft_links")


def build() -> dict[str, int]:
    """Make everything; returns the keys, since rows outlive no savepoint as objects."""
    cast = cast_of(School.objects.get())
    image, paper = items.picture(cast.toan, cast.unit.toan), items.document(cast.toan, cast.unit.toan)
    waiting = items.picture(cast.toan, cast.unit.toan, (200, 10, 10))
    records = {
        "draft": with_rows(cast, items.draft(cast, title="Bản nháp tổ Toán")),
        "awaiting": items.awaiting_head(cast, title="Chờ duyệt", pictures=[waiting]),
        "approved": items.approved(cast, title="Đã duyệt"),
        "live": tagged(cast, title="Đã đăng", pictures=[image], files=[paper]),
        "gone": items.taken_down(cast, title="Đã gỡ"),
        "foreign": items.draft(cast, author="van", title="Bản nháp tổ Văn"),
        "notice": notices.standing(cast, "head"),
        "draft_notice": notices.notice_draft(cast, "head"),
    }
    records |= announced(cast)
    records |= registered(cast)
    records |= written(cast)
    holder = publish_holder()
    Client().get(records["live"].page.specific.url)  # draws the renditions, so that there is something to repoint
    return {
        **{name: record.pk for name, record in records.items()},
        "holder": holder.pk,
        "image": image.pk,
        "document": paper.pk,
        "waiting_image": waiting.pk,
    }


def with_rows(cast: SimpleNamespace, record: EditorialRecord) -> EditorialRecord:
    """The draft with rows of its own in every table of its children."""
    page = record.page.specific
    page.tags.add("nháp")
    page.co_units = [cast.unit.doan]
    page.save()
    return record


def tagged(cast: SimpleNamespace, **fields: Any) -> EditorialRecord:
    """On the site, with a keyword and a second unit besides the usual."""
    record = items.draft(cast, **fields)
    page = record.page.specific.get_latest_revision_as_object()
    page.tags.add("chào cờ")
    page.co_units = [cast.unit.doan]
    page.save_revision(user=cast.toan)
    actions.hand_in(record_id=record.pk, user=cast.toan)
    actions.claim(record_id=record.pk, user=cast.editor1)
    actions.forward(record_id=record.pk, user=cast.editor1, answers=items.answers(record))
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    return actions.post(record_id=record.pk, user=cast.secretary)


def announced(cast: SimpleNamespace) -> dict[str, EditorialRecord]:
    """An announcement on the site and the draft of another, each with a unit that takes part."""
    about = [event(cast, units=[cast.unit.doan], title=title) for title in ("Hội trại", "Hội thao")]
    pages = {
        "announcement": announcements.published(cast, about[0]),
        "draft_announcement": announcements.draft(cast, about[1]),
    }
    return {name: announcements.record_of(page) for name, page in pages.items()}


def registered(cast: SimpleNamespace) -> dict[str, EditorialRecord]:
    """A document on the site with a file, and the draft of another one."""
    file = items.document(cast.secretary, cast.unit.bbt)
    return {
        "registered": documents.published(cast, files=[file]),
        "draft_registered": documents.draft(cast, title="Văn bản nháp", number="7"),
    }


def written(cast: SimpleNamespace) -> dict[str, EditorialRecord]:
    """Guidance, a recognised work and a list of e-resources: each on the site, and the draft of another."""
    return {
        "guide": guidance.published(cast),
        "work": works.published(cast),
        "links": works.published(cast, works.resource_list(cast)),
        "draft_guide": guidance.draft(cast, title="Hướng dẫn nháp"),
        "draft_work": works.draft(cast, title="Sáng kiến nháp"),
        "draft_links": works.resource_list(cast, title="Học liệu nháp"),
    }


def publish_holder() -> User:
    """A person whom somebody gave every page right Wagtail knows, at the root."""
    group = Group.objects.create(name="publishers")
    root = Page.objects.get(depth=1)
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page"):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    group.permissions.set(Permission.objects.all())
    holder = User.objects.create(username="holder", full_name="Ông holder", email="holder@example.org")
    holder.groups.add(group)
    return holder


def fetch(keys: dict[str, int], cast: SimpleNamespace) -> SimpleNamespace:
    """The items as objects; `pages` are their pages as their own type."""
    cast.holder = User.objects.get(pk=keys["holder"])
    records = {
        name: EditorialRecord.objects.get(pk=keys[name])
        for name in (*STATES, *ANNOUNCED, *REGISTERED, *WRITTEN, *BEGUN)
    }
    pages = {name: Page.objects.get(pk=record.page_id).specific for name, record in records.items()}
    return SimpleNamespace(
        cast=cast,
        **records,
        pages=SimpleNamespace(**pages),
        image=get_image_model().objects.get(pk=keys["image"]),
        waiting_image=get_image_model().objects.get(pk=keys["waiting_image"]),
        document=get_document_model().objects.get(pk=keys["document"]),
        everything=[records[name] for name in STATES],
    )
