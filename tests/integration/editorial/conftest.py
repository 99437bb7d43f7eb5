"""What the board's stories share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import pytest_django

from tests.factories.evidence import all_faults


@pytest.fixture
def sound(db: None) -> Iterator[None]:
    """After the story the ledger is unbroken and the public sees only what was cleared."""
    yield
    assert all_faults() == []


@pytest.fixture
def at_once(settings: pytest_django.Settings) -> None:
    """Every message goes out by itself and at once; the digest has a story of its own."""
    settings.PORTAL_DIGEST_HOUR = None
