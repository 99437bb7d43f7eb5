"""Founds the demonstration school: units, people, posts, categories; then every item walks."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from django.utils import timezone

from editorial.actions.board import appoint
from editorial.actions.calendar import confirm_year, load_years
from editorial.actions.groups import sync_groups
from editorial.actions.reminding import remind
from editorial.models import Event
from editorial.selectors.records import rules_in_force
from home.actions import SchoolDetails, UnitDetails, found_school
from home.demo import DOCUMENTS, JOURNALS, RESOURCES, WORKS, demo_school
from home.demo.acquainting import ask_to_read
from home.demo.documents import release_demo_documents
from home.demo.events import ONE_DAY, Diary
from home.demo.fates import walk_to_fate
from home.demo.journal import open_demo_journal
from home.demo.plans import DemoEvent
from home.demo.reports import report_so_far
from home.demo.schema import DemoBundle
from home.demo.themes import enter_themes
from home.demo.walking import Announcing, Stage, Walk, release_demo_notice, waking
from home.demo.works import enter_demo_works
from news.models import Category
from school.models import ConsentEntry, School, Unit, UnitMembership, User
from school.rules.years import years_around

PASSWORD = "demo"
KINDS = {"office": "office_group", "board": "editorial_board"}
TERM_DAYS = 720
REMINDED_DAYS = 35


def load(country: str, now: datetime.datetime, report: Callable[[str], None]) -> School:
    """Found the demo school of `country` and walk all its items; raises nothing is left half done."""
    bundle = demo_school(country)
    now = timezone.localtime(now)
    details = SchoolDetails(**{name: getattr(bundle.school, name) for name in SchoolDetails.__slots__})
    units = tuple(
        UnitDetails(unit.code, unit.name, unit.short_name, KINDS.get(unit.kind, unit.kind)) for unit in bundle.units
    )
    school = found_school(details, units, now)
    people = _people(bundle)
    by_code = {unit.code: unit for unit in Unit.objects.filter(school=school)}
    _belong(bundle, people, by_code, now.date())
    _appoint(bundle, school, people, by_code, now)
    for order, category in enumerate(bundle.categories):
        Category.objects.get_or_create(slug=category.slug, defaults={"name": category.name, "sort_order": order})
    _consents(school, now.date())
    _calendar(school, people["secretary"], now)
    sync_groups(school, now.date())
    diary = Diary(school, by_code, people["deputy1"], waking(now).date(), now)
    stage = Stage(people, by_code, _editors(bundle), now, rules_in_force(school).has_editing_stage, diary)
    enter_register(country, stage, school)
    records = _walk_all(bundle, stage, report)
    _fill_diary(bundle, stage)
    enter_themes(bundle.diary, diary, records)
    _remind_so_far(school, now)
    report_so_far(school, people, now)
    return school


def enter_register(country: str, stage: Stage, school: School) -> None:
    """Documents, the journal's section, a call for acquaintance and the repository."""
    documents = release_demo_documents(DOCUMENTS[country], stage, school)
    open_demo_journal(JOURNALS[country], documents, stage, school)
    ask_to_read(country, documents, stage)
    enter_demo_works(WORKS[country], RESOURCES[country], stage, school)


def _people(bundle: DemoBundle) -> dict[str, User]:
    people = {}
    for person in bundle.people:
        user, made = User.objects.get_or_create(
            username=person.username,
            defaults={
                "full_name": person.full_name,
                "job_title": person.job_title,
                "email": person.email,
                "is_superuser": person.is_superuser,
                "is_staff": person.is_superuser,
            },
        )
        if made:
            user.set_password(PASSWORD)
            user.save()
        people[person.username] = user
    return people


