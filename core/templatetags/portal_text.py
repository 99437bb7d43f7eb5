"""Small ways of writing: dates as the country writes them, numbers to call, hosts of addresses."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

register = template.Library()

DAY_FORMATS = {"vi": "d/m/Y", "ru": "d.m.Y"}
OTHER_DAY_FORMAT = "j F Y"


@register.filter
def day(value: datetime.date | datetime.datetime | None) -> str:
    """A date as offices write it: 05/09/2026, 05.09.2026, else 5 September 2026; a moment in local time."""
    if not value:
        return ""
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return date_format(value, DAY_FORMATS.get(get_language() or "", OTHER_DAY_FORMAT))


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """Hour and date in local time: 07:30, 05/09/2026."""
    if not value:
        return ""
    return f"{date_format(timezone.localtime(value), 'H:i')}, {day(value)}"


@register.filter
def tel(phone: str) -> str:
    """A telephone number as a `tel:` link wants it: figures and a leading plus."""
    figures = "".join(sign for sign in phone if sign.isdigit())
    return f"+{figures}" if phone.strip().startswith("+") else figures


@register.filter
def host(url: str) -> str:
    """The host name of an address, without a leading www."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@register.simple_tag
def content_lang() -> SafeString:
    """The `lang` attribute of a text of the school, for a visitor who reads in another language."""
    written_in = settings.LANGUAGE_CODE
    is_same = (get_language() or written_in) == written_in
    return SafeString("") if is_same else format_html(' lang="{}"', written_in)


@register.simple_tag(takes_context=True)
def parent_url(context: Mapping[str, Any], page: Page) -> str:
    """The address of the page above, read from the page's own address: no query."""
    return f"{page.get_url(context.get('request')).rstrip('/').rpartition('/')[0]}/"
