"""The register of incidents: wrong or harmful information, who supplied it, what was done (A77)."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from core.rules.answers import RuleRefused
from editorial import actions
from editorial.models import Incident, LedgerEntry, OutboxMessage
from editorial.rules.reasons import Reason
from tests.factories import items
from tests.factories.proposals import incident, proposed, reader
from tests.factories.readers import read_in
from tests.factories.reports import reported
from tests.factories.screens import look, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

WORDS = {"kind": "incident_untrue", "words": "Số học sinh ghi chưa đúng."}
DONE = {"done": "Đã đính chính ngay trong ngày.", "supplier_note": "Tổ kiểm tra số liệu trước khi gửi."}


@pytest.fixture
def english(cast: SimpleNamespace) -> None:
    """Everybody reads the back office in English."""
    read_in(cast)


def new(user: Any, query: str, **typed: str) -> Any:
    """Send the form that opens one; the answer."""
    return signed_in(user).post(f"{reverse('board_incident_new')}?{query}", {**WORDS, **typed})


def close(user: Any, row: Incident, **typed: str) -> Any:
    """Send the form that closes one; the answer."""
    return signed_in(user).post(reverse("board_incident_close", args=[row.pk]), {**DONE, **typed})


def listed(user: Any, **query: str) -> Any:
    return signed_in(user).get(reverse("board_incidents"), query)


@pytest.mark.parametrize("name", ["head", "deputy1", "secretary", "editor2"])
def test_open__from_the_review_page_by_every_post_of_the_board(cast: SimpleNamespace, name: str) -> None:
    """A77: the unit is shown from the record, not typed."""
    record = items.published(cast)
    address = f"{reverse('board_incident_new')}?record={record.pk}"
    assert address in words(look(getattr(cast, name), record))
    assert cast.unit.toan.name in words(signed_in(getattr(cast, name)).get(address))

    answer = new(getattr(cast, name), f"record={record.pk}", unit=str(cast.unit.van.pk))

    row = Incident.objects.get()
    assert answer.url == reverse("board_incident", args=[row.pk])
    assert (row.unit, row.state, row.opened_by) == (cast.unit.toan, "open", getattr(cast, name))
    assert "Incident opened on" in words(look(cast.deputy1, record))


@pytest.mark.parametrize("name", ["toan", "admin"])
def test_open__refuses_units_and_the_technician(cast: SimpleNamespace, name: str) -> None:
    record = items.published(cast)
    assert new(getattr(cast, name), f"record={record.pk}").status_code in {302, 403}
    assert not Incident.objects.exists()
    if name == "toan":
        assert reverse("board_incident_new") not in words(look(cast.toan, record))


@pytest.mark.parametrize(
    "typed", [{"kind": ""}, {"kind": "x"}, {"words": " "}, {"words": "\x00"}, {"words": "x" * 9999}]
)
def test_open__refuses_what_says_nothing_and_keeps_what_was_typed(cast: SimpleNamespace, typed: dict[str, str]) -> None:
    record = items.published(cast)

    answer = new(cast.editor1, f"record={record.pk}", **typed)

    assert answer.status_code == 422
    assert not Incident.objects.exists()
    if "kind" in typed:
        assert WORDS["words"] in words(answer)


def test_open__refuses_what_was_never_public(cast: SimpleNamespace) -> None:
    record = items.approved(cast)
    with pytest.raises(RuleRefused) as refused:
        incident(cast, record)
    assert refused.value.refused.reason is Reason.NOT_ONLINE


@pytest.mark.parametrize(
    "query", ["", "record=0", "record=x", "record=-1", "record=١٢", f"record={10**30}", "request=99999"]
)
def test_open__of_what_does_not_exist_answers_404(cast: SimpleNamespace, query: str) -> None:
    assert signed_in(cast.head).get(f"{reverse('board_incident_new')}?{query}").status_code == 404


def test_open__from_a_report_or_proposal_is_linked_and_done_once(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    report, proposal = reported(record), proposed(record)

    for query in (f"request={report.pk}", f"proposal={proposal.pk}") * 2:
        assert new(cast.secretary, query).status_code == 302

    assert Incident.objects.count() == 2
    assert report.incidents.get().record == proposal.incidents.get().record == record
    proposal.refresh_from_db()
    assert proposal.state == "incident"
    request_page = words(signed_in(cast.head).get(reverse("board_request", args=[report.pk])))
    assert f"{reverse('board_incident_new')}?request={report.pk}" in request_page


def test_unit__is_told_when_it_is_opened_and_closed(cast: SimpleNamespace) -> None:
    """A77."""
    row = incident(cast, items.published(cast))
    actions.close_incident(incident_id=row.pk, user=cast.deputy1, **DONE)

    for kind in ("incident_opened", "incident_closed"):
        told = OutboxMessage.objects.filter(kind=kind)
        assert {message.to.username for message in told} == {"toan"}
        assert {message.context["incident"] for message in told} == {row.pk}


def test_unit__sees_its_own_incidents_and_no_others(cast: SimpleNamespace) -> None:
    """A77."""
    own = incident(cast, items.published(cast))
    other = incident(cast, items.published(cast, author="van", editor="editor2", title="Bài của tổ Văn"), "editor2")

    assert [row["incident"].pk for row in listed(cast.toan).context["rows"]] == [own.pk]
    assert {row["incident"].pk for row in listed(cast.secretary).context["rows"]} == {own.pk, other.pk}
    for address in ("board_incident",):
        assert signed_in(cast.toan).get(reverse(address, args=[own.pk])).status_code == 200
        answer = signed_in(cast.toan).get(reverse(address, args=[other.pk]))
        assert answer.status_code == 403
        assert other.words not in words(answer).replace(own.words, "")
    printed = words(signed_in(cast.toan).get(reverse("board_incidents_printed")))
    assert "Bài của tổ Văn" not in printed
    assert reader().get(reverse("board_incidents")).status_code == 302
    assert listed(cast.admin).status_code in {302, 403}


@pytest.mark.parametrize("name", ["deputy1", "head"])
def test_close__by_a_deputy_or_the_head_with_what_was_done(cast: SimpleNamespace, name: str) -> None:
    """A77: what is proposed about the supplier is words, no points."""
    row = incident(cast, items.published(cast))

    assert close(getattr(cast, name), row).status_code == 302

    row.refresh_from_db()
    assert (row.state, row.done, row.supplier_note) == ("closed", DONE["done"], DONE["supplier_note"])
    page = words(signed_in(cast.toan).get(reverse("board_incident", args=[row.pk])))
    assert DONE["done"] in page
    assert "<form" not in page.partition("<main")[2].partition("</main")[0] or "incidents/" not in page


@pytest.mark.parametrize("name", ["secretary", "editor1", "toan"])
def test_close__refuses_everybody_else(cast: SimpleNamespace, name: str) -> None:
    row = incident(cast, items.published(cast))
    assert close(getattr(cast, name), row).status_code in {302, 403}
    row.refresh_from_db()
    assert row.state == "open"


def test_close__asks_what_was_done_and_happens_once(cast: SimpleNamespace) -> None:
    row = incident(cast, items.published(cast))
    missing = close(cast.deputy1, row, done="  ")
    assert missing.status_code == 422
    assert DONE["supplier_note"] in words(missing)
    close(cast.deputy1, row)

    again = close(cast.head, row, done="Lần hai")

    assert again.status_code == 409
    assert "Ông deputy1" in words(again)
    assert "Lần hai" in words(again)


def test_close__links_the_take_down_that_put_it_right(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    row = incident(cast, record)
    actions.take_down(record_id=record.pk, user=cast.head, ground="takedown_content", note="Sai")
    remedy = f"takedown/{record.takedowns.get().pk}"

    assert close(cast.deputy1, row, remedy="takedown/99999").status_code == 422
    assert close(cast.deputy1, row, remedy=remedy).status_code == 302

    row.refresh_from_db()
    assert row.takedown == record.takedowns.get()
    assert "Taken down on" in words(signed_in(cast.head).get(reverse("board_incident", args=[row.pk])))


def test_close__refuses_a_remedy_of_another_item(cast: SimpleNamespace) -> None:
    row = incident(cast, items.published(cast))
    other = items.taken_down(cast).takedowns.get()
    with pytest.raises(RuleRefused) as refused:
        actions.close_incident(incident_id=row.pk, user=cast.head, done="Xong", remedy=f"takedown/{other.pk}")
    assert refused.value.refused.reason is Reason.REMEDY_UNKNOWN


def test_ledger__tells_of_incidents_without_names_or_words(cast: SimpleNamespace) -> None:
    """A77."""
    row = incident(cast, items.published(cast))
    actions.close_incident(incident_id=row.pk, user=cast.head, **DONE)

    lines = LedgerEntry.objects.filter(action__in=["editorial.open_incident", "editorial.close_incident"])

    assert [line.action for line in lines.order_by("seq")] == ["editorial.open_incident", "editorial.close_incident"]
    for line in lines:
        assert line.payload["incident"] == row.pk
        assert line.payload["unit"] == row.unit_id
        assert not any(text in str(line.payload) for text in (row.words, "Ông", *DONE.values()))


def test_list__has_filters_pages_and_an_empty_state(cast: SimpleNamespace) -> None:
    assert "No incident stands here." in words(listed(cast.head))
    record = items.published(cast)
    first, second = incident(cast, record), incident(cast, record)
    actions.close_incident(incident_id=first.pk, user=cast.head, **DONE)

    def found(**query: str) -> list[int]:
        return [row["incident"].pk for row in listed(cast.head, **query).context["rows"]]

    assert found() == [second.pk, first.pk]
    assert found(state="open") == [second.pk]
    assert found(state="closed") == [first.pk]
    assert found(unit=str(cast.unit.toan.pk)) == [second.pk, first.pk]
    assert listed(cast.head, unit="\x00").status_code == 404
    for nonsense in ({"unit": "x"}, {"state": "x"}, {"p": "x"}, {"unit": str(10**30)}):
        assert listed(cast.head, **nonsense).status_code == 200
    printed = signed_in(cast.head).get(reverse("board_incidents_printed"), {"state": "closed"})
    assert DONE["done"] in words(printed)
    assert printed["Cache-Control"].startswith("private, no-store")
