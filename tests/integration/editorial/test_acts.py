"""Acting on the review page: what happened is said, a refusal loses nothing, nothing ends in a 500."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.clock import now
from core.rules.answers import Refused
from editorial import actions
from editorial.models import EditorialRecord, LedgerEntry
from editorial.rules.reasons import Reason
from editorial.rules.vocabulary import PublicState, WorkState
from editorial.sentences import sentence
from editorial.views.act_table import ACTS
from tests.factories import items
from tests.factories.screens import act, act_url, hidden_values, look, review_url, signed_in, words

pytestmark = pytest.mark.django_db


def state(record: EditorialRecord) -> WorkState:
    return EditorialRecord.objects.get(pk=record.pk).work


def told(answer) -> str:
    """The messages a person reads on the next page."""
    return " ".join(str(message) for message in answer.wsgi_request._messages)


def test_act__walks_an_item_through_three_hands_to_the_public(cast: SimpleNamespace) -> None:
    """A57, A61, A20: editor, deputy, head, then the secretary, each on the review page."""
    record = items.submitted(cast)
    answers = items.answers(record)
    assert act(cast.editor1, record, "claim").url == review_url(record)
    forwarded = act(cast.editor1, record, "forward", content_class="ordinary", **dict.fromkeys(answers, "on"))
    assert forwarded.status_code == 302
    assert state(record) is WorkState.AWAITING_DEPUTY
    act(cast.deputy1, record, "approve")
    assert state(record) is WorkState.AWAITING_HEAD
    act(cast.head, record, "approve", note="Tốt")
    assert state(record) is WorkState.APPROVED
    posted = act(cast.secretary, record, "post")
    assert state(record) is WorkState.PUBLISHED
    assert record.title in told(posted)
    approvers = [row.actor_name for row in record.decisions.all()]
    assert approvers == ["Ông deputy1", "Ông head"]


def test_act__head_approves_and_posts_with_one_tap(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    act(cast.head, record, "approve_and_post")
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.POSTED


def test_act__goes_on_to_the_next_item_that_waits_for_the_same_person(cast: SimpleNamespace) -> None:
    first, second = items.awaiting_head(cast), items.awaiting_head(cast, title="Tin thứ hai")
    assert act(cast.head, first, "approve").url == review_url(second)
    assert act(cast.head, second, "approve").url == reverse("wagtailadmin_home")


def test_act__second_tap_reads_who_decided_before(cast: SimpleNamespace) -> None:
    """A61: a stale page changes nothing and says who was first."""
    record = items.awaiting_deputy(cast)
    stale = hidden_values(look(cast.deputy2, record), "return")
    act(cast.deputy1, record, "approve")
    lines = LedgerEntry.objects.count()
    answer = signed_in(cast.deputy2).post(act_url(record, "return"), {**stale, "note": "Khoan đã"})
    assert answer.status_code == 409
    assert sentence(Refused(Reason.ALREADY_DECIDED, {"who": "Ông deputy1"}), "vn") in words(answer)
    assert "Khoan đã" in words(answer)
    assert (LedgerEntry.objects.count(), state(record)) == (lines, WorkState.AWAITING_HEAD)


def test_act__secretary_on_a_stale_page_posts_nothing(cast: SimpleNamespace) -> None:
    record = items.approved(cast)
    stale = hidden_values(look(cast.secretary, record), "post")
    later = now() + datetime.timedelta(days=1)
    actions.schedule(record_id=record.pk, user=cast.secretary, post_at=later)
    answer = signed_in(cast.secretary).post(act_url(record, "post"), stale)
    assert answer.status_code == 409
    assert state(record) is WorkState.SCHEDULED


def test_return__asks_what_to_fix(cast: SimpleNamespace) -> None:
    """A62, A57: with words or a ready phrase; without either it stays."""
    record = items.awaiting_deputy(cast)
    refused = act(cast.deputy1, record, "return")
    assert refused.status_code == 422
    assert sentence(Refused(Reason.NOTE_MISSING), "vn") in words(refused)
    assert state(record) is WorkState.AWAITING_DEPUTY
    act(cast.deputy1, record, "return", phrases=["2", "6"], note="Ảnh mờ")
    assert state(record) is WorkState.IN_EDITING
    note = record.decisions.get().note
    assert len(note.splitlines()) == 3
    assert note.endswith("Ảnh mờ")


@pytest.mark.parametrize("typed", [{"note": "Chưa đạt"}, {"ground": "refuse_quality"}, {"ground": "ZZ", "note": "x"}])
def test_refuse__needs_one_of_the_five_grounds_and_words(cast: SimpleNamespace, typed: dict[str, str]) -> None:
    record = items.awaiting_deputy(cast)
    assert act(cast.deputy1, record, "refuse", **typed).status_code == 422
    assert state(record) is WorkState.AWAITING_DEPUTY


def test_refuse__on_a_coded_ground(cast: SimpleNamespace) -> None:
    """A74: the refusal carries the ground's code."""
    record = items.awaiting_deputy(cast)
    act(cast.deputy1, record, "refuse", ground="refuse_untrue", note="Số liệu sai")
    assert state(record) is WorkState.REFUSED
    assert record.decisions.get().ground == "refuse_untrue"


