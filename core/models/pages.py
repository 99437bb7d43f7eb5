"""Abstract pages of the portal."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.models import Page, PagePermissionTester


class StructurePermissionTester(PagePermissionTester):
    """Rights on a structure page: only code adds to it, and nobody may change the page itself.

    Wagtail lets a superuser through `can_move_to` and `can_copy_to`; here it does not. A section
    that people write in says so in a tester of its own.
    """

    def can_edit(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_add_subpage(self) -> bool:
        return False

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_lock(self) -> bool:
        return False

    def can_unlock(self) -> bool:
        return False

    def can_move(self) -> bool:
        return False

    def can_move_to(self, destination: Page) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_submit_for_moderation(self) -> bool:
        return False


class StructurePage(Page):
    """A page without text of its own, made by `setup_school`: a place for others, not content.

    `query_keys` are the names it reads from its address; asked with any other its answer is not kept.
    """

    query_keys: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True

    promote_panels: list[Any] = []
    settings_panels: list[Any] = []

    def permissions_for_user(self, user: Any) -> StructurePermissionTester:
        """Rights of a person on this page; see `StructurePermissionTester`."""
        return StructurePermissionTester(user, self)
