"""The sheets beside those of the chapters: what changed, what each figure means, how to read the file."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from monitor.publiceren.licentie import LICENTIE_ADRES, LICENTIE_TEKST
from monitor.publiceren.sdmx import heeft_geheim
from monitor.publiceren.veilig import GEHEIM, VERBORGEN

Rij = list[str | Decimal | None]


def uitleg(inhoud: dict[str, Any]) -> list[Rij]:
    """How to read the file, and what it may be used for."""
    drempel = inhoud["gemeente"]["drempel"]
    regels: list[tuple[str, str]] = [
        ("Wat is dit?", f"De cijfers van {inhoud['uitgave']['titel']}, zoals ze zijn gepubliceerd."),
        ("Gemeente", inhoud["gemeente"]["naam"]),
        ("Periode", inhoud["uitgave"]["periode"]["tekst"]),
        ("Stand van", inhoud["uitgave"]["peildatum_tekst"]),
        ("waarde", "Het getal. Leeg als er geen getal is of als wij het niet tonen."),
        ("zoals getoond", "Wat er op de pagina staat."),
        ("toestand", "getal, onderdrukt, bereik, zie_toelichting, niet_gemeten, nog_niet_bekend, onbekend, nvt, vervallen"),
        ("status", "definitief, voorlopig of geschat"),
        (f"<{drempel}", f"Minder dan {drempel} personen of huishoudens. Om privacy tonen wij het aantal niet."),
        ("·", "Niet getoond, omdat een klein aantal er anders uit af te leiden is."),
        ("Nul", "Nul tonen wij wel: er is dan niemand om te herkennen."),
        ("Licentie", f"Als de uitgave openbaar is: {LICENTIE_TEKST}, {LICENTIE_ADRES}"),
    ]  # fmt: skip
    if heeft_geheim(inhoud):
        regels.insert(-2, (GEHEIM, "Niet getoond, om privacy. Het kan nul, klein of groot zijn."))
    if inhoud["gemeente"]["is_fictief"]:
        regels.insert(1, ("Let op", "Deze gemeente en alle cijfers zijn verzonnen."))
    return [["Uitleg", inhoud["gemeente"]["naam"]], *([kop, tekst] for kop, tekst in regels)]


def definities(inhoud: dict[str, Any]) -> list[Rij]:
    """A row for each figure, and one for each later version of its definition."""
    kop: Rij = ["cijfer", "code", "onderwerp", "eenheid", "wat het betekent", "berekening", "bron", "hoe vaak", "vanaf"]  # fmt: skip
    rijen: list[Rij] = [kop]
    for i in inhoud["indicatoren"].values():
        vast: Rij = [i["naam"], i["code"], i["domein_naam"], i["eenheid_tekst"] or i["eenheid"]]
        rijen.append([*vast, i["definitie"], i["berekening"], i["bron"], i["frequentie"], None])
        for v in i["versies"]:
            tekst = v["definitie"] or i["definitie"]
            rijen.append([*vast, tekst, v["toelichting"], i["bron"], i["frequentie"], v["vanaf"]])
    return rijen


def anders(inhoud: dict[str, Any]) -> list[Rij]:
    """What is new or different: definitions, figures that were revised or corrected, what is late."""
    rijen: list[Rij] = [["wat", "cijfer", "periode", "eerst", "nu", "sinds", "uitleg"]]
    for soort, sleutel, maak in _ANDERS:
        rijen += [[soort, *maak(regel)] for regel in inhoud.get(sleutel, [])]
    return rijen


def _definitie(r: dict[str, Any]) -> Rij:
    soort = "andere telling" if r["is_breuk"] else "andere beschrijving"
    return [r["naam"], None, None, soort, r["vanaf"], r["toelichting"] or r["definitie"]]


def _revisie(r: dict[str, Any]) -> Rij:
    return [r["label"], r["periode_tekst"], r["oud_tekst"], r["nieuw_tekst"], r["op"], r["reden"]]


def _laat(r: dict[str, Any]) -> Rij:
    nieuw = f"Nieuw cijfer: {r['nieuw_cijfer']}" if r["nieuw_cijfer"] else ""
    return [r["label"], r["stand"], None, None, None, nieuw]


_ANDERS: tuple[tuple[str, str, Callable[[dict[str, Any]], Rij]], ...] = (
    ("gewijzigde definitie", "gewijzigde_definities", _definitie),
    ("correctie in deze uitgave", "correcties", _revisie),
    ("herzien sinds de vorige uitgave", "herzien", _revisie),
    ("niet bijgewerkt", "niet_bijgewerkt", _laat),
    ("andere telling", "andere_telling", _laat),
)


def getal(cel: dict[str, Any]) -> Decimal | None:
    """The number of a cell that may be known."""
    verborgen = cel["toestand"] in VERBORGEN
    return Decimal(cel["waarde"]) if cel["waarde"] is not None and not verborgen else None
