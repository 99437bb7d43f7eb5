"""Walks the demonstration school's items through the real chain."""

from __future__ import annotations

import dataclasses
import datetime
import html
import uuid
import zlib
from collections.abc import Callable
from typing import Any

from django.utils.text import slugify

from editorial import actions
from editorial.models import EditorialRecord, Event
from editorial.models.pages import BoardPage
from editorial.rules.checklist import YES, Consent, questions
from editorial.rules.posting import NoticeFacts
from editorial.rules.public_notes import NoteKind, PublicNote
from editorial.selectors.content import content_facts
from home.demo.events import ONE_DAY, Diary, month_end_before
from home.demo.plans import DemoEvent
from home.demo.schema import DemoArticle, DemoNotice, Fate, Pace
from home.demo.texts import TextMaker
from news.actions import announce_event
from news.models import Category, EventPage, NewsPage, NoticePage
from school.models import Unit, User

MORNING = datetime.time(8)
RISES, RESTS = datetime.time(7), datetime.time(21)
WAKING = datetime.timedelta(hours=14)


@dataclasses.dataclass
class Stage:
    """The school as it stands: people, units and the present moment."""

    people: dict[str, User]
    units: dict[str, Unit]
    editor_of: dict[str, str]
    now: datetime.datetime
    has_editing_stage: bool
    diary: Diary


class Clock:
    """Moments of one item's way: some hours apart, in office hours, never after now.

    What does not fit before now is squeezed into the waking hours that are left, in order.
    """

    STEP = datetime.timedelta(hours=2, minutes=25)
    OPENS, CLOSES = 8, 17

    def __init__(self, start: datetime.datetime, now: datetime.datetime) -> None:
        self.now = waking(now)
        self.moment = min(start, self._later(self.now, -datetime.timedelta(hours=1)))

    def wait_until(self, day: datetime.date) -> None:
        """Nothing happens before the morning of that day."""
        morning = datetime.datetime.combine(day, RISES, tzinfo=self.now.tzinfo)
        self.moment = max(self.moment, min(morning, self._later(self.now, -datetime.timedelta(hours=1))))

    def tick(self) -> datetime.datetime:
        """The next moment."""
        wanted = self._in_office_hours(self.moment + self.STEP)
        self.moment = wanted if wanted <= self.now else self._squeezed()
        return self.moment

    def _in_office_hours(self, moment: datetime.datetime) -> datetime.datetime:
        if self.OPENS <= moment.hour < self.CLOSES:
            return moment
        morning = moment.replace(hour=self.OPENS, minute=10 + moment.minute % 45)
        return morning if moment.hour < self.OPENS else morning + datetime.timedelta(days=1)

    def _squeezed(self) -> datetime.datetime:
        left = _waking_time(self.now) - _waking_time(self.moment)
        return self._later(self.moment, max(left / 4, datetime.timedelta(seconds=1)))

    def _later(self, moment: datetime.datetime, by: datetime.timedelta) -> datetime.datetime:
        """`moment` moved by so much waking time."""
        days, rest = divmod(_waking_time(moment) + by, WAKING)
        day = datetime.date.fromordinal(days)
        return datetime.datetime.combine(day, RISES, tzinfo=moment.tzinfo) + rest


def waking(moment: datetime.datetime) -> datetime.datetime:
    """The moment itself, or the evening before when people sleep."""
    if RISES <= moment.time() < RESTS:
        return moment
    evening = moment.replace(hour=RESTS.hour, minute=0, second=0, microsecond=0) - datetime.timedelta(minutes=5)
    return evening if moment.time() >= RESTS else evening - datetime.timedelta(days=1)


def _waking_time(moment: datetime.datetime) -> datetime.timedelta:
    """Time people were awake since the first day of the calendar."""
    since_rising = datetime.timedelta(hours=moment.hour - RISES.hour, minutes=moment.minute, seconds=moment.second)
    return moment.toordinal() * WAKING + since_rising


DAWDLES: dict[Pace, tuple[Callable[..., Any], ...]] = {
    Pace.LATE_UNIT: (actions.hand_in, actions.hand_in_and_forward),
    Pace.LATE_BOARD: (actions.approve,),
    Pace.LATE_POSTING: (actions.post,),
    Pace.OVER_MONTH_END: (actions.post,),
}
"""Before which step an item lies about until the time is over."""


