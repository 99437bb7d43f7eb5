"""What the board's stories share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.factories.evidence import all_faults


@pytest.fixture
def sound(db: None) -> Iterator[None]:
    """After the story the ledger is unbroken and the public sees only what was cleared."""
    yield
    assert all_faults() == []
