"""An event, its three days, and what the board reads of them afterwards."""

import datetime
import json
from zoneinfo import ZoneInfo

import pytest
from django.utils.text import slugify
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.e2e.stories.board import Board
from tests.e2e.stories.clocks import Clocks, Diary
from tests.e2e.stories.colleagues import Item, own_title
from tests.e2e.stories.editor import Editor
from tests.e2e.stories.words import VIETNAMESE

LEAD = "Đoàn viên ba khối cùng dọn con dốc trước cổng trường và trồng hoa hai bên lối đi."
TEXT = "Mỗi chi đoàn nhận mười mét đường. Hoa do các gia đình gửi tặng."
REMINDERS = """
import json
from editorial.models import OutboxMessage
rows = OutboxMessage.objects.filter(kind__startswith="duty_", context__event={event!r})
print("told", json.dumps([[row.kind, row.to.username] for row in rows.order_by("pk")]))
"""


def days_ago(days):
    """A day before today, by the school's clock."""
    return datetime.datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() - datetime.timedelta(days=days)


@pytest.fixture
def told(portal):
    """What the portal told whom about an event, once its periodic run is over."""

    def read(event):
        portal.manage("run_periodic")
        lines = portal.manage("shell", "-c", REMINDERS.format(event=event)).splitlines()
        return json.loads(next(line for line in lines if line.startswith("told")).removeprefix("told"))

    return read


def test_event_is_reported_on_in_time(sign_in, stage, look, told, desktop):
    """A19, A32, A69, A70: the unit is reminded, writes, and the verdict says on time."""
    event, title = own_title("Ngày Đoàn viên"), own_title("Con dốc trước cổng trường nở hoa")
    deputy = Diary(sign_in("deputy1"))
    deputy.enter(event, "youth_day", days_ago(1))
    look(deputy.page, "event")

    assert told(event) == [["duty_day_after", "doan"]]
    assert told(event) == [["duty_day_after", "doan"]]  # once
    unit = Clocks(sign_in("doan", viewport=PHONE, has_touch=True, is_mobile=True))
    expect(unit.mine(event)).to_be_visible()
    look(unit.page, "unit-desk")

    item = write(Clocks(sign_in("doan")), event, title)
    stage.taken_to_the_site(item)

    desktop.goto(f"/tin-tuc/doan/{slugify(title)}/")
    expect(desktop.get_by_role("heading", level=1)).to_have_text(title)
    board = Clocks(deputy.page)
    expect(board.duty(event)).to_contain_text("Đúng hạn")
    expect(board.duty(event)).to_contain_text(title)
    look(board.page, "clocks")
    expect(unit.mine(event)).to_have_count(0)


def write(unit, event, title) -> Item:
    """The unit's article about the event, sent to the board."""
    unit.write(event)
    editor = Editor(unit.page, VIETNAMESE)
    editor.write(title, LEAD, TEXT, "K'Long")
    editor.choose_category("Đoàn – Hội")
    editor.press("Gửi Ban Biên tập")
    Board(unit.page, VIETNAMESE).says(f"Đã gửi Ban Biên tập: “{title}”")
    return Item(title, unit.page.url)


def test_event_nobody_wrote_about__shows_it(sign_in, look, told):
    """A69: what passed unnoticed is told to the deputies and stands on the board's page."""
    event = own_title("Hội thi hát dân ca")
    deputy = Diary(sign_in("deputy1"))

    deputy.enter(event, "contest_pupils", days_ago(20))

    assert told(event) == [["duty_overdue", "deputy1"], ["duty_overdue", "deputy2"]]
    board = Clocks(sign_in("head", viewport=PHONE, has_touch=True, is_mobile=True))
    expect(board.duty(event)).to_contain_text("Chưa có tin, bài")
    look(board.page, "clocks")
