"""Small ways of writing: dates as the country writes them, numbers to call, hosts of addresses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from core.written_dates import long_day, short_day, short_moment, written_day, written_moment

NUMBER_SIGNS = {"vi": "số", "ru": "№"}

register = template.Library()

register.filter("day", written_day)
register.filter("moment", written_moment)
register.filter("short_day", short_day)
register.filter("long_day", long_day)
register.filter("short_moment", short_moment)


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


@register.filter
def numbered(number: str) -> str:
    """The number of an act with the sign that the school's language writes before it: "số 04/BB-BBT", "№ 4"."""
    return f"{NUMBER_SIGNS.get(settings.LANGUAGE_CODE, '№')} {number}"


@register.simple_tag(takes_context=True)
def parent_url(context: Mapping[str, Any], page: Page) -> str:
    """The address of the page above, read from the page's own address: no query."""
    return f"{page.get_url(context.get('request')).rstrip('/').rpartition('/')[0]}/"
