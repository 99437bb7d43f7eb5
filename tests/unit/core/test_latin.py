"""Addresses from titles of both countries."""

from __future__ import annotations

import pytest

from core.latin import LONGEST, latin_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("День учителя – 2026", "den-uchitelya-2026"),
        ("Объявление: съезд, ёлка, щит", "obyavlenie-sezd-yolka-shchit"),
        ("Đoàn trường đón năm học mới", "doan-truong-don-nam-hoc-moi"),
        ("…", ""),
    ],
)
def test_latin_slug(title: str, slug: str) -> None:
    assert latin_slug(title) == slug


def test_latin_slug__stays_short() -> None:
    assert len(latin_slug("щ" * 255)) <= LONGEST
