"""The urgent notice."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.pages import BoardPage


class NoticePage(BoardPage):
    """A short notice (storm, closure, health, safety, timetable) that ends by itself."""

    text = models.TextField(_("text"), max_length=500)

    parent_page_types = ["news.UnitIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False
    is_notice = True
    template = "news/notice_page.html"

    class Meta:
        verbose_name = _("urgent notice")
        verbose_name_plural = _("urgent notices")
