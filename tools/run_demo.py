"""Serves a demo school: `python tools/run_demo.py --port 8000 --country vn`. Ctrl-C ends it."""

import argparse
import hashlib
import io
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from compile_messages import compile_all

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
SECONDS_BETWEEN_ROUNDS = 60
ACCOUNTS = (
    ("head", "the head of the school: decides last, takes down"),
    ("deputy1, deputy2", "deputy heads: approve"),
    ("secretary", "the board's secretary: posts, registers documents"),
    ("editor1, editor2", "editors: edit and forward"),
    ("toan, van, anh, ly, hoa, su, theduc, congdoan, doan, vanphong", "one person of each unit: hand in"),
    ("gvcn12a1", "the teacher of a class: hands in for it (Vietnamese school)"),
    ("admin", "the technician: runs the system, decides nothing"),
)


def port_is_free(port: int) -> bool:
    """Whether nobody listens on the port yet."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex((HOST, port)) != 0


def prepare_environment(port: int, country: str) -> None:
    """What the settings read, here and in the server."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "PORTAL_DEMO": "1",
        "PORTAL_COUNTRY": country,
        "PORTAL_BASE_URL": f"http://{HOST}:{port}",
        "PYTHONUNBUFFERED": "1",
    }


def prepare_database(country: str) -> None:
    """Tables, static files and, the first time, the demo school."""
    import django
    from django.apps import apps
    from django.core.management import call_command

    django.setup()
    print("Preparing the database and the static files ...", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    collect_static()
    if not apps.get_model("school", "School").objects.exists():
        print("Loading the demo school; its items really pass the chain, so this takes a moment ...", flush=True)
        with forgotten_on_failure():
            call_command("load_demo", country=country)
    set_site_address()


def set_site_address() -> None:
    """Feeds and printed pages name the port that is served this time."""
    from django.conf import settings
    from wagtail.models import Site

    from home.actions import set_address

    for site in Site.objects.filter(is_default_site=True):
        set_address(site, settings.WAGTAILADMIN_BASE_URL)


def collect_static() -> None:
    """Hash and compress the static files; skipped when neither they nor a package changed since."""
    from django.conf import settings
    from django.core.management import call_command

    stamp, wanted = settings.VAR_DIR / "static.stamp", static_fingerprint()
    if stamp.exists() and stamp.read_text() == wanted and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(wanted)


def static_fingerprint() -> str:
    """The hash of what the collected files come from."""
    own = sorted(path for path in (ROOT / "static").rglob("*") if path.is_file())
    lines = [f"{path.relative_to(ROOT)} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in own]
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    return hashlib.sha256("\n".join([constraints, *lines]).encode()).hexdigest()


@contextmanager
def forgotten_on_failure() -> Iterator[None]:
    """Half a demo school is removed, so that the next start begins anew. Only ever our own SQLite file."""
    from django.db import connections

    try:
        yield
    except BaseException:
        connections.close_all()
        if "DATABASE_URL" not in os.environ:
            Path(connections["default"].settings_dict["NAME"]).unlink(missing_ok=True)
        raise


def start_server(port: int) -> subprocess.Popen[bytes]:
    """The web server as a child process."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    options = ["--workers", "1", "--blocking-threads", "4", "--log-level", "warning", "--no-ws"]
    return subprocess.Popen([*command, *options, "portal.wsgi:application"], cwd=ROOT)


def answers(port: int) -> bool:
    """Whether the portal says that it is healthy."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/health/", timeout=5) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def wait_until_it_answers(server: subprocess.Popen[bytes], port: int) -> None:
    """Return once the portal is healthy; leave with a sentence if it does not come up."""
    for _ in range(120):
        if server.poll() is not None:
            sys.exit("The server stopped while starting; the lines above say why.")
        if answers(port):
            return
        time.sleep(0.5)
    sys.exit(f"The server does not answer with 200 on http://{HOST}:{port}/health/.")


def greet(port: int) -> None:
    """Addresses and accounts."""
    width = max(len(names) for names, _ in ACCOUNTS)
    accounts = "\n".join(f"  {names:<{width}}  {duty}" for names, duty in ACCOUNTS)
    print(
        f"\nThe demo school is open.\n"
        f"  the public site   http://{HOST}:{port}/\n"
        f"  the back office   http://{HOST}:{port}/admin/\n\n"
        f"Accounts, all with the password: demo\n{accounts}\n\nCtrl-C ends it.",
        flush=True,
    )


def do_what_is_due() -> None:
    """One round of the periodic work; a failing round is logged and the next one comes all the same."""
    from django.core.management import call_command
    from django.db import close_old_connections

    try:
        call_command("run_periodic", verbosity=0, stdout=io.StringIO())
    except Exception:
        logging.getLogger("portal").exception("the periodic work failed")
    finally:
        close_old_connections()


def attend(server: subprocess.Popen[bytes]) -> int:
    """Do the periodic work beside the server until it ends; its exit code."""
    while True:
        do_what_is_due()
        try:
            return server.wait(timeout=SECONDS_BETWEEN_ROUNDS)
        except subprocess.TimeoutExpired:
            continue


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server, gently first."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Both Ctrl-C and a plain kill end the demo the same way."""
    raise KeyboardInterrupt


def serve(port: int) -> int:
    """Run the server until it ends or somebody ends it."""
    server = start_server(port)
    try:
        wait_until_it_answers(server, port)
        greet(port)
        return attend(server)
    finally:
        stop(server)


def main() -> int:
    """Set up, serve, stop cleanly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--country", choices=("vn", "ru"), default="vn")
    options = parser.parse_args()
    if not port_is_free(options.port):
        sys.exit(f"Port {options.port} is taken by another program. Try: make run PORT={options.port + 1}")
    signal.signal(signal.SIGINT, interrupt)
    signal.signal(signal.SIGTERM, interrupt)
    try:
        compile_all()
        prepare_environment(options.port, options.country)
        prepare_database(options.country)
        return serve(options.port)
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)
        return 0


if __name__ == "__main__":
    sys.exit(main())
