"""The place of the electronic-journal section; made with the school."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page

from documents.models import JournalPage
from school.models import Unit

SECTION = {"vn": ("Sổ điểm điện tử", "so-diem-dien-tu"), "ru": ("Электронный журнал", "elektronnyy-zhurnal")}


def found_journal(home: Page, unit: Unit, group: Group) -> JournalPage:
    """The section below the home page, in care of `unit`; people of `group` find it in the back office. Repeatable."""
    title, slug = SECTION[unit.school.country]
    own, there = Q(unit__school=unit.school), Q(path__startswith=home.path, depth=home.depth + 1, slug=slug)
    section: JournalPage | None = JournalPage.objects.filter(own | there).first()
    if section is None:
        section = JournalPage(title=title, slug=slug, show_in_menus=True, locale=home.locale, unit=unit)
        home.add_child(instance=section)
    add_page = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    place = Page.objects.get(pk=section.pk)
    GroupPagePermission.objects.get_or_create(group=group, page=place, permission=add_page)
    return section
