"""The board's own records. They are the law; Wagtail's workflow tables are never evidence."""

from .chain import Clearance, Decision, EditorialRecord, Round
from .charter import Charter
from .files import AssetUse, HiddenFile
from .guard import GuardedType, OpenGrant
from .ledger import LedgerEntry, LedgerHead
from .outbox import OutboxMessage
from .tasks import BoardTask

__all__ = [
    "AssetUse",
    "BoardTask",
    "Charter",
    "Clearance",
    "Decision",
    "EditorialRecord",
    "GuardedType",
    "HiddenFile",
    "LedgerEntry",
    "LedgerHead",
    "OpenGrant",
    "OutboxMessage",
    "Round",
]
