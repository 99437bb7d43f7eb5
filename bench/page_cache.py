"""What the whole-page cache is worth: `python bench/page_cache.py`.

Prints, within one run and through the server's WSGI callable, how many times a second the front page is answered from
memory and by Django, their ratio, and what an entry takes of memory. Works in a database of its own that goes away.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
FOLDER = tempfile.TemporaryDirectory()
os.environ |= {"PORTAL_VAR": FOLDER.name, "PORTAL_PLAIN_HTTP": "1", "DJANGO_SETTINGS_MODULE": "portal.settings"}
os.environ.pop("DATABASE_URL", None)

import django  # noqa: E402 the settings come first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from home.models import EditorialBoardPage  # noqa: E402
from news.models import NewsIndexPage, NewsPage  # noqa: E402
from tests.factories import items  # noqa: E402
from tests.factories.school import cast_of, found_test_school  # noqa: E402
from tests.factories.served import MEGABYTE, Served  # noqa: E402

ROUNDS = {"cached": 5000, "past the cache": 50}
ARTICLES = 15  # fill the front page
WANTED = 20  # times as many, at least


def per_second(ask: Callable[[str], object], address: str, times: int) -> float:
    """Answers a second of the processor."""
    begun = time.process_time()
    for _ in range(times):
        ask(address)
    return times / (time.process_time() - begun)


def addresses() -> list[str]:
    """Pages a school has many of."""
    pages = [*NewsIndexPage.objects.all(), *EditorialBoardPage.objects.all(), *NewsPage.objects.live()]
    return ["/", *(page.url for page in pages)]


def memory_per_entry() -> tuple[float, float]:
    """Bytes that Python holds for an entry, and what the cache reckons for it."""
    served, places = Served(interval=3600, limit=256 * MEGABYTE), addresses()
    served.ask(places[0])
    tracemalloc.start()
    for place in places[1:]:
        served.ask(place)
    held = tracemalloc.get_traced_memory()[0]
    before = served.store.size
    served.store.begin(None)
    freed = held - tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return freed / len(places), before / len(places)


def main() -> int:
    settings.ALLOWED_HOSTS = ["testserver"]
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    school = found_test_school()
    for number in range(ARTICLES):
        items.published(cast_of(school), title=f"Tin số {number}")
    served = Served(interval=1)
    served.warm("/")
    answers = {"cached": served.ask, "past the cache": served.ask_django}
    rates = {name: per_second(answers[name], "/", times) for name, times in ROUNDS.items()}
    ratio = rates["cached"] / rates["past the cache"]
    for name, rate in rates.items():
        print(f"{name:15} {rate:8.0f} answers a second of the processor")
    held, reckoned = memory_per_entry()
    print(f"ratio {ratio:.0f}; an entry holds {held / 1024:.0f} KB, reckoned {reckoned / 1024:.0f} KB")
    return 0 if ratio >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
