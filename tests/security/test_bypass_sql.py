"""Every way round the board that a person with an SQL prompt could take; the last gate alone."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from editorial.gates import triggers
from editorial.gates.trigger_rules import content_tables
from editorial.models import Charter, Clearance, Decision, LedgerEntry, Round
from tests.security.attempts import NOTHING, TRIGGER, run_sql, stopped_by
from tests.security.watching import Watch, guarded_tables

pytestmark = pytest.mark.django_db

Stage = SimpleNamespace
PAGE = "UPDATE wagtailcore_page SET {} WHERE id = %s"
IS_POSTGRES = "postgresql"


def page_set(assignment: str, which: str = "live", *values: Any) -> Callable[[Stage], None]:
    return lambda s: run_sql(PAGE.format(assignment), *values, getattr(s.pages, which).pk)


def section_set(assignment: str) -> Callable[[Stage], None]:
    return lambda s: run_sql(PAGE.format(assignment), s.cast.unit.toan.section.pk)


def news_index_set(assignment: str) -> Callable[[Stage], None]:
    return lambda s: run_sql(PAGE.format(assignment), s.cast.unit.toan.section.get_parent().pk)


def delete(table: str) -> Callable[[Stage], None]:
    return lambda s: run_sql(f"DELETE FROM {table}")


def type_of_section(s: Stage) -> None:
    run_sql(PAGE.format("content_type_id = %s"), s.cast.unit.toan.section.content_type_id, s.pages.live.pk)


def older_revision_live(s: Stage) -> None:
    first = s.pages.live.revisions.earliest("pk")
    run_sql(PAGE.format("live_revision_id = %s"), first.pk, s.pages.live.pk)


def draft_live_with_a_cleared_revision(s: Stage) -> None:
    run_sql(PAGE.format("live = %s, live_revision_id = %s"), True, s.pages.live.live_revision_id, s.pages.draft.pk)


def insert_copy_of_row(s: Stage) -> None:
    names = [field.column for field in type(s.pages.live)._meta.get_parent_list()[0]._meta.concrete_fields]
    names = [name for name in names if name != "id"]
    fresh = {"path": "'000100010001ZZZZ'", "translation_key": f"'{s.cast.head.pk:032x}'"}
    values = ", ".join(fresh.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    run_sql(
        f"INSERT INTO wagtailcore_page ({columns}) SELECT {values} FROM wagtailcore_page WHERE id = %s",
        s.pages.live.pk,
    )


def foreign_child_rows(s: Stage) -> None:
    """A draft's tag rows pushed under the live page."""
    run_sql(
        "UPDATE news_newspage_categories SET newspage_id = %s WHERE newspage_id = %s",
        s.pages.live.pk,
        s.pages.draft.pk,
    )


ROWS: dict[str, Callable[[Stage], None]] = {
    "live": page_set("live = %s", "approved", True),
    "live without clearance": page_set("live = %s", "draft", True),
    "live again after the take-down": page_set("live = %s", "gone", True),
    "live with another page's revision": draft_live_with_a_cleared_revision,
    "off line": page_set("live = %s", "live", False),
    "older revision": older_revision_live,
    "no revision": page_set("live_revision_id = NULL"),
    "title": page_set("title = 'X'"),
    "slug": page_set("slug = 'x'"),
    "path": page_set("path = '0001000100010009'"),
    "depth": page_set("depth = 9"),
    "url_path": page_set("url_path = '/x/'"),
    "content type": type_of_section,
    "expiry": page_set("expire_at = '2000-01-01'"),
    "alias": page_set("alias_of_id = id"),
    "section's slug": section_set("slug = 'x'"),
    "section's path": section_set("path = '000100010009'"),
    "section's depth": section_set("depth = 9"),
    "section's children forgotten": section_set("numchild = 0"),
    "section off line": section_set("live = NOT live"),
    "news section's slug": news_index_set("slug = 'x'"),
    "another page in the section's place": section_set("content_type_id = 1"),
    "the site's root": lambda s: run_sql("UPDATE wagtailcore_site SET root_page_id = 1"),
    "no site": delete("wagtailcore_site"),
    "a password before the page": lambda s: run_sql(
        "INSERT INTO wagtailcore_pageviewrestriction (page_id, restriction_type, password)"
        " VALUES (%s, 'password', 'x')",
        s.pages.live.pk,
    ),
    "own table": lambda s: run_sql("UPDATE news_newspage SET lead = 'X' WHERE page_ptr_id = %s", s.pages.live.pk),
    "own table, all rows": lambda s: run_sql("UPDATE news_newspage SET author_name = 'X'"),
    "own table, another's key": lambda s: run_sql(
        "UPDATE news_newspage SET page_ptr_id = -1 WHERE page_ptr_id = %s", s.pages.live.pk
    ),
    "child rows from elsewhere": foreign_child_rows,
    "a second live row": insert_copy_of_row,
    "picture repointed": lambda s: run_sql("UPDATE wagtailimages_image SET file = 'x.png'"),
    "picture deleted": lambda s: run_sql("DELETE FROM wagtailimages_image WHERE id = %s", s.image.pk),
    "file repointed": lambda s: run_sql("UPDATE wagtaildocs_document SET file = 'x.pdf'"),
    "file deleted": lambda s: run_sql("DELETE FROM wagtaildocs_document WHERE id = %s", s.document.pk),
    "rendition repointed": lambda s: run_sql("UPDATE wagtailimages_rendition SET file = 'x.png'"),
    "guard forgotten": delete("editorial_guardedtype"),
    "guard moved to another type": lambda s: run_sql(
        "UPDATE editorial_guardedtype SET content_type_id = 1 WHERE content_type_id = %s",
        s.pages.live.content_type_id,
    ),
}


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ROWS.items()])
def test_sql__cannot_change_what_the_public_sees(attack: Callable[[Stage], None], stage: Stage) -> None:
    watch = Watch(stage.everything)

    assert stopped_by(lambda: attack(stage)) == TRIGGER

    watch.demand_unchanged("sql")


