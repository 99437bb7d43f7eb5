"""The inspector's link (issue 5, point 7): what it shows, and that nothing opens without it."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from core.clock import today
from editorial import actions
from editorial.models import InspectorLink
from editorial.rules.reasons import Reason
from editorial.selectors.inspector_links import token_shown
from tests.factories import items
from tests.factories.board_reports import acknowledged, inspector_link, yesterdays
from tests.factories.evidence import refuses
from tests.factories.reports import reported

pytestmark = pytest.mark.django_db


def address(link: Any, name: str = "inspection") -> str:
    return reverse(name, args=[token_shown(link)])


def test_inspector__sees_sections_who_approved_what_and_the_signed_reports(cast: SimpleNamespace) -> None:
    record = items.published(cast, title="Ngày hội đọc sách")
    reported(record)
    report = acknowledged(cast, yesterdays(cast))
    link = inspector_link(cast)

    page = Client().get(address(link))
    text = page.content.decode()

    assert page.status_code == 200
    assert "Ngày hội đọc sách" in text
    assert "Ông head" in text
    assert report.files.get(format="pdf").sha256 in text
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex", "no-referrer")
    assert "private" in page["Cache-Control"]
    assert "Ảnh thứ hai" not in text
    assert "0912 345 678" not in text
    assert InspectorLink.objects.get(pk=link.pk).used_at is not None


def test_zip__holds_everything_with_its_hash_and_no_visitor(cast: SimpleNamespace) -> None:
    record = items.published(cast)
    reported(record)
    report = acknowledged(cast, yesterdays(cast))
    link = inspector_link(cast)

    answer = Client().get(address(link, "inspection_zip"))
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    hashes = dict(reversed(line.split("  ", 1)) for line in archive.read("hashes.txt").decode().splitlines())
    parts = {name: archive.read(name) for name in archive.namelist() if name != "hashes.txt"}

    assert hashes == {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()}
    assert {"sections.csv", "approved.csv", "reports.csv"} <= set(parts)
    pdfs = [content for name, content in parts.items() if name.endswith(".pdf")]
    assert [hashlib.sha256(pdf).hexdigest() for pdf in pdfs] == [report.files.get(format="pdf").sha256]
    assert all(b"0912" not in content for name, content in parts.items() if name.endswith(".csv"))


def test_link__ended_closed_or_guessed_opens_nothing(cast: SimpleNamespace) -> None:
    report = acknowledged(cast, yesterdays(cast))
    file = report.files.get(format="pdf")
    ended, closed = inspector_link(cast), inspector_link(cast)
    actions.close_inspector_link(link_id=closed.pk, user=cast.deputy1)
    late = today() + datetime.timedelta(days=8)

    for name, more in (("inspection", ()), ("inspection_zip", ()), ("inspection_file", (file.pk,))):
        shut = reverse(name, args=[token_shown(closed), *more])
        guessed = reverse(name, args=["abcd-efgh-ijkl-mnop", *more])
        assert Client().get(shut).status_code == 410
        assert Client().get(guessed).status_code == 404
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("editorial.views.inspection.today", lambda: late)
            assert Client().get(reverse(name, args=[token_shown(ended), *more])).status_code == 410
        assert Client().get(reverse(name, args=[token_shown(ended), *more])).status_code == 200
    assert Client().post(address(ended)).status_code == 405
    assert Client().get("/kiem-tra/" + "a" * 500 + "/").status_code == 404


def test_link__opens_no_other_file_and_no_other_screen(cast: SimpleNamespace) -> None:
    link = inspector_link(cast)
    token = token_shown(link)

    assert Client().get(reverse("inspection_file", args=[token, 99999])).status_code == 404
    assert Client().get(reverse("board_reports")).status_code == 302


@pytest.mark.parametrize("person", ["secretary", "editor1", "toan", "admin"])
def test_link__only_head_and_deputies_make_and_close_one(cast: SimpleNamespace, person: str) -> None:
    link = inspector_link(cast)
    user = getattr(cast, person)
    reason = Reason.TECHNICAL_ROLE if person == "admin" else Reason.NOT_YOUR_POST

    with refuses(reason):
        actions.make_inspector_link(school=cast.school, user=user, label="Đoàn", valid_until=today())
    with refuses(reason):
        actions.close_inspector_link(link_id=link.pk, user=user)
    client = Client()
    client.force_login(user)
    assert client.get(reverse("board_inspectors")).status_code == 403
    assert client.post(reverse("board_inspector_close", args=[link.pk])).status_code == 403


def test_link__refuses_no_name_a_past_day_and_more_than_sixty_days(cast: SimpleNamespace) -> None:
    ahead = today() + datetime.timedelta(days=61)
    make = {"school": cast.school, "user": cast.head}

    with refuses(Reason.INSPECTOR_NAMELESS):
        actions.make_inspector_link(label=" ", valid_until=today(), **make)
    with refuses(Reason.INSPECTOR_DATES):
        actions.make_inspector_link(label="Đoàn", valid_until=ahead, **make)
    with refuses(Reason.INSPECTOR_DATES):
        actions.make_inspector_link(label="Đoàn", valid_until=today() - datetime.timedelta(days=1), **make)


def test_link__closed_stays_closed_and_is_never_lengthened_in_the_database(cast: SimpleNamespace) -> None:
    link = inspector_link(cast)
    actions.close_inspector_link(link_id=link.pk, user=cast.head)
    rows = InspectorLink.objects.filter(pk=link.pk)

    for change in ({"closed_at": None}, {"valid_until": today() + datetime.timedelta(days=400)}, {"token_hash": "0"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows._raw_delete("default")


def test_screen__head_makes_a_link_and_closes_it(cast: SimpleNamespace) -> None:
    client = Client()
    client.force_login(cast.head)
    listing = reverse("board_inspectors")

    assert client.post(listing, {"label": "", "valid_until": "nie"}).status_code == 422
    assert client.post(listing, {"label": "Đoàn kiểm tra", "valid_until": str(today())}).status_code == 302
    link = InspectorLink.objects.get()
    assert token_shown(link) in client.get(listing).content.decode()
    assert client.post(reverse("board_inspector_close", args=[link.pk])).status_code == 302
    assert Client().get(address(link)).status_code == 410
