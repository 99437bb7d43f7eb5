"""The board's pages in Wagtail's editor: who has the text sees it, everybody else the review page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.edit import EditView

from core.clock import now
from editorial.models import EditorialRecord
from editorial.selectors.records import record_of_page
from editorial.selectors.review import holder_line, may_see
from editorial.selectors.timeline import judgement, timeline

HAND_IN = "board-hand-in"  # the button that sends what was saved to the board


class BoardEditView(EditView):
    """Wagtail's edit view, with three things added.

    Whoever may not change the text now is led to the review page and told who has it; what was
    returned says what to fix; a save from an outdated page is refused and loses nothing.
    """

    def dispatch(self, request: HttpRequest, page_id: int, **kwargs: Any) -> HttpResponse:
        record = EditorialRecord.objects.select_related("school", "editor").filter(page_id=page_id).first()
        if record is not None and self._is_elsewhere(request, record):
            messages.info(request, holder_line(record, request.user, now()))
            return redirect("board_review", record.pk)
        return super().dispatch(request, page_id, **kwargs)

    def _is_elsewhere(self, request: HttpRequest, record: EditorialRecord) -> bool:
        """The text is not this person's to change now, but he may see where it is."""
        if not may_see(record, request.user, now()):
            return False
        may_edit = record.page.specific.permissions_for_user(request.user).can_edit()
        return record.is_notice or not may_edit

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        record = record_of_page(self.page)
        told = what_to_fix(record) if record is not None else ""
        if record is not None and told:
            where = messages.button(reverse("board_review", args=[record.pk]), _("Where is it now?"))
            messages.warning(request, told, buttons=[where])
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Wagtail looks for a newer version only when it saves by itself; here every save does."""
        if self.is_out_of_date and not self.expects_json_response:
            return self._show_typed_again(request)
        return super().post(request, *args, **kwargs)

    def _show_typed_again(self, request: HttpRequest) -> HttpResponse:
        self.form = self.form_class(
            request.POST,
            request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=request.user,
        )
        self.form.defer_required_fields()
        self.form.is_valid()
        self.has_unsaved_changes = True
        messages.error(request, newer_version(self.latest_revision))
        response: HttpResponse = self.render_to_response(self.get_context_data())
        response.status_code = 409
        return response

    def add_save_confirmation_message(self) -> None:
        """Handing in says more than that the page was saved."""
        if HAND_IN not in self.request.POST:
            super().add_save_confirmation_message()


def newer_version(revision: Any) -> str:
    """What somebody reads who would have written over another person's work."""
    who = revision.user.get_full_name() if revision.user else ""
    return _(
        "Not saved: %(who)s saved a newer version while you were writing. Your text still stands below. "
        "Open the item in another window, and put your changes into the newer version; or save again to "
        "replace it."
    ) % {"who": who}


def what_to_fix(record: EditorialRecord) -> str:
    """What whoever returned the item asked for; empty when it was not returned."""
    event = judgement(record, timeline(record))
    return _("%(who)s asks you to fix: %(note)s") % {"who": event.who, "note": event.note} if event else ""
