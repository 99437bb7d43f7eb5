from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0008_reports"),
    ]

    operations = [
        migrations.AddField(
            model_name="editorialrecord",
            name="is_document",
            field=models.BooleanField(default=False),
        ),
    ]
