"""Readers propose corrections; a secretary or an editor takes them up (A77)."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from core.clock import now
from core.rules.answers import RuleRefused
from editorial import actions
from editorial.actions import periodic
from editorial.models import CorrectionProposal, EditorialRecord, LedgerEntry, OutboxMessage, TakedownRequest
from editorial.rules.proposals import KEPT_DAYS, Standing
from editorial.rules.reasons import Reason
from editorial.rules.takedown import MOST_REPORTS, RequestState
from editorial.selectors.proposals import standing
from tests.factories import items
from tests.factories.proposals import READER, RIGHT_WORDS, WRONG_WORDS, long_item, opened_form, proposed, reader, send
from tests.factories.readers import read_in
from tests.factories.reports import flood, opened, reported, said_on
from tests.factories.screens import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

FIGURE = {"words": "toàn trường", "wanted": "300 học sinh"}


@pytest.fixture
def english(cast: SimpleNamespace) -> None:
    """Everybody reads the back office in English."""
    read_in(cast)


def now_stands(row: CorrectionProposal) -> Standing:
    """Where a proposal stands, read anew."""
    rows = CorrectionProposal.objects.select_related("record__live_clearance", "round__clearance")
    return standing(rows.get(pk=row.pk))


def act(user: Any, row: CorrectionProposal, verb: str, **typed: str) -> Any:
    """A button of the proposal's page; the answer."""
    return signed_in(user).post(reverse("board_proposal_act", args=[row.pk, verb]), typed)


def page_of(user: Any, row: CorrectionProposal) -> Any:
    return signed_in(user).get(reverse("board_proposal", args=[row.pk]))


def desk(user: Any) -> str:
    return words(signed_in(user).get(reverse("wagtailadmin_home")))


# --- The reader


def test_article__leads_a_reader_without_script_to_the_form(cast: SimpleNamespace) -> None:
    """A77."""
    record = items.published(cast)
    address = reverse("propose_correction", args=[record.page_id])

    article = words(reader().get(record.page.specific.url))
    form = reader().get(address, {"words": "trang nghiêm"})

    assert f'href="{address}"' in article
    assert "Something wrong in this text?" in article
    assert ">\ntrang nghiêm</textarea>" in form.content.decode()
    assert form["Cache-Control"] == "private, no-store"


def test_reader__proposes_and_follows_it_by_a_code(cast: SimpleNamespace) -> None:
    record = items.published(cast)

    answer = send(record)
    status = reader().get(answer.url)

    row = CorrectionProposal.objects.get()
    assert (row.words, row.wanted, row.state) == (WRONG_WORDS, RIGHT_WORDS, "open")
    assert "Thank you, your proposal has arrived" in said_on(status)
    assert READER["contact"] not in words(status)
    assert row.code_hash not in words(status)


def test_same_form_sent_twice__makes_one_proposal(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    page = reader().get(reverse("propose_correction", args=[record.page_id]))
    signed = page.context["form"].signed
    later = now() + datetime.timedelta(minutes=1)

    for _ in range(2):
        actions_before = CorrectionProposal.objects.count()
        from_form = {"opened": signed, "website": "", **READER}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("editorial.views.propose.now", lambda: later)
            assert reader().post(reverse("propose_correction", args=[record.page_id]), from_form).status_code == 302

    assert (actions_before, CorrectionProposal.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"words": "không hề có trong bài"}, 422),
        ({"words": "<script>alert(1)</script>"}, 422),
        ({"words": "<p>Buổi lễ"}, 422),
        ({"words": ""}, 422),
        ({"wanted": " "}, 422),
        ({"wanted": WRONG_WORDS}, 422),
        ({"words": "\x00"}, 422),
        ({"wanted": "a\x00b"}, 422),
        ({"words": "x" * 100_000}, 422),
        ({"why": "x" * 100_000}, 422),
        ({"website": "http://spam"}, 422),
        ({"opened": "forged"}, 422),
    ],
)
def test_reader__is_refused_politely_and_nothing_is_kept(
    cast: SimpleNamespace, typed: dict[str, str], status: int
) -> None:
    record = items.published(cast)
    before = LedgerEntry.objects.count()

    answer = send(record, **typed)

    assert answer.status_code == status
    assert not CorrectionProposal.objects.exists()
    assert LedgerEntry.objects.count() == before
    assert b"<script>alert" not in answer.content
    assert READER["contact"] in words(answer)  # what was typed stays


def test_form__of_another_kind_or_page_is_not_taken(cast: SimpleNamespace) -> None:
    """A signed line of the report form, or of another page, opens nothing here."""
    first, second = items.published(cast), items.published(cast)

    assert send(first, opened=opened(first)).status_code == 422
    assert send(first, opened=opened_form(second)).status_code == 422


@pytest.mark.parametrize("state", ["draft", "approved", "taken_down"])
def test_page_that_is_not_on_the_site__has_no_form(cast: SimpleNamespace, state: str) -> None:
    record = getattr(items, state)(cast)
    assert reader().get(reverse("propose_correction", args=[record.page_id])).status_code == 404
    assert send(record).status_code == 404


