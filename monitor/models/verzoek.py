"""What a person asked of publishing: carried out in the background, once."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from monitor.models.enums import VerzoekSoort
from monitor.models.publicatie import Publicatie, Taak
from monitor.models.uitgave import Uitgave


class PublicatieverzoekQuerySet(models.QuerySet["Publicatieverzoek"]):
    def lopend(self) -> Self:
        """Waiting for a second person, or for the background work."""
        return self.filter(gesloten_op__isnull=True)


class Publicatieverzoek(models.Model):
    """A press of the button. It is closed with a publication, with reasons, or by taking it back."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="verzoeken", help_text="Welke uitgave."
    )
    soort = models.CharField(
        max_length=12,
        choices=VerzoekSoort,
        default=VerzoekSoort.PUBLICATIE,
        help_text="Publiceren, of cijfers corrigeren en opnieuw publiceren.",
    )
    na_versie = models.PositiveSmallIntegerField(
        default=0, help_text="De nieuwste versie die op de pagina stond. 0: er was er nog geen."
    )
    notitie = models.TextField(blank=True, help_text="Wat er anders is en waarom, voor lezers.")
    gegevens = models.JSONField(
        default=dict, blank=True, help_text="Bij een correctie: welke cijfers, oorzaak en uitgaven."
    )
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Wie het vroeg."
    )
    gevraagd_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer.")
    bevestigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Wie het bevestigde. Bij een gemeente met een tweede persoon: iemand anders.",
    )
    bevestigd_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer bevestigd.")
    taak = models.ForeignKey(
        Taak,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="verzoeken",
        help_text="Het werk dat het uitvoert.",
    )
    publicatie = models.ForeignKey(
        Publicatie,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="verzoeken",
        help_text="Wat eruit kwam.",
    )
    redenen = models.JSONField(
        default=list, blank=True, help_text="Waarom het niet kon, elke reden apart."
    )
    gesloten_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer het klaar was.")

    objects = PublicatieverzoekQuerySet.as_manager()

    class Meta:
        ordering = ["uitgave_id", "-pk"]
        verbose_name_plural = "publicatieverzoeken"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgave"],
                condition=Q(gesloten_op__isnull=True),
                name="verzoek_een_tegelijk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.uitgave}"
