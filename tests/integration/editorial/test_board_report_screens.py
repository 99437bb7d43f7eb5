"""The reports' screens: who sees what, what each button does, what a refusal leaves (A23, A26, A76, B17)."""

from __future__ import annotations

import datetime
import io
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from core.clock import today
from editorial.models import Report
from editorial.rules.periods import between, month
from editorial.rules.reports import ReportState
from school.rules.years import first_year_of, year_name
from tests.factories import documents, items
from tests.factories.board_reports import WORDS, acknowledged, drafted, signed, written, yesterdays

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]

ADDRESSES = ("board_reports", "board_merit", "board_stale")


def at(cast: SimpleNamespace, person: str) -> Client:
    client = Client()
    client.force_login(getattr(cast, person))
    return client


def words(answer: Any) -> str:
    return " ".join(BeautifulSoup(answer.content, "html.parser").main.get_text(" ").split())


def do(client: Client, report: Report, verb: str, **given: str) -> Any:
    return client.post(reverse("board_report_act", args=[report.pk, verb]), given)


@pytest.mark.parametrize("person", ["head", "deputy1", "secretary", "editor1"])
def test_reports__are_for_the_board_alone(cast: SimpleNamespace, person: str) -> None:
    report = drafted(cast, yesterdays(cast))
    addresses = [*map(reverse, ADDRESSES), reverse("board_report", args=[report.pk])]

    assert {at(cast, person).get(address).status_code for address in addresses} == {200}
    assert {at(cast, "toan").get(address).status_code for address in addresses} == {403}
    assert {at(cast, "admin").get(address).status_code for address in addresses} == {403}


def test_list__shows_the_year_and_what_is_due_when(cast: SimpleNamespace) -> None:
    """B17: months, terms, quarters, half-years and the years with their due dates."""
    signed(cast, yesterdays(cast))

    answer = at(cast, "secretary").get(reverse("board_reports"))

    assert answer.status_code == 200
    assert answer["Cache-Control"].startswith("max-age=0")


def test_new__two_dates_make_a_report_and_wrong_ones_say_why(cast: SimpleNamespace) -> None:
    client, address = at(cast, "secretary"), reverse("board_report_new")
    day = str(today())

    wrong = client.post(address, {"first_on": day, "last_on": "2020-01-01"})
    nothing = client.post(address, {"period": "31-of-never"})
    ahead = client.post(address, {"first_on": "2099-01-01", "last_on": "2099-01-31"})
    right = client.post(address, {"first_on": day, "last_on": day})

    assert [wrong.status_code, nothing.status_code, ahead.status_code, right.status_code] == [422, 422, 422, 302]
    assert "2020-01-01" in wrong.content.decode()
    assert Report.objects.get().key == f"{day}..{day}"


def test_report__reads_like_its_paper_and_its_figures_open_their_rows(cast: SimpleNamespace) -> None:
    """A23: each number leads to the rows behind it."""
    items.published(cast, title="Ngày hội đọc sách")
    report = drafted(cast, yesterdays(cast))
    last = datetime.timedelta(days=0)
    Report.objects.filter(pk=report.pk).update(last_on=today() + last)

    answer = at(cast, "head").get(reverse("board_report", args=[report.pk]))
    soup = BeautifulSoup(answer.content, "html.parser")
    links = {a["href"] for a in soup.select(".report-table a")}

    assert "BÁO CÁO" in words(answer)
    assert soup.select_one(".report-paper")["lang"] == "vi"  # type: ignore[index]
    assert links
    for address in sorted(links)[:12]:
        assert at(cast, "head").get(address).status_code == 200, address
    posted = at(cast, "head").get(reverse("board_report_rows", args=[report.pk, "posted"]))
    assert "Ngày hội đọc sách" in words(posted)


