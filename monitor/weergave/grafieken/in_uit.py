"""In, out and stock: the stock as a line above, what came in up and what went out down below."""

from dataclasses import replace

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.balken import STUMP, balk, stomp, vulling
from monitor.weergave.grafieken.gegevens import Gegevens
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, Stijl, rollen, stijlen
from monitor.weergave.grafieken.lijnen import rechts_nodig, teken_reeksen
from monitor.weergave.grafieken.tekening import Maat, Tekening, Tekst
from monitor.weergave.grafieken.tekst import breedte, breek

KOP = 26.0


def teken_in_uit(g: Gegevens, maat: Maat) -> Tekening:
    rol, stijl = rollen(g), stijlen(g)
    boven = [i for i, r in enumerate(rol) if r == "voorraad"]
    onder = [i for i, r in enumerate(rol) if r != "voorraad"]
    hoog = maat.hoog + (120 if boven else 0)
    voorraad = replace(g, reeksen=tuple(g.reeksen[i] for i in boven))
    stromen = [(-1 if rol[i] == "uit" else 1, i) for i in onder]
    as_boven = as_voor(voorraad.zichtbaar, eenheid=g.eenheid)
    as_onder = as_voor(
        [t * w for t, i in stromen for w in g.reeksen[i].waarden if w is not None],
        eenheid=g.eenheid,
    )
    links = max(Kader.links_nodig(g, maat, a) for a in (as_boven, as_onder))
    rechts = max(rechts_nodig(g, maat, stijl, links), _namen_breed(g, onder, maat))
    tek = Tekening(maat.breed, hoog, is_staand=True, mag_over=True)
    deling = KOP
    if boven:
        deling = hoog * 0.47
        k = Kader(
            g,
            maat,
            as_boven,
            rechts=rechts,
            boven=KOP,
            staand=True,
            met_labels=False,
            tekening=tek,
            onderkant=deling,
            links=links,
        )
        _kop(k, g.reeksen[boven[0]].naam, 12.0)
        teken_reeksen(k, _zonder_naam(g, boven), stijl, boven)
        k.gaten(
            (j, p.gat_tekst)
            for i in boven
            for j, p in enumerate(g.reeksen[i].punten)
            if p.gat_tekst
        )
        deling += KOP + 14
    laag = Kader(
        g,
        maat,
        as_onder,
        rechts=rechts,
        boven=deling,
        staand=True,
        tekening=tek,
        onderkant=hoog,
        links=links,
        spiegel=True,
    )
    tek.vulling = vulling(laag)
    _stroom(laag, g, stijl, stromen)
    laag.breuken()
    if not g.zichtbaar:
        return laag.leeg()
    return tek


def _zonder_naam(g: Gegevens, boven: list[int]) -> Gegevens:
    """One stock has its name above the panel; at its end only the figure is needed."""
    if len(boven) != 1:
        return g
    reeksen = [replace(r, naam="") if i in boven else r for i, r in enumerate(g.reeksen)]
    return replace(g, reeksen=tuple(reeksen))


def _kop(kader: Kader, tekst: str, y: float) -> None:
    kader.tek.onder.append(Tekst(0.0, y, tekst, INKT, vet=True, grootte=kader.maat.grootte))


def _namen_breed(g: Gegevens, onder: list[int], maat: Maat) -> float:
    teksten = [t for i in onder for t in _regels(g, i)]
    breed = max((breedte(t, maat.grootte) for t in teksten), default=0.0) + 14
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
        _naam(kader, g, i, teken, stijl[i].tekst)


def _verborgen(kader: Kader, tekst: str, k: int, x: float, breed: float, teken: int) -> None:
    y = kader.nul if teken < 0 else kader.nul - STUMP
    kader.tek.onder += stomp(x, y, max(breed, 1.0), STUMP)
    grootte = kader.maat.grootte
    if breedte(tekst, grootte) <= kader.per_label + 4:
        y = kader.nul + STUMP + grootte if teken < 0 else kader.nul - STUMP - 5
        kader.tek.boven.append(Tekst(kader.x(k), y, tekst, GRIJS, "middle", grootte=grootte))


def _naam(kader: Kader, g: Gegevens, i: int, teken: int, kleur: str) -> None:
    """The name and the newest figure at the right: ‘in’ above the zero line, ‘uit’ below it."""
    maat = kader.maat
    ruimte = maat.breed - kader.vlak.x1 - 10
    regels = [r for t in _regels(g, i) for r in breek(t, ruimte, maat.grootte, regels=2)]
    hoogte = maat.grootte * 1.16
    begin = (
        kader.nul + 6 + hoogte * 0.75 if teken < 0 else kader.nul - 8 - (len(regels) - 1) * hoogte
    )
    for j, regel in enumerate(regels):
        kader.tek.boven.append(
            Tekst(
                kader.vlak.x1 + 10,
                begin + j * hoogte,
                regel,
                kleur,
                vet=j == 0,
                grootte=maat.grootte,
            )
        )
