"""The school's own name where a page has no frame around it."""

from __future__ import annotations

from django import template

from school.selectors import current_school

register = template.Library()


@register.simple_tag
def school_name() -> str:
    """The short name of the school; empty before `setup_school` has run."""
    school = current_school()
    return school.short_name if school else ""
