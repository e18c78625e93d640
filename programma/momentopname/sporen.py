"""The status of each track, beside what it was in the previous edition."""

from programma.momentopname.laden import Gegevens
from programma.momentopname.overzicht import staat_in_woorden
from programma.momentopname.regels import in_volgorde, pad_van
from programma.momentopname.schema import Regel, SpoorInhoud, SpoorRegel
from programma.regels.tellen import tel


def maak_sporen(g: Gegevens, regels: list[Regel], eerder: list[Regel] | None) -> list[SpoorInhoud]:
    """The level above what is counted: sporen of activities, doelen of subdoelen."""
    niveau = max(1, g.programma.telniveau - 1)
    vorige = {r["id"]: r for r in eerder or []}
    uit: list[SpoorInhoud] = []
    for onderdeel in in_volgorde(g):
        pad = pad_van(g, onderdeel)
        geteld = [r for r in regels if r["telt"] and onderdeel.code in r["pad"]]
        if len(pad) != niveau or not geteld:
            continue
        uit.append(
            {
                "code": onderdeel.code,
                "nummer": onderdeel.nummer,
                "titel": onderdeel.titel,
                "groep": pad[0].titel if len(pad) > 1 else "",
                "zin": tel(r["categorie"] for r in geteld).zin,
                "regels": [_regel(r, vorige.get(r["id"]), eerder is not None) for r in geteld],
            }
        )
    return uit


def _regel(nu: Regel, oud: Regel | None, is_vervolg: bool) -> SpoorRegel:
    woorden, vroeger = staat_in_woorden(nu), staat_in_woorden(oud) if oud else ""
    return {
        "id": nu["id"],
        "titel": nu["titel"],
        "categorie": nu["categorie"],
        "eerder": oud["categorie"] if oud else "",
        "tekst": woorden,
        "eerder_tekst": vroeger,
        "is_veranderd": is_vervolg and woorden != vroeger,
    }
