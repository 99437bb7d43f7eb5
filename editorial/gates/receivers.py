"""The third gate: receivers that refuse a write on a live board page without a grant."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site, TaskState, WorkflowState

from editorial.gates.digest import file_name, file_names
from editorial.gates.grants import ChainOnly, demand_grant, granted
from editorial.gates.workbench import demand_our_move
from editorial.models.chain import Clearance, EditorialRecord, Round
from editorial.models.files import AssetUse
from editorial.models.guard import GuardedType, OpenGrant
from editorial.models.pages import BoardPage
from editorial.rules.vocabulary import IN_CHAIN

GUARDED_FIELDS = (
    "live",
    "live_revision_id",
    "title",
    "slug",
    "url_path",
    "seo_title",
    "search_description",
    "show_in_menus",
    "go_live_at",
    "expire_at",
    "expired",
    "first_published_at",
    "content_type_id",
    "alias_of_id",
    "path",
    "depth",
)
SAFE_FIELDS = frozenset(
    {
        "draft_title",
        "latest_revision",
        "latest_revision_created_at",
        "has_unpublished_changes",
        "locked",
        "locked_by",
        "locked_at",
        "wagtail_admin_comments",
    }
)
WHY_FROZEN = gettext_lazy(
    "This picture or file belongs to an item that is with the board or on the site. "
    "Add a new one instead; nothing was changed."
)
FROZEN = ("file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")


def is_board_page(page: Page) -> bool:
    """Whether the page, by its own type, is the board's."""
    if isinstance(page, BoardPage):
        return True
    return GuardedType.objects.filter(content_type_id=page.content_type_id).exists()


def guard_page_save(sender: Any, instance: Any, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Refuse a save that would change what the public sees of a board page."""
    if raw or not isinstance(instance, Page) or not is_board_page(instance):
        return
    if update_fields is not None and set(update_fields) <= SAFE_FIELDS:
        return
    stored = Page.objects.filter(pk=instance.pk).values(*GUARDED_FIELDS).first() if instance.pk else None
    if stored is None:
        if instance.live:
            demand_grant(instance.pk, OpenGrant.Kind.POST)
        return
    if not (stored["live"] or instance.live) or granted(instance.pk, *OpenGrant.Kind.values):
        return
    _demand_unchanged(instance, stored)


def _demand_unchanged(instance: Any, stored: dict[str, Any]) -> None:
    """A live row without a grant: the whole specific row, or a guarded column, may not be written."""
    if isinstance(instance, BoardPage) or any(getattr(instance, name) != value for name, value in stored.items()):
        demand_grant(instance.pk, OpenGrant.Kind.POST)


def guard_page_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Refuse to delete a board page, except a draft that its unit discards."""
    if not isinstance(instance, Page) or not is_board_page(instance):
        return
    if instance.live or EditorialRecord.objects.filter(page_id=instance.pk).exists():
        demand_grant(instance.pk, OpenGrant.Kind.DISCARD)


def guard_workflow(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Refuse any move of Wagtail's workflow on a board page that is not the chain's."""
    if raw or not isinstance(instance, WorkflowState | TaskState):
        return
    state = instance if isinstance(instance, WorkflowState) else instance.workflow_state
    if isinstance(state.content_object, Page) and is_board_page(state.content_object):
        demand_our_move()


def guard_site(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to take every page off its address at once: a site with items on it keeps its root and its rank."""
    stored = Site.objects.filter(pk=instance.pk).select_related("root_page").first()
    if raw or stored is None or (_shows_the_same(instance, stored) and not kwargs.get("deletes")):
        return
    types = GuardedType.objects.values("content_type_id")
    if Page.objects.descendant_of(stored.root_page).live().filter(content_type_id__in=types).exists():
        raise ChainOnly(_("Items stand on this site, so it keeps its sections. Nothing was changed."))


def _shows_the_same(site: Any, stored: Site) -> bool:
    """Whether the address leads to the same pages as before."""
    return site.root_page_id == stored.root_page_id and bool(site.is_default_site) >= stored.is_default_site


def guard_site_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Refuse to delete a site with items on it."""
    guard_site(sender, instance, deletes=True)


def guard_file(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Refuse to swap or delete the bytes of a picture or file that an item in the chain uses."""
    if instance.pk is None or not (kwargs.get("deletes") or _has_other_bytes(sender, instance)):
        return
    if is_frozen(file_name(type(instance), instance.pk)):
        raise PermissionDenied(WHY_FROZEN)


def _has_other_bytes(sender: Any, instance: Any) -> bool:
    """Whether a save would show another picture or file; a new upload may carry the old one's name."""
    names = frozen_columns(sender)
    stored = sender._default_manager.filter(pk=instance.pk).values(*names).first() or {}
    same = all(getattr(instance, name) == value for name, value in stored.items())
    return not same or not getattr(instance.file, "_committed", True)


def frozen_columns(model: type[models.Model]) -> tuple[str, ...]:
    """The fields of a picture or file that decide what the public sees of it: bytes and crop."""
    names = {field.name for field in model._meta.concrete_fields}
    return tuple(name for name in FROZEN if name in names)


def guard_file_delete(sender: Any, instance: Any, **kwargs: Any) -> None:
    """Refuse to delete a picture or file that an item in the chain uses."""
    guard_file(sender, instance, deletes=True)


def is_frozen(name: str) -> bool:
    """Whether people decide on the picture or file of this name now, or a clearance in force covers it."""
    if AssetUse.objects.filter(name=name).exists():
        return True
    running = Clearance.objects.filter(record__work_state__in=[state.value for state in IN_CHAIN])
    kept = Clearance.objects.filter(record__live_clearance=models.F("pk"))
    if any(name in files for files in (running | kept).values_list("files", flat=True)):
        return True
    pinned = Round.objects.filter(ended_at__isnull=True).select_related("revision")
    return any(name in file_names(row.revision.as_object()) for row in pinned)
