"""Who still owes what: owners, blanks on purpose, approval, and the reminders that were sent."""

from datetime import datetime

from django.conf import settings
from django.db import models

from monitor.models.enums import Soort
from monitor.models.gemeente import Gemeente
from monitor.models.mailbericht import Mailbericht
from monitor.models.register import Indicator
from monitor.models.tijd import Periode
from monitor.models.uitgave import Hoofdstuk, Uitgave


class Eigenaar(models.Model):
    """Where a reminder goes: the team or function that an indicator names as its owner."""

    gemeente = models.ForeignKey(
        Gemeente, models.CASCADE, related_name="eigenaren", help_text="Van welke gemeente."
    )
    functie = models.CharField(
        max_length=120,
        help_text="Precies zoals bij ‘eigenaar’ van het cijfer staat. Geen naam van een persoon.",
    )
    e_mail = models.EmailField(
        "e-mailadres", help_text="Liefst het adres van het team. Er komen nooit cijfers in de mail."
    )
    wil_herinnering = models.BooleanField(
        "herinneringen sturen",
        default=True,
        help_text="Hooguit één keer per dag, als er voor een uitgave nog iets open staat.",
    )

    class Meta:
        ordering = ["gemeente_id", "functie"]
        verbose_name_plural = "eigenaren"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "functie"],
                name="eigenaar_uniek",
                violation_error_message="Deze eigenaar heeft al een adres.",
            )
        ]

    def __str__(self) -> str:
        return self.functie


class BewustLeeg(models.Model):
    """An expected figure of an edition that stays empty on purpose, and why."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="bewust_leeg", help_text="In welke uitgave."
    )
    indicator = models.ForeignKey(
        Indicator, models.CASCADE, related_name="bewust_leeg", help_text="Welk cijfer."
    )
    soort = models.CharField(max_length=24, choices=Soort, help_text="Realisatie, begroting …")
    sleutel = models.CharField(
        "uitsplitsing", max_length=250, blank=True, help_text="Leeg: het totaal."
    )
    periode = models.ForeignKey(
        Periode, models.PROTECT, related_name="bewust_leeg", help_text="Over welke tijd."
    )
    reden = models.CharField(max_length=300, help_text="Waarom dit cijfer er niet komt.")
    gezet_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="Door wie."
    )
    gezet_op = models.DateTimeField(auto_now=True, help_text="Wanneer.")

    class Meta:
        ordering = ["uitgave_id", "pk"]
        verbose_name = "bewust leeg cijfer"
        verbose_name_plural = "bewust lege cijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgave", "indicator", "soort", "sleutel", "periode"],
                name="bewustleeg_uniek",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.reden}"


class Akkoord(models.Model):
    """Somebody of the redactie, who did not enter them, approved the figures of a chapter."""

    hoofdstuk = models.OneToOneField(
        Hoofdstuk, models.CASCADE, related_name="akkoord", help_text="Van welk hoofdstuk."
    )
    vingerafdruk = models.CharField(
        max_length=40, help_text="Van de cijfers waarmee akkoord is gegeven."
    )
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", help_text="Wie akkoord gaf."
    )
    op = models.DateTimeField(auto_now=True, help_text="Wanneer.")

    class Meta:
        ordering = ["hoofdstuk_id"]
        verbose_name = "akkoord op een hoofdstuk"
        verbose_name_plural = "akkoorden op hoofdstukken"

    def __str__(self) -> str:
        return f"{self.hoofdstuk}: {self.door}"


class Herinnering(models.Model):
    """A reminder that was sent: at most one a day for each owner of an edition."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="herinneringen", help_text="Voor welke uitgave."
    )
    eigenaar = models.ForeignKey(
        Eigenaar, models.CASCADE, related_name="herinneringen", help_text="Aan wie."
    )
    dag = models.DateField(help_text="Op welke dag.")
    open_cijfers = models.PositiveIntegerField(default=0, help_text="Hoeveel er nog open stonden.")
    twijfels = models.PositiveIntegerField(default=0, help_text="Hoeveel twijfels er open stonden.")
    bericht = models.ForeignKey(
        Mailbericht,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="herinneringen",
        help_text="De mail: of hij weg is, en anders waarom niet.",
    )

    class Meta:
        ordering = ["-dag", "-pk"]
        verbose_name_plural = "herinneringen"
        constraints = [
            models.UniqueConstraint(
                fields=["uitgave", "eigenaar", "dag"], name="herinnering_een_per_dag"
            )
        ]

    def __str__(self) -> str:
        return f"{self.eigenaar} op {self.dag:%d-%m-%Y}"

    @property
    def verstuurd_op(self) -> datetime | None:
        """When the mail went; None when it did not yet."""
        return self.bericht.verstuurd_op if self.bericht else None

    @property
    def fout(self) -> str:
        return self.bericht.fout if self.bericht else ""
