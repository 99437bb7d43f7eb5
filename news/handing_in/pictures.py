"""Pictures of the simple form: stored at once, so that nothing is uploaded twice; carried on by signed notes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from wagtail.images import get_image_model

from core.blocks import NOT_AGREED, PEOPLE
from core.pictures import clean_picture
from core.uploads.fields import taken
from core.uploads.limits import picture_limits
from editorial.intake.plain import plain_line
from news.handing_in.simple import SimplePicture
from news.rules.handing_in import MOST_PICTURES
from school.models import Unit, User

SALT = "news.handing_in.picture"
TITLE_LENGTH, WORDS_LENGTH = 120, 250


@dataclasses.dataclass(slots=True)
class PictureRow:
    """A picture in the form: its note, its words, and what is wrong with them, by field."""

    image: Any
    note: str
    alt: str = ""
    caption: str = ""
    people: str = ""
    errors: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def given(self) -> SimplePicture:
        """The picture as it is saved."""
        return SimplePicture(self.image.pk, self.alt, self.caption, self.people)

    @property
    def choices(self) -> list[tuple[str, Any]]:
        """The answers to choose from."""
        return PEOPLE


def note_of(image_id: int, user: User) -> str:
    """A signed line by which this person's form names a picture."""
    return signing.dumps([image_id, user.pk], salt=SALT)


def store(uploads: Iterable[Any], unit: Unit, user: User, room: int = MOST_PICTURES) -> tuple[list[Any], list[str]]:
    """Clean and store each picture in the unit's collection; the rows, and a sentence for each that is refused."""
    stored: list[Any] = []
    refused: list[str] = []
    for upload in uploads:
        try:
            if len(stored) >= room:
                raise ValidationError(_("At most %(limit)s pictures in one item.") % {"limit": MOST_PICTURES})
            stored.append(_store_one(upload, unit, user))
        except ValidationError as error:
            refused.append(f"{plain_line(upload.name or '', TITLE_LENGTH)}: {next(iter(error.messages))}")
    return stored, refused


def _store_one(upload: Any, unit: Unit, user: User) -> Any:
    clean = taken(upload, clean_picture, picture_limits().max_bytes)
    name = plain_line(upload.name or "", 255)
    title = (PurePosixPath(name).stem or str(clean.name))[:TITLE_LENGTH]
    place = {"collection": unit.collection} if unit.collection_id else {}
    return get_image_model().objects.create(title=title, file=clean, uploaded_by_user=user, **place)


def rows_of(pictures: Iterable[SimplePicture], user: User) -> list[PictureRow]:
    """The pictures of a saved item; one that is gone is left out."""
    rows = list(pictures)
    images = get_image_model().objects.in_bulk([row.image_id for row in rows])
    return [
        PictureRow(images[row.image_id], note_of(row.image_id, user), row.alt, row.caption, row.people)
        for row in rows
        if row.image_id in images
    ]


def rows_from(data: QueryDict, user: User) -> list[PictureRow]:
    """The pictures a sent form names, each once, in its order; a note that is not this person's is left out."""
    keys = list(dict.fromkeys(_keys(data.getlist("picture")[: 2 * MOST_PICTURES], user)))
    images = get_image_model().objects.in_bulk(keys)
    rows = [_row_from(images[key], data, user) for key in keys if key in images]
    return _moved(rows, data.get("act", ""))[:MOST_PICTURES]


def _keys(notes: Iterable[str], user: User) -> Iterator[int]:
    for note in notes:
        try:
            image_id, owner = signing.loads(note, salt=SALT)
        except (signing.BadSignature, ValueError):
            continue
        if owner == user.pk:
            yield image_id


def _row_from(image: Any, data: QueryDict, user: User) -> PictureRow:
    alt, caption, people = (data.get(f"{name}-{image.pk}", "") for name in ("alt", "caption", "people"))
    row = PictureRow(image, note_of(image.pk, user), _line(alt), _line(caption))
    row.people = people if people in dict(PEOPLE) else ""
    for name, text in (("alt", row.alt), ("caption", row.caption)):
        if len(text) > WORDS_LENGTH:
            row.errors[name] = _("At most %(limit)s characters.") % {"limit": WORDS_LENGTH}
    return row


def _line(text: str) -> str:
    """Words on one line, whole however long: too many are refused, not cut."""
    return plain_line(text, max(1, len(text)))


def _moved(rows: list[PictureRow], act: str) -> list[PictureRow]:
    """After one of the buttons beside a picture: up, down, remove."""
    verb, _dash, key = act.partition("-")
    at = next((n for n, row in enumerate(rows) if str(row.image.pk) == key), None)
    if at is None:
        return rows
    if verb == "remove":
        return rows[:at] + rows[at + 1 :]
    to = max(0, min(len(rows) - 1, at + {"up": -1, "down": 1}.get(verb, 0)))
    rows.insert(to, rows.pop(at))
    return rows


def demand_words(rows: Iterable[PictureRow]) -> None:
    """Mark what is missing before the item can be sent; a draft may lack it."""
    for row in rows:
        if not row.alt:
            row.errors["alt"] = _("Say in one sentence what the picture shows.")
        if not row.people:
            row.errors["people"] = _("Say whether anybody can be recognised.")
        if row.people == NOT_AGREED:
            row.errors["people"] = _("Ask them before you send it, or take the picture out.")
