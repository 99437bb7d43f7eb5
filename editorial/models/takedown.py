"""Who asked that something leave the site, and what the head decided (Đ12.4)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.files import HiddenFile
from editorial.rules.takedown import URGENT, RequestState

USER = settings.AUTH_USER_MODEL
NOTE_LENGTH, CONTACT_LENGTH = 2000, 200


class Takedown(models.Model):
    """One decision of the head: the whole page, or the picture or file called `name`. Never deleted.

    `note` is for the unit and the board; the public reads the ground only where `shows_ground`.
    """

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="takedowns")
    name = models.CharField(max_length=80, blank=True)
    hidden = models.OneToOneField(HiddenFile, on_delete=models.PROTECT, null=True, related_name="takedown")
    ground = models.CharField(max_length=40, choices=choices.choices(choices.TAKEDOWN_GROUNDS))
    note = models.TextField()
    shows_ground = models.BooleanField(default=False)
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=100)
    decided_at = models.DateTimeField(db_index=True)
    restored_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    restored_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("take-down")
        verbose_name_plural = _("take-downs")
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.record} · {self.ground}"


class TakedownRequest(models.Model):
    """Somebody asks that an item leave the site. Never deleted.

    `note` and `contact` are personal data where a visitor asked: shown to the board alone, never in
    the ledger. `code_hash` is the SHA-256 of the visitor's tracking code, which is kept nowhere;
    `address_hash` a keyed hash of his address and the day, so that nobody floods the register.
    """

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="takedown_requests")
    asker = models.CharField(_("who asks"), max_length=20, choices=choices.choices(choices.ASKERS))
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    complaint = models.CharField(max_length=20, choices=choices.choices(choices.COMPLAINTS), blank=True)
    ground = models.CharField(_("ground"), max_length=40, choices=choices.choices(choices.TAKEDOWN_GROUNDS))
    note = models.TextField(_("what was said"), blank=True)
    contact = models.CharField(_("how to reach them"), max_length=CONTACT_LENGTH, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked"))
    state = models.CharField(
        _("state"), max_length=20, choices=choices.choices(choices.REQUEST_STATES), default=RequestState.OPEN
    )
    decided_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField(max_length=100, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decision = models.TextField(_("what the asker is told"), blank=True)
    takedown = models.ForeignKey(Takedown, on_delete=models.PROTECT, null=True, blank=True, related_name="requests")

    class Meta:
        verbose_name = _("request to take down")
        verbose_name_plural = _("requests to take down")
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "asked_at"], name="request_by_state"),
            models.Index(fields=["address_hash", "asked_at"], name="request_by_address"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="one_request_per_code"),
            models.UniqueConstraint(
                fields=["record", "asked_by"],
                condition=Q(state=RequestState.OPEN, asked_by__isnull=False),
                name="one_open_request_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record} · {self.asked_at:%Y-%m-%d}"

    @property
    def stands_at(self) -> RequestState:
        """The state as a closed code."""
        return RequestState(self.state)

    @property
    def is_urgent(self) -> bool:
        """Whether it cannot wait: a child is shown."""
        return self.complaint in URGENT and self.stands_at is RequestState.OPEN
