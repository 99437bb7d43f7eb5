"""Links for guests: an address and a QR code by which somebody without an account hands in (Đ7.1 dash 1)."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.guest_tokens import token_hash, token_of
from editorial.rules.guest_links import LinkFacts, LinkState, link_state

USER = settings.AUTH_USER_MODEL
LABEL_LENGTH = 80


class GuestLink(models.Model):
    """One link. Never deleted: entries of the intake register tell by which one they came.

    `number` is by chance; the token in the address is drawn from it and stored as `token_hash` only.
    `valid_until` is the last day; `unit` the unit whose guests use it, None for the whole board's.
    """

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="guest_links")
    label = models.CharField(_("what it is for"), max_length=LABEL_LENGTH)
    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    number = models.CharField(max_length=32, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    valid_until = models.DateField(_("valid until"))
    most_uses = models.PositiveSmallIntegerField(_("how many times it can be used"))
    made_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("link for guests")
        verbose_name_plural = _("links for guests")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(most_uses__gte=1), name="guest_link_is_used_at_least_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("made_at")), name="guest_link_closed_after"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def token(self) -> str:
        """The token of its address; empty when the portal's secret is another one than on the day it was made."""
        token = token_of(self.number)
        return token if token_hash(token) == self.token_hash else ""

    def facts(self, used: int) -> LinkFacts:
        """The link as the rules see it; `used` counts the entries that came by it."""
        return LinkFacts(self.valid_until, self.most_uses, used, self.closed_at is not None)

    def state(self, used: int, on: datetime.date) -> LinkState:
        """Where it stands on the day `on`."""
        return link_state(self.facts(used), on)
