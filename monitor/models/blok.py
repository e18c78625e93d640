"""The blocks of a chapter: they name series, not values."""

from django.core.exceptions import ValidationError
from django.db import models

from monitor.models.enums import BlokSoort, GrafiekVorm, Soort
from monitor.models.register import Dimensie, Indicator, code_validator
from monitor.models.uitgave import Hoofdstuk


class Blok(models.Model):
    """A part of a chapter. Which figures it shows is in its rules (`Blokregel`).

    `perioden` is a choice in words, see `monitor.regels.keuze`; empty means the newest figure that
    falls before the edition's peildatum, so that a copied edition follows its own period.
    """

    hoofdstuk = models.ForeignKey(
        Hoofdstuk, models.CASCADE, related_name="blokken", help_text="In welk hoofdstuk."
    )
    code = models.CharField(
        max_length=60,
        validators=[code_validator],
        help_text="Vaste naam binnen het hoofdstuk; ook het anker in het adres.",
    )
    soort = models.CharField(max_length=12, choices=BlokSoort, help_text="Wat het blok laat zien.")
    vorm = models.CharField(
        max_length=12, choices=GrafiekVorm, blank=True, help_text="Alleen bij een grafiek."
    )
    kop = models.CharField(
        max_length=120, blank=True, help_text="Kop boven een groep blokken, zoals ‘Geld’."
    )
    titel = models.CharField(
        max_length=200, blank=True, help_text="De boodschap in een zin met een werkwoord."
    )
    ondertitel = models.CharField(
        max_length=200, blank=True, help_text="Wat, in welke eenheid, over welke periode."
    )
    perioden = models.CharField(
        max_length=200,
        blank=True,
        help_text="Leeg: het nieuwste cijfer. Of: ‘laatste 12’, ‘zelfde maand 3’, ‘alles’, "
        "‘2019-02, 2020-02’.",
    )
    tekst = models.TextField(blank=True, help_text="Tekst bij het blok, in Markdown.")
    bron = models.CharField(
        max_length=200, blank=True, help_text="Bron bij het blok. Leeg: de bronnen van de cijfers."
    )
    verwijst_naar = models.CharField(
        max_length=80,
        blank=True,
        help_text="Bij een geregistreerd blok (programma): het adres van het onderdeel.",
    )
    totaal = models.CharField(
        max_length=80,
        blank=True,
        help_text="Naam van de rij die de rijen optelt. Leeg: geen totaal.",
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["hoofdstuk_id", "volgorde", "pk"]
        verbose_name_plural = "blokken"
        constraints = [
            models.UniqueConstraint(
                fields=["hoofdstuk", "code"],
                name="blok_uniek",
                violation_error_message="Dit hoofdstuk heeft al een blok met deze code.",
            )
        ]

    def __str__(self) -> str:
        return self.titel or self.kop or self.code

    def clean(self) -> None:
        if self.soort == BlokSoort.GRAFIEK and not self.vorm:
            raise ValidationError({"vorm": "Kies een vorm voor de grafiek."})


class Blokregel(models.Model):
    """Which series stand in a block: one series, or one for each category of a breakdown."""

    blok = models.ForeignKey(Blok, models.CASCADE, related_name="regels", help_text="In welk blok.")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="blokregels", help_text="Welk cijfer."
    )
    soort = models.CharField(
        max_length=24,
        choices=Soort,
        default=Soort.REALISATIE,
        help_text="Begroting, prognose, realisatie. Een financiële tabel kiest zelf.",
    )
    sleutel = models.CharField(
        "uitsplitsing",
        max_length=250,
        blank=True,
        help_text="Eén uitsplitsing, bijvoorbeeld ‘leveringsvorm=pgb’. Leeg: het totaal.",
    )
    per_dimensie = models.ForeignKey(
        Dimensie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="blokregels",
        verbose_name="per uitsplitsing",
        help_text="Een rij voor elke categorie van deze uitsplitsing.",
    )
    label = models.CharField(
        max_length=120, blank=True, help_text="Naam in het blok. Leeg: die van het cijfer."
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta:
        ordering = ["blok_id", "volgorde", "pk"]
        verbose_name = "regel van een blok"
        verbose_name_plural = "regels van een blok"

    def __str__(self) -> str:
        return self.label or str(self.indicator)
