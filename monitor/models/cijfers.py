"""Figures: a series, its observations, and the history that is never overwritten.

One shape for every number (the model of statistical offices: series and observations).
Source: SDMX information model; DESIGN, invariants 1 and 4.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from monitor.models.enums import Aard, Benadering, Soort, WaarnemingStatus
from monitor.models.gemeente import Gemeente
from monitor.models.register import Categorie, Indicator
from monitor.models.tijd import Periode

GRENS = 10**15  # a figure beyond this is an error of typing, and poisons SQLite's decimals


class Reeks(models.Model):
    """Gemeente × indicator × soort × categories. `sleutel` is the categories in canonical form.

    The key is `dimensie=categorie` pairs, sorted by dimension code and joined with `;`, empty for
    the total. See `monitor.regels.sleutels`.
    """

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="reeksen", db_index=False, help_text="Eigenaar."
    )
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="reeksen", help_text="Welk cijfer."
    )
    soort = models.CharField(
        max_length=24, choices=Soort, help_text="Begroting, prognose, realisatie enzovoort."
    )
    sleutel = models.CharField(
        "uitsplitsing",
        max_length=250,
        blank=True,
        help_text="Uitsplitsing, bijvoorbeeld ‘leveringsvorm=pgb’. Leeg: het totaal.",
    )
    categorieen = models.ManyToManyField(
        Categorie,
        through="ReeksCategorie",
        related_name="reeksen",
        help_text="De categorieën van de uitsplitsing.",
    )

    class Meta:
        ordering = ["gemeente_id", "indicator_id", "soort", "sleutel"]
        verbose_name_plural = "reeksen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "indicator", "soort", "sleutel"],
                name="reeks_uniek",
                violation_error_message="Deze reeks bestaat al.",
            )
        ]

    def __str__(self) -> str:
        deel = f" · {self.sleutel}" if self.sleutel else ""
        return f"{self.indicator} · {self.get_soort_display()}{deel}"

    def clean(self) -> None:
        if (
            self.indicator_id
            and self.gemeente_id
            and self.indicator.gemeente_id != self.gemeente_id
        ):
            raise ValidationError({"indicator": "Kies een indicator van dezelfde gemeente."})


class ReeksCategorie(models.Model):
    reeks = models.ForeignKey(Reeks, models.CASCADE, help_text="De reeks.")
    categorie = models.ForeignKey(Categorie, models.PROTECT, help_text="Een van haar categorieën.")

    class Meta:
        verbose_name = "categorie van een reeks"
        verbose_name_plural = "categorieën van reeksen"
        constraints = [
            models.UniqueConstraint(fields=["reeks", "categorie"], name="reekscategorie_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.reeks_id}: {self.categorie}"


class Cijferstand(models.Model):
    """How often the figures of a gemeente were written. Only who holds its lock adds one."""

    gemeente = models.OneToOneField(
        Gemeente, models.CASCADE, primary_key=True, related_name="cijferstand", help_text="Van wie."
    )
    stand = models.PositiveBigIntegerField(default=0, help_text="Aantal keren geschreven.")

    class Meta:
        verbose_name_plural = "cijferstanden"

    def __str__(self) -> str:
        return f"{self.gemeente}: {self.stand}"


class Waarneming(models.Model):
    """One observation. `waarde` is filled when `aard` is a number; otherwise it says why not.

    Written only by `monitor.invoer.toepassen`, so that each change has its `Wijziging`.
    """

    reeks = models.ForeignKey(
        Reeks, models.CASCADE, related_name="waarnemingen", db_index=False, help_text="De reeks."
    )
    periode = models.ForeignKey(
        Periode,
        models.PROTECT,
        related_name="waarnemingen",
        db_index=False,
        help_text="Over welke tijd.",
    )
    aard = models.CharField(
        max_length=16,
        choices=Aard,
        default=Aard.GETAL,
        help_text="Een getal, of de reden dat er geen getal is. Nul is een getal.",
    )
    waarde = models.DecimalField(
        max_digits=20, decimal_places=4, null=True, blank=True, help_text="Het getal."
    )
    onder = models.DecimalField(
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Ondergrens van een bereik.",
    )
    boven = models.DecimalField(
        max_digits=20,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Bovengrens van een bereik, of het getal achter ‘<’.",
    )
    benadering = models.CharField(
        max_length=10,
        choices=Benadering,
        blank=True,
        default=Benadering.PRECIES,
        help_text="Als de bron ‘ongeveer’, ‘meer dan’ of ‘minder dan’ zegt.",
    )
    status = models.CharField(
        max_length=10,
        choices=WaarnemingStatus,
        default=WaarnemingStatus.DEFINITIEF,
        help_text="Voorlopig: kan nog veranderen. Geschat: berekend, niet geteld.",
    )
    voetnoot = models.CharField(
        max_length=400, blank=True, help_text="Noot bij dit ene cijfer, voor lezers."
    )
    beloofd_voor = models.CharField(
        max_length=24,
        blank=True,
        help_text="Uitgave of periode waarin een nog niet bekend cijfer komt, bijvoorbeeld 2021-K3.",
    )
    brondatum = models.DateField(
        null=True, blank=True, help_text="Dag waarop de bron is geraadpleegd."
    )
    versie = models.PositiveIntegerField(
        default=1, help_text="Loopt op bij elke wijziging; voorkomt dat twee mensen elkaar wissen."
    )
    aanlevering = models.ForeignKey(
        "Aanlevering",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="waarnemingen",
        db_index=False,
        help_text="De levering waarmee de huidige waarde kwam.",
    )

    class Meta:
        ordering = ["reeks_id", "periode_id"]
        verbose_name = "cijfer"
        verbose_name_plural = "cijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["reeks", "periode"],
                name="waarneming_uniek",
                violation_error_message="Er is al een cijfer voor deze reeks en periode.",
            ),
            models.CheckConstraint(
                condition=(Q(aard=Aard.GETAL) & Q(waarde__isnull=False))
                | (~Q(aard=Aard.GETAL) & Q(waarde__isnull=True)),
                name="waarneming_waarde_bij_getal",
                violation_error_message="Vul een getal in, of kies waarom er geen getal is.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(aard=Aard.BEREIK)
                    & Q(onder__isnull=False, boven__isnull=False)
                    & Q(onder__lte=F("boven"))
                )
                | (Q(aard=Aard.KLEINER_DAN) & Q(onder__isnull=True, boven__isnull=False))
                | (
                    ~Q(aard__in=[Aard.BEREIK, Aard.KLEINER_DAN])
                    & Q(onder__isnull=True, boven__isnull=True)
                ),
                name="waarneming_grenzen",
                violation_error_message="Een bereik heeft twee grenzen, laag voor hoog.",
            ),
            models.CheckConstraint(
                condition=Q(waarde__isnull=True) | Q(waarde__gt=-GRENS, waarde__lt=GRENS),
                name="waarneming_grootte",
                violation_error_message="Dit getal is te groot om een cijfer van een gemeente te zijn.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reeks} · {self.periode.code}"


class Wijziging(models.Model):
    """The history of a Waarneming: appended in the same statements that write the figure."""

    waarneming = models.ForeignKey(
        Waarneming, models.CASCADE, related_name="wijzigingen", help_text="Welk cijfer."
    )
    oud = models.JSONField(
        null=True, blank=True, help_text="De waarde ervoor. Leeg: het cijfer was nieuw."
    )
    nieuw = models.JSONField(help_text="De waarde erna.")
    reden = models.CharField(max_length=400, blank=True, help_text="Waarom het veranderde.")
    aanlevering = models.ForeignKey(
        "Aanlevering",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wijzigingen",
        help_text="Met welke levering.",
    )
    gewijzigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Door wie. Leeg: door het systeem.",
    )
    gewijzigd_op = models.DateTimeField(help_text="Wanneer.")

    class Meta:
        ordering = ["-gewijzigd_op", "-pk"]
        verbose_name_plural = "wijzigingen"

    def __str__(self) -> str:
        return f"{self.waarneming_id} op {self.gewijzigd_op:%d-%m-%Y %H:%M}"
