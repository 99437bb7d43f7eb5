"""Every address of Wagtail's back office that stock Wagtail lets change what the public sees.

Each route takes a browser, the stage and one of its pages, and sends what a person would send.
"""

from __future__ import annotations

import contextlib
import datetime
import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, TaskState, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from editorial.models import BoardTask
from news.models import Category
from tests.factories import items
from tests.factories.uploads import pdf

Route = Callable[[Client, SimpleNamespace, Page], Any]
SWAPPED = "Bị tráo"
AJAX = {"X-Requested-With": "XMLHttpRequest"}
YESTERDAY = (timezone.now() - datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")


def form(page: Page, **extra: Any) -> dict[str, Any]:
    """The editor's form of an article, as a browser would send it, with another title."""
    return {
        **nested_form_data(
            {
                "title": SWAPPED,
                "lead": "Khác hẳn.",
                "body": streamfield([("text", rich_text("<p>Khác hẳn.</p>"))]),
                "author_name": "Ai đó",
                "categories": Category.objects.values_list("pk", flat=True)[0],
                "tags": "",
                "origin": "unit",
                "channel": "channel_portal",
                "source_name": "",
                "source_url": "",
                "comments": inline_formset([]),
            }
        ),
        **extra,
    }


def edit(**extra: Any) -> Route:
    """The editor's form with one of Wagtail's buttons pressed."""
    return lambda client, s, page: client.post(f"/admin/pages/{page.pk}/edit/", form(page, **extra))


def page_post(tail: str, **data: Any) -> Route:
    return lambda client, s, page: client.post(f"/admin/pages/{page.pk}/{tail}", data)


def api(name: str, **data: Any) -> Route:
    """The internal API of the back office, which stock Wagtail never switches off."""
    return lambda client, s, page: client.post(
        f"/admin/api/main/pages/{page.pk}/action/{name}/",
        json.dumps({**data, "destination_page_id": s.cast.unit.doan.section.pk}),
        content_type="application/json",
    )


def bulk(action: str, **data: Any) -> Route:
    def send(client: Client, s: SimpleNamespace, page: Page) -> Any:
        destination = {"chooser": s.cast.unit.doan.section.pk}
        return client.post(
            f"/admin/bulk/wagtailcore/page/{action}/?id={page.pk}&childOf={page.get_parent().pk}",
            {**destination, **data},
        )

    return send


def bulk_of_section(action: str) -> Route:
    """The section with everything below it."""
    return lambda client, s, page: client.post(
        f"/admin/bulk/wagtailcore/page/{action}/?id={page.get_parent().pk}&id=1",
        {"include_descendants": "on"},
    )


def copy(client: Client, s: SimpleNamespace, page: Page) -> Any:
    data = {
        "new_title": SWAPPED,
        "new_slug": f"ban-sao-{page.pk}",
        "publish_copies": "on",
        "copy_subpages": "on",
    }
    for alias in ({}, {"alias": "on"}):
        answer = client.post(
            f"/admin/pages/{page.pk}/copy/", {**data, **alias, "new_parent_page": page.get_parent().pk}
        )
    return answer


def move(client: Client, s: SimpleNamespace, page: Page) -> Any:
    target = s.cast.unit.van.section.pk
    client.post(f"/admin/pages/{page.pk}/move/", {"new_parent_page": target})
    return client.post(f"/admin/pages/{page.pk}/move/{target}/confirm/")


def move_section(client: Client, s: SimpleNamespace, page: Page) -> Any:
    return client.post(f"/admin/pages/{page.get_parent().pk}/move/{s.cast.unit.van.section.pk}/confirm/")


def revert_and_publish(client: Client, s: SimpleNamespace, page: Page) -> Any:
    oldest = page.revisions.earliest("pk")
    client.get(f"/admin/pages/{page.pk}/revisions/{oldest.pk}/revert/")
    data = form(page, revision=oldest.pk, **{"action-publish": "1"})
    return client.post(f"/admin/pages/{page.pk}/edit/", data)


def revert_by_api(client: Client, s: SimpleNamespace, page: Page) -> Any:
    return api("revert_to_page_revision", revision_id=page.revisions.earliest("pk").pk)(client, s, page)


def autosave_over(client: Client, s: SimpleNamespace, page: Page) -> Any:
    """Autosave that overwrites the revision which is live or under review."""
    data = form(page, overwrite_revision_id=page.latest_revision_id, loaded_revision_id=page.latest_revision_id)
    return client.post(f"/admin/pages/{page.pk}/edit/", data, headers={"accept": "application/json"})


def unschedule(client: Client, s: SimpleNamespace, page: Page) -> Any:
    return client.post(f"/admin/pages/{page.pk}/revisions/{page.latest_revision_id}/unschedule/")


def scheduled_in_the_form(client: Client, s: SimpleNamespace, page: Page) -> Any:
    answer = edit(go_live_at=YESTERDAY, expire_at=YESTERDAY, **{"action-publish": "1"})(client, s, page)
    call_command("publish_scheduled")
    return answer


def act_with_another_task(client: Client, s: SimpleNamespace, page: Page) -> Any:
    """WAGTAIL.md §2.1: the address names one page, the task belongs to another."""
    for state in TaskState.objects.filter(status="in_progress"):
        for action in ("approve", "reject", "locked-approve"):
            answer = client.post(f"/admin/pages/workflow/action/{page.pk}/{action}/{state.pk}/", {"comment": "x"})
            client.post(f"/admin/pages/workflow/collect_action_data/{page.pk}/{action}/{state.pk}/", {"comment": "x"})
    return answer


def unvalidated_action(client: Client, s: SimpleNamespace, page: Page) -> Any:
    extra = {"action-workflow-action": "1", "workflow-action-extra-data": json.dumps({"update": False})}
    for action in ("approve", "reject", "refuse", "post"):
        answer = edit(**extra, **{"workflow-action-name": action})(client, s, page)
    return answer


def workflow_admin(client: Client, s: SimpleNamespace, page: Page) -> Any:
    workflow = Workflow.objects.get(name="Editorial board")
    task = BoardTask.objects.get(stage="posting")
    client.post(f"/admin/workflows/tasks/disable/{task.pk}/")
    client.post(f"/admin/workflows/tasks/edit/{task.pk}/", {"name": SWAPPED})
    client.post("/admin/workflows/tasks/add/wagtailcore/groupapprovaltask/", {"name": SWAPPED, "groups": "1"})
    emptied = nested_form_data(
        {
            "name": "Editorial board",
            "active": "on",
            "workflow_tasks": inline_formset([]),
            "pages": inline_formset([]),
        }
    )
    client.post(f"/admin/workflows/edit/{workflow.pk}/", emptied)
    client.post(f"/admin/workflows/remove/{page.get_parent().pk}/{workflow.pk}/")
    client.post(f"/admin/workflows/remove/{s.cast.unit.toan.section.get_parent().get_parent().pk}/")
    return client.post(f"/admin/workflows/disable/{workflow.pk}/")


def site_admin(client: Client, s: SimpleNamespace, page: Page) -> Any:
    """Another root page takes everything off the site at once."""
    site = s.cast.school.site
    data = {
        "hostname": "localhost",
        "port": "80",
        "site_name": "x",
        "root_page": page.pk,
        "is_default_site": "on",
    }
    client.post(f"/admin/sites/{site.pk}/delete/")
    return client.post(f"/admin/sites/edit/{site.pk}/", data)


def new_live_page(client: Client, s: SimpleNamespace, page: Page) -> Any:
    data = form(page, **{"action-publish": "1"})
    return client.post(f"/admin/pages/add/news/newspage/{page.get_parent().pk}/", data)


def new_section(client: Client, s: SimpleNamespace, page: Page) -> Any:
    """A structure page has a title too."""
    data = {
        "title": SWAPPED,
        "slug": "lau",
        "unit": "",
        "action-publish": "1",
        **nested_form_data({"comments": inline_formset([])}),
    }
    home = s.cast.school.site.root_page_id
    client.post(f"/admin/pages/add/home/searchpage/{home}/", data)
    client.post(f"/admin/pages/add/home/editorialboardpage/{home}/", data)
    client.post("/admin/pages/add/home/homepage/1/", data)
    return client.post(f"/admin/pages/{home}/edit/", data)


@contextlib.contextmanager
def views_in_savepoints() -> Iterator[None]:
    """A refusal inside a deletion rolls a view back, as it does where no test's transaction surrounds it."""
    kept = connection.settings_dict["ATOMIC_REQUESTS"]
    connection.settings_dict["ATOMIC_REQUESTS"] = True
    try:
        yield
    finally:
        connection.settings_dict["ATOMIC_REQUESTS"] = kept


def swap_picture(client: Client, s: SimpleNamespace, page: Page) -> Any:
    for image in (s.image, s.waiting_image):
        upload = SimpleUploadedFile("moi.png", items.png((9, 9, 9)), "image/png")
        answer = client.post(
            f"/admin/images/{image.pk}/",
            {"title": "x", "file": upload, "collection": image.collection_id, "tags": ""},
        )
        with views_in_savepoints():
            client.post(f"/admin/images/{image.pk}/delete/")
            client.post(f"/admin/bulk/wagtailimages/image/delete/?id={image.pk}")
    return answer


def recrop_picture(client: Client, s: SimpleNamespace, page: Page) -> Any:
    focus = {f"focal_point_{name}": "1" for name in ("x", "y", "width", "height")}
    data = {"title": s.image.title, "collection": s.image.collection_id, "tags": "", **focus}
    return client.post(f"/admin/images/{s.image.pk}/", data)


def swap_file(client: Client, s: SimpleNamespace, page: Page) -> Any:
    upload = SimpleUploadedFile("moi.pdf", pdf(text=b"other"), "application/pdf")
    data = {"title": "x", "file": upload, "collection": s.document.collection_id, "tags": ""}
    client.post(f"/admin/documents/edit/{s.document.pk}/", data)
    with views_in_savepoints():
        client.post(f"/admin/documents/multiple/{s.document.pk}/delete/", headers=AJAX)
        client.post(f"/admin/bulk/wagtaildocs/document/delete/?id={s.document.pk}")
        return client.post(f"/admin/documents/delete/{s.document.pk}/")


def delete_people(client: Client, s: SimpleNamespace, page: Page) -> Any:
    for name in ("head", "deputy1", "secretary", "toan"):
        person = getattr(s.cast, name)
        answer = client.post(f"/admin/users/{person.pk}/delete/")
        client.post(f"/admin/bulk/school/user/delete/?id={person.pk}")
    return answer


ROUTES: dict[str, Route] = {
    "footer: save draft": edit(),
    "footer: publish": edit(**{"action-publish": "1"}),
    "footer: submit": edit(**{"action-submit": "1"}),
    "footer: restart workflow": edit(**{"action-restart-workflow": "1"}),
    "footer: cancel workflow": edit(**{"action-cancel-workflow": "1"}),
    "footer: workflow action with loose data": unvalidated_action,
    "footer: go-live and expiry dates": scheduled_in_the_form,
    "autosave over a revision": autosave_over,
    "history: revert and publish": revert_and_publish,
    "unpublish": page_post("unpublish/", include_descendants="on"),
    "unschedule": unschedule,
    "privacy": page_post("privacy/", restriction_type="login"),
    "lock": page_post("lock/"),
    "unlock": page_post("unlock/"),
    "convert alias": page_post("convert_alias/"),
    "set position": page_post("set_position/?position=0"),
    "copy": copy,
    "move": move,
    "move the section": move_section,
    "workflow action of another page": act_with_another_task,
    "confirm cancellation": lambda client, s, page: client.post(
        f"/admin/pages/workflow/confirm_cancellation/{page.pk}/"
    ),
    "workflow settings": workflow_admin,
    "site settings": site_admin,
    "a new live page": new_live_page,
    "a new section": new_section,
    **{f"bulk: {name}": bulk(name) for name in ("publish", "unpublish", "move", "delete", "submit_for_moderation")},
    **{f"bulk of the section: {name}": bulk_of_section(name) for name in ("publish", "unpublish", "delete")},
    "api: revert": revert_by_api,
    **{
        f"api: {name}": api(name, **data)
        for name, data in {
            "publish": {},
            "unpublish": {"recursive": True},
            "copy": {"keep_live": True, "slug": "ban-sao-api"},
            "move": {"position": "last-child"},
            "delete": {},
            "create_alias": {"update_slug": "bi-danh-api"},
            "convert_alias": {},
            "copy_for_translation": {"locale": "en"},
        }.items()
    },
    "picture swapped and deleted": swap_picture,
    "picture cropped anew": recrop_picture,
    "file swapped and deleted": swap_file,
    "people deleted": delete_people,
}
