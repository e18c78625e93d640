"""Lines: in time, years over each other, and adding up through the year beside its budget."""

from collections.abc import Iterable

from monitor.weergave.grafieken.assen import as_voor
from monitor.weergave.grafieken.etiketten import Etiket, plaats, teken
from monitor.weergave.grafieken.gegevens import Gegevens, Reeks
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import STREEP, WIT, Stijl, stijlen
from monitor.weergave.grafieken.tekening import Maat, Merk, Pad, Tekening
from monitor.weergave.grafieken.tekst import breedte, breek, langste_woord

AFSTAND = 11.0
STRAAL = 5.5


def teken_lijnen(g: Gegevens, maat: Maat) -> Tekening:
    as_ = as_voor(g.zichtbaar, eenheid=g.eenheid, mag_scheuren=g.vorm != "cumulatief")
    stijl = stijlen(g)
    links = Kader.links_nodig(g, maat, as_)
    rechts = rechts_nodig(g, maat, stijl, links)
    kader = Kader(
        g,
        maat,
        as_,
        rechts=rechts,
        boven=26.0 if g.breuken or any(s.is_lijn for s in stijl) else 14.0,
    )
    kader.tek.mag_over = True
    if not g.zichtbaar:
        return kader.leeg()
    kader.breuken()
    teken_reeksen(kader, g, stijl)
    kader.gaten((i, p.gat_tekst) for r in g.reeksen for i, p in enumerate(r.punten) if p.gat_tekst)
    return kader.tek


def teken_reeksen(
    kader: Kader, g: Gegevens, stijl: list[Stijl], alleen: Iterable[int] | None = None
) -> None:
    """The lines, the current one last so that it lies on top, and their labels."""
    welke = list(range(len(g.reeksen)) if alleen is None else alleen)
    paden: list[Pad] = []
    for i in sorted(welke, key=lambda i: (stijl[i].dikte, -i)):
        eigen = paden_van(kader, i, g.reeksen[i], stijl[i])
        paden += eigen
        kader.tek.merken += [*eigen, *merken_van(kader, i, g.reeksen[i], stijl[i])]
    op_gewicht = sorted(welke, key=lambda i: (not stijl[i].is_lijn, -stijl[i].dikte))
    etiketten = [e for i in op_gewicht if (e := etiket(kader, g, i, stijl[i]))]
    v = kader.vlak
    geplaatst = plaats(etiketten, boven=_bovengrens(kader), onder=v.y1 + 8, paden=paden)
    kader.tek.boven += teken(geplaatst)


def _bovengrens(kader: Kader) -> float:
    """How high a label may stand: up to the edge, but not among what is written above the panel."""
    is_alleen = len(kader.tek.vlakken) == 1 and not kader.g.breuken and kader.vlak.y0 < 40
    return 1.0 if is_alleen else kader.vlak.y0 - 13


def stukken(reeks: Reeks, breuken: frozenset[int]) -> list[list[int]]:
    """Runs of neighbours that a line may join: it never crosses a gap or a break."""
    uit: list[list[int]] = []
    for i, punt in enumerate(reeks.punten):
        if punt.waarde is None:
            continue
        if uit and uit[-1][-1] == i - 1 and i not in breuken:
            uit[-1].append(i)
        else:
            uit.append([i])
    return uit


def paden_van(kader: Kader, nummer: int, reeks: Reeks, stijl: Stijl) -> list[Pad]:
    """Polylines, cut where the dash changes: the piece towards a provisional point is dashed."""
    if stijl.is_lijn and sum(p.waarde is not None for p in reeks.punten) == 1:
        return [_vlakke_lijn(kader, nummer, reeks, stijl)]
    paden: list[Pad] = []
    for stuk in stukken(reeks, kader.g.breuken):
        deel = [stuk[0]]
        for i, volgend in zip(stuk, [*stuk[1:], None], strict=True):
            nu = _streep(reeks, deel[1] if len(deel) > 1 else i)
            if volgend is None or (len(deel) > 1 and _streep(reeks, volgend) != nu):
                if len(deel) > 1:
                    paden.append(_pad(kader, nummer, reeks, stijl, deel, nu))
                deel = [i]
            if volgend is not None:
                deel.append(volgend)
    return [p for pad in paden for p in _omlijnd(pad, stijl)]


def _streep(reeks: Reeks, i: int) -> str:
    return STREEP.get(reeks.punten[i].status, "")


def _pad(
    kader: Kader, nummer: int, reeks: Reeks, stijl: Stijl, plekken: list[int], streep: str
) -> Pad:
    punten = tuple((kader.x(i), kader.y(reeks.punten[i].waarde)) for i in plekken)
    return Pad(punten, stijl.kleur, stijl.dikte, streep, nummer)


def _omlijnd(pad: Pad, stijl: Stijl) -> list[Pad]:
    """A forecast is a hollow line: its outline, with a light middle."""
    if not stijl.is_licht:
        return [pad]
    buiten = Pad(pad.punten, pad.kleur, stijl.dikte + 1.5, pad.streep, pad.reeks)
    return [buiten, Pad(pad.punten, WIT, stijl.dikte - 1.5, pad.streep)]


