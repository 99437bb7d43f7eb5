"""Measure the figures of a report over a long ledger: time against a tenth of it, queries, memory.

    python bench/report_figures.py [LINES]

Works in a database of its own that is dropped at the end. The numbers that count are ratios within
one run: ten times the lines should cost about ten times as long, in the same number of queries.
"""

from __future__ import annotations

import datetime
import os
import resource
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
LINES, STEPS = 50_000, 6
LIMIT_MB = 300
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
os.environ.setdefault("PORTAL_TEST_DB", "bench_figures")


def main(lines: int) -> int:
    """Fill, count, print; 1 when memory or queries are over the limit."""
    django.setup()
    from django.db import connection  # the apps are ready only now

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return measure(lines)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def measure(lines: int) -> int:
    """A tenth of the lines first, then the rest."""
    from editorial.rules.periods import between, month
    from tests.factories.school import found_test_school

    school = found_test_school()
    year = between(datetime.date(2024, 9, 1), datetime.date(2025, 5, 31))
    fill(school, 1, lines // 10 // STEPS)
    few = count(school, year)
    fill(school, lines // 10 // STEPS + 1, lines // STEPS)
    many = count(school, year)
    one_month = count(school, month(2025, 3))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{lines // 10} lines: {few['seconds']:.2f} s, {few['queries']} queries, {few['posted']} items posted")
    print(f"{lines} lines: {many['seconds']:.2f} s, {many['queries']} queries, {many['posted']} items posted")
    print(f"one month of {lines} lines: {one_month['seconds']:.2f} s, {one_month['queries']} queries")
    print(f"ten times the lines cost {many['seconds'] / few['seconds']:.1f} times as long")
    print(f"allocated at most {many['megabytes']:.0f} MB while counting; the process held {peak:.0f} MB at most")
    is_good = few["queries"] == many["queries"] and peak < LIMIT_MB and many["posted"] == lines // STEPS
    print("within limits" if is_good else f"OVER THE LIMIT ({LIMIT_MB} MB, the same number of queries)")
    return 0 if is_good else 1


def count(school: Any, period: Any) -> dict[str, Any]:
    """One counting: timed and its queries counted without tracing; memory traced in a second one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from editorial.selectors.figures import report_figures

    now = datetime.datetime(2025, 12, 1, tzinfo=datetime.UTC)
    report_figures(school, period, now)
    with CaptureQueriesContext(connection) as queries:
        began = time.perf_counter()
        figures = report_figures(school, period, now)
        seconds = time.perf_counter() - began
    tracemalloc.start()
    report_figures(school, period, now)
    megabytes = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return {
        "seconds": seconds,
        "queries": len(queries),
        "posted": figures.count("posted"),
        "megabytes": megabytes,
    }


def fill(school: Any, first: int, last: int) -> None:
    """Items `first` to `last`, each with its page, record and six lines through the chain."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale, Page

    from editorial.models import EditorialRecord, LedgerEntry
    from school.models import Unit

    units = list(Unit.objects.filter(school=school).order_by("pk"))
    sort, locale = ContentType.objects.get_for_model(Page), Locale.get_default()
    numbers = range(first, last + 1)
    Page.objects.bulk_create(
        [
            Page(
                title=f"Bài {number}",
                slug=f"bai-{number}",
                path=f"0001ZZ{number:06d}"[:12],
                depth=3,
                content_type=sort,
                locale=locale,
                live=True,
            )
            for number in numbers
        ],
        batch_size=500,
    )
    pages = dict(Page.objects.filter(slug__startswith="bai-").values_list("slug", "pk"))
    EditorialRecord.objects.bulk_create(
        [
            EditorialRecord(
                school=school,
                page_id=pages[f"bai-{number}"],
                unit=units[number % len(units)],
                title=f"Bài {number}",
                work_state="published",
                public_state="posted",
            )
            for number in numbers
        ],
        batch_size=500,
    )
    records = dict(EditorialRecord.objects.values_list("page_id", "pk"))
    rows = (
        LedgerEntry(seq=seq, school_id=school.pk, prev="", hash=f"{seq:064d}", **line)
        for number in numbers
        for seq, line in lines_of(number, records[pages[f"bai-{number}"]], units[number % len(units)])
    )
    LedgerEntry.objects.bulk_create(rows, batch_size=500)


def lines_of(number: int, record_id: int, unit: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    """One item's way through the chain, spread over a school year."""
    began = datetime.datetime(2024, 9, 2, 2, tzinfo=datetime.UTC) + datetime.timedelta(minutes=41 * (number % 9000))
    facts = {"unit": unit.pk, "unit_name": unit.name, "class": "ordinary", "category": "tin", "category_name": "Tin"}
    acts = (
        ("hand_in", None),
        ("claim", None),
        ("forward", "deputy"),
        ("approve", "head"),
        ("approve", "posting"),
        ("post", None),
    )
    for step, (verb, stage) in enumerate(acts):
        yield (
            1_000_000 + number * STEPS + step,
            {
                "action": f"editorial.{verb}",
                "at": began + datetime.timedelta(hours=3 * step),
                "actor_id": 1 + number % 9,
                "record_id": record_id,
                "payload": {**facts, "round": 1, "next_stage": stage},
            },
        )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else LINES))
