"""E-mails that are dropped in: what is taken over, and what no hostile one can do (A60)."""

from __future__ import annotations

import contextlib
import datetime
import random

import pytest

from editorial.intake.eml import read_eml
from editorial.intake.reading import MAX_PARTS, Doubt, Found, Trouble, Unreadable
from tests.unit.editorial.mails import BODY, SUBJECT, mail, many_parts, nested, raw

PICTURE = b"\x89PNG\r\n\x1a\n..."
CODED_NAME = "=?utf-8?B?SGnhu4d1IHRyxrDhu59uZyA8aHRAdHJ1b25nLnZuPg==?="
TURNED = "\u202egpj.exe"


def trouble(data: bytes) -> Trouble:
    """Why an e-mail cannot be read."""
    with pytest.raises(Unreadable) as refusal:
        read_eml(data)
    return refusal.value.trouble


def test_read_eml__takes_over_subject_text_sender_date_and_pictures():
    found = read_eml(mail({"sân trường.png": PICTURE, "b.png": PICTURE + b"2"}))
    assert (found.subject, found.sender_name, found.sender_address) == (SUBJECT, "Nguyễn Văn A", "a@example.org")
    assert found.text == BODY.replace("-- \n", "--\n")
    assert found.sent_at == datetime.datetime(2026, 11, 20, 7, 5, tzinfo=datetime.UTC)
    assert [(part.name, part.data) for part in found.parts] == [("sân trường.png", PICTURE), ("b.png", PICTURE + b"2")]
    assert found.doubts == ()


def test_read_eml__page_becomes_paragraphs_without_markup_scripts_or_remote_pictures():
    html = (
        "<head><title>t</title><style>p{color:red}</style></head><h1>Hội khỏe</h1><p>Có 500\n học sinh.<br>Vui.</p>"
        '<script>alert(1)</script><img src="https://spy.example/x.gif"><div>A</div><div>B &amp; C &lt;b&gt;</div>'
    )
    found = read_eml(mail(html=html, text=""))
    assert found.text == "Hội khỏe\n\nCó 500 học sinh.\nVui.\n\nA\nB & C <b>"
    assert found.parts == ()


def test_read_eml__of_two_versions_the_plain_one_is_taken_once():
    found = read_eml(mail(html="<p>Bản HTML</p>", text="Bản chữ"))
    assert found.text == "Bản chữ"
    assert read_eml(mail(html="<p>Bản HTML</p>", text=" \n")).text == "Bản HTML"


def test_read_eml__quoted_lines_and_signature_stay_without_heaps_of_empty_lines():
    found = read_eml(mail(text="Vâng.\n\n\n\n\n> Kính gửi\n> Ban biên tập\n\n\n\n-- \nA\n\n\n"))
    assert found.text == "Vâng.\n\n> Kính gửi\n> Ban biên tập\n\n--\nA"


def test_read_eml__flowed_lines_are_joined_as_the_sender_saw_them():
    data = raw("From: a@example.org\nContent-Type: text/plain; format=flowed", "Một câu \ndài.\n-- \nA")
    assert read_eml(data).text == "Một câu dài.\n--\nA"


def test_read_eml__forwarded_mail_stays_one_attachment():
    inner = mail(Subject="Bên trong").decode()
    data = raw(
        'From: a@b.vn\nSubject: Fwd\nContent-Type: multipart/mixed; boundary="b"',
        f"--b\nContent-Type: message/rfc822\n\n{inner}\n--b--",
    )
    found = read_eml(data)
    assert found.subject == "Fwd"
    assert [part.name for part in found.parts] == ["1.eml"]
    assert read_eml(found.parts[0].data).subject == "Bên trong"


@pytest.mark.parametrize(
    ("sender", "name", "address"),
    [
        ('"hieutruong@truong.edu.vn" <kesau@evil.example>', "hieutruong@truong.edu.vn", "kesau@evil.example"),
        (
            "=?utf-8?B?SGnhu4d1IHRyxrDhu59uZyA8aHRAdHJ1b25nLnZuPg==?= <x@evil.example>",
            "Hiệu trưởng <ht@truong.vn>",
            "x@evil.example",
        ),
        (f"{TURNED} <a@b.vn>", "gpj.exe", "a@b.vn"),
        ("chẳng phải địa chỉ <<<>>>", "chẳng phải địa chỉ", ""),
        ("Nguyễn Văn A (tổ Toán) <a@b.vn>", "Nguyễn Văn A (tổ Toán)", "a@b.vn"),
        ("a@b.vn", "", "a@b.vn"),
        ("", "", ""),
    ],
)
def test_read_eml__sender_is_shown_as_given_with_the_address(sender: str, name: str, address: str):
    found = read_eml(raw(f"Subject: x\nFrom: {sender}"))
    assert name in found.sender_name
    assert (address in found.sender_address) if address else True
    assert "\u202e" not in found.sender_name + found.sender_address


def test_read_eml__name_that_poses_as_an_address_is_noted():
    assert Doubt.NAME_IS_ADDRESS in read_eml(raw('From: "ht@truong.vn" <x@evil.example>')).doubts
    assert Doubt.NAME_IS_ADDRESS not in read_eml(raw("From: ht@truong.vn <ht@truong.vn>")).doubts


def test_read_eml__answers_that_go_elsewhere_and_second_senders_are_noted():
    data = raw("From: a@b.vn\nFrom: c@d.vn\nReply-To: x@evil.example")
    assert set(read_eml(data).doubts) == {Doubt.REPLY_ELSEWHERE, Doubt.SEVERAL_SENDERS}
    assert read_eml(raw("From: a@b.vn\nReply-To: A@B.vn")).doubts == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\\\Windows\\\\x.png", "x.png"),
        (TURNED, "gpj.exe"),
        ("a\x00b.png", "ab.png"),
        ("x" * 500 + ".png", "x" * 119 + "…"),
        ("...", "1.png"),
    ],
)
def test_read_eml__names_of_files_lose_folders_and_tricks(given: str, shown: str):
    head = f'From: a@b.vn\nContent-Type: image/png\nContent-Disposition: attachment; filename="{given}"'
    [part] = read_eml(raw(head, "abc")).parts
    assert part.name == shown


