"""Where a visitor comes from, as far as the portal may know: a keyed hash that changes every day."""

from __future__ import annotations

import datetime
import ipaddress

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUSEHOLD = 64  # bits of an IPv6 address that name a household; the rest a device picks by itself


def address_of(request: HttpRequest) -> str:
    """The address as the proxy in front saw it, else as the server did; empty when neither knows."""
    seen = request.META.get("REMOTE_ADDR", "")
    if getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or seen
    return _household(seen)


def _household(seen: str) -> str:
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, HOUSEHOLD), strict=False))
    return str(address)


def address_hash(request: HttpRequest, on: datetime.date) -> str:
    """The address on the day `on` as 64 figures that lead back to nobody."""
    return salted_hmac(f"visitor-{on.isoformat()}", address_of(request), algorithm="sha256").hexdigest()
