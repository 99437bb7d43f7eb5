"""The board's screens, under the admin's address (`board/…`)."""

from __future__ import annotations

from django.urls import include, path

from editorial.views import acts, board, desk, review

screens = [
    path("review/<int:record_id>/", review.review, name="board_review"),
    path("review/<int:record_id>/preview/", review.preview, name="board_preview"),
    path("review/<int:record_id>/act/<slug:verb>/", acts.act, name="board_act"),
    path("sent/", desk.sent, name="board_sent"),
    path("queue/", desk.queue, name="board_queue"),
    path("members/", board.members, name="board_members"),
    path("members/<int:pk>/end/", board.end, name="board_end_appointment"),
    path("delegate/", board.delegations, name="board_delegations"),
    path("delegate/<int:pk>/<slug:verb>/", board.delegation_act, name="board_delegation_act"),
    path("charter/", board.charter, name="board_charter"),
]

urlpatterns = [path("board/", include(screens))]
