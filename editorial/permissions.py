"""What Wagtail may let a person do on a board page: the rules' answers, for superusers too."""

from __future__ import annotations

from wagtail.models import Page, PagePermissionTester

from core.clock import today
from editorial.rules import desk_rules, posting
from editorial.selectors.people import actor_of
from editorial.selectors.records import item_of, record_of_page


class BoardPagePermissionTester(PagePermissionTester):
    """Rights on a board page.

    Wagtail shows this object to views, bulk actions, choosers and both APIs, and lets superusers
    past most of its own questions. Here publishing, unpublishing, scheduling, privacy, moving,
    copying, reordering and locking are "no" for everybody; editing and deleting are the rules'.
    """

    def may_edit_text(self) -> bool:
        """Whether the rules let this person change the text now."""
        record = record_of_page(self.page)
        actor = actor_of(self.user, today())
        if record is None:
            return bool(actor.is_active and not actor.is_technical and self.page.owner_id == actor.id)
        return bool(desk_rules.may_edit_text(actor, item_of(record)))

    def may_see(self) -> bool:
        """Whether the rules let this person read the item while it is not public."""
        record = record_of_page(self.page)
        actor = actor_of(self.user, today())
        if record is None:
            return self.page.owner_id == actor.id
        return bool(desk_rules.may_see(actor, item_of(record)))

    def can_edit(self) -> bool:
        return self.may_edit_text()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """A unit may throw away what it never handed in; everything else is evidence."""
        record = record_of_page(self.page)
        if record is None:
            return self.page.owner_id == self.user.pk and not self.page.live
        return bool(posting.may_discard(actor_of(self.user, today()), item_of(record)))

    def can_view_revisions(self) -> bool:
        return self.may_see()

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

    def can_submit_for_moderation(self) -> bool:
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

    def can_add_subpage(self) -> bool:
        return False
