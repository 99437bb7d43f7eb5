"""The clause each ground of a refusal, take-down or emergency hide rests on (Đ15, Đ12.4)."""

from __future__ import annotations

from enum import StrEnum

from editorial.rules.reasons import Clauses
from editorial.rules.vocabulary import HideGround, RefusalGround, TakedownGround

_RUSSIAN = "002 §3.3"
_DATA_LAW_VN = "91/2025/QH15"
_DATA_LAW_RU = "152-ФЗ"

GROUND_CLAUSES: dict[StrEnum, Clauses] = {
    RefusalGround.POLICY: Clauses("Đ15.1", _RUSSIAN),
    RefusalGround.SECRET: Clauses("Đ15.2", _RUSSIAN),
    RefusalGround.UNTRUE: Clauses("Đ15.3", _RUSSIAN),
    RefusalGround.QUALITY: Clauses("Đ15.4", _RUSSIAN),
    RefusalGround.OTHER_LAW: Clauses("Đ15.5", _RUSSIAN),
    TakedownGround.OUTDATED: Clauses("Đ12.4", _RUSSIAN),
    TakedownGround.CONTENT: Clauses("Đ12.4", _RUSSIAN),
    TakedownGround.PROVIDER_REQUEST: Clauses("Đ12.4", _RUSSIAN),
    TakedownGround.PERSONAL_DATA: Clauses(_DATA_LAW_VN, _DATA_LAW_RU),
    HideGround.CHILD_SAFETY: Clauses("Đ12.4", _RUSSIAN),
    HideGround.PERSONAL_DATA: Clauses(_DATA_LAW_VN, _DATA_LAW_RU),
    HideGround.ACCOUNT_TAKEN_OVER: Clauses("Đ8.2", _RUSSIAN),
}


def ground_clause(code: str, country: str) -> str:
    """The clause of a ground's code in `country` ('vn' or 'ru'); empty for an unknown code."""
    clauses = next((row for ground, row in GROUND_CLAUSES.items() if ground.value == code), None)
    if clauses is None:
        return ""
    return clauses.ru if country == "ru" else clauses.vn
