"""The reports of the demonstration schools as text that a reviewer reads: words, cells, pages and tags of their files.

`python -m tests.integration.home.demo_reports` (`make golden`) writes them anew into tests/golden/demo_reports; read
what differs before keeping it. Each school is loaded into an SQLite file of its own by a process of its own, at one
frozen moment: the tests' database is not touched, whatever it is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden" / "demo_reports"
MOMENT = "2026-11-21T07:00:00+00:00"
"""A Saturday, 14:00 in Vietnam and 10:00 in Moscow; the demonstration counts its days back from it."""
COUNTRIES = ("vn", "ru")
TRACE = re.compile(r"\d+\s(?:[0-9a-f]\s?){63}[0-9a-f]")
"""The ledger's last line: its hash hangs on a secret that every school draws by itself."""
TEMPLATE = "migrated.sqlite3"


def all_texts() -> dict[str, str]:
    """Every golden text by its name: "vn-2026-10.docx.txt"."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _run(place, "vn", "manage.py", "migrate", "--verbosity", "0", "--no-input")
        shutil.move(place / "portal-vn.sqlite3", place / TEMPLATE)
        texts: dict[str, str] = {}
        for country in COUNTRIES:
            shutil.copy(place / TEMPLATE, place / f"portal-{country}.sqlite3")
            _run(place, country, "-m", "tests.integration.home.demo_reports", country, folder)
            texts |= json.loads((place / f"{country}.json").read_text("utf-8"))
        return texts


def _run(folder: Path, country: str, *command: str) -> None:
    """A command on a database in that folder, the same whatever surrounds it."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DATABASE_", "DJANGO_"))
    }
    own = {
        "PORTAL_VAR": str(folder),
        "PORTAL_COUNTRY": country,
        "PORTAL_DEMO": "1",
        "PORTAL_BASE_URL": "http://portal.example",
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env={**kept, **own}, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-4000:])


def make_texts(country: str) -> dict[str, str]:
    """Load the school into the empty database there is, and read its reports."""
    import django
    from django.conf import settings
    from freezegun import freeze_time

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    django.setup()
    with freeze_time(MOMENT):
        return dict(_of_school(country))


def _of_school(country: str) -> Iterator[tuple[str, str]]:
    from django.core.management import call_command

    from editorial.models import Report
    from editorial.reports.formats import FORMATS
    from editorial.selectors.report_evidence import file_bytes
    from home.demo import texts
    from tests.factories import items
    from tests.integration.home.report_outlines import OUTLINES

    texts.pictures.draw = lambda *args, **kwargs: items.png()  # no report shows a picture, and drawing takes seconds
    call_command("load_demo", country=country, verbosity=0)
    for report in [*Report.objects.order_by("pk"), _year_so_far()]:
        for kind in FORMATS:
            outline = OUTLINES[kind](file_bytes(report, kind))
            yield f"{country}-{report.key}.{kind}.txt", TRACE.sub("(ledger)", outline).rstrip() + "\n"


def _year_so_far() -> Any:
    """The running school year's report as it would be drafted now: a longer period that is not empty."""
    from core.clock import today
    from editorial.rules.periods import school_year
    from editorial.selectors.reports import unsaved
    from school.selectors import current_school, school_years

    school = current_school()
    assert school is not None
    running = next(year for year in school_years(school) if year.starts_on <= today() <= year.ends_on)
    return unsaved(school, school_year(running))


def renew() -> None:
    """Write every golden text anew; those of reports there are no more go."""
    texts = all_texts()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, text in texts.items():
        (GOLDEN / name).write_text(text, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        made = json.dumps(make_texts(sys.argv[1]), ensure_ascii=False)
        (Path(sys.argv[2]) / f"{sys.argv[1]}.json").write_text(made, "utf-8")
    else:
        renew()
