"""A small school with a full board."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

from editorial.actions.board import appoint
from editorial.actions.groups import sync_groups
from home.actions import SchoolDetails, UnitDetails, found_school
from news.models import Category
from school.models import School, Unit, UnitMembership, User

SINCE = datetime.date(2023, 9, 22)
DECISION = "198/QĐ-THPT"
UNITS = (
    ("toan", "subject_group"),
    ("van", "subject_group"),
    ("doan", "youth_union"),
    ("vanphong", "office_group"),
    ("bbt", "editorial_board"),
)
BELONGS = {
    "toan": ("toan", "editor1"),
    "van": ("van", "editor2"),
    "doan": ("doan",),
    "vanphong": ("vanphong",),
    "bbt": ("secretary", "head", "deputy1", "deputy2"),
}
NAMES = (
    "head",
    "deputy1",
    "deputy2",
    "secretary",
    "editor1",
    "editor2",
    "admin",
    "toan",
    "van",
    "doan",
    "vanphong",
)


def found_test_school(country: str = "vn") -> School:
    """A school with one unit of each sort, an editor for two of them, and everybody appointed."""
    now = datetime.datetime(2023, 9, 22, 8, tzinfo=datetime.UTC)
    details = SchoolDetails("Trường THPT Thử", "THPT Thử", country, {"vn": "vi", "ru": "ru"}[country])
    school = found_school(details, tuple(UnitDetails(code, f"Tổ {code}", code, kind) for code, kind in UNITS), now)
    people = {name: _person(name) for name in NAMES}
    units = {unit.code: unit for unit in Unit.objects.filter(school=school)}
    for code, names in BELONGS.items():
        for name in names:
            UnitMembership.objects.create(user=people[name], unit=units[code], starts_on=SINCE)
    _appoint(school, people, units)
    Category.objects.create(name="Tin hoạt động", slug="tin")
    sync_groups(school, datetime.date.today())
    return school


def _person(name: str) -> User:
    user = User(
        username=name,
        full_name=f"Ông {name}",
        email=f"{name}@example.org",
        is_superuser=name == "admin",
        is_staff=name == "admin",
    )
    user.set_password("demo")
    user.save()
    return user


def _appoint(school: School, people: dict[str, User], units: dict[str, Unit]) -> None:
    posts = (
        ("deputy1", "deputy", {"is_content_deputy": True, "units": list(units.values())}),
        ("deputy2", "deputy", {}),
        ("secretary", "secretary", {}),
        ("editor1", "editor", {"units": [units["toan"], units["doan"]]}),
        ("editor2", "editor", {"units": [units["van"]]}),
        ("head", "head", {}),
    )
    for name, post, details in posts:
        appoint(
            school=school,
            is_founding=True,
            user=people["head"],
            person=people[name],
            post=post,
            decision_number=DECISION,
            decided_on=SINCE,
            starts_on=SINCE,
            **details,
        )


def cast_of(school: School) -> SimpleNamespace:
    """Everybody by account name, and the units under `unit`."""
    people = {user.username: user for user in User.objects.filter(username__in=NAMES)}
    units = SimpleNamespace(**{unit.code: unit for unit in Unit.objects.filter(school=school)})
    return SimpleNamespace(**people, unit=units, school=school)
