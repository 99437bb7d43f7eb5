from __future__ import annotations

from typing import Any, ClassVar

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[Any]] = [
        ("documents", "0005_guidance"),
        ("school", "0003_calendar_and_terms"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="JournalPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="journal_section", to="school.unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "electronic-journal section",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="JournalSettings",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "system_name",
                    models.CharField(
                        blank=True, help_text="As readers know it.", max_length=150, verbose_name="name of the system"
                    ),
                ),
                (
                    "address",
                    models.URLField(
                        blank=True,
                        help_text="Begins with https://. Readers sign in there; the portal keeps no logins.",
                        validators=[django.core.validators.URLValidator(schemes=["https"])],
                        verbose_name="address of the journal",
                    ),
                ),
                (
                    "desk_name",
                    models.CharField(blank=True, max_length=100, verbose_name="who answers at the help desk"),
                ),
                ("desk_post", models.CharField(blank=True, max_length=120, verbose_name="post")),
                ("desk_room", models.CharField(blank=True, max_length=60, verbose_name="room")),
                ("desk_phone", models.CharField(blank=True, max_length=40, verbose_name="telephone")),
                ("desk_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("desk_hours", models.CharField(blank=True, max_length=160, verbose_name="hours")),
                (
                    "answer_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                        verbose_name="working days for an answer",
                    ),
                ),
                (
                    "catch_up_days",
                    models.PositiveSmallIntegerField(
                        default=2,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(30),
                        ],
                        verbose_name="days to catch up after an outage",
                    ),
                ),
                (
                    "administrator",
                    models.ForeignKey(
                        blank=True,
                        help_text="May change the address, report outages and answer questions.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="administrator of the journal",
                    ),
                ),
                (
                    "school",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="journal_settings", to="school.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "settings of the electronic journal",
                "verbose_name_plural": "settings of the electronic journal",
            },
        ),
        migrations.CreateModel(
            name="JournalOutage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began_at", models.DateTimeField(verbose_name="down since")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="works again since")),
                ("words", models.CharField(max_length=300, verbose_name="what does not work")),
                ("catch_up_on", models.DateField(blank=True, null=True, verbose_name="entries made up by")),
                ("entered_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="journal_outages", to="school.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "outage",
                "verbose_name_plural": "outages",
                "ordering": ["-began_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("school",),
                        name="one_running_journal_outage",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at__isnull", True), ("ended_at__gte", models.F("began_at")), _connector="OR"
                        ),
                        name="journal_outage_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.TextField(blank=True, max_length=2000, verbose_name="question")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="how to reach them")),
                ("code_hash", models.CharField(blank=True, max_length=64)),
                ("address_hash", models.CharField(blank=True, max_length=64)),
                ("asked_at", models.DateTimeField(verbose_name="asked")),
                ("due_on", models.DateField(verbose_name="answer due on")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="answer")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered")),
                ("actor_name", models.CharField(blank=True, max_length=100)),
                ("blanked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="journal_questions",
                        to="school.school",
                    ),
                ),
            ],
            options={
                "verbose_name": "question about the journal",
                "verbose_name_plural": "questions about the journal",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [
                    models.Index(fields=["school", "answered_at"], name="journal_question_open"),
                    models.Index(fields=["address_hash", "asked_at"], name="journal_question_by_address"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("code_hash", ""), _negated=True),
                        fields=("code_hash",),
                        name="one_journal_question_per_code",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyHolder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "duty",
                    models.CharField(
                        help_text="For example “administrator of the journal”.", max_length=200, verbose_name="duty"
                    ),
                ),
                ("person", models.CharField(max_length=100, verbose_name="person")),
                ("post", models.CharField(blank=True, max_length=120, verbose_name="post")),
                (
                    "order_text",
                    models.CharField(
                        blank=True,
                        help_text="Number and day, as on the paper.",
                        max_length=120,
                        verbose_name="order in words",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.officialdocumentpage",
                        verbose_name="the order in the register",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duty_holders", to="school.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "holder of a duty",
                "verbose_name_plural": "holders of duties",
                "ordering": ["duty", "starts_on", "pk"],
            },
        ),
    ]
