"""Whatever the public site shows raises the generation, by whatever door it is written."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth import user_logged_in
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from core.models import Generation
from documents.models import DocumentLink
from editorial.models import Event
from news.models import Category
from portal.page_cache.watching import QUIET, QUIET_COLUMNS, QUIET_INSERTS
from school.models import BoardAppointment, School, Unit, User
from tests.factories import items
from tests.factories.reports import reported, send

pytestmark = pytest.mark.django_db

CHANGES: dict[str, Callable[[SimpleNamespace], object]] = {
    "a category": lambda _cast: Category.objects.update(name="Tin khác"),
    "a new category": lambda _cast: Category.objects.create(name="Tin mới", slug="moi"),
    "the order of categories": lambda _cast: Category.objects.bulk_update([*Category.objects.all()], ["sort_order"]),
    "the school's telephone": lambda _cast: School.objects.update(phone="0900"),
    "a unit's name": lambda cast: Unit.objects.filter(pk=cast.unit.toan.pk).update(name="Tổ Toán – Tin"),
    "a person's name": lambda cast: User.objects.filter(pk=cast.head.pk).update(full_name="Bà Hiệu trưởng"),
    "an appointment": lambda _cast: BoardAppointment.objects.update(ends_on=datetime.date(2026, 1, 1)),
    "the menu": lambda _cast: Page.objects.filter(depth=3).update(show_in_menus=False),
    "the site's address": lambda _cast: Site.objects.update(hostname="truong.example"),
    "a cancelled event": lambda _cast: Event.objects.update(cancelled_at=None),
    "a link of documents": lambda _cast: DocumentLink.objects.update(clauses="1"),
    "a picture's caption": lambda _cast: get_image_model().objects.update(title="Sân trường"),
    "plain SQL": lambda _cast: connection.cursor().execute("UPDATE news_category SET name = 'X'"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_change__of_what_the_public_site_shows_raises_the_generation(name: str, cast: SimpleNamespace) -> None:
    """Issue 4, "at once": no door is forgotten, `update()` and plain SQL included."""
    before = Generation.current()

    CHANGES[name](cast)

    assert Generation.current() > before


def test_change__that_is_rolled_back_raises_nothing(cast: SimpleNamespace) -> None:
    before = Generation.current()

    with transaction.atomic():
        Category.objects.update(name="Tin khác")
        transaction.set_rollback(True)

    assert Generation.current() == before


def test_reading_the_site__raises_nothing(cast: SimpleNamespace) -> None:
    """Also not the first time, when the sizes of pictures are made."""
    record = items.published(cast, pictures=[items.picture(cast.toan, cast.unit.toan)])
    before, address = Generation.current(), Page.objects.get(pk=record.page_id).url

    for place in ("/", address, "/tin-tuc/", f"/bao-cao-trang/{record.page_id}/", "/theo-doi/"):
        assert Client().get(place).status_code == 200

    assert Generation.current() == before


def test_work_in_the_back_office__that_nobody_outside_sees_raises_nothing(cast: SimpleNamespace) -> None:
    """Signing in, the desk, and what visitors send leave every page in memory: nobody empties it at will."""
    record = items.published(cast)
    before = Generation.current()

    browser = Client()
    assert browser.login(username="toan", password="demo")
    user_logged_in.send(User, user=cast.toan, request=None)
    assert browser.get("/admin/").status_code == 200
    reported(record)
    send(record)

    assert Generation.current() == before


def test_periodic_work__that_finds_nothing_due_raises_nothing(cast: SimpleNamespace) -> None:
    """It runs every minute."""
    call_command("run_periodic", verbosity=0)
    before = Generation.current()

    call_command("run_periodic", verbosity=0)

    assert Generation.current() == before


def test_quiet_tables__are_tables_and_the_columns_are_theirs() -> None:
    """A row that names nothing is a promise about nothing."""
    tables = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    beside = {"django_migrations", "django_tasks_db_dbtaskresult"}

    assert (QUIET | QUIET_INSERTS | set(QUIET_COLUMNS)) - set(tables) <= beside
    for table, columns in QUIET_COLUMNS.items():
        assert columns <= {field.column for field in tables[table]._meta.fields}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="one writer at a time has one row")
def test_generation__is_one_row_on_sqlite(cast: SimpleNamespace) -> None:
    for _ in range(3):
        Generation.bump()

    assert list(Generation.objects.values_list("id", flat=True)) == [1]
