"""Every door of uploads cleans and checks, and so does the storage behind them (issue 4, point 5)."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image as Pillow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import UploadedFile

from core.pictures import clean_picture
from core.rules.uploads import Problem
from core.uploads import UploadRefused, check_file
from core.uploads.refusals import SENTENCES
from tests.factories.screens import signed_in
from tests.factories.uploads import OLE, encoded, office, open_document, pdf, pixels, telephone_picture

pytestmark = pytest.mark.django_db

Image, Document = get_image_model(), get_document_model()
AJAX = {"x-requested-with": "XMLHttpRequest"}
TOKEN = re.compile(r"-[0-9a-f]{16}\.")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
ACTING = pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>")


@pytest.fixture(autouse=True)
def _in_english():
    """Sentences are compared in their source language."""
    with translation.override("en"):
        yield


@pytest.fixture
def door(cast: SimpleNamespace) -> Any:
    """Sends a file through a door of the back office as a unit's member; the answer."""
    client = signed_in(cast.toan)
    client.cookies["portal_language"] = "en"

    def send(kind: str, how: str, data: bytes, name: str, row: Any = None) -> Any:
        upload = SimpleUploadedFile(name, data, "application/octet-stream")
        fields = {"title": "Tệp", "collection": cast.unit.toan.collection.pk, "tags": ""}
        if how == "multiple":
            return client.post(reverse(f"wagtail{kind}:add_multiple"), fields | {"files[]": upload}, headers=AJAX)
        if how == "chooser":
            prefix = {"images": "image-chooser-upload", "docs": "document-chooser-upload"}[kind]
            sent = {f"{prefix}-{key}": value for key, value in (fields | {"file": upload}).items()}
            return client.post(reverse(f"wagtail{kind}_chooser:create"), sent)
        url = reverse(f"wagtail{kind}:edit", args=[row.pk]) if row else reverse(f"wagtail{kind}:add")
        return client.post(url, fields | {"file": upload})

    return send


def stored(row: Any) -> bytes:
    with row.file.storage.open(row.file.name) as file:
        return file.read()


DOORS = ["single", "multiple", "chooser"]


@pytest.mark.parametrize("how", DOORS)
def test_picture__is_clean_whatever_door_it_came_through(door: Any, how: str) -> None:
    assert door("images", how, telephone_picture(), "Ảnh ở nhà.JPG").status_code in {200, 302}

    image = Image.objects.get()
    assert b"MAKER-OF-TELEPHONES" not in stored(image)
    assert (image.width, image.height) == (30, 40)
    assert re.fullmatch(r"original_images/anh-o-nha-[0-9a-f]{16}\.jpg", image.file.name)
    assert (image.file_size, image.get_file_hash()) == (len(stored(image)), image.file_hash)
    assert stored(image) == clean_picture(telephone_picture(), "a.jpg").data


@pytest.mark.parametrize("how", DOORS)
@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [(HEIC, "a.heic", Problem.HEIC), (SVG, "a.svg", Problem.VECTOR), (b"\xff\xd8\xff", "a.jpg", Problem.DAMAGED)],
)
def test_picture__is_refused_with_a_sentence_at_every_door(
    door: Any, how: str, data: bytes, name: str, problem: Problem
) -> None:
    answer = door("images", how, data, name)

    assert answer.status_code == 200
    assert said(answer, problem)
    assert not Image.objects.exists()


def said(answer: Any, problem: Problem) -> bool:
    """Whether the sentence (up to its first figure) stands in the answer, as text or in JSON."""
    words = str(SENTENCES[problem]).partition("%(")[0].partition(" >")[0]
    return words in answer.content.decode()


@pytest.mark.parametrize("how", DOORS)
@pytest.mark.parametrize(
    ("data", "name"), [(pdf(), "Kế hoạch.pdf"), (office(), "Kế hoạch.docx"), (open_document(), "Kế hoạch.odt")]
)
def test_file__is_kept_as_it_came(door: Any, how: str, data: bytes, name: str) -> None:
    assert door("docs", how, data, name).status_code in {200, 302}

    row = Document.objects.get()
    assert stored(row) == data
    assert re.fullmatch(r"documents/ke-hoach-[0-9a-f]{16}\.\w+", row.file.name)


@pytest.mark.parametrize("how", DOORS)
@pytest.mark.parametrize(
    ("data", "name", "problem"),
    [
        (ACTING, "a.pdf", Problem.ACTIVE),
        (pdf(), "a.docx", Problem.MISMATCH),
        (OLE, "a.doc", Problem.OLD_OFFICE),
        (office(), "a.zip", Problem.ARCHIVE),
        (b"MZ", "a.exe", Problem.KIND_NOT_TAKEN),
        (office(parts={"word/vbaProject.bin": OLE}), "a.docx", Problem.MACROS),
    ],
)
def test_file__is_refused_with_a_sentence_at_every_door(
    door: Any, how: str, data: bytes, name: str, problem: Problem
) -> None:
    answer = door("docs", how, data, name)

    assert answer.status_code == 200
    assert said(answer, problem)
    assert not Document.objects.exists()


