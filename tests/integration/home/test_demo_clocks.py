"""The demonstration's events: every verdict, state and quota is there, whatever day it is loaded on (A19, A69, A70)."""

from __future__ import annotations

import calendar
import dataclasses
import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localdate

from editorial.actions.reminding import remind
from editorial.models import Duty, EditorialRecord, Event, LedgerEntry, OutboxMessage, PlannedItem, Theme
from editorial.rules.duties import DutyState
from editorial.rules.events import DueCause
from editorial.rules.quotas import QuotaState
from editorial.rules.verdicts import LATE, Verdict
from editorial.selectors.clocks import DutyRow, duty_rows
from editorial.selectors.quotas import quota_table
from home import actions as founding
from home.actions import CHARTERS
from home.demo import BUNDLES
from home.demo import school as demo_school
from home.demo.plans import DemoPlanned
from home.demo.schema import DemoArticle, DemoBundle, Pace, Paragraph
from home.demo.themes import months_around
from news.models import Category, EventPage
from school.models import School
from tests.factories.board import change_charter
from tests.factories.evidence import all_faults

pytestmark = pytest.mark.django_db

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
SHOWN = {"ung-xu-mang", "hien-sach", "ngay-phap-luat"}
NOWS = {
    "a Saturday before a day off": datetime.datetime(2026, 11, 21, 11, 5, tzinfo=HANOI),
    "a Monday": datetime.datetime(2026, 10, 12, 9, 40, tzinfo=HANOI),
    "a Sunday, the first of a month after a short one": datetime.datetime(2026, 3, 1, 16, 0, tzinfo=HANOI),
    "the 31st": datetime.datetime(2026, 3, 31, 8, 0, tzinfo=HANOI),
    "a night of Tết": datetime.datetime(2026, 2, 18, 1, 30, tzinfo=HANOI),
}

WITH_REGISTER = NOWS["a night of Tết"]
"""The documents take their time; one day out of five is loaded with them."""


def cut(bundle: DemoBundle) -> DemoBundle:
    """What the clocks need: articles that lose time and a few more, without pictures, and the plans about them."""
    articles = tuple(plain(row) for row in bundle.articles if row.pace is not Pace.SWIFT or row.key in SHOWN)
    kept = {"", *(row.key for row in articles)}
    diary = bundle.diary
    plans = {name: written(getattr(diary, name).planned, kept) for name in ("term_theme", "year_theme")}
    themes = {name: dataclasses.replace(getattr(diary, name), planned=planned) for name, planned in plans.items()}
    diary = dataclasses.replace(diary, planned=written(diary.planned, kept), **themes)
    return dataclasses.replace(bundle, articles=articles, notices=(), diary=diary)


def written(planned: tuple[DemoPlanned, ...], kept: set[str]) -> tuple[DemoPlanned, ...]:
    """The plans that came to nothing yet, and those about articles that are kept."""
    return tuple(row for row in planned if row.article in kept)


def plain(article: DemoArticle) -> DemoArticle:
    """The article with its first paragraph only."""
    text = next(block for block in article.blocks if isinstance(block, Paragraph))
    return dataclasses.replace(article, blocks=(text,))


def loaded(country: str, now: datetime.datetime, monkeypatch: pytest.MonkeyPatch) -> School:
    """The demonstration, cut, as it is at `now`; see `WITH_REGISTER`."""
    monkeypatch.setattr(demo_school, "demo_school", lambda country: cut(BUNDLES[country]))
    if now != WITH_REGISTER:
        monkeypatch.setattr(demo_school, "enter_register", lambda *args: None)
    Category.objects.all().delete()
    return demo_school.load(country, now, lambda line: None)


def rows_shown(school: School, now: datetime.datetime) -> list[DutyRow]:
    """The duties of last month, this month and the next."""
    months = months_around(now.date())
    return duty_rows(school, now, first=months[0][0], last=months[-1][1])


