"""One edition of the monitor and its chapters. What stands in a chapter is in `blok`."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from monitor.models.enums import Basis, Openbaarheid, UitgaveStand
from monitor.models.gemeente import Gemeente
from monitor.models.raadsmoment import Raadsmoment
from monitor.models.register import Domein, code_validator
from monitor.models.tijd import Periode

GERESERVEERDE_HOOFDSTUKKEN = frozenset({"cijfers", "grafiek", "bestanden", "concept", "nota"})


VAST = (
    "Het college heeft deze uitgave vastgesteld. Teksten, blokken en cijfers veranderen daarom niet meer. "
    "Moet er toch iets anders? Zet de uitgave dan met een reden een stap terug, bij ‘Weg van de uitgave’."
)


class InHetKort(models.Model):
    """The fixed opening of a page: one headline sentence and three answers."""

    kop = models.CharField(
        max_length=200, blank=True, help_text="Eén zin met de belangrijkste boodschap."
    )
    wat_zien_we = models.TextField(
        blank=True, help_text="De feiten, hooguit drie zinnen. Cijfers als {clienten-jeugd}."
    )
    waardoor = models.TextField("waardoor komt dat", blank=True, help_text="De oorzaken.")
    wat_doen_we = models.TextField(
        "wat doet de gemeente", blank=True, help_text="Wat het college doet of voorstelt."
    )

    class Meta:
        abstract = True


class UitgaveQuerySet(models.QuerySet["Uitgave"]):
    def for_user(self, user: object) -> Self:
        return self.filter(gemeente__in=Gemeente.objects.for_user(user))


class Uitgave(InHetKort):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="uitgaven", help_text="Van welke gemeente."
    )
    periode = models.ForeignKey(
        Periode,
        models.PROTECT,
        related_name="uitgaven",
        help_text="Verslagperiode. De notatie is het adres, bijvoorbeeld 2021-03_2021-04.",
    )
    titel = models.CharField(
        max_length=120, help_text="Zoals lezers het zien, bijvoorbeeld ‘Monitor maart-april 2021’."
    )
    peildatum = models.DateField(
        help_text="Cijfers over tijd na deze dag horen niet in deze uitgave."
    )
    vorige = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="volgende",
        help_text="De uitgave waarmee vergeleken wordt.",
    )
    stand = models.CharField(
        max_length=16,
        choices=UitgaveStand,
        default=UitgaveStand.CONCEPT,
        help_text="Hoe ver de uitgave is.",
    )
    financiele_basis = models.CharField(
        "financiële basis",
        max_length=16,
        choices=Basis,
        default=Basis.PRIMITIEF,
        help_text="Met welke begroting vergeleken wordt.",
    )
    openbaarheid = models.CharField(
        max_length=10,
        choices=Openbaarheid,
        default=Openbaarheid.OPENBAAR,
        help_text="Wie deze uitgave mag lezen.",
    )
    hoogtepunten = models.TextField(
        blank=True, help_text="Een punt per regel. Cijfers als {clienten-jeugd}."
    )
    anders = models.TextField(
        "nieuw of anders",
        blank=True,
        help_text="Wat er anders is dan in de vorige uitgave: methode, basis, opmerkingen.",
    )
    aanbieding = models.TextField(
        "inleiding van de nota",
        blank=True,
        help_text="Staat bovenaan de nota aan de raad, voor de secties. In Markdown.",
    )
    zaaknummer = models.CharField(
        max_length=60, blank=True, help_text="Zaaknummer of nummer van het raadsstuk."
    )
    aanleveren_voor = models.DateField(
        "aanleveren voor",
        null=True,
        blank=True,
        help_text="Tot en met deze dag kunnen cijfers worden aangeleverd. De eigenaren krijgen "
        "herinneringen. Leeg: geen herinneringen.",
    )
    college_op = models.DateField(null=True, blank=True, help_text="Dag van het collegebesluit.")
    beslispunten = models.TextField(
        blank=True, help_text="Wat het college besloot, een punt per regel."
    )
    raad_op = models.DateField(null=True, blank=True, help_text="Dag van behandeling in de raad.")
    raadsmoment = models.ForeignKey(
        Raadsmoment,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="uitgaven",
        help_text="Voor welk moment van de raad deze uitgave op tijd moet zijn.",
    )
    embargo_tot = models.DateTimeField(
        null=True, blank=True, help_text="Vanaf dit moment te lezen. Leeg: meteen bij publiceren."
    )
    volgende_verwacht = models.CharField(
        max_length=80,
        blank=True,
        help_text="Wanneer de volgende komt, bijvoorbeeld ‘augustus 2021’.",
    )

    objects = UitgaveQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="geschiedenis uitgave")

    class Meta:
        ordering = ["gemeente_id", "-peildatum"]
        verbose_name_plural = "uitgaven"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "periode"],
                name="uitgave_uniek",
                violation_error_message="Deze gemeente heeft al een uitgave over deze periode.",
            ),
            models.CheckConstraint(
                condition=~models.Q(vorige=models.F("id")), name="uitgave_niet_eigen_vorige"
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def slug(self) -> str:
        return self.periode.code

    @property
    def reden_vast(self) -> str:
        """Why what stands in it does not change now; "" when it may."""
        return VAST if self.stand == UitgaveStand.VASTGESTELD else ""

    def clean(self) -> None:
        if self.vorige and self.vorige.gemeente_id != self.gemeente_id:
            raise ValidationError({"vorige": "Kies een uitgave van dezelfde gemeente."})
        if self.raadsmoment and self.raadsmoment.gemeente_id != self.gemeente_id:
            raise ValidationError({"raadsmoment": "Kies een moment van de eigen raad."})


class Hoofdstuk(InHetKort):
    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="hoofdstukken", help_text="Van welke uitgave."
    )
    code = models.CharField(
        "adres", max_length=40, validators=[code_validator], help_text="Deel van het webadres."
    )
    titel = models.CharField(max_length=80, help_text="Zoals lezers het zien.")
    domein = models.ForeignKey(
        Domein,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="hoofdstukken",
        help_text="Onderwerp van het hoofdstuk.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")
    toelichting = models.TextField(
        blank=True, help_text="Uitleg onder de cijfers, in Markdown, hooguit drie alinea's."
    )
    bronnen = models.TextField(blank=True, help_text="Gebruikte bronnen, een per regel.")
    reden_leeg = models.CharField(
        max_length=200, blank=True, help_text="Als er geen blokken zijn: waarom, voor lezers."
    )

    class Meta:
        ordering = ["uitgave_id", "volgorde", "pk"]
        verbose_name_plural = "hoofdstukken"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgave", "code"],
                name="hoofdstuk_uniek",
                violation_error_message="Deze uitgave heeft al een hoofdstuk met dit adres.",
            )
        ]

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        if self.code in GERESERVEERDE_HOOFDSTUKKEN:
            raise ValidationError({"code": f"‘{self.code}’ is een adres van het programma zelf."})
