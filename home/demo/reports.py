"""The demonstration board's reports: last school year's and the last three months', walked through the actions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from django.utils import timezone

from editorial.actions.reports import acknowledge_report, draft_report, sign_report, write_words
from editorial.actions.school_years import ensure_school_year
from editorial.rules.periods import Period, before, month, release, school_year
from school.models import School, User
from school.rules.years import first_year_of
from school.selectors import working_week, year_dates

MONTHS = 3
OLDEST = datetime.timedelta(days=105)
"""The board is 110 days old; what it owed before is reported then."""
MORNING = datetime.time(8, 15)

VIETNAMESE = {
    "strengths": (
        "Các tổ chuyên môn và đoàn thể gửi tin, bài đều hơn kỳ trước.\n"
        "Bài viết có ảnh rõ, chú thích đầy đủ; phần lớn được đăng trong thời hạn 03 ngày."
    ),
    "shortcomings": "Một số bài gửi sát hạn nên phải trả lại để bổ sung thông tin; còn bài quá hạn.",
    "causes": "Nhiều hoạt động diễn ra cùng tuần; người viết bài còn kiêm nhiệm.",
    "commendations": "Đề nghị biểu dương các tổ đạt chỉ tiêu tin, bài trong kỳ. Không có vi phạm phải xử lý.",
    "plans": "Duy trì lịch đăng bài theo chủ đề; nhắc các tổ trước hạn 01 ngày.",
    "proposals": "Đề nghị nhà trường bố trí một máy ảnh dùng chung và một buổi hướng dẫn viết tin cho các tổ.",
}
RUSSIAN = {
    "strengths": (
        "Методические объединения присылают материалы чаще, чем в прошлый период.\n"
        "Большинство материалов размещено в срок."
    ),
    "shortcomings": "Часть материалов поступила в последний день и была возвращена на доработку; есть просроченные.",
    "causes": "Несколько мероприятий пришлись на одну неделю.",
    "commendations": "Предлагается отметить подразделения, выполнившие месячную норму. Нарушений нет.",
    "plans": "Сохранить график публикаций по темам месяца, напоминать за день до срока.",
    "proposals": "Просим приобрести общий фотоаппарат и провести занятие о том, как писать новости.",
}
WORDS = {"vn": VIETNAMESE, "ru": RUSSIAN}
NOTES = {
    "vn": "Đã xem. Đồng ý với đề xuất; giao Thư ký theo dõi.",
    "ru": "Ознакомлен. С предложениями согласен.",
}


def report_so_far(school: School, people: Mapping[str, User], now: datetime.datetime) -> None:
    """Every report is drafted on its day, written, signed and acknowledged on the next ones; the newest is a draft."""
    periods = sorted(_periods(school, now.date()), key=lambda period: period.last_on)
    for period in periods:
        days = _days(school, period, now)
        report = draft_report(school=school, period=period, user=None, at=days[0])
        if period == periods[-1]:
            return
        words = WORDS[school.country]
        write_words(report_id=report.pk, user=people["secretary"], words=words, at=days[1])
        sign_report(report_id=report.pk, user=people["deputy1"], at=days[2])
        acknowledge_report(report_id=report.pk, user=people["head"], note=NOTES[school.country], at=days[3])


def _periods(school: School, today: datetime.date) -> Iterator[Period]:
    yield school_year(year_dates(ensure_school_year(school, first_year_of(today) - 1)))
    this: Period | None = month(today.year, today.month)
    for _count in range(MONTHS):
        this = before(this) if this else None
        if this is not None:
            yield this


def _days(school: School, period: Period, now: datetime.datetime) -> list[datetime.datetime]:
    """Mornings of drafting, writing, signing and acknowledging; none before the board, none after now."""
    due = release(period, working_week(school))
    first = max(due.drafted_on, (now - OLDEST).date())
    signed_on = max(due.due_on, first + datetime.timedelta(days=2))
    days = (first, first + datetime.timedelta(days=1), signed_on, signed_on + datetime.timedelta(days=1))
    return [min(timezone.make_aware(datetime.datetime.combine(day, MORNING)), now) for day in days]
