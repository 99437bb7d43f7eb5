"""The school under attack: items in every state, made once a module, and everybody who may try."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_django
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings

ATTACKERS = ("toan", "van", "editor1", "deputy1", "head", "secretary", "admin", "holder")


@pytest.fixture(scope="module")
def built(
    django_db_setup: None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[SimpleNamespace]:
    """The items, in a transaction that ends with the module; each test works in a savepoint of it."""
    from tests.security.stage import build  # models need the apps to be ready
    from tests.security.watching import FIRST_LOOKS

    media = tmp_path_factory.mktemp("stage")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=str(media)):
            keys = build()
        FIRST_LOOKS.clear()
        yield SimpleNamespace(keys=keys, media=media)
        transaction.set_rollback(True)


@pytest.fixture
def stage(built: SimpleNamespace, cast: SimpleNamespace, settings: pytest_django.Settings) -> SimpleNamespace:
    """The items of `tests.security.stage`, the cast, and the pictures and files they use."""
    from tests.security.stage import fetch

    cache.clear()  # Wagtail keeps renditions there, also those of a test whose rows are gone
    shutil.copytree(built.media, Path(settings.MEDIA_ROOT), dirs_exist_ok=True)
    return fetch(built.keys, cast)


@pytest.fixture
def signed_in(stage: SimpleNamespace) -> Callable[[str], Client]:
    """A browser of one of the attackers; refusals are answers, not exceptions."""

    def browser(name: str) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(getattr(stage.cast, name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return browser


@pytest.fixture
def transactional_db(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """The test database outside any transaction; emptied and founded anew afterwards.

    Takes the place of pytest-django's fixture of this name, whose flush the triggers would refuse.
    The name matters: by it pytest-django knows that a test database must be made at all.
    """
    from tests.security.freed import demand_test_database, found_again

    with django_db_blocker.unblock():
        demand_test_database()
        try:
            yield
        finally:
            found_again()


@pytest.fixture
def free_database(transactional_db: None) -> SimpleNamespace:
    """The cast of the founded school, for tests with threads and commits."""
    from school.models import School
    from tests.factories.school import cast_of

    return cast_of(School.objects.get())
