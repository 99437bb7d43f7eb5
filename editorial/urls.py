"""Public addresses of the board; its screens are registered in `wagtail_hooks`."""

from __future__ import annotations

from django.urls import URLPattern, path

from editorial.views import report

urlpatterns: list[URLPattern] = [
    path("bao-cao-trang/<int:page_id>/", report.report_page, name="report_page"),
    path("theo-doi/", report.find_report, name="report_find"),
    path("theo-doi/<str:code>/", report.report_status, name="report_status"),
]
