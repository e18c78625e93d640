"""A dot strip: the own gemeente dark and named, the others grey, a line at the middle one."""

from statistics import median

from monitor.weergave.grafieken.assen import As, as_voor
from monitor.weergave.grafieken.gegevens import Gegevens, Punt, gekanteld
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, JAREN, PALET, RASTER, WIT, eigen
from monitor.weergave.grafieken.tekening import Maat, Merk, Pad, Tekening, Tekst, Vlak
from monitor.weergave.grafieken.tekst import as_tekst, breedte, breek, getal

RAND, STROOK, STIP = 16.0, 128.0, 7.0


def teken_stippen(g: Gegevens, maat: Maat) -> Tekening:
    """A strip for each label when there are several series; else one strip over all labels."""
    if len(g.reeksen) == 1 and len(g.labels) > 1:
        g = gekanteld(g)
    as_ = as_voor(g.zichtbaar, eenheid=g.eenheid)
    tek = Tekening(maat.breed, 0.0)
    y = 0.0
    for k, label in enumerate(g.labels):
        y = _strook(tek, g, maat, as_, k, label if len(g.labels) > 1 else "", y)
    _as(tek, g, maat, as_, y)
    tek.hoog = y + 30
    if not g.zichtbaar:
        tek.boven.append(Tekst(maat.breed / 2, 30.0, "Geen cijfer om te tekenen", GRIJS, "middle"))
    return tek


def _strook(tek: Tekening, g: Gegevens, maat: Maat, as_: As, k: int, label: str, y: float) -> float:
    zichtbaar = [
        (i, r.punten[k]) for i, r in enumerate(g.reeksen) if r.punten[k].waarde is not None
    ]
    if label:
        label = breek(label, maat.breed - 4, maat.grootte, regels=1, vet=True)[0]
        tek.boven.append(Tekst(0.0, y + 15, label, INKT, vet=True, grootte=maat.grootte))
        y += 24
    v = Vlak(RAND, y, maat.breed - RAND, y + STROOK, as_)
    tek.vlakken.append(v)
    midden = y + STROOK * 0.58
    tek.onder.append(Pad(((v.x0, midden), (v.x1, midden)), RASTER, 2.0))
    if len(zichtbaar) > 2:
        _middelste(tek, g, maat, v, median(p.waarde for _, p in zichtbaar), y)
    bezet: list[tuple[float, float]] = []
    zelf = eigen(g)
    _uitersten(tek, g, maat, v, [ip for ip in zichtbaar if ip[0] != zelf], midden)
    for i, p in sorted(zichtbaar, key=lambda ip: (ip[0] == zelf, ip[1].waarde)):
        x = _x(v, p.waarde)
        if i == zelf:
            tek.merken.append(_stip(x, midden, STIP + 3, PALET[0], p.woord, i, k))
            _eigen_naam(tek, g, maat, i, k, x, midden)
        else:
            dy = _opzij(bezet, x)
            bezet.append((x, dy))
            tek.merken.append(_stip(x, midden + dy, STIP, JAREN[2], p.woord, i, k))
    return y + STROOK


def _stip(x: float, y: float, straal: float, kleur: str, woord: str, i: int, k: int) -> Merk:
    """An open dot for what is not final; a white edge keeps neighbours apart."""
    if woord:
        return Merk(x, y, straal - 1, "circle", WIT, kleur, 2.2, "", i, k)
    return Merk(x, y, straal, "circle", kleur, WIT, 1.5, "", i, k)


def _x(v: Vlak, waarde: float) -> float:
    return v.x0 + v.as_.deel(waarde) * (v.x1 - v.x0)


def _opzij(bezet: list[tuple[float, float]], x: float) -> float:
    """The first free height for a dot that would lie on another, alternating up and down."""
    for stap in range(9):
        dy = (stap + 1) // 2 * STIP * 1.7 * (1 if stap % 2 else -1)
        if abs(dy) <= STROOK * 0.33 and not any(
            abs(x - bx) < STIP * 1.7 and abs(dy - by) < 1 for bx, by in bezet
        ):
            return dy
    return 0.0


def _middelste(tek: Tekening, g: Gegevens, maat: Maat, v: Vlak, waarde: float, y: float) -> None:
    x, tekst = _x(v, waarde), f"middelste: {getal(waarde, g.eenheid, _decimalen(waarde, g))}"
    tek.onder.append(Pad(((x, y + STROOK * 0.58 - 26), (x, y + STROOK - 6)), GRIJS, 1.5))
    half = breedte(tekst, maat.grootte) / 2
    plek = min(max(x, half), maat.breed - half)
    tek.boven.append(Tekst(plek, y + STROOK + 8, tekst, GRIJS, "middle", grootte=maat.grootte))


def _decimalen(waarde: float, g: Gegevens) -> int:
    """The middle of two figures may need one decimal more than they have."""
    return g.decimalen + (round(waarde, g.decimalen) != round(waarde, g.decimalen + 1))


def _eigen_naam(
    tek: Tekening, g: Gegevens, maat: Maat, i: int, k: int, x: float, midden: float
) -> None:
    tekst = f"{g.reeksen[i].naam}: {g.reeksen[i].punten[k].voluit}"
    tekst = breek(tekst, maat.breed - 4, maat.grootte, regels=1, vet=True)[0]
    half = breedte(tekst, maat.grootte, vet=True) / 2
    plek = min(max(x, half), maat.breed - half)
    y = midden - STROOK * 0.43
    tek.boven.append(Tekst(plek, y, tekst, PALET[0], "middle", vet=True, grootte=maat.grootte))
    tek.onder.append(Pad(((x, y + 6), (x, midden - STIP - 4)), PALET[0], 1.2))


def _uitersten(
    tek: Tekening, g: Gegevens, maat: Maat, v: Vlak, anderen: list[tuple[int, Punt]], midden: float
) -> None:
    """The lowest and the highest of the others are named, where their names stand free."""
    if len(anderen) < 3:
        return
    op_waarde = sorted(anderen, key=lambda ip: ip[1].waarde or 0.0)
    vrij_tot, grens = 0.0, _x(v, median(p.waarde for _, p in anderen)) - 12
    for (i, p), anker in ((op_waarde[0], "laag"), (op_waarde[-1], "hoog")):
        tekst = f"{g.reeksen[i].naam}: {p.voluit}"
        half = breedte(tekst, maat.grootte) / 2
        x = min(max(_x(v, p.waarde or 0.0), half), maat.breed - half)
        past = x + half < grens if anker == "laag" else x - half > max(grens + 24, vrij_tot)
        if past:
            y = midden + STIP + 22
            tek.boven.append(Tekst(x, y, tekst, GRIJS, "middle", grootte=maat.grootte))
            vrij_tot = x + half + 10


def _as(tek: Tekening, g: Gegevens, maat: Maat, as_: As, y: float) -> None:
    v = Vlak(RAND, 0.0, maat.breed - RAND, y, as_)
    hoogste = max(abs(as_.laag), abs(as_.hoog))
    for merk in as_.merken:
        x, tekst = _x(v, merk), as_tekst(merk, g, as_.stap, hoogste)
        half = breedte(tekst, maat.grootte) / 2
        plek = min(max(x, half), maat.breed - half)
        tek.onder.append(Pad(((x, y + 12), (x, y + 16)), GRIJS))
        tek.boven.append(Tekst(plek, y + 29, tekst, GRIJS, "middle", grootte=maat.grootte))
