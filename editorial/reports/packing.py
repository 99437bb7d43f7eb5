"""Archives that are the same bytes for the same content: no clock is read, no name of a machine is kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP can hold
LEVEL = 6


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of named contents in the order given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system = 3  # said on every machine, else Windows would write another byte
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, LEVEL)
    return out.getvalue()


def repacked(archive: bytes, changed: Mapping[str, Callable[[bytes], bytes]] | None = None) -> bytes:
    """An archive some library made, packed again: same files in the same order, some of them `changed`."""
    changes = changed or {}
    with zipfile.ZipFile(io.BytesIO(archive)) as made:
        return packed([(name, changes.get(name, bytes)(made.read(name))) for name in made.namelist()])
