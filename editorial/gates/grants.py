"""Grants: only our actions open one, and a live page changes only under it."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Iterator
from contextvars import ContextVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models.guard import OpenGrant


class ChainOnly(PermissionDenied):
    """Something tried to change what the public sees without passing the chain."""


@dataclasses.dataclass(frozen=True, slots=True)
class Grant:
    """Leave to change one page's live row, bound to one revision and its digest."""

    page_id: int
    kind: str
    revision_id: int | None = None
    digest: str = ""


_open: ContextVar[Grant | None] = ContextVar("open_grant", default=None)


@contextlib.contextmanager
def open_grant(grant: Grant, *, at: datetime.datetime) -> Iterator[None]:
    """Let this block change the page of `grant`; must stand inside the action's transaction.

    The row that the database triggers look for is deleted at the end, so it is never committed.
    """
    if not transaction.get_connection().in_atomic_block:
        raise ChainOnly("a grant opens inside a transaction only")
    row = OpenGrant.objects.create(page_id=grant.page_id, revision_id=grant.revision_id, kind=grant.kind, opened_at=at)
    token = _open.set(grant)
    try:
        yield
    finally:
        _open.reset(token)
    row.delete()


def granted(page_id: int | None, *kinds: str) -> Grant | None:
    """The open grant for the page, if it is of one of `kinds`."""
    grant = _open.get()
    if grant is None or grant.page_id != page_id or grant.kind not in kinds:
        return None
    return grant


def demand_grant(page_id: int | None, *kinds: str) -> Grant:
    """The open grant for the page; raises ChainOnly when there is none."""
    grant = granted(page_id, *kinds)
    if grant is None:
        raise ChainOnly(
            _("The editorial board's chain is the only way onto the public site, and off it. Nothing was changed.")
        )
    return grant
