import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0006_corrections"),
        ("school", "0003_calendar_and_terms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BegunItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=32)),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="begun_by_form",
                        to="editorial.editorialrecord",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("user", "token"), name="one_item_per_form")],
            },
        ),
        migrations.CreateModel(
            name="GuestLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=80, verbose_name="what it is for")),
                ("number", models.CharField(max_length=32, unique=True)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("valid_until", models.DateField(verbose_name="valid until")),
                ("most_uses", models.PositiveSmallIntegerField(verbose_name="how many times it can be used")),
                ("made_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="guest_links", to="school.school"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="school.unit",
                    ),
                ),
            ],
            options={
                "verbose_name": "link for guests",
                "verbose_name_plural": "links for guests",
                "ordering": ["-made_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("most_uses__gte", 1)), name="guest_link_is_used_at_least_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True), ("closed_at__gte", models.F("made_at")), _connector="OR"
                        ),
                        name="guest_link_closed_after",
                    ),
                ],
            },
        ),
        migrations.AddField("intakeentry", "address_hash", models.CharField(blank=True, default="", max_length=64), preserve_default=False),
        migrations.AddField("intakeentry", "blanked_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("intakeentry", "code_hash", models.CharField(blank=True, default="", max_length=64), preserve_default=False),
        migrations.AddField("intakeentry", "shows_why", models.BooleanField(default=False)),
        migrations.AddField(
            "intakeentry",
            "guest_link",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="editorial.guestlink",
            ),
        ),
        migrations.AddIndex(
            "intakeentry", models.Index(fields=["address_hash", "entered_at"], name="entry_by_address")
        ),
        migrations.AddConstraint(
            "intakeentry",
            models.UniqueConstraint(
                condition=models.Q(("code_hash", ""), _negated=True), fields=("code_hash",), name="one_entry_per_code"
            ),
        ),
    ]
