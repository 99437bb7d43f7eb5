"""Public addresses of the board; its screens are registered in `wagtail_hooks`."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
