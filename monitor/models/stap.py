"""The way of an edition, remembered: its steps, and the copied texts to look at."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from monitor.models.blok import Blok
from monitor.models.enums import UitgaveStand
from monitor.models.nota import Notatekst
from monitor.models.uitgave import Hoofdstuk, Uitgave


class UitgaveStap(models.Model):
    """One step of an edition. Appended only; a trigger in the database refuses a change of it."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="stappen", help_text="Van welke uitgave."
    )
    van = models.CharField(max_length=16, choices=UitgaveStand, help_text="De stand ervoor.")
    naar = models.CharField(max_length=16, choices=UitgaveStand, help_text="De stand erna.")
    reden = models.TextField(blank=True, help_text="Waarom; verplicht bij een stap terug.")
    besluit = models.JSONField(
        default=dict,
        blank=True,
        help_text="Wat er besloten of gecorrigeerd is: dag, zaaknummer, beslispunten.",
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie. Leeg: vanaf de opdrachtregel.",
    )
    op = models.DateTimeField(default=timezone.now, help_text="Wanneer.")

    class Meta:
        ordering = ["uitgave_id", "-op", "-pk"]
        verbose_name = "stap van een uitgave"
        verbose_name_plural = "stappen van uitgaven"

    def __str__(self) -> str:
        return f"{self.get_van_display()} → {self.get_naar_display()}"


class TekstcontroleQuerySet(models.QuerySet["Tekstcontrole"]):
    def onbevestigd(self) -> Self:
        """Not confirmed; whether the text was rewritten says `is_open` of each."""
        return self.filter(bevestigd_op__isnull=True).select_related(
            "uitgave", "hoofdstuk", "blok", "notatekst__sectie"
        )

    def bij(self, obj: Uitgave | Hoofdstuk | Blok | Notatekst) -> Self:
        """The copied texts of exactly this edition, chapter, block or section of the note."""
        if isinstance(obj, Notatekst):
            return self.filter(notatekst=obj)
        if isinstance(obj, Blok):
            return self.filter(blok=obj)
        if isinstance(obj, Hoofdstuk):
            return self.filter(hoofdstuk=obj, blok__isnull=True)
        return self.filter(uitgave=obj, hoofdstuk__isnull=True, notatekst__isnull=True)


class Tekstcontrole(models.Model):
    """A text that was copied from the previous edition, as it was then.

    It is settled when somebody confirms it, or when the text is no longer this one: so whoever
    rewrites it, in whatever screen or file, settles it.
    """

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="tekstcontroles", help_text="In welke uitgave."
    )
    hoofdstuk = models.ForeignKey(
        Hoofdstuk,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tekstcontroles",
        help_text="In welk hoofdstuk. Leeg: bij de uitgave zelf.",
    )
    blok = models.ForeignKey(
        Blok,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tekstcontroles",
        help_text="In welk blok. Leeg: bij het hoofdstuk.",
    )
    notatekst = models.ForeignKey(
        Notatekst,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="tekstcontroles",
        help_text="In welke sectie van de nota. Leeg: niet in de nota.",
    )
    veld = models.CharField(max_length=20, help_text="Welke tekst, bijvoorbeeld ‘waardoor’.")
    tekst = models.TextField(help_text="De tekst zoals die uit de vorige uitgave kwam.")
    bevestigd_op = models.DateTimeField(
        null=True, blank=True, help_text="Wanneer iemand zei: dit klopt nog."
    )
    bevestigd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie.",
    )

    objects = TekstcontroleQuerySet.as_manager()

    class Meta:
        ordering = ["uitgave_id", "pk"]
        verbose_name = "te controleren tekst"
        verbose_name_plural = "te controleren teksten"
        constraints = [
            models.CheckConstraint(
                condition=Q(blok__isnull=True) | Q(hoofdstuk__isnull=False),
                name="tekstcontrole_blok_in_hoofdstuk",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bij}: {self.veld}"

    @property
    def bij(self) -> Uitgave | Hoofdstuk | Blok | Notatekst:
        return self.notatekst or self.blok or self.hoofdstuk or self.uitgave

    @property
    def nu(self) -> str:
        return str(getattr(self.bij, self.veld))

    @property
    def is_open(self) -> bool:
        return self.bevestigd_op is None and self.nu == self.tekst
