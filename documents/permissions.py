"""Who may begin a document in the register."""

from __future__ import annotations

from core.clock import today
from core.models import StructurePermissionTester
from documents.rules.registering import may_register
from editorial.selectors.people import actor_of
from editorial.selectors.records import rules_in_force


class RegisterPermissionTester(StructurePermissionTester):
    """Secretaries enter documents, in the Russian practice deputies too; a superuser does not."""

    def can_add_subpage(self) -> bool:
        unit = self.page.specific.unit
        return bool(may_register(actor_of(self.user, today()), rules_in_force(unit.school)))
