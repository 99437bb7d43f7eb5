"""The article."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from core.blocks import BodyBlock, pictures_not_agreed
from core.models import BodyField
from editorial.models import choices
from editorial.models.pages import BoardPage
from news.forms import NewsPageForm


class Category(models.Model):
    """A rubric of the site (chuyên mục)."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class NewsPageTag(TaggedItemBase):
    """A keyword of an article."""

    content_object = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")


class NewsPage(BoardPage):
    """An article of a unit; its way to the public is the board's chain."""

    lead = models.TextField(
        _("lead"),
        max_length=400,
        help_text=_("One or two sentences: what happened, where, when, who took part."),
    )
    body = BodyField(BodyBlock(), verbose_name=_("text"))
    categories = ParentalManyToManyField(Category, verbose_name=_("categories"), related_name="pages")
    co_units = ParentalManyToManyField(
        "school.Unit",
        blank=True,
        verbose_name=_("together with"),
        related_name="+",
        help_text=_("Units that worked on it with yours."),
    )
    event = models.ForeignKey(
        "editorial.Event",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("event in the calendar"),
        help_text=_("The event this item tells of. Leave it empty when it tells of none, or of one not listed here."),
    )
    event_kind = models.CharField(
        _("kind of event"),
        max_length=20,
        choices=choices.choices(choices.EVENT_KINDS),
        blank=True,
        help_text=_("Only for an event that is not in the list: it is entered when you send the item to the board."),
    )
    event_ended_on = models.DateField(
        _("last day of the event"),
        null=True,
        blank=True,
        help_text=_("The time for writing runs from this day."),
    )
    tags = ClusterTaggableManager(through=NewsPageTag, blank=True, verbose_name=_("keywords"))

    parent_page_types = ["news.UnitIndexPage"]
    subpage_types: list[str] = []
    template = "news/news_page.html"
    base_form_class = NewsPageForm

    content_panels = [
        HelpPanel(template="editorial/panels/guidance.html", heading=_("How to write an item")),
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("author_name"),
        MultiFieldPanel(
            [FieldPanel("event"), FieldPanel("event_kind"), FieldPanel("event_ended_on")],
            heading=_("The event"),
            help_text=_(
                "An item about something the school did is due three days after it. "
                "Say which event it was: then the board sees that it is written."
            ),
        ),
    ]
    place_panels = [
        FieldPanel("categories", widget=forms.CheckboxSelectMultiple),
        FieldPanel("tags"),
        FieldPanel("co_units", widget=forms.CheckboxSelectMultiple),
        MultiFieldPanel(
            [
                FieldPanel("origin"),
                FieldPanel("channel"),
                FieldPanel("source_name"),
                FieldPanel("source_url"),
            ],
            heading=_("Where it comes from"),
        ),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Text")),
            ObjectList(place_panels, heading=_("Category and origin")),
        ]
    )
    search_fields = [*BoardPage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def content_errors(self) -> dict[str, list[Any]]:
        """As of every board page; an event that is not in the calendar needs both its kind and its day.

        A picture of people who did not agree to be shown goes no further (Đ15.2).
        """
        errors = super().content_errors()
        if self.event_kind and not self.event_ended_on:
            errors.setdefault("event_ended_on", []).append(gettext("Say on which day the event ended."))
        if self.event_ended_on and not self.event_kind:
            errors.setdefault("event_kind", []).append(gettext("Say what kind of event it was."))
        for number in pictures_not_agreed(self.body):
            told = gettext("Not everybody in picture %(number)s agreed to be shown. Ask them, or take it out.")
            errors.setdefault("body", []).append(told % {"number": number})
        return errors