def test_every_number__opens_as_many_rows_as_it_counts(cast: SimpleNamespace) -> None:
    """A23: counts in sentences, tables and charts; none is dead, none leads to other rows."""
    items.published(cast)
    items.returned(cast)
    items.taken_down(cast)
    documents.published(cast)
    period = between(today() - datetime.timedelta(days=9), today())
    report = drafted(cast, period)
    client = at(cast, "head")

    paper = BeautifulSoup(client.get(reverse("board_report", args=[report.pk])).content, "html.parser").article
    links = {link["href"]: link.get_text(strip=True) for link in paper.select("a")}  # type: ignore[union-attr]
    dead = [
        cell.get_text()
        for cell in paper.select("td.report-table__figure")  # type: ignore[union-attr]
        if not cell.a and cell.get_text() != "—" and "compared" not in str(cell.find_parent("table").caption)
    ]

    assert dead == []
    assert len(links) > 40
    for address, shown in links.items():
        page = client.get(address)
        rows = BeautifulSoup(page.content, "html.parser").select(".report-table tbody tr")
        assert page.status_code == 200, address
        is_count = shown.isdecimal() and not any(code in address for code in ("hours_", "quota_owed", "provided"))
        assert not is_count or len(rows) == int(shown), (address, shown)
    listed = client.get(next(address for address in links if "/provided/documents/" in address))
    assert len(BeautifulSoup(listed.content, "html.parser").select(".report-table tbody tr")) == 1


def test_rows__of_a_period_beside_are_of_that_period_and_of_no_other(cast: SimpleNamespace) -> None:
    """The first report there is has nothing beside it."""
    report, first = drafted(cast, yesterdays(cast)), drafted(cast, month(2023, 9))
    client = at(cast, "head")
    address, of_first = (reverse("board_report_rows", args=[row.pk, "posted"]) for row in (report, first))

    for of, here, there in (("", 200, 200), ("before", 200, 404), ("year_ago", 200, 404), ("nonsense", 404, 404)):
        assert (client.get(address, {"of": of}).status_code, client.get(of_first, {"of": of}).status_code) == (
            here,
            there,
        )
    assert client.get(reverse("board_report_provided_rows", args=[report.pk, "nonsense"])).status_code == 404
    strange = reverse("board_report_provided_rows", args=[report.pk, "documents"])
    assert client.get(strange, {"text": ["<script>" * 200] * 50}).status_code == 200
    assert at(cast, "toan").get(strange).status_code == 403


def test_rows__of_no_figure_are_not_found(cast: SimpleNamespace) -> None:
    report = drafted(cast, yesterdays(cast))
    client = at(cast, "head")

    assert client.get(reverse("board_report_rows", args=[report.pk, "nonsense"])).status_code == 404
    strange = reverse("board_report_rows", args=[report.pk, "posted"]) + "?key=unit:<script>" + "x" * 500
    assert client.get(strange).status_code == 200


def test_acts__walk_the_report_from_draft_to_acknowledged(cast: SimpleNamespace) -> None:
    report = drafted(cast, yesterdays(cast))

    assert do(at(cast, "secretary"), report, "words", **WORDS).status_code == 302
    assert do(at(cast, "deputy1"), report, "sign", is_sure="on").status_code == 302
    assert do(at(cast, "head"), report, "acknowledge", note="Đồng ý").status_code == 302

    report = Report.objects.get(pk=report.pk)
    assert report.state is ReportState.ACKNOWLEDGED
    page = words(at(cast, "head").get(reverse("board_report", args=[report.pk])))
    assert WORDS["proposals"] in page
    assert do(at(cast, "secretary"), report, "correct", what_changed="Sót bài").status_code == 302
    assert Report.objects.count() == 2


def test_act__refused_says_why_and_keeps_what_was_typed(cast: SimpleNamespace) -> None:
    report = written(cast, yesterdays(cast))
    client = at(cast, "deputy1")

    assert do(client, report, "sign").status_code == 422
    assert do(at(cast, "head"), report, "sign", is_sure="on").status_code == 403
    assert do(client, report, "nonsense").status_code == 404
    assert do(client, report, "words", strengths="Dài" * 4000).status_code == 422
    do(client, report, "sign", is_sure="on")
    late = do(at(cast, "secretary"), report, "words", strengths="Viết muộn mất rồi")

    assert late.status_code == 409
    assert "Viết muộn mất rồi" in late.content.decode()


