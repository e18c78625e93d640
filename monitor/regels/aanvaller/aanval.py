"""The interval of every hidden count: linear programs, and whole-number programs where those differ."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import highspy
import numpy as np

from monitor.regels.aanvaller.kennis import Kennis, Tegenspraak, lees

BIJNA = 1e-6


@dataclass(frozen=True)
class Interval:
    """What a reader can still think. `hi` None is unbounded, and then so is `n_values`."""

    lo: int
    hi: int | None
    mark: str

    @property
    def n_values(self) -> int | None:
        return None if self.hi is None else self.hi - self.lo + 1


def attack(
    snapshots: Sequence[Mapping[str, Any]],
    extra_relations: Iterable[Mapping[str, Any]] = (),
    *,
    targets: Collection[str] | None = None,
) -> dict[str, Interval]:
    """All publications together: what each hidden cell can be. `targets`: only these ids.

    Raises `Tegenspraak` when nothing can be, `TimeoutError` when the solver gave up: then nothing is
    proven.
    """
    return val_aan(lees(snapshots, extra_relations), targets)


def val_aan(kennis: Kennis, doelen: Collection[str] | None = None) -> dict[str, Interval]:
    uit: dict[str, Interval] = {}
    for groep in kennis.groepen():
        gezocht = [i for i in groep if i in kennis.merk and (doelen is None or i in doelen)]
        if gezocht:
            puzzel = Puzzel(kennis, groep)
            for i in gezocht:
                laag, hoog = puzzel.uiterste(i, 1), puzzel.uiterste(i, -1)
                uit[i] = Interval(laag, None if hoog >= puzzel.plafond else hoog, kennis.merk[i])
    return uit


class Puzzel:
    """One group of hidden quantities and the sums they are in."""

    def __init__(self, kennis: Kennis, ids: list[str]) -> None:
        self.ids = ids
        self.plek = {id_: k for k, id_ in enumerate(ids)}
        rijen = list(_rijen(kennis, self.plek))
        grootst = max((abs(b) for _, *bb in rijen for b in bb if b is not None), default=0)
        laagst = max((kennis.laag[i] for i in ids), default=0)
        self.plafond = 10 * max(grootst, laagst) + 1000
        self.laag = np.array([kennis.laag[i] for i in ids], dtype=float)
        self.hoog = np.array(
            [h if (h := kennis.hoog[i]) is not None else self.plafond for i in ids], dtype=float
        )
        self.minst, self.meest = np.full(len(ids), np.inf), np.full(len(ids), -np.inf)
        self.h = _solver(self.laag, self.hoog, rijen)
        self.doel = 0

    def uiterste(self, id_: str, teken: int) -> int:
        """The least (teken 1) or the most (teken -1) in whole numbers."""
        k = self.plek[id_]
        gezien, grens = (self.minst, self.laag) if teken > 0 else (self.meest, self.hoog)
        if gezien[k] == grens[k]:
            return int(grens[k])
        x = self._los_op(k, teken)
        if (np.abs(x - np.round(x)) > BIJNA).any():
            rond: int = ceil(x[k] - BIJNA) if teken > 0 else floor(x[k] + BIJNA)
            if gezien[k] == rond:
                return rond
            x = self._heel()
        self.minst, self.meest = (
            np.minimum(self.minst, np.round(x)),
            np.maximum(self.meest, np.round(x)),
        )
        return round(float(x[k]))

    def _los_op(self, k: int, teken: int) -> Any:
        self.h.changeColCost(self.doel, 0.0)
        self.h.changeColCost(k, float(teken))
        self.doel = k
        return self._antwoord()

    def _antwoord(self) -> Any:
        self.h.run()
        stand = self.h.getModelStatus()
        if stand == highspy.HighsModelStatus.kInfeasible:
            raise Tegenspraak(self.ids)
        if stand != highspy.HighsModelStatus.kOptimal:
            raise TimeoutError
        return np.asarray(self.h.getSolution().col_value)

    def _heel(self) -> Any:
        n = len(self.ids)
        alle = np.arange(n, dtype=np.int32)
        self.h.changeColsIntegrality(n, alle, np.ones(n, dtype=np.uint8))
        try:
            x = self._antwoord()
        finally:
            self.h.changeColsIntegrality(n, alle, np.zeros(n, dtype=np.uint8))
        return np.round(x)


def _rijen(kennis: Kennis, plek: dict[str, int]) -> Iterable[tuple[dict[int, int], Any, Any]]:
    """The sums with what is known filled in."""
    for termen, laag, hoog in kennis.sommen:
        binnen = {plek[i]: c for i, c in termen.items() if i in plek}
        if not binnen:
            continue
        rest = sum(c * kennis.laag[i] for i, c in termen.items() if i not in plek)
        yield (
            binnen,
            None if laag is None else laag - rest,
            None if hoog is None else hoog - rest,
        )


def _solver(laag: Any, hoog: Any, rijen: list[tuple[dict[int, int], Any, Any]]) -> highspy.Highs:
    h = highspy.Highs()  # type: ignore[no-untyped-call]
    for naam, waarde in (
        ("output_flag", False),
        ("threads", 1),
        ("parallel", "off"),
        ("mip_max_nodes", 20_000),
        ("time_limit", 60.0),
    ):
        h.setOptionValue(naam, waarde)
    h.addVars(len(laag), laag, hoog)
    inf = highspy.kHighsInf
    start = np.cumsum([0, *(len(t) for t, _, _ in rijen)], dtype=np.int32)
    h.addRows(
        len(rijen),
        np.array([-inf if b is None else b for _, b, _ in rijen], dtype=float),
        np.array([inf if b is None else b for _, _, b in rijen], dtype=float),
        int(start[-1]),
        start[:-1],
        np.array([k for t, _, _ in rijen for k in t], dtype=np.int32),
        np.array([c for t, _, _ in rijen for c in t.values()], dtype=float),
    )
    return h
