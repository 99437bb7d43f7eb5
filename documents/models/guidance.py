"""A page of guidance of the electronic-journal section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from core.blocks import pictures_not_agreed
from core.clock import today
from core.models import BodyField
from documents.blocks.guidance import ClausesBlock, GuidanceBodyBlock, NeededFormsBlock
from documents.models.documents import OfficialDocumentPage
from documents.rules.guidance import Role, Topic
from documents.words import journal as journal_words
from editorial.models import choices
from editorial.models.pages import BoardPage
from school.selectors import units_of

DUTIES = "duties"


class GuidancePage(BoardPage):
    """Help written for one role, tied to the clauses it rests on; it passes the board's chain like an article.

    Its unit is the writer's, so that units do not see each other's drafts (Đ15.2); the section's own
    unit where the writer belongs to none or to that one.
    """

    topic = models.CharField(
        _("topic"), max_length=20, choices=choices.choices(journal_words.TOPICS), default=Topic.INSTRUCTION
    )
    role = models.CharField(
        _("for whom"), max_length=20, choices=choices.choices(journal_words.ROLES), default=Role.EVERYONE
    )
    summary = models.TextField(
        _("summary"), max_length=400, help_text=_("One or two sentences: whom it helps, and with what.")
    )
    body = BodyField(GuidanceBodyBlock(), verbose_name=_("text"))
    helper_post = models.CharField(
        _("who helps"), max_length=120, blank=True, help_text=_("A post, for example “administrator of the journal”.")
    )
    helper_room = models.CharField(_("room"), max_length=60, blank=True)
    helper_phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("Of the school, not private.")
    )
    helper_email = models.EmailField(_("e-mail"), blank=True, help_text=_("Of the school, not private."))
    rests_on = BodyField(ClausesBlock(), blank=True, verbose_name=_("rests on these clauses"))
    forms = BodyField(NeededFormsBlock(), blank=True, verbose_name=_("forms that are needed"))

    is_standing = True
    parent_page_types = ["documents.JournalPage"]
    subpage_types: list[str] = []
    template = "documents/guidance_page.html"

    content_panels = [
        HelpPanel(template="documents/admin/how_to_guide.html", heading=_("How to write guidance")),
        FieldPanel("title", heading=_("Title")),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("role")]),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    tie_panels = [
        MultiFieldPanel(
            [
                FieldPanel("helper_post"),
                FieldRowPanel([FieldPanel("helper_room"), FieldPanel("helper_phone"), FieldPanel("helper_email")]),
            ],
            heading=_("Who helps"),
        ),
        FieldPanel("rests_on"),
        FieldPanel("forms"),
        FieldPanel("author_name"),
        MultiFieldPanel(
            [FieldPanel("origin"), FieldPanel("channel"), FieldPanel("source_name"), FieldPanel("source_url")],
            heading=_("Where it comes from"),
        ),
    ]
    promote_panels: list[Any] = []
    edit_handler = TabbedInterface(
        [ObjectList(content_panels, heading=_("Text")), ObjectList(tie_panels, heading=_("Help, clauses and forms"))]
    )
    search_fields = [*BoardPage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("guidance")
        verbose_name_plural = _("guidance")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new page belongs to the unit of whoever writes it."""
        if self.unit_id is None:
            section: Any = self.get_parent().specific
            own = units_of(self.owner, today()) if self.owner else []
            keys = [unit.pk for unit in own if unit.school_id == section.unit.school_id]
            self.unit_id = section.unit_id if not keys or section.unit_id in keys else keys[0]
        super().save(*args, **kwargs)

    def content_errors(self) -> dict[str, list[Any]]:
        """As of every board page; what it names must be on the site, and nobody is shown who did not agree."""
        errors = super().content_errors()
        for number in pictures_not_agreed(self.body):
            told = gettext("Not everybody in picture %(number)s agreed to be shown. Ask them, or take it out.")
            errors.setdefault("body", []).append(told % {"number": number})
        for name in self._fields_with_unreleased():
            told = gettext("A document that is named here is not on the site. Release that one first.")
            errors.setdefault(name, []).append(told)
        return errors

    def _fields_with_unreleased(self) -> Iterator[str]:
        """Fields that name a document which readers cannot open."""
        named = {"body": self.duty_documents(), "rests_on": _pages(self.rests_on), "forms": _pages(self.forms)}
        every = set().union(*named.values())
        closed = set(OfficialDocumentPage.objects.filter(pk__in=every, live=False).values_list("pk", flat=True))
        return (name for name, keys in named.items() if keys & closed)

    def duty_rows(self) -> list[dict[str, Any]]:
        """The stored values of all duties of the text, in their order."""
        blocks = (row["value"] for row in self.body.raw_data if row["type"] == DUTIES)
        return [item.get("value", item) for block in blocks for item in block]

    def duty_documents(self) -> set[int]:
        """Keys of the documents whose clauses the duties name."""
        return {int(row["page"]) for row in self.duty_rows() if row.get("page")}


def _pages(stream: Any) -> set[int]:
    return {int(row["value"]["page"]) for row in stream.raw_data if row["value"].get("page")}
