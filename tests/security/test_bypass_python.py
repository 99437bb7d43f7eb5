"""Every way round the board that Python code in the portal could take (WAGTAIL.md §3.1, §3.2)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import models
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import (
    Page,
    PageViewRestriction,
    Revision,
    Site,
    Task,
    TaskState,
    WorkflowState,
    WorkflowTask,
)

from editorial.gates.digest import revision_digest
from editorial.models import BoardTask
from news.models import Category, NewsPage
from news.models.articles import NewsPageTag
from tests.factories import items
from tests.factories.uploads import pdf
from tests.security.attempts import FOREIGN_KEY, NOTHING, PYTHON, TRIGGER, stopped_by
from tests.security.watching import Watch

pytestmark = pytest.mark.django_db

Stage = SimpleNamespace
LATER = datetime.timedelta(minutes=-5)


def newest(page: Page) -> Revision:
    return page.get_latest_revision()


def set_and_save(page: Any, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save()


def save_one(page: Any, **changes: Any) -> None:
    for name, value in changes.items():
        setattr(page, name, value)
    page.save(update_fields=list(changes))


def base(page: Page) -> Page:
    """The page without its own type, so that its own `save()` is not asked."""
    return Page.objects.get(pk=page.pk)


def of_table(page: Page) -> Any:
    return NewsPage.objects.filter(pk=page.pk)


def publish_by_action(page: Page, user: Any) -> None:
    PublishPageRevisionAction(newest(page), user=user).execute(skip_permission_checks=True)


def sneak_through_overwriting(s: Stage) -> None:
    """WAGTAIL.md §3.2 E: rewrite the revision that is live or under review."""
    page = s.pages.live.get_latest_revision_as_object()
    page.title = "Bị tráo"
    page.save_revision(user=s.cast.secretary, overwrite_revision=s.pages.live.live_revision)


def convert_alias(s: Stage) -> None:
    s.pages.live.alias_of_id = s.pages.draft.pk
    ConvertAliasPageAction(s.pages.live, user=s.cast.admin).execute(skip_permission_checks=True)


def schedule_in_the_past(s: Stage) -> None:
    Revision.objects.filter(pk=newest(s.pages.awaiting).pk).update(approved_go_live_at=timezone.now() + LATER)
    Page.objects.filter(pk=s.pages.awaiting.pk).update(go_live_at=timezone.now() + LATER)
    call_command("publish_scheduled")


def expire(s: Stage) -> None:
    Page.objects.filter(pk=s.pages.live.pk).update(expire_at=timezone.now() + LATER)
    call_command("publish_scheduled")


def expire_in_the_draft(s: Stage) -> None:
    items.rewrite(s.live, s.cast.toan, expire_at=timezone.now() + LATER)
    call_command("publish_scheduled")


def reject_and_resume(s: Stage) -> None:
    state = WorkflowState.objects.get(object_id=str(s.pages.awaiting.pk), status="in_progress")
    state.current_task_state.reject(user=s.cast.head)
    state.resume(user=s.cast.toan)


def task_state(page: Page) -> TaskState:
    return TaskState.objects.get(workflow_state__object_id=str(page.pk), status="in_progress")


def live_row(**fields: Any) -> NewsPage:
    return NewsPage(title="Lậu", slug="lau", lead="Lậu", author_name="x", live=True, **fields)


LIVE_ROW: dict[str, tuple[Callable[[Stage], Any], str]] = {
    "specific save": (lambda s: set_and_save(s.pages.live, title="X"), PYTHON),
    "specific save off line": (lambda s: set_and_save(s.pages.live, live=False), PYTHON),
    "specific save of a draft as live": (lambda s: set_and_save(s.pages.draft, live=True), PYTHON),
    "specific save of an approved one as live": (lambda s: set_and_save(s.pages.approved, live=True), PYTHON),
    "specific save back on line": (lambda s: set_and_save(s.pages.gone, live=True), PYTHON),
    "base save": (lambda s: set_and_save(base(s.pages.live), title="X"), PYTHON),
    "base save off line": (lambda s: set_and_save(base(s.pages.live), live=False), PYTHON),
    "base save on line": (lambda s: set_and_save(base(s.pages.awaiting), live=True), PYTHON),
    "save of one field": (lambda s: save_one(s.pages.live, lead="X"), PYTHON),
    "saved as another type": (
        lambda s: models.Model.save(Page(pk=s.pages.live.pk, title="X", content_type=_page_type()), force_update=True),
        TRIGGER,
    ),
    "update of live": (lambda s: of_table(s.pages.approved).update(live=True), TRIGGER),
    "update of live to off": (lambda s: of_table(s.pages.live).update(live=False), TRIGGER),
    "update of title": (lambda s: of_table(s.pages.live).update(title="X"), TRIGGER),
    "update of slug": (lambda s: of_table(s.pages.live).update(slug="x"), TRIGGER),
    "update of lead": (lambda s: of_table(s.pages.live).update(lead="X"), TRIGGER),
    "update of body": (lambda s: of_table(s.pages.live).update(body="[]"), TRIGGER),
    "update of unit": (lambda s: of_table(s.pages.live).update(unit=s.cast.unit.van), TRIGGER),
    "bulk_update": (
        lambda s: NewsPage.objects.bulk_update([NewsPage(pk=s.pages.live.pk, lead="X", title="X")], ["lead"]),
        TRIGGER,
    ),
    "bulk_create of a live page": (
        lambda s: Page.objects.bulk_create(
            [
                Page(
                    title="L",
                    slug="l",
                    live=True,
                    depth=9,
                    path="0001" * 9,
                    content_type=s.pages.live.content_type,
                )
            ]
        ),
        TRIGGER,
    ),
    "a new live page": (lambda s: s.cast.unit.toan.section.add_child(instance=live_row()), PYTHON),
    "tag through its table": (
        lambda s: NewsPageTag.objects.create(content_object_id=s.pages.live.pk, tag_id=_tag()),
        TRIGGER,
    ),
    "tag removed through its table": (
        lambda s: NewsPageTag.objects.filter(content_object_id=s.pages.live.pk).delete(),
        TRIGGER,
    ),
    "category through its table": (
        lambda s: NewsPage.categories.through.objects.create(newspage_id=s.pages.live.pk, category_id=_category()),
        TRIGGER,
    ),
    "category removed": (
        lambda s: NewsPage.categories.through.objects.filter(newspage_id=s.pages.live.pk).delete(),
        TRIGGER,
    ),
    "co-unit through its table": (
        lambda s: NewsPage.co_units.through.objects.create(newspage_id=s.pages.live.pk, unit_id=s.cast.unit.van.pk),
        TRIGGER,
    ),
}


def _tag() -> int:
    return NewsPageTag.tag_model().objects.create(name="lậu", slug="lau").pk


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _category() -> int:
    return Category.objects.create(name="Lậu", slug="lau").pk


ACTIONS: dict[str, tuple[Callable[[Stage], Any], str]] = {
    "publish a draft": (lambda s: newest(s.pages.draft).publish(), PYTHON),
    "publish in moderation": (lambda s: newest(s.pages.awaiting).publish(user=s.cast.admin), PYTHON),
    "publish what is approved": (lambda s: newest(s.pages.approved).publish(user=s.cast.head), PYTHON),
    "publish what was taken down": (lambda s: newest(s.pages.gone).publish(user=s.cast.admin), PYTHON),
    "publish by Wagtail's action": (lambda s: publish_by_action(s.pages.awaiting, s.cast.holder), PYTHON),
    "publish by action, approved": (lambda s: publish_by_action(s.pages.approved, s.cast.secretary), PYTHON),
    "unpublish": (lambda s: s.pages.live.unpublish(user=s.cast.head), PYTHON),
    "unpublish by action": (
        lambda s: UnpublishPageAction(s.pages.live, user=s.cast.admin).execute(skip_permission_checks=True),
        PYTHON,
    ),
    "unpublish by base class": (lambda s: base(s.pages.live).unpublish(), PYTHON),
    "copy live": (
        lambda s: CopyPageAction(
            s.pages.live, keep_live=True, update_attrs={"slug": "ban-sao"}, user=s.cast.admin
        ).execute(skip_permission_checks=True),
        PYTHON,
    ),
    "copy()": (lambda s: s.pages.live.copy(update_attrs={"slug": "ban-sao"}, keep_live=True), PYTHON),
    "alias": (
        lambda s: CreatePageAliasAction(s.pages.live, update_slug="bi-danh", user=s.cast.admin).execute(
            skip_permission_checks=True
        ),
        PYTHON,
    ),
    "create_alias()": (lambda s: s.pages.live.create_alias(update_slug="bi-danh"), PYTHON),
    "update_aliases()": (lambda s: s.pages.live.update_aliases(), NOTHING),
    "convert_alias": (lambda s: convert_alias(s), PYTHON),
    "move": (lambda s: s.pages.live.move(s.cast.unit.van.section, pos="last-child"), TRIGGER),
    "move by action": (
        lambda s: MovePageAction(s.pages.live, s.cast.unit.van.section, pos="last-child", user=s.cast.admin).execute(
            skip_permission_checks=True
        ),
        TRIGGER,
    ),
    "move the section": (
        lambda s: s.cast.unit.toan.section.move(s.cast.unit.van.section, pos="last-child"),
        TRIGGER,
    ),
    "delete live": (lambda s: s.pages.live.delete(), FOREIGN_KEY),
    "delete by action": (
        lambda s: DeletePageAction(s.pages.live, user=s.cast.admin).execute(skip_permission_checks=True),
        FOREIGN_KEY,
    ),
    "delete in moderation": (lambda s: s.pages.awaiting.delete(), FOREIGN_KEY),
    "delete a draft": (lambda s: s.pages.draft.delete(), FOREIGN_KEY),
    "delete by queryset": (lambda s: Page.objects.filter(pk=s.pages.live.pk).delete(), FOREIGN_KEY),
    "delete the section": (lambda s: s.cast.unit.toan.section.delete(), FOREIGN_KEY),
    "revert in moderation": (
        lambda s: RevertToPageRevisionAction(
            s.pages.awaiting, s.pages.awaiting.revisions.earliest("pk"), user=s.cast.admin
        ).execute(skip_permission_checks=True),
        NOTHING,
    ),
    "overwrite a revision": (sneak_through_overwriting, NOTHING),
    "publish_scheduled": (schedule_in_the_past, PYTHON),
    "expire_at by update": (expire, TRIGGER),
    "expire_at in the draft": (expire_in_the_draft, NOTHING),
    "privacy": (
        lambda s: PageViewRestriction.objects.create(page=s.pages.live, restriction_type="login"),
        TRIGGER,
    ),
    "privacy of the section": (
        lambda s: PageViewRestriction.objects.create(page=s.cast.unit.toan.section, restriction_type="login"),
        TRIGGER,
    ),
    "another root for the site": (lambda s: set_and_save(s.cast.school.site, root_page_id=1), PYTHON),
    "no site": (lambda s: Site.objects.all().delete(), FOREIGN_KEY),
    "purge_revisions": (lambda s: call_command("purge_revisions"), NOTHING),
    "fixtree": (lambda s: call_command("fixtree", interactive=False), NOTHING),
}

WORKFLOW: dict[str, tuple[Callable[[Stage], Any], str]] = {
    "task approve()": (lambda s: task_state(s.pages.awaiting).approve(user=s.cast.head), PYTHON),
    "last task approve()": (lambda s: task_state(s.pages.approved).approve(user=s.cast.secretary), PYTHON),
    "task reject() and resume()": (reject_and_resume, PYTHON),
    "task cancel()": (lambda s: task_state(s.pages.approved).cancel(user=s.cast.admin), PYTHON),
    "workflow cancel()": (
        lambda s: WorkflowState.objects.get(object_id=str(s.pages.awaiting.pk), status="in_progress").cancel(),
        PYTHON,
    ),
    "workflow finish()": (
        lambda s: WorkflowState.objects.get(object_id=str(s.pages.approved.pk), status="in_progress").finish(),
        PYTHON,
    ),
    "workflow start()": (lambda s: s.pages.draft.get_workflow().start(s.pages.draft, s.cast.toan), PYTHON),
    "on_action": (
        lambda s: task_state(s.pages.awaiting).task.specific.on_action(
            task_state(s.pages.awaiting), s.cast.head, "approve"
        ),
        PYTHON,
    ),
    "BoardTask.deactivate": (lambda s: BoardTask.objects.get(stage="posting").deactivate(), PYTHON),
    "deactivate of the base class": (
        lambda s: Task.objects.get(pk=BoardTask.objects.get(stage="posting").pk).deactivate(),
        PYTHON,
    ),
    "workflow deactivate()": (lambda s: s.pages.awaiting.get_workflow().deactivate(), PYTHON),
    "a task taken out of the workflow": (
        lambda s: WorkflowTask.objects.filter(task__in=BoardTask.objects.exclude(stage="editing")).delete(),
        NOTHING,
    ),
    "a task switched off in its row": (lambda s: Task.objects.update(active=False), NOTHING),
    "the workflow's row set to approved": (
        lambda s: WorkflowState.objects.update(status=WorkflowState.STATUS_APPROVED),
        NOTHING,
    ),
}

FILES: dict[str, tuple[Callable[[Stage], Any], str]] = {
    "picture swapped": (
        lambda s: set_and_save(s.image, file=ContentFile(items.png((1, 2, 3)), "x.png")),
        PYTHON,
    ),
    "picture swapped under its own name": (
        lambda s: set_and_save(s.image, file=ContentFile(items.png((1, 2, 3)), s.image.file.name)),
        PYTHON,
    ),
    "picture of an item in the chain": (
        lambda s: set_and_save(s.waiting_image, file=ContentFile(items.png((1, 2, 3)), "x.png")),
        PYTHON,
    ),
    "picture repointed by update": (
        lambda s: type(s.image).objects.filter(pk=s.image.pk).update(file=s.waiting_image.file.name),
        TRIGGER,
    ),
    "picture deleted": (lambda s: s.image.delete(), PYTHON),
    "picture in the chain deleted": (lambda s: s.waiting_image.delete(), PYTHON),
    "picture deleted by queryset": (lambda s: type(s.image).objects.all().delete(), PYTHON),
    "picture cropped anew": (lambda s: set_and_save(s.image, focal_point_x=3, focal_point_y=3), PYTHON),
    "picture cropped anew by update": (
        lambda s: type(s.image).objects.filter(pk=s.image.pk).update(focal_point_x=3),
        TRIGGER,
    ),
    "file swapped": (lambda s: set_and_save(s.document, file=ContentFile(pdf(text=b"other"), "x.pdf")), PYTHON),
    "file repointed by update": (
        lambda s: type(s.document).objects.filter(pk=s.document.pk).update(file="x.pdf"),
        TRIGGER,
    ),
    "file deleted": (lambda s: s.document.delete(), PYTHON),
}

PEOPLE: dict[str, tuple[Callable[[Stage], Any], str]] = {
    f"{name} deleted": (lambda s, name=name: getattr(s.cast, name).delete(), FOREIGN_KEY)
    for name in ("toan", "editor1", "deputy1", "head", "secretary")
}


@pytest.mark.parametrize(
    ("attack", "layer"),
    [
        pytest.param(*row, id=f"{kind}: {name}")
        for kind, table in {
            "row": LIVE_ROW,
            "action": ACTIONS,
            "workflow": WORKFLOW,
            "file": FILES,
            "person": PEOPLE,
        }.items()
        for name, row in table.items()
    ],
)
def test_python_code__cannot_get_round_the_board(attack: Callable[[Stage], Any], layer: str, stage: Stage) -> None:
    watch = Watch(stage.everything)

    met = stopped_by(lambda: attack(stage))

    assert met == layer
    watch.demand_unchanged("python")


def test_approve_after_swap__the_pinned_revision_is_what_is_cleared(stage: Stage) -> None:
    """WAGTAIL.md §3.2 A: a revert while the head reads changes nothing of what he approves."""
    from editorial import actions

    record = stage.awaiting
    pinned = record.rounds.get(ended_at=None).revision
    stopped_by(
        lambda: RevertToPageRevisionAction(
            stage.pages.awaiting, stage.pages.awaiting.revisions.earliest("pk"), user=stage.cast.admin
        ).execute(skip_permission_checks=True)
    )
    swapped = NewsPage.objects.get(pk=record.page_id)
    swapped.title = "Bị tráo"
    swapped.save_revision(user=stage.cast.toan)

    actions.approve(record_id=record.pk, user=stage.cast.head, and_post=True)

    page = NewsPage.objects.get(pk=record.page_id)
    assert page.live_revision_id == pinned.pk
    assert page.title == "Chờ duyệt"
    assert revision_digest(pinned) == record.clearances.get().digest
