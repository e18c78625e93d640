"""Periods. Shared by all gemeenten: a span of time has no owner."""

from django.db import models
from django.db.models import F, Q

from monitor.models.enums import PeriodeSoort


class Periode(models.Model):
    """A span of time by its notation. Made by `monitor.invoer.perioden.periode_voor`, never by hand.

    `begin` is empty for a total with unknown start (`.._2021-04`), `eind` for an open end (`2021_..`).
    """

    code = models.CharField(
        "periode",
        max_length=24,
        unique=True,
        help_text="Notatie: 2021, 2021-H2, 2021-K1, 2021-04, 2021-P09, 2021-01_2021-04, 2022-04-01.",
    )
    soort = models.CharField(max_length=12, choices=PeriodeSoort, help_text="Soort tijdvak.")
    begin = models.DateField(null=True, blank=True, help_text="Eerste dag. Leeg: niet bekend.")
    eind = models.DateField(null=True, blank=True, help_text="Laatste dag. Leeg: loopt door.")

    class Meta:
        ordering = ["eind", "begin", "code"]
        verbose_name_plural = "perioden"
        constraints = [
            models.CheckConstraint(
                condition=Q(begin__isnull=True) | Q(eind__isnull=True) | Q(begin__lte=F("eind")),
                name="periode_begin_voor_eind",
            ),
            models.CheckConstraint(
                condition=Q(begin__isnull=False) | Q(eind__isnull=False), name="periode_niet_leeg"
            ),
        ]

    def __str__(self) -> str:
        from monitor.regels.perioden import lees_periode

        return lees_periode(self.code).tekst
