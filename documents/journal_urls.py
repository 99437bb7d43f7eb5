"""Public addresses of the journal's help desk."""

from __future__ import annotations

from django.urls import URLPattern, path

from documents.views import questions

urlpatterns: list[URLPattern] = [
    path("hoi-ve-so-diem/", questions.ask, name="journal_ask"),
    path("hoi-ve-so-diem/tra-loi/", questions.find, name="journal_find"),
    path("hoi-ve-so-diem/tra-loi/<str:code>/", questions.answer, name="journal_answer"),
]
