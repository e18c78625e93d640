"""The cover note to the council: its fixed sections per gemeente, and the texts per edition."""

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from monitor.models.enums import NotaDeel
from monitor.models.gemeente import Gemeente
from monitor.models.register import code_validator
from monitor.models.uitgave import Uitgave


class Notavorm(models.Model):
    """How a gemeente addresses its council: the head and the foot of every note."""

    gemeente = models.OneToOneField(
        Gemeente, models.CASCADE, related_name="notavorm", help_text="Van welke gemeente."
    )
    naam = models.CharField(
        max_length=60, default="Informatienota", help_text="Zoals de raad het stuk noemt."
    )
    aan = models.CharField(
        max_length=80, default="De gemeenteraad", help_text="Voor wie de nota is."
    )
    van = models.CharField(
        max_length=80,
        default="Het college van burgemeester en wethouders",
        help_text="Van wie de nota is.",
    )
    portefeuille = models.CharField(
        max_length=120,
        blank=True,
        help_text="Functie van de portefeuillehouder, geen naam. Bijvoorbeeld ‘Wethouder zorg’.",
    )
    eenheid = models.CharField(
        max_length=120, blank=True, help_text="Team of afdeling die de nota maakt."
    )
    ondertekening = models.TextField(
        blank=True, help_text="Functies onder de nota, een per regel. Geen namen van personen."
    )

    class Meta:
        ordering = ["gemeente_id"]
        verbose_name = "vorm van de nota"
        verbose_name_plural = "vormen van de nota"

    def __str__(self) -> str:
        return f"{self.naam} van {self.gemeente}"


class Notasectie(models.Model):
    """One fixed section. What stands in it by itself is named by `automatisch`."""

    vorm = models.ForeignKey(
        Notavorm, models.CASCADE, related_name="secties", help_text="In welke nota."
    )
    code = models.CharField(
        max_length=40, validators=[code_validator], help_text="Vaste naam, zonder spaties."
    )
    kop = models.CharField(max_length=80, help_text="Zoals de raad het leest.")
    automatisch = models.CharField(
        "vult zich met",
        max_length=20,
        choices=NotaDeel,
        blank=True,
        help_text="Wat er vanzelf in staat, onder de eigen tekst.",
    )
    standaardtekst = models.TextField(
        blank=True,
        help_text="Staat er als de sectie leeg is, bijvoorbeeld ‘Niet van toepassing.’ "
        "Leeg: de sectie blijft dan weg.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")
    is_in_gebruik = models.BooleanField(
        "in gebruik", default=True, help_text="Uit: de sectie staat niet meer in nieuwe nota's."
    )

    class Meta:
        ordering = ["vorm_id", "volgorde", "pk"]
        verbose_name = "sectie van de nota"
        verbose_name_plural = "secties van de nota"
        constraints = [
            models.UniqueConstraint(
                fields=["vorm", "code"],
                name="notasectie_uniek",
                violation_error_message="De nota heeft al een sectie met deze code.",
            )
        ]

    def __str__(self) -> str:
        return self.kop


class Notatekst(models.Model):
    """What the writers of one edition put in one section, in Markdown."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="notateksten", help_text="In welke uitgave."
    )
    sectie = models.ForeignKey(
        Notasectie, models.PROTECT, related_name="teksten", help_text="In welke sectie."
    )
    tekst = models.TextField(blank=True, help_text="In Markdown. Cijfers als {clienten-jeugd}.")

    history = HistoricalRecords(verbose_name="geschiedenis notatekst")

    class Meta:
        ordering = ["uitgave_id", "sectie__volgorde", "pk"]
        verbose_name = "tekst van de nota"
        verbose_name_plural = "teksten van de nota"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgave", "sectie"],
                name="notatekst_uniek",
                violation_error_message="Deze sectie heeft in deze uitgave al een tekst.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sectie} in {self.uitgave}"

    def clean(self) -> None:
        if self.sectie.vorm.gemeente_id != self.uitgave.gemeente_id:
            raise ValidationError({"sectie": "Kies een sectie van de eigen gemeente."})
