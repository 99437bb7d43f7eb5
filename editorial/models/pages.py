"""The abstract page that only the editorial board can bring before the public."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.url_routing import RouteResult

from core.blocks import leave_out
from core.latin import latin_slug
from editorial.forms.board_page import BoardPageForm
from editorial.gates.grants import demand_grant
from editorial.gone import gone
from editorial.models import choices
from editorial.models.guard import OpenGrant
from editorial.permissions import BoardPagePermissionTester
from editorial.rules.vocabulary import Channel, Origin, PublicState
from editorial.selectors.records import record_of_page
from editorial.selectors.takedown import withheld_of

GONE = frozenset({PublicState.HIDDEN, PublicState.TAKEN_DOWN, PublicState.ARCHIVED})


class BoardPage(Page):
    """A page whose way to the public is the board's chain, for everybody.

    `unit` is the unit of the section it stands in. Wagtail's go-live and expiry dates are never
    used: a set posting time and a show-until date are the board's own records.
    """

    # The names it reads from its address; asked with any other its answer is not kept (docs/page-cache.md).
    query_keys: ClassVar[frozenset[str]] = frozenset()
    base_form_class = BoardPageForm

    unit_id: int | None
    unit = models.ForeignKey(
        "school.Unit",
        on_delete=models.PROTECT,
        related_name="+",
        blank=True,
        editable=False,
        verbose_name=_("unit"),
    )
    author_name = models.CharField(
        _("author"),
        max_length=100,
        blank=True,
        help_text=_("The name readers see. A class or a group may sign too."),
    )
    origin = models.CharField(_("origin"), max_length=20, choices=choices.choices(choices.ORIGINS), default=Origin.UNIT)
    channel = models.CharField(
        _("how it reached us"),
        max_length=20,
        choices=choices.choices(choices.CHANNELS),
        default=Channel.PORTAL,
    )
    source_name = models.CharField(
        _("official source"),
        max_length=150,
        blank=True,
        help_text=_("Name the body whose information is quoted, for example the education department."),
    )
    source_url = models.URLField(_("address of the source"), blank=True)

    class Meta:
        abstract = True

    settings_panels: list[Any] = []

    def permissions_for_user(self, user: Any) -> BoardPagePermissionTester:
        """Rights of a person on this page, as the rules of the board give them."""
        return BoardPagePermissionTester(user, self)

    def get_lock(self) -> Any:
        """Wagtail's lock, except that a personal lock never counts on a board page."""
        self.locked = False
        return super().get_lock()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail routes, except that an address that was public once answers 410 and says so."""
        if not self.live and not path_components and self.is_gone():
            return RouteResult(self, kwargs={"is_gone": True})
        return super().route(request, path_components)

    def is_gone(self) -> bool:
        """Whether the page was on the site and was hidden, taken down or ended."""
        record = record_of_page(self)
        return record is not None and record.public in GONE

    def serve(self, request: HttpRequest, *args: Any, is_gone: bool = False, **kwargs: Any) -> HttpResponse:
        """The page; or, for what left the site, a notice without any of its content."""
        if is_gone:
            return gone(request, record_of_page(self))
        self.leave_out_withheld()
        return super().serve(request, *args, **kwargs)

    def leave_out_withheld(self) -> None:
        """Leave out of what is shown the pictures and files that are hidden, and say so in their places."""
        images, documents = withheld_of(self)
        if not images and not documents:
            return
        for field in self._meta.concrete_fields:
            if isinstance(field, StreamField):
                leave_out(getattr(self, field.name), images, documents)

    def get_admin_display_title(self) -> str:
        """In lists and choosers what is posted has its posted title: a new one is the unit's and the board's."""
        title: str = self.title if self.live else super().get_admin_display_title()
        return title

    def content_errors(self) -> dict[str, list[Any]]:
        """What is missing before this item can be handed in, by field; empty when complete."""
        errors: dict[str, list[Any]] = {}
        try:
            self.full_clean()
        except ValidationError as error:
            errors.update(error.message_dict)
        if self.origin == Origin.OFFICIAL_SOURCE and not (self.source_name and self.source_url):
            errors.setdefault("source_name", []).append(_("Name the official source and give its address."))
        return errors

    def forwarding_errors(self) -> dict[str, list[Any]]:
        """What is missing before it goes up, beyond `content_errors`, by field; nothing for most pages."""
        return {}

    def _set_core_field_defaults(self) -> None:
        """As Wagtail does; it leaves a title without Latin letters without an address."""
        page: Any = self
        if not page.slug and (page.path or hasattr(page, "_cached_parent_obj")):
            page.slug = page._get_autogenerated_slug(latin_slug(page.title) or page._meta.model_name)
        super()._set_core_field_defaults()

    def clean(self) -> None:
        super().clean()
        self.go_live_at = None
        self.expire_at = None

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the unit is the unit of the section. The gate itself is a `pre_save` receiver."""
        if self.unit_id is None:
            section: Any = self.get_parent().specific
            self.unit_id = section.unit_id
        super().save(*args, **kwargs)

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Save a new revision. Nothing is overwritten: what somebody has seen stays as it was."""
        return super().save_revision(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish `revision`, under a grant for exactly this revision; raises ChainOnly without."""
        grant = demand_grant(self.pk, OpenGrant.Kind.POST)
        if grant.revision_id != revision.pk:
            demand_grant(None)
        super().publish(revision, *args, **kwargs)