def test_forward__names_the_question_that_is_open(cast: SimpleNamespace) -> None:
    """A14: nothing is forwarded before the checklist is answered."""
    record = items.in_editing(cast)
    typed = dict.fromkeys(items.answers(record), "on")
    missing = {name: value for name, value in typed.items() if name != "not_secret"}
    answer = act(cast.editor1, record, "forward", content_class="ordinary", note="Gấp ạ", **missing)
    assert answer.status_code == 422
    offer = next(row for row in answer.context["offers"] if row.verb == "forward")
    assert list(offer.form.errors) == ["not_secret"]
    assert "Gấp ạ" in words(answer)
    assert state(record) is WorkState.IN_EDITING


def test_forward__consent_on_paper_says_where_it_is_kept(cast: SimpleNamespace) -> None:
    """A14: the pupils' question has three answers, and paper needs its place."""
    record = items.in_editing(cast, pictures=[items.picture(cast.toan, cast.unit.toan)])
    typed = {
        **dict.fromkeys(items.answers(record), "on"),
        "pupil_consent": "signed",
        "content_class": "ordinary",
    }
    assert act(cast.editor1, record, "forward", **typed).status_code == 422
    act(cast.editor1, record, "forward", **typed, consent_reference="Tủ hồ sơ 3")
    assert state(record) is WorkState.AWAITING_DEPUTY
    assert "Tủ hồ sơ 3" in words(look(cast.deputy1, record))


