from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("documents", "0006_journal")]
    operations: ClassVar[list[Operation]] = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("sha256", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("started", "started"),
                            ("read", "read"),
                            ("no_text", "no_text"),
                            ("unreadable", "unreadable"),
                            ("skipped", "skipped"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("words", models.TextField(blank=True)),
                ("read_at", models.DateTimeField()),
            ],
            options={"ordering": ["pk"]},
        ),
    ]
