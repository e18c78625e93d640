"""A promise in time: the words people wrote, and the interval that a rule reads from them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from monitor.regels.getallen import NotatieFout
from programma.models.enums import Precisie
from programma.models.tekst import SchoneTekst
from programma.regels.datums import Datum, lees_datum


class Planbaar(SchoneTekst):
    """Planned as first agreed. Later decisions are a `Herplanning`; these words never change then."""

    gepland_tekst = models.CharField(
        "gepland",
        max_length=200,
        blank=True,
        help_text="Wanneer, zoals eerst afgesproken, in gewone woorden: ‘september 2020’, "
        "‘medio 2022’, ‘Q3/Q4’, ‘vanaf Q4-2021’, ‘1-1-2023’, ‘datum volgt’.",
    )
    gepland_op = models.DateField(
        "afgesproken op",
        null=True,
        blank=True,
        help_text="Dag waarop dit is afgesproken. Het jaar bij ‘juni’ of ‘dit kwartaal’ volgt "
        "hieruit. Leeg: het begin van het programma.",
    )
    gepland_begin = models.DateField(
        null=True, blank=True, editable=False, help_text="Eerste dag, berekend uit de woorden."
    )
    gepland_eind = models.DateField(
        null=True, blank=True, editable=False, help_text="Laatste dag, berekend uit de woorden."
    )
    gepland_precisie = models.CharField(
        max_length=12,
        choices=Precisie,
        blank=True,
        editable=False,
        help_text="Hoe precies de woorden zijn.",
    )
    naar_raad = models.BooleanField(
        "naar de raad", default=False, help_text="Vink aan als dit in de gemeenteraad komt."
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(gepland_begin__isnull=True)
                | Q(gepland_eind__isnull=True)
                | Q(gepland_begin__lte=F("gepland_eind")),
                name="%(app_label)s_%(class)s_gepland_volgorde",
            )
        ]

    @property
    def gepland(self) -> Datum | None:
        return als_datum(
            self.gepland_tekst, self.gepland_begin, self.gepland_eind, self.gepland_precisie
        )

    def zet_gepland(self, referentie: date) -> None:
        """Compute the interval of the words. Raises ValidationError when they can not be read."""
        self.gepland_begin, self.gepland_eind, self.gepland_precisie = bereken(
            "gepland_tekst", self.gepland_tekst, self.gepland_op or referentie
        )


def als_datum(tekst: str, begin: date | None, eind: date | None, precisie: str) -> Datum | None:
    return Datum(tekst, begin, eind, precisie) if tekst else None


def bereken(veld: str, tekst: str, referentie: date) -> tuple[date | None, date | None, str]:
    """Begin, end and precision of words; raises ValidationError on the field named."""
    if not tekst:
        return None, None, ""
    try:
        datum = lees_datum(tekst, referentie=referentie)
    except NotatieFout as fout:
        raise ValidationError({veld: fout.melding}) from fout
    return datum.begin, datum.eind, datum.precisie