@pytest.mark.parametrize("name", NOWS)
def test_vietnamese_demo__shows_all_there_is(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A19, A69, A70: three months with every verdict, every state and quotas met, short and open."""
    now, before = NOWS[name], LedgerEntry.objects.count()

    school = loaded("vn", now, monkeypatch)

    rows = rows_shown(school, now)
    assert {row.verdict for row in rows} == set(Verdict)
    assert {row.state for row in rows} == set(DutyState)
    months = [(first.year, first.month) for first, _last in months_around(now.date())]
    usages = {usage.state for line in quota_table(school, months, now) for usage in line.usages}
    assert usages >= {QuotaState.MET, QuotaState.SHORT, QuotaState.OPEN}
    assert has_the_odd_ones()
    assert counts_for_the_month_before(school, now)
    assert month_of_today_has_plans(now)
    assert nothing_is_left_to_say(school, now)
    assert late_items_are_posted()
    assert not LedgerEntry.objects.filter(at__gt=now, seq__gt=before).exists()
    assert all_faults() == []


def late_items_are_posted() -> bool:
    """Late items are published all the same; the verdict only feeds the report."""
    late = Duty.objects.filter(verdict__in=LATE)
    return {duty.verdict for duty in late} == LATE and all(duty.record.page.live for duty in late)


def has_the_odd_ones() -> bool:
    """An event that was moved, one of the weekly schedule, one before the public, one that nobody is named for."""
    moved = [line["why"] for duty in Duty.objects.all() for line in duty.due_history]
    assert moved.count(DueCause.EVENT_MOVED) == 1
    assert Event.objects.filter(source=Event.Source.SCHEDULE).exclude(uid="").count() == 1
    assert EventPage.objects.live().count() == 2
    assert Duty.objects.filter(unit=None, writer=None).count() == 1
    return EditorialRecord.objects.exclude(co_units=None).exclude(event=None).exists()


def counts_for_the_month_before(school: School, now: datetime.datetime) -> bool:
    """The item handed in on a month's last day and posted after it."""
    record = EditorialRecord.objects.get(page__slug="chong-chong-giay")
    given, posted = localdate(record.first_handed_in_at), localdate(record.first_published_at)
    assert given.day == calendar.monthrange(given.year, given.month)[1]
    assert posted == given + datetime.timedelta(days=2)
    months = [(day.year, day.month) for day in (given, posted)]
    [line] = quota_table(school, months, now, [record.unit_id])
    return [usage.published for usage in line.usages] == [1, 0]


def month_of_today_has_plans(now: datetime.datetime) -> bool:
    """Themes of the month, the term and the year, some of their plans already written."""
    themes = Theme.objects.filter(starts_on__lte=now.date(), ends_on__gte=now.date())
    assert themes.count() >= 2
    planned = PlannedItem.objects.all()
    return planned.filter(record=None).exists() and planned.exclude(record=None).exists()


def nothing_is_left_to_say(school: School, now: datetime.datetime) -> bool:
    """A32: the reminders of the past were sent on their days; the first run sends no flood."""
    assert OutboxMessage.objects.filter(kind="duty_overdue").exists()
    return list(remind(school, now)) == []


def test_russian_demo__follows_its_own_duty_table(cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A70: author, deputy of the field, director; late items, one nobody wrote about, one still open."""
    now = datetime.datetime(2026, 1, 15, 10, 0, tzinfo=HANOI)
    School.objects.update(country="ru", language="ru")
    change_charter(cast, **CHARTERS["ru"])
    monkeypatch.setitem(founding.SECTIONS, "ru", founding.SECTIONS["vn"])  # those that are there

    school = loaded("ru", now, monkeypatch)

    verdicts = {row.verdict for row in rows_shown(school, now)}
    assert verdicts >= {Verdict.NO_ITEM, Verdict.OPEN} | (LATE - {Verdict.LATE_POSTING})
    assert list(remind(school, now)) == []
    assert all_faults() == []
