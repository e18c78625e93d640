"""Which figure a name in an own rule means: its kind, its category, and of which period.

`lasten-pw` is what was measured in the period itself, `lasten-pw[prognose]` another kind,
`clienten[wijk=noord]` a category, `clienten[vorige]` the figure before it and
`clienten[jaar_eerder]` that of the same period a year ago; `lasten[prognose; vorige]` is both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from monitor.regels.formules import Naam
from monitor.regels.fouten import NotatieFout
from monitor.regels.peildatum import GEPLAND
from monitor.regels.sleutels import lees_sleutel, maak_sleutel

VORIGE, JAAR_EERDER = "vorige", "jaar_eerder"
REALISATIE = "realisatie"
SOORTEN = GEPLAND | {REALISATIE, "jaarrekening", "referentie"}


@dataclass(frozen=True)
class Plaats:
    """`terug` is "", `vorige` or `jaar_eerder`; `sleutel` is "" for the total."""

    code: str
    soort: str = REALISATIE
    sleutel: str = ""
    terug: str = ""


@lru_cache(maxsize=1024)
def lees_plaats(naam: Naam) -> Plaats:
    """Raises `NotatieFout` naming what stands between the brackets and is none of these."""
    soort, terug, delen = REALISATIE, "", []
    for deel in filter(None, (d.strip() for d in (naam[1] or "").split(";"))):
        woord = deel.replace(" ", "_")
        if "=" in deel:
            delen.append(deel)
        elif woord in SOORTEN:
            soort = woord
        elif woord in (VORIGE, JAAR_EERDER):
            terug = woord
        else:
            raise NotatieFout(
                f"‘{deel}’ in ‘{naam[0]}[{naam[1]}]’ is niet bekend. Schrijf een soort (prognose), een "
                "categorie (wijk=noord), ‘vorige’ of ‘jaar_eerder’."
            )
    try:
        return Plaats(naam[0], soort, maak_sleutel(lees_sleutel(";".join(delen))), terug)
    except ValueError as fout:
        raise NotatieFout(str(fout)) from fout