def test_replaced_picture__is_cleaned_too(door: Any) -> None:
    door("images", "single", encoded(pixels(), "PNG"), "a.png")
    image = Image.objects.get()
    before = image.file.name

    assert door("images", "edit", SVG, "a.svg", image).status_code == 200
    assert Image.objects.get().file.name == before

    assert door("images", "edit", telephone_picture(), "b.jpg", image).status_code == 302
    after = Image.objects.get()
    assert b"MAKER-OF-TELEPHONES" not in stored(after)
    assert (after.width, after.height) == (30, 40)
    assert not default_storage.exists(before)


def test_replaced_file__is_checked_and_the_old_one_stays_where_it_is_refused(door: Any) -> None:
    door("docs", "single", pdf(), "a.pdf")
    row = Document.objects.get()

    assert door("docs", "edit", ACTING, "a.pdf", row).status_code == 200
    assert stored(Document.objects.get()) == pdf()

    assert door("docs", "edit", pdf(text=b"moi"), "a.pdf", row).status_code == 302
    assert stored(Document.objects.get()) == pdf(text=b"moi")


def test_title_alone__changes_nothing_of_the_file(door: Any, cast: SimpleNamespace) -> None:
    door("images", "single", encoded(pixels(), "PNG"), "a.png")
    image = Image.objects.get()
    fields = {"title": "Khác", "collection": image.collection_id, "tags": ""}

    assert signed_in(cast.toan).post(reverse("wagtailimages:edit", args=[image.pk]), fields).status_code == 302

    assert (Image.objects.get().title, Image.objects.get().file.name) == ("Khác", image.file.name)


# --- Behind the doors: the storage and the rows


def test_row_made_in_code__is_cleaned() -> None:
    image = Image.objects.create(title="x", file=ContentFile(telephone_picture(), name="x.png"))

    assert b"MAKER-OF-TELEPHONES" not in stored(image)
    assert (image.width, image.height) == (30, 40)
    assert image.file.name.endswith(".jpg")
    assert Image.objects.get().file.name == image.file.name


@pytest.mark.parametrize("data", [SVG, HEIC, b"<?php", b"", ACTING])
def test_row_made_in_code__is_refused_with_what_is_no_picture(data: bytes) -> None:
    with pytest.raises((UploadRefused, OSError)), transaction.atomic():
        Image.objects.create(title="x", width=1, height=1, file=ContentFile(data, name="x.png"))
    assert not Image.objects.exists()
    assert not default_storage.exists("original_images")


@pytest.mark.parametrize(("data", "name"), [(ACTING, "x.pdf"), (b"MZ", "x.exe"), (b"<html>", "x.html"), (b"", "x.txt")])
def test_row_made_in_code__is_refused_with_what_is_no_file_we_take(data: bytes, name: str) -> None:
    with pytest.raises(UploadRefused), transaction.atomic():
        Document.objects.create(title="x", file=ContentFile(data, name=name))
    assert not default_storage.exists("documents")


def test_row_made_in_code__does_not_clean_twice() -> None:
    """What `clean_picture` and `check_file` gave back is stored to the byte: its hash is known before."""
    picture, file = clean_picture(telephone_picture(), "a.jpg"), check_file(pdf(), "a.pdf")

    image = Image.objects.create(title="x", file=picture.as_file())
    row = Document.objects.create(title="x", file=file.as_file())

    assert (stored(image), stored(row)) == (picture.data, file.data)


def test_row__points_to_no_file_that_lies_elsewhere() -> None:
    """An upload that waits for its form, or anything else on the disk."""
    waiting = UploadedFile.objects.create(file=ContentFile(ACTING, name="x.pdf"))
    row = Document.objects.create(title="x", file=ContentFile(pdf(), name="x.pdf"))

    for name in (waiting.file.name, "portal.pdf", f"documents/../{waiting.file.name}"):
        row.file.name = name
        with pytest.raises(UploadRefused):
            row.save()
    row.refresh_from_db()
    row.title = "y"
    row.save()


