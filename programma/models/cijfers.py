"""The figures that show whether a part works, the thought behind each, and whether that thought holds."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from monitor.models import Indicator
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode
from programma.models.enums import Aannameoordeel, Schakel
from programma.models.programma import Onderdeel
from programma.models.tekst import SchoneTekst


class OnderdeelIndicator(SchoneTekst):
    onderdeel = models.ForeignKey(
        Onderdeel, models.CASCADE, related_name="indicatoren", help_text="Welk onderdeel."
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="programmaonderdelen", help_text="Welk cijfer."
    )
    schakel = models.CharField(
        max_length=12,
        choices=Schakel,
        default=Schakel.OUTPUT,
        help_text="Waar het cijfer staat in de redenering van middelen naar effect.",
    )
    aanname = models.CharField(
        max_length=300,
        blank=True,
        help_text="Waarom we denken dat het een tot het ander leidt, in één zin.",
    )
    nulmeting = models.CharField(
        "periode van de nulmeting",
        max_length=40,
        blank=True,
        help_text="De periode waarmee u vergelijkt, bijvoorbeeld ‘2019’ of ‘2020-H1’. Het getal zelf "
        "staat in de monitor. Het doel is de streefwaarde van dit cijfer.",
    )
    tegenindicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Bij een cijfer over kosten: het cijfer dat laat zien of lagere kosten ergens "
        "anders pijn doen, bijvoorbeeld de wachttijd. Lezers zien het ernaast.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["onderdeel_id", "volgorde", "pk"]
        verbose_name = "gekoppeld cijfer"
        verbose_name_plural = "gekoppelde cijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["onderdeel", "indicator", "schakel"],
                name="onderdeelindicator_uniek",
                violation_error_message="Dit cijfer is hier al gekoppeld.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel}: {self.indicator}"

    def clean(self) -> None:
        if self.indicator_id and self.indicator.gemeente_id != self.onderdeel.programma.gemeente_id:
            raise ValidationError({"indicator": "Kies een cijfer van dezelfde gemeente."})
        if self.tegenindicator_id and self.tegenindicator_id == self.indicator_id:
            raise ValidationError({"tegenindicator": "Kies een ander cijfer dan het eerste."})
        if self.tegenindicator and self.tegenindicator.gemeente_id != self.indicator.gemeente_id:
            raise ValidationError({"tegenindicator": "Kies een cijfer van dezelfde gemeente."})
        if self.nulmeting:
            try:
                self.nulmeting = lees_periode(self.nulmeting).code
            except NotatieFout as fout:
                raise ValidationError({"nulmeting": fout.melding}) from fout


class Aannamestand(SchoneTekst):
    """What was thought of an assumption on a day. Added, never edited: an edition shows the newest."""

    koppeling = models.ForeignKey(
        OnderdeelIndicator,
        models.PROTECT,
        related_name="standen",
        verbose_name="gekoppeld cijfer",
        help_text="Bij welk cijfer de aanname hoort.",
    )
    datum = models.DateField(help_text="De dag waarop dit het oordeel was.")
    oordeel = models.CharField(
        max_length=14, choices=Aannameoordeel, help_text="Klopt de aanname nog?"
    )
    toelichting = models.CharField(
        max_length=300, help_text="Waaraan u dat ziet, in één zin. Lezers zien dit."
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer opgeschreven.")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Door welke gebruiker. Leeg: met een bestand.",
    )

    class Meta:
        ordering = ["datum", "pk"]
        verbose_name = "oordeel over een aanname"
        verbose_name_plural = "oordelen over aannames"

    def __str__(self) -> str:
        return f"{self.koppeling.aanname or self.koppeling}: {self.get_oordeel_display().lower()}"
