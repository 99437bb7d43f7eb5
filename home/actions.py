"""Founding a school on a site: sections, groups, chain, charter. Safe to repeat."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.timezone import localdate
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from core.models import Generation
from documents.actions.founding import found_sections
from documents.actions.journal_section import found_journal
from documents.models import DocumentIndexPage
from editorial.actions.board import found_charter
from editorial.actions.groups import BOARD_GROUP, sync_groups, unit_group_name
from editorial.actions.school_years import ensure_school_year
from editorial.gates.workbench import WORKFLOW_NAME
from editorial.models import BoardTask, Charter
from editorial.models.choices import STAGES
from editorial.rules.clock_terms import RUSSIAN_DUTIES
from editorial.rules.vocabulary import Stage
from home.models import EditorialBoardPage, HomePage, SearchPage
from news.models import EventIndexPage, NewsIndexPage, UnitIndexPage
from school.models import School, Unit, UnitMembership
from school.rules.years import first_year_of

WAGTAILS_HOST = "localhost"  # of a site nobody has given an address yet
SECTIONS = {
    "vn": {
        "news": ("Tin tức", "tin-tuc"),
        "events": ("Lịch hoạt động", "lich-hoat-dong"),
        "board": ("Ban Biên tập", "ban-bien-tap"),
        "search": ("Tìm kiếm", "tim-kiem"),
        "documents": ("Văn bản", "van-ban"),
    },
    "ru": {
        "news": ("Новости", "novosti"),
        "events": ("Календарь событий", "kalendar"),
        "board": ("Редколлегия", "redkollegiya"),
        "search": ("Поиск", "poisk"),
        "documents": ("Документы", "dokumenty"),
    },
}
ROOT = {"vn": "Cổng TTĐT", "ru": "Сайт школы"}
CHARTERS: dict[str, dict[str, Any]] = {
    "vn": {},
    "ru": {
        "has_editing_stage": False,
        "deputies_by_field": True,
        "deputies_release_documents": True,
        "duty_table": RUSSIAN_DUTIES,
    },
}
WORKFLOW_STAGES = (Stage.EDITING, Stage.DEPUTY, Stage.HEAD, Stage.POSTING)
FILE_RIGHTS = ("add_image", "choose_image", "add_document", "choose_document")


@dataclasses.dataclass(frozen=True, slots=True)
class SchoolDetails:
    """What must be known to found a school."""

    name: str
    short_name: str
    country: str
    language: str
    superior_body: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class UnitDetails:
    """A unit to be founded with its section."""

    code: str
    name: str
    short_name: str
    kind: str


@transaction.atomic
def found_school(
    details: SchoolDetails,
    units: tuple[UnitDetails, ...],
    at: datetime.datetime,
    weekly_days_off: tuple[int, ...] = (6, 7),
) -> School:
    """Make the site tree, the school, its units' sections, the groups, the chain, the charter and the school years.

    `weekly_days_off` are ISO numbers; they count for a new school only.
    """
    _name_roots(ROOT[details.country])
    home = _home_page(details)
    site = _site(home, details)
    school, _made = School.objects.get_or_create(
        site=site, defaults={**dataclasses.asdict(details), "weekly_days_off": list(weekly_days_off)}
    )
    titles = SECTIONS[details.country]
    news = _section(home, NewsIndexPage, *titles["news"])
    _section(home, EventIndexPage, *titles["events"])
    _section(home, EditorialBoardPage, *titles["board"])
    _section(home, SearchPage, *titles["search"], in_menus=False)
    _drop_stock_rights()
    _board_group()
    _workflow(home)
    for order, unit in enumerate(units):
        _found_unit(school, news, unit, order)
    _documents_section(school, home)
    if not Charter.objects.filter(school=school).exists():
        found_charter(school=school, user=None, data=CHARTERS[details.country], decision_number="setup_school", at=at)
    for first in (first_year_of(localdate(at)), first_year_of(localdate(at)) + 1):
        ensure_school_year(school, first)
    sync_groups(school, at.date())
    Generation.bump()
    return school


def _name_roots(name: str) -> None:
    """Wagtail calls what holds all pages, and all collections of files, "Root" in every language."""
    Page.objects.filter(depth=1).update(title=name, draft_title=name)
    Collection.objects.filter(depth=1).update(name=name)


def _home_page(details: SchoolDetails) -> Page:
    existing = HomePage.objects.first()
    if existing is not None:
        return existing
    root = Page.objects.get(depth=1)
    home = HomePage(title=details.short_name, slug="school", locale=_locale(), show_in_menus=False)
    root.add_child(instance=home)
    return home


def _locale() -> Locale:
    return Locale.objects.first() or Locale.get_default()


def _site(home: Page, details: SchoolDetails) -> Site:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname=WAGTAILS_HOST)
    old = site.root_page if site.root_page_id and site.root_page_id != home.pk else None
    site.root_page, site.site_name = home, site.site_name or details.short_name
    site.save()
    if site.hostname == WAGTAILS_HOST:
        set_address(site, settings.WAGTAILADMIN_BASE_URL)
    if old is not None and old.depth == 2 and old.specific_class is Page and not old.get_children().exists():
        old.delete()
    return site


def set_address(site: Site, base_url: str) -> None:
    """The site's own address, "https://thpt.example": what feeds, other sites and printed pages name."""
    parts = urlsplit(base_url)
    site.hostname = parts.hostname or WAGTAILS_HOST
    site.port = parts.port or (443 if parts.scheme == "https" else 80)
    site.save()


