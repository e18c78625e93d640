"""What every kind of bar shares: its look by status, the stub of a hidden figure, the key above."""

from dataclasses import replace

from monitor.weergave.grafieken.gegevens import Gegevens, Punt
from monitor.weergave.grafieken.kader import Kader
from monitor.weergave.grafieken.kleuren import GRIJS, INKT, STREEP, WIT, Stijl, tint
from monitor.weergave.grafieken.tekening import Element, Maat, Pad, Tekst, Vak
from monitor.weergave.grafieken.tekst import breedte, breek

Doos = tuple[float, float, float, float]

VULLING = 0.72
BREEDSTE = 112.0  # three columns need not fill the page
STUMP = 13.0  # the height of what may not be known: always the same
SLEUTEL = 26.0


def vulling(kader: Kader, naast_elkaar: int = 1) -> float:
    """Which part of its room a column takes (or the columns side by side take together)."""
    meest = BREEDSTE if naast_elkaar == 1 else 70.0 * naast_elkaar
    return min(VULLING if naast_elkaar == 1 else 0.8, meest / kader.per_label)


def balk(punt: Punt, stijl: Stijl, doos: Doos, reeks: int, plaats: int) -> Vak:
    """A bar as its status asks: solid, lighter with a dashed edge, or white with dots."""
    streep = STREEP.get(punt.status, "")
    if not streep and not stijl.is_licht:
        return Vak(*doos, stijl.kleur, "", "", reeks, plaats)
    kleur = WIT if punt.status == "geschat" else tint(stijl.kleur)
    x, y, breed, hoog = doos
    half = min(0.75, breed / 2, hoog / 2)  # the edge stays inside the bar
    binnen = (x + half, y + half, breed - 2 * half, hoog - 2 * half)
    return Vak(*binnen, kleur, stijl.kleur, streep, reeks, plaats)


def stomp(x: float, y: float, breed: float, hoog: float) -> list[Element]:
    """A hatched stub of fixed size: something is here, how much stays unsaid."""
    x1, y1, stap = x + breed, y + hoog, 5.0
    uit: list[Element] = [Vak(x, y, breed, hoog, WIT, GRIJS)]
    k = x - hoog + stap
    while k < x1:
        begin, eind = max(k, x), min(k + hoog, x1)
        uit.append(Pad(((begin, y1 - (begin - k)), (eind, y1 - (eind - k))), GRIJS))
        k += stap
    return uit


def sleutel_regels(g: Gegevens, maat: Maat) -> list[list[tuple[float, int, str]]]:
    """The names above the columns, in rows that fit: (x, series, name)."""
    rijen: list[list[tuple[float, int, str]]] = [[]]
    x = 0.0
    for i, reeks in enumerate(g.reeksen):
        naam = breek(reeks.naam, maat.breed - 30, maat.grootte, regels=1)[0]
        wil = 20 + breedte(naam, maat.grootte)
        if rijen[-1] and x + wil > maat.breed:
            rijen.append([])
            x = 0.0
        rijen[-1].append((x, i, naam))
        x += wil + 20
    return rijen


def met_sleutel(g: Gegevens, maat: Maat) -> tuple[Maat, float]:
    """The layout made higher for the key, and where the chart under it begins."""
    hoog = SLEUTEL * len(sleutel_regels(g, maat))
    return replace(maat, hoog=maat.hoog + hoog), hoog + 28.0


def sleutel(kader: Kader, g: Gegevens, stijl: list[Stijl]) -> None:
    for r, rij in enumerate(sleutel_regels(g, kader.maat)):
        y = r * SLEUTEL + 4.0
        for x, i, naam in rij:
            rand = stijl[i].kleur if stijl[i].is_licht else ""
            kader.tek.onder.append(Vak(x + 1, y, 13, 13, stijl[i].vulling, rand))
            kader.tek.onder.append(Tekst(x + 20, y + 12, naam, INKT, grootte=kader.maat.grootte))


class Vrij:
    """Finds room for words among the bars: up (or down) until they touch nothing."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self.dozen: list[Doos] = [
            (e.x, e.y, e.x + e.breed, e.y + e.hoog)
            for e in kader.tek.merken
            if isinstance(e, Vak) and e.hoog > 0
        ]

    def zet(
        self,
        x: float,
        y: float,
        tekst: str,
        *,
        kleur: str = INKT,
        vet: bool = False,
        neer: bool = False,
    ) -> float:
        """Write the words centred on x, at y or the first free height beyond it; returns that."""
        grootte, breed = self.kader.maat.grootte, self.kader.maat.breed
        half = breedte(tekst, grootte, vet=vet) / 2
        x = min(max(x, half + 1), breed - half - 1)
        while self._raakt(x - half, y - grootte * 0.8, x + half, y + 3) and grootte < y < 2000:
            y += 3 if neer else -3
        y = max(y, grootte * 0.85)
        self.dozen.append((x - half, y - grootte * 0.9, x + half, y + 4))
        self.kader.tek.boven.append(Tekst(x, y, tekst, kleur, "middle", vet=vet, grootte=grootte))
        return y

    def _raakt(self, *doos: float) -> bool:
        a, b, c, d = doos
        return any(a < x1 and x0 < c and b < y1 and y0 < d for x0, y0, x1, y1 in self.dozen)
