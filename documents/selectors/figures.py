"""What the documents hand the board's reports; read from the revisions that were posted, which never change."""

from __future__ import annotations

import dataclasses
import datetime

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from documents.rules.counting import RegisteredFact, all_lines, days_to_posting, registered_lines
from documents.rules.types import shown_number, type_name
from editorial.models.chain import Clearance
from editorial.reports.paper import Column, Kind, Table
from editorial.rules.periods import Period
from editorial.selectors.clocks import zone
from editorial.selectors.figure_facts import bounds_of
from school.models import School

NAME = "documents"
HEADINGS = {
    "vn": ("Văn bản được đăng trong kỳ", "Loại văn bản", "Cơ quan ban hành", "Số văn bản",
           "Số ngày từ ban hành đến đăng (trung vị)", "Số ngày nhiều nhất", "Tổng số"),
    "ru": ("Документы, размещённые за период", "Вид документа", "Кем издан", "Документов",
           "Дней от издания до размещения (медиана)", "Наибольшее число дней", "Всего"),
}  # fmt: skip
"""As the paper is written: in the language of the country, like the words of `editorial.reports`."""


@dataclasses.dataclass(frozen=True, slots=True)
class Registered:
    """A document as it was first posted, with what names it."""

    record_id: int
    title: str
    number: str
    fact: RegisteredFact


def registered_facts(school: School, period: Period) -> list[RegisteredFact]:
    """Documents that were first posted in the period, as that first version has them; one query."""
    return [row.fact for row in _registered(school, period)]


def _registered(school: School, period: Period) -> list[Registered]:
    bounds = bounds_of(period)
    cleared = Clearance.objects.filter(
        record__school=school,
        record__is_document=True,
        record__first_published_at__gte=bounds.since,
        record__first_published_at__lt=bounds.until,
        cleared_at__lte=F("record__first_published_at"),
    )
    fields = ("record_id", "record__first_published_at", "revision__content")
    rows = cleared.order_by("cleared_at", "pk").values_list(*fields)
    posted = {
        record_id: Registered(
            record_id,
            content.get("title", ""),
            shown_number(content.get("number", ""), content.get("symbol", ""), school.country),
            _fact(content, at.astimezone(zone()).date()),
        )
        for record_id, at, content in rows
    }
    return list(posted.values())


def _fact(content: dict[str, str], posted_on: datetime.date) -> RegisteredFact:
    issued = content.get("issued_on")
    issued_on = datetime.date.fromisoformat(issued) if issued else None
    return RegisteredFact(content.get("kind", ""), content.get("issuing_body", ""), posted_on, issued_on)


def registered_rows(school: School, period: Period, texts: tuple[str, ...]) -> Table:
    """The documents behind a row of the table, by its texts (type and body); without texts all of them."""
    columns = (
        Column(_("Item number"), Kind.COUNT),
        Column(pgettext("kind of item", "Document")),
        Column(_("Number")),
        Column(_("Issued on"), Kind.DAY),
        Column(_("Posted"), Kind.DAY),
        Column(_("Days from issue to posting"), Kind.COUNT),
    )
    rows = tuple(
        (row.record_id, row.title, row.number, row.fact.issued_on, row.fact.posted_on, days_to_posting(row.fact))
        for row in _registered(school, period)
        if not texts or (type_name(row.fact.kind), row.fact.body) == texts
    )
    return Table(NAME, " · ".join((_("Documents"), *filter(None, texts))), columns, rows)


def registered_table(school: School, period: Period) -> Table:
    """The table of the report's section on documents."""
    caption, kind, body, count, median, most, total = HEADINGS[school.country]
    facts = registered_facts(school, period)
    lines = registered_lines(facts)
    whole = all_lines(facts)
    columns = (
        Column(kind),
        Column(body),
        Column(count, Kind.COUNT),
        Column(median, Kind.COUNT),
        Column(most, Kind.COUNT),
    )
    rows = tuple((type_name(line.kind), line.body, line.count, line.median_days, line.most_days) for line in lines)
    return Table(NAME, caption, columns, rows, (total, "", whole.count, whole.median_days, whole.most_days))
