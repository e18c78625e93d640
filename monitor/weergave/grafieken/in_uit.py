"""In, out and stock: the stock as a line above, what came in up and what went out down below."""

from dataclasses import replace
from functools import partial

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.balken import STUMP, balk, stomp, vulling
from monitor.weergave.grafieken.etiketten import REGEL, Etiket, stapel
from monitor.weergave.grafieken.etiketten import teken as teken_etiketten
from monitor.weergave.grafieken.gegevens import Gegevens
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, Stijl, rollen, stijlen
from monitor.weergave.grafieken.lijnen import rechts_nodig, teken_reeksen
from monitor.weergave.grafieken.tekening import Maat, Tekening, Tekst
from monitor.weergave.grafieken.tekst import breedte, breek

KOP = 34.0


def teken_in_uit(g: Gegevens, maat: Maat) -> Tekening:
    rol, stijl = rollen(g), stijlen(g)
    boven = [i for i, r in enumerate(rol) if r == "voorraad"]
    stromen = [(-1 if r == "uit" else 1, i) for i, r in enumerate(rol) if r != "voorraad"]
    hoog = maat.hoog + (120 if boven else 0)
    voorraad = _naamloos(g, boven)
    as_boven = as_voor([w for i in boven for w in _getallen(g, i)], eenheid=g.eenheid)
    as_onder = as_voor([t * w for t, i in stromen for w in _getallen(g, i)], eenheid=g.eenheid)
    links = max(Kader.links_nodig(g, maat, a) for a in (as_boven, as_onder))
    rechts = max(rechts_nodig(voorraad, maat, stijl, links, boven), _namen_breed(g, stromen, maat))
    tek = Tekening(maat.breed, hoog, is_staand=True, mag_over=True)
    maak = partial(Kader, g, maat, rechts=rechts, links=links, staand=True, tekening=tek)
    top = KOP
    if boven:
        top = hoog * 0.47
        kader = maak(as_boven, boven=KOP, onderkant=top, met_labels=False)
        _voorraad(kader, voorraad, stijl, boven, g.reeksen[boven[0]].naam)
        top += KOP + 14
    laag = maak(as_onder, boven=top, onderkant=hoog, spiegel=True)
    if not g.zichtbaar:
        return laag.leeg()
    tek.vulling = vulling(laag)
    _stroom(laag, g, stijl, stromen)
    laag.breuken()
    return tek


def _getallen(g: Gegevens, i: int) -> list[float]:
    return [w for w in g.reeksen[i].waarden if w is not None]


def _naamloos(g: Gegevens, boven: list[int]) -> Gegevens:
    """One stock has its name above the panel; at its end only the figure is needed."""
    if len(boven) != 1:
        return g
    reeksen = [replace(r, naam="") if i in boven else r for i, r in enumerate(g.reeksen)]
    return replace(g, reeksen=tuple(reeksen))


def _voorraad(kader: Kader, g: Gegevens, stijl: list[Stijl], welke: list[int], naam: str) -> None:
    _kop(kader, naam, 12.0)
    teken_reeksen(kader, g, stijl, welke)
    punten = [(k, p) for i in welke for k, p in enumerate(g.reeksen[i].punten)]
    kader.gaten((k, p.gat_tekst) for k, p in punten if p.gat_tekst)


def _kop(kader: Kader, tekst: str, y: float) -> None:
    (tekst,) = breek(tekst, kader.maat.breed - 4, kader.maat.grootte, regels=1, vet=True)
    kader.tek.onder.append(Tekst(0.0, y, tekst, INKT, vet=True, grootte=kader.maat.grootte))


def _namen_breed(g: Gegevens, stromen: list[tuple[int, int]], maat: Maat) -> float:
    teksten = [t for _, i in stromen for t in _regels(g, i)]
    breed = max((breedte(t, maat.grootte, vet=True) for t in teksten), default=0.0) + 14
    return min(breed, maat.label_ruimte() + 14)


def _regels(g: Gegevens, i: int) -> list[str]:
    reeks = g.reeksen[i]
    return (
        [reeks.naam] if reeks.laatste is None else [reeks.naam, reeks.punten[reeks.laatste].voluit]
    )


def _stroom(kader: Kader, g: Gegevens, stijl: list[Stijl], stromen: list[tuple[int, int]]) -> None:
    breed = kader.per_label * kader.tek.vulling
    for teken, i in stromen:
        for k, p in enumerate(g.reeksen[i].punten):
            x = kader.x(k) - breed / 2
            if p.waarde is not None:
                top = kader.y(teken * p.waarde)
                doos = (x, min(top, kader.nul), max(breed, 1.0), abs(top - kader.nul))
                kader.tek.merken.append(balk(p, stijl[i], doos, i, k))
            elif p.gat_tekst:
                _verborgen(kader, p.gat_tekst, k, x, breed, teken)
    _namen(kader, g, stijl, stromen)


def _verborgen(kader: Kader, tekst: str, k: int, x: float, breed: float, teken: int) -> None:
    y = kader.nul if teken < 0 else kader.nul - STUMP
    kader.tek.onder += stomp(x, y, max(breed, 1.0), STUMP)
    grootte = kader.maat.grootte
    if breedte(tekst, grootte) <= kader.per_label + 4:
        y = kader.nul + STUMP + grootte if teken < 0 else kader.nul - STUMP - 5
        kader.tek.boven.append(Tekst(kader.x(k), y, tekst, GRIJS, "middle", grootte=grootte))


def _namen(kader: Kader, g: Gegevens, stijl: list[Stijl], stromen: list[tuple[int, int]]) -> None:
    """The name and the newest figure at the right: ‘in’ above the zero line, ‘uit’ below it."""
    maat, v = kader.maat, kader.vlak
    ruimte = maat.breed - v.x1 - 10
    etiketten = []
    for teken, i in stromen:
        delen = [d for t in _regels(g, i) for d in breek(t, ruimte, maat.grootte, regels=2)]
        half = len(delen) * maat.grootte * REGEL / 2 + 4
        y = kader.nul - teken * half
        kleur = stijl[i].tekst
        etiketten.append(Etiket(v.x1 + 10, y, tuple(delen), kleur, True, maat.grootte))
    kader.tek.boven += teken_etiketten(stapel(etiketten, boven=v.y0 - 12, onder=v.y1 + 20))
