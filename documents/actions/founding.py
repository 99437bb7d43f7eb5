"""Founding what stands below the documents section: the named sections and the repository. Safe to repeat."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Page

from documents.models import DocumentCollectionPage, DocumentIndexPage, RepositoryIndexPage
from documents.rules.collections import CollectionKind

COLLECTIONS: dict[str, dict[CollectionKind, tuple[str, str]]] = {
    "vn": {
        CollectionKind.LAW: ("Tuyên truyền, phổ biến pháp luật", "phap-luat"),
        CollectionKind.LOCAL_ACTS: ("Văn bản nội bộ của trường", "noi-bo"),
        CollectionKind.LEARNING: ("Căn cứ pháp lý của hoạt động dạy học", "day-hoc"),
        CollectionKind.UPBRINGING: ("Căn cứ pháp lý của công tác giáo dục học sinh", "giao-duc-hoc-sinh"),
        CollectionKind.CURRICULA: ("Chương trình, kế hoạch giáo dục và học liệu số", "chuong-trinh"),
    },
    "ru": {
        CollectionKind.LAW: ("Законодательство", "zakonodatelstvo"),
        CollectionKind.LOCAL_ACTS: ("Локальные нормативные акты", "lokalnye-akty"),
        CollectionKind.LEARNING: ("Нормативная база учебного процесса", "uchebny-process"),
        CollectionKind.UPBRINGING: ("Нормативная база воспитательного процесса", "vospitanie"),
        CollectionKind.CURRICULA: ("Рабочие программы и электронные ресурсы", "rabochie-programmy"),
    },
}
REPOSITORY = {
    "vn": ("Kho đề tài, sáng kiến, chuyên đề", "kho-sang-kien"),
    "ru": ("Методическая копилка", "metodicheskaya-kopilka"),
}


@transaction.atomic
def found_sections(section: DocumentIndexPage) -> None:
    """Make what is missing below the documents section of a school; what is there stays as it is."""
    country = section.unit.school.country
    for kind, names in COLLECTIONS[country].items():
        if not DocumentCollectionPage.objects.child_of(section).filter(kind=kind).exists():
            _add(section, DocumentCollectionPage, *names, unit=section.unit, kind=kind)
    if not RepositoryIndexPage.objects.filter(unit=section.unit).exists():
        _add(section, RepositoryIndexPage, *REPOSITORY[country], unit=section.unit)


def _add(section: Page, model: type[Page], title: str, slug: str, **fields: Any) -> None:
    page: Any = model(title=title, slug=slug, locale=section.locale, show_in_menus=False, **fields)
    section.add_child(instance=page)
