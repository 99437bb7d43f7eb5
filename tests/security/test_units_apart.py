"""Units do not see each other's drafts (Đ4.1, Đ15.2): everywhere a draft, its text or its files could show."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client
from wagtail.models import Comment, Page, TaskState, WorkflowState

from editorial import actions
from editorial.models import EditorialRecord
from tests.factories import items

pytestmark = pytest.mark.django_db

SECRET = "SECRETVAN"
Browser = Callable[[str], Client]
Address = Callable[[SimpleNamespace], str]


@pytest.fixture
def hidden(stage: SimpleNamespace) -> SimpleNamespace:
    """A draft of the unit `van` with the secret word in every place a person writes in."""
    van, unit = stage.cast.van, stage.cast.unit.van
    image, paper = items.picture(van, unit), items.document(van, unit)
    for row in (image, paper):
        row.title = SECRET
        row.save()
        row.tags.add(SECRET.lower())
    record = items.draft(
        stage.cast,
        author="van",
        title=SECRET,
        lead=SECRET,
        author_name=SECRET,
        pictures=[image],
        files=[paper],
    )
    page = Page.objects.get(pk=record.page_id).specific
    Comment.objects.create(page=page, user=van, text=SECRET, contentpath="title")
    items.rewrite(record, van, lead=f"{SECRET} 2")
    rendition = image.get_rendition("width-8")
    return SimpleNamespace(
        record=record, page=page, image=image, document=paper, rendition=rendition, cast=stage.cast, unit=unit
    )


def revisions(h: SimpleNamespace) -> tuple[int, int]:
    keys = list(h.page.revisions.order_by("pk").values_list("pk", flat=True))
    return keys[0], keys[-1]


PAGES: dict[str, Address] = {
    "my desk": lambda h: "/admin/",
    "explorer": lambda h: "/admin/pages/",
    "explorer of the section": lambda h: f"/admin/pages/{h.unit.section.pk}/",
    "explorer of the section, results": lambda h: f"/admin/pages/{h.unit.section.pk}/results/?q={SECRET}",
    "explorer of the draft": lambda h: f"/admin/pages/{h.page.pk}/",
    "search": lambda h: f"/admin/pages/search/?q={SECRET}",
    "search results": lambda h: f"/admin/pages/search/results/?q={SECRET}",
    "page chooser": lambda h: "/admin/choose-page/",
    "page chooser, section": lambda h: f"/admin/choose-page/{h.unit.section.pk}/",
    "page chooser, search": lambda h: f"/admin/choose-page/search/?q={SECRET}",
    "page chooser, chosen": lambda h: f"/admin/choose-page/chosen-multiple/?id={h.page.pk}",
    "page chooser, link": lambda h: f"/admin/choose-external-link/?url=http://localhost/admin/pages/{h.page.pk}/",
    "api listing": lambda h: "/admin/api/main/pages/?limit=100",
    "api listing, section": lambda h: f"/admin/api/main/pages/?child_of={h.unit.section.pk}",
    "api listing, explorer": lambda h: f"/admin/api/main/pages/?child_of={h.unit.section.pk}&for_explorer=1",
    "api search": lambda h: f"/admin/api/main/pages/?search={SECRET}",
    "api slug": lambda h: f"/admin/api/main/pages/?slug={h.page.slug}",
    "api detail": lambda h: f"/admin/api/main/pages/{h.page.pk}/",
    "api section": lambda h: f"/admin/api/main/pages/{h.unit.section.pk}/",
    "editor": lambda h: f"/admin/pages/{h.page.pk}/edit/",
    "editor's preview": lambda h: f"/admin/pages/{h.page.pk}/edit/preview/",
    "view draft": lambda h: f"/admin/pages/{h.page.pk}/view_draft/",
    "history": lambda h: f"/admin/pages/{h.page.pk}/history/",
    "history results": lambda h: f"/admin/pages/{h.page.pk}/history/results/",
    "revisions": lambda h: f"/admin/pages/{h.page.pk}/revisions/",
    "revision": lambda h: f"/admin/pages/{h.page.pk}/revisions/{revisions(h)[0]}/view/",
    "revert": lambda h: f"/admin/pages/{h.page.pk}/revisions/{revisions(h)[0]}/revert/",
    "compare": lambda h: "/admin/pages/{}/revisions/compare/{}...{}/".format(h.page.pk, *revisions(h)),
    "compare, words": lambda h: f"/admin/pages/{h.page.pk}/revisions/compare/earliest...latest/",
    "usage of the page": lambda h: f"/admin/pages/{h.page.pk}/usage/",
    "usage of the type": lambda h: "/admin/pages/usage/news/newspage/",
    "usage of the type, results": lambda h: f"/admin/pages/usage/news/newspage/results/?q={SECRET}",
    "delete": lambda h: f"/admin/pages/{h.page.pk}/delete/",
    "copy": lambda h: f"/admin/pages/{h.page.pk}/copy/",
    "move": lambda h: f"/admin/pages/{h.page.pk}/move/",
    "unpublish": lambda h: f"/admin/pages/{h.page.pk}/unpublish/",
    "privacy": lambda h: f"/admin/pages/{h.page.pk}/privacy/",
    "bulk": lambda h: f"/admin/bulk/wagtailcore/page/publish/?id={h.page.pk}",
    "workflow history": lambda h: f"/admin/pages/{h.page.pk}/workflow_history/",
    "report: site history": lambda h: "/admin/reports/site-history/",
    "report: site history, results": lambda h: f"/admin/reports/site-history/results/?object_title={SECRET}",
    "report: aging": lambda h: "/admin/reports/aging-pages/",
    "report: aging, export": lambda h: "/admin/reports/aging-pages/?export=csv",
    "report: history, export": lambda h: "/admin/reports/site-history/?export=csv",
    "report: locked": lambda h: "/admin/reports/locked/",
    "report: page types": lambda h: "/admin/reports/page-types-usage/",
    "report: workflow": lambda h: "/admin/reports/workflow/",
    "review page": lambda h: f"/admin/board/review/{h.record.pk}/",
    "review page, newest": lambda h: f"/admin/board/review/{h.record.pk}/?version=newest",
    "review page, frame": lambda h: f"/admin/board/review/{h.record.pk}/preview/?version=newest",
    "sent": lambda h: "/admin/board/sent/",
    "queue": lambda h: "/admin/board/queue/",
    "the address itself": lambda h: h.page.url,
    "unit's section": lambda h: h.unit.section.url,
    "all news": lambda h: h.unit.section.get_parent().url,
    "public search": lambda h: f"/tim-kiem/?q={SECRET}",
    "usage of the unit": lambda h: f"/admin/school/units/usage/{h.unit.pk}/",
}
FILES: dict[str, Address] = {
    "images": lambda h: "/admin/images/",
    "images, search": lambda h: f"/admin/images/results/?q={SECRET}",
    "image": lambda h: f"/admin/images/{h.image.pk}/",
    "image usage": lambda h: f"/admin/images/usage/{h.image.pk}/",
    "image delete": lambda h: f"/admin/images/{h.image.pk}/delete/",
    "image chooser": lambda h: "/admin/images/chooser/",
    "image chooser, search": lambda h: f"/admin/images/chooser/results/?q={SECRET}",
    "image chosen": lambda h: f"/admin/images/chooser/chosen/{h.image.pk}/",
    "images chosen": lambda h: f"/admin/images/chooser/chosen-multiple/?id={h.image.pk}",
    "image format": lambda h: f"/admin/images/chooser/{h.image.pk}/select_format/",
    "image address": lambda h: f"/admin/images/{h.image.pk}/generate_url/",
    "documents": lambda h: "/admin/documents/",
    "documents, search": lambda h: f"/admin/documents/results/?q={SECRET}",
    "document": lambda h: f"/admin/documents/edit/{h.document.pk}/",
    "document usage": lambda h: f"/admin/documents/usage/{h.document.pk}/",
    "document chooser": lambda h: "/admin/documents/chooser/",
    "document chooser, search": lambda h: f"/admin/documents/chooser/results/?q={SECRET}",
    "document chosen": lambda h: f"/admin/documents/chooser/chosen/{h.document.pk}/",
    "documents chosen": lambda h: f"/admin/documents/chooser/chosen-multiple/?id={h.document.pk}",
    "api images": lambda h: "/admin/api/main/images/",
    "api image": lambda h: f"/admin/api/main/images/{h.image.pk}/",
    "api documents": lambda h: "/admin/api/main/documents/",
    "api document": lambda h: f"/admin/api/main/documents/{h.document.pk}/",
}
BYTES: dict[str, Address] = {
    "original": lambda h: h.image.file.url,
    "rendition": lambda h: h.rendition.url,
    "document": lambda h: h.document.url,
    "document's media": lambda h: f"/media/{h.document.file.name}",
}


def cases(table: dict[str, Address]) -> list[object]:
    return [pytest.param(address, id=name) for name, address in table.items()]


def text_of(answer: object) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", "replace")


def without_own_words(text: str, address: str) -> str:
    """The search word stands in the form that was sent; that is no find."""
    text = text.replace(f"={SECRET}", "=")
    for typed in (
        f'value="{SECRET}"',
        f"“{SECRET}”",
        f"q={SECRET}",
        f"<em>{SECRET}</em>",
        f'"{SECRET}"',
        f"&quot;{SECRET}&quot;",
    ):
        text = text.replace(typed, "") if SECRET in address else text
    return text


@pytest.mark.parametrize("address", cases(PAGES))
def test_draft__is_not_found_by_anybody_outside_its_unit(
    address: Address, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    for person in ("toan", "editor1", "head", "admin", "holder", None):
        client = signed_in(person) if person else Client()

        answer = client.get(address(hidden), follow=True)

        assert answer.status_code < 500, person
        assert SECRET not in without_own_words(text_of(answer), address(hidden)), person


@pytest.mark.parametrize("address", cases(FILES))
def test_files_of_a_draft__are_not_listed_for_another_unit(
    address: Address, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    answer = signed_in("toan").get(address(hidden), follow=True)

    assert answer.status_code < 500
    assert SECRET not in without_own_words(text_of(answer), address(hidden))


@pytest.mark.parametrize("address", cases(BYTES))
def test_bytes_of_a_draft__are_not_served_to_another_unit_or_the_public(
    address: Address, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    for person in ("toan", "doan", "holder", "admin", None):
        client = signed_in(person) if person else Client()

        assert client.get(address(hidden)).status_code == 404, person


@pytest.mark.parametrize("address", cases(BYTES))
def test_bytes_of_a_draft__are_served_to_its_own_unit(
    address: Address, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    """The control."""
    assert signed_in("van").get(address(hidden)).status_code == 200


@pytest.mark.parametrize(
    "name", ["explorer of the section", "search", "page chooser, section", "api detail", "editor", "history"]
)
def test_draft__is_found_by_its_own_unit(name: str, hidden: SimpleNamespace, signed_in: Browser) -> None:
    """The control: these tests look where there is something to see."""
    answer = signed_in("van").get(PAGES[name](hidden), follow=True)

    assert SECRET in without_own_words(text_of(answer), PAGES[name](hidden))


@pytest.mark.parametrize("name", ["images", "image chooser", "documents", "document chooser", "image chosen"])
def test_files__are_found_by_their_own_unit(name: str, hidden: SimpleNamespace, signed_in: Browser) -> None:
    assert SECRET in text_of(signed_in("van").get(FILES[name](hidden), follow=True))


@pytest.mark.parametrize("person", ["editor2", "deputy1", "head", "secretary"])
def test_board__sees_what_was_handed_in(person: str, hidden: SimpleNamespace) -> None:
    actions.hand_in(record_id=hidden.record.pk, user=hidden.cast.van)
    client = Client(raise_request_exception=False)
    client.force_login(getattr(hidden.cast, person), backend="django.contrib.auth.backends.ModelBackend")

    assert SECRET in text_of(client.get(PAGES["review page"](hidden), follow=True))


@pytest.mark.parametrize("address", cases(PAGES))
def test_handed_in_item__stays_hidden_from_other_units(
    address: Address, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    actions.hand_in(record_id=hidden.record.pk, user=hidden.cast.van)

    for person in ("toan", "doan", "admin"):
        answer = signed_in(person).get(address(hidden), follow=True)

        assert SECRET not in without_own_words(text_of(answer), address(hidden)), person


@pytest.mark.parametrize("person", ["toan", "holder", "admin"])
def test_workflow_preview__shows_another_units_item_to_nobody(
    person: str, hidden: SimpleNamespace, signed_in: Browser
) -> None:
    actions.hand_in(record_id=hidden.record.pk, user=hidden.cast.van)
    state = WorkflowState.objects.get(object_id=str(hidden.page.pk))
    task = TaskState.objects.get(workflow_state=state)
    client = signed_in(person)

    for address in (
        f"/admin/pages/workflow/preview/{hidden.page.pk}/{task.task_id}/",
        f"/admin/pages/{hidden.page.pk}/workflow_history/detail/{state.pk}/",
    ):
        assert SECRET not in text_of(client.get(address, follow=True))


def test_files__stop_being_served_when_the_page_is_taken_down(stage: SimpleNamespace) -> None:
    """WAGTAIL.md §3.1: a take-down covers the files."""
    addresses = (stage.image.file.url, stage.image.get_rendition("width-8").url, stage.document.url)
    assert [Client().get(address).status_code for address in addresses] == [200, 200, 200]

    actions.take_down(record_id=stage.live.pk, user=stage.cast.head, ground="takedown_outdated", note="Đã cũ")

    assert [Client().get(address).status_code for address in addresses] == [404, 404, 404]


def test_record__of_a_draft_is_not_reached_by_another_number(hidden: SimpleNamespace, signed_in: Browser) -> None:
    """The review page of a number that does not exist answers as for everybody."""
    missing = EditorialRecord.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1

    assert signed_in("toan").get(f"/admin/board/review/{missing}/").status_code == 404
