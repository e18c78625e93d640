"""Risks and money of a programme. Amounts are figures of the monitor, never of their own."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from monitor.models import Indicator, Reeks
from monitor.models.enums import Eenheid
from monitor.models.register import code_validator
from programma.models.enums import Budgetsoort, Omvang, Trend
from programma.models.programma import FUNCTIE, Onderdeel, Programma
from programma.models.tekst import SchoneTekst


class Risico(SchoneTekst):
    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="risicos", help_text="Van welk programma."
    )
    onderdeel = models.ForeignKey(
        Onderdeel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="risicos",
        help_text="Bij welk onderdeel. Leeg: van het hele programma.",
    )
    code = models.CharField(
        "adres", max_length=60, validators=[code_validator], help_text="Vaste naam in bestanden."
    )
    omschrijving = models.CharField(max_length=300, help_text="Wat er mis kan gaan, in één zin.")
    kans = models.CharField(
        max_length=8, choices=Omvang, blank=True, help_text="Hoe groot de kans is."
    )
    gevolg = models.CharField(
        max_length=8, choices=Omvang, blank=True, help_text="Hoe groot het gevolg is."
    )
    maatregel = models.CharField(
        "wat doen we", max_length=300, blank=True, help_text="Wat ertegen wordt gedaan."
    )
    eigenaar = models.CharField(max_length=120, blank=True, help_text=FUNCTIE)
    trend = models.CharField(
        max_length=8, choices=Trend, blank=True, help_text="Vergeleken met het vorige verslag."
    )
    gemeld_op = models.DateField(null=True, blank=True, help_text="Sinds wanneer het risico er is.")
    vervallen_op = models.DateField(
        null=True, blank=True, help_text="Vanaf wanneer het geen risico meer is."
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    history = HistoricalRecords(verbose_name="geschiedenis risico")

    class Meta:
        ordering = ["programma_id", "volgorde", "pk"]
        verbose_name = "risico"
        verbose_name_plural = "risico's"
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="risico_uniek",
                violation_error_message="Dit programma heeft al een risico met dit adres.",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving

    def clean(self) -> None:
        if self.onderdeel and self.onderdeel.programma_id != self.programma_id:
            raise ValidationError({"onderdeel": "Kies een onderdeel van hetzelfde programma."})


class Risicostand(SchoneTekst):
    """How large a risk was on a day. Added, never edited: from them comes the trend."""

    risico = models.ForeignKey(
        Risico, models.PROTECT, related_name="standen", help_text="Van welk risico."
    )
    datum = models.DateField(help_text="De dag waarop dit de stand was.")
    kans = models.CharField(max_length=8, choices=Omvang, help_text="Hoe groot de kans is.")
    gevolg = models.CharField(max_length=8, choices=Omvang, help_text="Hoe groot het gevolg is.")
    toelichting = models.CharField(
        max_length=300, blank=True, help_text="Wat er veranderde en waardoor, in één zin."
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
        verbose_name = "stand van een risico"
        verbose_name_plural = "standen van risico's"

    def __str__(self) -> str:
        return f"{self.risico} op {self.datum:%d-%m-%Y}"


class Budgetregel(SchoneTekst):
    """A line of money: which series of the monitor holds it, and by which document it came."""

    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="budgetregels", help_text="Van welk programma."
    )
    reeks = models.ForeignKey(
        Reeks,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="budgetregels",
        help_text="Het cijfer in de monitor. Leeg: er is geen bedrag bekend.",
    )
    soort = models.CharField(max_length=14, choices=Budgetsoort, help_text="Wat voor bedrag.")
    omschrijving = models.CharField(max_length=200, help_text="Waarvoor het geld is.")
    document = models.CharField(
        max_length=120, blank=True, help_text="Met welk stuk, bijvoorbeeld ‘1e Berap 2021’."
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["programma_id", "volgorde", "pk"]
        verbose_name_plural = "budgetregels"
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "soort", "omschrijving", "document"],
                name="budgetregel_uniek",
                violation_error_message="Deze regel staat er al.",
            )
        ]

    def __str__(self) -> str:
        return self.omschrijving

    def clean(self) -> None:
        if self.reeks and self.reeks.gemeente_id != self.programma.gemeente_id:
            raise ValidationError({"reeks": "Kies een cijfer van dezelfde gemeente."})
        if self.reeks and self.reeks.indicator.eenheid != Eenheid.EURO:
            raise ValidationError({"reeks": geen_euro(self.reeks.indicator)})


def geen_euro(cijfer: Indicator) -> str:
    """Why this figure is no amount."""
    return f"‘{cijfer}’ is geen bedrag: de eenheid is {cijfer.get_eenheid_display()}. Kies een cijfer in euro."
