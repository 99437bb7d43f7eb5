"""What counts as a small correction."""

from __future__ import annotations

import unicodedata

import pytest

from core.rules.answers import Refused
from editorial.rules.corrections import Content, changed_share, is_small
from editorial.rules.reasons import Reason

LEAD = "Cô Nguyễn Thị Lan và học sinh lớp chuyên đã dự lễ khai giảng rất vui tại sân trường."
LONG = " Thầy cô và các em đã cùng nhau hát, múa và trồng cây trong sân trường suốt buổi lễ." * 20
FIXED = {"unit": "10", "body/2/image": "sha"}
SHARE = 0.05


def content(lead: str, fixed: dict[str, str] | None = None, **texts: str) -> Content:
    return Content({"title": "Khai giảng", "lead": lead, **texts}, FIXED if fixed is None else fixed)


def not_small(why: str, place: str = "") -> Refused:
    return Refused(Reason.NOT_SMALL, {"why": why, "place": place} if place else {"why": why})


def change(before: str, after: str, share: float = SHARE):
    """The answer to `before` becoming `after` in a long text."""
    return is_small(content(before + LONG), content(after + LONG), share)


def test_is_small__a_misspelt_name():
    assert is_small(content(LEAD), content(LEAD.replace("Lan", "Loan")), SHARE)


def test_is_small__refuses_when_nothing_changed():
    assert is_small(content(LEAD), content(LEAD), SHARE) == Refused(Reason.NOTHING_CHANGED)


@pytest.mark.parametrize(
    "after",
    [
        content(LEAD, {"unit": "20", "body/2/image": "sha"}),
        content(LEAD, {"unit": "10", "body/2/image": "other"}),
        content(LEAD, {"unit": "10"}),
        content(LEAD, caption="New"),
    ],
)
def test_is_small__refuses_another_unit_picture_or_piece_of_text(after):
    assert is_small(content(LEAD), after, SHARE) == not_small("structure")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lớp 12 thắng.", "Lớp 11 thắng."),
        ("Lúc 7:30.", "Lúc 730."),
        ("Ngày 05/9.", "Ngày 5/9."),
        ("Có 3 em.", "Có em."),
        ("Có em.", "Có 3 em."),
        ("Họp vào thứ hai.", "Họp vào thứ ba."),
        ("Khai giảng tháng tám.", "Khai giảng tháng chín."),
        ("Двум классам.", "Трём классам."),
        ("Two won.", "Three won."),
    ],
)
def test_is_small__refuses_another_figure(before, after):
    assert change(before, after) == not_small("figure", "lead")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Học sinh không được về.", "Học sinh được về."),
        ("Chưa có điểm.", "Đã có điểm."),
        ("Вход не закрыт.", "Вход закрыт."),
        ("Pupils may leave.", "Pupils may not leave."),
        ("Нельзя опаздывать.", "Можно опаздывать."),
        ("Doors aren't open.", "Doors are open."),
        ("Doors are open.", "Doors aren’t open."),
    ],
)
def test_is_small__refuses_a_negation_that_comes_or_goes(before, after):
    assert change(before, after) == not_small("negation", "lead")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Họp chủ nhật.", "Họp chủ nhiệm."),
        ("Приём до среды.", "Приём до пятницы."),
        ("Собрание в пятницу.", "Собрание в субботу."),
        ("Праздник в мае, до мая.", "Праздник в мае, до июня."),
        ("The fair is in June.", "The fair is in July."),
    ],
)
def test_is_small__refuses_another_day_or_month(before, after):
    assert change(before, after) == not_small("date", "lead")


def test_is_small__a_capital_letter_changes_no_meaning():
    assert change("không ai vắng", "Không ai vắng")


def test_is_small__refuses_more_than_the_share():
    assert is_small(content(LEAD), content(LEAD[: len(LEAD) // 2]), SHARE) == not_small("share")
    assert is_small(content(LEAD), content(LEAD.replace("Lan", "Loan")), 0) == not_small("share")


def test_is_small__the_share_itself_is_still_small():
    before, after = Content({"lead": "a" * 20}, {}), Content({"lead": "a" * 19 + "b"}, {})
    assert is_small(before, after, 1 / 20)
    assert not is_small(before, after, 1 / 21)


def test_changed_share__counts_the_side_with_more():
    assert changed_share(Content({"a": "abcd"}, {}), Content({"a": "abcdef"}, {})) == 0.5
    assert changed_share(Content({"a": "abcd"}, {}), Content({"a": "ab"}, {})) == 0.5
    assert changed_share(Content({"a": "abcd"}, {}), Content({}, {})) == 1


def test_changed_share__words_out_of_nothing_are_all_of_it():
    assert changed_share(Content({"a": ""}, {}), Content({"a": "x"}, {})) == 1


def test_is_small__refuses_a_negation_that_goes_however_it_was_typed():
    before = unicodedata.normalize("NFD", "Học sinh không được về.")
    after = unicodedata.normalize("NFD", "Học sinh được về.")
    assert change(before, after) == not_small("negation", "lead")


def test_is_small__another_crop_of_the_same_picture():
    before = Content({"lead": "Lễ chào cờ"}, {"body/1/image": "7"}, {"body/1/keeps": "centre"})
    after = Content(before.texts, before.fixed, {"body/1/keeps": "top"})

    assert is_small(before, after, SHARE)
    assert is_small(before, before, SHARE) == Refused(Reason.NOTHING_CHANGED)
    other = Content(before.texts, {"body/1/image": "8"}, after.looks)
    assert is_small(before, other, SHARE) == not_small("structure")
