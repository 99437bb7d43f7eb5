"""Models of the school, one family a file."""

from .calendar import CalendarDay
from .consent import ConsentEntry
from .people import User
from .posts import Absence, BoardAppointment, Delegation
from .units import School, Unit, UnitMembership

__all__ = [
    "Absence",
    "BoardAppointment",
    "CalendarDay",
    "ConsentEntry",
    "Delegation",
    "School",
    "Unit",
    "UnitMembership",
    "User",
]
