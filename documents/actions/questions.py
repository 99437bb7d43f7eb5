"""Questions to the journal's help desk: asked by anybody, answered in time, forgotten in time (B08)."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from core.clock import now as clock_now
from core.rules.answers import demand
from documents.models.journal_records import ANSWER_LENGTH, CONTACT_LENGTH, NAME_LENGTH, WORDS_LENGTH, JournalQuestion
from documents.rules import journal as rules
from documents.selectors.journal import administrator_id, questions_from, settings_of
from editorial.actions.desk import school_line
from editorial.intake.plain import plain_line, plain_text
from editorial.notifications import tell_person
from editorial.rules.proposals import over_since
from editorial.rules.vocabulary import Post
from editorial.selectors.people import fresh_actor
from editorial.selectors.takedown import reports_from
from school.models import School, User
from school.rules.calendar import working_day_after
from school.selectors import people_in_post, working_week

HELPERS = (Post.SECRETARY.value, Post.DEPUTY.value)
ALARMED = (Post.HEAD.value, *HELPERS)


@transaction.atomic
def ask_question(
    *,
    school: School,
    words: str,
    contact: str,
    code_hash: str,
    address_hash: str,
    at: datetime.datetime | None = None,
) -> JournalQuestion:
    """Somebody asks the help desk. The same form sent again returns the question it made. Raises RuleRefused.

    Questions and reports of one address are counted together. The ledger line holds none of the words.
    """
    moment = at or clock_now()
    School.objects.select_for_update().get(pk=school.pk)
    before = JournalQuestion.objects.filter(code_hash=code_hash).first()
    if before is not None:
        return before
    recent = questions_from(address_hash, moment) + reports_from(address_hash, moment)
    demand(rules.may_ask(words, recent=recent))
    question = JournalQuestion.objects.create(
        school=school,
        words=plain_text(words)[:WORDS_LENGTH],
        contact=plain_line(contact, CONTACT_LENGTH),
        code_hash=code_hash,
        address_hash=address_hash,
        asked_at=moment,
        due_on=_due_on(school, localdate(moment)),
    )
    school_line(school, None, "documents.ask_journal", moment, question=question.pk)
    _tell(question, "journal_question", HELPERS, moment)
    return question


def _due_on(school: School, asked_on: datetime.date) -> datetime.date:
    """The last working day of those in which the help desk answers; the day of the question is not counted."""
    return working_day_after(asked_on, working_week(school), settings_of(school).answer_days)


@transaction.atomic
def answer_question(
    *, question_id: int, user: User, answer: str, at: datetime.datetime | None = None
) -> JournalQuestion:
    """Whoever runs the journal answers; the asker reads it by the tracking code. Raises RuleRefused."""
    moment = at or clock_now()
    rows = JournalQuestion.objects.select_for_update(of=("self",)).select_related("school")
    question = rows.get(pk=question_id)
    actor = fresh_actor(user.pk, localdate(moment))
    demand(rules.may_answer(actor, administrator_id(question.school), answer, question.actor_name))
    question.answer = plain_text(answer)[:ANSWER_LENGTH]
    question.answered_at, question.answered_by = moment, user
    question.actor_name = user.get_full_name()[:NAME_LENGTH]
    question.save()
    late = rules.is_late(question.due_on, localdate(moment))
    school_line(question.school, user, "documents.answer_journal", moment, question=question.pk, is_late=late)
    return question


def remind_of_questions(school: School, now: datetime.datetime) -> int:
    """Tell head and helpers, once for each, of questions whose day has passed without an answer; how many."""
    late = JournalQuestion.objects.filter(school=school, answered_at__isnull=True, due_on__lt=localdate(now))
    return sum(bool(_tell(question, "journal_question_late", ALARMED, now)) for question in late)


def _tell(question: JournalQuestion, kind: str, posts: tuple[str, ...], at: datetime.datetime) -> int:
    """A message to the holders of these posts and the journal's administrator, each once; how many are new."""
    kept = settings_of(question.school)
    people = {person.pk: person for person in people_in_post(question.school, posts, localdate(at))}
    if kept.administrator is not None and kept.administrator.is_active:
        people[kept.administrator.pk] = kept.administrator
    path = reverse("board_journal_question", args=[question.pk])
    return sum(
        tell_person(kind, person, at, key=f"{kind}-{question.pk}", path=path)
        for person in people.values()
        if not person.is_superuser
    )


@transaction.atomic
def forget_askers(school: School, now: datetime.datetime) -> int:
    """Blank what askers wrote and how to reach them, 90 days after the answer; the answers stay. How many."""
    over = JournalQuestion.objects.filter(school=school, answered_at__lte=over_since(now), blanked_at__isnull=True)
    count = over.update(words="", contact="", address_hash="", blanked_at=now)
    if count:
        school_line(school, None, "documents.forget_askers", now, questions=count)
    return count