def test_flood__of_reports_and_proposals_of_one_address_is_counted_together(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    for _ in range(MOST_REPORTS):
        assert send(record).status_code == 302

    answer = send(record)

    assert answer.status_code == 429
    assert answer["Retry-After"] == "3600"
    assert send(record, REMOTE_ADDR="203.0.113.8").status_code == 302


def test_flood__of_reports_alone_stops_proposals_too(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    flood(record, MOST_REPORTS, address="9" * 64)

    with pytest.raises(RuleRefused) as refused:
        proposed(record, address="9" * 64)

    assert refused.value.refused.reason is Reason.TOO_MANY_REPORTS


def test_ledger_and_mails__hold_nothing_of_what_a_reader_said(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    proposed(record)

    line = LedgerEntry.objects.latest("seq")
    told = OutboxMessage.objects.filter(kind="correction_proposed")

    assert (line.action, line.record_id) == ("editorial.propose_correction", None)
    assert {row.to.username for row in told} == {"editor1", "secretary"}
    for text in (str(line.payload), *(str(row.context) for row in told)):
        assert not any(said in text for said in READER.values())


# --- The board


@pytest.mark.parametrize(("name", "status"), [("head", 200), ("editor2", 200), ("toan", 403), ("admin", 403)])
def test_queue__is_the_boards(cast: SimpleNamespace, name: str, status: int) -> None:
    row = proposed(items.published(cast))
    person = getattr(cast, name)

    for address in (reverse("board_proposals"), reverse("board_proposal", args=[row.pk])):
        answer = signed_in(person).get(address)
        assert answer.status_code == status
        assert (RIGHT_WORDS in words(answer)) is (status == 200)
    assert reader().get(reverse("board_proposals")).status_code == 302


def test_queue__shows_what_waits_first_and_the_words_in_their_paragraph(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    answered, waiting = proposed(record), proposed(record, words="toàn trường", wanted="cả trường")
    actions.decline_proposal(proposal_id=answered.pk, user=cast.editor1, note="Đúng như chương trình")

    answer = signed_in(cast.secretary).get(reverse("board_proposals"))

    assert [row["proposal"].pk for row in answer.context["rows"]] == [waiting.pk, answered.pk]
    page = " ".join(words(answer).split())
    assert "có sự tham gia của" in page.partition("toàn trường")[0]


def test_desk__says_how_many_wait_to_those_who_take_them_up(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    assert "of readers wait" not in desk(cast.secretary)
    rows = [proposed(record) for _ in range(3)]

    for name in ("secretary", "editor1"):
        assert "3 proposals of readers wait" in desk(getattr(cast, name))
    for name in ("head", "toan"):
        assert "of readers wait" not in desk(getattr(cast, name))
    actions.decline_proposal(proposal_id=rows[0].pk, user=cast.editor1, note="Đúng rồi")
    assert "2 proposals of readers wait" in desk(cast.editor2)


def test_small_correction__is_sent_with_one_tap_and_the_reader_sees_it_through(cast: SimpleNamespace) -> None:
    """A77."""
    record = long_item(cast)
    row = proposed(record)
    offered = page_of(cast.editor1, row).context["offers"][0]

    answer = act(cast.editor1, row, "correct", **offered["form"].initial)

    assert offered["verb"] == "correct"
    assert offered["form"].initial == {"wrong": WRONG_WORDS, "right": RIGHT_WORDS}
    assert answer.status_code == 302
    assert now_stands(row) is Standing.CORRECTING
    actions.approve(record_id=record.pk, user=cast.deputy1)
    assert now_stands(row) is Standing.CORRECTED
    assert RIGHT_WORDS in words(reader().get(record.page.specific.url))


def test_small_correction__that_a_superior_drops_leaves_the_proposal_waiting(cast: SimpleNamespace) -> None:
    record = long_item(cast)
    row = proposed(record)
    actions.correct_proposed(proposal_id=row.pk, user=cast.editor1, wrong=WRONG_WORDS, right=RIGHT_WORDS)

    actions.return_item(record_id=record.pk, user=cast.deputy1, note="Giữ nguyên")

    assert now_stands(row) is Standing.OPEN
    assert "1 proposal of readers waits" in desk(cast.secretary)
    actions.decline_proposal(proposal_id=row.pk, user=cast.secretary, note="Phó ban giữ nguyên")
    assert now_stands(row) is Standing.DECLINED


def test_figure__is_no_small_correction_and_the_page_says_so(cast: SimpleNamespace) -> None:
    row = proposed(long_item(cast), **FIGURE)

    page = page_of(cast.editor1, row)

    assert "correct" not in {offer["verb"] for offer in page.context["offers"]}
    assert "more than a small correction" in words(page)
    refused = act(cast.editor1, row, "correct", wrong=FIGURE["words"], right=FIGURE["wanted"])
    assert refused.status_code == 422
    assert FIGURE["wanted"] in words(refused)
    assert now_stands(row) is Standing.OPEN


def test_new_version__leads_to_the_editor_and_its_posting_answers_the_reader(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    row = proposed(record, **FIGURE)

    answer = act(cast.editor1, row, "new_version")

    assert answer.url == reverse("wagtailadmin_pages:edit", args=[record.page_id])
    assert now_stands(row) is Standing.NEW_VERSION
    items.rewrite(record, cast.editor1, lead="Sáng thứ Hai, 300 học sinh dự lễ chào cờ đầu tuần.")
    given = {"answers": items.answers(record), "public_note": items.TOLD}
    actions.hand_in_and_forward(record_id=record.pk, user=cast.editor1, **given)
    actions.approve(record_id=record.pk, user=cast.deputy1)
    actions.approve(record_id=record.pk, user=cast.head)
    actions.post(record_id=record.pk, user=cast.secretary)
    assert now_stands(row) is Standing.CORRECTED


def test_new_version__refuses_an_editor_of_other_units(cast: SimpleNamespace) -> None:
    row = proposed(items.published(cast))
    assert act(cast.editor2, row, "new_version").status_code == 403
    assert now_stands(row) is Standing.OPEN


def test_declined__and_the_status_page_says_why(cast: SimpleNamespace) -> None:
    """A77."""
    record = items.published(cast)
    address = send(record).url.partition("?")[0]
    row = CorrectionProposal.objects.get()

    assert act(cast.editor1, row, "decline", note="  ").status_code == 422
    assert act(cast.editor1, row, "decline", note="Chương trình ghi đúng như vậy.").status_code == 302

    status = reader().get(address)
    assert "Chương trình ghi đúng như vậy." in said_on(status)
    assert "stays as it is" in said_on(status)
    assert "Ông editor1" not in words(status)


def test_answered__is_answered_once(cast: SimpleNamespace) -> None:
    row = proposed(items.published(cast))
    actions.decline_proposal(proposal_id=row.pk, user=cast.editor1, note="Đúng rồi")

    again = act(cast.secretary, row, "decline", note="Từ chối lần nữa")

    assert again.status_code == 409
    assert "Ông editor1" in words(again)
    assert "Từ chối lần nữa" in words(again)


@pytest.mark.parametrize("name", ["head", "deputy1"])
def test_taking_up__is_for_secretaries_and_editors(cast: SimpleNamespace, name: str) -> None:
    row = proposed(items.published(cast))

    assert act(getattr(cast, name), row, "decline", note="Không").status_code == 403
    assert not page_of(getattr(cast, name), row).context["offers"]


def test_unknown_act_and_proposal__answer_404(cast: SimpleNamespace) -> None:
    row = proposed(items.published(cast))
    assert act(cast.editor1, row, "delete").status_code == 404
    assert signed_in(cast.editor1).get(reverse("board_proposal", args=[10**6])).status_code == 404


# --- Ninety days later


def test_ninety_days_after_the_answer__contact_and_reasons_are_gone(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    row, waiting, report = proposed(record, address="a" * 64), proposed(record), reported(record, address="b" * 64)
    actions.decline_proposal(proposal_id=row.pk, user=cast.editor1, note="Đúng rồi")
    actions.answer_request(request_id=report.pk, user=cast.head, outcome=RequestState.KEPT, note="Ảnh chung")
    before = now() + datetime.timedelta(days=KEPT_DAYS - 1)
    after = now() + datetime.timedelta(days=KEPT_DAYS, minutes=1)

    assert periodic.forget_visitors(cast.school, before) == 0
    assert periodic.forget_visitors(cast.school, after) == 2
    assert periodic.forget_visitors(cast.school, after) == 0

    for found in (CorrectionProposal.objects.get(pk=row.pk), TakedownRequest.objects.get(pk=report.pk)):
        assert found.contact == found.address_hash == ""
    assert CorrectionProposal.objects.get(pk=row.pk).why == ""
    assert TakedownRequest.objects.get(pk=report.pk).note == ""
    assert CorrectionProposal.objects.get(pk=waiting.pk).contact == READER["contact"]


def test_removed__is_said_on_the_page(cast: SimpleNamespace) -> None:
    row = proposed(items.published(cast))
    actions.decline_proposal(proposal_id=row.pk, user=cast.editor1, note="Đúng rồi")
    periodic.forget_visitors(cast.school, now() + datetime.timedelta(days=KEPT_DAYS, minutes=1))

    page = words(page_of(cast.secretary, row))

    assert READER["contact"] not in page
    assert "removed 90 days after the answer" in page


def test_record__is_named_by_no_query_more_for_many_proposals(
    cast: SimpleNamespace, django_assert_max_num_queries: Any
) -> None:
    record: EditorialRecord = items.published(cast)
    for number in range(12):
        proposed(record, why=str(number))
    client = signed_in(cast.secretary)
    client.get(reverse("board_proposals"))
    with django_assert_max_num_queries(30):
        assert client.get(reverse("board_proposals")).status_code == 200