def test_waiting_upload__is_checked_when_it_becomes_a_file(cast: SimpleNamespace) -> None:
    """Wagtail stores it unchecked when another field of the form was wrong; nothing serves it meanwhile."""
    for data, status in ((ACTING, 400), (pdf(), 200)):
        upload = UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(Document),
            file=ContentFile(data, name="x.pdf"),
            uploaded_by_user=cast.toan,
        )
        assert Client().get(f"/media/{upload.file.name}").status_code == 404
        fields = {"title": "x", "collection": cast.unit.toan.collection.pk, "tags": ""}
        sent = {f"uploaded-document-{upload.pk}-{key}": value for key, value in fields.items()}
        url = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[upload.pk])
        assert signed_in(cast.toan).post(url, sent, headers=AJAX).status_code == status
    assert [stored(row) for row in Document.objects.all()] == [pdf()]


def test_waiting_picture__is_cleaned_when_it_becomes_one(cast: SimpleNamespace) -> None:
    upload = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(Image),
        file=ContentFile(telephone_picture(), name="x.jpg"),
        uploaded_by_user=cast.toan,
    )
    fields = {"title": "x", "collection": cast.unit.toan.collection.pk, "tags": ""}
    sent = {f"uploaded-image-{upload.pk}-{key}": value for key, value in fields.items()}
    url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk])

    assert signed_in(cast.toan).post(url, sent, headers=AJAX).status_code == 200

    image = Image.objects.get()
    assert b"MAKER-OF-TELEPHONES" not in stored(image)
    assert (image.width, image.height) == (30, 40)


def test_names__cannot_be_guessed_and_differ_for_the_same_file() -> None:
    images = [Image.objects.create(title="x", file=ContentFile(telephone_picture(), name="a.jpg")) for _ in range(2)]
    copies = [image.get_rendition("width-16") for image in images]
    papers = [Document.objects.create(title="x", file=ContentFile(pdf(), name="a.pdf")) for _ in range(2)]

    names = [row.file.name for row in (*images, *copies, *papers)]

    assert len(set(names)) == 6
    assert all(TOKEN.search(name) for name in names)
    assert all(len(name) < 100 for name in names)


def test_names__of_the_longest_file_keep_their_token() -> None:
    image = Image.objects.create(title="x", file=ContentFile(encoded(pixels(), "PNG"), name="a" * 240 + ".png"))
    copy = image.get_rendition("fill-20x10-c100|format-webp|webpquality-40")

    for name in (image.file.name, copy.file.name):
        assert TOKEN.search(name)
        assert len(name) < 100


def test_rendition__is_a_picture(cast: SimpleNamespace) -> None:
    with pytest.raises(UploadRefused):
        default_storage.save("images/x.png", ContentFile(b"<html>"))
    assert TOKEN.search(default_storage.save("images/x.png", ContentFile(encoded(pixels(), "PNG"))))


def test_other_folders__are_left_alone() -> None:
    assert default_storage.save("intake/thu.eml", ContentFile(b"From: x")) == "intake/thu.eml"


def test_page_of_markup_in_a_text_file__is_never_shown_as_a_page(cast: SimpleNamespace) -> None:
    """The text is taken; it is offered for saving, and no browser guesses that it is a page."""
    row = Document.objects.create(
        title="x", file=ContentFile(b"<script>alert(1)</script>", name="x.txt"), uploaded_by_user=cast.toan
    )
    for url in (f"/media/{row.file.name}", row.url):
        answer = signed_in(cast.toan).get(url)
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"


# --- Whole requests


def test_five_hundred_files_at_once__are_refused_with_a_sentence(cast: SimpleNamespace) -> None:
    client = signed_in(cast.toan)
    client.cookies["portal_language"] = "en"
    many = [SimpleUploadedFile(f"{number}.png", b"x") for number in range(500)]

    answer = client.post(reverse("wagtailimages:add_multiple"), {"files[]": many}, headers=AJAX)

    assert answer.status_code == 400
    assert "At most 50 files can be sent at once." in answer.content.decode()


def test_request_larger_than_the_disk_should_bear__is_refused_before_it_is_read(
    cast: SimpleNamespace, settings: Any, door: Any
) -> None:
    settings.PORTAL_REQUEST_MAX_BYTES = 2000
    answer = door("docs", "single", pdf(text=b"a" * 3000), "a.pdf")

    assert answer.status_code == 400
    assert said(answer, Problem.TOO_BIG)
    assert door("docs", "single", pdf(), "a.pdf").status_code == 302


def test_bad_request__of_another_kind_tells_nothing(cast: SimpleNamespace) -> None:
    answer = Client(headers={"host": "evil.example"}).get("/")
    assert answer.status_code == 400
    assert b"evil" not in answer.content


def test_stored_picture__is_one_that_pillow_reads(cast: SimpleNamespace, door: Any) -> None:
    door("images", "single", encoded(pixels(mode="CMYK"), "JPEG"), "a.jpg")
    with Image.objects.get().file.open() as file, Pillow.open(file) as image:
        assert image.mode == "RGB"