def _section(parent: Page, model: type[Page], title: str, slug: str, *, in_menus: bool = True, **fields: Any) -> Page:
    """The section of this type and slug below `parent`, made if it is not there."""
    existing = model.objects.child_of(parent).filter(slug=slug).first()
    if existing is not None:
        return existing
    page = model(title=title, slug=slug, show_in_menus=in_menus, locale=parent.locale, **fields)
    parent.add_child(instance=page)
    return page


def _documents_section(school: School, home: Page) -> None:
    """The register's section: it belongs to the board, else to the office, else to the first unit there is."""
    order = {Unit.Kind.BOARD: 0, Unit.Kind.OFFICE: 1}
    units = sorted(Unit.objects.filter(school=school), key=lambda unit: order.get(Unit.Kind(unit.kind), 2))
    if not units:
        return
    section = DocumentIndexPage.objects.filter(unit__school=school).first() or _section(
        home, DocumentIndexPage, *SECTIONS[school.country]["documents"], unit=units[0]
    )
    found_sections(section)
    group = _board_group()
    found_journal(home, units[0], group)
    add_page = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.get_or_create(group=group, page=Page.objects.get(pk=section.pk), permission=add_page)


def _admin_access() -> Permission:
    return Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")


def _drop_stock_rights() -> None:
    """Wagtail's own groups "Editors" and "Moderators" hold publish rights that nobody has here."""
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()


def _board_group() -> Group:
    group, _made = Group.objects.get_or_create(name=BOARD_GROUP)
    group.permissions.add(_admin_access())
    _allow_files(group, Collection.get_first_root_node())
    return group


def _allow_files(group: Group, collection: Collection) -> None:
    models = (get_image_model(), get_document_model())
    for permission in Permission.objects.filter(
        content_type__app_label__in=[model._meta.app_label for model in models], codename__in=FILE_RIGHTS
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


@transaction.atomic
def found_unit(school: School, details: UnitDetails) -> Unit:
    """Add a unit, or complete one that is there: section, group and collection of files."""
    news = NewsIndexPage.objects.descendant_of(school.site.root_page).get()
    unit = _found_unit(school, news, details, Unit.objects.filter(school=school).count())
    _documents_section(school, school.site.root_page)
    Generation.bump()
    return unit


@transaction.atomic
def follow_unit(unit: Unit, on: datetime.date) -> UnitMembership | None:
    """After a change of a unit: section and collection bear its name, and whoever heads it belongs to it.

    Whoever changed the entry has looked at it. Answers the membership that began with this, if one did.
    """
    Unit.objects.filter(pk=unit.pk).update(reviewed_on=on)
    UnitIndexPage.objects.filter(unit=unit).update(title=unit.short_name, draft_title=unit.short_name)
    Collection.objects.filter(pk=unit.collection_id).update(name=unit.name)
    belongs = UnitMembership.objects.in_force(on).filter(unit=unit, user=unit.head)
    if unit.head is None or belongs.exists():
        return None
    joined = UnitMembership.objects.create(unit=unit, user=unit.head, starts_on=on)
    sync_groups(unit.school, on)
    return joined


def _found_unit(school: School, news: Page, details: UnitDetails, order: int) -> Unit:
    """A unit with its group, its collection of files and its section."""
    unit, _made = Unit.objects.get_or_create(
        school=school,
        code=details.code,
        defaults={
            "name": details.name,
            "short_name": details.short_name,
            "kind": details.kind,
            "sort_order": order,
        },
    )
    if unit.collection is None:
        unit.collection = Collection.get_first_root_node().add_child(name=details.name)
        unit.save(update_fields=["collection"])
    section = _section(news, UnitIndexPage, details.short_name, details.code, unit=unit)
    group, _made = Group.objects.get_or_create(name=unit_group_name(unit))
    group.permissions.add(_admin_access())
    _allow_files(group, unit.collection)
    add_page = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.get_or_create(group=group, page=Page.objects.get(pk=section.pk), permission=add_page)
    return unit


def _workflow(home: Page) -> None:
    """The chain as Wagtail's workbench shows it: four tasks, in order, by code only."""
    workflow, _made = Workflow.objects.get_or_create(name=WORKFLOW_NAME)
    for order, stage in enumerate(WORKFLOW_STAGES):
        task = BoardTask.objects.filter(stage=stage).first()
        if task is None:
            task = BoardTask.objects.create(name=str(STAGES[stage]), stage=stage)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    WorkflowPage.objects.get_or_create(page=Page.objects.get(pk=home.pk), defaults={"workflow": workflow})
