"""The page of one indicator and the index of all of them: can I trust and reuse this number?"""

from __future__ import annotations

from typing import Any

from monitor.weergave.publicaties import Gelezen
from monitor.weergave.tabellen import BlokTabel, losse_tabel
from monitor.weergave.verloop import verloop

EENHEDEN = {
    "aantal": "aantal",
    "euro": "euro’s",
    "percentage": "procent",
    "cijfer": "rapportcijfer",
    "uren": "uren",
    "maanden": "maanden",
    "dagen": "dagen",
    "per_1000": "per 1.000",
    "euro_per_inwoner": "euro’s per inwoner",
    "rang": "plaats",
}
TELT = {
    "personen": "Personen. Iemand met twee vormen van hulp telt in het totaal één keer.",
    "huishoudens": "Huishoudens.",
    "gebeurtenissen": "Gebeurtenissen, zoals aanvragen of dossiers. Iemand kan vaker meetellen.",
    "euro": "Geld.",
}
RICHTING = {"meer": "Hoger is gunstig.", "minder": "Lager is gunstig.", "neutraal": ""}
STAND = {"stand": "Stand op één moment.", "stroom": "Opgeteld over een periode."}


def nieuwste_cel(reeks: dict[str, Any]) -> dict[str, Any] | None:
    """The newest cell that says something; else the newest of all."""
    cellen = reeks["cellen"]
    bekend = [c for c in cellen if c["toestand"] not in ("nog_niet_bekend", "ontbreekt")]
    return (bekend or cellen or [None])[-1]


def laatste(indicator: dict[str, Any]) -> dict[str, Any] | None:
    """The newest cell of the total realised series; else of the first series that has any."""
    reeksen = [r for r in indicator["reeksen"] if r["cellen"]]
    for reeks in reeksen:
        if reeks["soort"] == "realisatie" and not reeks["sleutel"]:
            return nieuwste_cel(reeks)
    return nieuwste_cel(reeksen[0]) if reeksen else None


def tegel_van(gelezen: Gelezen, code: str) -> dict[str, Any] | None:
    """The tile of this indicator, with its difference and state, when a chapter has one."""
    for hoofdstuk in gelezen.inhoud["hoofdstukken"]:
        for blok in hoofdstuk["blokken"]:
            if blok["soort"] != "tegels":
                continue
            for tegel in blok["inhoud"]["tegels"]:
                if tegel["indicator"] == code:
                    return tegel
    return None


def _groep(reeks: dict[str, Any]) -> str:
    """Heading of the table a series stands in: its kind, and what it is split by."""
    naar = " en ".join(deel["dimensie_naam"].lower() for deel in reeks["delen"])
    return f"{reeks['soort_tekst']} naar {naar}" if naar else reeks["soort_tekst"]


def _reekstabellen(indicator: dict[str, Any]) -> list[BlokTabel]:
    """A table for each kind and breakdown: periods down, newest first, the series across."""
    groepen: dict[str, list[dict[str, Any]]] = {}
    for reeks in indicator["reeksen"]:
        if reeks["cellen"]:
            groepen.setdefault(_groep(reeks), []).append(reeks)
    return [_reekstabel(kop, reeksen, n) for n, (kop, reeksen) in enumerate(groepen.items())]


def _reekstabel(kop: str, reeksen: list[dict[str, Any]], nummer: int) -> BlokTabel:
    rijen: dict[str, dict[str, Any]] = {}
    for i, reeks in enumerate(reeksen):
        for cel in reeks["cellen"]:
            rij = rijen.setdefault(cel["periode"], {"label": cel["periode_tekst"]})
            rij[f"c{i}"] = cel
    koppen = [(f"c{i}", r["label"] or "Totaal", "cel") for i, r in enumerate(reeksen)]
    volgorde = [rijen[p] for p in sorted(rijen, reverse=True)]
    return losse_tabel([("label", "Periode", "rij"), *koppen], volgorde, kop, f"reeks-{nummer}")


def cijfer_context(gelezen: Gelezen, indicator: dict[str, Any]) -> dict[str, Any]:
    cellen = [c for r in indicator["reeksen"] for c in r["cellen"]]
    niet_bij = [r for r in gelezen.inhoud["niet_bijgewerkt"] if r["indicator"] == indicator["code"]]
    return {
        "indicator": indicator,
        "cel": laatste(indicator),
        "tegel": tegel_van(gelezen, indicator["code"]),
        "tabellen": _reekstabellen(indicator),
        "verloop": verloop(indicator),
        "noten": list(dict.fromkeys(c["voetnoot"] for c in cellen if c["voetnoot"])),
        "eenheid": indicator["eenheid_tekst"] or EENHEDEN.get(indicator["eenheid"], ""),
        "telt": TELT.get(indicator["telt"], ""),
        "richting": RICHTING.get(indicator["richting"], ""),
        "stand": STAND.get(indicator["stroom_of_stand"], ""),
        "niet_bijgewerkt": niet_bij[0] if niet_bij else None,
    }


def cijfers_context(gelezen: Gelezen) -> dict[str, Any]:
    """Every indicator of the edition, per domain, with its newest figure."""
    domeinen: dict[str, list[dict[str, Any]]] = {}
    for indicator in gelezen.inhoud["indicatoren"].values():
        rij = {
            "label": indicator["naam"],
            "adres": gelezen.adressen.cijfer(indicator["code"]),
            "cel": laatste(indicator),
            "periode": (laatste(indicator) or {}).get("periode_tekst", ""),
            "bron": indicator["bron"],
        }
        domeinen.setdefault(indicator["domein_naam"] or "Overig", []).append(rij)
    kolommen = [
        ("label", "Cijfer", "rij"),
        ("cel", "Nieuwste", "cel"),
        ("periode", "Over", "woord"),
        ("bron", "Bron", "woord"),
    ]
    return {
        "tabellen": [
            losse_tabel(kolommen, sorted(rijen, key=lambda r: r["label"]), naam, f"domein-{n}")
            for n, (naam, rijen) in enumerate(domeinen.items())
        ],
        "aantal": len(gelezen.inhoud["indicatoren"]),
    }
