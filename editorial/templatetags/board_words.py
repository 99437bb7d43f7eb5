"""Codes of the board as words."""

from __future__ import annotations

import datetime

from django import template
from django.conf import settings
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import pgettext

from editorial.clauses import linked
from editorial.models import choices
from editorial.rules.grounds import ground_clause

register = template.Library()
GROUNDS = {**choices.REFUSAL_GROUNDS, **choices.TAKEDOWN_GROUNDS, **choices.HIDE_GROUNDS}
SCHOOL_VERBS = "editorial."
register.filter("linked_clause", linked)


@register.filter
def verb_label(code: str) -> str:
    """What was done, for the code of an act."""
    return choices.label(choices.VERBS, code.removeprefix(SCHOOL_VERBS))


@register.filter
def ground_label(code: str) -> str:
    """A ground in words with its clause, for example "Untrue (Đ15.3)"."""
    text, clause = choices.label(GROUNDS, code), ground_clause(code, settings.PORTAL_COUNTRY)
    return f"{text} ({clause})" if clause else text


@register.filter
def class_label(code: str) -> str:
    """A class of content in words."""
    return choices.label(choices.CONTENT_CLASSES, code)


@register.filter
def post_label(code: str) -> str:
    """A post of the board in words."""
    return choices.label(choices.POSTS, code)


@register.filter
def ago(moment: datetime.datetime) -> str:
    """How long ago, in its largest unit: "2 days"."""
    return timesince(moment, depth=1)


@register.filter
def iso_day(text: str) -> datetime.date | str:
    """A day kept as text ("2026-11-25") as a date; empty text stays empty."""
    return datetime.date.fromisoformat(text) if text else ""


@register.filter
def month_label(month: tuple[int, int] | datetime.date) -> str:
    """A month as people write it: "October 2026", "Tháng 10/2026"; given by any of its days, or year and number."""
    day = month if isinstance(month, datetime.date) else datetime.date(*month, 1)
    return date_format(day, pgettext("format of a month", "F Y"))
