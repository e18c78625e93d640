"""Lying bars: the label above, the figure at the end. And one bar for the parts of a whole."""

from monitor.weergave.grafieken.assen import As, as_voor
from monitor.weergave.grafieken.balken import balk, stomp
from monitor.weergave.grafieken.gegevens import Gegevens, Punt
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, NULLIJN, WIT, Stijl, per_rij, stijlen
from monitor.weergave.grafieken.tekening import Maat, Pad, Tekening, Tekst, Vak, Vlak
from monitor.weergave.grafieken.tekst import breedte, breek, nl

BALK, TUSSEN, GROEP, STUMP = 21.0, 4.0, 20.0, 13.0


def teken_staven(g: Gegevens, maat: Maat) -> Tekening:
    """Bars sorted as they come: the order was settled before anything was hidden."""
    stijl = stijlen(g)
    waarden = g.zichtbaar
    as_ = As(min(0.0, *waarden), max(0.0, *waarden), 1.0) if any(waarden) else as_voor([])
    rechts = max((_naast(g, i, p, maat) for i, p in _punten(g)), default=0.0)
    v = Vlak(0.0, 0.0, max(maat.breed - rechts, maat.breed * 0.3), 1.0, as_)
    tek = Tekening(maat.breed, 0.0, vlakken=[v])
    y = 4.0
    for k, label in enumerate(g.labels):
        for regel in breek(label, maat.breed - 4, maat.grootte, regels=2, vet=True):
            y += maat.grootte * 1.15
            tek.onder.append(Tekst(0.0, y, regel, INKT, vet=True, grootte=maat.grootte))
        y += 7.0
        for i, reeks in enumerate(g.reeksen):
            _staaf(tek, g, reeks.punten[k], per_rij(g, stijl[i], label), y, i, k, maat)
            y += BALK * maat.dicht + TUSSEN
        y += GROEP * maat.dicht - TUSSEN
    tek.hoog = max(y - GROEP * maat.dicht + 6, 40.0)
    if as_.laag < 0:
        nul = _x(v, 0.0)
        tek.onder.insert(0, Pad(((nul, 0.0), (nul, tek.hoog)), NULLIJN))
    if not waarden:
        tek.boven.append(Tekst(maat.breed / 2, tek.hoog - 8, "", GRIJS, "middle"))
    return tek


def _punten(g: Gegevens) -> list[tuple[int, Punt]]:
    return [(i, p) for i, r in enumerate(g.reeksen) for p in r.punten]


def _naast(g: Gegevens, i: int, punt: Punt, maat: Maat) -> float:
    """Room beside a bar for its words, and for the stub of a hidden figure."""
    return breedte(_eind(g, i, punt), maat.grootte) + 12 + (STUMP * 1.6 if punt.gat_tekst else 0.0)


def _eind(g: Gegevens, i: int, punt: Punt) -> str:
    """`2020: € 23.152`, or the figure alone when there is one series."""
    tekst = punt.gat_tekst or punt.voluit
    woord = ", prognose" if g.reeksen[i].soort == "prognose" and len(g.reeksen) == 1 else ""
    return f"{g.reeksen[i].naam}: {tekst}" if len(g.reeksen) > 1 else tekst + woord


def _x(v: Vlak, waarde: float) -> float:
    return v.x0 + v.as_.deel(waarde) * (v.x1 - v.x0)


def _staaf(
    tek: Tekening, g: Gegevens, punt: Punt, stijl: Stijl, y: float, i: int, k: int, maat: Maat
) -> None:
    v, hoog = tek.vlakken[0], BALK * maat.dicht
    nul = eind = _x(v, 0.0)
    if punt.waarde is not None:
        eind = _x(v, punt.waarde)
        doos = (min(nul, eind), y, abs(eind - nul), hoog)
        tek.merken.append(balk(punt, stijl, doos, i, k))
    elif punt.gat_tekst:
        tek.onder += stomp(nul, y + (hoog - STUMP) / 2, STUMP * 1.6, STUMP)
        eind = nul + STUMP * 1.6
    tekst = breek(_eind(g, i, punt), maat.breed * 0.7 - 10, maat.grootte, regels=1)[0]
    kleur = INKT if punt.waarde is not None else GRIJS
    tek.boven.append(
        Tekst(max(nul, eind) + 8, y + hoog / 2 + 5, tekst, kleur, grootte=maat.grootte)
    )


def teken_deel(g: Gegevens, maat: Maat) -> Tekening:
    """One bar for the whole and a line of text for each part. Negative parts have no whole."""
    punten = [(i, r.punten[-1]) for i, r in enumerate(g.reeksen) if r.punten]
    waarden = [p.waarde for _, p in punten if p.waarde is not None]
    if not waarden or min(waarden) < 0 or not sum(waarden):
        return teken_staven(g, maat)
    stijl, hoog = stijlen(g), 46.0
    geheel = all(p.waarde is not None for _, p in punten)
    verborgen = [p for _, p in punten if p.gat_tekst]
    ruimte = maat.breed - (STUMP * 2 + 2 if verborgen else 0)
    v = Vlak(0.0, 6.0, ruimte, 6.0 + hoog, As(0.0, sum(waarden), sum(waarden)))
    tek = Tekening(maat.breed, 0.0, vlakken=[v])
    x = 0.0
    for i, p in punten:
        if p.waarde is None:
            continue
        deel = p.waarde / sum(waarden) * ruimte
        tek.merken.append(balk(p, stijl[i], (x, 6.0, max(deel - 1.5, 0.0), hoog), i, 0))
        x += deel
    if verborgen:
        tek.onder += stomp(ruimte + 1, 6.0, STUMP * 2, hoog)
    y = 6.0 + hoog + 14
    for i, p in punten:
        procent = _procent(p, sum(waarden)) if geheel and g.eenheid != "percentage" else ""
        y = _deel_regel(tek, maat, g, i, p, stijl[i], procent, y)
    tek.hoog = y
    return tek


def _procent(punt: Punt, geheel: float) -> str:
    aandeel = punt.waarde / geheel * 100
    return f"{nl(aandeel)}%" if aandeel >= 1 or not aandeel else "minder dan 1%"


def _deel_regel(
    tek: Tekening, maat: Maat, g: Gegevens, i: int, punt: Punt, s: Stijl, procent: str, y: float
) -> float:
    """The line of a part: its colour, its name, its figure and its share."""
    cijfer = f"{punt.voluit} ({procent})" if procent else punt.voluit
    if procent and punt.woord:
        cijfer = f"{punt.tekst} ({procent}, {punt.woord})"
    tekst = f"{g.reeksen[i].naam}: {cijfer}"
    if punt.waarde is None and punt.gat_tekst:
        tek.onder += stomp(0.0, y, STUMP, STUMP)
    elif punt.waarde is not None:
        rand = s.kleur if s.is_licht or punt.woord else ""
        vulling = WIT if punt.status == "geschat" else s.vulling
        tek.onder.append(Vak(0.5, y, STUMP, STUMP, vulling, rand))
    for j, regel in enumerate(breek(tekst, maat.breed - 26, maat.grootte, regels=2)):
        tek.boven.append(
            Tekst(22.0, y + 12 + j * maat.grootte * 1.15, regel, INKT, grootte=maat.grootte)
        )
        eind = y + (j + 1) * maat.grootte * 1.15
    return eind + 11
