"""Addresses of Wagtail's back office that lead round the board: every one of them answers 403.

They stand before Wagtail's own in `portal.urls`, so that they hold for superusers too.
"""

from __future__ import annotations

from django.urls import path

from editorial import side_doors
from editorial.views.side_doors import CHAIN, DECIDE, PLACES, TAKE_DOWN, WORKFLOW, bulk, shut

PAGES = "pages/<int:page_id>"

urlpatterns = [
    path("bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk),
    path(f"{PAGES}/unpublish/", shut(TAKE_DOWN)),
    path(f"{PAGES}/privacy/", shut(CHAIN)),
    path(f"{PAGES}/lock/", shut(CHAIN)),
    path(f"{PAGES}/unlock/", shut(CHAIN)),
    path(f"{PAGES}/convert_alias/", shut(CHAIN)),
    path(f"{PAGES}/revisions/<int:revision_id>/unschedule/", shut(CHAIN)),
    path(f"{PAGES}/copy/", shut(PLACES)),
    path(f"{PAGES}/move/", shut(PLACES)),
    path(f"{PAGES}/move/<int:destination_id>/confirm/", shut(PLACES)),
    path(f"{PAGES}/set_position/", shut(PLACES)),
    path("pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/", shut(DECIDE)),
    path(
        "pages/workflow/collect_action_data/<int:page_id>/<slug:action_name>/<int:task_state_id>/",
        shut(DECIDE),
    ),
    path("pages/workflow/confirm_cancellation/<int:page_id>/", shut(DECIDE)),
    path("workflows/", shut(WORKFLOW)),
    path("workflows/<path:rest>", shut(WORKFLOW)),
    path("reports/workflow/", shut(DECIDE)),
    path("reports/workflow/results/", shut(DECIDE)),
    path("reports/workflow_tasks/", shut(DECIDE)),
    path("reports/workflow_tasks/results/", shut(DECIDE)),
    path("reports/locked/", shut(CHAIN)),
    path("reports/locked/results/", shut(CHAIN)),
    *side_doors.urlpatterns,
]
