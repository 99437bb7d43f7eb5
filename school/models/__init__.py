"""Models of the school, one family a file."""

from .calendar import CalendarDay, CalendarYear
from .consent import ConsentEntry
from .people import User
from .posts import Absence, BoardAppointment, Delegation
from .units import School, Unit, UnitMembership
from .years import SchoolYear, Term

__all__ = [
    "Absence",
    "BoardAppointment",
    "CalendarDay",
    "CalendarYear",
    "ConsentEntry",
    "Delegation",
    "School",
    "SchoolYear",
    "Term",
    "Unit",
    "UnitMembership",
    "User",
]
