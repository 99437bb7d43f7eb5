"""E-mails and Word files, honest and hostile, made by hand."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage

Parts = dict[str, str | bytes]
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></c:coreProperties>'
)
SUBJECT = "Tin Hội khỏe Phù Đổng"
BODY = "Kính gửi Ban biên tập,\n\nSáng 20/11 trường tổ chức Hội khỏe.\nCó 500 học sinh tham gia.\n\n-- \nNguyễn Văn A"


def mail(pictures: dict[str, bytes] | None = None, html: str = "", text: str = BODY, **headers: str) -> bytes:
    """An e-mail as an honest program writes it."""
    message = EmailMessage()
    given = {"From": "Nguyễn Văn A <a@example.org>", "Subject": SUBJECT, "Date": "Fri, 20 Nov 2026 14:05:00 +0700"}
    for name, value in {**given, **headers}.items():
        message[name] = value
    if text:
        message.set_content(text)
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html")
    for name, data in (pictures or {}).items():
        message.add_attachment(data, maintype="image", subtype="png", filename=name)
    return message.as_bytes()


def raw(head: str | bytes, body: str | bytes = "Chào Ban biên tập") -> bytes:
    """An e-mail written byte by byte."""
    first, rest = (part.encode() if isinstance(part, str) else part for part in (head, body))
    return first.strip(b"\n") + b"\n\n" + rest


def nested(depth: int) -> bytes:
    """Parts in parts in parts."""
    lines = ["From: a@example.org", "Subject: x"]
    for level in range(depth):
        lines += [f'Content-Type: multipart/mixed; boundary="b{level}"', "", f"--b{level}"]
    return "\n".join([*lines, "Content-Type: text/plain", "", "tận cùng", ""]).encode()


def many_parts(count: int) -> bytes:
    """One e-mail with very many small parts."""
    part = "--b\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n{}\n"
    data = base64.b64encode(b"x").decode()
    head = 'From: a@example.org\nSubject: x\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return (head + part.format(data) * count + "--b--\n").encode()


def word(*paragraphs: str, title: str = "", pictures: dict[str, bytes] | None = None) -> bytes:
    """A Word file."""
    shown = pictures or {}
    runs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    runs += "".join(f'<w:p><w:r><a:blip r:embed="rId{number}"/></w:r></w:p>' for number in range(len(shown)))
    return package(document(runs), shown, title)


def document(inner: str) -> str:
    """The text part of a Word file."""
    return f"<w:document {NAMESPACES}><w:body>{inner}</w:body></w:document>"


def package(
    text: str, pictures: dict[str, bytes], title: str = "", parts: dict[str, str | bytes] | None = None
) -> bytes:
    """The zip file around it; `parts` replaces or adds parts."""
    links = "".join(f'<Relationship Id="rId{n}" Target="media/{name}"/>' for n, name in enumerate(pictures))
    files: Parts = {
        "word/document.xml": text,
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        **{f"word/media/{name}": data for name, data in pictures.items()},
    }
    if title:
        files["docProps/core.xml"] = CORE.format(title)
    files |= parts or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return out.getvalue()
