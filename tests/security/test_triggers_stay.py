"""The triggers survive every migration; SQLite would lose them silently (WAGTAIL.md §3.3)."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.models.signals import post_migrate, pre_migrate

from editorial.gates import triggers
from tests.security.attempts import run_sql
from tests.security.watching import guarded_tables

pytestmark = pytest.mark.xdist_group("free_database")

IS_POSTGRES = "postgresql"


@pytest.fixture
def bare(transactional_db: None) -> None:
    """The free database, for schema changes."""


def send(signal: Any) -> None:
    """What `migrate` sends for the app that holds the gates."""
    signal.send(
        sender=apps.get_app_config("editorial"),
        app_config=apps.get_app_config("editorial"),
        verbosity=0,
        interactive=False,
        using="default",
        apps=apps,
        plan=[],
    )


@functools.cache
def migrated_models() -> dict[str, Any]:
    """Models as migrations know them: without the classes of the code."""
    state = MigrationLoader(connection).project_state()
    return {model._meta.db_table: model for model in state.apps.get_models(include_auto_created=True)}


def as_migrations_see_it(table: str) -> Any:
    return migrated_models()[table]


def added() -> models.Field:
    column = models.CharField(max_length=3, default="x")
    column.set_attributes_from_name("added_by_a_test")
    return column


def add_column(table: str) -> None:
    """On SQLite this builds the table anew."""
    with connection.schema_editor() as editor:
        editor.add_field(as_migrations_see_it(table), added())


def remove_column(table: str) -> None:
    with connection.schema_editor() as editor:
        editor.remove_field(as_migrations_see_it(table), added())


def test_every_trigger__stands_from_the_start(bare: None) -> None:
    assert triggers.missing(connection) == []


def test_migrating__keeps_the_triggers_of_every_guarded_table(bare: None) -> None:
    """A migration that alters the table, in the frame `migrate` gives it."""
    for table in guarded_tables():
        send(pre_migrate)
        assert triggers.present(connection) == [], table
        add_column(table)
        remove_column(table)
        send(post_migrate)
        assert triggers.missing(connection) == [], table


@pytest.mark.parametrize("table", ["editorial_ledgerentry", "news_newspage", "news_newspagetag"])
def test_altering_without_the_frame__loses_triggers_on_sqlite_and_is_noticed(table: str, bare: None) -> None:
    """The control: without `pre_migrate` and `post_migrate` the guard is silently gone."""
    if connection.vendor == IS_POSTGRES:
        pytest.skip("PostgreSQL keeps a table's triggers")
    add_column(table)

    lost = triggers.missing(connection)

    send(pre_migrate)
    remove_column(table)
    send(post_migrate)
    assert lost == sorted(row.name for row in triggers.expected("sqlite") if row.table == table)
    assert triggers.missing(connection) == []


def test_migrate_command__makes_lost_triggers_again(bare: None) -> None:
    triggers.drop_all(connection)
    assert len(triggers.missing(connection)) == len(set(triggers.missing(connection))) > 40

    call_command("migrate", verbosity=0)

    assert triggers.missing(connection) == []


@pytest.mark.parametrize("app", ["news", "home"])
def test_migrating_back_and_forth__ends_with_every_trigger(app: str, bare: None) -> None:
    """Each app that stands on the board's tables goes back to nothing and returns."""
    from tests.security.freed import clear_pages

    clear_pages()
    call_command("migrate", app, "zero", verbosity=0)
    call_command("migrate", verbosity=0)

    assert triggers.missing(connection) == []


def sabotaged(name: str, table: str) -> Iterator[None]:
    """The trigger's name stays, its meaning goes."""
    if connection.vendor == IS_POSTGRES:
        run_sql(
            f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS'
            " $body$ BEGIN RETURN NEW; END $body$"
        )
    else:
        run_sql(f'DROP TRIGGER "{name}"')
        run_sql(f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN 0 BEGIN SELECT 1; END')
    yield
    send(post_migrate)


@pytest.mark.parametrize("sabotage", ["dropped", "emptied"])
def test_check__names_a_trigger_that_is_gone_or_means_nothing(sabotage: str, bare: None) -> None:
    name, table = "board_page_update", "wagtailcore_page"
    if sabotage == "dropped":
        run_sql(f'DROP TRIGGER "{name}"' + (f' ON "{table}"' if connection.vendor == IS_POSTGRES else ""))
    else:
        next(iter(sabotaged(name, table)))

    found = run_checks(databases=["default"], include_deployment_checks=False)

    warnings = [message for message in found if message.id == "editorial.W001"]
    assert len(warnings) == 1
    assert name in warnings[0].msg


def test_check__is_silent_while_all_stand(bare: None) -> None:
    found = run_checks(databases=["default"])

    assert [message for message in found if message.id == "editorial.W001"] == []


def test_disabled_trigger__counts_as_missing(bare: None) -> None:
    if connection.vendor != IS_POSTGRES:
        pytest.skip("only PostgreSQL can switch a trigger off")
    run_sql('ALTER TABLE wagtailcore_page DISABLE TRIGGER "board_page_update"')

    assert triggers.missing(connection) == ["board_page_update"]
