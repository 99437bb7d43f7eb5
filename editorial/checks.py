"""House rules of the board as system checks."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError, connections
from wagtail.models import Page

from core.models import StructurePage
from editorial.gates import triggers
from editorial.models.pages import BoardPage
from editorial.signal_handlers import WAGTAIL_MAILS


@register("editorial")
def every_page_type_is_the_boards(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Each page type is a `BoardPage` or a `StructurePage`: nothing else can carry text."""
    return [
        Error(
            f"{model._meta.label} is neither a BoardPage nor a StructurePage.",
            hint="Only the board's chain may bring text before the public.",
            obj=model,
            id="editorial.E001",
        )
        for model in apps.get_models()
        if issubclass(model, Page) and model is not Page and not issubclass(model, BoardPage | StructurePage)
    ]


@register("editorial")
def wagtail_mails_are_silent(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Wagtail's own workflow mails are off: they leave inside the transaction."""
    return [
        Error(
            f"Wagtail's mail {uid} is connected.",
            hint="Put the editorial app behind wagtail.admin in INSTALLED_APPS.",
            id="editorial.E002",
        )
        for signal, (_sender, uid) in WAGTAIL_MAILS.items()
        if any(key[0] == uid for key, *_rest in signal.receivers)
    ]


@register(Tags.database)
def triggers_are_in_place(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Warning]:
    """Every trigger of the board stands in the database (`check --database default`)."""
    found: list[Warning] = []
    for alias in databases or []:
        try:
            if "editorial_guardedtype" not in connections[alias].introspection.table_names():
                continue
            names = triggers.missing(connections[alias])
        except DatabaseError:
            continue
        if names:
            found.append(
                Warning(
                    f"Missing triggers: {', '.join(names)}.",
                    hint="Run manage.py migrate; it makes them again.",
                    id="editorial.W001",
                )
            )
    return found
