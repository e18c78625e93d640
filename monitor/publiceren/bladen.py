"""The sheets of a workbook: one for each chapter, then what changed, definitions and an explanation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.publiceren import bijbladen
from monitor.publiceren.veilig import VERBORGEN

Waarde = str | Decimal | None
KOP = ("onderdeel", "naam", "periode", "waarde", "zoals getoond", "toestand", "status", "voetnoot")


@dataclass
class Blad:
    naam: str
    rijen: list[list[Waarde]] = field(default_factory=list)


def bladen(inhoud: dict[str, Any]) -> list[Blad]:
    """A sheet a chapter, in order, with names a spreadsheet accepts."""
    gemaakt: list[Blad] = []
    for hoofdstuk in inhoud["hoofdstukken"]:
        blad = Blad(_bladnaam(hoofdstuk["titel"], {b.naam.casefold() for b in gemaakt}))
        blad.rijen.append(
            [hoofdstuk["titel"], inhoud["gemeente"]["naam"], inhoud["uitgave"]["titel"]]
        )
        blad.rijen.append(list(KOP))
        for blok in hoofdstuk["blokken"]:
            naam = blok["titel"] or blok["kop"] or blok["code"]
            blad.rijen += [_rij(naam, label, cel) for label, cel in cellen_van(blok["inhoud"])]
        gemaakt.append(blad)
    for titel, maak in (
        ("Wat is anders", bijbladen.anders),
        ("Definities", bijbladen.definities),
        ("Uitleg", bijbladen.uitleg),
    ):
        naam = _bladnaam(titel, {b.naam.casefold() for b in gemaakt})
        gemaakt.append(Blad(naam, maak(inhoud)))
    return gemaakt


def _rij(onderdeel: str, label: str, cel: dict[str, Any]) -> list[Waarde]:
    waarde = bijbladen.getal(cel)
    toestand = "onderdrukt" if cel["toestand"] in VERBORGEN else cel["toestand"]
    staart = [cel["tekst"], toestand, cel["status"], cel["voetnoot"]]
    return [onderdeel, label, cel["periode_tekst"], waarde, *staart]


def cellen_van(inhoud: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name of the row, cell) of every figure of a block, as it stands on the page."""
    for tegel in inhoud.get("tegels", []):
        yield tegel["label"], tegel["cel"]
    for reeks in inhoud.get("reeksen", []):
        for label, punt in zip(inhoud["labels"], reeks["punten"], strict=True):
            yield f"{reeks['naam']}, {label}", punt
    for rij in inhoud.get("rijen", []):
        if "cellen" in rij:
            for kolom, cel in zip(inhoud["kolommen"], rij["cellen"], strict=True):
                yield f"{rij['label']}, {kolom['titel']}", cel
        elif "begroting" in rij:
            for kolom in inhoud["kolommen"]:
                yield f"{rij['label']}, {kolom['titel']}", rij[kolom["code"]]
        elif rij.get("cel"):
            yield rij["label"], rij["cel"]
    yield from _brug(inhoud)


def _brug(inhoud: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The bridge from the budget of the previous edition to that of this one."""
    for rij in inhoud.get("brug", []):
        yield f"{rij['label']}, begroting in de vorige monitor", rij["oud"]
        yield f"{rij['label']}, begroting nu", rij["nieuw"]


def _bladnaam(titel: str, bezet: set[str]) -> str:
    """At most 31 characters, none of []:*?/\\, not twice the same."""
    basis = re.sub(r"[\[\]:*?/\\']", " ", titel).strip()[:31] or "Blad"
    naam, n = basis, 2
    while naam.casefold() in bezet:
        naam = f"{basis[:27]} {n}"
        n += 1
    return naam
