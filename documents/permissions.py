"""Who may begin a document in the register."""

from __future__ import annotations

from core.clock import today
from core.models import StructurePermissionTester
from documents.rules.guidance import may_write_guidance
from documents.rules.registering import may_draft_document, may_register
from documents.rules.repository import may_write_somewhere
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force


class RegisterPermissionTester(StructurePermissionTester):
    """Secretaries enter documents, in the Russian practice deputies too; units begin drafts; a superuser does not."""

    def can_add_subpage(self) -> bool:
        unit, actor = self.page.specific.unit, actor_of(self.user, today())
        return bool(may_register(actor, rules_in_force(unit.school)) or may_draft_document(actor))


class SharedSectionPermissionTester(StructurePermissionTester):
    """Members of any unit write here, in its name; a superuser does not."""

    def can_add_subpage(self) -> bool:
        return bool(may_write_somewhere(actor_of(self.user, today())))


class ResourceSectionPermissionTester(SharedSectionPermissionTester):
    """Of the sections of the register only the one for e-resources takes pages."""

    def can_add_subpage(self) -> bool:
        return bool(self.page.specific.holds_resources) and super().can_add_subpage()


class GuidancePermissionTester(StructurePermissionTester):
    """Units and the board write guidance for the electronic journal; a superuser does not."""

    def can_add_subpage(self) -> bool:
        return bool(may_write_guidance(actor_of(self.user, today())))
