"""The place a school's papers name before the date, from its address."""

from __future__ import annotations

import re

# Nghị định 30/2020, phụ lục I: the name of the commune or ward, without the word for it.
VIETNAMESE = re.compile(r"(?:^|,)\s*(?:xã|phường|thị trấn|đặc khu)\s+([^,]+)", re.IGNORECASE)
RUSSIAN = re.compile(
    r"(?:^|,)\s*((?:город|г\.|посёлок|поселок|п\.|село|с\.|деревня|д\.|станица)\s*[^,]+)", re.IGNORECASE
)


def place_of(address: str, country: str) -> str:
    """ "Hồ Sương" of "…, xã Hồ Sương, tỉnh Lâm Đồng"; where nothing of the kind is named the last part."""
    found = (RUSSIAN if country == "ru" else VIETNAMESE).search(address)
    return found[1].strip() if found else address.rpartition(",")[2].strip()
