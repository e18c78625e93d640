"""What a gemeente knows, loaded once per file: indicators, breakdowns and their categories."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.invoer.fouten import MAX_GETOOND, bedoelt_u
from monitor.invoer.keuzes import CelFout
from monitor.invoer.tabel import Rij, norm
from monitor.models import Categorie, Dimensie, Gemeente, Indicator
from monitor.regels.sleutels import lees_sleutel, maak_sleutel


class Register:
    """Three queries, then every look-up is in memory. A word that is not known raises `CelFout`."""

    def __init__(self, gemeente: Gemeente) -> None:
        self.gemeente = gemeente
        self.indicatoren = {i.code: i for i in Indicator.objects.filter(gemeente=gemeente)}
        self.dimensies = {d.code: d for d in Dimensie.objects.filter(gemeente=gemeente)}
        self.categorieen: dict[str, dict[str, Categorie]] = {d: {} for d in self.dimensies}
        for categorie in Categorie.objects.filter(dimensie__gemeente=gemeente).select_related(
            "dimensie"
        ):
            self.categorieen[categorie.dimensie.code][categorie.code] = categorie
        self._raad = MAX_GETOOND  # looking for a word that is like it is slow
        self._op_naam = {d: _namen(rijen) for d, rijen in self.categorieen.items()}

    def indicator(self, rij: Rij, kolom: str = "indicator") -> Indicator:
        code = rij.tekst(kolom)
        if not code:
            raise CelFout(rij.fout(kolom, "Deze cel is leeg.", "Vul de code van het cijfer in."))
        if gevonden := self.indicatoren.get(code) or self.indicatoren.get(code.casefold()):
            return gevonden
        advies = _geen_cijfer(code) or self._bedoelt_u(code, self.indicatoren)
        advies = advies or "Voeg het cijfer eerst toe bij Indicatoren."
        raise CelFout(rij.fout(kolom, "Deze indicator is niet bekend.", advies))

    def dimensie(self, rij: Rij, kolom: str) -> Dimensie:
        return self._dimensie(rij, kolom, rij.tekst(kolom))

    def categorie(self, rij: Rij, kolom: str, dimensie: str, tekst: str) -> Categorie:
        bekend = self.categorieen[dimensie]
        if gevonden := bekend.get(tekst) or bekend.get(tekst.casefold()):
            return gevonden
        kandidaten = self._op_naam[dimensie].get(norm(tekst), [])
        if len(kandidaten) == 1:
            return kandidaten[0]
        if kandidaten:
            keuze = " of ".join(f"‘{c.code}’" for c in kandidaten)
            raise CelFout(rij.fout(kolom, "Deze naam hoort bij meer codes.", f"Schrijf {keuze}."))
        advies = self._bedoelt_u(tekst, bekend) or "Voeg de categorie eerst toe bij Indicatoren."
        raise CelFout(rij.fout(kolom, f"Deze categorie van ‘{dimensie}’ is niet bekend.", advies))

    def sleutel(self, rij: Rij, kolom: str) -> str:
        """The canonical form of a cell such as `leveringsvorm=pgb; leeftijd=18-21`."""
        try:
            delen = lees_sleutel(rij.tekst(kolom))
        except ValueError as fout:
            raise CelFout(rij.fout(kolom, str(fout))) from fout
        codes = {}
        for dimensie, categorie in delen.items():
            code = self._dimensie(rij, kolom, dimensie).code
            codes[code] = self.categorie(rij, kolom, code, categorie).code
        return maak_sleutel(codes)

    def _dimensie(self, rij: Rij, kolom: str, code: str) -> Dimensie:
        if gevonden := self.dimensies.get(code) or self.dimensies.get(code.casefold()):
            return gevonden
        advies = self._bedoelt_u(code, self.dimensies) or "Voeg de uitsplitsing eerst toe."
        raise CelFout(rij.fout(kolom, f"De uitsplitsing ‘{code}’ is niet bekend.", advies))

    def _bedoelt_u(self, woord: str, bekend: Mapping[str, object]) -> str:
        """Only for as many errors as are shown."""
        self._raad -= 1
        return bedoelt_u(woord, dict(bekend)) if self._raad >= 0 else ""


_ONDERAAN = re.compile(
    r"(?:sub|eind)?tota+l\b|som\b|bron(?:nen)?\b|toelichting|noot\b|let_op|\*|gemaakt_op|peildatum"
)


def _geen_cijfer(tekst: str) -> str:
    """What to do with a row that stands in a table and is no figure."""
    woord = norm(tekst)
    if woord == "indicator":
        return "Hier staat de kop nog een keer. Lever elke tabel apart aan, of verwijder deze rij."
    if _ONDERAAN.match(woord.replace("_", " ")) or _ONDERAAN.match(woord):
        return "Verwijder deze rij: een totaal of toelichting is geen cijfer."
    return ""


def _namen(rijen: dict[str, Categorie]) -> dict[str, list[Categorie]]:
    namen: dict[str, list[Categorie]] = {}
    for categorie in rijen.values():
        for naam in {norm(categorie.naam), norm(categorie.code)}:
            namen.setdefault(naam, []).append(categorie)
    return namen
