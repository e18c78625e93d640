"""Whether a small count can move far enough with what is hidden already: a program of these cells alone.

Ten times smaller than the one over all cells, so it is asked first. It grows with each cover.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from monitor.regels.afscherming.lp import Model
from monitor.regels.afscherming.stelsel import Stelsel


class Vrij:
    """Columns are changes of hidden cells, from the values they have."""

    def __init__(self, stelsel: Stelsel, cellen: Iterable[int]) -> None:
        self.stelsel = stelsel
        self.model = Model(0, [({}, *_ruimte(stelsel, rij)) for rij in stelsel.rijen])
        self.in_rij: dict[int, dict[int, int]] = defaultdict(dict)
        for r, (termen, _, _) in enumerate(stelsel.rijen):
            for i, c in termen.items():
                self.in_rij[i][r] = c
        self.kolom: dict[int, int] = {}
        for i in cellen:
            self.open(i)

    def open(self, cel: int) -> None:
        if cel not in self.kolom:
            self.kolom[cel] = len(self.kolom)
            self.model.voeg_kolom_toe(*self._grenzen(cel), self.in_rij[cel])

    def _grenzen(self, cel: int) -> tuple[float, float]:
        c = self.stelsel.cellen[cel]
        return c.laag - c.waarde, c.hoog - c.waarde

    def zoek(self, cel: int, hoeveel: int) -> NDArray[np.float64] | None:
        """The change of all cells of the system; None when there is none."""
        k = self.kolom[cel]
        self.model.grens(k, hoeveel, hoeveel)
        uitkomst = self.model.los_op(opnieuw=False)
        self.model.grens(k, *self._grenzen(cel))
        if uitkomst is None:
            return None
        delta = np.zeros(len(self.stelsel.cellen))
        delta[list(self.kolom)] = uitkomst.x
        return delta


def _ruimte(stelsel: Stelsel, rij: tuple[dict[int, int], float, float]) -> tuple[float, float]:
    termen, laag, hoog = rij
    som = sum(c * stelsel.cellen[i].waarde for i, c in termen.items())
    return laag - som, hoog - som
