"""The sidebar: what each person needs, nothing else."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.search import SearchArea

from core.clock import today
from editorial.rules.guest_links import may_see_links
from editorial.rules.people import Actor
from editorial.rules.posting import releases_notices
from editorial.selectors.guest_links import headed_units
from editorial.selectors.people import actor_of
from editorial.views.operations import looks_after_operations
from editorial.views.registers import absence_register, consent_register

NOT_IN_MAIN = frozenset({"help"})
NOT_IN_SETTINGS = frozenset({"workflows", "workflow-tasks", "groups", "locales"})
NOT_IN_REPORTS = frozenset({"workflows", "workflow-tasks", "locked-pages", "page-types-usage"})


class BoardItem(MenuItem):
    """An entry for people of the board and, to look, for the technical administrator."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person has to do with the board."""
        actor = actor_of(request.user, today())
        return actor.is_board or actor.is_technical


class MembersOnlyItem(MenuItem):
    """An entry for people of the board."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person is on the board today."""
        return actor_of(request.user, today()).is_board


class ItemsSearch(SearchArea):
    """The sidebar's search through the board's items, for people of the board."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person is on the board today."""
        return actor_of(request.user, today()).is_board


class UnitItem(MenuItem):
    """An entry for people who belong to a unit."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person belongs to a unit today."""
        return bool(actor_of(request.user, today()).unit_ids)


class NoticeItem(MenuItem):
    """The urgent notice, for whoever may release one alone."""

    def is_shown(self, request: Any) -> bool:
        """Head, deputies, the duty leader and whoever stands in for the head."""
        return may_release(actor_of(request.user, today()))


class GuestLinksItem(MenuItem):
    """An entry for the board and for heads of units."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person may see links for guests."""
        actor = actor_of(request.user, today())
        return actor.is_board or bool(actor.unit_ids and may_see_links(actor, headed_units(request.user)))


def may_release(actor: Actor) -> bool:
    """Whether the entry is worth showing; the rule is `posting.may_release_notice`."""
    return releases_notices(actor)


def desk_item() -> MenuItem:
    """My desk, first of all."""
    return MenuItem(_("My desk"), reverse("wagtailadmin_home"), name="desk", icon_name="home", order=1)


def items_search() -> SearchArea:
    """The first thing the sidebar searches; Wagtail's own areas follow."""
    return ItemsSearch(_("Items"), reverse("board_queue"), name="items", icon_name="mail", order=0)


def unit_item() -> MenuItem:
    """What became of what my unit sent."""
    return UnitItem(_("My unit's items"), reverse("board_sent"), name="unit-items", icon_name="mail", order=20)


class ParticipantItem(MenuItem):
    """An entry for people of the board and of units."""

    def is_shown(self, request: Any) -> bool:
        """Whether the person is on the board or belongs to a unit today."""
        actor = actor_of(request.user, today())
        return actor.is_board or bool(actor.unit_ids)


class OperationsItem(MenuItem):
    """An entry for whoever sees to it that the portal runs."""

    def is_shown(self, request: Any) -> bool:
        """The technical administrator, the head, secretaries."""
        return looks_after_operations(actor_of(request.user, today()))


def clocks_item() -> MenuItem:
    """What is owed by when."""
    return ParticipantItem(_("Clocks"), reverse("board_clocks"), name="clocks", icon_name="time", order=30)


def notice_item() -> MenuItem:
    """The urgent notice."""
    return NoticeItem(_("Urgent notice"), reverse("board_notice"), name="urgent-notice", icon_name="warning", order=500)


def board_item() -> MenuItem:
    """The board itself; content apps add to it by the hook `register_board_menu_item`."""
    items = [
        BoardItem(_("Members"), reverse("board_members"), name="members", icon_name="group", order=10),
        MembersOnlyItem(_("Delegations"), reverse("board_delegations"), name="delegations", icon_name="user", order=20),
        BoardItem(_("Charter"), reverse("board_charter"), name="charter", icon_name="list-ul", order=30),
        consent_register.get_menu_item(order=40),
        absence_register.get_menu_item(order=50),
        BoardItem(
            _("School calendar"), reverse("board_calendar"), name="school-calendar", icon_name="calendar", order=60
        ),
        MembersOnlyItem(_("Events"), reverse("board_events"), name="events", icon_name="date", order=4),
        ParticipantItem(_("Themes"), reverse("board_themes"), name="themes", icon_name="openquote", order=6),
        MembersOnlyItem(_("Intake register"), reverse("board_intake"), name="intake", icon_name="download", order=8),
        GuestLinksItem(_("Links for guests"), reverse("board_guests"), name="guests", icon_name="link", order=9),
        MembersOnlyItem(
            _("Proposed corrections"), reverse("board_proposals"), name="proposals", icon_name="edit", order=6
        ),
        ParticipantItem(_("Incidents"), reverse("board_incidents"), name="incidents", icon_name="warning", order=9),
        MembersOnlyItem(
            _("Requests to take down"), reverse("board_requests"), name="requests", icon_name="warning", order=7
        ),
        MembersOnlyItem(
            _("Refusals and take-downs"), reverse("board_removed"), name="removed", icon_name="bin", order=8
        ),
        MembersOnlyItem(_("Reports"), reverse("board_reports"), name="board-reports", icon_name="doc-full", order=9),
        OperationsItem(_("Operations"), reverse("board_operations"), name="operations", icon_name="cogs", order=90),
    ]
    menu = Menu(register_hook_name="register_board_menu_item", items=items)
    return SubmenuMenuItem(_("Board"), menu, name="board", icon_name="clipboard-list", order=600)


def tidy_main(request: Any, items: list[MenuItem]) -> None:
    """Wagtail's help leads off the portal; its reports are for the administrator."""
    hidden = NOT_IN_MAIN if request.user.is_superuser else NOT_IN_MAIN | {"reports", "settings"}
    items[:] = [item for item in items if item.name not in hidden]


def tidy_settings(request: Any, items: list[MenuItem]) -> None:
    """The chain is set up by code, groups follow from units and posts."""
    items[:] = [item for item in items if item.name not in NOT_IN_SETTINGS]


def tidy_reports(request: Any, items: list[MenuItem]) -> None:
    """Wagtail's workflow tables are never evidence."""
    items[:] = [item for item in items if item.name not in NOT_IN_REPORTS]
