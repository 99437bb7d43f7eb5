"""Before an item goes up its editor answers for rights, pupils and truth (Đ4.3)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from core.clock import today
from editorial import actions
from editorial.models import EditorialRecord
from editorial.rules.checklist import Question
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import WorkState
from school.models import ConsentEntry, School
from tests.factories import items
from tests.factories.evidence import last_round, refuses, stands

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def with_everything(cast: SimpleNamespace) -> EditorialRecord:
    """An item for which every question applies."""
    return items.in_editing(
        cast,
        pictures=[items.picture(cast.toan, cast.unit.toan)],
        files=[items.document(cast.toan, cast.unit.toan)],
        origin="official_source",
        source_name="Sở GD&ĐT",
        source_url="https://so.example.vn/1",
    )


def forward(cast: SimpleNamespace, record: EditorialRecord, **answers: str) -> None:
    """The editor forwards, with these answers in place of the complete ones."""
    given = {**items.answers(record), **answers}
    actions.forward(record_id=record.pk, user=cast.editor1, answers=given)


def consent(school: School, **dates: datetime.date) -> ConsentEntry:
    """Parents of a class agreed."""
    days = {"given_on": today() - datetime.timedelta(days=30), **dates}
    return ConsentEntry.objects.create(
        school=school, class_name="10A1", school_year="2026-2027", reference="HS-10A1", **days
    )


@pytest.mark.parametrize("question", list(Question))
def test_forward__demands_every_answer_that_applies(cast: SimpleNamespace, question: Question) -> None:
    """A14: image rights, pupils, personal data, secrets, advertising, facts, sources, files."""
    record = with_everything(cast)

    with refuses(Reason.CHECKLIST_OPEN, questions=question.value):
        forward(cast, record, **{question.value: "no"})
    forward(cast, record)

    assert stands(record, WorkState.AWAITING_DEPUTY)
    assert last_round(record).checklist == items.answers(record)


@pytest.mark.parametrize("question", ["image_rights", "pupil_consent", "file_rights", "source_quoted"])
def test_forward__asks_nothing_that_does_not_apply(cast: SimpleNamespace, question: str) -> None:
    """A14: an item without pictures is asked no questions about pictures."""
    record = items.in_editing(cast)

    forward(cast, record, **{question: "no"})

    assert stands(record, WorkState.AWAITING_DEPUTY)


def test_forward__takes_pupils_consent_from_the_register_only_while_it_is_in_force(
    cast: SimpleNamespace,
) -> None:
    """A14: consent that was withdrawn ends publication."""
    record = with_everything(cast)
    entry = consent(cast.school)
    answer = {"pupil_consent": "register", "consent_entry": str(entry.pk)}

    with refuses(Reason.CHECKLIST_OPEN, questions="pupil_consent"):
        forward(cast, record, **{**answer, "consent_entry": str(entry.pk + 1)})
    ConsentEntry.objects.update(withdrawn_on=today())
    with refuses(Reason.CHECKLIST_OPEN, questions="pupil_consent"):
        forward(cast, record, **answer)
    ConsentEntry.objects.update(withdrawn_on=None)
    forward(cast, record, **answer)

    assert last_round(record).checklist["consent_entry"] == str(entry.pk)


def test_forward__takes_signed_consent_when_it_says_where_it_is_kept(cast: SimpleNamespace) -> None:
    """A14: image rights are recorded, so that they can be found again."""
    record = with_everything(cast)

    with refuses(Reason.CHECKLIST_OPEN, questions="pupil_consent"):
        forward(cast, record, pupil_consent="signed", consent_reference=" ")
    forward(cast, record, pupil_consent="signed", consent_reference="HS-12/2026")

    assert last_round(record).checklist["consent_reference"] == "HS-12/2026"


def test_forward__asks_about_what_the_newest_version_contains(cast: SimpleNamespace) -> None:
    """A14: a picture that the editor adds brings its questions with it."""
    record = items.in_editing(cast)
    before = items.answers(record)
    image = items.picture(cast.editor1, cast.unit.toan)
    items.rewrite(record, cast.editor1, body=[items.block("text", items.TEXT), items.picture_block(image)])

    with refuses(Reason.CHECKLIST_OPEN, questions="image_rights,pupil_consent"):
        actions.forward(record_id=record.pk, user=cast.editor1, answers=before)
    forward(cast, record)


def test_forward__is_the_holding_editors(cast: SimpleNamespace) -> None:
    """A57, A61: the assigned editor edits and files; nobody forwards in his place."""
    record = items.in_editing(cast)

    for name in ("toan", "editor2", "secretary", "deputy1", "head"):
        with refuses(Reason.CLAIMED_BY_OTHER):
            actions.forward(record_id=record.pk, user=getattr(cast, name), answers=items.answers(record))
    forward(cast, record)
    with refuses(Reason.WRONG_STATE):
        forward(cast, record)
