"""The section of the electronic journal, the page per audience, outages, duty holders, forms."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from core.models import Generation
from core.rules.answers import RuleRefused
from documents import actions
from documents.models import DocumentIndexPage, DutyHolder, GuidancePage, JournalOutage, JournalPage
from documents.rules.registering import Audience
from editorial.models import LedgerEntry
from editorial.rules.reasons import Reason
from home.actions import SchoolDetails, found_school
from tests.factories import documents, guidance
from tests.factories.items import block
from tests.factories.items import document as file_row

pytestmark = pytest.mark.django_db

HOUR = datetime.timedelta(hours=1)


def shown(url: str, status: int = 200, **query: str) -> str:
    answer = Client().get(url, query)
    assert answer.status_code == status, answer.status_code
    return answer.content.decode()


def section() -> str:
    return str(JournalPage.objects.get().url)


def audience(which: Audience) -> str:
    return str(DocumentIndexPage.objects.get().audience_address(which))


def staff(user: object) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_founding__makes_the_section_once(cast: SimpleNamespace):
    """B05: both countries have it, and founding again changes nothing."""
    details = SchoolDetails("Trường THPT Thử", "THPT Thử", "vn", "vi")
    found_school(details, (), timezone.now())

    assert JournalPage.objects.count() == 1
    assert 'class="empty"' in shown(section())


def test_section__leads_to_the_journal(cast: SimpleNamespace):
    """B05: the link with the name of the system; entered by a named role, with a line in the ledger."""
    kept = {"system_name": "VNEDU Thử", "address": "https://so-diem.example/vao"}
    before = Generation.current()

    actions.keep_journal(school=cast.school, user=cast.secretary, fields=kept)

    page = shown(section())
    assert "https://so-diem.example/vao" in page
    assert "VNEDU Thử" in page
    line = LedgerEntry.objects.order_by("-seq").first()
    assert line is not None
    assert (line.action, line.payload) == ("documents.keep_journal", {"fields": ["address", "system_name"]})
    assert Generation.current() > before


def test_link__is_refused_to_whoever_has_no_post_for_it(cast: SimpleNamespace):
    """B05: an editor may not; the journal's administrator may, and nothing else."""
    with pytest.raises(RuleRefused):
        actions.keep_journal(school=cast.school, user=cast.toan, fields={"address": "https://evil.example"})
    actions.keep_journal(school=cast.school, user=cast.head, fields={"administrator": cast.toan})

    actions.keep_journal(school=cast.school, user=cast.toan, fields={"address": "https://so.example"})

    with pytest.raises(RuleRefused):
        actions.keep_journal(school=cast.school, user=cast.toan, fields={"administrator": cast.van})


@pytest.mark.parametrize("address", ["http://so.example", "javascript:alert(1)", "x"])
def test_link__is_a_safe_address(cast: SimpleNamespace, address: str):
    with pytest.raises(ValidationError):
        actions.keep_journal(school=cast.school, user=cast.head, fields={"address": address})


def test_section__puts_together_what_was_released(cast: SimpleNamespace):
    """B05, B07, B19, B20, B58, B61: by role and topic, duties with clause and limit."""
    regulation = documents.page_of(documents.published(cast, field="journal", title="Quy định sổ điểm"))
    body = [guidance.duties(guidance.duty("Nhập điểm hằng ngày", "trong ngày dạy", regulation, "Điều 12"))]
    guidance.published(cast, title="Hướng dẫn giáo viên", body=body)
    for topic in ("introduction", "access", "safe_keeping", "available_online", "observer", "presence"):
        guidance.published(cast, title=f"Trang {topic}", topic=topic, role="parent")

    page = shown(section())

    for words in ("Hướng dẫn giáo viên", "Nhập điểm hằng ngày", "trong ngày dạy", f"{regulation.url}#dieu-12"):
        assert words in page, words
    for topic in ("introduction", "access", "safe_keeping", "available_online", "observer", "presence"):
        assert f"Trang {topic}" in page, topic
    assert 'id="regulations"' in page


