"""The blocks a news item is made of, and reading pictures out of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    TextBlock,
    URLBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

TEXT_FEATURES = ["bold", "italic", "ul", "ol", "link"]
PICTURE, GALLERY, FILE, STEPS = "image", "gallery", "file", "steps"
OF_MANY = frozenset({GALLERY, STEPS})  # blocks of several values, each of which may hold a picture
NOT_AGREED = "people_not_agreed"
PEOPLE = [
    ("people_nobody", _("Nobody can be recognised")),
    ("people_agreed", _("Yes, and they agreed")),
    (NOT_AGREED, _("Yes, and not everybody agreed")),
]


class AltTextBlock(CharBlock):
    """The words that stand for a picture; without them the item is not accepted."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field.error_messages["required"] = _(
            "Say in one sentence what the picture shows. Blind readers hear this sentence, "
            "and everybody reads it when the picture does not load."
        )


class HeadingBlock(StructBlock):
    """A heading inside the text; the title of the page is the only one above it."""

    LEVELS = [("2", _("Section")), ("3", _("Part of a section"))]

    text = CharBlock(
        label=_("Heading"),
        max_length=120,
        help_text=_("A few words that tell what the next paragraphs are about."),
    )
    level = ChoiceBlock(choices=LEVELS, default="2", label=_("Level"))

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class PictureBlock(StructBlock):
    """One picture with what must be said about it."""

    KEEPS = [
        ("centre", _("the middle")),
        ("top", _("the upper part")),
        ("bottom", _("the lower part")),
        ("left", _("the left part")),
        ("right", _("the right part")),
    ]

    image = ImageChooserBlock(
        label=_("Picture"),
        help_text=_(
            "At least 1200 pixels wide. Only pictures whose use is allowed: taken by the school, "
            "or with the author's consent; for children also that of their parents."
        ),
    )
    alt = AltTextBlock(
        label=_("What the picture shows"),
        max_length=250,
        help_text=_("For readers who cannot see it: who does what and where. Do not begin with “Picture of”."),
    )
    caption = CharBlock(
        label=_("Caption"),
        required=False,
        max_length=250,
        help_text=_("What a reader cannot see: names, occasion, date. May stay empty."),
    )
    credit = CharBlock(
        label=_("Photographer or source"),
        required=False,
        max_length=120,
        help_text=_("Who took or owns the picture."),
    )
    keeps = ChoiceBlock(
        choices=KEEPS,
        default="centre",
        required=False,
        label=_("Where it is cropped, keep"),
        help_text=_("In lists and galleries a picture is cut to one shape; nobody's head should be missing."),
    )

    people = ChoiceBlock(
        choices=PEOPLE,
        required=False,
        label=_("Can anybody be recognised?"),
        help_text=_("For children their parents must agree too. Readers do not see this answer."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blocks/image.html"


class QuoteBlock(StructBlock):
    """Somebody's own words."""

    text = TextBlock(
        label=_("Quotation"),
        max_length=600,
        help_text=_("The exact words, without quotation marks."),
    )
    speaker = CharBlock(
        label=_("Who says it"),
        required=False,
        max_length=160,
        help_text=_("Name and post, or class."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "blocks/quote.html"


class FileBlock(StructBlock):
    """A file to take away."""

    document = DocumentChooserBlock(
        label=_("File"), help_text=_("PDF if people shall read it, DOCX or XLSX if they fill it in.")
    )
    title = CharBlock(
        label=_("Name of the file for readers"),
        max_length=160,
        help_text=_("For example “Entry form for the maths olympiad”, not the file's name."),
    )

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "blocks/file.html"


class VideoBlock(StructBlock):
    """A link to a video elsewhere; the portal loads nothing from other sites by itself."""

    url = URLBlock(
        label=_("Address of the video"),
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Copied from the address line of the browser; begins with https://."),
    )
    title = CharBlock(label=_("What the video shows"), max_length=160, help_text=_("Readers see these words."))

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"


class BodyBlock(StreamBlock):
    """The body of a news item. Order and number of the parts are free."""

    text = RichTextBlock(
        features=TEXT_FEATURES,
        label=pgettext_lazy("part of an article", "Text"),
        template="blocks/text.html",
        icon="pilcrow",
        help_text=_(
            "The most important first: what, who, when, where. Short paragraphs; "
            "first and last names in full; links with telling words, not “here”."
        ),
    )
    heading = HeadingBlock()
    image = PictureBlock()
    gallery = ListBlock(
        PictureBlock(),
        min_num=2,
        max_num=30,
        icon="folder-open-inverse",
        label=_("Gallery"),
        template="blocks/gallery.html",
        help_text=_("Two pictures or more of the same occasion."),
    )
    quote = QuoteBlock()
    table = TypedTableBlock(
        [("text", CharBlock(required=False, label=_("Text")))],
        icon="table",
        label=_("Table"),
        template="blocks/table.html",
        help_text=_("For figures and timetables only. Every column needs a heading, the table a caption."),
    )
    file = FileBlock()
    video = VideoBlock()


@dataclass(frozen=True)
class Picture:
    """A picture as it stands in a text: the image record (or None if it is gone) and its words."""

    image: Any
    alt: str
    caption: str
    credit: str


def pictures(stream: StreamValue) -> Iterator[Picture]:
    """Every picture of a body in reading order, those of galleries among them."""
    for block in stream:
        if block.block_type == PICTURE:
            yield _picture(block.value)
        elif block.block_type == GALLERY:
            yield from (_picture(value) for value in block.value)


def pictures_not_agreed(stream: StreamValue) -> list[int]:
    """Which pictures of a body, counted from one, show people who did not all agree."""
    values = (value for block in stream if block.block_type in {PICTURE, *OF_MANY} for value in _parts(block))
    return [number for number, value in enumerate(values, start=1) if value.get("people") == NOT_AGREED]


def leave_out(stream: StreamValue, images: Collection[int], documents: Collection[int]) -> None:
    """Take these pictures and files out of a text that is about to be shown; a word marks each place."""
    for block in stream:
        for value in _parts(block):
            for name, keys in (("image", images), ("document", documents)):
                if value.get(name) and value[name].pk in keys:
                    value[name], value["is_removed"] = None, True


def _parts(block: Any) -> list[Any]:
    """The values of a block that may hold a picture or file."""
    if block.block_type in OF_MANY:
        return list(block.value)
    return [block.value] if block.block_type in {PICTURE, FILE} else []


def picture_references(stream: StreamValue) -> Iterator[tuple[int, str]]:
    """Image id of each picture of a body and which part of it is kept, read without any query."""
    for raw in stream.raw_data:
        for value in _raw_pictures(raw):
            if value.get("image"):
                yield int(value["image"]), str(value.get("keeps") or "centre")


def _picture(value: Any) -> Picture:
    """A picture block's value as a `Picture`."""
    return Picture(image=value["image"], alt=value["alt"], caption=value["caption"], credit=value["credit"])


def _raw_pictures(raw: Any) -> list[dict[str, Any]]:
    """The stored picture values of one stored block of a body."""
    if raw["type"] == PICTURE:
        return [raw["value"]]
    if raw["type"] == GALLERY:
        return [item.get("value", item) for item in raw["value"]]
    return []
