"""A promise in time: the words people wrote, and the interval that a rule reads from them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from monitor.regels.getallen import NotatieFout
from programma.models.enums import Precisie
from programma.models.tekst import SchoneTekst
from programma.regels.datums import Datum, lees_datum

AL_BERICHT = (
    "Hierover is al bericht, dus de eerste planning ‘{}’ blijft staan. Leg het nieuwe moment vast als "
    "herplanning, met wie het besloot en waarom."
)


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

    @property
    def is_toegezegd(self) -> bool:
        """Planned, and reported on or decided about since: from then on the first plan stays what it was."""
        return bool(self.gepland_tekst) and (
            self.standen.exists() or self.herplanningen.exists()  # type: ignore[attr-defined]
        )

    def zet_gepland(self, referentie: date) -> None:
        """Compute the interval of the words, unless the plan is fixed: then neither changes.

        Raises ValidationError when the words can not be read, or when a fixed plan is written anew.
        """
        self.gepland_begin, self.gepland_eind, self.gepland_precisie = bereken(
            "gepland_tekst", self.gepland_tekst, self.gepland_op or referentie
        )
        eerder = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
        if eerder is None or self._planning == eerder._planning or not eerder.is_toegezegd:
            return
        if self._planning[:2] != eerder._planning[:2]:
            raise ValidationError({"gepland_tekst": AL_BERICHT.format(eerder.gepland_tekst)})
        # The same words, but the programme now begins in another year: what was promised stays.
        self.gepland_begin, self.gepland_eind, self.gepland_precisie = eerder._planning[2:]

    @property
    def _planning(self) -> tuple[str, date | None, date | None, date | None, str]:
        return (
            self.gepland_tekst, self.gepland_op, self.gepland_begin, self.gepland_eind, self.gepland_precisie,
        )  # fmt: skip


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
