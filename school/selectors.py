"""Who and what the school is on a given day."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable

from django.db.models import Prefetch
from wagtail.models import Site

from school.models import (
    Absence,
    BoardAppointment,
    CalendarDay,
    CalendarYear,
    ConsentEntry,
    School,
    SchoolYear,
    Term,
    Unit,
    UnitMembership,
    User,
)
from school.rules.calendar import WorkingWeek
from school.rules.years import TermDates, YearDates

POST_ORDER = [post.value for post in BoardAppointment.Post]


@dataclasses.dataclass(frozen=True, slots=True)
class BoardMember:
    """A line of the public board page (Đ5.2)."""

    user_id: int
    post: str
    post_label: str
    is_content_deputy: bool
    name: str
    job_title: str
    decision_number: str
    decided_on: datetime.date
    starts_on: datetime.date
    ends_on: datetime.date | None


def current_school() -> School | None:
    """The school of the default site; None before `setup_school` has run."""
    return School.objects.select_related("site").order_by("-site__is_default_site", "pk").first()


def school_of_site(site: Site) -> School | None:
    """The school that a Wagtail site belongs to."""
    return School.objects.filter(site=site).first()


def board_members(school: School, on: datetime.date) -> list[BoardMember]:
    """Everybody who holds a post on the day `on`: head, deputies, secretaries, editors."""
    appointments = BoardAppointment.objects.in_force(on).filter(school=school).select_related("user")
    rows = [_board_member(appointment) for appointment in appointments]
    return sorted(rows, key=lambda row: (POST_ORDER.index(row.post), not row.is_content_deputy))


def _board_member(appointment: BoardAppointment) -> BoardMember:
    return BoardMember(
        user_id=appointment.user_id,
        post=appointment.post,
        post_label=appointment.get_post_display(),
        is_content_deputy=appointment.is_content_deputy,
        name=appointment.user.get_full_name(),
        job_title=appointment.user.job_title,
        decision_number=appointment.decision_number,
        decided_on=appointment.decided_on,
        starts_on=appointment.starts_on,
        ends_on=appointment.ends_on,
    )


def accountable_person(school: School, on: datetime.date) -> BoardMember | None:
    """Who answers for content and data: the head in office (Đ7.2, Đ13.3)."""
    return next((row for row in board_members(school, on) if row.post == BoardAppointment.Post.HEAD), None)


def people_in_post(school: School, posts: Iterable[str], on: datetime.date) -> list[User]:
    """Active people who hold one of `posts` on the day `on`, each once."""
    return list(
        User.objects.filter(
            is_active=True,
            pk__in=BoardAppointment.objects.in_force(on).filter(school=school, post__in=list(posts)).values("user_id"),
        ).order_by("pk")
    )


def units_of(user: User, on: datetime.date) -> list[Unit]:
    """Units a person belongs to on the day `on`, the headed ones first."""
    memberships = UnitMembership.objects.in_force(on).filter(user=user).values("unit_id")
    units = Unit.objects.filter(is_active=True, pk__in=memberships)
    return sorted(units, key=lambda unit: (unit.head_id != user.pk, unit.sort_order, unit.pk))


def unit_members(unit: Unit, on: datetime.date) -> list[User]:
    """Active people of a unit on the day `on`."""
    memberships = UnitMembership.objects.in_force(on).filter(unit=unit).values("user_id")
    return list(User.objects.filter(is_active=True, pk__in=memberships).order_by("pk"))


def editor_of_unit(unit: Unit, on: datetime.date) -> User | None:
    """The editor who looks after the unit and is not away; None when there is nobody."""
    appointments = (
        BoardAppointment.objects.in_force(on)
        .filter(post=BoardAppointment.Post.EDITOR, units=unit, user__is_active=True)
        .exclude(user__in=Absence.objects.in_force(on).values("user_id"))
        .select_related("user")
    )
    first = appointments.first()
    return first.user if first else None


def is_absent(user: User, on: datetime.date) -> bool:
    """Whether a person is registered as away on the day `on`."""
    return Absence.objects.in_force(on).filter(user=user).exists()


def working_week(school: School) -> WorkingWeek:
    """The school's week with all its days off, closures and swapped working days.

    One query: whoever reckons with many dates reads it once and passes it on.
    """
    days: dict[str, set[datetime.date]] = {kind: set() for kind in CalendarDay.Kind.values}
    for day, kind in CalendarDay.objects.filter(school=school).values_list("day", "kind"):
        days[kind].add(day)
    return WorkingWeek(
        weekly_days_off=frozenset(school.weekly_days_off or (6, 7)),
        days_off=frozenset(days[CalendarDay.Kind.DAY_OFF]),
        working_days=frozenset(days[CalendarDay.Kind.WORKING_DAY]),
    )


def unconfirmed_years(school: School, days: Iterable[datetime.date]) -> list[int]:
    """Years among these days whose table nobody on the board has confirmed, or that has no table."""
    years = {day.year for day in days}
    confirmed = CalendarYear.objects.filter(school=school, year__in=years, is_confirmed=True)
    return sorted(years - set(confirmed.values_list("year", flat=True)))


def school_years(school: School) -> list[YearDates]:
    """The school years that were set up, with their terms; two queries."""
    return [year_dates(year) for year in SchoolYear.objects.filter(school=school).prefetch_related("terms")]


def year_dates(year: SchoolYear) -> YearDates:
    """A school year as the rules see it."""
    return YearDates(year.name, year.starts_on, year.ends_on, tuple(term_dates(term) for term in year.terms.all()))


def term_dates(term: Term) -> TermDates:
    """A term as the rules see it."""
    return TermDates(term.number, term.name, term.starts_on, term.ends_on)


def consents_in_force(school: School, on: datetime.date) -> list[ConsentEntry]:
    """Classes whose parents agreed to pictures and have not withdrawn by the day `on`."""
    return list(ConsentEntry.objects.filter(school=school, given_on__lte=on).exclude(withdrawn_on__lte=on))


def appointments_with_units(user_ids: Iterable[int], on: datetime.date) -> list[BoardAppointment]:
    """The posts of these people on the day `on`, with the units each looks after."""
    return list(
        BoardAppointment.objects.in_force(on)
        .filter(user__in=list(user_ids))
        .prefetch_related(Prefetch("units", queryset=Unit.objects.only("pk")))
    )
