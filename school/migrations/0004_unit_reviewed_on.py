from django.db import migrations, models

import core.clock


class Migration(migrations.Migration):

    dependencies = [
        ('school', '0003_calendar_and_terms'),
    ]

    operations = [
        migrations.AddField(
            model_name='unit',
            name='reviewed_on',
            field=models.DateField(default=core.clock.today, help_text='The day somebody last changed the entry or said that it is still right.', verbose_name='looked at last on'),
        ),
    ]
