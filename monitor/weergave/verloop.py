"""The line of one indicator over all its periods, drawn on its own page from the same cells."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from monitor.publiceren.veilig import VERBORGEN
from monitor.regels.perioden import lees_periode
from monitor.weergave.opmaak import cel_tekst

MINSTENS = 3  # with fewer points a table says it all


def verloop(indicator: dict[str, Any]) -> dict[str, Any] | None:
    """A chart block of the realised total; None when there are too few points of one rhythm, or
    when over a quarter of them is hidden."""
    reeks = _totaal(indicator)
    cellen = _zelfde_ritme(reeks["cellen"]) if reeks else []
    punten = [c for c in cellen if c["waarde"] is not None]
    verborgen = [c for c in cellen if c["toestand"] in VERBORGEN]
    if reeks is None or len(punten) < MINSTENS or len(verborgen) * 4 > len(cellen):
        return None
    return {
        "code": "verloop",
        "soort": "grafiek",
        "kop": "",
        "titel": "",
        "ondertitel": f"{indicator['naam']}, {cellen[0]['periode_tekst']} tot en met "
        f"{cellen[-1]['periode_tekst']}",
        "tekst": "",
        "bron": indicator["bron"],
        "eigenaar": indicator["eigenaar"],
        "stand": punten[-1]["periode_tekst"],
        "niet_bijgewerkt": "",
        "voetnoten": [],
        "inhoud": _inhoud(indicator, reeks, cellen, punten),
    }


def _totaal(indicator: dict[str, Any]) -> dict[str, Any] | None:
    reeksen = [r for r in indicator["reeksen"] if r["soort"] == "realisatie" and not r["sleutel"]]
    return reeksen[0] if reeksen else None


def _zelfde_ritme(cellen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The cells of the notation that occurs most: months and years do not share an axis."""
    groepen: dict[str, list[dict[str, Any]]] = {}
    for cel in cellen:
        groepen.setdefault(re.sub(r"\d", "0", cel["periode"]), []).append(cel)
    return max(groepen.values(), key=len, default=[])


def _inhoud(
    indicator: dict[str, Any],
    reeks: dict[str, Any],
    cellen: list[dict[str, Any]],
    punten: list[dict[str, Any]],
) -> dict[str, Any]:
    eerste, laatste = punten[0], punten[-1]
    zin = (
        f"Van {cel_tekst(eerste)} in {eerste['periode_tekst']} "
        f"naar {cel_tekst(laatste)} in {laatste['periode_tekst']}."
    )
    return {
        "vorm": "lijn",
        "eenheid": indicator["eenheid"],
        "eenheid_tekst": indicator["eenheid_tekst"],
        "decimalen": indicator["decimalen"],
        "labels": [c["periode_tekst"] for c in cellen],
        "reeksen": [
            {
                "naam": reeks["label"] or indicator["naam"],
                "indicator": indicator["code"],
                "reeks": reeks["id"],
                "soort": reeks["soort"],
                "punten": cellen,
            }
        ],
        "breuken": _breuken(indicator, cellen),
        "toon_grafiek": True,
        "alt": f"Lijngrafiek: {indicator['naam']}. {zin}",
        "samenvatting": zin,
    }


def _breuken(indicator: dict[str, Any], cellen: list[dict[str, Any]]) -> list[int]:
    """Before which points another definition began."""
    uit = []
    for versie in indicator["versies"]:
        if not versie["is_breuk"]:
            continue
        vanaf = date.fromisoformat(versie["vanaf"])
        eerste = (i for i, c in enumerate(cellen) if _begin(c) and _begin(c) >= vanaf)
        plek = next(eerste, None)
        if plek:
            uit.append(plek)
    return uit


def _begin(cel: dict[str, Any]) -> date | None:
    return lees_periode(cel["periode"]).begin
