"""Standing bars: side by side, stacked, and over equal classes. They always start at zero."""

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.etiketten import Etiket, plaats, teken
from monitor.weergave.grafieken.gegevens import Gegevens, Punt
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, STREEP, WIT, Stijl, stijlen
from monitor.weergave.grafieken.tekening import Element, Maat, Merk, Pad, Tekening, Tekst, Vak
from monitor.weergave.grafieken.tekst import breedte, breek, kort

VULLING = 0.72  # part of the room of a label that its columns take
STUMP = 13.0  # the height of what may not be known: always the same
SLEUTEL = 26.0


def teken_kolommen(g: Gegevens, maat: Maat) -> Tekening:
    """Columns, those of one label side by side; the names of the series stand above."""
    as_, stijl = as_voor(g.zichtbaar, eenheid=g.eenheid), stijlen(g)
    sleutel = SLEUTEL * len(sleutel_regels(g, maat)) if len(g.reeksen) > 1 else 0.0
    kader = Kader(g, maat, as_, staand=True, boven=sleutel + 28.0)
    kader.tek.mag_over = True
    if sleutel:
        _sleutel(kader, g, stijl)
    if not g.zichtbaar:
        return kader.leeg()
    kader.breuken()
    vulling = 1.0 if g.vorm == "histogram" else VULLING
    breed = kader.per_label * vulling / max(1, len(g.reeksen))
    tussen = 1.0 if breed > 4 else 0.0
    for i, reeks in enumerate(g.reeksen):
        for k, punt in enumerate(reeks.punten):
            x = kader.x(k) - kader.per_label * vulling / 2 + i * breed
            _kolom(kader, punt, stijl[i], x + tussen / 2, breed - tussen, i, k)
    _waarden(kader, g, stijl, breed)
    if g.vorm == "histogram":
        _mediaan(kader, g)
    return kader.tek


def balk(
    punt: Punt, stijl: Stijl, doos: tuple[float, float, float, float], nummer: int, plaats_: int
) -> Vak:
    """A bar as its status asks: solid, lighter with a dashed edge, or white with dots."""
    streep = STREEP.get(punt.status, "")
    if punt.status == "geschat":
        return Vak(*doos, WIT, stijl.kleur, streep, nummer, plaats_)
    if streep or stijl.is_licht:
        licht = Stijl(stijl.kleur, is_licht=True).vulling
        return Vak(*doos, licht, stijl.kleur, streep, nummer, plaats_)
    return Vak(*doos, stijl.kleur, "", "", nummer, plaats_)


def stomp(x: float, y: float, breed: float, hoog: float) -> list[Element]:
    """A hatched stub of fixed size: something is here, how much stays unsaid."""
    x1, y1, stap = x + breed, y + hoog, 5.0
    uit: list[Element] = [Vak(x, y, breed, hoog, WIT, GRIJS)]
    k = x - hoog + stap
    while k < x1:
        begin, eind = max(k, x), min(k + hoog, x1)
        uit.append(Pad(((begin, y1 - (begin - k)), (eind, y1 - (eind - k))), GRIJS, 1.0))
        k += stap
    return uit


def _kolom(kader: Kader, punt: Punt, stijl: Stijl, x: float, breed: float, i: int, k: int) -> None:
    if punt.waarde is not None:
        top, nul = kader.y(punt.waarde), kader.nul
        doos = (x, min(top, nul), max(breed, 1.0), abs(top - nul))
        kader.tek.merken.append(balk(punt, stijl, doos, i, k))
    elif punt.gat_tekst:
        kader.tek.onder += stomp(x, kader.nul - STUMP, max(breed, 1.0), STUMP)


def _waarden(kader: Kader, g: Gegevens, stijl: list[Stijl], breed: float) -> None:
    """Figures above their columns: exact when they fit, short when that fits, else only `<10`."""
    grootte, ruimte = kader.maat.grootte, breed + (0 if len(g.reeksen) > 1 else 10)
    punten = [p for r in g.reeksen for p in r.punten if p.waarde is not None]
    exact = all(breedte(p.tekst, grootte) <= ruimte for p in punten)
    past = exact or all(breedte(kort(p.waarde, g), grootte) <= ruimte for p in punten)
    woorden = all(breedte(p.woord, grootte) <= ruimte + 12 for p in punten)
    vulling = breed * len(g.reeksen)
    gaten: list[tuple[int, str]] = []
    for i, reeks in enumerate(g.reeksen):
        for k, p in enumerate(reeks.punten):
            x = kader.x(k) - vulling / 2 + (i + 0.5) * breed
            if p.gat_tekst:
                gaten.append((k, p.gat_tekst))
            if p.waarde is None or not past:
                continue
            tekst = p.tekst if exact else kort(p.waarde, g)
            _boven_kolom(kader, p, tekst, x, woorden and bool(p.woord))
    _gat_woorden(kader, gaten)
    if not (past and woorden):
        _status_woorden(kader, g)


