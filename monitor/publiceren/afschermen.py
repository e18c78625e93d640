"""Disclosure control: the one place where a stored figure becomes a figure that may be known.

Everything after this — differences, shares, totals, formulas, order, texts, files — is made from what
comes out of here, so nothing can rest on a hidden figure. Two steps: small counts of persons and
households are hidden (primary), then what would give them away by adding and subtracting is hidden
too (secondary, `dekking`). Source: METHODEN A3, A7; DESIGN invariant 3.
"""

import re
from decimal import Decimal

from monitor.models import Indicator
from monitor.models.enums import Aard, Eenheid
from monitor.publiceren.gegevens import Bron, Cijfer, ReeksId, Ruw
from monitor.regels.afscherming import is_klein
from monitor.regels.getallen import Getal
from monitor.regels.tonen import toon

NIET_GETOOND = "·"
UITLEG_DEKKING = (
    "·: dit aantal tonen wij niet, omdat een klein aantal er anders uit af te leiden is."
)
UITLEG_GEHEIM = "x: dit aantal tonen wij niet, om privacy. Het teken zegt niet of het aantal nul, klein of groot is."
_TELWOORDEN = [
    "een",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
]


def drempel_van(indicator: Indicator, gemeente_drempel: int) -> int | None:
    """The threshold for counts of this indicator; None when it counts no people."""
    if not indicator.is_afgeschermd or indicator.eenheid != Eenheid.AANTAL:
        return None
    return indicator.drempel or gemeente_drempel


def is_gevoelig(ruw: Ruw, drempel: int | None) -> bool:
    """Whether the stored figure is, or narrows down, a count below the threshold."""
    if drempel is None:
        return False
    if ruw.aard == Aard.GETAL:
        return is_klein(ruw.waarde, drempel)
    if ruw.aard == Aard.KLEINER_DAN:
        return ruw.boven is not None and ruw.boven <= drempel
    if ruw.aard == Aard.BEREIK:
        grenzen = (ruw.onder or Decimal(0), ruw.boven or Decimal(0))
        return grenzen != (0, 0) and min(grenzen) < drempel
    return False


def toon_ruw(reeks: ReeksId, ruw: Ruw, indicator: Indicator, drempel: int | None) -> Cijfer:
    """The figure as it may be known by itself: the primary step."""
    if is_gevoelig(ruw, drempel):
        assert drempel is not None
        return _verberg(reeks, ruw, drempel)
    getal = Getal(ruw.aard, ruw.waarde, ruw.onder, ruw.boven, ruw.benadering)
    return Cijfer(
        reeks=reeks,
        tijdvak=ruw.tijdvak,
        toestand=ruw.aard,
        waarde=ruw.waarde,
        tekst=toon(getal, eenheid=indicator.eenheid, decimalen=indicator.decimalen),
        status=ruw.status,
        benadering=ruw.benadering,
        onder=ruw.onder,
        boven=ruw.boven,
        voetnoot=ruw.voetnoot,
        beloofd_voor=ruw.beloofd_voor,
    )


def _verberg(reeks: ReeksId, ruw: Ruw, drempel: int) -> Cijfer:
    """A hidden figure. One from the source keeps its own mark when that says no more than ours."""
    bron_zegt_het = ruw.aard == Aard.KLEINER_DAN and ruw.boven == drempel
    boven_drempel = ruw.aard == Aard.BEREIK and ruw.boven is not None and ruw.boven >= drempel
    return Cijfer(
        reeks=reeks,
        tijdvak=ruw.tijdvak,
        toestand="kleiner_dan" if bron_zegt_het else "onderdrukt",
        waarde=None,
        tekst=NIET_GETOOND if boven_drempel else f"<{drempel}",
        status=ruw.status,
        boven=Decimal(drempel) if bron_zegt_het else None,
        voetnoot=_zonder_getallen(ruw.voetnoot),
    )


def dek_af(cijfer: Cijfer, merk: str = NIET_GETOOND) -> Cijfer:
    """A figure that is hidden because a small one would follow from it: the secondary step. `merk` may
    also be the one that does not say whether it is small."""
    return Cijfer(
        reeks=cijfer.reeks,
        tijdvak=cijfer.tijdvak,
        toestand="onderdrukt",
        waarde=None,
        tekst=merk,
        status=cijfer.status,
        voetnoot=_zonder_getallen(cijfer.voetnoot),
    )


def _zonder_getallen(voetnoot: str) -> str:
    """A footnote of a hidden figure, unless it holds a number: that could be the figure itself."""
    woorden = re.findall(r"\w+", voetnoot.casefold())
    verdacht = any(c.isdigit() for c in voetnoot) or any(w in _TELWOORDEN for w in woorden)
    return "" if verdacht else voetnoot


def scherm_af(bron: Bron) -> dict[ReeksId, list[Cijfer]]:
    """All figures of the edition as they may be known, of one series in order of time."""
    from monitor.publiceren.bedragen import dek_wat_rust
    from monitor.publiceren.dekking import dek
    from monitor.publiceren.versiedelen import dek_versies

    grens = {
        code: drempel_van(i, bron.uitgave.gemeente.drempel) for code, i in bron.indicatoren.items()
    }
    getoond = {
        reeks: [
            toon_ruw(reeks, r, bron.indicatoren[reeks.indicator], grens[reeks.indicator])
            for r in rijen
        ]
        for reeks, rijen in bron.ruw.items()
    }
    dekking = dek(bron)
    weg = dict(dekking.weg)
    rust = dek_wat_rust(bron, set(weg))
    for cel in rust | dek_versies(bron, dekking, rust):
        weg.setdefault(cel, NIET_GETOOND)
    return {reeks: [_na_dekking(c, weg) for c in rijen] for reeks, rijen in getoond.items()}


def _na_dekking(cijfer: Cijfer, weg: dict[tuple[ReeksId, str], str]) -> Cijfer:
    merk = weg.get((cijfer.reeks, cijfer.tijdvak.code))
    return dek_af(cijfer, merk) if merk else cijfer
