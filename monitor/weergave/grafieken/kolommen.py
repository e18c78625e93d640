"""Standing bars: side by side, and over equal classes. They always start at zero."""

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.balken import (
    STUMP,
    Vrij,
    balk,
    met_sleutel,
    sleutel,
    stomp,
    vulling,
)
from monitor.weergave.grafieken.gegevens import Gegevens, Punt
from monitor.weergave.grafieken.kader import Kader, los_of_samen
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, WIT, Stijl, stijlen
from monitor.weergave.grafieken.tekening import Maat, Pad, Tekening, Tekst
from monitor.weergave.grafieken.tekst import breedte, kort


def teken_kolommen(g: Gegevens, maat: Maat) -> Tekening:
    """Columns, those of one label side by side; the names of the series stand above."""
    as_, stijl, naast = as_voor(g.zichtbaar, eenheid=g.eenheid), stijlen(g), max(1, len(g.reeksen))
    maat, boven = met_sleutel(g, maat) if naast > 1 else (maat, 28.0)
    kader = Kader(g, maat, as_, staand=True, boven=boven)
    kader.tek.mag_over = True
    if naast > 1:
        sleutel(kader, g, stijl)
    if not g.zichtbaar:
        return kader.leeg()
    kader.breuken()
    kader.tek.vulling = 1.0 if g.vorm == "histogram" else vulling(kader, naast)
    for i, reeks in enumerate(g.reeksen):
        for k, punt in enumerate(reeks.punten):
            _kolom(kader, punt, stijl[i], i, k)
    if g.vorm == "histogram":
        _mediaan(kader, g)
    _woorden(kader, g)
    return kader.tek


def _breed(kader: Kader) -> float:
    return kader.per_label * kader.tek.vulling / max(1, len(kader.g.reeksen))


def _midden(kader: Kader, i: int, k: int) -> float:
    """The middle of the column of series i at label k."""
    return kader.x(k) + (i + 0.5 - len(kader.g.reeksen) / 2) * _breed(kader)


def _kolom(kader: Kader, punt: Punt, stijl: Stijl, i: int, k: int) -> None:
    breed = _breed(kader) - (1.0 if _breed(kader) > 4 else 0.0)
    x = _midden(kader, i, k) - breed / 2
    if punt.waarde is not None:
        top, nul = kader.y(punt.waarde), kader.nul
        kader.tek.merken.append(balk(punt, stijl, (x, min(top, nul), breed, abs(top - nul)), i, k))
    elif punt.gat_tekst:
        kader.tek.onder += stomp(x, kader.nul - STUMP, breed, STUMP)


def _woorden(kader: Kader, g: Gegevens) -> None:
    """Figures at their columns: exact when they all fit, short when that fits, else none."""
    grootte = kader.maat.grootte
    ruimte = _breed(kader) if len(g.reeksen) > 1 else kader.per_label - 2
    punten = [p for r in g.reeksen for p in r.punten if p.waarde is not None]
    exact = all(breedte(p.tekst, grootte, vet=True) <= ruimte for p in punten)
    past = exact or all(breedte(kort(p.waarde, g), grootte, vet=True) <= ruimte for p in punten)
    vrij = Vrij(kader)
    for i, reeks in enumerate(g.reeksen):
        for k, p in enumerate(reeks.punten):
            if past and p.waarde is not None:
                _cijfer(kader, vrij, p, p.tekst if exact else kort(p.waarde, g), i, k)
    gaten = {(k, p.gat_tekst) for r in g.reeksen for k, p in enumerate(r.punten) if p.gat_tekst}
    for begin, eind, tekst in los_of_samen(kader, gaten):
        midden = (kader.x(begin) + kader.x(eind)) / 2
        vrij.zet(midden, kader.nul - STUMP - 5, tekst, kleur=GRIJS)
    _status(kader, g, vrij)


def _cijfer(kader: Kader, vrij: Vrij, punt: Punt, tekst: str, i: int, k: int) -> None:
    neer = punt.waarde < 0
    x, y = _midden(kader, i, k), kader.y(punt.waarde)
    if kader.g.vorm == "histogram" and (plek := mediaan_plek(kader.g)) is not None:
        x = _naast(x, kader.vlak.x0 + plek * kader.per_label, breedte(tekst, kader.maat.grootte))
    y = y + kader.maat.grootte + 2 if neer else y - 6
    vrij.zet(x, y, tekst, vet=True, neer=neer)


def _naast(x: float, lijn: float, breed: float) -> float:
    """The figure of the class with the median steps aside for its line."""
    if abs(x - lijn) > breed / 2 + 4:
        return x
    return lijn + (breed / 2 + 6) * (1 if x >= lijn else -1)


def _status(kader: Kader, g: Gegevens, vrij: Vrij) -> None:
    """The word for what is not final, once over each run of such columns."""
    paren = {(k, p.woord) for r in g.reeksen for k, p in enumerate(r.punten) if p.woord}
    for begin, eind, woord in los_of_samen(kader, paren):
        waarden = [
            p.waarde for r in g.reeksen for p in r.punten[begin : eind + 1] if p.waarde is not None
        ]
        neer = max(waarden) < 0
        y = kader.y(min(waarden) if neer else max(waarden))
        y = y + kader.maat.grootte + 2 if neer else y - 6
        vrij.zet((kader.x(begin) + kader.x(eind)) / 2, y, woord, kleur=GRIJS, neer=neer)


def _mediaan(kader: Kader, g: Gegevens) -> None:
    """The line with half at each side, light where it crosses a column."""
    if (plek := mediaan_plek(g)) is None:
        return
    x, v = kader.vlak.x0 + plek * kader.per_label, kader.vlak
    grootte, woord = kader.maat.grootte, "middelste"
    past = x + 8 + breedte(woord, grootte) < kader.maat.breed
    kader.tek.boven.append(Pad(((x, v.y0 - 12), (x, v.y1)), WIT, 5.0))
    kader.tek.boven.append(Pad(((x, 2.0), (x, v.y1)), INKT, 2.0))
    anker = "start" if past else "end"
    kader.tek.boven.append(
        Tekst(x + (7 if past else -7), 13.0, woord, INKT, anker, grootte=grootte)
    )


def mediaan_plek(g: Gegevens) -> float | None:
    """Where the half falls, in classes from the left; even within the class that holds it.

    None when a class is hidden: the place of the line would give it away.
    """
    if len(g.reeksen) != 1:
        return None
    waarden = g.reeksen[0].waarden
    if any(w is None or w < 0 for w in waarden) or not sum(waarden):
        return None
    half, tot = sum(waarden) / 2, 0.0
    for i, w in enumerate(waarden):
        if w and tot + w >= half:
            return i + (half - tot) / w
        tot += w
    return None
