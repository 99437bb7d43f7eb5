"""What every app may stand on."""

from .fields import BodyField
from .generation import Generation
from .pages import StructurePage, StructurePermissionTester

__all__ = ["BodyField", "Generation", "StructurePage", "StructurePermissionTester"]