class Walk:
    """One item on its way to its fate, each step through the board's actions."""

    def __init__(self, stage: Stage, article: DemoArticle) -> None:
        self.stage, self.article = stage, article
        self.event = stage.diary.enter(article.event, article.unit, article.co_units) if article.event else None
        minute = zlib.crc32(article.key.encode()) % 50
        morning = MORNING.replace(minute=minute, tzinfo=stage.now.tzinfo)
        self.clock = Clock(datetime.datetime.combine(self._begins_on(), morning), stage.now)
        self.author = stage.people[article.author]
        self.page = self._draft()
        self.record_id = EditorialRecord.objects.get(page_id=self.page.pk).pk

    def act(self, verb: Callable[..., Any], who: str, **details: Any) -> Any:
        """One act of one person at the next moment."""
        if verb in DAWDLES.get(self.article.pace, ()):
            self.dawdle()
        return verb(record_id=self.record_id, user=self.stage.people[who], at=self.clock.tick(), **details)

    def _begins_on(self) -> datetime.date:
        if self.article.pace is Pace.OVER_MONTH_END:
            return month_end_before(self.stage.diary.today)
        return self.stage.diary.today - ONE_DAY * self.article.days_ago

    def dawdle(self) -> None:
        """Nothing happens until the time is over: the event's, or that of the month."""
        over = self._begins_on() + ONE_DAY if self.event is None else self.event.duty.due_on
        self.clock.wait_until(over + ONE_DAY)

    # --- the text

    def _draft(self) -> BoardPage:
        article = self.article
        unit = self.stage.units[article.unit]
        page = NewsPage(
            title=article.title,
            slug=slugify(article.key)[:60],
            lead=article.first_lead or article.posted_lead,
            body=TextMaker(self.author, unit).body(article.blocks),
            author_name=article.author_name,
            origin=article.origin,
            source_name=article.source_name,
            source_url=article.source_url,
            event=self.event,
            owner=self.author,
            live=False,
            has_unpublished_changes=True,
        )
        page.categories = Category.objects.filter(slug__in=article.categories)
        page.co_units = [self.stage.units[code] for code in article.co_units]
        unit.section.add_child(instance=page)
        page.tags.add(*article.tags)
        page.save_revision(user=self.author)
        return page

    def rewrite(self, who: str, **changes: Any) -> None:
        """A new version of the text by one person."""
        page = NewsPage.objects.get(pk=self.page.pk).get_latest_revision_as_object()
        for name, value in changes.items():
            setattr(page, name, value)
        page.save_revision(user=self.stage.people[who])

    # --- the chain

    @property
    def editor(self) -> str:
        """Who edits items of this unit; a secretary where the unit has no editor."""
        return self.stage.editor_of.get(self.article.unit, "secretary")

    def answers(self) -> dict[str, str]:
        """A complete checklist for what the item contains."""
        page = type(self.page).objects.get(pk=self.page.pk).get_latest_revision_as_object()
        answers = {question.value: YES for question in questions(content_facts(page))}
        if "pupil_consent" in answers:
            answers["pupil_consent"] = Consent.NO_PUPILS.value
        return answers

    def hand_in(self) -> None:
        """The author hands in; where there is no editing stage he forwards at once."""
        if self.stage.has_editing_stage:
            self.act(actions.hand_in, self.article.author)

    def claim(self) -> None:
        """The unit's editor takes the item up."""
        if self.stage.has_editing_stage:
            self.act(actions.claim, self.editor)

    def forward(self) -> None:
        """The item goes up to the deputy."""
        told = PublicNote(NoteKind.UPDATE, self.article.told)
        details = {"answers": self.answers(), "content_class": None, "public_note": told}
        if self.stage.has_editing_stage:
            self.act(actions.forward, self.editor, **{**details, "content_class": self.article.content_class})
        else:
            self.act(actions.hand_in_and_forward, self.article.author, **details)
            self._set_class()

    def _set_class(self) -> None:
        if self.article.content_class != "ordinary":
            self.act(actions.set_class, self.deputy, content_class=self.article.content_class)

    @property
    def deputy(self) -> str:
        """The deputy who decides: in the Russian practice the one of the unit's field."""
        return self.stage.editor_of.get(f"deputy:{self.article.unit}", "deputy1")

    def to_deputy(self) -> None:
        """Until the deputy's turn."""
        self.hand_in()
        self.claim()
        self.forward()

    def to_head(self) -> None:
        """Until the head's turn."""
        self.to_deputy()
        self.act(actions.approve, self.deputy)

    def to_posting(self) -> None:
        """Until it waits to be posted."""
        self.to_head()
        self.act(actions.approve, "head")

    def publish(self) -> None:
        """All the way onto the site."""
        self.to_posting()
        self.act(actions.post, "secretary")

    def again(self) -> None:
        """A returned item goes the whole way."""
        if self.stage.has_editing_stage:
            self.forward()
        else:
            self.act(actions.hand_in_and_forward, self.article.author, answers=self.answers())
        self.act(actions.approve, self.deputy)
        self.act(actions.approve, "head")
        self.act(actions.post, "secretary")


class Announcing(Walk):
    """The announcement of an event on its way to the public, walked like an article."""

    def __init__(self, stage: Stage, plan: DemoEvent, event: Event, unit: str) -> None:
        self.announced = event
        super().__init__(
            stage,
            DemoArticle(
                key=f"announcement-{event.pk}",
                unit=unit,
                author=unit,
                author_name="",
                title=plan.title,
                lead=plan.announced,
                blocks=(),
                categories=(),
                tags=(),
                fate=Fate.PUBLISHED,
                days_ago=max(2, plan.ended_days_ago + 4),
            ),
        )

    def _draft(self) -> EventPage:
        page = announce_event(event_id=self.announced.pk, user=self.author, at=self.clock.moment)
        page.summary = self.article.lead
        page.save_revision(user=self.author)
        return page


def release_demo_notice(stage: Stage, notice: DemoNotice, unit: Unit, who: str) -> None:
    """An urgent notice, released by one person."""
    person = stage.people[who]
    page = NoticePage(
        title=notice.title,
        slug=f"{slugify(notice.title)[:50] or 'notice'}-{uuid.uuid4().hex[:4]}",
        text=html.unescape(notice.text),
        owner=person,
        live=False,
    )
    unit.section.add_child(instance=page)
    page.save_revision(user=person)
    record = EditorialRecord.objects.get(page_id=page.pk)
    facts = NoticeFacts(page.title, page.text, notice.hours)
    actions.release_notice(record_id=record.pk, user=person, notice=facts, at=waking(stage.now))
