"""Public addresses of the register that are not pages: what stands beside a document or its section."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from documents.views import addressed, comparing, extracting, printing, questions, verifying

BESIDE = r"^(?P<path>(?:[\w\-]+/)+)"

urlpatterns: list[URLPattern] = [
    path("hoi-ve-so-diem/", questions.ask, name="journal_ask"),
    path("hoi-ve-so-diem/tra-loi/", questions.find, name="journal_find"),
    path("hoi-ve-so-diem/tra-loi/<str:code>/", questions.answer, name="journal_answer"),
    re_path(rf"{BESIDE}feed\.xml$", addressed.feed, name="documents_feed"),
    re_path(rf"{BESIDE}document\.pdf$", printing.document_pdf, name="document_pdf"),
    re_path(rf"{BESIDE}compare/$", comparing.compare, name="document_compare"),
    re_path(rf"{BESIDE}extract/$", extracting.extract, name="document_extract"),
    re_path(rf"{BESIDE}extract\.pdf$", extracting.extract_pdf, name="document_extract_pdf"),
    path("xac-minh/", verifying.verify, name="verify_extract"),
    path("xac-minh/<str:code>/", verifying.verify, name="verify_extract_code"),
    path("proverka/", verifying.verify, name="verify_extract_ru"),
    path("proverka/<str:code>/", verifying.verify, name="verify_extract_code_ru"),
]
