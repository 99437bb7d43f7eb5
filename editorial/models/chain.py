"""The chain: an item's record, its rounds, the decisions and the clearance."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models import choices
from editorial.rules.vocabulary import (
    DECIDING_STAGES,
    Channel,
    ContentClass,
    Origin,
    PublicState,
    RoundKind,
    WorkState,
)

USER = settings.AUTH_USER_MODEL
DECIDING = sorted(stage.value for stage in DECIDING_STAGES)


class EditorialRecord(models.Model):
    """One per board page: whose it is, where it stands, who holds it.

    `work_state` and `public_state` are projections of the ledger for lists; only `actions.py`
    writes them and `verify_ledger` derives them again.
    """

    school = models.ForeignKey("school.School", on_delete=models.PROTECT, related_name="records")
    page = models.OneToOneField("wagtailcore.Page", on_delete=models.PROTECT, related_name="editorial_record")
    unit = models.ForeignKey("school.Unit", on_delete=models.PROTECT, related_name="records")
    co_units = models.ManyToManyField("school.Unit", blank=True, related_name="+")
    title = models.CharField(_("title"), max_length=255)
    origin = models.CharField(_("origin"), max_length=20, choices=choices.choices(choices.ORIGINS), default=Origin.UNIT)
    channel = models.CharField(
        _("channel"), max_length=20, choices=choices.choices(choices.CHANNELS), default=Channel.PORTAL
    )
    content_class = models.CharField(
        _("class of content"),
        max_length=20,
        choices=choices.choices(choices.CONTENT_CLASSES),
        default=ContentClass.ORDINARY,
    )
    class_set_by_superior = models.BooleanField(default=False)
    is_notice = models.BooleanField(default=False)
    is_announcement = models.BooleanField(default=False)
    is_document = models.BooleanField(default=False)
    is_standing = models.BooleanField(default=False)
    event = models.ForeignKey(
        "editorial.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="records"
    )
    created_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    editor = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="held_records")
    editor_since = models.DateTimeField(null=True, blank=True)
    work_state = models.CharField(
        _("work state"), max_length=20, choices=choices.choices(choices.WORK_STATES), default=WorkState.DRAFT
    )
    public_state = models.CharField(
        _("public state"),
        max_length=20,
        choices=choices.choices(choices.PUBLIC_STATES),
        default=PublicState.NEVER,
    )
    state_since = models.DateTimeField(_("since"), null=True, blank=True)
    first_handed_in_at = models.DateTimeField(_("first handed in"), null=True, blank=True)
    handed_in_at = models.DateTimeField(_("handed in"), null=True, blank=True)
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True)
    post_at = models.DateTimeField(_("posting time"), null=True, blank=True)
    post_set_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    show_until_at = models.DateTimeField(_("show until"), null=True, blank=True)
    confirm_by_on = models.DateField(_("to be confirmed by"), null=True, blank=True)
    public_state_since = models.DateTimeField(null=True, blank=True)
    public_ground = models.CharField(max_length=40, blank=True)
    shows_ground = models.BooleanField(default=False)
    live_clearance = models.ForeignKey(
        "editorial.Clearance", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("item of the board")
        verbose_name_plural = _("items of the board")
        indexes = [
            models.Index(fields=["school", "work_state", "state_since"], name="record_by_state"),
            models.Index(fields=["unit", "work_state"], name="record_by_unit"),
            models.Index(fields=["editor", "work_state"], name="record_by_editor"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def work(self) -> WorkState:
        """The work state as a closed code."""
        return WorkState(self.work_state)

    @property
    def public(self) -> PublicState:
        """The public state as a closed code."""
        return PublicState(self.public_state)


class Round(models.Model):
    """One passage of one pinned revision through the chain; the stages are fixed at its start.

    `public_note` is what readers will be told of a change of substance, `note_kind` whether it owns up to
    something wrong, `note_ground` what that was; the last is for the board and the unit (Đ17 §2).
    """

    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=choices.choices(choices.ROUND_KINDS), default=RoundKind.FULL)
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="board_rounds")
    digest = models.CharField(max_length=64)
    content_class = models.CharField(max_length=20, choices=choices.choices(choices.CONTENT_CLASSES))
    stages = models.JSONField(default=list)
    skipped = models.JSONField(default=list)
    author_ids = models.JSONField(default=list)
    checklist = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    ground = models.CharField(max_length=40, blank=True)
    note_kind = models.CharField(max_length=12, choices=choices.choices(choices.NOTE_KINDS), blank=True)
    public_note = models.CharField(max_length=300, blank=True)
    note_ground = models.TextField(blank=True)
    charter = models.ForeignKey("editorial.Charter", on_delete=models.PROTECT, related_name="+")
    forwarded_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["record", "number"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="one_round_per_number"),
            models.UniqueConstraint(
                fields=["record"], condition=models.Q(ended_at__isnull=True), name="one_running_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record} · {self.number}"


class Decision(models.Model):
    """One act of one person in one role at one stage on one revision. Append-only.

    Name and post are copied, so that an old approval stays attributable (Đ5.2, Đ5.3 dash 3).
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="decisions")
    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="decisions")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=10, choices=choices.choices(choices.STAGES))
    act = models.CharField(max_length=20, choices=choices.choices(choices.VERBS))
    actor = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="decisions")
    actor_name = models.CharField(max_length=100)
    actor_post = models.CharField(max_length=20)
    on_behalf_of = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ground = models.CharField(max_length=40, blank=True)
    note = models.TextField(blank=True)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["decided_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "actor"],
                condition=models.Q(stage__in=DECIDING),
                name="one_deciding_act_per_person_and_round",
            ),
            models.UniqueConstraint(
                fields=["round", "stage"],
                condition=models.Q(stage__in=DECIDING),
                name="one_decision_per_stage_and_round",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record} · {self.stage} · {self.act}"


class Clearance(models.Model):
    """The release of exactly one revision, by the last deciding stage of the route. Append-only.

    `digest` covers a fixed list of content fields and children; `files` maps every image and
    file the revision uses ("wagtailimages.image/7") to the SHA-256 of its bytes.
    """

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="clearance")
    record = models.ForeignKey(EditorialRecord, on_delete=models.PROTECT, related_name="clearances")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey("wagtailcore.Revision", on_delete=models.PROTECT, related_name="clearances")
    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="clearance")
    digest = models.CharField(max_length=64)
    files = models.JSONField(default=dict)
    cleared_at = models.DateTimeField()

    class Meta:
        ordering = ["cleared_at", "pk"]

    def __str__(self) -> str:
        return f"{self.record} · {self.revision_id}"
