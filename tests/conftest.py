"""What every test stands on: hypothesis profiles, files of its own, and the last word about the browser."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
import pytest_django
from hypothesis import HealthCheck, settings

from browser import NOT_RUN, find_chromium

IN_CI = os.environ.get("CI", "").lower() == "true"

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile(
    "ci", max_examples=100, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if IN_CI else "default"))

MISSING_BROWSER = pytest.StashKey[bool]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark everything under tests/e2e; without a browser those tests are skipped and it is remembered."""
    stories = [item for item in items if "e2e" in item.path.relative_to(config.rootpath).parts]
    for item in stories:
        item.add_marker(pytest.mark.e2e)
    config.stash[MISSING_BROWSER] = bool(stories) and find_chromium() is None
    if config.stash[MISSING_BROWSER]:
        for item in stories:
            item.add_marker(pytest.mark.skip(reason=NOT_RUN))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """In CI a browser story that could not run is a failure."""
    if IN_CI and exitstatus == pytest.ExitCode.OK and session.config.stash.get(MISSING_BROWSER, False):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line of a run without browser."""
    if config.stash.get(MISSING_BROWSER, False) and not hasattr(config, "workerinput"):
        print(NOT_RUN, flush=True)


@pytest.fixture(autouse=True)
def _files_of_its_own(settings, tmp_path: Path) -> None:
    """Uploads and mails of a test never meet those of the demo school or of another test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PORTAL_PRIVATE_ROOT = str(tmp_path / "private")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> None:
    """Every test with a database starts from a small founded school; with --reuse-db it is there already."""
    with django_db_blocker.unblock():
        from school.models import School  # models need the apps to be ready
        from tests.factories.school import found_test_school

        if not School.objects.exists():
            found_test_school()


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    """Everybody of the school by account name, its units under `unit`, the school under `school`."""
    from school.selectors import current_school  # models need the apps to be ready
    from tests.factories.school import cast_of

    school = current_school()
    assert school is not None
    return cast_of(school)
