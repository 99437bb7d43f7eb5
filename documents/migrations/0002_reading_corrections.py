from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation

import documents.models.imports
import editorial.intake.storage


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("documents", "0001_register"),
        ("school", "0003_calendar_and_terms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField(
            model_name="officialdocumentpage",
            name="reading_corrections",
            field=models.JSONField(blank=True, default=None, editable=False, null=True),
        ),
        migrations.CreateModel(
            name="RegulationImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begun_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(db_index=True)),
                (
                    "file",
                    models.FileField(
                        max_length=100,
                        storage=editorial.intake.storage.PrivateStorage(),
                        upload_to=documents.models.imports.private_name,
                    ),
                ),
                ("file_name", models.CharField(max_length=150, verbose_name="name")),
                ("size", models.PositiveBigIntegerField(verbose_name="bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("language", models.CharField(max_length=2)),
                ("text", models.TextField()),
                ("set_aside", models.JSONField(default=list)),
                ("told", models.JSONField(default=list)),
                ("corrections", models.JSONField(default=None, null=True)),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="school.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "file that is being read",
                "verbose_name_plural": "files that are being read",
                "ordering": ["-changed_at", "-pk"],
            },
        ),
    ]
