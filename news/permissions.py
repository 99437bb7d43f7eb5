"""Who may begin an article in a unit's section."""

from __future__ import annotations

from core.clock import today
from core.models import StructurePermissionTester
from editorial.rules.people import may_act_at_all
from editorial.selectors.people import actor_of


class UnitSectionPermissionTester(StructurePermissionTester):
    """Members of the unit write in its section; a superuser does not."""

    def can_add_subpage(self) -> bool:
        actor = actor_of(self.user, today())
        return bool(may_act_at_all(actor)) and self.page.specific.unit_id in actor.unit_ids
