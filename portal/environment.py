"""Reads the process environment: small typed answers for `portal.settings`. Knows no Django setting."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})


def is_on(name: str, default: bool = False) -> bool:
    """Whether the variable holds one of the words 1, true, yes, on."""
    value = os.environ.get(name, "").strip().lower()
    return value in TRUE_WORDS if value else default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A whole number above zero. Raises ValueError for anything else."""
    value = int(os.environ.get(name, "").strip() or default)
    if value <= 0:
        raise ValueError(f"{name} must be above zero, not {value}")
    return value


def country() -> str:
    """The country whose practice is the default: `vn` or `ru`. Raises ValueError for another word."""
    value = os.environ.get("PORTAL_COUNTRY", "vn").strip().lower()
    if value not in {"vn", "ru"}:
        raise ValueError(f"PORTAL_COUNTRY must be vn or ru, not {value!r}")
    return value


def secret_key(var: Path) -> str:
    """`SECRET_KEY`, or one made once and kept in `var/secret_key`, readable by its owner only."""
    if value := os.environ.get("SECRET_KEY"):
        return value
    path = var / "secret_key"
    if not path.exists():
        _write_once(path, secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


def _write_once(path: Path, text: str) -> None:
    """Two processes starting at once agree on one key: the link of the slower one fails and is ignored."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(text)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def derived_key(secret: str, purpose: str) -> str:
    """A key for one purpose, so that no two purposes share bytes."""
    return hmac.new(secret.encode(), f"portal:{purpose}".encode(), hashlib.sha256).hexdigest()


def hour(name: str, default: int) -> int | None:
    """An hour of the day, 0 to 23; None for the word `none`. Raises ValueError for anything else."""
    value = os.environ.get(name, "").strip().lower() or str(default)
    if value == "none":
        return None
    if not value.isdecimal() or not 0 <= int(value) <= 23:
        raise ValueError(f"{name} must be an hour from 0 to 23 or none, not {value!r}")
    return int(value)


def email(var: Path, *, demo: bool) -> dict[str, Any]:
    """Mail settings from `EMAIL_URL`: smtp://user:password@host:port?tls=1 (ssl=1); else files, console."""
    url = urlsplit(os.environ.get("EMAIL_URL", ""))
    if not url.scheme:
        backend = "filebased" if demo else "console"
        return {
            "EMAIL_BACKEND": f"django.core.mail.backends.{backend}.EmailBackend",
            "EMAIL_FILE_PATH": str(var / "mail"),
        }
    options = parse_qs(url.query)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname or "localhost",
        "EMAIL_PORT": url.port or 25,
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_TLS": options.get("tls") == ["1"],
        "EMAIL_USE_SSL": options.get("ssl") == ["1"],
        "EMAIL_TIMEOUT": 20,
    }


def cache() -> dict[str, Any]:
    """Redis by `REDIS_URL`, shared by all workers; else the memory of each process."""
    if url := os.environ.get("REDIS_URL"):
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}


def sqlite(path: Path, test_path: Path) -> dict[str, Any]:
    """SQLite for a running school: readers beside one writer, write locks taken at once, tests in a file."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "TEST": {"NAME": str(test_path)},
    }
