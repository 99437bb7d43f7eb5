"""Uploads as people send them, and as nobody should."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from PIL import Image

MAIN_PARTS = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
}
ODF_TYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
FORMAT = "application/vnd.openxmlformats-officedocument."
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def pixels(size: tuple[int, int] = (40, 30), mode: str = "RGB") -> Image.Image:
    """A picture whose left upper corner is red and the rest blue."""
    image = Image.new("RGB", size, (20, 40, 200))
    image.paste((220, 20, 20), (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def telephone_picture(orientation: int = 6) -> bytes:
    """A JPEG as a telephone writes it: maker, place, comment, and turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "MAKER-OF-TELEPHONES"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 15.0)})
    return encoded(pixels(), "JPEG", exif=exif, comment=b"SECRET-COMMENT", quality=95)


def pdf(*objects: bytes, text: bytes = b"chao co") -> bytes:
    """A small PDF with more objects, numbered from 10."""
    content = b"BT (%s) Tj ET" % text
    parts = [
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj",
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>\nendobj",
        b"4 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj" % (len(content), content),
        *(b"%d 0 obj\n%s\nendobj" % (number, body) for number, body in enumerate(objects, 10)),
    ]
    body = b"%PDF-1.7\n" + b"\n".join(parts) + b"\n"
    return body + b"trailer\n<< /Root 1 0 R /Size 20 >>\nstartxref\n0\n%%EOF\n"


def object_stream(*values: bytes, filters: bytes = b"/FlateDecode", data: bytes | None = None) -> bytes:
    """A PDF object that packs other objects."""
    places, at = [], 0
    for number, value in enumerate(values, 30):
        places.append(b"%d %d" % (number, at))
        at += len(value) + 1
    head = b" ".join(places) + b" "
    packed = zlib.compress(head + b" ".join(values)) if data is None else data
    facts = b"<< /Type /ObjStm /N %d /First %d /Filter %s >>" % (len(values), len(head), filters)
    return facts + b"\nstream\n" + packed + b"\nendstream"


def archive(parts: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def content_types(*types: str) -> bytes:
    """The list of contents of an Office file."""
    rows = "".join(f'<Override PartName="/p{number}" ContentType="{name}"/>' for number, name in enumerate(types))
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rows}</Types>'.encode()


def office(kind: str = "docx", parts: dict[str, bytes] | None = None, types: tuple[str, ...] = ()) -> bytes:
    """A DOCX, XLSX or PPTX with more parts and more entries in its list of contents."""
    place, media_type = MAIN_PARTS[kind]
    main = {"[Content_Types].xml": content_types(FORMAT + media_type, *types), place: b"<document/>"}
    return archive(main | (parts or {}))


def relation(role: str, target: str) -> dict[str, bytes]:
    """A part of an Office file that points out of it."""
    row = f'<Relationship Id="r1" Type="{RELATION}{role}" Target="{target}" TargetMode="External"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return {"word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{row}</Relationships>'.encode()}


def open_document(kind: str = "odt", parts: dict[str, bytes] | None = None) -> bytes:
    """An ODT, ODS or ODP."""
    media_type = f"application/vnd.oasis.opendocument.{ODF_TYPES[kind]}".encode()
    return archive({"mimetype": media_type, "content.xml": b"<content/>"} | (parts or {}))
