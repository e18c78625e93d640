"""An attacker of our own, that shares no code with the two in the program.

It reads published files alone, is told how the figures hang together as a council member would know
it, and works out by whole numbers what each hidden count can still be.
"""

import csv
import io
from dataclasses import dataclass, field

import highspy

from monitor.publiceren.bestanden import maak_csv

ONEINDIG = highspy.kHighsInf
VAST = [
    "gemeente", "uitgave", "indicator", "indicator_naam", "soort", "periode", "waarde", "tekst",
    "toestand", "status", "eenheid", "voetnoot", "bron",
]  # fmt: skip


@dataclass
class Vijand:
    """Cells are named `indicator sleutel periode`, as in `cel("mensen", "2021-04", deel="a")`."""

    drempel: int = 10
    grens: dict = field(default_factory=dict)  # cell -> (low, high), None when there is no roof
    merk: dict = field(default_factory=dict)  # cell -> small · cover · "" (shown)
    weten: list = field(default_factory=list)  # (terms, low, high)

    def lees(self, inhoud, hernoem=lambda cel: cel):
        for rij in csv.DictReader(io.StringIO(maak_csv(inhoud).decode("utf-8-sig")), delimiter=";"):
            delen = {k: v for k, v in rij.items() if k not in VAST and v}
            naam = hernoem(cel(rij["indicator"], rij["periode"], rij["soort"], **delen))
            self._neem(naam, rij)
        return self

    def _neem(self, naam, rij):
        waarde, tekst = rij["waarde"], rij["tekst"]
        if waarde:
            if "," not in waarde:
                self._vast(naam, int(waarde), int(waarde), "")
        elif tekst.startswith("<"):
            self._vast(naam, 1, int(tekst[1:]) - 1, "small")
        elif tekst == "·":
            self._vast(naam, self.drempel, None, "cover")
        elif tekst == "x":
            self._vast(naam, 0, None, "masked")

    def _vast(self, naam, laag, hoog, merk):
        oud_laag, oud_hoog = self.grens.get(naam, (0, None))
        hoog = oud_hoog if hoog is None else hoog if oud_hoog is None else min(hoog, oud_hoog)
        self.grens[naam] = (max(laag, oud_laag), hoog)
        if (merk and merk != "masked") or naam not in self.merk:
            self.merk[naam] = merk

    def weet(self, termen, laag=0, hoog=0):
        self.weten.append((termen, laag, hoog))
        return self

    def som(self, totaal, *delen):
        return self.weet({totaal: 1} | dict.fromkeys(delen, -1))

    def bereik(self, naam, grens=None):
        grens = self.grens if grens is None else grens
        return self._uiterste(naam, 1, grens), self._uiterste(naam, -1, grens)

    def van_merken(self):
        """Bounds from marks, zeros and structure alone: of a shown count only that it is no small one."""
        return {
            n: (self.drempel, None) if not self.merk.get(n) and b[0] >= self.drempel else b
            for n, b in self.grens.items()
        }

    def _uiterste(self, naam, teken, grens):
        model = highspy.Highs()
        model.silent()
        namen = sorted({naam, *grens, *(n for termen, _, _ in self.weten for n in termen)}, key=str)
        var = {}
        for n in namen:
            laag, hoog = grens.get(n, (0, None))
            var[n] = model.addIntegral(lb=laag, ub=ONEINDIG if hoog is None else hoog)
        for termen, laag, hoog in self.weten:
            som = sum(c * var[n] for n, c in termen.items())
            if laag == hoog:
                model.addConstr(som == laag)
            else:
                model.addConstr(som >= laag)
                model.addConstr(som <= hoog)
        model.minimize(teken * var[naam])
        stand = model.getModelStatus()
        if stand in (
            highspy.HighsModelStatus.kUnbounded,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        ):
            return None
        assert stand == highspy.HighsModelStatus.kOptimal, f"{naam}: {stand}"
        return round(model.val(var[naam]))

    def lekken(self, extra=()):
        """Small counts whose interval is narrower than their mark and the structure say. `extra`: counts
        that nobody prints; these leak when all that is left lies below the threshold."""
        uit, kaal = {}, self.van_merken()
        for naam, merk in self.merk.items():
            if merk != "small" or (b := self.bereik(naam)) == self.grens[naam]:
                continue
            if b != self.bereik(naam, kaal):
                uit[naam] = b
        for naam in [n for n, merk in self.merk.items() if merk == "masked"]:
            laag, hoog = b = self.bereik(naam)
            smal = hoog is not None and 1 <= hoog < self.drempel
            smal = smal and (laag > 1 or hoog < self.drempel - 1)
            if smal and b != self.bereik(naam, kaal):
                uit[naam] = b
        for naam in extra:
            laag, hoog = self.bereik(naam)
            if hoog is not None and laag >= 1 and hoog < self.drempel:
                uit[naam] = (laag, hoog)
        return uit


def cel(indicator, periode, soort="realisatie", **delen):
    sleutel = ";".join(f"{d}={c}" for d, c in sorted(delen.items()))
    kort = indicator if soort == "realisatie" else f"{indicator}[{soort}]"
    return f"{kort}|{sleutel}|{periode}"
