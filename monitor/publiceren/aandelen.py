"""Percentages of people: what the shown ones leave of those that are hidden.

10% of 400 people and 10% of the 380 in two of three parts: two people in the third. A percentage is rounded,
but of a small group that does not help. Source: METHODEN A7.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monitor.models.enums import Aard
from monitor.publiceren.achter import NOEMER
from monitor.publiceren.afschermen import drempel_van
from monitor.publiceren.gegevens import Bron, ReeksId
from monitor.publiceren.grootboek import CelId
from monitor.publiceren.verbanden import groepen
from monitor.regels.afscherming import is_klein

Lijn = tuple[CelId, list[CelId]]


@dataclass(frozen=True)
class Aandeel:
    """How many of how many, and how far rounding may put that off."""

    deel: Decimal
    geheel: Decimal
    marge: Decimal


def dek_aandelen(bron: Bron, code: str, telling: str, weg: set[CelId]) -> set[CelId]:
    """The percentages of one indicator to hide beside those in `weg`. `telling`: the count behind them."""
    drempel = drempel_van(bron.indicatoren[telling], bron.uitgave.gemeente.drempel)
    if not drempel or not bron.indicatoren[telling].is_optelbaar:
        return set()
    aandelen = dict(_aandelen(bron, code, telling))
    lijnen = list(_lijnen(bron, code, aandelen))
    noemer = NOEMER[bron.indicatoren[code].eenheid]  # type: ignore[index]
    erbij: set[CelId] = set()
    gegroeid = True
    while gegroeid:
        voor = len(erbij)
        for lijn in lijnen:
            erbij |= _dek_lijn(aandelen, lijn, weg | erbij, drempel, noemer)
        gegroeid = len(erbij) > voor
    return erbij


def _aandelen(bron: Bron, code: str, telling: str) -> Iterator[tuple[CelId, Aandeel]]:
    noemer = NOEMER[bron.indicatoren[code].eenheid]  # type: ignore[index]
    stap = Decimal(1).scaleb(-bron.indicatoren[code].decimalen) / 2
    for reeks, rijen in bron.ruw.items():
        if reeks.indicator != code or reeks not in bron.genoemd:
            continue
        mensen = {
            r.tijdvak.code: r.waarde
            for r in bron.ruw.get(ReeksId(telling, reeks.soort, reeks.sleutel), ())
            if r.aard == Aard.GETAL
        }
        for ruw in rijen:
            geheel = mensen.get(ruw.tijdvak.code)
            if ruw.waarde is not None and geheel is not None:
                deel, marge = ruw.waarde * geheel / noemer, stap * geheel / noemer
                yield (reeks, ruw.tijdvak.code), Aandeel(deel, geheel, marge)


def _lijnen(bron: Bron, code: str, aandelen: dict[CelId, Aandeel]) -> Iterator[Lijn]:
    """Wholes with their parts, where the people in the parts are all the people of the whole."""
    per_tijd: dict[tuple[str, str], set[str]] = defaultdict(set)
    for reeks, periode in aandelen:
        per_tijd[reeks.soort, periode].add(reeks.sleutel)
    for (soort, periode), sleutels in sorted(per_tijd.items()):
        for geheel, delen in groepen(bron, code, soort, sleutels, diep=False):
            lijn = (geheel, periode), [(d, periode) for d in delen]
            if lijn[0] in aandelen:
                samen = sum(aandelen[d].geheel for d in lijn[1])
                if samen == aandelen[lijn[0]].geheel:
                    yield lijn


def _dek_lijn(
    aandelen: dict[CelId, Aandeel], lijn: Lijn, weg: set[CelId], drempel: int, noemer: int
) -> set[CelId]:
    """Hide parts, the smallest first, until what is left over is no small count; else the whole."""
    totaal, delen = lijn
    if totaal in weg or not weg & set(delen):
        return set()
    erbij: set[CelId] = set()
    for deel in sorted((d for d in delen if d not in weg), key=lambda d: (aandelen[d].deel, d)):
        if not _zegt(aandelen, lijn, weg | erbij, drempel, noemer):
            return erbij
        erbij.add(deel)
    return erbij if not _zegt(aandelen, lijn, weg | erbij, drempel, noemer) else {totaal}


def _zegt(
    aandelen: dict[CelId, Aandeel], lijn: Lijn, weg: set[CelId], drempel: int, noemer: int
) -> bool:
    """Whether whole minus shown parts is a small count, known well enough to tell."""
    totaal, delen = lijn
    getoond = [d for d in delen if d not in weg]
    marge = aandelen[totaal].marge + sum(aandelen[d].marge for d in getoond)
    if 2 * marge >= drempel:
        return False
    rest = round(aandelen[totaal].deel - sum(aandelen[d].deel for d in getoond))
    geheel = aandelen[totaal].geheel - sum(aandelen[d].geheel for d in getoond)
    anderen = geheel - rest if noemer == 100 else 0
    return is_klein(Decimal(rest), drempel) or is_klein(Decimal(anderen), drempel)
