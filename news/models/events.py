"""Events before the public: the announcement, and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import BodyBlock
from core.models import BodyField
from editorial.models import choices
from editorial.models.pages import BoardPage
from news.rules.announcing import Times, has_wrong_order

TIMES = ("starts_on", "starts_time", "ends_on", "ends_time")


def times_of(row: Any) -> Times:
    """Days and hours of an event or of its announcement."""
    return Times(*(getattr(row, name) for name in TIMES))


class EventPage(BoardPage):
    """The announcement of an event; its words and days are cleared by the chain like an article's.

    What the board changes in its own record of the event never shows here by itself: the page only
    says, in fixed words, that the event was cancelled or is being moved.
    """

    event = models.OneToOneField(
        "editorial.Event",
        on_delete=models.PROTECT,
        related_name="announcement",
        editable=False,
        verbose_name=_("event"),
    )
    summary = models.TextField(
        _("summary"), max_length=400, help_text=_("One or two sentences: what it is, and for whom.")
    )
    kind = models.CharField(_("kind of event"), max_length=20, choices=choices.choices(choices.EVENT_KINDS))
    starts_on = models.DateField(_("first day"), null=True)
    starts_time = models.TimeField(_("begins at"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, help_text=_("The same day again for an event of one day."))
    ends_time = models.TimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=150, blank=True)
    units = ParentalManyToManyField("school.Unit", blank=True, related_name="+", verbose_name=_("units taking part"))
    body = BodyField(BodyBlock(), blank=True, verbose_name=_("text"))

    parent_page_types = ["news.UnitIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False
    is_announcement = True
    template = "news/event_page.html"

    content_panels = [
        FieldPanel("title", heading=_("What takes place")),
        FieldPanel("summary"),
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("starts_time")]),
                FieldRowPanel([FieldPanel("ends_on"), FieldPanel("ends_time")]),
                FieldPanel("place"),
            ],
            heading=_("When and where"),
            help_text=_("As in the board's calendar; when the event is moved, write the new days here too."),
        ),
        FieldPanel("units", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    promote_panels: list[Any] = []
    search_fields = [*BoardPage.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("announcement of an event")
        verbose_name_plural = _("announcements of events")

    def content_errors(self) -> dict[str, list[Any]]:
        """As of every board page; and days that make sense and are those of the board's calendar."""
        errors = super().content_errors()
        for name, text in self._errors_of_times():
            errors[name] = [text]
        return errors

    def _errors_of_times(self) -> Iterator[tuple[str, str]]:
        if self.event.is_cancelled:
            yield "event", gettext("This event has been cancelled.")
        elif self.starts_on is None:
            yield "starts_on", gettext("Say on which day the event begins.")
        elif self.ends_on is None:
            yield "ends_on", gettext("Say on which day the event ends; for an event of one day, the same day again.")
        elif has_wrong_order(times_of(self)):
            yield "ends_on", gettext("The event ends before it begins. Check its days and times.")
        elif times_of(self) != times_of(self.event):
            yield "starts_on", gettext("The board's calendar has other days or times. Both must say the same.")