def test_sign__without_the_boards_words_says_what_is_missing(cast: SimpleNamespace) -> None:
    report = drafted(cast, yesterdays(cast))

    answer = do(at(cast, "deputy1"), report, "sign", is_sure="on")

    assert answer.status_code == 422
    assert Report.objects.get(pk=report.pk).state is ReportState.DRAFT


@pytest.mark.parametrize(("kind", "first"), [("docx", b"PK"), ("pdf", b"%PDF"), ("xlsx", b"PK"), ("csv", b"PK")])
def test_file__of_a_draft_is_made_and_of_a_signed_one_is_the_stored_one(
    cast: SimpleNamespace, kind: str, first: bytes
) -> None:
    report = written(cast, yesterdays(cast))
    address = reverse("board_report_file", args=[report.pk, kind])

    draft = at(cast, "editor1").get(address)
    signed(cast, yesterdays(cast))
    frozen = at(cast, "editor1").get(address)
    content = b"".join(frozen.streaming_content)  # type: ignore[attr-defined]

    assert draft.content.startswith(first)
    assert content == report.files.get(format=kind).file.read()
    assert "private" in frozen["Cache-Control"]


def test_file__refuses_another_kind_and_bytes_that_are_not_those_that_were_signed(cast: SimpleNamespace) -> None:
    report = signed(cast, yesterdays(cast))
    client = at(cast, "editor1")
    with open(report.files.get(format="pdf").file.path, "wb") as stored:
        stored.write(b"%PDF forged")

    assert client.get(reverse("board_report_file", args=[report.pk, "exe"])).status_code == 404
    assert client.get(reverse("board_report_file", args=[report.pk, "pdf"])).status_code == 409
    assert client.get(reverse("board_report_file", args=[report.pk, "docx"])).status_code == 200


def test_csv__holds_every_table_of_the_paper(cast: SimpleNamespace) -> None:
    report = signed(cast, yesterdays(cast))

    answer = at(cast, "head").get(reverse("board_report_file", args=[report.pk, "csv"]))
    names = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))).namelist()  # type: ignore[attr-defined]

    assert all(name.endswith(".csv") for name in names)
    assert len(names) >= 3


def test_note__of_the_head_stands_with_the_report(cast: SimpleNamespace) -> None:
    report = acknowledged(cast, yesterdays(cast))

    assert "Đã xem, đồng ý." in words(at(cast, "editor2").get(reverse("board_report", args=[report.pk])))


def test_lists__come_as_csv_too(cast: SimpleNamespace) -> None:
    """A26: pages nobody looked after; A76: the merit list."""
    items.published(cast)
    client = at(cast, "secretary")

    assert client.get(reverse("board_stale") + "?csv=1")["Content-Type"].startswith("text/csv")
    assert client.get(reverse("board_merit") + "?period=2026-10").status_code == 200
    assert client.get(reverse("board_merit") + "?period=nonsense").status_code == 200


def test_list__a_draft_of_last_august_is_not_forgotten_in_september(cast: SimpleNamespace) -> None:
    """The list opens with this school year, and with every draft that still waits."""
    old = drafted(cast, month(today().year - 2, 8))
    signed_then = signed(cast, month(today().year - 2, 7))
    client = at(cast, "secretary")
    name = year_name(first_year_of(today()))

    usual = client.get(reverse("board_reports")).content.decode()
    chosen = client.get(reverse("board_reports") + f"?year={name}").content.decode()

    link, other = (reverse("board_report", args=[row.pk]) for row in (old, signed_then))
    assert (link in usual, link in chosen, other in usual) == (True, False, False)