def _vlakke_lijn(kader: Kader, nummer: int, reeks: Reeks, stijl: Stijl) -> Pad:
    """One budget for the whole year: a level line over the whole width."""
    y = kader.y(next(w for w in reeks.waarden if w is not None))
    return Pad(((kader.vlak.x0, y), (kader.vlak.x1, y)), stijl.kleur, stijl.dikte, "", nummer)


def merken_van(kader: Kader, nummer: int, reeks: Reeks, stijl: Stijl) -> list[Merk]:
    """A marker at the end, at a lone point, and an open one where a figure is not final."""
    alleen = {s[0] for s in stukken(reeks, kader.g.breuken) if len(s) == 1}
    ruim = kader.per_label >= 14
    uit = []
    for i, punt in enumerate(reeks.punten):
        if punt.waarde is None or not ((punt.woord and ruim) or i == reeks.laatste or i in alleen):
            continue
        if stijl.is_lijn and not punt.woord:
            continue
        plek = (kader.x(i), kader.y(punt.waarde))
        vulling = WIT if punt.woord or stijl.is_licht else stijl.kleur
        streep = "2 2" if punt.status == "geschat" else ""
        straal = STRAAL if i == reeks.laatste else STRAAL - 1
        uit.append(Merk(*plek, straal, stijl.punt, vulling, stijl.kleur, 2.2, streep, nummer, i))
    return uit


def regels_van(g: Gegevens, i: int, stijl: Stijl, maat: Maat, ruimte: float) -> tuple[str, ...]:
    """Name and figure; on a phone in short lines, and of earlier years the name alone."""
    reeks = g.reeksen[i]
    punt = reeks.punten[reeks.laatste or 0]
    vet = stijl.dikte > 2.5
    if maat.is_smal and g.vorm == "jaren" and not vet and not punt.woord:
        return tuple(breek(reeks.naam, ruimte, maat.grootte, regels=2))
    heel = f"{reeks.naam}: {punt.voluit}" if _noemt(g, reeks) else punt.voluit
    if stijl.is_lijn and punt.tekst in reeks.naam:
        heel = reeks.naam
    if breedte(heel, maat.grootte, vet=vet) <= ruimte:
        return (heel,)
    regels = 3 if maat.is_smal else 2
    naam = breek(reeks.naam, ruimte, maat.grootte, regels=regels, vet=vet)
    naam = naam if _noemt(g, reeks) else []
    if heel == reeks.naam:
        return tuple(naam)
    cijfer = breek(punt.voluit, ruimte, maat.grootte, regels=2, vet=vet)
    return (*naam, *cijfer)


def _noemt(g: Gegevens, reeks: Reeks) -> bool:
    """Whether the label needs the name: one line is named by its title."""
    return bool(reeks.naam) and len(g.reeksen) > 1


def etiket(kader: Kader, g: Gegevens, i: int, stijl: Stijl) -> Etiket | None:
    reeks, maat = g.reeksen[i], kader.maat
    if reeks.laatste is None:
        return None
    if stijl.is_lijn:
        return _op_de_lijn(kader, g, i, stijl)
    plek = kader.x(reeks.laatste)
    ruimte = max(60.0, maat.breed - plek - AFSTAND - 2)
    if plek < kader.vlak.x1 - 1:
        ruimte = min(ruimte, max(maat.label_ruimte(), maat.breed * 0.6))
    regels = regels_van(g, i, stijl, maat, ruimte)
    y = kader.y(reeks.punten[reeks.laatste].waarde)
    return Etiket(plek + AFSTAND, y, regels, stijl.tekst, stijl.dikte > 2.5, maat.grootte)


def _op_de_lijn(kader: Kader, g: Gegevens, i: int, stijl: Stijl) -> Etiket:
    """The name of a budget or target stands above the right end of its line."""
    reeks, v = g.reeksen[i], kader.vlak
    regels = regels_van(g, i, stijl, kader.maat, kader.maat.breed - v.x0)
    e = Etiket(0.0, 0.0, regels, stijl.tekst, grootte=kader.maat.grootte)
    y = kader.y(reeks.punten[reeks.laatste].waarde) - e.hoog / 2 - 4
    x = max(v.x0, min(v.x1, kader.maat.breed) - e.breed)
    return Etiket(x, y, regels, stijl.tekst, grootte=kader.maat.grootte)


def rechts_nodig(
    g: Gegevens, maat: Maat, stijl: list[Stijl], links: float, alleen: list[int] | None = None
) -> float:
    """Room at the right for the labels of lines that run to the end."""
    nodig, n = 16.0, max(2, len(g.labels))
    for i, reeks in enumerate(g.reeksen):
        if reeks.laatste is None or stijl[i].is_lijn or (alleen is not None and i not in alleen):
            continue
        vet = stijl[i].dikte > 2.5
        deel = reeks.laatste / (n - 1) if len(g.labels) > 1 else 0.5
        langste = langste_woord(reeks.naam, maat.grootte, vet=vet) if _noemt(g, reeks) else 0.0
        regels = regels_van(g, i, stijl[i], maat, maat.label_ruimte(langste))
        wil = max(breedte(r, maat.grootte, vet=vet) for r in regels) + AFSTAND + 4
        over = (1 - deel) * (maat.breed - links)
        nodig = max(nodig, (wil - over) / max(deel, 0.2))
    return min(nodig, maat.label_ruimte(999) + AFSTAND + 4)
