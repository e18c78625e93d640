"""What an import knows while it goes down the rows: the programme at hand and its parts by code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from monitor.invoer.fouten import bedoelt_u
from monitor.invoer.keuzes import CelFout
from monitor.invoer.register import Register
from monitor.invoer.rijsoorten import Bewerking
from monitor.invoer.tabel import Rij
from monitor.models import Indicator
from programma.models import Mijlpaal, Mijlpaaldeel, Onderdeel, Programma

KOLOM_VAN_VELD = {
    "naam": "titel", "slug": "code", "ambitie": "omschrijving", "gepland_tekst": "gepland",
    "verwacht_tekst": "verwacht", "gerealiseerd_tekst": "gerealiseerd", "nieuw_tekst": "gepland",
    "resultaat": "opgeleverd", "besloten_op": "datum", "vervallen_op": "eind", "bron": "vindplaats", "gemeld_op": "datum",
    "soort": "reeks", "actie": "omschrijving", "is_actief": "gearchiveerd",
}  # fmt: skip


class Lopend:
    def __init__(self, bewerking: Bewerking) -> None:
        self.bewerking = bewerking
        self.programma: Programma | None = None
        self.is_mislukt = (
            False  # the row of the programme was refused: those below it say nothing new
        )
        self.onderdelen: dict[str, Onderdeel] = {}
        self.mijlpalen: dict[str, Mijlpaal] = {}
        self.gezien: dict[tuple[str, ...], int] = {}
        self.volgorde = 0
        self.lijsten: dict[int, tuple[Rij, Programma, dict[str, list[str]]]] = {}

    @property
    def p(self) -> Programma:
        assert self.programma is not None
        return self.programma

    def begin(self, rij: Rij, programma: Programma | None) -> None:
        self.programma, self.is_mislukt, self.volgorde = programma, programma is None, 0
        self.onderdelen, self.mijlpalen, self.gezien = {}, {}, {}
        if programma is not None:
            self.onderdelen = {o.code: o for o in programma.onderdelen.all()}
            self.mijlpalen = {m.code: m for m in programma.mijlpalen.all()}
            self.lijsten[programma.pk] = (rij, programma, {})

    def eenmaal(self, rij: Rij, kolom: str, *wat: str) -> None:
        """Of each thing one row in a file: the second would overwrite the first. Raises `CelFout`."""
        eerder = self.gezien.setdefault(wat, rij.nummer)
        if eerder != rij.nummer:
            melding = f"Dit staat ook op rij {eerder}; een van beide zou verdwijnen."
            raise CelFout(
                rij.fout(kolom, melding, "Geef deze rij een eigen naam, of haal haar weg.")
            )

    def volgende(self) -> int:
        self.volgorde += 1
        return self.volgorde

    @cached_property
    def register(self) -> Register:
        return Register(self.bewerking.gemeente)

    def cijfer(self, rij: Rij, kolom: str = "indicator") -> Indicator:
        """The figure that a cell names. Raises `CelFout` that says which file comes first."""
        try:
            return self.register.indicator(rij, kolom)
        except CelFout as fout:
            bekend = bedoelt_u(rij.tekst(kolom), self.register.indicatoren)
            advies = f"{bekend} Lees eerst de indicatoren in, of haal deze rij weg.".strip()
            melding = f"Dit cijfer is er nog niet in {self.bewerking.gemeente}."
            raise CelFout(rij.fout(kolom, melding, advies)) from fout

    def bewaar(self, rij: Rij, obj: models.Model, velden: Mapping[str, Any], wat: str) -> bool:
        return self.bewerking.bewaar(rij, obj, velden, wat=wat, kolommen=KOLOM_VAN_VELD)

    def weiger(self, rij: Rij, fout: ValidationError) -> None:
        """What a model refused, as errors at the row and column it came from."""
        if not hasattr(fout, "error_dict"):
            self.bewerking.fout(rij, "", " ".join(fout.messages))
            return
        for veld, meldingen in fout.message_dict.items():
            kolom = "" if veld == "__all__" else KOLOM_VAN_VELD.get(veld, veld)
            self.bewerking.fout(rij, kolom, " ".join(meldingen))

    def onderdeel(self, rij: Rij, kolom: str) -> Onderdeel | None:
        """The onderdeel that a cell names; None when the cell is empty. Raises `CelFout`."""
        code = rij.tekst(kolom)
        if code and code not in self.onderdelen:
            advies = bedoelt_u(code, self.onderdelen) or "Zet de rij van dat onderdeel erboven."
            raise CelFout(rij.fout(kolom, "Dit onderdeel is niet bekend.", advies))
        return self.onderdelen.get(code)

    def regel(self, rij: Rij) -> Onderdeel | Mijlpaal:
        """The onderdeel or milestone in column `code`; an onderdeel shown twice is its original."""
        code = rij.tekst("code")
        is_mijlpaal = rij.tekst("soort") == "mijlpaal"  # said when an onderdeel has the same code
        onderdeel = None if is_mijlpaal else self.onderdelen.get(code)
        gevonden = onderdeel or self.mijlpalen.get(code)
        if gevonden is None:
            bekend = [*self.onderdelen, *self.mijlpalen]
            advies = (
                bedoelt_u(code, bekend) or "Zet de rij van dat onderdeel of die mijlpaal erboven."
            )
            raise CelFout(
                rij.fout("code", "Dit onderdeel of deze mijlpaal is niet bekend.", advies)
            )
        return getattr(gevonden, "zelfde_als", None) or gevonden

    def deel(self, rij: Rij, regel: Onderdeel | Mijlpaal) -> Mijlpaaldeel | None:
        naam = rij.tekst("deel")
        if not naam:
            return None
        delen = {d.naam: d for d in regel.delen.all()}
        if naam not in delen:
            advies = bedoelt_u(naam, delen) or f"Bekende delen: {', '.join(delen) or 'geen'}."
            raise CelFout(rij.fout("deel", "Dit deel is niet bekend.", advies))
        return delen[naam]
