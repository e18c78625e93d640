"""Which covers to choose: the whole-number program behind the exact search."""

import time
from dataclasses import dataclass

import highspy
import numpy as np

from monitor.regels.afscherming.lp import Model, Uitkomst
from monitor.regels.afscherming.stelsel import Stelsel


@dataclass
class Snede:
    """Σ coef · y >= rechts, over the cells that may be hidden."""

    coef: dict[int, float]
    rechts: float


class Meester:
    """The whole-number program over what to hide."""

    def __init__(self, stelsel: Stelsel) -> None:
        self.n = len(stelsel.cellen)
        self.model = Model(self.n, [])
        self.prijs = [
            p if c.dekbaar else 0.0 for p, c in zip(stelsel.prijs, stelsel.cellen, strict=True)
        ]
        self.hoog = [1.0 if c.dekbaar else 0.0 for c in stelsel.cellen]

    def voeg_toe(self, snede: Snede) -> None:
        """Scaled to a right-hand side of one; no coefficient needs to be larger than that."""
        maat = snede.rechts if snede.rechts > 1e-6 else 1.0
        items = sorted((i, min(c, maat) / maat) for i, c in snede.coef.items())
        self.model.h.addRow(
            (1 - 1e-7) if snede.rechts > 1e-6 else 0.0,
            highspy.kHighsInf,
            len(items),
            np.array([i for i, _ in items], dtype=np.int32),
            np.array([c for _, c in items]),
        )

    def deels(self) -> Uitkomst | None:
        self.model.grenzen([0.0] * self.n, self.hoog)
        self.model.zet_kosten(self.prijs)
        return self.model.los_op()

    def kies(self, tot: float) -> frozenset[int] | None:
        rest = tot - time.monotonic()
        if rest <= 0:
            return None
        self.model.h.setOptionValue("time_limit", self.model.h.getRunTime() + rest)
        x = self.model.heel([0.0] * self.n, self.hoog, self.prijs)
        return None if x is None else frozenset(i for i, v in enumerate(x) if v > 0.5)
