"""Learning resources elsewhere, by subject."""

from __future__ import annotations

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, DateBlock, ListBlock, StreamBlock, StructBlock, StructValue, URLBlock

from documents.rules.resources import Licence
from documents.words import register as words
from editorial.models import choices


class ResourceValue(StructValue):
    """A resource; `licence_name` is its licence in words."""

    @property
    def licence_name(self) -> str:
        """Who may use it, in the reader's language."""
        return choices.label(words.LICENCES, self.get("licence") or Licence.OPEN)


class ResourceBlock(StructBlock):
    """One resource; the portal only links to it."""

    name = CharBlock(label=_("Name"), max_length=160)
    address = URLBlock(label=_("Address"), validators=[URLValidator(schemes=["https", "http"])])
    grades = CharBlock(label=_("For which classes"), max_length=60, required=False, help_text=_("For example 10–12."))
    licence = ChoiceBlock(
        choices=choices.choices(words.LICENCES), default=Licence.OPEN, label=_("Who may use it, and how")
    )
    checked_on = DateBlock(label=_("Last looked at on"), help_text=_("The day somebody saw that the address works."))

    class Meta:
        icon = "link"
        label = _("Resource")
        value_class = ResourceValue


class SubjectBlock(StructBlock):
    """The resources of one subject."""

    subject = CharBlock(label=_("Subject"), max_length=100)
    links = ListBlock(ResourceBlock(), min_num=1, max_num=60, label=_("Resources"))

    class Meta:
        icon = "list-ul"
        label = _("Subject")
        template = "documents/resources.html"


class ResourcesBlock(StreamBlock):
    """Every subject of a list."""

    subject = SubjectBlock()
