"""The tools that set up and serve the portal."""

import os
import socket
import subprocess
import sys

import polib
import pytest

import postgres
import run_demo
from browser import find_chromium
from compile_messages import compile_all, is_stale
from tests.architecture.source_tree import ROOT


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "vi" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    source = polib.POFile()
    source.append(polib.POEntry(msgid="Head", msgstr="Hiệu trưởng"))
    source.save(str(path))
    return path


def test_compile_all__writes_a_catalogue_that_gettext_reads(catalogue, tmp_path):
    assert compile_all(tmp_path) == [catalogue]
    assert [entry.msgstr for entry in polib.mofile(str(catalogue.with_suffix(".mo")))] == ["Hiệu trưởng"]


def test_compile_all__leaves_a_fresh_catalogue_alone(catalogue, tmp_path):
    compile_all(tmp_path)
    assert compile_all(tmp_path) == []
    target = catalogue.with_suffix(".mo")
    os.utime(target, ns=(0, catalogue.stat().st_mtime_ns - 1))
    assert is_stale(catalogue)


def test_port_is_free__refuses_a_port_that_somebody_uses():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        assert not run_demo.port_is_free(port)
    assert run_demo.port_is_free(port)


def test_run_demo__says_in_a_sentence_that_the_port_is_taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        command = [sys.executable, "tools/run_demo.py", "--port", port]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken by another program.")


def test_find_chromium__the_named_one_comes_first(monkeypatch):
    monkeypatch.setenv("PORTAL_CHROMIUM", "/somewhere/chromium")
    assert find_chromium() == "/somewhere/chromium"


def test_find_chromium__none_on_a_bare_machine(monkeypatch, tmp_path):
    monkeypatch.delenv("PORTAL_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium() is None


def test_database_url__only_a_postgres_address_is_taken(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x")
    assert postgres.database_url() == postgres.DEFAULT_URL
    monkeypatch.setenv("DATABASE_URL", "postgres://a@b/c")
    assert postgres.database_url() == "postgres://a@b/c"


def test_listens__nobody_there():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert not postgres.listens(f"postgres://x@127.0.0.1:{port}/x")
