"""Axes: round numbers, at most five lines, computed from what is visible and from nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

MAX_LIJNEN = 5
TRAPPEN = (1.0, 2.0, 2.5, 5.0, 10.0)
GEHEEL = frozenset({"aantal", "rang", "dagen"})
KLEINE_BEWEGING = 0.10  # below this part of the height a line from zero shows nothing


@dataclass(frozen=True)
class As:
    laag: float
    hoog: float
    stap: float

    @property
    def merken(self) -> list[float]:
        aantal = round((self.hoog - self.laag) / self.stap)
        return [round(self.laag + i * self.stap, 9) for i in range(aantal + 1)]

    @property
    def is_gescheurd(self) -> bool:
        """The axis starts above zero: a reader must see and read that."""
        return self.laag > 0

    def deel(self, waarde: float) -> float:
        """Where on the axis, 0 at the bottom and 1 at the top."""
        return (waarde - self.laag) / (self.hoog - self.laag)


def as_voor(waarden: Sequence[float], *, eenheid: str = "", mag_scheuren: bool = False) -> As:
    """The axis for these visible values. It holds zero, unless a line would then look flat."""
    if not waarden:
        return As(0.0, 1.0, 1.0)
    laag, hoog = min(waarden), max(waarden)
    gescheurd = mag_scheuren and _beweegt_nauwelijks(waarden)
    if not gescheurd:
        laag, hoog = min(0.0, laag), max(0.0, hoog)
    stap = _stap(laag, hoog, eenheid)
    onder = math.floor(laag / stap + 1e-9) * stap
    boven = math.ceil(hoog / stap - 1e-9) * stap
    return As(onder, boven if boven > onder else onder + stap, stap)


def _beweegt_nauwelijks(waarden: Sequence[float]) -> bool:
    laag, hoog = min(waarden), max(waarden)
    return len(waarden) > 2 and laag > 0 and 0 < (hoog - laag) < KLEINE_BEWEGING * hoog


def _stap(laag: float, hoog: float, eenheid: str) -> float:
    """The smallest round step that needs no more than five lines."""
    bereik = hoog - laag
    if bereik <= 0:
        return 1.0
    macht = 10.0 ** math.floor(math.log10(bereik / MAX_LIJNEN))
    for groter in (1.0, 10.0):
        for trap in TRAPPEN:
            stap = trap * macht * groter
            if eenheid in GEHEEL and (stap < 1 or stap == 2.5):
                continue
            if math.ceil(hoog / stap - 1e-9) - math.floor(laag / stap + 1e-9) < MAX_LIJNEN:
                return stap
    return max(1.0, bereik)


def stap_labels(breedste: float, ruimte: float, per_jaar: int = 0) -> int:
    """Show every how-manieth label, so that none touches the next and years stay whole."""
    nodig = max(1, math.ceil(breedste / ruimte))
    if not per_jaar:
        return nodig
    delers = [s for s in range(1, per_jaar + 1) if per_jaar % s == 0]
    jaren = [per_jaar * n for n in range(2, 50)]
    return next((s for s in delers + jaren if s >= nodig), nodig)