CHANGES = {
    "copied": "INSERT INTO {table} SELECT * FROM {table} WHERE {column} = {live}",
    "touched": "UPDATE {table} SET {column} = {column} WHERE {column} = {live}",
    "moved away": "UPDATE {table} SET {column} = {draft} WHERE {column} = {live}",
    "moved in": "UPDATE {table} SET {column} = {live} WHERE {column} = {draft}",
    "deleted": "DELETE FROM {table} WHERE {column} = {live}",
}


def pages_of(table: str, stage: Stage) -> tuple[int, int]:
    """Keys of a live page and of a draft that have rows in this table."""
    pages = stage.pages
    if "notice" in table:
        return pages.notice.pk, pages.draft_notice.pk
    if "event" in table:
        return pages.announcement.pk, pages.draft_announcement.pk
    for word, live, draft in (
        ("guidance", pages.guide, pages.draft_guide),
        ("work", pages.work, pages.draft_work),
        ("resource", pages.links, pages.draft_links),
        ("document", pages.registered, pages.draft_registered),
    ):
        if word in table:
            return live.pk, draft.pk
    return pages.live.pk, pages.draft.pk


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("table", "column"), sorted(set(content_tables())))
def test_sql__cannot_touch_any_content_table_of_a_live_page(table: str, column: str, change: str, stage: Stage) -> None:
    """Every table a board page has, so that a new one cannot be forgotten."""
    watch = Watch([*stage.everything, stage.announcement, stage.registered, stage.guide, stage.work, stage.links])
    live, draft = pages_of(table, stage)

    met = stopped_by(lambda: run_sql(CHANGES[change].format(table=table, column=column, live=live, draft=draft)))

    assert met == TRIGGER
    watch.demand_unchanged(change)


EVIDENCE: dict[str, Callable[[Stage], None]] = {
    **{
        f"{table} deleted": delete(table)
        for table in (
            "editorial_ledgerentry",
            "editorial_decision",
            "editorial_clearance",
            "editorial_charter",
            "editorial_round",
        )
    },
    "record deleted": lambda s: run_sql("DELETE FROM editorial_editorialrecord WHERE id = %s", s.live.pk),
    "record moved to another page": lambda s: run_sql(
        "UPDATE editorial_editorialrecord SET page_id = -1 WHERE id = %s", s.live.pk
    ),
    "page deleted": lambda s: run_sql("DELETE FROM wagtailcore_page WHERE id = %s", s.pages.live.pk),
    "draft's page deleted": lambda s: run_sql("DELETE FROM wagtailcore_page WHERE id = %s", s.pages.draft.pk),
    "section deleted": lambda s: run_sql("DELETE FROM wagtailcore_page WHERE id = %s", s.cast.unit.toan.section.pk),
    "pinned revision rewritten": lambda s: run_sql("UPDATE wagtailcore_revision SET content = '{}'"),
    "pinned revision's author": lambda s: run_sql("UPDATE wagtailcore_revision SET user_id = NULL"),
    "pinned revision moved": lambda s: run_sql("UPDATE wagtailcore_revision SET object_id = '1'"),
    "pinned revision deleted": delete("wagtailcore_revision"),
    "ledger line's text": lambda s: run_sql("UPDATE editorial_ledgerentry SET payload = '{}'"),
    "decision's act": lambda s: run_sql("UPDATE editorial_decision SET act = 'approve'"),
    "decision's person": lambda s: run_sql("UPDATE editorial_decision SET actor_id = %s", s.cast.admin.pk),
    "clearance of another revision": lambda s: run_sql("UPDATE editorial_clearance SET revision_id = 1"),
    "charter's rules": lambda s: run_sql("UPDATE editorial_charter SET data = '{}'"),
    "round's revision": lambda s: run_sql("UPDATE editorial_round SET revision_id = 1"),
    "round's authors": lambda s: run_sql("UPDATE editorial_round SET author_ids = '[]' WHERE ended_at IS NULL"),
    "round's stages cut": lambda s: run_sql(
        "UPDATE editorial_round SET stages = '[\"deputy\"]' WHERE ended_at IS NULL"
    ),
    "round begun again": lambda s: run_sql(
        "UPDATE editorial_round SET ended_at = NULL WHERE record_id = %s", s.live.pk
    ),
}


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in EVIDENCE.items()])
def test_sql__cannot_touch_the_evidence(attack: Callable[[Stage], None], stage: Stage) -> None:
    watch = Watch(stage.everything)

    assert stopped_by(lambda: attack(stage)) == TRIGGER

    watch.demand_unchanged("sql")


