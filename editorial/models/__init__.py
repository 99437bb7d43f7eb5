"""The board's own records. They are the law; Wagtail's workflow tables are never evidence."""

from .begun import BegunItem
from .chain import Clearance, Decision, EditorialRecord, Round
from .charter import Charter
from .clocks import Duty, Event, PeriodicRun, PlannedItem, Theme
from .corrections import CorrectionProposal, Incident
from .files import AssetUse, HiddenFile
from .guard import GuardedType, OpenGrant
from .guest_links import GuestLink
from .intake import IntakeEntry, IntakeOriginal
from .ledger import LedgerEntry, LedgerHead
from .outbox import OutboxMessage
from .reports import InspectorLink, Report, ReportFile
from .takedown import Takedown, TakedownRequest
from .tasks import BoardTask

__all__ = [
    "AssetUse",
    "BegunItem",
    "BoardTask",
    "Charter",
    "Clearance",
    "CorrectionProposal",
    "Decision",
    "Duty",
    "EditorialRecord",
    "Event",
    "GuardedType",
    "GuestLink",
    "HiddenFile",
    "Incident",
    "InspectorLink",
    "IntakeEntry",
    "IntakeOriginal",
    "LedgerEntry",
    "LedgerHead",
    "OpenGrant",
    "OutboxMessage",
    "PeriodicRun",
    "PlannedItem",
    "Report",
    "ReportFile",
    "Round",
    "Takedown",
    "TakedownRequest",
    "Theme",
]
