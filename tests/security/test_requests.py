"""Wrong, stale and malformed requests to the board's own screens: refused in the 400s, and nothing moves."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from editorial.models import Charter, LedgerEntry
from editorial.rules.charter import CharterRules, write_charter
from editorial.views.act_table import ACTS
from school.models import BoardAppointment, Delegation, User
from tests.security.watching import Watch

pytestmark = pytest.mark.django_db

Browser = Callable[[str], Client]
BACKEND = "django.contrib.auth.backends.ModelBackend"
TARGETS = ("draft", "awaiting", "approved", "live", "gone", "foreign")
HUGE = 10**30
WORDS = (
    "note",
    "ground",
    "wrong",
    "right",
    "content_class",
    "consent_reference",
    "decision_number",
    "editor",
    "to",
)
DATES = ("post_at", "post_on", "starts_on", "ends_on", "at", "show_until_at")
MALFORMED: dict[str, dict[str, Any]] = {
    "not numbers": {"seen": "x", "round_id": "đ", "note": "x"},
    "negative": {"seen": "-1", "round_id": "-1", "note": "x"},
    "huge": {"seen": str(HUGE), "round_id": str(HUGE), "note": "x"},
    "NUL bytes": {"seen": "\x00", **dict.fromkeys((*WORDS, *DATES), "\x00")},
    "nonsense": {
        "seen": "999999",
        "round_id": "999999",
        **dict.fromkeys(WORDS, "không có"),
        **dict.fromkeys(DATES, "2026-02-31"),
    },
    "very long": {"seen": "999999", "round_id": "999999", **dict.fromkeys(WORDS, "x" * 20000)},
    "lists": {
        "seen": ["1", "999999"],
        "round_id": ["1", "999999"],
        "phrases": ["999", "-1", "x"],
        "note": ["a", "b"],
    },
}


QUESTIONS = (
    "",
    "?p=0",
    "?p=-1",
    "?p=x",
    f"?p={HUGE}",
    "?group=không",
    "?open=x&version=x",
    "?open=%00",
    "?q=%22%27%00",
)


def counts() -> tuple[int, int, int, int]:
    """What the screens for the board itself write."""
    tables = (LedgerEntry, BoardAppointment, Delegation, Charter)
    return tuple(model.objects.count() for model in tables)  # type: ignore[return-value]


def act(record: Any, verb: str) -> str:
    return f"/admin/board/review/{record.pk}/act/{verb}/"


@pytest.mark.parametrize("verb", ACTS)
def test_act__of_a_stale_page_changes_nothing(verb: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    watch, before = Watch(stage.everything), counts()
    for person in ("toan", "editor1", "head", "secretary"):
        client = signed_in(person)
        for target in TARGETS:
            answer = client.post(
                act(getattr(stage, target), verb), {"seen": "999999", "round_id": "999999", "note": "x"}
            )
            assert 400 <= answer.status_code < 500, f"{verb}, {person}, {target}"
    assert counts() == before
    watch.demand_unchanged(verb)


@pytest.mark.parametrize("kind", MALFORMED)
def test_act__that_is_malformed_changes_nothing(kind: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    watch, before = Watch(stage.everything), counts()
    for person, target in (("head", "awaiting"), ("secretary", "approved"), ("toan", "draft")):
        client = signed_in(person)
        for verb in ACTS:
            answer = client.post(act(getattr(stage, target), verb), MALFORMED[kind])
            assert 400 <= answer.status_code < 500, f"{verb}, {kind}, {person}"
    assert counts() == before
    watch.demand_unchanged(kind)


def test_stale_page__of_the_right_person_is_refused_too(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The pair: the same person with the page as it stands gets through."""
    client, record = signed_in("secretary"), stage.approved

    assert client.post(act(record, "post"), {"seen": "1"}).status_code == 409
    assert client.post(act(record, "post"), {}).status_code == 302


def test_double_decision__by_the_same_page_is_told_who_was_first(stage: SimpleNamespace, signed_in: Browser) -> None:
    seen = {"round_id": str(stage.awaiting.rounds.get(ended_at=None).pk)}
    client = signed_in("head")

    first, second = (client.post(act(stage.awaiting, "approve"), seen) for _ in range(2))

    assert (first.status_code, second.status_code) == (302, 409)
    assert "Ông head" in second.content.decode()


