"""The resources of the API, each a function of a publication: no figure is computed here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from monitor.publiceren.bestanden import FORMATEN
from monitor.publiceren.bladen import cellen_van
from monitor.publiceren.veilig import VERBORGEN
from monitor.weergave.koppen import Kop
from monitor.weergave.publicaties import Gelezen

Stuk = dict[str, Any]


def kameel(deel: Any) -> Any:
    """Names of the snapshot (`in_het_kort`) as the design rules want them (`inHetKort`)."""
    if isinstance(deel, dict):
        return {kameel_naam(k): kameel(v) for k, v in deel.items()}
    return [kameel(d) for d in deel] if isinstance(deel, list) else deel


def kameel_naam(sleutel: str) -> str:
    eerste, *rest = sleutel.split("_")
    return eerste + "".join(w[:1].upper() + w[1:] for w in rest)


def uitgave_kort(kop: Kop) -> Stuk:
    return {
        "code": kop.uitgave,
        "titel": kop.titel,
        "versie": kop.versie,
        "notitie": kop.notitie,
        "zaaknummer": kop.zaaknummer,
        "openbaarVanaf": kop.openbaar_vanaf.isoformat(),
        "gepubliceerdOp": kop.gepubliceerd_op.isoformat(),
        "sha256": kop.sha256,
    }


def uitgave(gelezen: Gelezen) -> Stuk:
    inhoud, adressen = gelezen.inhoud, gelezen.adressen
    assert gelezen.kop is not None
    lijsten = (
        "correcties",
        "herzien",
        "gewijzigde_definities",
        "niet_bijgewerkt",
        "andere_telling",
        "veranderd",
    )
    kop = {k: v for k, v in inhoud["uitgave"].items() if k not in ("slug", "titel", "zaaknummer")}
    return {
        **uitgave_kort(gelezen.kop),
        **kameel(kop),
        **kameel({naam: inhoud.get(naam, []) for naam in lijsten}),
        "hoofdstukken": [h["code"] for h in inhoud["hoofdstukken"]],
        "programmas": list(inhoud["programmas"]),
        "pagina": adressen.uitgave(),
        "bestanden": [
            {"formaat": naam, "mediatype": soort, "adres": adressen.bestand(naam)}
            for naam, (_, soort) in FORMATEN.items()
        ],
    }


def hoofdstuk(deel: Stuk) -> Stuk:
    uit = {k: v for k, v in deel.items() if k != "blokken"}
    return {**kameel(uit), "blokken": [_blok(b) for b in deel["blokken"]]}


def _blok(deel: Stuk) -> Stuk:
    """A block with its figures as they stand on the page, one after the other."""
    uit = kameel({k: v for k, v in deel.items() if k != "inhoud"})
    return uit | {"cijfers": [{"naam": n, **cel(c)} for n, c in cellen_van(deel["inhoud"])]}


def cel(deel: Stuk) -> Stuk:
    """One figure; what is hidden has no number, whatever the snapshot says."""
    verborgen = deel["toestand"] in VERBORGEN
    uit = kameel(deel)
    return uit | {"waarde": None, "onder": None, "boven": None} if verborgen else uit


def indicator(deel: Stuk) -> Stuk:
    reeksen = [kameel({k: v for k, v in r.items() if k != "cellen"}) for r in deel["reeksen"]]
    return kameel({k: v for k, v in deel.items() if k != "reeksen"}) | {"reeksen": reeksen}


def cijfers(
    inhoud: Stuk, *, code: str, soort: str, periode: str
) -> Iterator[tuple[Stuk, Stuk, Stuk]]:
    """(indicator, series, cell) of every figure that the filters leave."""
    for deel in inhoud["indicatoren"].values():
        for reeks in deel["reeksen"]:
            if code in ("", deel["code"]) and soort in ("", reeks["soort"]):
                for c in reeks["cellen"]:
                    if periode in ("", c["periode"]):
                        yield deel, reeks, c


def cijfer(rij: tuple[Stuk, Stuk, Stuk]) -> Stuk:
    deel, reeks, c = rij
    return {
        "indicator": deel["code"],
        "indicatorNaam": deel["naam"],
        "eenheid": deel["eenheid"],
        "reeks": reeks["id"],
        "soort": reeks["soort"],
        "label": reeks["label"],
        "delen": kameel(reeks["delen"]),
        **cel(c),
    }


def programma_kort(deel: Stuk) -> Stuk:
    return {
        "code": deel["slug"],
        "naam": deel["naam"],
        "titel": deel["titel"],
        "stand": deel["stand_tekst"],
    }
