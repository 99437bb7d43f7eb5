"""What every app may stand on."""

from .fields import BodyField
from .generation import Generation, public_site_changed
from .pages import StructurePage, StructurePermissionTester

__all__ = ["BodyField", "Generation", "StructurePage", "StructurePermissionTester", "public_site_changed"]
