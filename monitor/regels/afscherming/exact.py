"""The pattern that hides least, for small systems: Fischetti and Salazar's cutting planes.

A master program chooses covers; linear programs attack its choice; each attack that succeeds becomes
a row of the master, made from its dual values. Source: METHODEN A4.5; Fischetti & Salazar (2001).
"""

import time
from collections.abc import Iterator, Sequence

from monitor.regels.afscherming.behoefte import SPELING, Eis
from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.lp import Model, Uitkomst
from monitor.regels.afscherming.meester import Meester, Snede
from monitor.regels.afscherming.stelsel import Stelsel

RONDES = 400


class Aanval:
    """How far a small count can move when these covers are hidden."""

    def __init__(self, stelsel: Stelsel) -> None:
        self.s = stelsel
        self.model = Model(len(stelsel.cellen), stelsel.rijen)
        self.waarde = [float(c.waarde) for c in stelsel.cellen]
        self.rijwaarde = [
            sum(k * self.waarde[i] for i, k in termen.items()) for termen, _, _ in stelsel.rijen
        ]
        self.genoeg = 10 * max(self.waarde, default=0) + 1000  # stands in for "no upper bound"
        self.laag: list[float] = []
        self.hoog: list[float] = []

    def kies(self, weg: frozenset[int]) -> None:
        """Hide these covers."""
        vrij = [not c.dekbaar or i in weg for i, c in enumerate(self.s.cellen)]
        cellen = list(zip(self.s.cellen, vrij, self.waarde, strict=True))
        self.laag = [c.laag if v else w for c, v, w in cellen]
        self.hoog = [c.hoog if v else w for c, v, w in cellen]
        self.model.grenzen(self.laag, self.hoog)

    def kies_deels(self, y: Sequence[float]) -> None:
        """Hide each cover for a part: it may move by that part of its room."""
        deel = [0.0 if d < SPELING else min(d, 1.0) for d in y]
        cellen = list(zip(self.s.cellen, deel, self.waarde, strict=True))
        self.laag = [w - (w - c.laag) * d if c.dekbaar else c.laag for c, d, w in cellen]
        self.hoog = [
            w + min(c.hoog - w, self.genoeg) * d if c.dekbaar else c.hoog for c, d, w in cellen
        ]
        self.model.grenzen(self.laag, self.hoog)

    def uiterste(self, eis: Eis, teken: int) -> Uitkomst:
        """The most (teken 1) or the least (teken -1) it can be, no further than is asked."""
        i = eis.cel
        self.model.doel(i, -float(teken))
        self.model.grens(i, max(self.laag[i], eis.laag), min(self.hoog[i], eis.hoog))
        uitkomst = self.model.los_op()
        self.model.grens(i, self.laag[i], self.hoog[i])
        if uitkomst is None:
            raise SdcError("timeout", [self.s.cellen[i].bron.id], [self.s.cellen[i].naam])
        return uitkomst

    def hoogste(self, i: int) -> Sequence[float]:
        """The table in which one cell is most, no further than just under the threshold."""
        self.model.doel(i, -1.0)
        self.model.grens(i, self.laag[i], min(self.hoog[i], self.s.cellen[i].drempel - 1))
        uitkomst = self.model.los_op()
        self.model.grens(i, self.laag[i], self.hoog[i])
        return [float(c.drempel) for c in self.s.cellen] if uitkomst is None else uitkomst.x

    def is_heel(self, eis: Eis, doel: int, uitkomst: Uitkomst) -> bool:
        """Whether whole numbers reach it too; mostly the solution is whole already."""
        if all(abs(x - round(x)) < SPELING for x in uitkomst.x):
            return True
        laag, hoog = list(self.laag), list(self.hoog)
        laag[eis.cel] = hoog[eis.cel] = doel
        gevonden = self.model.heel(laag, hoog, [0.0] * self.model.n)
        self.model.grenzen(self.laag, self.hoog)
        return gevonden is not None

    def snede(self, uitkomst: Uitkomst, nodig: float) -> Snede:
        """What must be hidden for this attack to fail: from the multipliers of the bounds."""
        coef: dict[int, float] = {}
        for i, d in enumerate(uitkomst.duaal):
            if abs(d) < 1e-9:
                continue
            cel, w = self.s.cellen[i], self.waarde[i]
            ruimte = w - cel.laag if d > 0 else cel.hoog - w
            bijdrage = abs(d) * min(ruimte, self.genoeg)
            if cel.dekbaar:
                coef[i] = bijdrage
            else:
                nodig -= bijdrage
        for r, d in enumerate(uitkomst.rijduaal):
            if abs(d) > 1e-9:
                _, laag, hoog = self.s.rijen[r]
                ruimte = self.rijwaarde[r] - laag if d > 0 else hoog - self.rijwaarde[r]
                nodig -= abs(d) * min(ruimte, self.genoeg)
        return Snede({i: c for i, c in coef.items() if c > 1e-9}, nodig)


