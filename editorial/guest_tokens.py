"""Tokens of the links for guests: whoever holds one may hand in. Only its hash is stored.

A token is drawn from the link's own number with the portal's secret, so that the sheet with the QR
code can be printed again; from the database alone nobody can draw it.
"""

from __future__ import annotations

import secrets

from editorial.tracking import drawn_code, hash_of

SALT = "editorial.guest_link"


def new_number() -> str:
    """A number by chance, 128 bits, from which the token is drawn."""
    return secrets.token_hex(16)


def token_of(number: str) -> str:
    """The token: four groups of four letters and figures, 80 bits."""
    return drawn_code(SALT, number)


def token_hash(token: str) -> str:
    """What is stored of a token, however it was typed."""
    return hash_of(token)
