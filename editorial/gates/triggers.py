"""The last gate: database triggers. Their SQL has one home, chosen by the vendor.

SQLite silently loses a table's triggers when a migration rebuilds it, so they are dropped before
and made again after every `migrate`, and a system check compares them with the expected list.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

from editorial.gates.trigger_rules import PAGE, Trigger, board_page_models, expected

__all__ = ["MESSAGE", "board_page_models", "create_all", "drop_all", "expected", "missing", "present"]

MESSAGE = "board: this changes by the chain of the editorial board only"
BEFORE_THEM = frozenset(
    {
        PAGE,
        "editorial_guardedtype",
        "editorial_opengrant",
        "editorial_clearance",
        "editorial_round",
        "editorial_assetuse",
    }
)


def create_all(connection: BaseDatabaseWrapper) -> None:
    """Make every expected trigger whose table exists."""
    tables = set(connection.introspection.table_names())
    if not tables >= BEFORE_THEM:
        return
    with connection.cursor() as cursor:
        for trigger in expected(connection.vendor):
            if trigger.table in tables:
                for statement in create_sql(trigger, connection.vendor):
                    cursor.execute(statement)
        for table in tables.intersection(_truncatable(connection.vendor)):
            for statement in _truncate_sql(table):
                cursor.execute(statement)


def drop_all(connection: BaseDatabaseWrapper) -> None:
    """Remove every trigger of ours, so that a migration may alter the tables."""
    with connection.cursor() as cursor:
        for name, table, _body in present(connection):
            if connection.vendor == "sqlite":
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
            else:
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"')


def present(connection: BaseDatabaseWrapper) -> list[tuple[str, str, str]]:
    """Our triggers that are in place and switched on: name, table, text."""
    query = (
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'board_%'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, c.relname, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema()"
        " JOIN pg_proc p ON p.oid = t.tgfoid"
        " WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgqual IS NULL AND t.tgname LIKE 'board_%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return [(name, table, body) for name, table, body in cursor.fetchall()]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of the expected triggers that are not in place, or not as they should be."""
    here = {name: body for name, _table, body in present(connection)}
    wanted = {short(trigger.name): trigger.condition for trigger in expected(connection.vendor)}
    wanted |= {_truncate_name(table): "" for table in _truncatable(connection.vendor)}
    return sorted(name for name, condition in wanted.items() if not _stands(here.get(name), condition))


def _stands(body: str | None, condition: str) -> bool:
    return body is not None and condition in body and MESSAGE in body


def short(name: str) -> str:
    """A name within PostgreSQL's 63 characters."""
    return name[:63]


def create_sql(trigger: Trigger, vendor: str) -> list[str]:
    """The statements that make one trigger."""
    name = short(trigger.name)
    if vendor == "sqlite":
        when = f"WHEN {trigger.condition} " if trigger.condition else ""
        return [
            f'DROP TRIGGER IF EXISTS "{name}"',
            f'CREATE TRIGGER "{name}" BEFORE {trigger.event} ON "{trigger.table}" FOR EACH ROW {when}'
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        ]
    return _postgres_sql(trigger, name)


def _postgres_sql(trigger: Trigger, name: str) -> list[str]:
    back = "OLD" if trigger.event == "DELETE" else "NEW"
    test = trigger.condition or "TRUE"
    return [
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $body$'
        f" BEGIN IF {test} THEN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation';"
        f" END IF; RETURN {back}; END $body$",
        f'DROP TRIGGER IF EXISTS "{name}" ON "{trigger.table}"',
        f'CREATE TRIGGER "{name}" BEFORE {trigger.event} ON "{trigger.table}" FOR EACH ROW EXECUTE FUNCTION "{name}"()',
    ]


def _truncatable(vendor: str) -> list[str]:
    """Tables that PostgreSQL could empty past every row's trigger; SQLite knows no TRUNCATE."""
    return [] if vendor == "sqlite" else sorted({trigger.table for trigger in expected(vendor)})


def _truncate_name(table: str) -> str:
    return short(f"board_{table}_truncate")


def _truncate_sql(table: str) -> list[str]:
    name = _truncate_name(table)
    return [
        f'CREATE OR REPLACE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $body$'
        f" BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $body$",
        f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"',
        f'CREATE TRIGGER "{name}" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "{name}"()',
    ]
