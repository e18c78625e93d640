"""The solver, as much of it as disclosure control needs. One thread: the same answer each time.

HiGHS, see docs/adr/0009. Rows are (cell -> coefficient, lower, upper); infinite is `ONBEGRENSD`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

ONBEGRENSD = float(highspy.kHighsInf)
KLAAR = highspy.HighsModelStatus.kOptimal
# Solved hundreds of times from where it was, over small whole numbers: no scaling or perturbing, no weights
# that must be made anew after each change of prices. Half the time, measured.
_OPTIES = (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("simplex_scale_strategy", 0),
    ("simplex_dual_edge_weight_strategy", 1),
    ("dual_simplex_cost_perturbation_multiplier", 0.0),
)


@dataclass
class Uitkomst:
    """`duaal` of the columns and `rijduaal` of the rows belong to the minimum."""

    waarde: float
    x: Sequence[float]
    oplossing: Any  # of HiGHS: each list of it is copied when asked for

    @property
    def duaal(self) -> Sequence[float]:
        duaal: Sequence[float] = self.oplossing.col_dual
        return duaal

    @property
    def rijduaal(self) -> Sequence[float]:
        rijduaal: Sequence[float] = self.oplossing.row_dual
        return rijduaal


class Model:
    """Columns with bounds and costs under fixed rows; solved again and again from where it was."""

    def __init__(self, n: int, rijen: Sequence[tuple[dict[int, int], float, float]]) -> None:
        self.n = n
        self.alle = np.arange(n, dtype=np.int32)
        self.kosten = np.zeros(n)
        self.h = highspy.Highs()  # type: ignore[no-untyped-call]
        for naam, waarde in _OPTIES:
            self.h.setOptionValue(naam, waarde)
        self.h.passModel(self._lp(rijen))

    def _lp(self, rijen: Sequence[tuple[dict[int, int], float, float]]) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.n, len(rijen)
        lp.col_cost_ = np.zeros(self.n)
        lp.col_lower_, lp.col_upper_ = np.zeros(self.n), np.zeros(self.n)
        lp.row_lower_ = np.array([laag for _, laag, _ in rijen], dtype=float)
        lp.row_upper_ = np.array([hoog for _, _, hoog in rijen], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(t) for t, _, _ in rijen)], dtype=np.int32)
        lp.a_matrix_.index_ = np.array([i for t, _, _ in rijen for i in t], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([c for t, _, _ in rijen for c in t.values()], dtype=float)
        return lp

    def grenzen(self, laag: Sequence[float], hoog: Sequence[float]) -> None:
        self.h.changeColsBounds(
            self.n, self.alle, np.asarray(laag, dtype=float), np.asarray(hoog, dtype=float)
        )

    def grens(self, i: int, laag: float, hoog: float) -> None:
        self.h.changeColBounds(i, laag, hoog)

    def zet_kosten(self, kosten: Sequence[float] | NDArray[np.float64]) -> None:
        self.kosten = np.asarray(kosten, dtype=float)
        self.h.changeColsCost(self.n, self.alle, self.kosten)

    def doel(self, i: int, kosten: float) -> None:
        """One cell to minimise, and nothing else."""
        oud = np.flatnonzero(self.kosten)
        for j in oud:
            self.h.changeColCost(int(j), 0.0)
        self.kosten[oud] = 0.0
        self.kosten[i] = kosten
        self.h.changeColCost(i, kosten)

    def doelen(self, welke: Sequence[int], kosten: float) -> None:
        """The sum of these cells to minimise (or, with costs below nought, to maximise)."""
        alle = np.zeros(self.n)
        alle[list(welke)] = kosten
        self.zet_kosten(alle)

    def voeg_kolom_toe(self, laag: float, hoog: float, termen: Mapping[int, int]) -> None:
        """One cell more, with its coefficient in each of its rows."""
        rijen = np.fromiter(termen.keys(), dtype=np.int32, count=len(termen))
        waarden = np.fromiter(termen.values(), dtype=float, count=len(termen))
        self.h.addCol(0.0, laag, hoog, len(termen), rijen, waarden)
        self.n += 1

    def los_op(self, *, opnieuw: bool = True) -> Uitkomst | None:
        """None when there is no optimum, or it was not found: then nothing is proven. `opnieuw`: try from
        the beginning before saying so."""
        self.h.run()
        if self.h.getModelStatus() != KLAAR:
            if not opnieuw:
                return None
            self.h.clearSolver()
            self.h.run()
            if self.h.getModelStatus() != KLAAR:
                return None
        s = self.h.getSolution()
        return Uitkomst(self.h.getInfo().objective_function_value, s.col_value, s)

    def heel(
        self, laag: Sequence[float], hoog: Sequence[float], kosten: Sequence[float]
    ) -> list[float] | None:
        """The best whole numbers; None when there are none or the limit on work was reached."""
        self.grenzen(laag, hoog)
        self.zet_kosten(kosten)
        self._geheel(True)
        self.h.setOptionValue("mip_max_nodes", 20_000)
        self.h.setOptionValue("mip_rel_gap", 1e-6)
        self.h.run()
        klaar = self.h.getModelStatus() == KLAAR
        x = [float(round(v)) for v in self.h.getSolution().col_value] if klaar else None
        self._geheel(False)
        return x

    def _geheel(self, ja: bool) -> None:
        soort = highspy.HighsVarType.kInteger if ja else highspy.HighsVarType.kContinuous
        self.h.changeColsIntegrality(self.n, self.alle, np.full(self.n, int(soort), dtype=np.uint8))
