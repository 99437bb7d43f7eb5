"""A recognised piece of research, initiative or teaching topic (Đ14.2 dash 3)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Revision
from wagtail.search import index

from core.blocks import BodyBlock, pictures_not_agreed
from core.clock import today
from core.models import BodyField
from core.rules.answers import Refused, demand
from documents.models.unit_written import UnitWrittenPage
from documents.rules.repository import Acceptance, Recognition, is_school_year, may_be_recognised
from documents.words import register as words
from editorial.models import choices
from editorial.rules.reasons import Reason
from editorial.sentences import SENTENCES


class RecognisedWorkPage(UnitWrittenPage):
    """A work that a decision accepted; its way to the public is the board's chain."""

    kind = models.CharField(_("what it is"), max_length=20, choices=choices.choices(words.WORK_KINDS))
    authors = models.CharField(
        _("authors"), max_length=300, help_text=_("Names of the staff who did the work, as the decision has them.")
    )
    school_year = models.CharField(
        _("school year"), max_length=9, help_text=_("Both years with a hyphen, for example 2025-2026.")
    )
    subject = models.CharField(_("subject or field"), max_length=100, blank=True)
    recognition = models.CharField(
        _("recognised at the level of"),
        max_length=20,
        choices=choices.choices(words.RECOGNITIONS),
        default=Recognition.SCHOOL,
    )
    decision_body = models.CharField(_("accepted by"), max_length=200, blank=True)
    decision_number = models.CharField(_("number of the decision"), max_length=60, blank=True)
    decided_on = models.DateField(_("day of the decision"), null=True, blank=True)
    decision = models.ForeignKey(
        "documents.OfficialDocumentPage",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the decision in the register"),
        help_text=_("Leave it empty when it is not in the register."),
    )
    summary = models.TextField(
        _("summary"), max_length=800, help_text=_("What was done, and what it brought, in a few sentences.")
    )
    body = BodyField(BodyBlock(), blank=True, verbose_name=_("text and files"))

    parent_page_types = ["documents.RepositoryIndexPage"]
    subpage_types: list[str] = []
    template = "documents/recognised_work_page.html"

    content_panels = [
        FieldPanel("title", heading=pgettext_lazy("of a work", "Title")),
        FieldPanel("written_by"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("school_year")]),
        FieldPanel("authors"),
        FieldPanel("subject"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("recognition"),
                FieldPanel("decision_body"),
                FieldRowPanel([FieldPanel("decision_number"), FieldPanel("decided_on")]),
                FieldPanel("decision"),
            ],
            heading=_("The decision that accepted it"),
            help_text=_("Only recognised works are shown: without the decision the item is not accepted."),
        ),
        FieldPanel("body"),
    ]
    promote_panels: list[Any] = []
    edit_handler = TabbedInterface([ObjectList(content_panels, heading=_("Work"))])
    search_fields = [
        *UnitWrittenPage.search_fields,
        index.SearchField("authors"),
        index.SearchField("subject"),
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("recognised work")
        verbose_name_plural = _("recognised works")

    def acceptance(self) -> Acceptance:
        """The decision as the rule sees it."""
        return Acceptance(self.decision_body, self.decision_number, self.decided_on)

    def content_errors(self) -> dict[str, list[Any]]:
        """As of every board page; an acceptance decision that was taken, a school year, people who agreed."""
        errors = super().content_errors()
        answer = may_be_recognised(self.acceptance())
        if isinstance(answer, Refused):
            errors.setdefault("decision_number", []).append(SENTENCES[Reason(answer.reason)])
        if self.decided_on is not None and self.decided_on > today():
            errors.setdefault("decided_on", []).append(gettext("The day of the decision lies in the future."))
        if self.school_year and not is_school_year(self.school_year):
            errors.setdefault("school_year", []).append(gettext("Write both years, for example 2025-2026."))
        if self.decision is not None and not self.decision.live:
            errors.setdefault("decision", []).append(gettext("This decision is not on the site. Release it first."))
        for number in pictures_not_agreed(self.body):
            told = gettext("Not everybody in picture %(number)s agreed to be shown. Ask them, or take it out.")
            errors.setdefault("body", []).append(told % {"number": number})
        return errors

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish `revision`; raises RuleRefused when no decision accepted the work."""
        demand(may_be_recognised(revision.as_object().acceptance()))
        super().publish(revision, *args, **kwargs)
