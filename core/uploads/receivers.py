"""The gate before the storage: a new row of a picture or file keeps only what was let through.

Here, not only in the storage, because the row notes sides and size of what is stored.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from core.rules.uploads import Problem, door_of
from core.uploads.doors import let_through
from core.uploads.refusals import UploadRefused
from core.uploads.vetted import VettedFile


def check_upload(sender: Any, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Clean and check what a row is about to store; refuse a row that points elsewhere."""
    if raw or not instance.__dict__.get("file"):
        return
    if instance.file._committed:
        _demand_own_folder(instance)
    elif not isinstance(instance.file.file, VettedFile):
        door = door_of(f"{_folder_of(instance)}/x")
        if door is not None:
            instance.file = let_through(door, instance.file.name, instance.file.file)


def _demand_own_folder(instance: Any) -> None:
    """All in its own folder passed the storage; elsewhere may lie an upload that still waits for its form."""
    path = PurePosixPath(instance.file.name)
    if path.parent != PurePosixPath(_folder_of(instance)):
        raise UploadRefused(Problem.NOT_CHECKED)
    field = instance._meta.get_field("file")
    if instance._state.adding and getattr(field, "width_field", None):
        field.update_dimension_fields(instance, force=True)


def _folder_of(instance: Any) -> str:
    """The folder that its field stores in, such as "documents"."""
    return str(PurePosixPath(instance._meta.get_field("file").generate_filename(instance, "x.png")).parent)