def test_role__has_a_page_of_its_own_to_print(cast: SimpleNamespace):
    """B07: instructions, access and duties of one role; an unknown role shows everything."""
    guidance.published(cast, title="Cho giáo viên", body=[guidance.duties(guidance.duty("Việc giáo viên"))])
    guidance.published(cast, title="Phụ huynh vào sổ", topic="access", role="parent")

    parents = shown(section(), role="parent")

    assert "Phụ huynh vào sổ" in parents
    assert "Việc giáo viên" not in parents
    assert "Việc giáo viên" in shown(section(), role="subject_teacher")
    assert "Việc giáo viên" in shown(section(), role="<script>")


def test_role_without_a_page_of_access__is_helped_by_the_one_of_its_like(cast: SimpleNamespace):
    """B07: staff get in alike, families too; a page of one's own comes first."""
    guidance.published(cast, title="Nhân viên vào sổ", topic="access", role="subject_teacher")
    guidance.published(cast, title="Gia đình vào sổ", topic="access", role="parent")
    for role in ("class_teacher", "pupil"):
        guidance.published(cast, title=f"Việc của {role}", role=role)

    assert "Nhân viên vào sổ" in shown(section(), role="class_teacher")
    assert "Gia đình vào sổ" not in shown(section(), role="class_teacher")
    assert "Gia đình vào sổ" in shown(section(), role="pupil")
    assert "Gia đình vào sổ" in shown(audience(Audience.PUPILS))
    assert "Nhân viên vào sổ" not in shown(audience(Audience.PUPILS))
    assert "Nhân viên vào sổ" in shown(audience(Audience.ADMINISTRATION))

    guidance.published(cast, title="Học sinh vào sổ", topic="access", role="pupil")
    assert "Gia đình vào sổ" not in shown(section(), role="pupil")


def test_audience_page__holds_its_documents_guidance_duties_and_forms(cast: SimpleNamespace):
    """B04: each audience on one page, at an address of its own; linked from the register and the section."""
    documents.published(cast, title="Cho phụ huynh", number="1", for_parents=True)
    documents.published(cast, title="Cho giáo viên", number="2", for_teachers=True)
    documents.published(cast, title="Đơn xin phép", number="3", kind="bieu_mau", for_parents=True)
    guidance.published(cast, title="Phụ huynh xem điểm", role="parent", body=[guidance.duties(guidance.duty("Ký sổ"))])

    page = shown(audience(Audience.PARENTS))

    for words in ("Cho phụ huynh", "Đơn xin phép", "Phụ huynh xem điểm", "Ký sổ"):
        assert words in page, words
    assert "Cho giáo viên" not in page
    assert audience(Audience.PARENTS).endswith("/van-ban/danh-cho/phu-huynh/")
    assert audience(Audience.PARENTS) in shown(section())
    assert audience(Audience.PARENTS) in shown(DocumentIndexPage.objects.get().url)


@pytest.mark.parametrize("end", ["danh-cho/", "danh-cho/ai-do/", "dlya/roditeli/", "danh-cho/phu-huynh/x/"])
def test_audience_page__of_nobody_is_not_there(cast: SimpleNamespace, end: str):
    assert shown(f"{DocumentIndexPage.objects.get().url}{end}", 404)


def test_form__says_number_edition_and_clause(cast: SimpleNamespace):
    """B14: numbered, with its edition, tied to its clause, to download and to print."""
    regulation = documents.page_of(documents.published(cast, field="journal", title="Quy định sổ điểm"))
    row = file_row(cast.secretary, cast.unit.bbt)
    tied = documents.relation("annex_of", regulation, clauses="Điều 12 khoản 4")
    record = documents.published(
        cast,
        title="Phiếu đề nghị sửa điểm",
        number="BM-01",
        symbol="",
        kind="bieu_mau",
        field="journal",
        relations=[tied],
        files=[row],
    )

    page = shown(section())

    assert "BM-01" in page
    assert f"{regulation.url}#dieu-12-khoan-4" in page
    assert row.url in page
    assert "edition 1" in page or "lần ban hành 1" in page or "1" in page
    assert documents.page_of(record).url in page


