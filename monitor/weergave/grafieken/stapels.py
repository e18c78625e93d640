"""Stacked columns: parts of a total, the total on top, the names beside the last column."""

from monitor.publiceren.veilig import VERBORGEN
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
from monitor.weergave.grafieken.etiketten import Etiket, plaats, teken
from monitor.weergave.grafieken.gegevens import STATUS_WOORD, Gegevens, Punt
from monitor.weergave.grafieken.kader import Kader, los_of_samen
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, Stijl, stijlen
from monitor.weergave.grafieken.tekening import Maat, Tekening, Vak
from monitor.weergave.grafieken.tekst import breedte, breek, getal, kort, langste_woord

AFSTAND = 22.0


def teken_stapels(g: Gegevens, maat: Maat) -> Tekening:
    stijl = stijlen(g)
    hoogten = [h for k in range(len(g.labels)) for h in hoogte(g, k)]
    as_ = as_voor(hoogten, eenheid=g.eenheid)
    namen = _namen_naast(g, maat)
    boven = 30.0
    if namen is None:
        maat, boven = met_sleutel(g, maat)
    breedste = max((breedte(r, maat.grootte) for n in namen or [] for r in n), default=-AFSTAND)
    kader = Kader(g, maat, as_, staand=True, rechts=breedste + AFSTAND + 6, boven=boven)
    if namen is None:
        sleutel(kader, g, stijl)
    kader.tek.vulling = vulling(kader)
    kader.tek.mag_over = True
    if not g.zichtbaar:
        return kader.leeg()
    kader.breuken()
    for k in range(len(g.labels)):
        _kolom(kader, g, stijl, k)
    _totalen(kader, g)
    if namen is not None:
        _namen(kader, g, stijl, namen)
    return kader.tek


def _namen_naast(g: Gegevens, maat: Maat) -> list[list[str]] | None:
    """The names beside the last column; None when a word is too long for that on a phone."""
    langste = max((langste_woord(r.naam, maat.grootte) for r in g.reeksen), default=0.0)
    if maat.is_smal and langste > maat.label_ruimte():
        return None
    return [breek(r.naam, maat.label_ruimte(langste), maat.grootte, regels=3) for r in g.reeksen]


def hoogte(g: Gegevens, k: int) -> tuple[float, float]:
    """How far the column goes down and up: the sums of its negative and its positive parts."""
    waarden = [r.punten[k].waarde or 0.0 for r in g.reeksen]
    return sum(w for w in waarden if w < 0), sum(w for w in waarden if w > 0)


def totaal(g: Gegevens, k: int) -> Punt | None:
    """The sum on top; none when a part misses or may not be known."""
    punten = [r.punten[k] for r in g.reeksen]
    if len(punten) < 2 or any(p.waarde is None and p.toestand != "nvt" for p in punten):
        return None
    som = sum(p.waarde or 0.0 for p in punten)
    woord = next((s for s in ("geschat", "voorlopig") if any(p.status == s for p in punten)), "")
    return Punt(som, getal(som, g.eenheid, g.decimalen), status=woord or "definitief")


def _kolom(kader: Kader, g: Gegevens, stijl: list[Stijl], k: int) -> None:
    breed = kader.per_label * kader.tek.vulling
    x = kader.x(k) - breed / 2
    op, neer = 0.0, 0.0
    verborgen = []
    for i, reeks in enumerate(g.reeksen):
        punt = reeks.punten[k]
        if punt.waarde is None:
            verborgen += [punt.gat_tekst] if punt.gat_tekst else []
            continue
        begin = neer if punt.waarde < 0 else op
        y0, y1 = kader.y(begin), kader.y(begin + punt.waarde)
        wit = 1.0 if abs(y0 - y1) > 3 else 0.0
        doos = (x, min(y0, y1), breed, max(abs(y0 - y1) - wit, 0.0))
        kader.tek.merken.append(balk(punt, stijl[i], doos, i, k))
        op, neer = (op, neer + punt.waarde) if punt.waarde < 0 else (op + punt.waarde, neer)
    if verborgen:
        kader.tek.onder += stomp(x, kader.y(op) - STUMP - 1, breed, STUMP)


def _totalen(kader: Kader, g: Gegevens) -> None:
    """Totals exact when they all fit, else short, else only that of the last."""
    grootte, n = kader.maat.grootte, len(g.labels)
    totalen = {k: t for k in range(n) if (t := totaal(g, k))}
    ruimte = kader.per_label + 2
    exact = all(breedte(t.tekst, grootte, vet=True) <= ruimte for t in totalen.values())
    past = exact or all(
        breedte(kort(t.waarde, g), grootte, vet=True) <= ruimte for t in totalen.values()
    )
    vrij = Vrij(kader)
    for k, t in totalen.items():
        if past or k == n - 1:
            tekst = t.tekst if exact else kort(t.waarde, g)
            vrij.zet(kader.x(k), kader.y(hoogte(g, k)[1]) - 7, tekst, vet=True)
    for begin, eind, tekst in los_of_samen(kader, _boven_woorden(g)):
        top = max(hoogte(g, k)[1] for k in range(begin, eind + 1))
        omhoog = 7 if tekst in STATUS_WOORD.values() else STUMP + 6
        vrij.zet((kader.x(begin) + kader.x(eind)) / 2, kader.y(top) - omhoog, tekst, kleur=GRIJS)


def _boven_woorden(g: Gegevens) -> set[tuple[int, str]]:
    """What must be said over a column: that a part is hidden, or is not final."""
    punten = [(k, p) for r in g.reeksen for k, p in enumerate(r.punten)]
    verborgen = {
        (k, f"met {p.gat_tekst}" if "<" in p.gat_tekst else p.gat_tekst)
        for k, p in punten
        if p.toestand in VERBORGEN
    }
    return verborgen | {(k, p.woord) for k, p in punten if p.woord}


def _namen(kader: Kader, g: Gegevens, stijl: list[Stijl], namen: list[list[str]]) -> None:
    """Each name beside its part of the last column in which it stands, with a block of its colour."""
    x = kader.vlak.x1 + AFSTAND
    etiketten, kleuren = [], {}
    for i in reversed(range(len(g.reeksen))):
        y = _midden(kader, g, i)
        e = Etiket(x, y, tuple(namen[i]), INKT, grootte=kader.maat.grootte)
        etiketten.append(e)
        kleuren[id(e)] = stijl[i]
    for e, dy in plaats(etiketten, boven=4.0, onder=kader.vlak.y1 + 14):
        s = kleuren[id(e)]
        boven = e.doos(dy)[1]
        kader.tek.boven += teken([(e, dy)])
        blok = Vak(x - 17, boven + 4, 11, 11, s.vulling, s.kleur if s.is_licht else "")
        kader.tek.boven.append(blok)


def _midden(kader: Kader, g: Gegevens, i: int) -> float:
    """The middle of the series' part of the last column."""
    k = len(g.labels) - 1
    onder = sum(max(r.punten[k].waarde or 0.0, 0.0) for r in g.reeksen[:i])
    waarde = g.reeksen[i].punten[k].waarde or 0.0
    return kader.y(onder + max(waarde, 0.0) / 2)
