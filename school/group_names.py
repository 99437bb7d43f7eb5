"""Names of the groups that follow from units and posts, and how people read them."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.utils.translation import gettext as _

from school.models import Unit

BOARD_GROUP = "Editorial board"
UNIT_GROUP = "Unit "


def unit_group_name(unit: Unit) -> str:
    """The name of a unit's group."""
    return f"{UNIT_GROUP}{unit.school_id}/{unit.code}"


def group_label(group: Group) -> str:
    """A group in words: the board, or the unit by its own name."""
    if group.name == BOARD_GROUP:
        return _("Editorial board")
    school_id, _slash, code = group.name.removeprefix(UNIT_GROUP).partition("/")
    unit = Unit.objects.filter(school_id=school_id, code=code).first() if school_id.isdecimal() else None
    return unit.name if unit else group.name
