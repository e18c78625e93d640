"""Words in a cell that stand for a value of a closed list, read as people write them."""

from __future__ import annotations

from datetime import date

from django.db.models import TextChoices

from monitor.invoer.fouten import Fout, bedoelt_u
from monitor.invoer.tabel import Rij, norm
from monitor.models.enums import Eenheid, Soort, Telt, WaarnemingStatus
from monitor.regels.fouten import NotatieFout
from monitor.regels.perioden import lees_periode

ALIASSEN: dict[type[TextChoices], dict[str, str]] = {
    Soort: {
        "begroting_definitief": Soort.BEGROTING_NA_WIJZIGING,
        "begroting_gewijzigd": Soort.BEGROTING_NA_WIJZIGING,
        "gewijzigde_begroting": Soort.BEGROTING_NA_WIJZIGING,
        "primitieve_begroting": Soort.BEGROTING_PRIMITIEF,
        "raming": Soort.PROGNOSE,
        "werkelijk": Soort.REALISATIE,
        "rekening": Soort.JAARREKENING,
        "doel": Soort.STREEFWAARDE,
        "norm": Soort.STREEFWAARDE,
        "benchmark": Soort.REFERENTIE,
    },
    Eenheid: {
        "€": Eenheid.EURO,
        "%": Eenheid.PERCENTAGE,
        "procent": Eenheid.PERCENTAGE,
        "rapportcijfer": Eenheid.CIJFER,
        "per_1.000": Eenheid.PER_1000,
        "per_duizend": Eenheid.PER_1000,
        "uur": Eenheid.UREN,
    },
    Telt: {"geld": Telt.EURO, "anders": Telt.OVERIG, "overige": Telt.OVERIG},
}
_JA_NEE = {"ja": True, "j": True, "waar": True, "1": True, "x": True, "nee": False, "n": False}
_JA_NEE |= {"onwaar": False, "0": False, "": False}


class CelFout(ValueError):
    """A cell that can not be used; `fout` says where and what to do."""

    def __init__(self, fout: Fout) -> None:
        super().__init__(str(fout))
        self.fout = fout


def lees_keus(rij: Rij, kolom: str, keuzes: type[TextChoices], standaard: str = "") -> str:
    """The value of a closed list, by value, label or alias. Raises `CelFout`."""
    tekst = rij.tekst(kolom)
    if not tekst:
        if standaard or "" in keuzes.values:
            return standaard
        raise CelFout(rij.fout(kolom, "Deze cel is leeg.", f"Kies uit: {opsomming(keuzes)}."))
    bekend = {norm(label): waarde for waarde, label in keuzes.choices}
    bekend |= ALIASSEN.get(keuzes, {}) | {norm(waarde): waarde for waarde in keuzes.values}
    if (waarde := bekend.get(norm(tekst))) is not None:
        return str(waarde)
    advies = f"{bedoelt_u(norm(tekst), list(keuzes.values))} Kies uit: {opsomming(keuzes)}."
    raise CelFout(rij.fout(kolom, "Dit woord is hier niet bekend.", advies.strip()))


def lees_soort(rij: Rij, standaard: str = "") -> tuple[str, str]:
    """The kind of truth, and the status that older words carry ("realisatie voorlopig")."""
    woord = norm(rij.tekst("soort"))
    if woord == "begroting":
        raise CelFout(
            rij.fout(
                "soort",
                "‘begroting’ kan op twee manieren worden gelezen.",
                "Schrijf ‘begroting primitief’ of ‘begroting na wijziging’.",
            )
        )
    if woord == "realisatie_voorlopig":
        return Soort.REALISATIE.value, WaarnemingStatus.VOORLOPIG.value
    return lees_keus(rij, "soort", Soort, standaard), ""


def lees_ja_nee(rij: Rij, kolom: str) -> bool:
    waarde = _JA_NEE.get(rij.tekst(kolom).casefold())
    if waarde is None:
        raise CelFout(rij.fout(kolom, "Hier staat geen ja of nee.", "Schrijf ‘ja’ of ‘nee’."))
    return waarde


def lees_heel(rij: Rij, kolom: str, standaard: int | None) -> int | None:
    tekst = rij.tekst(kolom)
    if not tekst:
        return standaard
    if not (tekst.isdecimal() and len(tekst) <= 5):
        raise CelFout(rij.fout(kolom, "Hier hoort een heel getal.", "Schrijf bijvoorbeeld 10."))
    return int(tekst)


def lees_dag(rij: Rij, kolom: str) -> date | None:
    """A day: a date cell, 2021-04-30, 30-4-2021 or "30 april 2021"; None when empty."""
    tekst = rij.tekst(kolom)
    if not tekst:
        return None
    try:
        tijdvak = lees_periode(tekst)
    except NotatieFout as fout:
        raise CelFout(rij.fout(kolom, fout.melding, "Schrijf bijvoorbeeld 2021-04-30.")) from fout
    if tijdvak.soort != "peildatum":
        raise CelFout(rij.fout(kolom, "Dit is geen dag.", "Schrijf bijvoorbeeld 2021-04-30."))
    return tijdvak.begin


def lees_tekst(rij: Rij, kolom: str, maximaal: int) -> str:
    tekst = rij.tekst(kolom)
    if len(tekst) > maximaal:
        melding = f"Deze tekst is {len(tekst)} tekens lang; er passen er {maximaal}."
        raise CelFout(rij.fout(kolom, melding, "Maak de tekst korter."))
    return tekst


def opsomming(keuzes: type[TextChoices]) -> str:
    return ", ".join(str(waarde) for waarde in keuzes.values if waarde)
