"""The four tasks of the chain as Wagtail's workbench sees them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task

from editorial.models import choices
from editorial.rules.vocabulary import Stage

STAGE_CHOICES = [(stage.value, choices.STAGES[stage]) for stage in Stage]


class BoardTask(Task):
    """A stage of the chain. Wagtail asks; the rules answer; our actions do.

    The screens of the board are the desk and the review page; Wagtail's own workflow buttons
    show nothing, and whoever posts to them by hand is refused in `on_action`.
    """

    stage = models.CharField(max_length=10, choices=STAGE_CHOICES, unique=True)

    admin_form_fields: list[str] = []

    class Meta:
        verbose_name = _("stage of the board")
        verbose_name_plural = _("stages of the board")

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """Locked for everybody who may not change the text by the rules."""
        return not obj.permissions_for_user(user).may_edit_text()

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Only the editor who holds the item gets in beyond Wagtail's own page rights."""
        return obj.permissions_for_user(user).may_edit_text()

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        """None here: decisions are taken on the review page."""
        return []

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> None:
        """Refuse: a decision needs the round, the pinned revision and the form of the review page."""
        raise PermissionDenied(_("Decide on the review page. Nothing was changed."))

    def deactivate(self, user: Any = None) -> None:
        """Refuse: the chain is configured by code only."""
        raise PermissionDenied(_("The chain is not changed by hand."))

    @classmethod
    def get_description(cls) -> str:
        """What an administrator reads."""
        return str(_("A stage of the editorial board, configured by setup_school"))
