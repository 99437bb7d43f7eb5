from __future__ import annotations

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [
        ("documents", "0002_reading_corrections"),
        ("school", "0003_calendar_and_terms"),
    ]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField(
            model_name="officialdocumentpage",
            name="owner_unit",
            field=models.ForeignKey(
                blank=True,
                help_text="This unit keeps the document right; a deputy releases the documents of his units.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="school.unit",
                verbose_name="looked after by",
            ),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="retention",
            field=models.CharField(
                blank=True,
                choices=[
                    ("years_1", "1 year"),
                    ("years_5", "5 years"),
                    ("years_10", "10 years"),
                    ("years_20", "20 years"),
                    ("years_25", "25 years"),
                    ("years_70", "70 years"),
                    ("years_75", "75 years"),
                    ("permanent", "for ever"),
                ],
                max_length=12,
                verbose_name="to be kept",
            ),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="review_on",
            field=models.DateField(
                blank=True,
                help_text="Leave it empty: then it is a year after it was posted or said to be still right.",
                null=True,
                verbose_name="to be reviewed on",
            ),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="standing",
            field=models.CharField(
                blank=True, choices=[("for_comment", "Draft for comment")], max_length=12, verbose_name="standing"
            ),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="superior_body",
            field=models.CharField(blank=True, max_length=200, verbose_name="superior body that approved the draft"),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="superior_number",
            field=models.CharField(blank=True, max_length=60, verbose_name="number of the approval"),
        ),
        migrations.AddField(
            model_name="officialdocumentpage",
            name="superior_on",
            field=models.DateField(blank=True, null=True, verbose_name="day of the approval"),
        ),
        migrations.AlterField(
            model_name="officialdocumentpage",
            name="issued_on",
            field=models.DateField(
                blank=True,
                help_text="The day on the paper; a unit's draft has none yet.",
                null=True,
                verbose_name="issued on",
            ),
        ),
        migrations.CreateModel(
            name="ArchivedDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("archived_at", models.DateTimeField()),
                (
                    "archived_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="archived",
                        to="documents.officialdocumentpage",
                    ),
                ),
            ],
        ),
    ]
