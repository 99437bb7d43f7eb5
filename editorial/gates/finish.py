"""What Wagtail calls when its own workflow ends.

Wagtail imports this module while it builds its models, so nothing is imported here.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _


def finish(workflow_state: Any, user: Any = None) -> None:
    """Refuse: our posting closes the workflow itself and never comes this way."""
    raise PermissionDenied(_("Only the secretary's posting ends the chain. Nothing was changed."))
