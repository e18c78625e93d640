"""The frozen snapshot, and the row of a piece of background work."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from monitor.models.enums import Openbaarheid, TaakStand
from monitor.models.gemeente import Gemeente
from monitor.models.uitgave import Uitgave


class PublicatieQuerySet(models.QuerySet["Publicatie"]):
    def published(self, *, at: datetime | None = None) -> Self:
        """Publications whose moment has come; decided by the clock here, never by a task."""
        return self.filter(openbaar_vanaf__lte=at or timezone.now(), ingetrokken_op__isnull=True)

    def released(self) -> Self:
        """Publications whose moment has come, and those withdrawn after it had."""
        was_te_lezen = Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gte=F("openbaar_vanaf"))
        return self.filter(was_te_lezen, openbaar_vanaf__lte=timezone.now())

    def visible_to(self, user: object) -> Self:
        """Open ones for everyone; council-only ones for the members of the gemeente."""
        if getattr(user, "is_superuser", False):
            return self
        open_to_all = Q(openbaarheid=Openbaarheid.OPENBAAR)
        if not getattr(user, "is_authenticated", False):
            return self.filter(open_to_all)
        own = Q(uitgave__gemeente__in=Gemeente.objects.for_user(user))
        return self.filter(open_to_all | own)


class Publicatie(models.Model):
    """An immutable, versioned, hashed snapshot. Triggers in the database refuse a change of it.

    `inhoud` is canonical JSON (sorted keys, UTF-8); `sha256` is over exactly those bytes.
    """

    uitgave = models.ForeignKey(
        Uitgave, models.PROTECT, related_name="publicaties", help_text="Welke uitgave."
    )
    versie = models.PositiveSmallIntegerField(help_text="1 is de eerste; een correctie telt door.")
    schema_versie = models.PositiveSmallIntegerField(
        help_text="Versie van de opbouw van de inhoud."
    )
    inhoud = models.TextField(help_text="De bevroren inhoud als JSON.")
    sha256 = models.CharField(max_length=64, help_text="Vingerafdruk van de inhoud.")
    notitie = models.TextField(
        blank=True, help_text="Bij een correctie: wat er anders is en waarom, voor lezers."
    )
    openbaarheid = models.CharField(
        max_length=10, choices=Openbaarheid, help_text="Wie deze publicatie mag lezen."
    )
    openbaar_vanaf = models.DateTimeField(help_text="Vanaf dit moment te lezen.")
    gepubliceerd_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer bevroren.")
    gepubliceerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie. Leeg: vanaf de opdrachtregel.",
    )
    ingetrokken_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer ingetrokken.")
    reden_ingetrokken = models.TextField(blank=True, help_text="Waarom ingetrokken, voor lezers.")

    objects = PublicatieQuerySet.as_manager()

    class Meta:
        ordering = ["uitgave_id", "-versie"]
        verbose_name_plural = "publicaties"
        constraints = [
            models.UniqueConstraint(fields=["uitgave", "versie"], name="publicatie_uniek"),
            models.CheckConstraint(condition=Q(versie__gte=1), name="publicatie_versie_vanaf_1"),
        ]

    def __str__(self) -> str:
        return f"{self.uitgave} versie {self.versie}"


class PublicatieBestand(models.Model):
    """A file of a publication that takes long to make: made once, kept as bytes, served as they are."""

    publicatie = models.ForeignKey(
        Publicatie, models.CASCADE, related_name="bestanden", help_text="Van welke publicatie."
    )
    formaat = models.CharField(max_length=8, help_text="Wat er na de punt staat: pdf, odt, docx.")
    sha256 = models.CharField(max_length=64, help_text="Vingerafdruk van de bytes.")
    inhoud = models.BinaryField(help_text="Het bestand zelf.")
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer gemaakt.")

    class Meta:
        ordering = ["publicatie_id", "formaat"]
        verbose_name = "bestand van een publicatie"
        verbose_name_plural = "bestanden van publicaties"
        constraints = [
            models.UniqueConstraint(
                fields=["publicatie", "formaat"], name="publicatiebestand_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.publicatie}: {self.formaat}"


class Taak(models.Model):
    """A piece of background work. The row is the truth; a broker message is only a wake-up call."""

    naam = models.CharField(max_length=60, help_text="Welk werk.")
    argumenten = models.JSONField(
        default=dict, blank=True, help_text="Alleen sleutels, geen cijfers."
    )
    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, null=True, blank=True, related_name="taken", help_text="Voor wie."
    )
    stand = models.CharField(
        max_length=10, choices=TaakStand, default=TaakStand.WACHT, help_text="Hoe ver."
    )
    voortgang = models.PositiveSmallIntegerField(default=0, help_text="Procent klaar.")
    fase = models.CharField(max_length=60, blank=True, help_text="Wat het werk nu doet.")
    melding = models.TextField(blank=True, help_text="Uitkomst of reden van mislukken.")
    adres = models.CharField(max_length=200, blank=True, help_text="Waar de uitkomst te zien is.")
    pogingen = models.PositiveSmallIntegerField(default=0, help_text="Hoe vaak begonnen.")
    gedaan = models.PositiveIntegerField(default=0, help_text="Rijen van deze fase die klaar zijn.")
    totaal = models.PositiveIntegerField(
        default=0, help_text="Alle rijen van deze fase. 0: nog niet bekend."
    )
    fase_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer de fase begon.")
    is_stop_gevraagd = models.BooleanField(
        "stop gevraagd", default=False, help_text="Iemand wil dat het werk stopt."
    )
    hartslag = models.DateTimeField(null=True, blank=True, help_text="Laatste teken van leven.")
    gemaakt_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer gevraagd.")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie.",
    )
    klaar_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer klaar.")

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        verbose_name_plural = "taken"
        indexes = [models.Index(fields=["stand", "hartslag"], name="taak_stand")]

    def __str__(self) -> str:
        return f"{self.naam} ({self.get_stand_display()})"
