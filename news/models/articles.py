"""The article."""

from __future__ import annotations

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from core.blocks import BodyBlock
from core.models import BodyField
from editorial.models.pages import BoardPage


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
    tags = ClusterTaggableManager(through=NewsPageTag, blank=True, verbose_name=_("keywords"))

    parent_page_types = ["news.UnitIndexPage"]
    subpage_types: list[str] = []
    template = "news/news_page.html"

    content_panels = [
        HelpPanel(template="editorial/panels/guidance.html", heading=_("How to write an item")),
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("author_name"),
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
