"""One outgoing mail: kept until the mail server took it, wiped after that."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from monitor.models.gemeente import Gemeente


class MailberichtQuerySet(models.QuerySet["Mailbericht"]):
    def te_doen(self, *, at: datetime, stil: datetime) -> Self:
        """Not sent, not given up, its turn; and nobody is busy with it (since `stil`)."""
        vrij = Q(bezig_op__isnull=True) | Q(bezig_op__lt=stil)
        return self.filter(
            vrij, verstuurd_op__isnull=True, opgegeven_op__isnull=True, volgende_op__lte=at
        )


class Mailbericht(models.Model):
    """The outbox. Address and text are wiped when the mail is sent or given up."""

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, null=True, related_name="mailberichten", help_text="Van wie."
    )
    sleutel = models.CharField(
        max_length=120, unique=True, help_text="Waar de mail bij hoort: dezelfde gaat één keer weg."
    )
    aan = models.CharField(max_length=254, blank=True, help_text="Leeg zodra de mail weg is.")
    onderwerp = models.CharField(max_length=200, help_text="Onderwerp van de mail.")
    tekst = models.TextField(blank=True, help_text="Leeg zodra de mail weg is.")
    pogingen = models.PositiveSmallIntegerField(default=0, help_text="Hoe vaak geprobeerd.")
    volgende_op = models.DateTimeField(default=timezone.now, help_text="Vanaf wanneer proberen.")
    bezig_op = models.DateTimeField(null=True, blank=True, help_text="Sinds wanneer bezig.")
    verstuurd_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer verstuurd.")
    opgegeven_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer opgegeven.")
    fout = models.CharField(max_length=200, blank=True, help_text="Waarom het niet lukte.")
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer gevraagd.")

    objects = MailberichtQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "mailberichten"
        indexes = [
            models.Index(
                fields=["volgende_op"],
                condition=Q(verstuurd_op__isnull=True, opgegeven_op__isnull=True),
                name="mailbericht_te_doen",
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp
