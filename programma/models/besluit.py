"""Decision rules: past which bound the owner is told, and what was decided and done about it."""

from datetime import date
from decimal import Decimal
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from monitor.models import Indicator, Periode
from monitor.models.enums import Soort
from monitor.regels.tonen import toon_getal
from programma.models.enums import Orgaan
from programma.models.programma import Onderdeel, Programma
from programma.models.tekst import SchoneTekst


class Vergelijking(models.TextChoices):
    BOVEN = "boven", "hoger dan"
    VANAF = "vanaf", "gelijk aan of hoger dan"
    ONDER = "onder", "lager dan"
    TOT = "tot", "gelijk aan of lager dan"


class Beslisregel(SchoneTekst):
    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="beslisregels", help_text="Van welk programma."
    )
    onderdeel = models.ForeignKey(
        Onderdeel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="beslisregels",
        help_text="Bij welk doel. Leeg: van het hele programma.",
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="beslisregels", help_text="Welk cijfer."
    )
    soort = models.CharField(
        max_length=25,
        choices=Soort,
        default=Soort.REALISATIE,
        help_text="Welke soort cijfer: wat er gebeurde, of wat verwacht wordt.",
    )
    vergelijking = models.CharField(
        max_length=6, choices=Vergelijking, help_text="Wanneer de grens gepasseerd is."
    )
    grens = models.DecimalField(
        max_digits=20, decimal_places=6, help_text="Het getal, in de eenheid van het cijfer."
    )
    actie = models.CharField(
        "wat er dan gebeurt",
        max_length=300,
        help_text="Wat is afgesproken, bijvoorbeeld ‘het college legt de raad een voorstel voor’.",
    )
    is_actief = models.BooleanField(
        "actief", default=True, help_text="Zet uit als de afspraak niet meer geldt."
    )

    history = HistoricalRecords(verbose_name="geschiedenis beslisregel")

    class Meta:
        ordering = ["programma_id", "pk"]
        verbose_name_plural = "beslisregels"

    def __str__(self) -> str:
        cijfer = self.indicator
        grens = toon_getal(Decimal(self.grens), eenheid=cijfer.eenheid, decimalen=cijfer.decimalen)
        return f"{cijfer}: {self.get_vergelijking_display()} {grens}"

    def clean(self) -> None:
        gemeente = self.programma.gemeente_id if self.programma_id else None
        if self.indicator_id and self.indicator.gemeente_id != gemeente:
            raise ValidationError({"indicator": "Kies een cijfer van dezelfde gemeente."})
        if self.onderdeel and self.onderdeel.programma_id != self.programma_id:
            raise ValidationError({"onderdeel": "Kies een onderdeel van hetzelfde programma."})
        if self.programma_id and self.zelfde().exclude(pk=self.pk).exists():
            raise ValidationError("Deze grens staat er al bij dit cijfer. Pas die regel aan.")

    def zelfde(self) -> models.QuerySet["Beslisregel"]:
        """The rules about this same bound: itself when it is stored, and there is never another."""
        return Beslisregel.objects.filter(
            programma_id=self.programma_id,
            onderdeel=self.onderdeel,
            indicator_id=self.indicator_id,
            soort=self.soort,
            vergelijking=self.vergelijking,
            grens=self.grens,
        )

    def is_gepasseerd(self, waarde: Decimal) -> bool:
        match self.vergelijking:
            case Vergelijking.BOVEN:
                return waarde > self.grens
            case Vergelijking.VANAF:
                return waarde >= self.grens
            case Vergelijking.ONDER:
                return waarde < self.grens
        return waarde <= self.grens


class BesluitQuerySet(models.QuerySet["Besluit"]):
    def open(self) -> Self:
        """Still to be decided, or decided and still to be followed up."""
        return self.filter(afgerond_op__isnull=True, vervallen_op__isnull=True)


class Besluit(SchoneTekst):
    """A bound that was passed in a period: what was decided, by whom, and what came of it.

    It goes one way: noticed, decided, closed. What was filled in at one step stays; the database refuses a change.
    A bound that proves not to be passed, before anything was decided, lapses.
    """

    beslisregel = models.ForeignKey(
        Beslisregel, models.PROTECT, related_name="besluiten", help_text="Welke grens."
    )
    periode = models.ForeignKey(
        Periode, models.PROTECT, related_name="+", help_text="In welke periode die gepasseerd is."
    )
    gemeld_op = models.DateTimeField(
        default=timezone.now, editable=False, help_text="Wanneer het is gemerkt."
    )
    besloten_op = models.DateField(null=True, blank=True, help_text="De dag van het besluit.")
    besloten_door = models.CharField(
        max_length=14, choices=Orgaan, blank=True, help_text="Welk orgaan of welke functie besloot."
    )
    tekst = models.TextField("wat is besloten", blank=True, help_text="In gewone woorden.")
    opvolging = models.TextField(
        "wat ervan kwam", blank=True, help_text="Wat er daarna is gedaan en wat het opleverde."
    )
    afgerond_op = models.DateField(
        null=True, blank=True, help_text="Wanneer het besluit is uitgevoerd. Leeg: nog open."
    )
    vervallen_op = models.DateField(
        null=True,
        blank=True,
        editable=False,
        help_text="Wanneer bleek dat de grens niet gepasseerd was: het cijfer is verbeterd voor er "
        "iets besloten was.",
    )

    objects = BesluitQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="geschiedenis besluit")

    class Meta:
        ordering = ["-gemeld_op", "-pk"]
        verbose_name_plural = "besluiten"
        constraints = [
            models.UniqueConstraint(
                fields=["beslisregel", "periode"],
                name="besluit_uniek",
                violation_error_message="Over deze grens in deze periode is er al een besluit.",
            ),
            models.CheckConstraint(
                condition=Q(afgerond_op__isnull=True) | Q(besloten_op__isnull=False),
                name="besluit_eerst_besloten",
                violation_error_message="Vul eerst in wat is besloten; rond het daarna af.",
            ),
            models.CheckConstraint(
                condition=Q(besloten_op__isnull=True) | (~Q(tekst="") & ~Q(besloten_door="")),
                name="besluit_volledig",
                violation_error_message="Vul bij een besluit in wie het nam en wat er is besloten.",
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op__isnull=True) | Q(besloten_op__isnull=True),
                name="besluit_vervalt_onbesloten",
                violation_error_message="Hierover is al besloten. Schrijf bij ‘wat ervan kwam’ dat het "
                "cijfer is verbeterd.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.beslisregel} ({self.periode})"

    def clean(self) -> None:
        for veld in ("besloten_op", "afgerond_op"):
            dag = getattr(self, veld)
            if dag and dag > date.today():
                raise ValidationError({veld: "Die dag moet nog komen. Kijk de datum na."})
        if self.besloten_op and self.afgerond_op and self.afgerond_op < self.besloten_op:
            raise ValidationError({"afgerond_op": "Dit is voor de dag van het besluit."})

    @property
    def toestand(self) -> str:
        if self.vervallen_op:
            return "vervallen: het cijfer is verbeterd"
        if self.afgerond_op:
            return "afgerond"
        return "nog uit te voeren" if self.besloten_op else "nog te besluiten"
