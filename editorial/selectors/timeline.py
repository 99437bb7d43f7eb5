"""What happened to an item: who, in which post, on whose behalf, when, what and why."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.dateparse import parse_datetime
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from core.written_dates import written_moment
from editorial.models import choices
from editorial.models.chain import Decision, EditorialRecord, Round
from editorial.models.ledger import LedgerEntry
from editorial.models.outbox import OutboxMessage
from editorial.rules.vocabulary import Stage, Verb, WorkState
from editorial.selectors.public_notes import POSTED
from school.models import BoardAppointment, User

JUDGED = frozenset({WorkState.RETURNED, WorkState.IN_EDITING, WorkState.REFUSED})
WRITTEN_UP = frozenset({Verb.FORWARD.value, Verb.PROPOSE_REFUSAL.value})


@dataclasses.dataclass(frozen=True, slots=True)
class Event:
    """One act on the item.

    stage: the step it was taken at; on_behalf_of: for whom a delegate decided; detail: what else
    there is to know, such as the class before; ground: a code of the closed lists; former: the number of
    a posting that replaced something, 0 for everything else.
    """

    at: datetime.datetime
    verb: str
    label: str
    who: str
    post: str
    on_behalf_of: str = ""
    stage: str = ""
    detail: str = ""
    ground: str = ""
    note: str = ""
    former: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """What the lines refer to, read once."""

    people: Mapping[int, User]
    posts: Iterable[BoardAppointment]
    decisions: Mapping[tuple[int, int, str], Decision]
    rounds: Mapping[int, Round]
    told: Mapping[datetime.datetime, str]
    first_posting: int


def timeline(record: EditorialRecord) -> list[Event]:
    """The item's acts as the ledger tells them, newest first."""
    lines = list(LedgerEntry.objects.filter(record_id=record.pk).order_by("-seq"))
    known = _known(record, lines)
    return [_event(line, known) for line in lines]


def judgement(record: EditorialRecord, events: list[Event]) -> Event | None:
    """The return or refusal that the item still lies under: what to fix, or why not."""
    if record.work not in JUDGED:
        return None
    wanted = {Verb.REFUSE.value} if record.work is WorkState.REFUSED else {Verb.RETURN.value}
    over = {Verb.HAND_IN.value, Verb.REOPEN.value}
    first = next((event for event in events if event.verb in wanted | over), None)
    return first if first is not None and first.verb in wanted else None


def last_act(record: EditorialRecord) -> Event | None:
    """The newest act on the item."""
    line = LedgerEntry.objects.filter(record_id=record.pk).order_by("-seq").first()
    return _event(line, _known(record, [line])) if line else None


def last_line(record: EditorialRecord) -> int:
    """The number of the item's newest ledger line; 0 before the first."""
    return LedgerEntry.objects.filter(record_id=record.pk).values_list("seq", flat=True).order_by("-seq").first() or 0


def _known(record: EditorialRecord, lines: list[LedgerEntry]) -> _Known:
    decisions = list(Decision.objects.filter(record=record).select_related("round"))
    ids = {line.actor_id for line in lines} | {row.on_behalf_of_id for row in decisions}
    ids |= {line.payload.get("editor") for line in lines}
    told = OutboxMessage.objects.filter(record=record).values_list("created_at", "context")
    return _Known(
        people=User.objects.in_bulk([pk for pk in ids if pk]),
        posts=list(BoardAppointment.objects.filter(user_id__in=[pk for pk in ids if pk])),
        decisions={(row.round.number, row.actor_id, row.act): row for row in decisions},
        rounds={row.number: row for row in Round.objects.filter(record=record)},
        told={at: context["note"] for at, context in told if context.get("note")},
        first_posting=min((line.seq for line in lines if line.action == POSTED), default=0),
    )


def _event(line: LedgerEntry, known: _Known) -> Event:
    verb, facts = line.action.removeprefix("editorial."), line.payload
    decision = known.decisions.get((facts.get("round") or 0, line.actor_id or 0, verb))
    ground, note = _why(line, verb, decision, known)
    return Event(
        at=line.at,
        verb=verb,
        label=_label(verb, facts),
        who=_name(known, line.actor_id),
        post=_post(line, decision, known),
        on_behalf_of=_name(known, decision.on_behalf_of_id) if decision else "",
        stage=choices.label(choices.STAGES, facts["stage"]) if facts.get("stage") else "",
        detail=_detail(verb, facts, known),
        ground=ground,
        note=note,
        former=line.seq if line.action == POSTED and line.seq > known.first_posting else 0,
    )


def _label(verb: str, facts: Mapping[str, Any]) -> str:
    """What was done; a deputy before the head agreed, he did not release."""
    is_agreed = verb == Verb.APPROVE and facts.get("stage") == Stage.DEPUTY and facts.get("next_stage") == Stage.HEAD
    return str(choices.AGREED) if is_agreed else choices.label(choices.VERBS, verb)


def _name(known: _Known, pk: int | None) -> str:
    person = known.people.get(pk or 0)
    return person.get_full_name() if person else ""


def _post(line: LedgerEntry, decision: Decision | None, known: _Known) -> str:
    """The post in which the person acted: as the decision says, else as held on that day."""
    if decision is not None and decision.actor_post:
        return choices.label(choices.POSTS, decision.actor_post)
    day = localdate(line.at)
    held = {row.post for row in known.posts if row.user_id == line.actor_id and row.holds_on(day)}
    return ", ".join(str(label) for post, label in choices.POSTS.items() if post in held)


def _why(line: LedgerEntry, verb: str, decision: Decision | None, known: _Known) -> tuple[str, str]:
    if decision is not None:
        return decision.ground, decision.note
    round_ = known.rounds.get(line.payload.get("round") or 0)
    if verb in WRITTEN_UP and round_ is not None:
        return round_.ground, round_.note
    return line.payload.get("ground", ""), known.told.get(line.at, "")


def _detail(verb: str, facts: Mapping[str, Any], known: _Known) -> str:
    if verb == Verb.SET_CLASS:
        classes = {name: choices.label(choices.CONTENT_CLASSES, facts.get(name, "")) for name in ("was", "class")}
        return _("from “%(was)s” to “%(class)s”") % classes
    if verb == Verb.ASSIGN:
        return _name(known, facts.get("editor"))
    if verb == Verb.SCHEDULE:
        return _moment(facts.get("post_at", ""))
    if verb == Verb.POST:
        return _posting(facts)
    if verb == Verb.HAND_IN:
        return choices.label(choices.CHANNELS, facts.get("channel", ""))
    return "; ".join(_left_out(row) for row in facts.get("skipped") or [])


def _posting(facts: Mapping[str, Any]) -> str:
    """By whose clock, and what readers were told."""
    by_clock = _("by the clock, at the time that was set") if facts.get("by_clock") else ""
    return "; ".join(part for part in (by_clock, facts.get("public_note", "")) if part)


def _moment(text: str) -> str:
    at = parse_datetime(text)
    return written_moment(at)


def _left_out(row: Mapping[str, str]) -> str:
    """A stage that was left out, and why."""
    stage = choices.label(choices.STAGES, row["stage"])
    if row["why"] == "nobody_may_decide":
        return _("%(stage)s left out: nobody in office may decide") % {"stage": stage}
    if row["why"] == "needed_at_head":
        return _("%(stage)s left out: the only person there is needed at the head's step") % {"stage": stage}
    return _("%(stage)s not needed again: it was given before") % {"stage": stage}
