"""The editor's form of every page of the board: it names nothing that its writer may not see (Đ4.1, Đ15.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import ModelChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import BlockField
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.clock import today
from editorial.rules.files import may_see_file
from editorial.selectors.files import file_facts
from editorial.selectors.people import actor_of
from editorial.selectors.units import visible_pages

Named = tuple[type[Model], str]
FILES = (AbstractImage, AbstractDocument)


class BoardPageForm(WagtailAdminPageForm):
    """The form shows the name behind each number it is sent, so a number the choosers do not offer is refused.

    What the page names already stays, whatever became of it since. Raises PermissionDenied.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._named_before = set(self._named(self.get_initial_for_field)) if self.is_bound else set()

    def full_clean(self) -> None:
        """Clean; what is wrong with a number is not shown beside the name it belongs to."""
        super().full_clean()
        if not self.is_bound or self.for_user is None:
            return
        named = set(self._named(self._sent)) - self._named_before
        if any(not self._is_seen(model, key) for model, key in named):
            raise PermissionDenied(_("A page, picture or file was named that you may not see. Nothing was changed."))

    def _sent(self, field: Any, name: str) -> Any:
        return field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))

    def _named(self, value_of: Callable[[Any, str], Any]) -> Iterator[Named]:
        """Type and key of everything that the fields name."""
        for name, field in self.fields.items():
            value = value_of(field, name)
            if isinstance(field, BlockField) and value is not None:
                yield from ((model, str(key)) for model, key, *_ in field.block.extract_references(value))
            elif isinstance(field, ModelChoiceField) and str(value or "").isdecimal():
                yield field.queryset.model, str(value)  # type: ignore[union-attr]  # a page form gives it one

    def _is_seen(self, model: type[Model], key: str) -> bool:
        if issubclass(model, Page):
            return visible_pages(actor_of(self.for_user, today())).filter(pk=key).exists()
        return not issubclass(model, FILES) or self._is_file_seen(model, key)

    def _is_file_seen(self, model: Any, key: str) -> bool:
        row = model.objects.filter(pk=key).first()
        policy = policy_registry.get_by_type(model)
        return (
            row is None
            or policy.user_has_permission_for_instance(self.for_user, "choose", row)
            or bool(may_see_file(actor_of(self.for_user, today()), file_facts(row)))
        )
