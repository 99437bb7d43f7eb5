"""The addresses of reading a file into the register; nothing is decided here."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from documents.views import import_register, importing

BASE = "board/documents/read/"


@hooks.register("register_admin_urls")
def register_urls() -> list[URLPattern]:
    """Upload, check, correct, register."""
    return [
        path(BASE, importing.imports, name="board_imports"),
        path(f"{BASE}<int:pk>/", importing.one_import, name="board_import"),
        path(f"{BASE}<int:pk>/correct/<int:line>/", importing.correct, name="board_import_correct"),
        path(f"{BASE}<int:pk>/register/", import_register.register_read, name="board_import_register"),
        path(f"{BASE}<int:pk>/edition/", import_register.new_edition, name="board_import_edition"),
        path(f"{BASE}<int:pk>/discard/", importing.discard, name="board_import_discard"),
    ]
