"""What the council says of an edition, and what readers ask."""

import re
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from monitor.models.enums import InbrengSoort, LezersvraagStand
from monitor.models.register import Indicator
from monitor.models.uitgave import Hoofdstuk, Uitgave

_PERSOON = re.compile(r"\b(?:dhr|de heer|mevr|mevrouw|mw)\b|@", re.IGNORECASE)


def geen_naam(tekst: str) -> None:
    """A fraction or committee, never a person: what stands here is published for good."""
    if _PERSOON.search(tekst):
        raise ValidationError(
            "Noem een fractie, commissie of team, geen naam van een persoon.", code="persoon"
        )


class InbrengQuerySet(models.QuerySet["Inbreng"]):
    def open(self) -> Self:
        """Not answered in any published edition."""
        return self.filter(behandeld_in__isnull=True)

    def onbeantwoord(self) -> Self:
        return self.open().filter(antwoord="")

    def voor(self, uitgave: Uitgave) -> Self:
        """What comes up in this edition: said of an earlier one, and not dealt with before this one."""
        nog = Q(behandeld_in__isnull=True) | Q(behandeld_in=uitgave)
        later = Q(behandeld_in__peildatum__gt=uitgave.peildatum)
        return self.filter(
            nog | later,
            is_openbaar=True,
            uitgave__gemeente_id=uitgave.gemeente_id,
            uitgave__peildatum__lt=uitgave.peildatum,
        )


class Inbreng(models.Model):
    """A question, remark or promise at an edition, a chapter or a figure, with its answer."""

    uitgave = models.ForeignKey(
        Uitgave,
        models.PROTECT,
        related_name="inbreng",
        help_text="Bij welke uitgave het gezegd is. In de volgende uitgave komt het vanzelf terug.",
    )
    hoofdstuk = models.ForeignKey(
        Hoofdstuk,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="inbreng",
        help_text="Bij welk hoofdstuk. Leeg: bij de hele uitgave.",
    )
    indicator = models.ForeignKey(
        Indicator,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="inbreng",
        verbose_name="cijfer",
        help_text="Bij welk cijfer. Leeg: bij het hoofdstuk of de uitgave.",
    )
    soort = models.CharField(
        max_length=12, choices=InbrengSoort, help_text="Een toezegging doet het college."
    )
    van = models.CharField(
        max_length=80,
        validators=[geen_naam],
        help_text="Fractie of commissie, bijvoorbeeld ‘commissie Sociaal Domein’. "
        "Geen namen van personen: lezers zien dit.",
    )
    gesteld_op = models.DateField(help_text="Op welke dag het gezegd is.")
    tekst = models.TextField(
        help_text="De vraag, opmerking of toezegging, zoals lezers die zien. Cijfers als {clienten-jeugd}."
    )
    eigenaar = models.CharField(
        max_length=120,
        blank=True,
        validators=[geen_naam],
        help_text="Welk team of welke functie het antwoord maakt. Geen naam van een persoon.",
    )
    beloofd_voor = models.CharField(
        max_length=24,
        blank=True,
        help_text="Bij een toezegging: de periode van de uitgave waarin het komt, "
        "bijvoorbeeld 2021-05_2021-06.",
    )
    antwoord = models.TextField(
        blank=True, help_text="Wat het antwoord is, of wat ervan kwam. Lezers zien dit."
    )
    is_openbaar = models.BooleanField(
        "in de uitgave", default=True, help_text="Uit: blijft een aantekening voor medewerkers."
    )
    behandeld_in = models.ForeignKey(
        Uitgave,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="behandelde_inbreng",
        help_text="In welke uitgave het antwoord voor het eerst stond. Het programma vult dit in.",
    )

    objects = InbrengQuerySet.as_manager()

    class Meta:
        ordering = ["-gesteld_op", "-pk"]
        verbose_name = "vraag of toezegging"
        verbose_name_plural = "vragen en toezeggingen"

    def __str__(self) -> str:
        kort = self.tekst if len(self.tekst) <= 60 else f"{self.tekst[:60].rstrip()}…"
        return f"{self.get_soort_display()}: {kort}"

    def clean(self) -> None:
        if self.hoofdstuk and self.hoofdstuk.uitgave_id != self.uitgave_id:
            raise ValidationError({"hoofdstuk": "Kies een hoofdstuk van deze uitgave."})
        if self.beloofd_voor and self.soort != InbrengSoort.TOEZEGGING:
            raise ValidationError({"beloofd_voor": "Alleen bij een toezegging."})


class Lezersvraag(models.Model):
    """A question of a reader at a published figure. Who asked is forgotten when it is dealt with."""

    uitgave = models.ForeignKey(
        Uitgave, models.CASCADE, related_name="lezersvragen", help_text="In welke uitgave."
    )
    indicator_code = models.CharField("code van het cijfer", max_length=80, help_text="Code.")
    indicator_naam = models.CharField("cijfer", max_length=200, help_text="Bij welk cijfer.")
    eigenaar = models.CharField(max_length=120, blank=True, help_text="Wie over het cijfer gaat.")
    vraag = models.TextField(
        blank=True, help_text="Wat de lezer vroeg. Leeg: gewist na de termijn."
    )
    e_mail = models.CharField(
        "e-mailadres",
        max_length=254,
        blank=True,
        help_text="Voor het antwoord. Wordt gewist zodra de vraag is afgehandeld.",
    )
    gesteld_op = models.DateTimeField(auto_now_add=True, help_text="Wanneer.")
    stand = models.CharField(
        max_length=12,
        choices=LezersvraagStand,
        default=LezersvraagStand.NIEUW,
        help_text="Of de vraag is afgehandeld.",
    )
    antwoord = models.TextField(blank=True, help_text="Wat er geantwoord is.")
    afgehandeld_op = models.DateTimeField(null=True, blank=True, help_text="Wanneer.")
    afgehandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Door wie. Leeg: vanzelf gesloten na de termijn.",
    )
    inbreng = models.ForeignKey(
        Inbreng,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="lezersvragen",
        verbose_name="openbaar gemaakt als",
        help_text="De openbare vraag die ervan gemaakt is, zonder wie het vroeg.",
    )

    class Meta:
        ordering = ["-gesteld_op", "-pk"]
        verbose_name_plural = "lezersvragen"

    def __str__(self) -> str:
        return f"Vraag bij {self.indicator_naam}"
