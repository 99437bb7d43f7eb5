"""Wrong or harmful information on the site, and what readers propose to correct (Đ17 §2)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.models.chain import EditorialRecord, Round
from editorial.models.takedown import CONTACT_LENGTH, Takedown, TakedownRequest
from editorial.rules.incidents import IncidentState
from editorial.rules.proposals import WORDS_LENGTH, ProposalState

USER = settings.AUTH_USER_MODEL
NAME_LENGTH = 100


class CorrectionProposal(models.Model):
    """A reader says which words are wrong and what should stand there. Never deleted.

    `why` and `contact` are personal data: shown to the board alone, never in the ledger, removed 90
    days after the answer. `code_hash` and `address_hash` as in TakedownRequest. `round` is the small
    correction that came of it; where it stands now `rules.proposals.standing_of` says.
    """

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="proposals")
    words = models.CharField(_("words that are wrong"), max_length=WORDS_LENGTH)
    wanted = models.CharField(_("what should stand there"), max_length=WORDS_LENGTH)
    why = models.TextField(_("why, or where it can be seen"), blank=True)
    contact = models.CharField(_("how to reach them"), max_length=CONTACT_LENGTH, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    proposed_at = models.DateTimeField(_("proposed"))
    state = models.CharField(
        _("state"), max_length=20, choices=choices.choices(choices.PROPOSAL_STATES), default=ProposalState.OPEN
    )
    round = models.ForeignKey(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="proposals")
    answered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answer = models.TextField(_("what the reader is told"), blank=True)
    blanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("proposed correction")
        verbose_name_plural = _("proposed corrections")
        ordering = ["-proposed_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "proposed_at"], name="proposal_by_state"),
            models.Index(fields=["address_hash", "proposed_at"], name="proposal_by_address"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["code_hash"], condition=~Q(code_hash=""), name="one_proposal_per_code"),
        ]

    def __str__(self) -> str:
        return f"{self.record} · {self.proposed_at:%Y-%m-%d}"


class Incident(models.Model):
    """Wrong or harmful information that stood on the site, and which unit supplied it. Never deleted.

    `words` say what was wrong; `done` and `supplier_note`, written at closing, what was done and what is
    proposed about the supplier. `round` or `takedown` is what put it right; a correction opens one itself.
    """

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="incidents")
    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, related_name="incidents")
    kind = models.CharField(_("kind"), max_length=30, choices=choices.choices(choices.INCIDENT_KINDS))
    words = models.TextField(_("what was wrong"))
    state = models.CharField(
        _("state"), max_length=20, choices=choices.choices(choices.INCIDENT_STATES), default=IncidentState.OPEN
    )
    round = models.OneToOneField(Round, on_delete=models.PROTECT, null=True, blank=True, related_name="incident")
    takedown = models.ForeignKey(Takedown, on_delete=models.PROTECT, null=True, blank=True, related_name="incidents")
    request = models.ForeignKey(
        TakedownRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="incidents"
    )
    proposal = models.ForeignKey(
        CorrectionProposal, on_delete=models.PROTECT, null=True, blank=True, related_name="incidents"
    )
    opened_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    opener_name = models.CharField(max_length=NAME_LENGTH)
    opened_at = models.DateTimeField(_("opened"))
    done = models.TextField(_("what was done"), blank=True)
    supplier_note = models.TextField(_("what is proposed about the supplier"), blank=True)
    closed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closer_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        ordering = ["-opened_at", "-pk"]
        indexes = [models.Index(fields=["state", "opened_at"], name="incident_by_state")]

    def __str__(self) -> str:
        return f"{self.record} · {self.kind}"

    @property
    def stands_at(self) -> IncidentState:
        """The state as a closed code."""
        return IncidentState(self.state)