def _boven_kolom(kader: Kader, punt: Punt, tekst: str, x: float, met_woord: bool) -> None:
    grootte, top = kader.maat.grootte, kader.y(punt.waarde)
    onder_nul = punt.waarde < 0
    y = top + grootte + 3 if onder_nul else top - 6
    kader.tek.boven.append(Tekst(x, y, tekst, INKT, "middle", vet=True, grootte=grootte))
    if met_woord:
        y += grootte * 1.1 if onder_nul else -grootte * 1.1
        kader.tek.boven.append(Tekst(x, y, punt.woord, GRIJS, "middle", grootte=grootte))


def _gat_woorden(kader: Kader, gaten: list[tuple[int, str]]) -> None:
    from monitor.weergave.grafieken.kader import rijen

    rechts = -1.0
    for begin, eind, tekst in rijen(sorted(set(gaten))):
        x, half = (kader.x(begin) + kader.x(eind)) / 2, breedte(tekst, kader.maat.grootte) / 2
        if x - half > rechts:
            y = kader.nul - STUMP - 5
            kader.tek.boven.append(Tekst(x, y, tekst, GRIJS, "middle", grootte=kader.maat.grootte))
            rechts = x + half


def _status_woorden(kader: Kader, g: Gegevens) -> None:
    """The word once over a run of columns that are not final, when it does not fit on each."""
    from monitor.weergave.grafieken.kader import rijen

    paren = {(k, p.woord) for r in g.reeksen for k, p in enumerate(r.punten) if p.woord}
    for begin, eind, woord in rijen(sorted(paren)):
        half = breedte(woord, kader.maat.grootte) / 2
        x = min((kader.x(begin) + kader.x(eind)) / 2, kader.maat.breed - half - 1)
        tops = [
            kader.y(p.waarde)
            for r in g.reeksen
            for p in r.punten[begin : eind + 1]
            if p.waarde is not None
        ]
        y = max(min(tops, default=kader.vlak.y0) - 8, kader.maat.grootte)
        kader.tek.boven.append(Tekst(x, y, woord, GRIJS, "middle", grootte=kader.maat.grootte))


def sleutel_regels(g: Gegevens, maat: Maat) -> list[list[tuple[float, int, str]]]:
    """The names above the columns, in rows that fit: (x, series, name)."""
    rijen_: list[list[tuple[float, int, str]]] = [[]]
    x = 0.0
    for i, reeks in enumerate(g.reeksen):
        naam = breek(reeks.naam, maat.breed - 30, maat.grootte, regels=1)[0]
        wil = 20 + breedte(naam, maat.grootte) + 22
        if rijen_[-1] and x + wil - 22 > maat.breed:
            rijen_.append([])
            x = 0.0
        rijen_[-1].append((x, i, naam))
        x += wil
    return rijen_


def _sleutel(kader: Kader, g: Gegevens, stijl: list[Stijl]) -> None:
    for r, rij in enumerate(sleutel_regels(g, kader.maat)):
        y = r * SLEUTEL + 4.0
        for x, i, naam in rij:
            rand = stijl[i].kleur if stijl[i].is_licht else ""
            kader.tek.onder.append(Vak(x + 1, y, 13, 13, stijl[i].vulling, rand))
            kader.tek.onder.append(Tekst(x + 20, y + 12, naam, INKT, grootte=kader.maat.grootte))


def _mediaan(kader: Kader, g: Gegevens) -> None:
    """The line with half at each side. Not drawn when a class is hidden: it would give it away."""
    if len(g.reeksen) != 1 or (plek := mediaan_plek(g)) is None:
        return
    x = kader.vlak.x0 + plek * kader.per_label
    grootte = kader.maat.grootte
    past = x + 8 + breedte("middelste", grootte) < kader.maat.breed
    kader.tek.boven.append(Pad(((x, 4.0), (x, kader.vlak.y1)), INKT, 2.0))
    anker = "start" if past else "end"
    kader.tek.boven.append(
        Tekst(x + (7 if past else -7), 15.0, "middelste", INKT, anker, grootte=grootte)
    )


def mediaan_plek(g: Gegevens) -> float | None:
    """Where the half falls, in classes from the left; even within the class that holds it."""
    waarden = g.reeksen[0].waarden
    if any(w is None or w < 0 for w in waarden) or not sum(waarden):
        return None
    half, tot = sum(waarden) / 2, 0.0
    for i, w in enumerate(waarden):
        if w and tot + w >= half:
            return i + (half - tot) / w
        tot += w
    return None


__all__ = ["Etiket", "Merk", "balk", "mediaan_plek", "plaats", "stomp", "teken", "teken_kolommen"]
