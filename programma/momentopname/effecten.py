"""Measures and what they brought: what was done, what it gave, and what can be said of the effect."""

from monitor.regels.perioden import dag_in_woorden
from programma.models import Onderdeel, Stand
from programma.models.enums import Effect
from programma.momentopname.laden import Gegevens
from programma.momentopname.regels import groepsnaam, in_volgorde, pad_van, sleutel_van
from programma.momentopname.schema import Maatregel


def maak_maatregelen(g: Gegevens) -> list[Maatregel]:
    """Every part about which something was said of its effect, in the order of the tree."""
    uit: list[Maatregel] = []
    for onderdeel in in_volgorde(g):
        standen = g.standen.get(sleutel_van(onderdeel), [])
        stand = next((s for s in reversed(standen) if s.effect), None)
        if stand is not None and onderdeel.zelfde_als_id is None:
            uit.append(_maatregel(g, onderdeel, stand, standen))
    return uit


def _maatregel(g: Gegevens, o: Onderdeel, stand: Stand, standen: list[Stand]) -> Maatregel:
    pad = pad_van(g, o)
    return {
        "onderdeel": o.code,
        "groep": groepsnaam(g, pad),
        "niveau": len(pad),
        "nummer": o.nummer,
        "titel": o.titel,
        "op_tekst": dag_in_woorden(stand.datum),
        "gedaan": _nieuwste(standen, "gedaan"),
        "opgeleverd": _nieuwste(standen, "opgeleverd"),
        "effect": stand.effect,
        "effect_tekst": stand.get_effect_display(),
        "reden": stand.reden or stand.toelichting if stand.effect == Effect.GESTOPT else "",
    }


def _nieuwste(standen: list[Stand], veld: str) -> str:
    return next((str(w) for s in reversed(standen) if (w := getattr(s, veld))), "")
