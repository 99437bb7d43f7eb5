"""The board's own records. They are the law; Wagtail's workflow tables are never evidence."""

from .chain import Clearance, Decision, EditorialRecord, Round
from .charter import Charter
from .clocks import Duty, Event, PeriodicRun, PlannedItem, Theme
from .files import AssetUse, HiddenFile
from .guard import GuardedType, OpenGrant
from .intake import IntakeEntry, IntakeOriginal
from .ledger import LedgerEntry, LedgerHead
from .outbox import OutboxMessage
from .takedown import Takedown, TakedownRequest
from .tasks import BoardTask

__all__ = [
    "AssetUse",
    "BoardTask",
    "Charter",
    "Clearance",
    "Decision",
    "Duty",
    "EditorialRecord",
    "Event",
    "GuardedType",
    "HiddenFile",
    "IntakeEntry",
    "IntakeOriginal",
    "LedgerEntry",
    "LedgerHead",
    "OpenGrant",
    "OutboxMessage",
    "PeriodicRun",
    "PlannedItem",
    "Round",
    "Takedown",
    "TakedownRequest",
    "Theme",
]
