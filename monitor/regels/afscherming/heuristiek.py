"""A good pattern for systems of any size: small moves that cost little, then showing what can be shown.

For each small count that cannot move as far as it must: the cheapest change of the table in which it
does, by linear programming; the cells that change are hidden. Each change is kept as a witness and
serves other counts too. Then, from expensive to cheap, a cover is shown again if every witness that
used it can be replaced. Source: METHODEN A4.5.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from monitor.regels.afscherming.behoefte import SPELING, Eis
from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.lp import Model
from monitor.regels.afscherming.sluiten import Sluiter
from monitor.regels.afscherming.stelsel import Stelsel
from monitor.regels.afscherming.vrij import Vrij

Zet = tuple[int, int]  # cell, by how much it must be able to move
Verandering = NDArray[np.float64]
GRATIS = 1e-3
HERWEGEN = 2
POGINGEN, WERK = 24, 1900


@dataclass
class Bewegen:
    """The cheapest change of the table (as `cellen` are free) in which one cell moves so far."""

    stelsel: Stelsel
    cellen: list[int]  # which cells may change at all
    model: Model = field(init=False)

    def __post_init__(self) -> None:
        s, n = self.stelsel, len(self.cellen)
        self.plek = {i: k for k, i in enumerate(self.cellen)}
        rijen = []
        for termen, laag, hoog in s.rijen:
            som = sum(c * s.cellen[i].waarde for i, c in termen.items())
            binnen = [(self.plek[i], c) for i, c in termen.items() if i in self.plek]
            heen_en_weer = dict(binnen) | {n + k: -c for k, c in binnen}
            if binnen:
                rijen.append((heen_en_weer, laag - som, hoog - som))
        self.model = Model(2 * n, rijen)
        cellen = [s.cellen[i] for i in self.cellen]
        self.ruimte = [c.hoog - c.waarde for c in cellen] + [c.waarde - c.laag for c in cellen]
        self.model.grenzen([0.0] * (2 * n), self.ruimte)

    def prijzen(self, prijs: Sequence[float] | NDArray[np.float64]) -> None:
        self.model.zet_kosten(np.concatenate([prijs, prijs]))

    def sluit(self, cel: int) -> None:
        self._grens(cel, 0.0, 0.0, 0.0)

    def open(self, cel: int) -> None:
        k, n = self.plek[cel], len(self.cellen)
        self._grens(cel, 0.0, self.ruimte[k], self.ruimte[n + k])

    def _grens(self, cel: int, laag: float, op: float, neer: float) -> None:
        k = self.plek[cel]
        self.model.grens(k, laag, op)
        self.model.grens(len(self.cellen) + k, 0.0, neer)

    def zoek(self, zet: Zet) -> Verandering | None:
        """The change of all cells of the system; None when there is none."""
        cel, hoeveel = zet
        k, n = self.plek[cel], len(self.cellen)
        self.model.grens(k, max(hoeveel, 0), max(hoeveel, 0))
        self.model.grens(n + k, max(-hoeveel, 0), max(-hoeveel, 0))
        uitkomst = self.model.los_op()
        self.open(cel)
        if uitkomst is None:
            return None
        x = np.asarray(uitkomst.x)
        delta = np.zeros(len(self.stelsel.cellen))
        delta[self.cellen] = x[:n] - x[n:]
        delta[np.abs(delta) < SPELING] = 0.0
        return delta


def zoek_snel(stelsel: Stelsel, eisen: Sequence[Eis]) -> frozenset[int]:
    """The covers to hide. Raises `not_protectable` when hiding everything is not enough."""
    zetten = [z for eis in eisen for z in _zetten(eis, stelsel.cellen[eis.cel].waarde)]
    gevonden = [_probeer(stelsel, volgorde) for volgorde in _volgorden(zetten, len(stelsel.cellen))]
    return min(gevonden, key=lambda weg: (sum(stelsel.prijs[i] for i in weg), sorted(weg)))


def _volgorden(zetten: list[Zet], n: int) -> Iterator[list[Zet]]:
    """Who comes first decides much, so some orders are tried: many for small systems, few for large."""
    toeval = random.Random(n)  # noqa: S311 - always the same
    for keer in range(max(1, min(POGINGEN, WERK // n))):
        yield list(zetten) if keer == 0 else toeval.sample(zetten, len(zetten))


def _probeer(stelsel: Stelsel, zetten: Sequence[Zet]) -> frozenset[int]:
    weg, getuigen = _verberg(stelsel, zetten)
    return _heel(stelsel, _toon_weer(stelsel, weg, getuigen), getuigen)


def _zetten(eis: Eis, waarde: int) -> list[Zet]:
    op, neer = eis.hoog - waarde, waarde - eis.laag
    if not eis.volledig:
        op = min(op, eis.breedte - 1)
        neer = eis.breedte - 1 - op
    return [(eis.cel, hoeveel) for hoeveel in (op, -neer) if hoeveel]


def _verberg(stelsel: Stelsel, zetten: Sequence[Zet]) -> tuple[set[int], dict[Zet, Verandering]]:
    bewegen = Bewegen(stelsel, list(range(len(stelsel.cellen))))
    weg: set[int] = set()
    getuigen: dict[Zet, Verandering] = {}
    dekbaar = np.array([c.dekbaar for c in stelsel.cellen])
    prijs = np.where(dekbaar, stelsel.prijs, GRATIS)
    vrij = Vrij(stelsel, np.flatnonzero(~dekbaar).tolist())
    for zet in zetten:
        if zet in getuigen:
            continue
        delta = vrij.zoek(*zet)
        if delta is None:
            delta = _goedkoopst(bewegen, prijs, dekbaar, zet)
        if delta is None:
            cel = stelsel.cellen[zet[0]]
            raise SdcError("not_protectable", [cel.bron.id], [cel.naam])
        delta[np.abs(delta) < SPELING] = 0.0
        for i in np.flatnonzero(dekbaar & (delta != 0)).tolist():
            weg.add(i)
            vrij.open(i)
            prijs[i] = GRATIS * stelsel.prijs[i]
        _dien(getuigen, zetten, delta)
    return weg, getuigen


def _goedkoopst(
    bewegen: Bewegen, prijs: NDArray[np.float64], dekbaar: NDArray[np.bool_], zet: Zet
) -> Verandering | None:
    """Solved again with the price of what did not move raised: fewer cells instead of small moves."""
    bewegen.prijzen(prijs)
    delta = bewegen.zoek(zet)
    for _ in range(HERWEGEN):
        if delta is None or not (prijs[dekbaar & (delta != 0)] > 0.1).any():
            return delta
        bewegen.prijzen(prijs / (np.abs(delta) + 0.5))
        vorige, delta = delta, bewegen.zoek(zet)
        if delta is not None and ((delta != 0) == (vorige != 0)).all():
            return delta  # the same cells again
    return delta


def _dien(getuigen: dict[Zet, Verandering], zetten: Sequence[Zet], delta: Verandering) -> None:
    """Which demands this change meets: the same cell moved exactly that far."""
    for zet in zetten:
        if zet not in getuigen and abs(delta[zet[0]] - zet[1]) < SPELING:
            getuigen[zet] = delta


def _toon_weer(stelsel: Stelsel, weg: set[int], getuigen: dict[Zet, Verandering]) -> frozenset[int]:
    vrij = [i for i, c in enumerate(stelsel.cellen) if not c.dekbaar or i in weg]
    bewegen = Bewegen(stelsel, vrij)
    bewegen.prijzen([stelsel.prijs[i] if i in weg else GRATIS for i in vrij])
    sluiter = Sluiter(stelsel, vrij, getuigen)
    for cel in sorted(weg, key=lambda i: (-stelsel.prijs[i], stelsel.cellen[i].bron.id)):
        if not sluiter.kan(cel):
            continue
        bewegen.sluit(cel)
        nieuw = _vervang(bewegen, getuigen, cel)
        if nieuw is None:
            bewegen.open(cel)
        else:
            weg.discard(cel)
            sluiter.sluit(cel)
            getuigen.update(nieuw)
    return frozenset(weg)


def _vervang(
    bewegen: Bewegen, getuigen: dict[Zet, Verandering], cel: int
) -> dict[Zet, Verandering] | None:
    """Other witnesses for those that used the cell; None when one cannot be replaced."""
    geraakt = [zet for zet, delta in getuigen.items() if delta[cel] != 0]
    nieuw: dict[Zet, Verandering] = {}
    for zet in geraakt:
        if zet in nieuw:
            continue
        delta = bewegen.zoek(zet)
        if delta is None:
            return None
        _dien(nieuw, geraakt, delta)
        nieuw.setdefault(zet, delta)
    return nieuw


def _heel(
    stelsel: Stelsel, weg: frozenset[int], getuigen: dict[Zet, Verandering]
) -> frozenset[int]:
    """Where a witness is not in whole numbers: find one that is, or hide one more and look again."""
    n = len(stelsel.cellen)
    model = None
    for zet, delta in sorted(getuigen.items(), key=lambda paar: paar[0]):
        if (np.abs(delta - np.round(delta)) < SPELING).all():
            continue
        model = model or Model(n, stelsel.rijen)
        while not _bestaat_heel(stelsel, model, weg, zet):
            rest = [i for i, c in enumerate(stelsel.cellen) if c.dekbaar and i not in weg]
            if not rest:
                cel = stelsel.cellen[zet[0]]
                raise SdcError("not_protectable", [cel.bron.id], [cel.naam])
            weg |= {min(rest, key=lambda i: (not _naast(stelsel, zet[0], i), stelsel.prijs[i], i))}
    return weg


def _naast(stelsel: Stelsel, a: int, b: int) -> bool:
    return any(a in termen and b in termen for termen, _, _ in stelsel.rijen)


def _bestaat_heel(stelsel: Stelsel, model: Model, weg: frozenset[int], zet: Zet) -> bool:
    vrij = [not c.dekbaar or i in weg for i, c in enumerate(stelsel.cellen)]
    laag = [c.laag if v else c.waarde for c, v in zip(stelsel.cellen, vrij, strict=True)]
    hoog = [c.hoog if v else c.waarde for c, v in zip(stelsel.cellen, vrij, strict=True)]
    laag[zet[0]] = hoog[zet[0]] = stelsel.cellen[zet[0]].waarde + zet[1]
    return model.heel(laag, hoog, [0.0] * model.n) is not None
