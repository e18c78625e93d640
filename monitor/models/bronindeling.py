"""How the columns of a source's own files are read."""

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from monitor.models.gemeente import Gemeente


class Bronindeling(models.Model):
    """Made once for a shape of header; used by itself for each file with that shape."""

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="bronindelingen", help_text="Van welke gemeente."
    )
    naam = models.CharField(
        max_length=80, help_text="Waar het bestand vandaan komt, bijvoorbeeld ‘Export zorgsysteem’."
    )
    kenmerk = models.CharField(
        max_length=64, editable=False, help_text="Vingerafdruk van de namen van de kolommen."
    )
    kop = models.JSONField(
        "kolommen", default=list, help_text="De namen van de kolommen, zoals in het eerste bestand."
    )
    indeling = models.JSONField(
        default=dict, help_text="Wat elke kolom is, wat vaststaat, en welke woorden wat betekenen."
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer gemaakt.")

    history = HistoricalRecords(verbose_name="geschiedenis bronindeling")

    class Meta:
        ordering = ["gemeente_id", "naam"]
        verbose_name_plural = "bronindelingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "kenmerk"],
                name="bronindeling_uniek",
                violation_error_message="Voor deze kolommen is er al een indeling.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        if not isinstance(self.kop, list) or not isinstance(self.indeling, dict):
            raise ValidationError("Een indeling heeft een lijst van kolommen en wat die zijn.")