def zoek_exact(stelsel: Stelsel, eisen_: Sequence[Eis], tot: float) -> frozenset[int] | None:
    """The covers to hide, proven least. None when the limit on work or time (`tot`) was reached.

    Raises `not_protectable` when hiding everything is not enough.
    """
    aanval = Aanval(stelsel)
    meester = Meester(stelsel)
    for snede in _beginsneden(stelsel):
        meester.voeg_toe(snede)
    _versterk(aanval, meester, eisen_, tot)
    for _ in range(RONDES):
        if (weg := meester.kies(tot)) is None or time.monotonic() > tot:
            return None
        aanval.kies(weg)
        sneden = [s for eis in eisen_ for s in _tekort(aanval, eis, weg)]
        if not sneden:
            return weg
        for snede in sneden:
            if not snede.coef:
                raise _onbeschermbaar(stelsel, eisen_)
            meester.voeg_toe(snede)
    return None


def _versterk(aanval: Aanval, meester: Meester, eisen_: Sequence[Eis], tot: float) -> None:
    """Cuts while covers may still be hidden for a part: cheap, and they bring the answer near."""
    vorige = -1.0
    for _ in range(RONDES):
        y = meester.deels()
        if y is None or y.waarde < vorige + 1e-4 or time.monotonic() > tot:
            return
        vorige = y.waarde
        aanval.kies_deels(y.x)
        for eis in eisen_:
            for snede in _tekort(aanval, eis, None):
                if snede.coef:
                    meester.voeg_toe(snede)


def _onbeschermbaar(stelsel: Stelsel, eisen_: Sequence[Eis]) -> SdcError:
    cellen = [stelsel.cellen[e.cel] for e in eisen_]
    return SdcError("not_protectable", [c.bron.id for c in cellen], [c.naam for c in cellen])


def _tekort(aanval: Aanval, eis: Eis, weg: frozenset[int] | None) -> Iterator[Snede]:
    """The cuts this demand asks for; `weg` None while covers are hidden for a part."""
    waarde = aanval.s.cellen[eis.cel].waarde
    op, neer = aanval.uiterste(eis, 1), aanval.uiterste(eis, -1)
    hoogst, laagst = op.x[eis.cel], neer.x[eis.cel]
    if not eis.volledig:
        if hoogst - laagst < eis.breedte - 1 - SPELING:
            a, b = aanval.snede(op, 0), aanval.snede(neer, 0)
            samen = {i: a.coef.get(i, 0) + b.coef.get(i, 0) for i in {*a.coef, *b.coef}}
            yield Snede(samen, eis.breedte - 1 + a.rechts + b.rechts)
        return
    for uitkomst, doel, bereikt in ((op, eis.hoog, hoogst), (neer, eis.laag, laagst)):
        if abs(bereikt - doel) > SPELING:
            yield aanval.snede(uitkomst, abs(doel - waarde))
        elif weg is not None and doel != waarde and not aanval.is_heel(eis, doel, uitkomst):
            yield Snede(
                {i: 1.0 for i, c in enumerate(aanval.s.cellen) if c.dekbaar and i not in weg}, 1
            )


def _beginsneden(stelsel: Stelsel) -> Iterator[Snede]:
    """In an exact sum nothing can hide alone."""
    for termen, laag, hoog in stelsel.rijen:
        if laag != hoog:
            continue
        dekbaar = [i for i in termen if stelsel.cellen[i].dekbaar]
        altijd = [i for i in termen if not stelsel.cellen[i].dekbaar]
        if len(altijd) == 1 and stelsel.cellen[altijd[0]].gevoelig and dekbaar:
            yield Snede(dict.fromkeys(dekbaar, 1.0), 1)
        elif not altijd:
            for i in dekbaar:
                yield Snede({j: -1.0 if j == i else 1.0 for j in dekbaar}, 0)
