"""Whether a cover can be shown again, as far as single sums tell: quicker than a linear program.

A cell that stays alone in a sum cannot move any more, and then others cannot; a small count that must
move so far needs others in its sum with that much room. What passes still has to be solved.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from monitor.regels.afscherming.stelsel import Stelsel


class Sluiter:
    """`vrij`: the cells that may change; `moet`: how far some of them must be able to."""

    def __init__(
        self, stelsel: Stelsel, vrij: Iterable[int], moet: Iterable[tuple[int, int]]
    ) -> None:
        open_ = set(vrij)
        self.rijen: list[dict[int, int]] = []
        self.van: dict[int, list[int]] = defaultdict(list)
        for termen, laag, hoog in stelsel.rijen:
            if laag == hoog:
                rij = {i: c for i, c in termen.items() if i in open_}
                for i in rij:
                    self.van[i].append(len(self.rijen))
                self.rijen.append(rij)
        self.op = {i: stelsel.cellen[i].hoog - stelsel.cellen[i].waarde for i in open_}
        self.neer = {i: stelsel.cellen[i].waarde - stelsel.cellen[i].laag for i in open_}
        self.moet: dict[int, list[int]] = defaultdict(list)
        for cel, hoeveel in moet:
            self.moet[cel].append(hoeveel)

    def kan(self, cel: int) -> bool:
        """False when some small count could certainly not move far enough any more."""
        dicht, stapel, geraakt = {cel}, [cel], set()
        while stapel:
            for r in self.van[stapel.pop()]:
                geraakt.add(r)
                over = [i for i in self.rijen[r] if i not in dicht]
                if len(over) == 1:
                    if over[0] in self.moet:
                        return False
                    dicht.add(over[0])
                    stapel.append(over[0])
        return all(self._ruim(self.rijen[r], dicht) for r in geraakt)

    def sluit(self, cel: int) -> None:
        for r in self.van.pop(cel, ()):
            del self.rijen[r][cel]

    def _ruim(self, rij: Mapping[int, int], dicht: set[int]) -> bool:
        over = [i for i in rij if i not in dicht]
        doelen = [(i, h) for i in over if i in self.moet for h in self.moet[i]]
        return all(self._kan_mee(rij, over, i, rij[i] * h) for i, h in doelen)

    def _kan_mee(self, rij: Mapping[int, int], over: Sequence[int], doel: int, nodig: int) -> bool:
        """Whether the others can move the other way as much."""
        teken = -1 if nodig > 0 else 1
        anderen = (i for i in over if i != doel)
        kan = sum(
            abs(rij[i]) * (self.op[i] if rij[i] * teken > 0 else self.neer[i]) for i in anderen
        )
        return kan >= abs(nodig)
