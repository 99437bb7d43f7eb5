"""Reports of the board, drafted and walked on through the actions."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

from core.clock import now, today
from editorial import actions
from editorial.models import Report
from editorial.rules.periods import Period, between, month

WORDS = {
    "strengths": "Các tổ gửi bài đều.",
    "shortcomings": "Một số bài gửi muộn.",
    "causes": "Nhiều hoạt động trùng ngày.",
    "commendations": "Đề nghị khen tổ Toán.",
    "plans": "Giữ nhịp đăng bài.",
    "proposals": "Đề nghị bổ sung một máy ảnh.",
}


def last_month() -> Period:
    """The month that ended last."""
    last = today().replace(day=1) - datetime.timedelta(days=1)
    return month(last.year, last.month)


def yesterdays(cast: SimpleNamespace) -> Period:
    """A week that ended yesterday."""
    return between(today() - datetime.timedelta(days=7), today() - datetime.timedelta(days=1))


def drafted(cast: SimpleNamespace, period: Period | None = None) -> Report:
    """A draft as the portal makes it by itself."""
    return actions.draft_report(school=cast.school, period=period or last_month(), user=None)


def written(cast: SimpleNamespace, period: Period | None = None) -> Report:
    """With the secretary's words."""
    return actions.write_words(report_id=drafted(cast, period).pk, user=cast.secretary, words=WORDS)


def signed(cast: SimpleNamespace, period: Period | None = None) -> Report:
    """Signed by a deputy."""
    return actions.sign_report(report_id=written(cast, period).pk, user=cast.deputy1)


def acknowledged(cast: SimpleNamespace, period: Period | None = None) -> Report:
    """With the head's note."""
    return actions.acknowledge_report(report_id=signed(cast, period).pk, user=cast.head, note="Đã xem, đồng ý.")


def inspector_link(cast: SimpleNamespace, days: int = 7) -> object:
    """A link the head made."""
    until = today() + datetime.timedelta(days=days)
    return actions.make_inspector_link(
        school=cast.school, user=cast.head, label="Đoàn kiểm tra 12/QĐ-SGDĐT", valid_until=until, at=now()
    )
