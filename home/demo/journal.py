"""The demonstration's electronic-journal section: each page passes the chain, the rest is kept by those who may."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.timezone import make_aware

from documents.actions import (
    answer_question,
    ask_question,
    begin_guidance,
    end_outage,
    keep_journal,
    report_outage,
)
from documents.models import DutyHolder, GuidancePage
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import YES, Consent, questions
from editorial.selectors.content import content_facts
from editorial.tracking import hash_of
from home.demo.documents import Pages
from home.demo.journal_schema import Answer, DemoGuidance, DemoJournal, DemoOutage, Duties, Remark, Steps
from home.demo.schema import Heading
from home.demo.texts import TextMaker
from home.demo.walking import Clock, Stage
from school.models import School

MORNING = datetime.time(8, 5)
OPENED_DAYS_AGO = 101


def open_demo_journal(journal: DemoJournal, pages: Pages, stage: Stage, school: School) -> None:
    """The help desk, the pages of guidance, who answers for what, a past outage and questions."""
    keeper = stage.people["secretary"]
    keep_journal(school=school, user=keeper, at=_moment(stage, OPENED_DAYS_AGO), fields=_kept(journal, stage))
    for guidance in journal.pages:
        _GuidanceWalk(guidance, journal.duties_heading, pages, stage, school).publish()
    for row in journal.holders:
        person = stage.people[row.username]
        DutyHolder.objects.create(
            school=school,
            duty=row.duty,
            person=person.full_name,
            post=person.job_title,
            order=pages[row.order],
            starts_on=_day(stage, row.days_ago),
        )
    _outage(journal.outage, stage, school)
    _questions(journal, stage, school)


def _kept(journal: DemoJournal, stage: Stage) -> dict[str, Any]:
    helper = journal.helper
    return {
        "system_name": journal.system_name,
        "address": journal.address,
        "administrator": stage.people[journal.administrator],
        "desk_name": stage.people[journal.administrator].full_name,
        "desk_post": helper.post,
        "desk_room": helper.room,
        "desk_phone": helper.phone,
        "desk_email": helper.email,
        "desk_hours": journal.hours,
    }


def _outage(outage: DemoOutage, stage: Stage, school: School) -> None:
    began_at = _moment(stage, outage.days_ago).replace(hour=outage.hour)
    soon, ended_at = datetime.timedelta(minutes=20), began_at + datetime.timedelta(hours=outage.hours)
    administrator = stage.people["secretary"]
    row = report_outage(school=school, user=administrator, began_at=began_at, words=outage.words, at=began_at + soon)
    end_outage(outage_id=row.pk, user=administrator, ended_at=ended_at, at=ended_at + soon)


def _questions(journal: DemoJournal, stage: Stage, school: School) -> None:
    for row in journal.questions:
        asked_at = _moment(stage, row.days_ago).replace(hour=10)
        code = hash_of(uuid.uuid4().hex)
        question = ask_question(
            school=school, words=row.words, contact="", code_hash=code, address_hash="", at=asked_at
        )
        if row.answer:
            later = asked_at + datetime.timedelta(hours=5)
            answer_question(question_id=question.pk, user=stage.people["secretary"], answer=row.answer, at=later)


def _day(stage: Stage, days_ago: int) -> datetime.date:
    return stage.diary.today - datetime.timedelta(days=days_ago)


def _moment(stage: Stage, days_ago: int) -> datetime.datetime:
    return make_aware(datetime.datetime.combine(_day(stage, days_ago), MORNING))


class _GuidanceWalk:
    """One page of guidance on its way through the whole chain."""

    def __init__(self, guidance: DemoGuidance, duties_heading: str, pages: Pages, stage: Stage, school: School) -> None:
        self.guidance, self.duties_heading = guidance, duties_heading
        self.pages, self.stage, self.school = pages, stage, school
        self.author = stage.people[guidance.by]
        self.clock = Clock(_moment(stage, guidance.days_ago), stage.now)

    def publish(self) -> None:
        """Written, forwarded, approved by the deputy, approved and posted by the head."""
        page = begin_guidance(school=self.school, user=self.author, at=self.clock.tick(), **self._fields())
        record = EditorialRecord.objects.get(page_id=page.pk)
        given = _answers(page)
        actions.hand_in_and_forward(record_id=record.pk, user=self.author, answers=given, at=self.clock.tick())
        deputy = self.stage.people[self.stage.editor_of.get(f"deputy:{page.unit.code}", "deputy1")]
        actions.approve(record_id=record.pk, user=deputy, at=self.clock.tick())
        head = self.stage.people["head"]
        actions.approve(record_id=record.pk, user=head, and_post=True, at=self.clock.tick())

    def _fields(self) -> dict[str, Any]:
        guidance = self.guidance
        return {
            "title": guidance.title,
            "slug": guidance.key,
            "topic": guidance.topic,
            "role": guidance.role,
            "summary": guidance.summary,
            "body": self._body(),
            "rests_on": [
                _row("clause", {"page": self.pages[key].pk, "clause": clause}) for key, clause in guidance.rests_on
            ],
            "forms": [_row("form", {"page": self.pages[key].pk}) for key in guidance.forms],
            "helper_post": guidance.helper.post,
            "helper_room": guidance.helper.room,
            "helper_phone": guidance.helper.phone,
            "helper_email": guidance.helper.email,
        }

    def _body(self) -> list[dict[str, Any]]:
        makers: dict[type, Callable[[Any], dict[str, Any]]] = {
            Steps: self._steps,
            Duties: self._duties,
            Answer: lambda row: _row("answer", {"question": row.question, "answer": f"<p>{row.html}</p>"}),
            Remark: lambda row: _row("remark", {"kind": row.kind, "text": row.text}),
        }
        return [makers.get(type(block), self._of_article)(block) for block in self._headed()]

    def _headed(self) -> Iterator[Any]:
        for block in self.guidance.blocks:
            if isinstance(block, Duties):
                yield Heading(self.duties_heading)
            yield block

    def _of_article(self, block: Any) -> dict[str, Any]:
        return self._writer().body((block,))[0]

    def _writer(self) -> TextMaker:
        return TextMaker(self.author, self.stage.units["bbt"])

    def _steps(self, block: Steps) -> dict[str, Any]:
        return _row(
            "steps", _items({"text": f"<p>{step.html}</p>", **self._shown(step.picture)} for step in block.steps)
        )

    def _shown(self, picture: Any) -> dict[str, Any]:
        if picture is None:
            return {"image": None, "alt": "", "people": ""}
        drawn = self._writer().body((picture,))[0]["value"]
        return {"image": drawn["image"], "alt": drawn["alt"], "people": "people_nobody"}

    def _duties(self, block: Duties) -> dict[str, Any]:
        return _row(
            "duties",
            _items(
                {"what": row.what, "limit": row.limit, "page": self.pages[row.document].pk, "clause": row.clause}
                for row in block.duties
            ),
        )


def _answers(page: GuidancePage) -> dict[str, str]:
    """A complete checklist; the drawings show no pupils."""
    newest = GuidancePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    given = {question.value: YES for question in questions(content_facts(newest))}
    return given | ({"pupil_consent": Consent.NO_PUPILS.value} if "pupil_consent" in given else {})


def _row(block_type: str, value: Any) -> dict[str, Any]:
    return {"type": block_type, "value": value, "id": str(uuid.uuid4())}


def _items(values: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_row("item", value) for value in values]
