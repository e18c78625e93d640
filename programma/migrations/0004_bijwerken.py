"""The mailed link and the decision rules. Adding a column may rebuild a table on SQLite, so the
triggers of the reports are made again."""

from importlib import import_module

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

vast = import_module("programma.migrations.0002_alleen_toevoegen")


class Migration(migrations.Migration):
    dependencies = [
        ("monitor", "0001_initial"),
        ("programma", "0003_aannames_en_risicostanden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="historicalprogramma",
            name="email",
            field=models.EmailField(
                blank=True,
                help_text="Postbus van de eigenaar. Hierheen gaat bericht als een afgesproken grens gepasseerd is. Lezers zien dit niet.",
                max_length=254,
                verbose_name="e-mailadres",
            ),
        ),
        migrations.AddField(
            model_name="onderdeelindicator",
            name="tegenindicator",
            field=models.ForeignKey(
                blank=True,
                help_text="Bij een cijfer over kosten: het cijfer dat laat zien of lagere kosten ergens anders pijn doen, bijvoorbeeld de wachttijd. Lezers zien het ernaast.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="monitor.indicator",
            ),
        ),
        migrations.AddField(
            model_name="programma",
            name="email",
            field=models.EmailField(
                blank=True,
                help_text="Postbus van de eigenaar. Hierheen gaat bericht als een afgesproken grens gepasseerd is. Lezers zien dit niet.",
                max_length=254,
                verbose_name="e-mailadres",
            ),
        ),
        migrations.CreateModel(
            name="Beslisregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("begroting_primitief", "Begroting primitief"),
                            ("begroting_na_wijziging", "Begroting na wijziging"),
                            ("prognose", "Prognose"),
                            ("realisatie", "Realisatie"),
                            ("verplichting", "Verplichting"),
                            ("jaarrekening", "Jaarrekening"),
                            ("streefwaarde", "Streefwaarde"),
                            ("referentie", "Referentie"),
                        ],
                        default="realisatie",
                        help_text="Welke soort cijfer: wat er gebeurde, of wat verwacht wordt.",
                        max_length=25,
                    ),
                ),
                (
                    "vergelijking",
                    models.CharField(
                        choices=[
                            ("boven", "hoger dan"),
                            ("vanaf", "gelijk aan of hoger dan"),
                            ("onder", "lager dan"),
                            ("tot", "gelijk aan of lager dan"),
                        ],
                        help_text="Wanneer de grens gepasseerd is.",
                        max_length=6,
                    ),
                ),
                (
                    "grens",
                    models.DecimalField(
                        decimal_places=6,
                        help_text="Het getal, in de eenheid van het cijfer.",
                        max_digits=20,
                    ),
                ),
                (
                    "actie",
                    models.CharField(
                        help_text="Wat is afgesproken, bijvoorbeeld ‘het college legt de raad een voorstel voor’.",
                        max_length=300,
                        verbose_name="wat er dan gebeurt",
                    ),
                ),
                (
                    "is_actief",
                    models.BooleanField(
                        default=True,
                        help_text="Zet uit als de afspraak niet meer geldt.",
                        verbose_name="actief",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        help_text="Welk cijfer.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beslisregels",
                        to="monitor.indicator",
                    ),
                ),
                (
                    "onderdeel",
                    models.ForeignKey(
                        blank=True,
                        help_text="Bij welk doel. Leeg: van het hele programma.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beslisregels",
                        to="programma.onderdeel",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        help_text="Van welk programma.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beslisregels",
                        to="programma.programma",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "beslisregels",
                "ordering": ["programma_id", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Bijwerklink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "functie",
                    models.CharField(
                        help_text="Bijvoorbeeld ‘coördinator welzijn’. Alleen de functie, geen naam van een persoon.",
                        max_length=120,
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        help_text="Waar de link naartoe gaat.",
                        max_length=254,
                        verbose_name="e-mailadres",
                    ),
                ),
                (
                    "regels",
                    models.JSONField(
                        default=list,
                        help_text="Waarover: de sleutels van de regels, bijvoorbeeld ‘m12’.",
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        editable=False,
                        help_text="SHA-256 van het geheim in de link. Leeg: nog niet gemaild.",
                        max_length=64,
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "verloopt_op",
                    models.DateTimeField(help_text="Vanaf wanneer de link niet meer werkt."),
                ),
                (
                    "gebruikt_op",
                    models.DateTimeField(
                        editable=False, help_text="Wanneer ermee is ingestuurd.", null=True
                    ),
                ),
                (
                    "ingetrokken_op",
                    models.DateTimeField(
                        editable=False, help_text="Wanneer de link is ingetrokken.", null=True
                    ),
                ),
                (
                    "gemaakt_op",
                    models.DateTimeField(
                        auto_now_add=True, help_text="Wanneer de link is gevraagd."
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        editable=False,
                        help_text="Wie de link stuurde.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        help_text="Van welk programma.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijwerklinks",
                        to="programma.programma",
                    ),
                ),
            ],
            options={
                "ordering": ["-gemaakt_op", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="stand",
            name="via_link",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="Met welke gemailde link een partner dit meldde. Leeg: niet met een link.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="standen",
                to="programma.bijwerklink",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalBeslisregel",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("begroting_primitief", "Begroting primitief"),
                            ("begroting_na_wijziging", "Begroting na wijziging"),
                            ("prognose", "Prognose"),
                            ("realisatie", "Realisatie"),
                            ("verplichting", "Verplichting"),
                            ("jaarrekening", "Jaarrekening"),
                            ("streefwaarde", "Streefwaarde"),
                            ("referentie", "Referentie"),
                        ],
                        default="realisatie",
                        help_text="Welke soort cijfer: wat er gebeurde, of wat verwacht wordt.",
                        max_length=25,
                    ),
                ),
                (
                    "vergelijking",
                    models.CharField(
                        choices=[
                            ("boven", "hoger dan"),
                            ("vanaf", "gelijk aan of hoger dan"),
                            ("onder", "lager dan"),
                            ("tot", "gelijk aan of lager dan"),
                        ],
                        help_text="Wanneer de grens gepasseerd is.",
                        max_length=6,
                    ),
                ),
                (
                    "grens",
                    models.DecimalField(
                        decimal_places=6,
                        help_text="Het getal, in de eenheid van het cijfer.",
                        max_digits=20,
                    ),
                ),
                (
                    "actie",
                    models.CharField(
                        help_text="Wat is afgesproken, bijvoorbeeld ‘het college legt de raad een voorstel voor’.",
                        max_length=300,
                        verbose_name="wat er dan gebeurt",
                    ),
                ),
                (
                    "is_actief",
                    models.BooleanField(
                        default=True,
                        help_text="Zet uit als de afspraak niet meer geldt.",
                        verbose_name="actief",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Welk cijfer.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="monitor.indicator",
                    ),
                ),
                (
                    "onderdeel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Bij welk doel. Leeg: van het hele programma.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programma.onderdeel",
                    ),
                ),
                (
                    "programma",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Van welk programma.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programma.programma",
                    ),
                ),
            ],
            options={
                "verbose_name": "geschiedenis beslisregel",
                "verbose_name_plural": "historical beslisregels",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalBesluit",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "gemeld_op",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="Wanneer het is gemerkt."
                    ),
                ),
                (
                    "besloten_op",
                    models.DateField(blank=True, help_text="De dag van het besluit.", null=True),
                ),
                (
                    "besloten_door",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("raad", "Gemeenteraad"),
                            ("college", "College"),
                            ("bestuurlijk", "Bestuurlijk opdrachtgever"),
                            ("ambtelijk", "Ambtelijk opdrachtgever"),
                            ("stuurgroep", "Stuurgroep"),
                            ("programmateam", "Programmateam"),
                        ],
                        help_text="Welk orgaan of welke functie besloot.",
                        max_length=14,
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        blank=True, help_text="In gewone woorden.", verbose_name="wat is besloten"
                    ),
                ),
                (
                    "opvolging",
                    models.TextField(
                        blank=True,
                        help_text="Wat er daarna is gedaan en wat het opleverde.",
                        verbose_name="wat ervan kwam",
                    ),
                ),
                (
                    "afgerond_op",
                    models.DateField(
                        blank=True,
                        help_text="Wanneer het besluit is uitgevoerd. Leeg: nog open.",
                        null=True,
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "beslisregel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Welke grens.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programma.beslisregel",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="In welke periode die gepasseerd is.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="monitor.periode",
                    ),
                ),
            ],
            options={
                "verbose_name": "geschiedenis besluit",
                "verbose_name_plural": "historical besluiten",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gemeld_op",
                    models.DateTimeField(auto_now_add=True, help_text="Wanneer het is gemerkt."),
                ),
                (
                    "besloten_op",
                    models.DateField(blank=True, help_text="De dag van het besluit.", null=True),
                ),
                (
                    "besloten_door",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("raad", "Gemeenteraad"),
                            ("college", "College"),
                            ("bestuurlijk", "Bestuurlijk opdrachtgever"),
                            ("ambtelijk", "Ambtelijk opdrachtgever"),
                            ("stuurgroep", "Stuurgroep"),
                            ("programmateam", "Programmateam"),
                        ],
                        help_text="Welk orgaan of welke functie besloot.",
                        max_length=14,
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        blank=True, help_text="In gewone woorden.", verbose_name="wat is besloten"
                    ),
                ),
                (
                    "opvolging",
                    models.TextField(
                        blank=True,
                        help_text="Wat er daarna is gedaan en wat het opleverde.",
                        verbose_name="wat ervan kwam",
                    ),
                ),
                (
                    "afgerond_op",
                    models.DateField(
                        blank=True,
                        help_text="Wanneer het besluit is uitgevoerd. Leeg: nog open.",
                        null=True,
                    ),
                ),
                (
                    "beslisregel",
                    models.ForeignKey(
                        help_text="Welke grens.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluiten",
                        to="programma.beslisregel",
                    ),
                ),
                (
                    "periode",
                    models.ForeignKey(
                        help_text="In welke periode die gepasseerd is.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="monitor.periode",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "besluiten",
                "ordering": ["-gemeld_op", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("beslisregel", "periode"),
                        name="besluit_uniek",
                        violation_error_message="Over deze grens in deze periode is er al een besluit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afgerond_op__isnull", True),
                            ("besloten_op__isnull", False),
                            _connector="OR",
                        ),
                        name="besluit_eerst_besloten",
                        violation_error_message="Vul eerst in wat is besloten; rond het daarna af.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besloten_op__isnull", True),
                            models.Q(
                                models.Q(("tekst", ""), _negated=True),
                                models.Q(("besloten_door", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="besluit_volledig",
                        violation_error_message="Vul bij een besluit in wie het nam en wat er is besloten.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="bijwerklink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gebruikt_op__isnull", True), ("hash__isnull", False), _connector="OR"
                ),
                name="bijwerklink_gebruikt_na_mail",
            ),
        ),
        migrations.RunPython(vast.make, migrations.RunPython.noop, elidable=False),
    ]
