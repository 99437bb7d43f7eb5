"""What a page of guidance is made of: steps, duties with their time limits, questions with answers, warnings."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructBlockValidationError,
    TextBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock

from core.blocks import PEOPLE, FileBlock, HeadingBlock

PAGE = "documents.OfficialDocumentPage"
FEATURES = ["bold", "italic", "ul", "link"]


class StepBlock(StructBlock):
    """One step; its number follows from its place."""

    text = RichTextBlock(
        features=FEATURES, label=_("What to do"), help_text=_("One action: what to press, what to see then.")
    )
    image = ImageChooserBlock(required=False, label=_("Picture"), help_text=_("No names or marks of real pupils."))
    alt = CharBlock(
        required=False,
        max_length=250,
        label=_("What the picture shows"),
        help_text=_("For readers who cannot see it. Needed when there is a picture."),
    )
    people = ChoiceBlock(choices=PEOPLE, required=False, label=_("Can anybody be recognised?"))

    class Meta:
        icon = "order"
        label = _("Step")

    def clean(self, value: Any) -> Any:
        """A picture says what it shows."""
        cleaned = super().clean(value)
        if cleaned.get("image") and not (cleaned.get("alt") or "").strip():
            told = ValidationError(gettext("Say in one sentence what the picture shows."))
            raise StructBlockValidationError(block_errors={"alt": told})
        return cleaned


class DutyBlock(StructBlock):
    """What somebody must do, by when, and the clause that says so."""

    what = TextBlock(label=_("What is to be done"), max_length=400)
    limit = CharBlock(
        required=False,
        max_length=160,
        label=_("Time limit in words"),
        help_text=_("For example “on the day of the lesson”."),
    )
    page = PageChooserBlock(page_type=PAGE, required=False, label=_("The regulation, in the register"))
    clause = CharBlock(
        required=False, max_length=60, label=_("Its clause"), help_text=_("As it is cited, for example 3.4.")
    )

    class Meta:
        icon = "tasks"
        label = _("Duty")


class AnswerBlock(StructBlock):
    """A question that is often asked, and its answer."""

    question = CharBlock(label=_("Question"), max_length=200)
    answer = RichTextBlock(features=FEATURES, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "documents/guidance/answer.html"


class RemarkBlock(StructBlock):
    """A note or a warning beside the text."""

    KINDS = [("note", pgettext_lazy("remark", "Note")), ("warning", pgettext_lazy("remark", "Warning"))]

    kind = ChoiceBlock(choices=KINDS, default="note", label=_("Kind"))
    text = TextBlock(label=pgettext_lazy("part of an article", "Text"), max_length=600)

    class Meta:
        icon = "warning"
        label = _("Note or warning")
        template = "documents/guidance/remark.html"


class GuidanceBodyBlock(StreamBlock):
    """The body of a page of guidance. Order and number of the parts are free."""

    text = RichTextBlock(
        features=FEATURES,
        label=pgettext_lazy("part of an article", "Text"),
        template="blocks/text.html",
        icon="pilcrow",
    )
    heading = HeadingBlock()
    steps = ListBlock(
        StepBlock(),
        min_num=1,
        max_num=40,
        icon="order",
        label=_("Steps"),
        template="documents/guidance/steps.html",
        help_text=_("Numbered by themselves, in the order in which they are done."),
    )
    duties = ListBlock(
        DutyBlock(),
        min_num=1,
        max_num=60,
        icon="tasks",
        label=_("Duties"),
        help_text=_("They stand on “My duties” of this role too."),
    )
    answer = AnswerBlock()
    remark = RemarkBlock()
    table = TypedTableBlock(
        [("text", CharBlock(required=False, label=_("Text")))],
        icon="table",
        label=_("Table"),
        template="blocks/table.html",
    )
    file = FileBlock()


class ClauseBlock(StructBlock):
    """A clause of a regulation that the page rests on."""

    page = PageChooserBlock(page_type=PAGE, label=_("The regulation, in the register"))
    clause = CharBlock(
        required=False,
        max_length=60,
        label=_("Its clause"),
        help_text=_("As it is cited, for example 3.4 or Điều 12 khoản 2. Leave it empty for the whole document."),
    )

    class Meta:
        icon = "link"
        label = _("Clause")


class ClausesBlock(StreamBlock):
    """Everything the page rests on."""

    clause = ClauseBlock()


class NeededFormBlock(StructBlock):
    """A form of the register that is needed."""

    page = PageChooserBlock(page_type=PAGE, label=_("The form, in the register"))

    class Meta:
        icon = "doc-full"
        label = _("Form")


class NeededFormsBlock(StreamBlock):
    """Forms that are needed for what the page says."""

    form = NeededFormBlock()
