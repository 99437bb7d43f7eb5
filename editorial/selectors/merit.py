"""The merit list of a period: units and authors with their facts (Đ17 §1); the head decides, not the portal."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.figure_words import REMOVED_ACCOUNT, key_title
from editorial.models import choices
from editorial.reports.paper import Column, Kind, Table, Value
from editorial.rules.figure_terms import Part, key_of
from editorial.rules.figures import share
from editorial.rules.merit import Band, MeritLine, author_lines, has_points, unit_lines
from editorial.rules.periods import Period
from editorial.selectors.figure_facts import bounds_of, facts_of, rules_at
from school.models import School, User

BANDS: choices.Labels = {
    Band.EXCELLENT: gettext_lazy("Excellent"),
    Band.GOOD: gettext_lazy("Good"),
    Band.FAIR: gettext_lazy("Fair"),
    Band.AVERAGE: gettext_lazy("Average"),
    Band.WEAK: gettext_lazy("Weak"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class MeritList:
    """Units and authors, and what they are called; `has_points` where the charter weighs a fact."""

    units: Sequence[MeritLine]
    authors: Sequence[MeritLine]
    unit_names: Mapping[int, str]
    author_names: Mapping[int, str]
    has_points: bool


def merit_list(school: School, period: Period, now: datetime.datetime | None = None) -> MeritList:
    """The facts of every unit and author in a period, by the charter in force at its end."""
    facts = facts_of(school, period, now)
    weights = rules_at(school, bounds_of(period, now).until).merit_points
    units = unit_lines(facts.items, facts.duties, facts.quotas, weights)
    authors = author_lines(facts.items, facts.duties, weights)
    return MeritList(
        units=units,
        authors=authors,
        unit_names={line.owner_id: key_title(key_of(Part.UNIT, line.owner_id), facts.names) for line in units},
        author_names=_names([line.owner_id for line in authors]),
        has_points=has_points(weights),
    )


def _names(ids: Sequence[int]) -> dict[int, str]:
    """Names of accounts; an account that is gone keeps its number."""
    known = {user.pk: user.get_full_name() for user in User.objects.filter(pk__in=ids)}
    return {pk: known.get(pk) or str(REMOVED_ACCOUNT) % {"number": pk} for pk in ids}


def merit_tables(merit: MeritList) -> tuple[Table, Table]:
    """The list as two tables, units and authors; points and bands only where the charter has any."""
    return (
        _table("merit_units", _("Units"), _("Unit"), merit.units, merit.unit_names, merit.has_points),
        _table("merit_authors", _("Authors"), _("Author"), merit.authors, merit.author_names, merit.has_points),
    )


def _table(
    code: str, caption: str, who: str, lines: Sequence[MeritLine], names: Mapping[int, str], with_points: bool
) -> Table:
    columns = [
        Column(who),
        Column(_("Months that counted"), Kind.COUNT),
        Column(_("Months met"), Kind.COUNT),
        Column(_("Share on time"), Kind.SHARE),
        Column(_("Items posted"), Kind.COUNT),
        Column(_("Items on the theme of a month"), Kind.COUNT),
        Column(_("Overdue"), Kind.COUNT),
        Column(_("Refused as untrue"), Kind.COUNT),
        Column(_("Taken down for a fault"), Kind.COUNT),
    ]
    if with_points:
        columns += [Column(_("Points"), Kind.HOURS), Column(_("Band"))]
    rows = [_row(line, names, with_points) for line in lines]
    return Table(code, caption, tuple(columns), tuple(rows))


def _row(line: MeritLine, names: Mapping[int, str], with_points: bool) -> tuple[Value, ...]:
    facts: tuple[Value, ...] = (
        names[line.owner_id],
        line.months,
        line.months_met,
        share(line.on_time, line.judged).value,
        line.items,
        line.topical,
        line.overdue,
        line.untrue,
        line.fault,
    )
    if not with_points:
        return facts
    return (*facts, line.points, choices.label(BANDS, line.band) if line.band else "")