def test_act__refuses_whom_the_rules_refuse(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    for name in ("secretary", "editor1", "toan", "deputy2"):
        answer = signed_in(getattr(cast, name)).post(act_url(record, "approve"))
        assert answer.status_code == 403
    for name in ("van", "admin"):
        assert signed_in(getattr(cast, name)).post(act_url(record, "approve")).status_code == 403
    assert state(record) is WorkState.AWAITING_HEAD


@pytest.mark.parametrize("verb", ["publish", "delete", "approve2"])
def test_act__unknown_verb_is_not_found(cast: SimpleNamespace, verb: str) -> None:
    record = items.awaiting_head(cast)
    assert signed_in(cast.head).post(act_url(record, verb)).status_code == 404


def test_act__looking_at_its_address_is_not_allowed(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    assert signed_in(cast.head).get(act_url(record, "approve")).status_code == 405
    assert signed_in(cast.head).post(reverse("board_act", args=[99999, "approve"])).status_code == 404


JUNK = {
    "round_id": "abc",
    "seen": "-1",
    "note": "\x00",
    "wrong": "x" * 5000,
    "right": "y" * 5000,
    "ground": "' OR 1=1",
    "phrases": "77",
    "post_at": "9999-99-99T99:99",
    "editor": str(2**70),
    "name": "../../etc/passwd",
    "content_class": "unknown",
    "confirmed": "",
    "pupil_consent": "perhaps",
    "consent_entry": "-5",
}


@pytest.mark.parametrize("make", [items.draft, items.in_editing, items.awaiting_head, items.approved, items.published])
@pytest.mark.parametrize("verb", sorted(ACTS))
def test_act__junk_changes_nothing_and_never_breaks(cast: SimpleNamespace, verb: str, make) -> None:
    record = make(cast)
    lines = LedgerEntry.objects.count()
    for name in ("head", "secretary", "editor1", "toan"):
        assert 400 <= signed_in(getattr(cast, name)).post(act_url(record, verb), JUNK).status_code < 500
    assert LedgerEntry.objects.count() == lines


def test_act__a_note_too_long_is_refused_and_kept(cast: SimpleNamespace) -> None:
    record = items.awaiting_deputy(cast)
    answer = act(cast.deputy1, record, "return", note="ô" * 2001)
    assert answer.status_code == 422
    assert "ô" * 2001 in words(answer)


def test_assign__gives_the_item_to_an_editor(cast: SimpleNamespace) -> None:
    record = items.submitted(cast)
    act(cast.secretary, record, "assign", editor=cast.editor2.pk)
    assert EditorialRecord.objects.get(pk=record.pk).editor == cast.editor2
    assert act(cast.secretary, record, "assign", editor=cast.toan.pk).status_code == 422


def test_schedule__a_time_ahead_and_none_in_the_past(cast: SimpleNamespace) -> None:
    record = items.approved(cast)
    assert act(cast.secretary, record, "schedule", post_at="2020-01-01T08:00").status_code == 422
    assert act(cast.secretary, record, "schedule", post_at="2999-01-01T08:00").status_code == 422
    later = f"{now() + datetime.timedelta(days=3):%Y-%m-%dT%H:%M}"
    act(cast.secretary, record, "schedule", post_at=later)
    assert state(record) is WorkState.SCHEDULED
    act(cast.secretary, record, "unschedule")
    assert state(record) is WorkState.APPROVED


def test_correct__a_word_in_what_is_posted(cast: SimpleNamespace) -> None:
    """A27: the secretary corrects a name; a superior clears it with one tap."""
    record = items.published(cast)
    assert act(cast.secretary, record, "correct", wrong="không có", right="x").status_code == 422
    act(cast.secretary, record, "correct", wrong="trang nghiêm", right="trang trọng")
    assert state(record) is WorkState.AWAITING_DEPUTY
    text = " ".join(words(look(cast.deputy1, record)).split())
    assert "trọng</ins>" in text
    act(cast.deputy1, record, "approve")
    assert state(record) is WorkState.PUBLISHED
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.UPDATED


def test_correct__a_headline_may_not_become_empty(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    answer = act(cast.secretary, record, "correct", wrong=record.title, right="")
    assert answer.status_code == 422
    assert state(record) is WorkState.PUBLISHED


def test_correct_and_approve__by_the_head(cast: SimpleNamespace) -> None:
    record = items.awaiting_head(cast)
    act(cast.head, record, "correct_and_approve", wrong="trang nghiêm", right="trang trọng", and_post="on")
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.POSTED


def test_hide_and_restore__on_the_review_page(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    act(cast.secretary, record, "hide", ground="hide_child_safety", phrases=["1"])
    assert EditorialRecord.objects.get(pk=record.pk).public is PublicState.HIDDEN
    act(cast.head, record, "restore")
    act(cast.head, record, "take_down", ground="takedown_outdated", note="Đã cũ", shows_ground="on")
    fresh = EditorialRecord.objects.get(pk=record.pk)
    assert (fresh.public, fresh.shows_ground) == (PublicState.TAKEN_DOWN, True)


def test_hide_file__one_picture(cast: SimpleNamespace) -> None:
    image = items.picture(cast.toan, cast.unit.toan)
    record = items.published(cast, pictures=[image])
    name = f"wagtailimages.image/{image.pk}"
    act(cast.secretary, record, "hide_file", name=name, ground="hide_personal_data", note="Lộ mặt")
    assert record.hidden_files.filter(restored_at=None).count() == 1
    act(cast.head, record, "restore_file", name=name)
    assert not record.hidden_files.filter(restored_at=None).exists()


def test_unit__withdraws_sends_again_and_throws_a_draft_away(cast: SimpleNamespace) -> None:
    """A18: the unit reads what became of its item on the same page."""
    record = items.submitted(cast)
    act(cast.toan, record, "withdraw")
    assert state(record) is WorkState.WITHDRAWN
    assert act(cast.toan, record, "hand_in").url == review_url(record)
    fresh = items.draft(cast)
    assert act(cast.toan, fresh, "discard").status_code == 422
    assert act(cast.toan, fresh, "discard", confirmed="on").url == reverse("wagtailadmin_home")
    assert not EditorialRecord.objects.filter(pk=fresh.pk).exists()


def test_proposed_refusal__brings_its_ground_along(cast: SimpleNamespace) -> None:
    record = items.in_editing(cast)
    act(cast.editor1, record, "propose_refusal", ground="refuse_quality", note="Quá sơ sài")
    page = look(cast.deputy1, record)
    assert "Quá sơ sài" in words(page)
    assert next(row.verb for row in page.context["bar"]) == "refuse"
    act(cast.deputy1, record, "refuse", ground="refuse_quality", note="Quá sơ sài")
    act(cast.head, record, "reopen", phrases=["2"])
    assert state(record) is WorkState.IN_EDITING


def test_forward__marks_every_open_question_and_keeps_the_answers_given(cast: SimpleNamespace) -> None:
    """A14: one look says all that is missing; nothing has to be ticked twice."""
    record = items.in_editing(cast)
    answer = act(cast.editor1, record, "forward", content_class="ordinary", note="Gửi sớm", facts_checked="on")
    page = BeautifulSoup(answer.content, "html.parser")
    marked = {row["class"][2].removeprefix("review-field--") for row in page.select(".review-field.board-field--wrong")}
    assert answer.status_code == 422
    assert marked == {"no_personal_data", "not_secret", "not_advertising"}
    assert page.select_one("#forward-facts_checked").has_attr("checked")
    assert page.select_one("#forward-note").text.strip() == "Gửi sớm"
