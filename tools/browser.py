"""Finds a Chromium for the browser tests, and installs Debian's where that is possible."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NOT_RUN = "E2E NOT RUN: no Chromium found"


def find_chromium() -> str | None:
    """The browser's path: `PORTAL_CHROMIUM`, or the first one that the machine has."""
    return os.environ.get("PORTAL_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def install_chromium() -> None:
    """Ask the system's package manager, quietly; without root or apt-get nothing happens."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("No Chromium here: installing the system's package for the browser tests ...", flush=True)
    if not _apt_get("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"):
        _apt_get("update")
        _apt_get("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core")


def _apt_get(*arguments: str) -> bool:
    """One call without questions; whether it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=400).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def find_or_install_chromium() -> str | None:
    """A browser if one can be had."""
    if not find_chromium():
        install_chromium()
    return find_chromium()