@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "options"])
def test_act__takes_nothing_but_post(method: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    watch = Watch(stage.everything)

    answer = getattr(signed_in("secretary"), method)(act(stage.approved, "post"))

    assert answer.status_code == 405
    watch.demand_unchanged(method)


def test_address_of_a_button__that_is_opened_says_why_nothing_happened(
    stage: SimpleNamespace, signed_in: Browser
) -> None:
    """The pair: somebody who is not signed in, and a program, get the bare refusal they got before."""
    address = act(stage.approved, "post")

    opened, asked = signed_in("secretary").get(address), signed_in("secretary").put(address)

    assert (opened.status_code, opened.headers["Allow"]) == (405, "POST")
    assert "Địa chỉ này là của một nút bấm" in opened.content.decode()
    assert (asked.status_code, asked.content) == (405, b"")
    assert "/login/" in Client().get(address).headers["Location"]


@pytest.mark.parametrize(
    "address",
    [
        "/admin/board/review/0/",
        f"/admin/board/review/{2**63}/",
        f"/admin/board/review/{HUGE}/",
        f"/admin/board/review/{HUGE}/preview/",
        f"/admin/board/review/{HUGE}/act/approve/",
        "/admin/board/review/1/act/publish/",
        "/admin/board/review/1/act/__init__/",
        f"/admin/board/members/{HUGE}/end/",
        f"/admin/board/delegate/{HUGE}/revoke/",
        "/admin/board/delegate/1/nothing/",
    ],
)
def test_address__that_leads_nowhere_answers_404(address: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    client = signed_in("head")
    is_act = any(part in address for part in ("/act/", "/end/", "/delegate/"))

    assert (client.post(address, {}) if is_act else client.get(address)).status_code == 404


@pytest.mark.parametrize("name", ["sent/", "queue/", "members/", "delegate/", "charter/", "notice/", "review/{}/"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?p=0",
        "?p=-1",
        "?p=x",
        f"?p={HUGE}",
        "?page=x",
        "?group=không",
        "?open=x&version=x",
        "?open=%00",
        "?q=%22%27%00",
    ],
)
def test_screen__bears_any_question(name: str, query: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    for person in ("head", "toan", "admin"):
        answer = signed_in(person).get(f"/admin/board/{name.format(stage.live.pk)}{query}", follow=True)
        assert answer.status_code < 500, person


CHARTER = write_charter(CharterRules())
SCREENS = {
    "appoint": (
        "members/",
        {
            "person": "{toan}",
            "post": "head",
            "decision_number": "1",
            "decided_on": "2026-01-01",
            "starts_on": "2026-01-01",
        },
    ),
    "end an appointment": ("members/{appointment}/end/", {"ends_on": "2026-01-01"}),
    "delegate": (
        "delegate/",
        {"given_to": "{deputy}", "starts_on": "2026-01-01", "ends_on": "2099-01-01", "decision_number": "1"},
    ),
    "charter": (
        "charter/",
        {
            **{name: str(value) for name, value in CHARTER.items() if not isinstance(value, bool | list | dict)},
            **{f"duty_table_{kind}": holder or "-" for kind, holder in CHARTER["duty_table"].items()},
            "quota_months": "9",
            "decision_number": "2",
            "decision_hours": "48",
        },
    ),
    "urgent notice": ("notice/", {"title": "Nghỉ học", "text": "Bão", "hours": "5"}),
}


def filled(stage: SimpleNamespace, name: str) -> tuple[str, dict[str, str]]:
    address, data = SCREENS[name]
    known = {
        "toan": stage.cast.toan.pk,
        "deputy": stage.cast.deputy1.pk,
        "appointment": BoardAppointment.objects.filter(user=stage.cast.head).values_list("pk", flat=True)[0],
    }
    return f"/admin/board/{address.format(**known)}", {key: value.format(**known) for key, value in data.items()}


@pytest.mark.parametrize("name", SCREENS)
def test_board_itself__is_changed_by_nobody_else(name: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    watch, before = Watch(stage.everything), counts()
    address, data = filled(stage, name)
    for person in ("toan", "van", "editor1", "secretary", "admin", "holder"):
        answer = signed_in(person).post(address, data)

        assert answer.status_code in {302, 403, 404}, person
        assert counts() == before, person
    watch.demand_unchanged(name)


@pytest.mark.parametrize("name", SCREENS)
def test_board_itself__is_changed_by_the_head(name: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    """The control: the same forms, sent by the person whose they are."""
    before = counts()
    address, data = filled(stage, name)

    assert signed_in("head").post(address, data).status_code == 302
    assert counts() > before


@pytest.mark.parametrize("kind", ["nonsense", "NUL bytes", "huge"])
@pytest.mark.parametrize("name", SCREENS)
def test_board_itself__refuses_nonsense_of_the_head(
    name: str, kind: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    before = counts()
    address, data = filled(stage, name)
    value = {"nonsense": "không có", "NUL bytes": "\x00", "huge": str(HUGE)}[kind]

    answer = signed_in("head").post(address, dict.fromkeys(data, value))

    assert 400 <= answer.status_code < 500
    assert counts() == before


@pytest.mark.parametrize("who", ["nobody", "without a post or unit", "switched off"])
def test_stranger__reaches_no_screen_of_the_board(who: str, stage: SimpleNamespace) -> None:
    watch, before = Watch(stage.everything), counts()
    client = stranger(who, stage)
    addresses = [act(stage.approved, verb) for verb in ACTS] + [filled(stage, name)[0] for name in SCREENS]
    for address in addresses:
        answer = client.post(address, {})
        assert answer.status_code in {302, 403, 404, 405, 422}, address
    assert counts() == before
    watch.demand_unchanged(who)


def stranger(who: str, stage: SimpleNamespace) -> Client:
    client = Client(raise_request_exception=False)
    if who == "switched off":
        client.force_login(stage.cast.secretary, backend=BACKEND)
        User.objects.filter(pk=stage.cast.secretary.pk).update(is_active=False)
    if who == "without a post or unit":
        person = User.objects.create(username="khach", full_name="Khách")
        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(person, backend=BACKEND)
    return client


def test_act__needs_the_token(stage: SimpleNamespace) -> None:
    """Another site cannot press the button."""
    watch = Watch(stage.everything)
    client = Client(enforce_csrf_checks=True)
    client.force_login(stage.cast.secretary, backend=BACKEND)

    assert client.post(act(stage.approved, "post"), {}).status_code == 403

    watch.demand_unchanged("csrf")


@pytest.mark.parametrize("body", ["{", "null", '{"seen": []}', "\x00"])
def test_act__bears_json_and_files_in_place_of_a_form(body: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    client = signed_in("head")
    upload = SimpleUploadedFile("x.txt", b"x")

    answers = [
        client.post(act(stage.awaiting, "refuse"), body, content_type="application/json"),
        client.post(act(stage.awaiting, "refuse"), {"seen": upload, "round_id": upload, "note": upload}),
    ]

    assert all(400 <= answer.status_code < 500 for answer in answers)


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%00",
        "original_images/",
        "/etc/passwd",
        "original_images/../../manage.py",
        "x" * 5000,
        "ảnh.png",
    ],
)
def test_media__serves_nothing_outside_its_rows(path: str, stage: SimpleNamespace, signed_in: Browser) -> None:
    for client in (Client(raise_request_exception=False), signed_in("admin")):
        assert client.get(f"/media/{path}").status_code in {301, 400, 404}


@pytest.mark.parametrize("tail", ["khac.pdf", "%00.pdf", "../x.pdf"])
def test_document__needs_its_own_name(tail: str, stage: SimpleNamespace) -> None:
    assert Client(raise_request_exception=False).get(f"/documents/{stage.document.pk}/{tail}").status_code == 404
    assert Client(raise_request_exception=False).get(f"/documents/{HUGE}/x.pdf").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/admin/failwhale/",
        "/admin/images/chooser/chosen/x/",
        "/admin/documents/chooser/chosen/%C3%A9/",
    ],
)
def test_wagtails_own_address__that_only_fails_answers_404(
    address: str, stage: SimpleNamespace, signed_in: Browser
) -> None:
    for person in ("head", "admin"):
        assert signed_in(person).get(address).status_code == 404


@pytest.mark.parametrize("typed", [{}, {"external-link-chooser-link_text": "x"}, {"external-link-chooser-url": ""}])
def test_link_chooser__without_an_address_asks_for_it(
    typed: dict[str, str], stage: SimpleNamespace, signed_in: Browser
) -> None:
    answer = signed_in("head").post("/admin/choose-external-link/", typed)

    assert answer.status_code == 200
    assert answer.json()["step"] == "external_link"


def test_link_chooser__takes_an_address(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The pair."""
    typed = {"external-link-chooser-url": "https://example.org/", "external-link-chooser-link_text": "x"}

    assert signed_in("head").post("/admin/choose-external-link/", typed).json()["step"] == "external_link_chosen"


def test_chooser__still_tells_of_a_picture_by_its_number(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The pair: a number leads to the picture as before."""
    address = f"/admin/images/chooser/chosen/{stage.image.pk}/"

    assert signed_in("head").get(address).status_code == 200


def test_search_of_all_pages__names_no_model_that_is_none(stage: SimpleNamespace, signed_in: Browser) -> None:
    """The pair: the columns are named, and a search still finds."""
    page = signed_in("head").get("/admin/pages/search/").content.decode()
    columns = page.partition("<thead>")[2].partition("</thead>")[0]

    assert "None" not in columns
    assert "ordering=title" in columns
