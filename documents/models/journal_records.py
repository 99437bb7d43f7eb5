"""What is kept about the electronic journal: where it is and who helps, outages, holders of duties, questions."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.rules.journal import ANSWER_DAYS, CATCH_UP_DAYS, MOST_DAYS
from school.models import School
from school.models.dated import Dated

USER = settings.AUTH_USER_MODEL
PAGE = "documents.OfficialDocumentPage"
NAME_LENGTH, WORDS_LENGTH, ANSWER_LENGTH, CONTACT_LENGTH = 100, 2000, 4000, 200
DAYS = (MinValueValidator(1), MaxValueValidator(MOST_DAYS))


class JournalSettings(models.Model):
    """Where the journal is and who helps with it; kept by head, secretary and the journal's administrator."""

    school = models.OneToOneField(School, on_delete=models.PROTECT, related_name="journal_settings")
    system_name = models.CharField(
        _("name of the system"), max_length=150, blank=True, help_text=_("As readers know it.")
    )
    address = models.URLField(
        _("address of the journal"),
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Begins with https://. Readers sign in there; the portal keeps no logins."),
    )
    administrator = models.ForeignKey(
        USER,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("administrator of the journal"),
        help_text=_("May change the address, report outages and answer questions."),
    )
    desk_name = models.CharField(_("who answers at the help desk"), max_length=NAME_LENGTH, blank=True)
    desk_post = models.CharField(_("post"), max_length=120, blank=True)
    desk_room = models.CharField(_("room"), max_length=60, blank=True)
    desk_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    desk_email = models.EmailField(_("e-mail"), blank=True)
    desk_hours = models.CharField(_("hours"), max_length=160, blank=True)
    answer_days = models.PositiveSmallIntegerField(
        _("working days for an answer"), default=ANSWER_DAYS, validators=DAYS
    )
    catch_up_days = models.PositiveSmallIntegerField(
        _("days to catch up after an outage"), default=CATCH_UP_DAYS, validators=DAYS
    )

    class Meta:
        verbose_name = _("settings of the electronic journal")
        verbose_name_plural = _("settings of the electronic journal")

    def __str__(self) -> str:
        return self.system_name or self.address


class JournalOutage(models.Model):
    """A failure of the journal: since when, until when, in words for everybody (000 §9.7). Never deleted."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="journal_outages")
    began_at = models.DateTimeField(_("down since"))
    ended_at = models.DateTimeField(_("works again since"), null=True, blank=True)
    words = models.CharField(_("what does not work"), max_length=300)
    catch_up_on = models.DateField(_("entries made up by"), null=True, blank=True)
    entered_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = _("outage")
        verbose_name_plural = _("outages")
        ordering = ["-began_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school"], condition=Q(ended_at__isnull=True), name="one_running_journal_outage"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")), name="journal_outage_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d %H:%M}"


class DutyHolder(Dated):
    """Who answers for what, by which order (000 §4.2.2; 003 §4.3.2-4.3.4). Former ones stay in the register."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="duty_holders")
    duty = models.CharField(
        pgettext_lazy("somebody answers for", "duty"),
        max_length=200,
        help_text=_("For example “administrator of the journal”."),
    )
    person = models.CharField(pgettext_lazy("who answers for a duty", "person"), max_length=NAME_LENGTH)
    post = models.CharField(_("post"), max_length=120, blank=True)
    order_text = models.CharField(
        _("order in words"), max_length=120, blank=True, help_text=_("Number and day, as on the paper.")
    )
    order = models.ForeignKey(
        PAGE,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("the order in the register"),
    )

    class Meta:
        verbose_name = _("holder of a duty")
        verbose_name_plural = _("holders of duties")
        ordering = ["duty", "starts_on", "pk"]

    def __str__(self) -> str:
        return f"{self.duty}: {self.person}"


class JournalQuestion(models.Model):
    """A question to the help desk, from anybody; the answer is read by the tracking code.

    `contact` is personal data, and so may be the words: shown to whoever runs the journal alone, never
    in the ledger, removed 90 days after the answer. `code_hash` and `address_hash` as in TakedownRequest.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="journal_questions")
    words = models.TextField(_("question"), max_length=WORDS_LENGTH, blank=True)
    contact = models.CharField(_("how to reach them"), max_length=CONTACT_LENGTH, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(_("asked"))
    due_on = models.DateField(_("answer due on"))
    answer = models.TextField(_("answer"), max_length=ANSWER_LENGTH, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    actor_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    blanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("question about the journal")
        verbose_name_plural = _("questions about the journal")
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["school", "answered_at"], name="journal_question_open"),
            models.Index(fields=["address_hash", "asked_at"], name="journal_question_by_address"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code_hash"], condition=~Q(code_hash=""), name="one_journal_question_per_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d}"
