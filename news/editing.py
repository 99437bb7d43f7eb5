"""The board's buttons in Wagtail's editor: save, and hand in, forward or correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages as django_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from core.clock import now
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.models import EditorialRecord
from editorial.models.pages import BoardPage
from editorial.rules import desk_rules, posting
from editorial.rules.charter import CharterRules
from editorial.rules.facts import Item
from editorial.rules.people import Actor
from editorial.rules.vocabulary import Post, WorkState
from editorial.selectors.people import actor_of
from editorial.selectors.records import item_of, record_of_page, rules_in_force
from editorial.sentences import sentence
from editorial.views.page_editing import HAND_IN
from school.selectors import current_school

FORWARD, CORRECT = "board-forward", "board-correct"


def item_and_actor(context: Mapping[str, Any]) -> tuple[Item | None, Actor]:
    """The item of the page that is edited, None while it is being created, and who edits it."""
    page = context.get("page")
    record = record_of_page(page) if page is not None and page.pk else None
    return (item_of(record) if record else None), actor_of(context["request"].user, localdate(now()))


def is_board_page(context: Mapping[str, Any]) -> bool:
    """Whether the editor shows a page of the board, not another one."""
    if context["view"] == "create":
        return hasattr(context["parent_page"], "unit_id")
    return isinstance(context.get("page"), BoardPage)


class BoardItem(ActionMenuItem):
    """A button that saves the text and then asks the board for something."""

    def is_shown(self, context: Mapping[str, Any]) -> bool:
        """Shown when the rule allows what the button asks for."""
        if context.get("locked_for_user") or not is_board_page(context):
            return False
        item, actor = item_and_actor(context)
        if item is None and getattr(context.get("parent_page"), "is_register", False):
            return self.is_allowed_in_register(actor, context["parent_page"].unit_id)
        return self.is_allowed(item, actor)

    def is_allowed_in_register(self, actor: Actor, unit_id: int) -> bool:
        """Whether the rule allows it for a new document; `unit_id` is the unit of the register itself."""
        return False

    def is_allowed(self, item: Item | None, actor: Actor) -> bool:
        """Whether the rule allows it; `item` is None for a page that is not saved yet. Each button says by which."""
        return False


class HandInItem(BoardItem):
    """Save and send to the board."""

    label = gettext_lazy("Send to the editorial board")
    name = HAND_IN
    icon_name = "mail"
    order = 10

    def is_allowed(self, item: Item | None, actor: Actor) -> bool:
        if not rules().has_editing_stage and not (item is not None and item.is_document):
            return False
        return item is None or bool(desk_rules.may_hand_in(actor, item))

    def is_allowed_in_register(self, actor: Actor, unit_id: int) -> bool:
        return True


class ForwardItem(BoardItem):
    """Save and go to the checklist: an editor's own text, or the one he holds."""

    label = gettext_lazy("Save and forward for approval")
    name = FORWARD
    icon_name = "arrow-right"
    order = 20

    def is_allowed(self, item: Item | None, actor: Actor) -> bool:
        if item is None:
            return bool(actor.posts & {Post.EDITOR, Post.SECRETARY}) or not rules().has_editing_stage
        sends_up = desk_rules.may_hand_in_and_forward(actor, item, rules())
        return bool(desk_rules.may_forward(actor, item)) or bool(sends_up)

    def is_allowed_in_register(self, actor: Actor, unit_id: int) -> bool:
        fields = actor.field_ids or frozenset({unit_id})
        return any(desk_rules.may_place(actor, field_id, rules()) for field_id in fields)


def rules() -> CharterRules:
    """The charter in force; the regulation's own values before there is a school."""
    school = current_school()
    return rules_in_force(school) if school else CharterRules()


class CorrectionItem(BoardItem):
    """Save and send what was changed in a posted item as a small correction."""

    label = gettext_lazy("Save and send as a small correction")
    name = CORRECT
    icon_name = "edit"
    order = 30

    def is_allowed(self, item: Item | None, actor: Actor) -> bool:
        if item is None or item.work_state is not WorkState.PUBLISHED:
            return False
        return bool(posting.may_correct(actor, item))


def after_saving(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Do what the pressed button asks for; the text itself is saved already, whatever follows."""
    record = record_of_page(page) if isinstance(page, BoardPage) else None
    if record is None:
        return None
    if FORWARD in request.POST:
        _forget_messages(request)
        messages.info(request, saved_words(record))
        opened = forward_form(record)
        return redirect(f"{reverse('board_review', args=[record.pk])}?open={opened}#act-{opened}")
    if HAND_IN in request.POST:
        return _do(request, record, actions.hand_in, _("Sent to the editorial board: “%(title)s”."))
    if CORRECT in request.POST:
        told = _("Sent as a small correction: “%(title)s”. It goes online when a superior clears it.")
        return _do(request, record, actions.send_correction, told)
    return None


def saved_words(record: EditorialRecord) -> str:
    """What comes next on the way up; whoever changes a public page says what readers are told."""
    if record.live_clearance_id is None:
        return _("The text is saved. Answer the checklist to forward it.")
    return _("The text is saved. Answer the checklist and say what readers are told about the change.")


def forward_form(record: EditorialRecord) -> str:
    """Which form of the review page forwards this item: held by an editor, or sent and forwarded."""
    return "forward" if record.work is WorkState.IN_EDITING else "hand_in_and_forward"


def _do(request: HttpRequest, record: EditorialRecord, action: Any, told: str) -> HttpResponse:
    """Call the action; when the rule says no, stay in the editor with the text saved and the reason."""
    try:
        action(record_id=record.pk, user=request.user)
    except RuleRefused as error:
        why = sentence(error.refused, record.school.country)
        messages.error(request, _("The text is saved, but not sent. %(why)s") % {"why": why})
        return redirect("wagtailadmin_pages:edit", record.page_id)
    _forget_messages(request)
    record.refresh_from_db()
    messages.success(request, told % {"title": record.title})
    return redirect("board_review", record.pk)


def _forget_messages(request: HttpRequest) -> None:
    """Drop "the page was saved": one message that says what happened is enough."""
    list(django_messages.get_messages(request))


def where_is_it(page: Page, user: Any, next_url: str | None = None, view_name: str = "") -> Iterator[Button]:
    """A way from the editor to the item's review page, once the board knows it."""
    record = record_of_page(page) if isinstance(page.specific_deferred, BoardPage) else None
    if record is not None:
        url = reverse("board_review", args=[record.pk])
        yield Button(_("Where is it now?"), url, icon_name="history", priority=5)