def _belong(bundle: DemoBundle, people: dict[str, User], units: dict[str, Unit], today: datetime.date) -> None:
    since = today - datetime.timedelta(days=TERM_DAYS)
    for person in bundle.people:
        if person.unit:
            _join(people[person.username], units[person.unit], since)
    for unit in bundle.units:
        for name in (unit.head, *unit.members):
            _join(people[name], units[unit.code], since)
        units[unit.code].head = people[unit.head]
        units[unit.code].save(update_fields=["head"])


def _join(user: User, unit: Unit, since: datetime.date) -> None:
    UnitMembership.objects.get_or_create(user=user, unit=unit, defaults={"starts_on": since})


def _appoint(
    bundle: DemoBundle,
    school: School,
    people: dict[str, User],
    units: dict[str, Unit],
    now: datetime.datetime,
) -> None:
    """The head last: while nobody is head the founding decision appoints everybody."""
    for row in sorted(bundle.appointments, key=lambda row: row.post == "head"):
        decided_on = now.date() - datetime.timedelta(days=row.decided_on)
        appoint(
            school=school,
            is_founding=True,
            user=people["head"],
            person=people[row.username],
            post=row.post,
            decision_number=row.decision_number,
            decided_on=decided_on,
            starts_on=decided_on,
            is_content_deputy=row.is_content_deputy,
            units=[units[code] for code in row.units],
            at=now,
        )


def _editors(bundle: DemoBundle) -> dict[str, str]:
    """Who looks after which unit: editors by the unit's code, deputies by "deputy:" and the code."""
    looked_after = {}
    for row in bundle.appointments:
        for code in row.units:
            key = code if row.post == "editor" else f"deputy:{code}"
            looked_after[key] = row.username
    return looked_after


def _consents(school: School, today: datetime.date) -> None:
    year = today.year if today.month >= 8 else today.year - 1
    for name in ("10A1", "11A2", "12A3"):
        ConsentEntry.objects.get_or_create(
            school=school,
            class_name=name,
            school_year=f"{year}-{year + 1}",
            defaults={"reference": f"HS-{name}", "given_on": today - datetime.timedelta(days=60)},
        )


def _calendar(school: School, secretary: User, now: datetime.datetime) -> None:
    """The tables around today; the secretary has looked through this year's and the last one's."""
    load_years(school=school, user=None, years=years_around(now.date()), at=now)
    for year in (now.year - 1, now.year):
        confirm_year(school=school, user=secretary, year=year, at=now)


def _walk_all(bundle: DemoBundle, stage: Stage, report: Callable[[str], None]) -> dict[str, int]:
    """Walk every article; the items by the keys of their articles."""
    records = {}
    articles = sorted(bundle.articles, key=lambda article: -article.days_ago)
    for number, article in enumerate(articles, start=1):
        walk = Walk(stage, article)
        walk_to_fate(walk)
        records[article.key] = walk.record_id
        if article.event and walk.event:
            _announce(stage, article.event, walk.event, article.unit)
        if number % 10 == 0:
            report(f"{number}/{len(articles)}")
    for notice in bundle.notices[:1]:
        release_demo_notice(stage, notice, stage.units["bbt"], "deputy1")
    return records


def _fill_diary(bundle: DemoBundle, stage: Stage) -> None:
    """The events nobody has written about; what the public is to know of passes the chain."""
    for plan in bundle.diary.events:
        _announce(stage, plan, stage.diary.enter(plan), plan.assigned_to)


def _announce(stage: Stage, plan: DemoEvent, event: Event, unit: str) -> None:
    if plan.announced:
        Announcing(stage, plan, event, unit).publish()


def _remind_so_far(school: School, now: datetime.datetime) -> None:
    """Every reminder of the last weeks, on its own morning: the portal's first run has nothing to catch up."""
    mornings = (
        now.replace(hour=7, minute=30, second=0, microsecond=0) - ONE_DAY * days
        for days in range(REMINDED_DAYS, -1, -1)
    )
    for morning in (*(morning for morning in mornings if morning < now), now):
        for _said in remind(school, morning):
            pass
