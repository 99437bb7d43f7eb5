#!/usr/bin/env python3
"""Makes `.venv` from pyproject.toml and constraints.txt, then runs a command in it.

    python3 tools/bootstrap.py [--dev] [-- SCRIPT ARGUMENT ...]

Standard library only. A second run takes no time: a stamp holds the hash of what was installed.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"The portal needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import fcntl
import hashlib
import os
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CONSTRAINTS = ROOT / "constraints.txt"


def requirements(*, dev: bool) -> list[str]:
    """What pyproject.toml asks for, with the developers' tools or without."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["dependencies"] + (project["optional-dependencies"]["dev"] if dev else [])


def fingerprint(wanted: list[str]) -> str:
    """The hash of everything that decides what gets installed."""
    parts = [*wanted, CONSTRAINTS.read_text(encoding="utf-8"), sys.version.split()[0], str(VENV)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def stamp_path(*, dev: bool) -> Path:
    """Where the hash of the last installation lies."""
    return VENV / f".installed-{'dev' if dev else 'runtime'}"


def is_current(*, dev: bool) -> bool:
    """Whether the environment already holds what is wanted; one for developers serves for running too."""
    kinds = [True] if dev else [False, True]
    return PYTHON.exists() and any(
        stamp_path(dev=kind).exists() and stamp_path(dev=kind).read_text() == fingerprint(requirements(dev=kind))
        for kind in kinds
    )


@contextmanager
def only_one() -> Iterator[None]:
    """Two `make` at once wait for each other."""
    (ROOT / "var").mkdir(exist_ok=True)
    with (ROOT / "var" / "bootstrap.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def works() -> bool:
    """Whether the environment runs; one that was moved or whose Python went away does not."""
    try:
        return subprocess.run([VENV / "bin" / "pip", "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """A virtual environment, unless a working one is there."""
    if works():
        return
    print("Setting up .venv ...", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode != 0:
        sys.exit("Python could not make a virtual environment (on Debian: apt-get install python3-venv).")


def install(*, dev: bool) -> None:
    """Install what is wanted at the versions of constraints.txt and leave the stamp."""
    wanted = requirements(dev=dev)
    print(
        f"Installing {len(wanted)} packages and what they need; this takes a minute the first time ...",
        flush=True,
    )
    command = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    if subprocess.run([*command, "-c", str(CONSTRAINTS), *wanted]).returncode != 0:
        sys.exit("Installing the packages failed; the lines above say why.")
    stamp_path(dev=dev).write_text(fingerprint(wanted))


def ensure(*, dev: bool) -> None:
    """The environment as wanted, made or mended only if it is not."""
    if is_current(dev=dev):
        return
    with only_one():
        if not is_current(dev=dev):
            make_venv()
            install(dev=dev)


def main(arguments: list[str]) -> None:
    """Set up, then become the command after `--`."""
    dev = arguments[:1] == ["--dev"]
    rest = arguments[1:] if dev else arguments
    if rest and rest[0] != "--":
        sys.exit(__doc__)
    ensure(dev=dev)
    if rest[1:]:
        os.chdir(ROOT)
        os.execv(PYTHON, [str(PYTHON), *rest[1:]])


if __name__ == "__main__":
    main(sys.argv[1:])