def test_form__hidden_file_is_not_offered(cast: SimpleNamespace):
    row = file_row(cast.secretary, cast.unit.bbt)
    record = documents.published(cast, kind="bieu_mau", field="journal", files=[row])
    assert row.url in shown(section())

    from editorial import actions as board

    board.hide_file(
        record_id=record.pk,
        user=cast.secretary,
        name=f"wagtaildocs.document/{row.pk}",
        ground="hide_personal_data",
        note="x",
    )

    assert row.url not in shown(section())


def test_outage__shows_at_once_with_the_day_to_catch_up(cast: SimpleNamespace):
    """B05: after a failure data are entered within two days (000 §9.7)."""
    now = timezone.now()
    before = Generation.current()
    outage = actions.report_outage(school=cast.school, user=cast.deputy1, began_at=now - HOUR, words="Không vào được")

    assert "Không vào được" in shown(section())
    assert 'class="outage"' in shown(section())

    ended = actions.end_outage(outage_id=outage.pk, user=cast.secretary, ended_at=now)

    assert ended.catch_up_on == timezone.localdate(now) + datetime.timedelta(days=2)
    assert 'class="outage outage--over"' in shown(section())
    assert Generation.current() >= before + 2
    codes = LedgerEntry.objects.order_by("-seq").values_list("action", flat=True)[:2]
    assert list(codes) == ["documents.end_outage", "documents.report_outage"]


def test_outage__second_or_future_or_without_right_is_refused(cast: SimpleNamespace):
    now = timezone.now()
    cases = [
        (cast.toan, now - HOUR, Reason.NOT_YOUR_POST),
        (cast.admin, now - HOUR, Reason.TECHNICAL_ROLE),
        (cast.secretary, now + HOUR, Reason.OUTAGE_DATES),
    ]
    for user, began_at, reason in cases:
        with pytest.raises(RuleRefused) as refused:
            actions.report_outage(school=cast.school, user=user, began_at=began_at, words="x")
        assert refused.value.refused.reason is reason
    outage = actions.report_outage(school=cast.school, user=cast.head, began_at=now - HOUR, words="x")
    with pytest.raises(RuleRefused) as refused:
        actions.report_outage(school=cast.school, user=cast.head, began_at=now - HOUR, words="y")
    assert refused.value.refused.reason is Reason.OUTAGE_RUNS
    actions.end_outage(outage_id=outage.pk, user=cast.head, ended_at=now)
    with pytest.raises(RuleRefused) as refused:
        actions.end_outage(outage_id=outage.pk, user=cast.head, ended_at=now)
    assert refused.value.refused.reason is Reason.OUTAGE_OVER


def test_outage_screen__reports_and_ends(cast: SimpleNamespace):
    client = staff(cast.secretary)
    moment = timezone.localtime(timezone.now() - HOUR).strftime("%Y-%m-%dT%H:%M")

    done = client.post("/admin/board/journal/outages/new/", {"began_at": moment, "words": "Trang trắng"})
    assert done.status_code == 302
    outage = JournalOutage.objects.get()
    assert client.post("/admin/board/journal/outages/new/", {"began_at": "x", "words": ""}).status_code == 422
    assert client.post("/admin/board/journal/outages/new/", {"began_at": moment, "words": "x"}).status_code == 409
    end = timezone.localtime(timezone.now()).strftime("%Y-%m-%dT%H:%M")
    assert client.post(f"/admin/board/journal/outages/{outage.pk}/end/", {"ended_at": end}).status_code == 302

    outage.refresh_from_db()
    assert outage.ended_at is not None
    assert staff(cast.toan).post("/admin/board/journal/outages/new/", {}).status_code == 403


