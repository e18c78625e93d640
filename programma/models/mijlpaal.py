"""A milestone, and the parts of a promise that have a date each."""

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from monitor.models.register import code_validator
from programma.models.planning import Planbaar
from programma.models.programma import Onderdeel, Programma, referentie_van


class MijlpaalQuerySet(models.QuerySet["Mijlpaal"]):
    def for_user(self, user: object) -> Self:
        return self.filter(programma__in=Programma.objects.for_user(user))


class Mijlpaal(Planbaar):
    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="mijlpalen", help_text="Van welk programma."
    )
    onderdeel = models.ForeignKey(
        Onderdeel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mijlpalen",
        help_text="Bij welk onderdeel. Leeg: van het hele programma.",
    )
    code = models.CharField(
        "adres", max_length=60, validators=[code_validator], help_text="Vaste naam in bestanden."
    )
    titel = models.CharField(max_length=200, help_text="Kort en gewoon, zoals lezers het zien.")
    resultaat = models.CharField(
        max_length=300, blank=True, help_text="Wat er dan ligt of werkt, in één zin."
    )
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")
    is_gearchiveerd = models.BooleanField(
        "gearchiveerd", default=False, help_text="Niet meer tonen; het verleden blijft bewaard."
    )
    bron = models.CharField(max_length=200, blank=True, help_text="Waar het in de stukken staat.")

    objects = MijlpaalQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="geschiedenis mijlpaal")

    class Meta(Planbaar.Meta):
        ordering = ["programma_id", "volgorde", "pk"]
        verbose_name_plural = "mijlpalen"
        constraints = [
            *Planbaar.Meta.constraints,
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="mijlpaal_uniek",
                violation_error_message="Dit programma heeft al een mijlpaal met dit adres.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    def clean(self) -> None:
        if self.onderdeel and self.onderdeel.programma_id != self.programma_id:
            raise ValidationError({"onderdeel": "Kies een onderdeel van hetzelfde programma."})
        self.zet_gepland(referentie_van(self))


class Mijlpaaldeel(Planbaar):
    """A part with its own date: ‘eind 2020 Nieuwleusen, eind 2021 Dalfsen en Lemelerveld’."""

    programma = models.ForeignKey(
        Programma, models.CASCADE, related_name="delen", help_text="Van welk programma."
    )
    onderdeel = models.ForeignKey(
        Onderdeel,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="delen",
        help_text="Deel van dit onderdeel, of van een mijlpaal.",
    )
    mijlpaal = models.ForeignKey(
        Mijlpaal,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="delen",
        help_text="Deel van deze mijlpaal, of van een onderdeel.",
    )
    naam = models.CharField(max_length=120, help_text="Welk deel, bijvoorbeeld ‘Nieuwleusen’.")
    volgorde = models.PositiveSmallIntegerField(default=0, help_text="Laag komt eerst.")

    class Meta(Planbaar.Meta):
        ordering = ["programma_id", "volgorde", "pk"]
        verbose_name = "deel met een eigen datum"
        verbose_name_plural = "delen met een eigen datum"
        constraints = [
            *Planbaar.Meta.constraints,
            models.CheckConstraint(
                condition=Q(onderdeel__isnull=True) ^ Q(mijlpaal__isnull=True),
                name="mijlpaaldeel_van_een",
                violation_error_message="Een deel hoort bij een onderdeel of bij een mijlpaal.",
            ),
            models.UniqueConstraint(
                fields=["onderdeel", "naam"],
                name="mijlpaaldeel_onderdeel_uniek",
                violation_error_message="Dit deel staat er al.",
            ),
            models.UniqueConstraint(
                fields=["mijlpaal", "naam"],
                name="mijlpaaldeel_mijlpaal_uniek",
                violation_error_message="Dit deel staat er al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.onderdeel or self.mijlpaal}: {self.naam}"

    def clean(self) -> None:
        eigenaar = self.onderdeel or self.mijlpaal
        if eigenaar and eigenaar.programma_id != self.programma_id:
            raise ValidationError({"programma": "Het deel hoort bij een ander programma."})
        self.zet_gepland(referentie_van(self))
