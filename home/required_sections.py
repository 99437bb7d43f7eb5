"""The board's page, the news and each unit's section, for the inspector's view."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from editorial.models import EditorialRecord
from editorial.required_sections import RequiredSection
from editorial.rules.vocabulary import VISIBLE
from home.models import EditorialBoardPage
from news.models import NewsIndexPage
from school.models import School, Unit
from school.selectors import accountable_person

NOT_REQUIRED = (Unit.Kind.BOARD, Unit.Kind.CLASS_GROUP)
"""The board speaks through the news; a class writes when it has something to tell."""


def sections(school: School, on: datetime.date) -> list[RequiredSection]:
    """The sections every school has, on the day `on`; six queries however many units there are."""
    touched = _touched(school)
    newest = max(touched.values(), default=None)
    head = accountable_person(school, on)
    board = EditorialBoardPage.objects.live().first()
    news = NewsIndexPage.objects.live().first()
    units = Unit.objects.filter(school=school, is_active=True, section__isnull=False).exclude(kind__in=NOT_REQUIRED)
    return [
        RequiredSection(_("The editorial board"), school.name, _url(board), on if board and head else None, True),
        RequiredSection(_("News"), school.name, _url(news), newest if news else None),
        *(_of_unit(unit, touched.get(unit.pk)) for unit in units.select_related("section")),
    ]


def _touched(school: School) -> dict[int, datetime.date]:
    """The day of each unit's newest page on the site."""
    shown = EditorialRecord.objects.filter(school=school, page__live=True, public_state__in=sorted(VISIBLE))
    rows = shown.values_list("unit_id").annotate(Max("page__last_published_at"))
    return {unit: localdate(moment) for unit, moment in rows if moment}


def _of_unit(unit: Any, touched_on: datetime.date | None) -> RequiredSection:
    return RequiredSection(unit.name, unit.name, _url(unit.section), touched_on)


def _url(page: Any) -> str:
    return (page.get_url() or "") if page and page.live else ""
