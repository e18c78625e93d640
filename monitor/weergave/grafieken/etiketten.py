"""Direct labels: beside the end of their line, moved in steps of 20 until they touch nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from monitor.weergave.grafieken.kleuren import NULLIJN, WIT
from monitor.weergave.grafieken.tekening import Element, Pad, Plek, Tekst, Vak
from monitor.weergave.grafieken.tekst import breedte

VERSCHUIVING = 20.0
REGEL = 1.16
LUCHT = VERSCHUIVING - 15 * REGEL  # one-line labels stand 20 apart


@dataclass(frozen=True)
class Etiket:
    """Lines of text that belong to the point (x, y)."""

    x: float
    y: float
    regels: tuple[str, ...]
    kleur: str
    vet: bool = False
    grootte: float = 15.0

    @property
    def breed(self) -> float:
        return max(breedte(r, self.grootte, vet=self.vet) for r in self.regels)

    @property
    def hoog(self) -> float:
        return len(self.regels) * self.grootte * REGEL

    def doos(self, dy: float = 0.0) -> tuple[float, float, float, float]:
        """Left, top, right, bottom when the label is moved by `dy`."""
        boven = self.y + dy - self.hoog / 2
        return self.x, boven, self.x + self.breed, boven + self.hoog


def plaats(
    etiketten: Sequence[Etiket], *, boven: float, onder: float, paden: Iterable[Pad] = ()
) -> list[tuple[Etiket, float]]:
    """Each label with how far it moved; a label that finds no place at all is left out.

    Labels at one end of the chart keep the order of their lines; a lone one looks around itself.
    """
    paden, klaar = list(paden), []
    for groep in _groepen(etiketten):
        if len(groep) > 1:
            klaar += stapel(groep, boven=boven, onder=onder)
            continue
        (etiket,) = groep
        vrij = [dy for dy in _pogingen() if _past(etiket, dy, klaar, boven, onder)]
        if vrij:
            klaar.append((etiket, min(vrij, key=lambda dy: _last(etiket, dy, paden))))
    return klaar


def _groepen(etiketten: Sequence[Etiket]) -> list[list[Etiket]]:
    groepen: dict[int, list[Etiket]] = {}
    for etiket in etiketten:
        groepen.setdefault(round(etiket.x), []).append(etiket)
    return sorted(groepen.values(), key=lambda g: -len(g))


def stapel(
    etiketten: Sequence[Etiket], *, boven: float, onder: float
) -> list[tuple[Etiket, float]]:
    """Labels under each other in the order of their points, each as near to its own as can be."""
    op_hoogte = sorted(etiketten, key=lambda e: e.y)
    while op_hoogte and sum(e.hoog + LUCHT for e in op_hoogte) > onder - boven + 2 * LUCHT:
        op_hoogte.remove(min(op_hoogte, key=lambda e: (e.vet, -e.hoog)))
    bussels: list[tuple[float, list[Etiket]]] = []  # top of the bundle, its labels
    for etiket in op_hoogte:
        bussels.append(_bussel([etiket], boven, onder))
        while len(bussels) > 1 and _onderkant(bussels[-2]) > bussels[-1][0] + 0.01:
            laatste = bussels.pop()
            bussels[-1] = _bussel(bussels[-1][1] + laatste[1], boven, onder)
    uit = []
    for top, leden in bussels:
        for etiket in leden:
            uit.append((etiket, top + (etiket.hoog + LUCHT) / 2 - etiket.y))
            top += etiket.hoog + LUCHT
    return uit


def _bussel(leden: list[Etiket], boven: float, onder: float) -> tuple[float, list[Etiket]]:
    """The best top for labels that touch: the mean of what each would like."""
    hoog, wensen = 0.0, []
    for etiket in leden:
        wensen.append(etiket.y - etiket.hoog / 2 - LUCHT / 2 - hoog)
        hoog += etiket.hoog + LUCHT
    top = sum(wensen) / len(wensen)
    return max(boven - LUCHT, min(top, onder + LUCHT - hoog)), leden


def _onderkant(bussel: tuple[float, list[Etiket]]) -> float:
    return bussel[0] + sum(e.hoog + LUCHT for e in bussel[1])


def teken(geplaatst: Iterable[tuple[Etiket, float]]) -> list[Element]:
    """The labels on a white ground, with a thin line back to their point when they moved."""
    uit: list[Element] = []
    for etiket, dy in geplaatst:
        links, boven, rechts, onder = etiket.doos(dy)
        if abs(dy) >= VERSCHUIVING * 0.7:
            uit.append(Pad(((etiket.x - 6, etiket.y), (etiket.x - 2, etiket.y + dy)), NULLIJN))
        uit.append(Vak(links - 1, boven, rechts - links + 2, onder - boven, WIT))
        for i, regel in enumerate(etiket.regels):
            y = boven + (i + 0.8) * etiket.grootte * REGEL
            uit.append(Tekst(links, y, regel, etiket.kleur, vet=etiket.vet, grootte=etiket.grootte))
    return uit


def _pogingen() -> list[float]:
    return [0.0, *(s * n * VERSCHUIVING / 2 for n in range(1, 40) for s in (-1, 1))]


def _past(
    etiket: Etiket, dy: float, klaar: Sequence[tuple[Etiket, float]], boven: float, onder: float
) -> bool:
    _, top, _, bodem = mijn = etiket.doos(dy)
    if top < boven - 1 or bodem > onder + 1:
        return False
    return not any(_raken(mijn, ander.doos(d)) for ander, d in klaar)


def _last(etiket: Etiket, dy: float, paden: Sequence[Pad]) -> float:
    """How bad a place is: crossing a line is worse than a step aside."""
    doos = etiket.doos(dy)
    kruist = sum(
        _kruist(doos, a, b) for p in paden for a, b in zip(p.punten, p.punten[1:], strict=False)
    )
    return abs(dy) + 45 * kruist


def _raken(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _kruist(doos: tuple[float, ...], a: Plek, b: Plek) -> bool:
    """Whether the piece of line passes through the box, tried at a few points."""
    return any(
        doos[0] < a[0] + t * (b[0] - a[0]) < doos[2]
        and doos[1] < a[1] + t * (b[1] - a[1]) < doos[3]
        for t in (0.0, 0.25, 0.5, 0.75, 1.0)
    )
