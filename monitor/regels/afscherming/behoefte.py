"""How far each small count must be able to reach: no further than the marks themselves allow.

1 + 2 + 3 under a small total can never reach 9, so demanding 1..9 would be unsolvable. What marks,
zeros and structure alone leave, all positive numbers removed, is what can be asked. Source: METHODEN A3.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil, floor

from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.lp import ONBEGRENSD, Model
from monitor.regels.afscherming.stelsel import Cel, Stelsel

SPELING = 1e-6


@dataclass(frozen=True)
class Eis:
    """A reader must think `laag` .. `hoog` of the cell possible; or any `breedte` values of them."""

    cel: int
    laag: int
    hoog: int
    breedte: int

    @property
    def volledig(self) -> bool:
        return self.breedte == self.hoog - self.laag + 1


def eisen(stelsel: Stelsel, deel: Sequence[int], ook: Collection[int] = ()) -> list[Eis]:
    """The demands of a connected part; `cel` counts within the part. Raises `marks_disclose`.

    `ook`: counts of nobody (of the part) that must be able to be as large as a small count.
    """
    erbij = _wat_meetelt(stelsel, deel) - set(deel)
    ruim = stelsel.deel([*deel, *sorted(erbij)])
    model = Model(len(ruim.cellen), ruim.rijen)
    laag, hoog = zip(*(_alleen_tekens(c) for c in ruim.cellen), strict=True)
    model.grenzen(laag, hoog)
    zoeker = _Uitersten(model, laag, hoog)
    gezocht = [i for i in range(len(deel)) if ruim.cellen[i].gevoelig or i in ook]
    zoeker.vooraf([(i, ruim.cellen[i]) for i in gezocht])
    gevonden = [_eis(i, ruim, *zoeker.van(i, ruim.cellen[i])) for i in gezocht]
    te_smal = [
        ruim.cellen[e.cel] for e in gevonden if e.cel not in ook and e.breedte < _minstens(ruim, e)
    ]
    if te_smal:
        raise SdcError("marks_disclose", [c.bron.id for c in te_smal], [c.naam for c in te_smal])
    return gevonden


def _wat_meetelt(stelsel: Stelsel, deel: Sequence[int]) -> set[int]:
    """The part with every number that hangs together with it: of none the value may count."""
    binnen, rest = set(deel), list(stelsel.rijen)
    while True:
        raakt = [t for t, _, _ in rest if not binnen.isdisjoint(t)]
        rest = [rij for rij in rest if binnen.isdisjoint(rij[0])]
        nieuw = {i for t in raakt for i in t if stelsel.cellen[i].waarde > 0} - binnen
        if not nieuw:
            return binnen
        binnen |= nieuw


def _alleen_tekens(c: Cel) -> tuple[float, float]:
    if c.status == "shown" and c.bron.value is not None:
        if c.waarde == 0:
            return 0, 0
        return (c.laag if c.dekbaar else c.drempel), ONBEGRENSD
    if c.bron.public == "known":
        return 0, ONBEGRENSD
    return c.laag, c.hoog


class _Uitersten:
    """The least and the most a cell can be; each answer is tried on all cells before solving anew."""

    def __init__(self, model: Model, laag: Sequence[float], hoog: Sequence[float]) -> None:
        self.model, self.laag, self.hoog = model, laag, hoog
        self.gezien: list[Sequence[float]] = []

    def vooraf(self, gezocht: Sequence[tuple[int, Cel]]) -> None:
        """All as small as they can be at once, then all as large: that answers for most of them."""
        laag, hoog = list(self.laag), list(self.hoog)
        for i, cel in gezocht:
            laag[i], hoog[i] = self._binnen(i, cel)
        self.model.grenzen(laag, hoog)
        for teken in (1.0, -1.0):
            self.model.doelen([i for i, _ in gezocht], teken)
            uitkomst = self.model.los_op()
            if uitkomst is not None:
                self.gezien.append(uitkomst.x)
        self.model.grenzen(self.laag, self.hoog)

    def _binnen(self, i: int, cel: Cel) -> tuple[int, int]:
        """What a small count can be: from one (or nought) to just under the threshold."""
        return (
            int(max(self.laag[i], min(1, cel.waarde))),
            int(min(self.hoog[i], cel.drempel - 1)),
        )

    def van(self, i: int, cel: Cel) -> tuple[int, int]:
        onder, boven = self._binnen(i, cel)
        laagst = onder if self._bekend(i, onder) else ceil(self._los_op(i, 1, onder) - SPELING)
        hoogst = boven if self._bekend(i, boven) else floor(self._los_op(i, -1, boven) + SPELING)
        return laagst, hoogst

    def _bekend(self, i: int, waarde: int) -> bool:
        return any(abs(x[i] - waarde) < SPELING for x in self.gezien)

    def _los_op(self, i: int, teken: int, grens: int) -> float:
        self.model.doel(i, float(teken))
        kant = (grens, self.hoog[i]) if teken > 0 else (self.laag[i], grens)
        self.model.grens(i, *kant)
        uitkomst = self.model.los_op()
        self.model.grens(i, self.laag[i], self.hoog[i])
        if uitkomst is None:
            raise SdcError("contradiction")
        self.gezien.append(uitkomst.x)
        return uitkomst.x[i]


def _eis(i: int, stelsel: Stelsel, laag: int, hoog: int) -> Eis:
    waarde = stelsel.cellen[i].waarde
    laag, hoog = min(laag, waarde), max(hoog, waarde)
    breed = hoog - laag + 1
    breedte = breed if stelsel.beleid.min_width is None else min(breed, stelsel.beleid.min_width)
    return Eis(i, laag, hoog, max(breedte, min(breed, _vloer(stelsel, stelsel.cellen[i]))))


def _minstens(stelsel: Stelsel, eis: Eis) -> int:
    return _vloer(stelsel, stelsel.cellen[eis.cel])


def _vloer(stelsel: Stelsel, cel: Cel) -> int:
    """A threshold of three leaves two values: more cannot be asked."""
    return min(stelsel.beleid.floor, cel.drempel - 1)
