"""Stacked columns: parts of a total, the total on top, the names beside the last column."""

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.etiketten import Etiket, plaats, teken
from monitor.weergave.grafieken.gegevens import Gegevens, Punt
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, Stijl, stijlen
from monitor.weergave.grafieken.kolommen import STUMP, VULLING, balk, stomp
from monitor.weergave.grafieken.tekening import Maat, Tekening, Tekst, Vak
from monitor.weergave.grafieken.tekst import breedte, breek, getal, kort

AFSTAND = 22.0


def teken_stapels(g: Gegevens, maat: Maat) -> Tekening:
    stijl = stijlen(g)
    hoogten = [h for k in range(len(g.labels)) for h in hoogte(g, k)]
    as_ = as_voor(hoogten, eenheid=g.eenheid)
    namen = [breek(r.naam, maat.label_ruimte, maat.grootte, regels=3) for r in g.reeksen]
    breedste = max((breedte(r, maat.grootte) for n in namen for r in n), default=0.0)
    kader = Kader(g, maat, as_, staand=True, rechts=breedste + AFSTAND + 6, boven=30.0)
    kader.tek.mag_over = True
    if not g.zichtbaar:
        return kader.leeg()
    kader.breuken()
    for k in range(len(g.labels)):
        _kolom(kader, g, stijl, k)
    _totalen(kader, g)
    _namen(kader, g, stijl, namen)
    return kader.tek


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
    breed = kader.per_label * VULLING
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
        top = kader.y(op)
        kader.tek.onder += stomp(x, top - STUMP - 1, breed, STUMP)
        _woord(kader, k, top - STUMP - 6, "met <10" if "<10" in verborgen else verborgen[0])


def _woord(kader: Kader, k: int, y: float, tekst: str) -> None:
    grootte = kader.maat.grootte
    if breedte(tekst, grootte) > kader.per_label:
        tekst = "<10" if "<10" in tekst else tekst
    if breedte(tekst, grootte) <= kader.per_label + 4:
        kader.tek.boven.append(Tekst(kader.x(k), y, tekst, GRIJS, "middle", grootte=grootte))


def _totalen(kader: Kader, g: Gegevens) -> None:
    """Totals exact when they all fit, else short, else only those of the first and the last."""
    grootte, n = kader.maat.grootte, len(g.labels)
    totalen = {k: t for k in range(n) if (t := totaal(g, k))}
    ruimte = kader.per_label + 2
    exact = all(breedte(t.tekst, grootte, vet=True) <= ruimte for t in totalen.values())
    past = exact or all(
        breedte(kort(t.waarde, g), grootte, vet=True) <= ruimte for t in totalen.values()
    )
    for k, t in totalen.items():
        if not past and k not in (0, n - 1):
            continue
        tekst = t.tekst if exact else kort(t.waarde, g)
        y = kader.y(hoogte(g, k)[1]) - 7
        half = breedte(tekst, grootte, vet=True) / 2
        x = min(max(kader.x(k), half), kader.maat.breed - half)
        kader.tek.boven.append(Tekst(x, y, tekst, INKT, "middle", vet=True, grootte=grootte))
        if t.woord:
            _woord(kader, k, y - grootte * 1.1, t.woord)


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
