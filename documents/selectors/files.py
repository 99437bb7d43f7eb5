"""Files of documents on the site: which may be looked into, and what was read from them (B03, Đ15.2)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from django.db.models import QuerySet
from wagtail.documents import get_document_model

from core.words_alike import search_words
from documents.models.documents import LONG_FIELDS, OfficialDocumentPage
from documents.models.file_texts import FileText
from documents.rules.files import UNSEARCHABLE, FileState
from editorial.gates.digest import file_name
from editorial.models import AssetUse, HiddenFile
from school.models import School

FOUND_FILES = 10


@dataclasses.dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of a document on the site that holds the words; `title` as readers see it there."""

    page: OfficialDocumentPage
    title: str
    text: str


def public_files() -> QuerySet[AssetUse]:
    """Files that a document on the site uses and nobody hid, by the same facts that serve or refuse the file."""
    uses = AssetUse.objects.filter(name__startswith=_prefix(), record__page__live=True, record__is_document=True)
    return uses.exclude(name__in=HiddenFile.objects.filter(restored_at__isnull=True).values("name"))


def files_with(text: str) -> list[FoundFile]:
    """The public files that hold all words of `text`; three queries, however many files there are."""
    wanted = search_words(text).split()
    if not wanted:
        return []
    texts = FileText.objects.filter(state=FileState.READ, name__in=public_files().values("name"))
    for word in wanted:
        texts = texts.filter(words__contains=f" {word} ")
    found = {row.name: row for row in texts.defer("words").order_by("-pk")[:FOUND_FILES]}
    return _with_pages(found) if found else []


def _with_pages(found: dict[str, FileText]) -> list[FoundFile]:
    uses = public_files().filter(name__in=found).order_by("-record__page_id").values_list("name", "record__page_id")
    short = [name for name in LONG_FIELDS if name != "files"]
    pages = OfficialDocumentPage.objects.live().defer(*short).in_bulk({page_id for _, page_id in uses})
    return [
        FoundFile(pages[page_id], title_of(pages[page_id], name), found[name].text)
        for name, page_id in uses
        if page_id in pages
    ]


def title_of(page: OfficialDocumentPage, name: str) -> str:
    """What a document calls one of its files; empty where it gave it no name."""
    key = _key(name)
    values = (row["value"] for row in page.files.raw_data)
    return next((value.get("title") or "" for value in values if value.get("document") == key), "")


def unread_files(school: School) -> list[tuple[str, str]]:
    """Name and SHA-256 of the public files that were not looked into yet."""
    files = public_files().filter(record__school=school).order_by("pk")
    rows = files.values_list("name", "record__live_clearance__files")
    wanted = {name: (hashes or {}).get(name, "") for name, hashes in rows}
    read = dict(FileText.objects.filter(name__in=wanted).values_list("name", "sha256"))
    started = set(FileText.objects.filter(name__in=wanted, state=FileState.STARTED).values_list("name", flat=True))
    return [row for row in wanted.items() if read.get(row[0]) != row[1] or row[0] in started]


def unsearchable_files(pages: Iterable[int]) -> list[tuple[int, str]]:
    """Of these documents on the site: the key of each file's page, and the title of a file without readable text."""
    uses = public_files().filter(record__page__in=list(pages))
    rows = list(uses.values_list("name", "record__page_id"))
    states = sorted(state.value for state in UNSEARCHABLE)
    dumb = set(
        FileText.objects.filter(name__in=[name for name, _ in rows], state__in=states).values_list("name", flat=True)
    )
    titles = dict(get_document_model().objects.filter(pk__in=[_key(name) for name in dumb]).values_list("pk", "title"))
    return [(page_id, titles.get(_key(name), "")) for name, page_id in rows if name in dumb]


def _prefix() -> str:
    return file_name(get_document_model(), "")


def _key(name: str) -> int:
    return int(name.rpartition("/")[2])
