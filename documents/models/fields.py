"""The fields of the register, as Nghị định 30/2020 (Phụ lục VI) and the heads of Russian local acts name them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import BodyField
from documents.blocks.register import ApprovalsBlock, BasesBlock, RegisterFilesBlock, RelationsBlock
from documents.rules.registering import Field, Openness
from documents.words import register as words
from editorial.models import choices

LONGEST_TEXT = 1_500_000  # characters: some five hundred sheets


class RegisterFields(models.Model):
    """What the register says of a document (A48, B01)."""

    kind = models.CharField(_("type of document"), max_length=30, choices=words.TYPE_CHOICES)
    number = models.CharField(
        pgettext_lazy("of a document", "number"),
        max_length=30,
        blank=True,
        help_text=_("As on the paper, for example 198 or 01-30/126. A regulation issued with an order has none."),
    )
    symbol = models.CharField(
        _("symbol"), max_length=40, blank=True, help_text=_("What follows the number, for example QĐ-THPT.")
    )
    issuing_body = models.CharField(_("issuing body"), max_length=200)
    signer_name = models.CharField(_("signed by"), max_length=100, blank=True)
    signer_post = models.CharField(_("post of the signer"), max_length=100, blank=True)
    signer_authority = models.CharField(_("right to sign"), max_length=5, blank=True, choices=words.AUTHORITIES)
    issued_on = models.DateField(
        _("issued on"),
        null=True,
        blank=True,
        help_text=_("The day on the paper; a unit's draft has none yet."),
    )
    effective_on = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("Leave it empty when it is the day of issue.")
    )
    expires_on = models.DateField(
        _("last day in force"), null=True, blank=True, help_text=_("Leave it empty when no end is set.")
    )
    abstract = models.TextField(
        _("abstract"), max_length=500, blank=True, help_text=_("What it is about, in one or two sentences.")
    )
    field = models.CharField(
        _("field of work"), max_length=20, choices=choices.choices(words.FIELDS), default=Field.ORGANISATION
    )
    openness = models.CharField(
        _("openness"), max_length=20, choices=choices.choices(words.OPENNESS), default=Openness.PUBLIC
    )
    for_administration = models.BooleanField(_("administration"), default=False)
    for_teachers = models.BooleanField(_("teachers"), default=False)
    for_class_teachers = models.BooleanField(_("class teachers"), default=False)
    for_pupils = models.BooleanField(_("pupils"), default=False)
    for_parents = models.BooleanField(_("parents"), default=False)
    text = models.TextField(
        _("text of the document"),
        max_length=LONGEST_TEXT,
        blank=True,
        help_text=_(
            "Copied from the signed paper, a line for each heading and clause, numbers as they stand. "
            "The portal reads the articles and clauses from it and says what looks wrong."
        ),
    )
    tree = models.JSONField(default=dict, blank=True, editable=False)
    reading_corrections = models.JSONField(default=None, null=True, blank=True, editable=False)
    files = BodyField(RegisterFilesBlock(), blank=True, verbose_name=_("files"))
    legal_basis = BodyField(BasesBlock(), blank=True, verbose_name=_("legal basis"))
    relations = BodyField(RelationsBlock(), blank=True, verbose_name=_("links to other documents"))
    approvals = BodyField(ApprovalsBlock(), blank=True, verbose_name=_("block of approvals"))
    certificate_number = models.CharField(_("certificate"), max_length=60, blank=True)
    certificate_owner = models.CharField(_("owner of the certificate"), max_length=150, blank=True)
    certificate_from = models.DateField(_("certificate valid from"), null=True, blank=True)
    certificate_to = models.DateField(_("certificate valid to"), null=True, blank=True)
    override = models.CharField(
        _("validity, if it differs"),
        max_length=20,
        blank=True,
        choices=choices.choices(words.OVERRIDES),
        help_text=_("Leave it empty: then the dates and the links to other documents tell."),
    )
    override_reason = models.CharField(_("why it differs"), max_length=300, blank=True)
    is_board_regulation = models.BooleanField(
        _("the regulation of this portal"),
        default=False,
        help_text=_("The board's messages name its clauses and lead to them."),
    )

    class Meta:
        abstract = True
