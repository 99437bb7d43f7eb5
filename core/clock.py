"""The one clock of the portal. Rules never read it; actions and edges pass its answers on."""

from __future__ import annotations

import datetime

from django.utils import timezone


def now() -> datetime.datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def today() -> datetime.date:
    """The present day in the school's time zone."""
    return timezone.localdate()