@pytest.mark.parametrize(("who", "status"), [("secretary", 200), ("toan", 200), ("admin", 302)])
def test_screen__is_for_board_and_units(cast: SimpleNamespace, who: str, status: int):
    guidance.published(cast, rests_on=[guidance.rests(documents.page_of(documents.published(cast)), "Điều 99")])

    answer = staff(getattr(cast, who)).get("/admin/board/journal/")

    assert answer.status_code == status or (status == 302 and answer.status_code == 403)
    if status == 200:
        assert "Điều 99" in answer.content.decode()


def test_settings_screen__shows_the_administrator_the_link_only(cast: SimpleNamespace):
    actions.keep_journal(school=cast.school, user=cast.head, fields={"administrator": cast.toan})
    url = "/admin/board/journal/settings/"

    own = staff(cast.toan).get(url).content.decode()
    assert 'name="address"' in own
    assert 'name="desk_name"' not in own
    assert staff(cast.van).get(url).status_code == 403
    saved = staff(cast.secretary).post(
        url, {"address": "https://so.example", "desk_phone": "024 1", "answer_days": "3", "catch_up_days": "2"}
    )
    assert saved.status_code == 302
    assert "024 1" in shown(section())


def test_duty_register__shows_who_answers_today(cast: SimpleNamespace):
    """B10: duty, person, order; former ones stay in the register and leave the site."""
    today = datetime.date.today()
    order = documents.page_of(documents.published(cast, title="Quyết định phân công", number="15"))
    url = "/admin/board/duties/new/"
    data = {"duty": "Quản trị sổ điểm", "person": "Trần Văn Bình", "post": "Giáo viên", "starts_on": str(today)}

    refused = staff(cast.secretary).post(url, data)
    assert refused.status_code == 200
    assert not DutyHolder.objects.exists()
    assert staff(cast.secretary).post(url, {**data, "order": str(order.pk)}).status_code == 302
    assert staff(cast.toan).get(url).status_code in {302, 403}

    page = shown(section())
    assert "Trần Văn Bình" in page
    assert order.url in page
    DutyHolder.objects.update(starts_on=today - 2 * datetime.timedelta(days=1), ends_on=today - datetime.timedelta(1))
    Generation.bump()
    assert "Trần Văn Bình" not in shown(section())
    assert LedgerEntry.objects.filter(action="school.add_dutyholder").count() == 1


def test_section_and_audience__cost_the_same_however_much_there_is(
    cast: SimpleNamespace, django_assert_max_num_queries
):
    """Counted with much and with more."""
    regulation = documents.page_of(documents.published(cast, field="journal", for_teachers=True))

    def more(count: int) -> None:
        for number in range(count):
            rows = [guidance.duty(f"Việc {number}", "", regulation, "Điều 12")]
            guidance.published(cast, title=f"Trang {GuidancePage.objects.count()}", body=[guidance.duties(*rows)])
            documents.published(
                cast, number=f"BM-{number}", kind="bieu_mau", field="journal", for_teachers=True,
                files=[file_row(cast.secretary, cast.unit.bbt)],
                relations=[documents.relation("annex_of", regulation, clauses="Điều 1")],
            )  # fmt: skip

    more(2)
    urls = (section(), audience(Audience.TEACHERS))
    counts = [queries(url) for url in urls]
    more(3)
    assert [queries(url) for url in urls] == counts
    assert max(counts) < 50


def queries(url: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


def test_draft_of_a_unit__stands_nowhere_in_the_section(cast: SimpleNamespace):
    """Units' drafts are nobody else's to see."""
    guidance.draft(cast, "toan", title="Bản nháp riêng", body=[block("text", "<p>Riêng</p>")])

    assert "Bản nháp riêng" not in shown(section())
    assert "Bản nháp riêng" not in staff(cast.van).get("/admin/board/journal/").content.decode()
