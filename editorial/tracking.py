"""Tracking codes: by them somebody without an account sees what became of what he sent.

A code is drawn from the form's own number, so that a form sent twice has one code; only its hash is stored.
"""

from __future__ import annotations

import base64
import dataclasses
import datetime
import hashlib
import secrets

from django.core import signing
from django.utils.crypto import salted_hmac

SALT = "editorial.tracking"
CODE_BYTES, GROUP = 10, 4
FORM_HOURS = 24


@dataclasses.dataclass(frozen=True, slots=True)
class OpenedForm:
    """A form somebody opened: for which page, and when."""

    page_id: int
    number: str
    opened_at: datetime.datetime

    @property
    def code(self) -> str:
        """The tracking code of what this form sends: four groups of four letters and figures, 80 bits."""
        return drawn_code(SALT, self.number)


def drawn_code(salt: str, number: str) -> str:
    """A code drawn from a number with the portal's secret: four groups of four letters and figures, 80 bits."""
    drawn = salted_hmac(salt, number, algorithm="sha256").digest()[:CODE_BYTES]
    letters = base64.b32encode(drawn).decode().lower()
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def sign_form(page_id: int, at: datetime.datetime, salt: str = SALT) -> str:
    """A signed line that a form carries from its opening to its sending; `salt` tells forms for other things apart."""
    return signing.dumps([page_id, secrets.token_hex(16), int(at.timestamp())], salt=salt)


def read_form(signed: str, page_id: int, at: datetime.datetime, salt: str = SALT) -> OpenedForm | None:
    """The form behind a signed line; None when it is not ours, for another page, or a day old."""
    try:
        page, number, opened = signing.loads(signed, salt=salt)
    except (signing.BadSignature, ValueError):
        return None
    opened_at = datetime.datetime.fromtimestamp(opened, datetime.UTC)
    is_old = at - opened_at > datetime.timedelta(hours=FORM_HOURS)
    return None if page != page_id or is_old else OpenedForm(page, number, opened_at)


def hash_of(code: str) -> str:
    """What is stored of a code, however it was typed."""
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()
