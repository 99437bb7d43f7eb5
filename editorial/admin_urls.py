"""The board's screens, under the admin's address (`board/…`)."""

from __future__ import annotations

from django.urls import include, path

from editorial.views import (
    acts,
    board,
    calendar,
    clocks,
    desk,
    events,
    intake,
    intake_entering,
    operations,
    review,
    schedule_import,
    takedown,
    themes,
)

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
    path("calendar/", calendar.calendar, name="board_calendar"),
    path("calendar/<int:year>/<slug:verb>/", calendar.act, name="board_calendar_act"),
    path("calendar/terms/<int:pk>/<slug:verb>/", calendar.terms, name="board_calendar_terms"),
    path("clocks/", clocks.clocks, name="board_clocks"),
    path("clocks/<slug:table>.<slug:kind>", clocks.export, name="board_clocks_export"),
    path("events/", events.events, name="board_events"),
    path("events/new/", events.new, name="board_event_new"),
    path("events/schedule/", schedule_import.schedule, name="board_schedule"),
    path("events/schedule/enter/", schedule_import.enter, name="board_schedule_enter"),
    path("events/<int:pk>/", events.event, name="board_event"),
    path("events/<int:pk>/<slug:verb>/", events.act, name="board_event_act"),
    path("themes/", themes.themes, name="board_themes"),
    path("themes/<int:pk>/", themes.theme, name="board_theme"),
    path("themes/<int:pk>/<slug:verb>/", themes.theme_act, name="board_theme_act"),
    path("themes/planned/<int:pk>/<slug:verb>/", themes.planned_act, name="board_planned_act"),
    path("requests/", takedown.requests, name="board_requests"),
    path("requests/<int:pk>/", takedown.takedown_request, name="board_request"),
    path("requests/<int:pk>/<slug:verb>/", takedown.answer, name="board_request_answer"),
    path("removed/", takedown.removed, name="board_removed"),
    path("removed.<slug:kind>", takedown.removed_file, name="board_removed_file"),
    path("operations/", operations.operations, name="board_operations"),
    path("intake/", intake.register, name="board_intake"),
    path("intake/new/", intake_entering.new, name="board_intake_new"),
    path("intake/read/", intake_entering.read, name="board_intake_read"),
    path("intake/<int:pk>/", intake.entry, name="board_intake_entry"),
    path("intake/<int:pk>/receipt/", intake.receipt, name="board_intake_receipt"),
    path("intake/<int:pk>/original/<int:original_id>/", intake.original, name="board_intake_original"),
    path("intake/<int:pk>/<slug:verb>/", intake_entering.act, name="board_intake_act"),
]

urlpatterns = [path("board/", include(screens))]