@pytest.mark.parametrize(
    "charset", ["x-no-such", "base64", "punycode", "idna", "unicode_escape", "undefined", "utf-7", "\x00", "utf-16", ""]
)
def test_read_eml__unknown_or_odd_charset_never_breaks(charset: str):
    data = raw(f'From: a@b.vn\nContent-Type: text/plain; charset="{charset}"', "Học sinh " * 200)
    assert isinstance(read_eml(data), Found)


def test_read_eml__lost_letters_are_noted_and_nothing_is_unstorable():
    data = raw(b"From: a@b.vn\nSubject: \xff\xfe\x00abc", b"\xff\xd8 \x00 \xed\xa0\x80 text")
    found = read_eml(data)
    assert Doubt.LETTERS_LOST in found.doubts
    assert "\x00" not in found.text + found.subject
    (found.subject + found.text).encode("utf-8")  # no half surrogates: no database takes them


def test_read_eml__bare_letters_in_headers_are_read():
    head = 'From: Nguyễn A <a@b.vn>\nSubject: Tin vui\nContent-Disposition: attachment; filename="ảnh.png"'
    found = read_eml(raw(head.replace("vui", "lễ")))
    assert (found.sender_name, found.subject, found.parts[0].name) == ("Nguyễn A", "Tin lễ", "ảnh.png")


def test_read_eml__old_vietnamese_and_russian_charsets_are_read():
    for charset, words in (("windows-1258", "Chào các em"), ("koi8-r", "Здравствуйте"), ("windows-1251", "Уважаемые")):
        data = raw(f"From: a@b.vn\nContent-Type: text/plain; charset={charset}", words.encode(charset))
        assert read_eml(data).text == words


def test_read_eml__parts_nested_too_deep_are_refused():
    assert read_eml(nested(20)).text == "tận cùng"
    assert trouble(nested(100)) is Trouble.NESTED
    assert trouble(nested(5_000)) is Trouble.NESTED


def test_read_eml__many_parts_are_cut_and_a_thousand_are_refused():
    found = read_eml(many_parts(MAX_PARTS + 1))
    assert len(found.parts) == MAX_PARTS
    assert Doubt.PARTS_LEFT_OUT in found.doubts
    assert trouble(many_parts(1_000)) is Trouble.TOO_MANY_PARTS


def test_read_eml__forwarded_in_forwarded_a_thousand_times_is_answered():
    data = b"From: a@b.vn\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * 450 + b"Subject: y\n\nz"
    with contextlib.suppress(Unreadable):
        assert read_eml(data).subject == "x"


def test_read_eml__what_would_take_minutes_is_refused_or_cut():
    assert trouble(nested(50) + b"x\n" * 250_000) is Trouble.TOO_BIG
    assert trouble(raw("From: a@b.vn", "x\n" * 1_100_000)) is Trouble.TOO_BIG
    assert read_eml(raw("From: a@b.vn", "x\n" * 250_000)).doubts == (Doubt.TEXT_CUT,)
    deep = raw("From: a@b.vn\nContent-Type: text/html", "<div>" * 50_000 + "đáy" + "<b>" * 50_000)
    assert read_eml(deep).text == "đáy"


def test_read_eml__what_is_no_mail_is_refused():
    assert trouble(b"") is Trouble.EMPTY
    assert trouble(b"  \n ") is Trouble.EMPTY
    assert trouble(b"just some words\n\nand more") is Trouble.DAMAGED
    assert trouble(PICTURE * 50) is Trouble.DAMAGED


@pytest.mark.parametrize(
    "head",
    [
        "From: =?utf-8?B?!!!?= <a@b.vn>",
        "From: =?x-none?Q?=ff=fe?= <a@b.vn>",
        "From: " + "(" * 9_000,
        "From: " + '"' * 9_001,
        "From: " + "a@b.vn, " * 5_000,
        "Subject: " + "=?utf-8?q?a?= " * 5_000,
        "Date: Fri, 99 Foo 99999 99:99:99 +9999999999",
        "Date: 1 Jan 0000 00:00:00 -2359",
        "From: a@b.vn\nContent-Type: multipart/mixed",
        "From: a@b.vn\nContent-Type: ;;;===\nContent-Transfer-Encoding: x-uuencode",
        "From: a@b.vn\nContent-Disposition: attachment; filename*=x-none'vi'%ff%fe",
        "From: a@b.vn\nContent-Disposition: attachment; filename*0*=utf-8''a; filename*9999999999=b",
        "From: a@b.vn\nContent-Transfer-Encoding: base64",
        "From: a@b.vn\nContent-Transfer-Encoding: uuencode",
        "From: a@b.vn\nContent-Type: text/plain; charset*=x'y'%zz",
        "From: [::1]@[ <a@[>",
    ],
)
def test_read_eml__odd_headers_never_raise_anything_else(head: str):
    assert isinstance(read_eml(raw(head)), Found)


def test_read_eml__scrambled_mails_are_read_or_refused():
    dice = random.Random(4)
    whole = mail({"a.png": PICTURE * 20}, html="<p>Xin chào</p>")
    for _ in range(150):
        broken = bytearray(whole)
        for _ in range(dice.randrange(1, 40)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        with contextlib.suppress(Unreadable):
            assert isinstance(read_eml(bytes(broken)), Found)
