"""The intake register: what came in by e-mail, messenger, paper or disc, and the originals (Đ12.3 dash 1)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.intake.reading import CONTACT_LENGTH, NAME_LENGTH, SUBJECT_LENGTH
from editorial.intake.storage import PrivateStorage, stored_name
from editorial.models import choices
from editorial.models.chain import EditorialRecord
from editorial.models.guest_links import GuestLink
from editorial.rules.intake import IntakeState, intake_state, receipt

USER = settings.AUTH_USER_MODEL


class IntakeQuerySet(models.QuerySet["IntakeEntry"]):
    """Entries by where they stand; the same as `rules.intake.intake_state`."""

    def in_state(self, state: IntakeState) -> IntakeQuerySet:
        """Only those that stand there."""
        wanted = {
            IntakeState.OPEN: Q(record=None, closed_at=None),
            IntakeState.ARTICLE: Q(record__isnull=False),
            IntakeState.CLOSED: Q(record=None, closed_at__isnull=False),
        }
        return self.filter(wanted[state])


class IntakeEntry(models.Model):
    """One line of the register. Never deleted, so that the numbers of a year have no gap.

    `giver_name`, `giver_contact` and `words` (folded, for the search) are personal data: shown to the
    board alone, never in the ledger, removed some time after the entry ended (`blanked_at`).
    `entered_by` is empty when the giver came by a link for guests: `code_hash` is the SHA-256 of his
    tracking code, `address_hash` a keyed hash of his address and the day. `shows_why`: he reads why the
    entry was closed.
    """

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="intake")
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    token = models.CharField(max_length=64)
    received_at = models.DateTimeField(_("received"))
    giver_name = models.CharField(_("who gave it"), max_length=NAME_LENGTH)
    giver_contact = models.CharField(_("how to reach them"), max_length=CONTACT_LENGTH, blank=True)
    channel = models.CharField(_("how it came"), max_length=20, choices=choices.choices(choices.CHANNELS))
    subject = models.CharField(_("subject"), max_length=SUBJECT_LENGTH)
    text = models.TextField(_("text"), blank=True)
    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="intake")
    consent = models.CharField(_("consent"), max_length=20, choices=choices.choices(choices.CONSENTS), blank=True)
    consent_note = models.CharField(_("where the consent is kept"), max_length=200, blank=True)
    words = models.TextField(blank=True)
    entered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField()
    record = models.OneToOneField(
        EditorialRecord, on_delete=models.SET_NULL, null=True, blank=True, related_name="intake_entry"
    )
    drafted_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_why = models.CharField(max_length=250, blank=True)
    shows_why = models.BooleanField(default=False)
    guest_link = models.ForeignKey(GuestLink, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    code_hash = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    blanked_at = models.DateTimeField(null=True, blank=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the intake register")
        verbose_name_plural = _("intake register")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["school", "year", "number"], name="one_entry_per_receipt_number"),
            models.UniqueConstraint(fields=["school", "token"], name="one_entry_per_form"),
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="one_entry_per_code"),
        ]
        indexes = [models.Index(fields=["address_hash", "entered_at"], name="entry_by_address")]

    def __str__(self) -> str:
        return self.receipt

    @property
    def receipt(self) -> str:
        """The receipt number: 27/2026."""
        return receipt(self.number, self.year)

    @property
    def state(self) -> IntakeState:
        """Where it stands."""
        return intake_state(has_article=self.record_id is not None, is_closed=self.closed_at is not None)

    @property
    def state_label(self) -> str:
        """The same in words."""
        return choices.label(choices.INTAKE_STATES, self.state)


class IntakeOriginal(models.Model):
    """A file as it was given, byte for byte, with its SHA-256. Append-only.

    `taken_from` is the e-mail or Word file it was found in; such a file `is_source`: its words are
    the entry's text, so it is not attached to the article.
    """

    entry = models.ForeignKey(IntakeEntry, on_delete=models.PROTECT, related_name="originals")
    file = models.FileField(storage=PrivateStorage(), upload_to=stored_name, max_length=100)
    name = models.CharField(_("name"), max_length=150)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    is_picture = models.BooleanField(default=False)
    is_source = models.BooleanField(default=False)
    taken_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    added_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
