"""Who holds a function, bounds that lapse, and triggers for the rest of what is only added to.

As in 0002: on SQLite a migration that rebuilds one of these tables drops its trigger; run `make` again there.
"""

from importlib import import_module

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

vast = import_module("programma.migrations.0002_alleen_toevoegen")

TABELLEN = {
    "programma_aannamestand": "Een oordeel wordt niet veranderd. Voeg een nieuw oordeel toe.",
    "programma_risicostand": "Een stand van een risico wordt niet veranderd. Voeg een nieuwe toe.",
}
BESLUIT = "programma_besluit"
MELDING = "Wat bij een besluit is ingevuld, blijft staan. Schrijf het vervolg bij wat ervan kwam."


def _anders(anders: str) -> str:
    """Which changes of a decision are refused; `anders` is the word for not equal, also to nothing."""
    def een_van(*velden: str) -> str:
        return " OR ".join(f"NEW.{v} {anders} OLD.{v}" for v in velden)

    return (
        f"({een_van('beslisregel_id', 'periode_id', 'gemeld_op')}) "
        f"OR (OLD.besloten_op IS NOT NULL AND ({een_van('besloten_op', 'besloten_door', 'tekst')})) "
        f"OR (OLD.afgerond_op IS NOT NULL AND ({een_van('afgerond_op', 'opvolging')}))"
    )


def make(apps, editor):
    maker = {"sqlite": vast._sqlite, "postgresql": vast._postgresql}[editor.connection.vendor]
    for tabel, melding in TABELLEN.items():
        for sql in maker(tabel, melding):
            editor.execute(sql, params=None)
    wanneer = _anders("IS NOT" if editor.connection.vendor == "sqlite" else "IS DISTINCT FROM")
    for sql in maker(BESLUIT, MELDING):
        # Only the trigger has a condition; a function of PostgreSQL is as it was.
        sql = sql.replace(" BEGIN SELECT", f" WHEN {wanneer} BEGIN SELECT")
        sql = sql.replace("FOR EACH ROW", f"FOR EACH ROW WHEN ({wanneer})")
        editor.execute(sql, params=None)


def remove(apps, editor):
    for tabel in (*TABELLEN, BESLUIT):
        if editor.connection.vendor == "postgresql":
            editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast ON {tabel}", params=None)
            editor.execute(f"DROP FUNCTION IF EXISTS {tabel}_vast()", params=None)
        else:
            editor.execute(f"DROP TRIGGER IF EXISTS {tabel}_vast", params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('monitor', '0001_initial'),
        ('programma', '0004_bijwerken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Functiehouder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('functie', models.CharField(help_text='Zoals bij ‘eigenaar’ van een onderdeel of bij ‘programmamanager’ staat.', max_length=120)),
            ],
            options={
                'verbose_name': 'wie een functie heeft',
                'verbose_name_plural': 'wie heeft welke functie?',
                'ordering': ['programma_id', 'functie', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='besluit',
            name='vervallen_op',
            field=models.DateField(blank=True, editable=False, help_text='Wanneer bleek dat de grens niet gepasseerd was: het cijfer is verbeterd voor er iets besloten was.', null=True),
        ),
        migrations.AddField(
            model_name='historicalbesluit',
            name='vervallen_op',
            field=models.DateField(blank=True, editable=False, help_text='Wanneer bleek dat de grens niet gepasseerd was: het cijfer is verbeterd voor er iets besloten was.', null=True),
        ),
        migrations.AlterField(
            model_name='aannamestand',
            name='koppeling',
            field=models.ForeignKey(help_text='Bij welk cijfer de aanname hoort.', on_delete=django.db.models.deletion.PROTECT, related_name='standen', to='programma.onderdeelindicator', verbose_name='gekoppeld cijfer'),
        ),
        migrations.AlterField(
            model_name='besluit',
            name='gemeld_op',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Wanneer het is gemerkt.'),
        ),
        migrations.AlterField(
            model_name='historicalbesluit',
            name='gemeld_op',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Wanneer het is gemerkt.'),
        ),
        migrations.AlterField(
            model_name='risicostand',
            name='risico',
            field=models.ForeignKey(help_text='Van welk risico.', on_delete=django.db.models.deletion.PROTECT, related_name='standen', to='programma.risico'),
        ),
        migrations.AddConstraint(
            model_name='besluit',
            constraint=models.CheckConstraint(condition=models.Q(('vervallen_op__isnull', True), ('besloten_op__isnull', True), _connector='OR'), name='besluit_vervalt_onbesloten', violation_error_message='Hierover is al besloten. Schrijf bij ‘wat ervan kwam’ dat het cijfer is verbeterd.'),
        ),
        migrations.AddField(
            model_name='functiehouder',
            name='gebruiker',
            field=models.ForeignKey(help_text='Wie deze functie heeft. Die ziet bij het bijwerken de eigen regels. Lezers zien dit niet.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='functiehouder',
            name='programma',
            field=models.ForeignKey(help_text='Van welk programma.', on_delete=django.db.models.deletion.CASCADE, related_name='functiehouders', to='programma.programma'),
        ),
        migrations.AddConstraint(
            model_name='functiehouder',
            constraint=models.UniqueConstraint(fields=('programma', 'functie', 'gebruiker'), name='functiehouder_uniek', violation_error_message='Dit staat er al.'),
        ),
        migrations.RunPython(make, remove, elidable=False),
    ]
