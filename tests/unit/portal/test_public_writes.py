"""Which statements raise the generation of the public site."""

from __future__ import annotations

import pytest

from portal.page_cache.watching import is_public_write

LOUD = [
    'INSERT INTO "news_category" ("name") VALUES (%s) RETURNING "news_category"."id"',
    'INSERT OR IGNORE INTO "taggit_tag" ("name") VALUES (%s)',
    'UPDATE "school_school" SET "phone" = %s WHERE "school_school"."id" = %s',
    'UPDATE "wagtailcore_page" SET "live" = %s, "draft_title" = %s WHERE "wagtailcore_page"."id" = %s',
    'UPDATE "school_user" SET "password" = (SELECT U0."x" FROM "x" U0 WHERE U0."id" = 1), "full_name" = %s',
    "UPDATE wagtailcore_page SET path = %s || substr(path, 3) WHERE path LIKE %s",
    'DELETE FROM "editorial_hiddenfile" WHERE "editorial_hiddenfile"."id" IN (%s)',
    'DELETE FROM "wagtailimages_rendition" WHERE "wagtailimages_rendition"."id" IN (%s)',
    'UPDATE "school_user" SET "full_name" = %s WHERE "school_user"."id" = %s',
    'WITH gone AS (DELETE FROM "news_category" RETURNING id) SELECT * FROM gone',
    "  truncate table wagtailcore_site",
    'update only "school_unit" set "name" = %s',
]
QUIET = [
    'SELECT "news_category"."id" FROM "news_category"',
    'SELECT "wagtailcore_page"."id" FROM "wagtailcore_page" WHERE "id" = %s FOR UPDATE',
    "WITH RECURSIVE up AS (SELECT 1) SELECT * FROM up FOR UPDATE",
    'INSERT INTO "django_session" ("session_key") VALUES (%s)',
    'INSERT INTO "editorial_takedownrequest" ("note") VALUES (%s)',
    'INSERT INTO "wagtailimages_rendition" ("file") VALUES (%s)',
    'UPDATE "core_generation" SET "number" = %s',
    'UPDATE "school_user" SET "password" = %s, "last_login" = NULL WHERE "school_user"."id" = %s',
    'UPDATE "school_user" SET "last_login" = %s WHERE "school_user"."id" = %s',
    'SAVEPOINT "s1"',
    "BEGIN IMMEDIATE",
    "PRAGMA foreign_keys = ON",
]


@pytest.mark.parametrize("sql", LOUD)
def test_write__that_a_public_page_may_show_counts(sql: str) -> None:
    assert is_public_write(sql)


@pytest.mark.parametrize("sql", QUIET)
def test_statement__that_no_public_page_shows_does_not_count(sql: str) -> None:
    assert not is_public_write(sql)