@pytest.mark.parametrize("table", guarded_tables())
def test_truncate__is_refused_on_every_guarded_table(table: str, stage: Stage) -> None:
    if connection.vendor != IS_POSTGRES:
        pytest.skip("SQLite knows no TRUNCATE; DELETE is tried above")
    watch = Watch(stage.everything)
    connection.check_constraints()  # PostgreSQL truncates nothing while foreign keys wait to be checked

    assert stopped_by(lambda: run_sql(f'TRUNCATE "{table}" CASCADE')) == TRIGGER

    watch.demand_unchanged(table)


def test_forged_clearance__needs_an_approval_in_a_running_round(stage: Stage) -> None:
    """A clearance row for a draft that nobody approved cannot be written."""
    real = Clearance.objects.get(record=stage.live)
    for forged in (
        {"round": stage.awaiting.rounds.get(), "decision": stage.awaiting.decisions.first()},
        {"round": real.round, "decision": Decision.objects.filter(record=stage.live, stage="deputy").get()},
    ):
        row = Clearance(
            record=stage.awaiting,
            page_id=stage.awaiting.page_id,
            revision=real.revision,
            digest=real.digest,
            cleared_at=real.cleared_at,
            **forged,
        )
        assert stopped_by(row.save) == TRIGGER


def test_triggers__leave_the_ordinary_work_alone(stage: Stage) -> None:
    """The control: what is allowed meets no trigger."""
    assert stopped_by(lambda: run_sql("UPDATE wagtailcore_page SET latest_revision_created_at = NULL")) == NOTHING
    assert stopped_by(lambda: page_set("title = 'Y'", "draft")(stage)) == NOTHING
    assert stopped_by(lambda: run_sql("UPDATE wagtailimages_image SET title = 'Y'")) == NOTHING
    assert stopped_by(lambda: run_sql("UPDATE wagtailcore_site SET site_name = 'Y'")) == NOTHING


@pytest.mark.parametrize(
    ("attack", "name"),
    [
        (page_set("title = 'X'"), "board_page_update"),
        (section_set("slug = 'x'"), "board_way_update"),
        (delete("editorial_ledgerentry"), "board_editorial_ledgerentry_delete"),
        (lambda s: run_sql("UPDATE wagtailcore_revision SET content = '{}'"), "board_revision_update"),
        (
            lambda s: run_sql("UPDATE wagtailimages_image SET file = 'x.png'"),
            "board_wagtailimages_image_update",
        ),
    ],
)
def test_sql__gets_through_where_the_trigger_was_lifted(
    attack: Callable[[Stage], None], name: str, stage: Stage
) -> None:
    """The control of this module: the trigger, and nothing else, is what stops it."""
    table = next(trigger.table for trigger in triggers.expected(connection.vendor) if trigger.name == name)
    run_sql(f'DROP TRIGGER "{name}"' + (f' ON "{table}"' if connection.vendor == IS_POSTGRES else ""))

    assert stopped_by(lambda: attack(stage)) == NOTHING
    assert triggers.missing(connection) == [name]


def test_evidence_tables__are_all_under_watch() -> None:
    tables = set(guarded_tables())

    assert {model._meta.db_table for model in (LedgerEntry, Decision, Clearance, Round, Charter)} <= tables
