from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0010_yearly_review"),
    ]

    operations = [
        migrations.AddField(
            model_name="editorialrecord",
            name="is_standing",
            field=models.BooleanField(default=False),
        ),
    ]
