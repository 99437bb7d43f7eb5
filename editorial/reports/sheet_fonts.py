"""Fonts of a workbook: the same letters in every cell, and written in the order the format demands.

The library writes the parts of a font in an order of its own. Spreadsheets read it all the same, but Microsoft's
validator of the format names it as a fault.
"""

from __future__ import annotations

from openpyxl.styles import Font
from openpyxl.xml.functions import fromstring, tostring

PART = "xl/styles.xml"
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ORDER = tuple(
    "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split()
)  # ECMA-376 part 1, 18.8.22
BOLD = Font(name="Calibri", size=11, family=2, bold=True)


def in_order(styles: bytes) -> bytes:
    """The part `PART` of a workbook with the parts of each font in their order."""
    root = fromstring(styles)
    for font in root.iter(f"{SPACE}font"):
        font[:] = sorted(font, key=lambda part: ORDER.index(part.tag.removeprefix(SPACE)))
    return bytes(tostring(root))
