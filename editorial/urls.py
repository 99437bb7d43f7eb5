"""Public addresses of the board; its screens are registered in `wagtail_hooks`."""

from __future__ import annotations

from django.urls import URLPattern, path

from editorial.views import guests, inspection, propose, report

urlpatterns: list[URLPattern] = [
    path("bao-cao-trang/<int:page_id>/", report.report_page, name="report_page"),
    path("gui-bai/khach/<str:token>/", guests.guest_form, name="guest_form"),
    path("gui-bai/da-gui/<str:code>/", guests.guest_status, name="guest_status"),
    path("de-nghi-sua/<int:page_id>/", propose.propose, name="propose_correction"),
    path("kiem-tra/<str:token>/", inspection.inspection, name="inspection"),
    path("kiem-tra/<str:token>/tat-ca.zip", inspection.everything, name="inspection_zip"),
    path("kiem-tra/<str:token>/tep/<int:pk>/", inspection.inspected_file, name="inspection_file"),
    path("theo-doi/", report.find_report, name="report_find"),
    path("theo-doi/<str:code>/", report.report_status, name="report_status"),
]
