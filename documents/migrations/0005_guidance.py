from __future__ import annotations

from typing import Any, ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import core.models.fields
import documents.rules.guidance
import editorial.rules.vocabulary


class Migration(migrations.Migration):
    dependencies: ClassVar[list[Any]] = [
        ("documents", "0004_acquaintance"),
        ("school", "0003_calendar_and_terms"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="GuidancePage",
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
                    "author_name",
                    models.CharField(
                        blank=True,
                        help_text="The name readers see. A class or a group may sign too.",
                        max_length=100,
                        verbose_name="author",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("own_activity", "The school's own activity"),
                            ("contributor", "A contributor"),
                            ("unit", "A unit of the school"),
                            ("official_source", "An official source (quoted)"),
                        ],
                        default=editorial.rules.vocabulary.Origin["UNIT"],
                        max_length=20,
                        verbose_name="origin",
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("channel_portal", "Sent through the portal"),
                            ("channel_email", "E-mail"),
                            ("channel_messenger", "Messenger"),
                            ("channel_paper", "Paper"),
                            ("channel_disc", "Disc or other medium"),
                        ],
                        default=editorial.rules.vocabulary.Channel["PORTAL"],
                        max_length=20,
                        verbose_name="how it reached us",
                    ),
                ),
                (
                    "source_name",
                    models.CharField(
                        blank=True,
                        help_text="Name the body whose information is quoted, for example the education department.",
                        max_length=150,
                        verbose_name="official source",
                    ),
                ),
                ("source_url", models.URLField(blank=True, verbose_name="address of the source")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("introduction", "What the electronic journal is"),
                            ("instruction", "Instruction for a role"),
                            ("access", "How to get access"),
                            ("safe_keeping", "Safe-keeping of logins"),
                            ("available_online", "What is available online without asking"),
                            ("questions", "Questions and answers"),
                            ("observer", "Observer's instruction"),
                            ("presence", "Who may be present, banned devices"),
                            ("other", "Other"),
                        ],
                        default=documents.rules.guidance.Topic["INSTRUCTION"],
                        max_length=20,
                        verbose_name="topic",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "Administrator of the journal"),
                            ("head", "Head of the school"),
                            ("deputy", "Deputy heads"),
                            ("class_teacher", "Class teacher"),
                            ("subject_teacher", "Subject teacher"),
                            ("secretary", "Secretary of the school"),
                            ("medical", "Medical worker"),
                            ("pupil", "Pupils"),
                            ("parent", "Parents"),
                            ("observer", "Public observer"),
                            ("everyone", "Everyone"),
                        ],
                        default=documents.rules.guidance.Role["EVERYONE"],
                        max_length=20,
                        verbose_name="for whom",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences: whom it helps, and with what.",
                        max_length=400,
                        verbose_name="summary",
                    ),
                ),
                ("body", core.models.fields.BodyField([], verbose_name="text")),
                (
                    "helper_post",
                    models.CharField(
                        blank=True,
                        help_text="A post, for example “administrator of the journal”.",
                        max_length=120,
                        verbose_name="who helps",
                    ),
                ),
                ("helper_room", models.CharField(blank=True, max_length=60, verbose_name="room")),
                (
                    "helper_phone",
                    models.CharField(
                        blank=True, help_text="Of the school, not private.", max_length=40, verbose_name="telephone"
                    ),
                ),
                (
                    "helper_email",
                    models.EmailField(
                        blank=True, help_text="Of the school, not private.", max_length=254, verbose_name="e-mail"
                    ),
                ),
                ("rests_on", core.models.fields.BodyField([], blank=True, verbose_name="rests on these clauses")),
                ("forms", core.models.fields.BodyField([], blank=True, verbose_name="forms that are needed")),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="school.unit",
                        verbose_name="unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "guidance",
                "verbose_name_plural": "guidance",
            },
            bases=("wagtailcore.page",),
        ),
    ]
