"""A database that tests may commit to: freed of the triggers, emptied and founded again afterwards."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Collection, Locale, Page, Site

from editorial.gates import triggers


def demand_test_database() -> None:
    """Raise unless the connection leads to a database made for tests: what follows empties it."""
    name = Path(str(connection.settings_dict["NAME"])).name
    if not name.startswith("test"):
        raise RuntimeError(f"{name} is not a test database")


def clear_pages() -> None:
    """Empty every table and make the triggers again: nothing stands on the apps to be migrated back."""
    demand_test_database()
    triggers.drop_all(connection)
    call_command("flush", interactive=False, verbosity=0)
    ContentType.objects.clear_cache()


def found_again() -> None:
    """Empty every table, lay what Wagtail's migrations lay, found the test school; triggers stand again."""
    from tests.factories.school import found_test_school

    clear_pages()
    cache.clear()
    Site.clear_site_root_paths_cache()
    locale = Locale.objects.create(language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE))
    page_type = ContentType.objects.get_for_model(Page)
    Page.add_root(title="Root", slug="root", content_type=page_type, locale=locale, live=True)
    Collection.add_root(name="Root")
    found_test_school()
