import django.db.models.deletion
import editorial.intake.storage
import editorial.models.reports
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0007_guest_links"),
        ("school", "0003_calendar_and_terms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="InspectorLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=120, verbose_name="for whom")),
                ("number", models.CharField(max_length=32, unique=True)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("valid_until", models.DateField(verbose_name="valid until")),
                ("made_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="last opened")),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="inspector_links", to="school.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "link for an inspector",
                "verbose_name_plural": "links for inspectors",
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20, verbose_name="period")),
                ("key", models.CharField(max_length=40)),
                ("first_on", models.DateField(verbose_name="from")),
                ("last_on", models.DateField(verbose_name="until")),
                ("parts", models.JSONField(default=dict)),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="version")),
                ("what_changed", models.TextField(blank=True, verbose_name="what is changed, and why")),
                ("strengths", models.TextField(blank=True, verbose_name="strengths")),
                ("shortcomings", models.TextField(blank=True, verbose_name="shortcomings")),
                ("causes", models.TextField(blank=True, verbose_name="causes")),
                ("commendations", models.TextField(blank=True, verbose_name="commendations and violations")),
                ("plans", models.TextField(blank=True, verbose_name="plans")),
                ("proposals", models.TextField(blank=True, verbose_name="proposals")),
                ("drafted_at", models.DateTimeField(verbose_name="drafted")),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                ("number", models.PositiveIntegerField(blank=True, null=True, verbose_name="number")),
                ("number_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("figures", models.JSONField(blank=True, default=dict)),
                ("comparison", models.JSONField(blank=True, default=dict)),
                ("paper", models.JSONField(blank=True, default=dict)),
                ("query", models.JSONField(blank=True, default=dict)),
                ("ledger_seq", models.PositiveBigIntegerField(blank=True, null=True)),
                ("ledger_hash", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("signed_at", models.DateTimeField(blank=True, null=True, verbose_name="signed")),
                ("signer_name", models.CharField(blank=True, max_length=100)),
                ("signer_post", models.CharField(blank=True, max_length=20)),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True, verbose_name="acknowledged")),
                ("acknowledger_name", models.CharField(blank=True, max_length=100)),
                ("note", models.TextField(blank=True, verbose_name="the head's note")),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="editorial.report",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="school.school"
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "report of the board",
                "verbose_name_plural": "reports of the board",
                "ordering": ["-last_on", "first_on", "-version"],
            },
        ),
        migrations.CreateModel(
            name="ReportFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("format", models.CharField(max_length=8)),
                (
                    "file",
                    models.FileField(
                        storage=editorial.intake.storage.PrivateStorage(),
                        upload_to=editorial.models.reports.stored_name,
                    ),
                ),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="editorial.report"
                    ),
                ),
            ],
            options={
                "verbose_name": "file of a report",
                "verbose_name_plural": "files of reports",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("school", "key", "version"), name="one_report_per_period_and_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.UniqueConstraint(
                fields=("school", "number_year", "number"), name="one_report_per_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_on__gte", models.F("first_on"))), name="report_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportfile",
            constraint=models.UniqueConstraint(fields=("report", "format"), name="one_file_per_report_and_format"),
        ),
    ]
