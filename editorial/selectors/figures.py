"""The figures of a school's period, from the ledger and the records, in a fixed number of queries."""

from __future__ import annotations

import datetime

from editorial.reports.paper import Table
from editorial.rules.figure_terms import Compared, Comparison, FigureCode, Part, ReportFigures, Step, key_of
from editorial.rules.figures import figures
from editorial.rules.periods import Period, before, parse_period, year_ago
from editorial.selectors.figure_facts import bounds_of, facts_of, first_line_at
from editorial.selectors.figure_rows import table_behind
from editorial.selectors.records import rules_in_force
from school.models import School
from school.selectors import school_years

HEADLINES: tuple[tuple[str, str], ...] = (
    (FigureCode.HANDED_IN, ""),
    (FigureCode.POSTED, ""),
    (FigureCode.RETURNED, ""),
    (FigureCode.REFUSED, ""),
    (FigureCode.TAKEN_DOWN, ""),
    (FigureCode.ON_TIME_RATE, ""),
    (FigureCode.QUOTA_RATE, ""),
    (FigureCode.HOURS_MEDIAN, key_of(Part.STAGE, Step.WHOLE.value)),
)


def report_figures(school: School, period: Period, now: datetime.datetime | None = None) -> ReportFigures:
    """The figures of `period` as they stood at its end; at `now` (the present) while it runs.

    What happens to an item after the period never changes them. The same number of queries
    however many rows there are.
    """
    return figures(facts_of(school, period, now), period)


def headline_comparison(school: School, period: Period, now: datetime.datetime | None = None) -> Comparison:
    """The headline figures beside the period before and the same one a year ago.

    A period that ended before the school's first ledger line has nothing to compare with.
    """
    return compared(report_figures(school, period, now), school, period, now)


def compared(
    counted: ReportFigures, school: School, period: Period, now: datetime.datetime | None = None
) -> Comparison:
    """The same for figures that were counted already."""
    years, cutoff = school_years(school), rules_in_force(school).report_cutoff_day
    first = first_line_at(school)
    earlier, last_year = before(period, years, cutoff), year_ago(period, years, cutoff)
    found_before = _if_kept(school, earlier, first, now)
    found_then = found_before if earlier == last_year else _if_kept(school, last_year, first, now)
    rows = [
        Compared(
            code,
            counted.of(code, key).value,
            found_before.of(code, key).value if found_before else None,
            found_then.of(code, key).value if found_then else None,
            key,
        )
        for code, key in HEADLINES
    ]
    return Comparison(
        tuple(rows),
        found_before.period if found_before else None,
        found_then.period if found_then else None,
    )


def _if_kept(
    school: School, period: Period | None, first: datetime.datetime | None, now: datetime.datetime | None
) -> ReportFigures | None:
    """The figures of an earlier period, where a ledger was kept by its end."""
    if period is None or first is None or bounds_of(period, now).until <= first:
        return None
    return report_figures(school, period, now)


def rows_behind(
    school: School, period: Period, code: str, key: str = "", now: datetime.datetime | None = None
) -> Table:
    """The rows behind a figure: who, what, when. As many rows as a count counts, or its denominator.

    The first column is the number of the item's record, None where there is no item, for a link to
    its review page. Raises KeyError for a code that is not in `figure_terms.CODES`.
    """
    return table_behind(facts_of(school, period, now), FigureCode.__members__[code.upper()], key)


def period_named(school: School, key: str) -> Period:
    """The period of a key by the school's terms and the charter's cut-off day. Raises PeriodError."""
    return parse_period(key, school_years(school), rules_in_force(school).report_cutoff_day)
