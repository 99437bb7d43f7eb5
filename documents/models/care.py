"""The fields of the register about looking after a document: owner, review, retention, drafts for comment."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from documents.words import care as care_words
from editorial.models import choices


class CareFields(models.Model):
    """Who looks after a document, until when it is kept, and the approval that a draft for comment needs.

    All may stay empty: a document from before these fields is as valid as it was.
    """

    owner_unit_id: int | None
    owner_unit = models.ForeignKey(
        "school.Unit",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("looked after by"),
        help_text=_("This unit keeps the document right; a deputy releases the documents of his units."),
    )
    review_on = models.DateField(
        _("to be reviewed on"),
        null=True,
        blank=True,
        help_text=_("Leave it empty: then it is a year after it was posted or said to be still right."),
    )
    retention = models.CharField(
        _("to be kept"), max_length=12, blank=True, choices=choices.choices(care_words.RETENTIONS)
    )
    standing = models.CharField(_("standing"), max_length=12, blank=True, choices=choices.choices(care_words.STANDINGS))
    superior_body = models.CharField(_("superior body that approved the draft"), max_length=200, blank=True)
    superior_number = models.CharField(_("number of the approval"), max_length=60, blank=True)
    superior_on = models.DateField(_("day of the approval"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_for_comment(self) -> bool:
        """Whether it is a draft that people may comment on."""
        return self.standing == care_words.Standing.FOR_COMMENT
