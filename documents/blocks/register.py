"""What a document carries besides its fields: files, legal basis, links to others, the block of approvals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock

from documents.rules.registering import ApprovalKind, Relation
from documents.words import register as words
from editorial.models import choices

PAGE = "documents.OfficialDocumentPage"
FILE_KINDS = [
    ("scan", _("Signed copy")),
    ("original", _("Text to work with")),
    ("signature", _("Signature file")),
    ("annex", _("Annex or form")),
]


class RegisterFileBlock(StructBlock):
    """One file of a document, taken down and hidden like any other file of the portal."""

    document = DocumentChooserBlock(label=_("File"))
    kind = ChoiceBlock(choices=FILE_KINDS, default="scan", label=_("What the file is"))
    title = CharBlock(label=_("Name of the file for readers"), max_length=160, required=False)

    class Meta:
        icon = "doc-full"
        label = _("File")
        template = "documents/file.html"


class RegisterFilesBlock(StreamBlock):
    """The files of a document; the block is called as in articles, so that hiding a file works the same."""

    file = RegisterFileBlock()

    class Meta:
        max_num = 20


class BasisBlock(StructBlock):
    """An act the document rests on, as it is cited."""

    text = CharBlock(
        label=_("As it is cited"),
        max_length=500,
        help_text=_("With kind, number, day and body, for example “Circular 32/2020/TT-BGDĐT of 15/09/2020”."),
    )
    page = PageChooserBlock(page_type=PAGE, required=False, label=_("The act in this register"))

    class Meta:
        icon = "link"
        label = _("Legal basis")


class BasesBlock(StreamBlock):
    """Everything a document rests on, in its order."""

    basis = BasisBlock()


class RelationBlock(StructBlock):
    """What this document does to another one."""

    kind = ChoiceBlock(choices=choices.choices(words.RELATIONS), default=Relation.RELATES, label=_("This document"))
    page = PageChooserBlock(page_type=PAGE, required=False, label=_("The other document, in this register"))
    text = CharBlock(
        label=_("The other document, in words"),
        max_length=300,
        required=False,
        help_text=_("Only when it is not in the register."),
    )
    clauses = CharBlock(
        label=_("Only these clauses"),
        max_length=200,
        required=False,
        help_text=_("Leave it empty when the whole document is meant."),
    )

    class Meta:
        icon = "link"
        label = _("Link to another document")


class RelationsBlock(StreamBlock):
    """Every link of a document."""

    relation = RelationBlock()


class ApprovalBlock(StructBlock):
    """A line of the block at the head of a local act."""

    kind = ChoiceBlock(
        choices=choices.choices(words.APPROVALS),
        default=ApprovalKind.APPROVED,
        label=pgettext_lazy("act", "What was done"),
    )
    body = CharBlock(label=_("By whom"), max_length=200)
    act = CharBlock(
        label=_("By which paper"), max_length=60, required=False, help_text=_("For example “protocol” or “order”.")
    )
    number = CharBlock(label=_("Its number"), max_length=30, required=False)
    on = DateBlock(label=_("Its day"), required=False)

    class Meta:
        icon = "check"
        label = _("Approval")


class ApprovalsBlock(StreamBlock):
    """Considered, agreed, approved: in the order of the paper."""

    approval = ApprovalBlock()
