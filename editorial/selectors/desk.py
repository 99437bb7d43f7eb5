"""My desk: its lists, as a table. Adding one is one entry."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from django.db.models import Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from editorial.models.chain import Decision, Round
from editorial.selectors import desk_items as lists
from editorial.selectors.desk_items import Reader, Records


@dataclasses.dataclass(frozen=True, slots=True)
class SectionKind:
    """One list of the desk: for whom, which items, in which order.

    waits_for_me: whether these items wait for an act of the reader; with_rounds: whether a row
    needs its running round, to say whether the reader may decide.
    """

    code: str
    heading: str | Promise
    meaning: str | Promise
    is_for: Callable[[Reader], bool]
    items: Callable[[Reader], Records]
    order: tuple[str, ...] = ("state_since", "pk")
    waits_for_me: bool = False
    with_rounds: bool = False

    @property
    def is_mine(self) -> bool:
        """Whether it goes without saying who has these items."""
        return self.waits_for_me or self.code == "drafts"


SECTIONS: tuple[SectionKind, ...] = (
    SectionKind(
        "decide",
        _("Waiting for your decision"),
        _("Approve, return or refuse. The one that has waited longest stands first."),
        lists.is_decider,
        lists.to_decide,
        waits_for_me=True,
        with_rounds=True,
    ),
    SectionKind(
        "hidden",
        _("Hidden, or asked to be taken down: you decide"),
        _("Hidden at once by a deputy or the secretary, or asked for by anybody. Take down, restore or keep."),
        lists.is_head,
        lists.hidden,
        order=("-is_child", "public_state_since", "pk"),
        waits_for_me=True,
    ),
    SectionKind(
        "notices",
        _("Urgent notices to confirm"),
        _("They stand on the site already. Confirm or end them."),
        lists.acts_as_head,
        lists.notices,
        order=("confirm_by_on", "pk"),
        waits_for_me=True,
    ),
    SectionKind(
        "to_post",
        _("Approved: to be posted"),
        _("Released by the board. Post now, or set a time."),
        lists.is_secretary,
        lists.to_post,
        waits_for_me=True,
    ),
    SectionKind(
        "with_me",
        _("With you for editing"),
        _("Sent to you, or taken up by you. Edit, then forward."),
        lists.takes_up,
        lists.with_me,
        waits_for_me=True,
    ),
    SectionKind(
        "to_fix",
        _("Returned to your unit"),
        _("The board says what to fix. Correct it and send it again."),
        lists.in_unit,
        lists.to_fix,
        waits_for_me=True,
    ),
    SectionKind(
        "late",
        _("Waiting for too long"),
        _("Silence never approves. Ask the person who has it, or delegate."),
        lists.supervises,
        lists.late,
    ),
    SectionKind(
        "inbox",
        _("Shared inbox of the board"),
        _("Handed in and not taken up yet, or left with somebody who is away."),
        lists.has_inbox,
        lists.inbox,
    ),
    SectionKind(
        "scheduled",
        _("To be posted at a set time"),
        _("They post themselves; nothing to do."),
        lists.is_secretary,
        lists.scheduled,
        order=("post_at", "pk"),
    ),
    SectionKind(
        "sent",
        _("What your unit sent"),
        _("Where it stands and who has it."),
        lists.in_unit,
        lists.sent,
        order=("-state_since", "-pk"),
    ),
    SectionKind(
        "drafts",
        _("Drafts of your unit"),
        _("Not sent yet: only your unit sees them."),
        lists.in_unit,
        lists.drafts,
        order=("-page__latest_revision_created_at", "-pk"),
    ),
)

ALL_ITEMS = SectionKind(
    "all",
    _("All items of the board"),
    _("Everything that was ever handed in: posted, refused, taken down or on its way."),
    lists.is_board,
    lists.handed_in,
    order=("-state_since", "-pk"),
)


def lists_for(reader: Reader) -> list[SectionKind]:
    """The desk's lists and, for people of the board, the one in which every item is found."""
    return [*sections_for(reader), *([ALL_ITEMS] if ALL_ITEMS.is_for(reader) else [])]


def sections_for(reader: Reader) -> list[SectionKind]:
    """The lists that concern this person; none for the technical administrator."""
    return [kind for kind in SECTIONS if kind.is_for(reader)] if lists.may_take_part(reader) else []


def items_of(kind: SectionKind, reader: Reader) -> Records:
    """A list's items in their order, with running rounds where a row needs them."""
    records = kind.items(reader).order_by(*kind.order)
    return records.prefetch_related(running_rounds()) if kind.with_rounds else records


def running_rounds() -> Prefetch[str, QuerySet[Round], str]:
    """The round under way with its decisions, as `record.running`: a list of none or one."""
    decisions = Prefetch("decisions", queryset=Decision.objects.order_by("decided_at", "pk"))
    running = Round.objects.filter(ended_at__isnull=True).select_related("charter").prefetch_related(decisions)
    return Prefetch("rounds", queryset=running, to_attr="running")
