"""The shallow gate: Wagtail's own ways round the board say no in a clear sentence.

The deep gates (permission testers, grants, receivers, triggers) would refuse each of these too;
here a person learns why, and where the same thing is done.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from wagtail.admin import messages
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action import index as bulk_actions
from wagtail.models import Page

from core.rules.answers import RuleRefused
from editorial.actions import discard
from editorial.models.pages import BoardPage
from editorial.register_permissions import only_visible
from editorial.selectors.records import record_of_page
from editorial.sentences import sentence

CHAIN = gettext_lazy("Items reach the site, change on it and leave it by the editorial board only.")
TAKE_DOWN = gettext_lazy(
    "Only the head takes an item off the site, on its review page. Ask the head; in an emergency a deputy or "
    "the secretary hides it there at once."
)
PLACES = gettext_lazy("Sections and addresses of the portal are fixed; items stay where they were written.")
PEOPLE = gettext_lazy("Accounts are changed one by one, and switched off rather than deleted.")
WORKFLOW = gettext_lazy("The chain is set up by the charter and by code, never here.")
DECIDE = gettext_lazy("Decisions are taken on the board's review page.")


def refusal(request: HttpRequest, why: str | Promise) -> HttpResponse:
    """A page that says why not and leads back to the desk; 403."""
    return render(request, "editorial/desk/shut.html", {"why": why}, status=403)


def shut(why: str | Promise) -> Any:
    """A view that refuses everybody, superusers included."""

    def refuse(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return refusal(request, why)

    return never_cache(require_admin_access(refuse))


@never_cache
@require_admin_access
def bulk(request: HttpRequest, app_label: str, model_name: str, action: str) -> HttpResponse:
    """Many at once is for pictures and files only, never for items or people."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        return bulk_actions(request, app_label, model_name, action)
    if issubclass(model, Page):
        return refusal(request, CHAIN)
    if issubclass(model, get_user_model()):
        return refusal(request, PEOPLE)
    return bulk_actions(request, app_label, model_name, action)


def no_bulk(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """`before_bulk_action`: the same, in case another address leads there."""
    if any(isinstance(row, Page) for row in objects):
        return refusal(request, CHAIN)
    if any(isinstance(row, get_user_model()) for row in objects):
        return refusal(request, PEOPLE)
    return None


def no_chain(request: HttpRequest, page: Page, *args: Any) -> HttpResponse:
    """`before_publish_page` and its kin: not here."""
    return refusal(request, CHAIN)


def no_take_down(request: HttpRequest, page: Page, *args: Any) -> HttpResponse:
    """`before_unpublish_page`: the head takes down, on the review page."""
    return refusal(request, TAKE_DOWN)


def no_move(request: HttpRequest, page: Page, *args: Any) -> HttpResponse:
    """`before_move_page`, `before_copy_page`: sections are fixed."""
    return refusal(request, PLACES)


def delete_draft(request: HttpRequest, page: Page) -> HttpResponse | None:
    """`before_delete_page`: a unit throws away what it never handed in, by our own action."""
    specific = page.specific
    if not isinstance(specific, BoardPage):
        return refusal(request, PLACES)
    if request.method != "POST":
        return None
    record = record_of_page(page)
    if record is None:
        return refusal(request, CHAIN)
    user: Any = request.user
    try:
        discard(record_id=record.pk, user=user)
    except RuleRefused as error:
        return refusal(request, sentence(error.refused, record.school.country))
    messages.success(request, _("The draft “%(title)s” is thrown away.") % {"title": record.title})
    return redirect("wagtailadmin_home")


class ReadOnlyPagesAPI(PagesAdminAPIViewSet):
    """What the sidebar needs: to list and to look. No action of Wagtail's internal API."""

    actions: dict[str, Any] = {}

    def get_base_queryset(self) -> Any:
        """Only pages this person may meet."""
        return only_visible(super().get_base_queryset(), self.request.user)
