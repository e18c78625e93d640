"""The moments of the council that an edition should be in time for."""

from django.db import models

from monitor.models.enums import MomentSoort
from monitor.models.gemeente import Gemeente


class Raadsmoment(models.Model):
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="raadsmomenten", help_text="Van welke raad."
    )
    soort = models.CharField(
        max_length=16, choices=MomentSoort, help_text="Wat de raad dan bespreekt."
    )
    naam = models.CharField(
        max_length=80, help_text="Zoals de raad het noemt, bijvoorbeeld ‘Berap 2 van 2021’."
    )
    datum = models.DateField(help_text="Dag waarop de raad het bespreekt.")
    stukken_op = models.DateField(
        "stukken klaar op",
        null=True,
        blank=True,
        help_text="Dag waarop de stukken er moeten zijn. Leeg: de dag van de bespreking.",
    )

    class Meta:
        ordering = ["gemeente_id", "datum", "pk"]
        verbose_name_plural = "raadsmomenten"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stukken_op__isnull=True)
                | models.Q(stukken_op__lte=models.F("datum")),
                name="raadsmoment_stukken_voor_bespreking",
                violation_error_message="De stukken moeten er zijn op of voor de dag van de bespreking.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.datum:%d-%m-%Y})"
