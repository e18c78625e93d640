"""What a reminder knew of its mail is in the outbox now; apart from the copying, for PostgreSQL."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("monitor", "0014_mailbericht")]

    operations = [
        migrations.RemoveField(
            model_name='herinnering',
            name='fout',
        ),
        migrations.RemoveField(
            model_name='herinnering',
            name='verstuurd_op',
        ),
    ]
