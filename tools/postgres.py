"""Finds a PostgreSQL for the second run of the tests: one that listens, or the system's, started."""

import os
import shutil
import socket
import subprocess
import time
from urllib.parse import urlsplit

DEFAULT_URL = "postgres://postgres@127.0.0.1:5432/portal_ci"
NOT_RUN = "POSTGRESQL TESTS NOT RUN: no server listens"


def database_url() -> str:
    """Where the tests go; Django makes `test_<name>` there and drops it."""
    url = os.environ.get("DATABASE_URL", "")
    return url if url.startswith("postgres") else DEFAULT_URL


def listens(url: str) -> bool:
    """Whether something accepts connections there."""
    parts = urlsplit(url)
    try:
        with socket.create_connection((parts.hostname or "127.0.0.1", parts.port or 5432), timeout=3):
            return True
    except OSError:
        return False


def start_cluster() -> None:
    """Start the system's clusters, where there are any and we may."""
    if not shutil.which("pg_lsclusters") or not shutil.which("pg_ctlcluster"):
        return
    listing = subprocess.run(["pg_lsclusters", "--no-header"], capture_output=True, text=True)
    for line in listing.stdout.splitlines():
        version, name = line.split()[:2]
        subprocess.run(["pg_ctlcluster", "--skip-systemctl-redirect", version, name, "start"], capture_output=True)


def find_or_start() -> str | None:
    """The address of a server that listens, or None."""
    url = database_url()
    if not listens(url):
        start_cluster()
        for _ in range(20):
            if listens(url):
                break
            time.sleep(0.5)
    return url if listens(url) else None
