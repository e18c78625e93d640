"""Charts in the hand: a `GrafiekInhoud` from plain numbers, and the way back from a drawing."""

from __future__ import annotations

from typing import Any

from monitor.weergave.grafieken.tekening import Merk, Pad, Tekening, Vak
from tests.momentopname import cel

VORMEN = (
    "lijn", "jaren", "kolom", "gestapeld", "staaf", "in_uit", "cumulatief", "histogram", "deel",
    "stippen",
)  # fmt: skip
NAMEN = ("Instroom", "Uitstroom", "Stand", "Vierde", "Vijfde", "Zesde")
ONDERDRUKT = {"toestand": "onderdrukt", "tekst": "<10"}


def punt(i: int, waarde: Any = None, **velden: Any) -> dict[str, Any]:
    """Month i since January 2019: a number, None for nothing, or a cell's own fields."""
    periode = f"{2019 + i // 12}-{i % 12 + 1:02}"
    if isinstance(waarde, dict):
        return cel(periode) | waarde
    return cel(periode, None if waarde is None else str(waarde), **velden)


def voorlopig(waarde: Any, status: str = "voorlopig") -> dict[str, Any]:
    return {"waarde": str(waarde), "tekst": str(waarde), "toestand": "getal", "status": status}


def grafiek(vorm: str, *reeksen: list[Any], **velden: Any) -> dict[str, Any]:
    """A chart of series of values; `namen`, `soorten` and `labels` may be given."""
    namen = velden.pop("namen", NAMEN if len(reeksen) > 1 else ("Aantal",))
    soorten = velden.pop("soorten", ("realisatie",) * len(reeksen))
    aantal = max(map(len, reeksen), default=0)
    return {
        "vorm": vorm,
        "eenheid": "aantal",
        "eenheid_tekst": "",
        "decimalen": 0,
        "labels": velden.pop("labels", [f"m{i}" for i in range(aantal)]),
        "reeksen": [
            {
                "naam": namen[n],
                "indicator": f"i{n}",
                "reeks": f"i{n}|{soorten[n]}|",
                "soort": soorten[n],
                "punten": [punt(i, w) for i, w in enumerate(waarden)],
            }
            for n, waarden in enumerate(reeksen)
        ],
        "breuken": [],
        "toon_grafiek": True,
        "alt": "Grafiek: een proef.",
        "samenvatting": "Er is iets te zien.",
    } | velden


def blok(inhoud: dict[str, Any], **velden: Any) -> dict[str, Any]:
    return {
        "code": "proef",
        "soort": "grafiek",
        "kop": "",
        "titel": "Het aantal stijgt",
        "ondertitel": "Zaken per maand",
        "tekst": "",
        "bron": "Registratie",
        "eigenaar": "beleidsadviseur",
        "stand": "april 2021",
        "niet_bijgewerkt": "",
        "voetnoten": [],
        "inhoud": inhoud,
    } | velden


def getekend(tekening: Tekening, reeks: int = 0, vlak: int = 0) -> list[float]:
    """The values of a series, read back from where its line or its columns stand."""
    v = tekening.vlakken[vlak]
    paden = [e for e in tekening.merken if isinstance(e, Pad) and e.reeks == reeks]
    if paden:
        plekken = {p for pad in paden for p in pad.punten}
        losse = [e for e in tekening.merken if isinstance(e, Merk) and e.reeks == reeks]
        plekken |= {(m.x, m.y) for m in losse}
        return [v.waarde(y) for _, y in sorted(plekken)]
    vakken = [e for e in tekening.merken if isinstance(e, Vak) and e.reeks == reeks]
    hoogte = v.as_.hoog - v.as_.laag
    return [e.hoog / (v.y1 - v.y0) * hoogte for e in sorted(vakken, key=lambda e: e.plaats)]
