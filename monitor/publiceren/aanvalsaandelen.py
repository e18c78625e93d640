"""The attack on percentages of people over all publications together.

How many people a percentage is about is a whole number that adds up as the count behind it does. Its input is
JSON, the structure that everybody can see, and which figures were corrected; how figures were hidden it does
not know. See ADR 0022.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from monitor.publiceren.aanval import Slagveld
from monitor.publiceren.feiten import Feit
from monitor.regels.aanvaller import Tegenspraak, attack

NOEMER = {"percentage": 100, "per_1000": 1000}
Inhoud = Mapping[str, Any]
Relatie = dict[str, Any]


def lekken_aandelen(
    veld: Slagveld,
    edities: Sequence[Inhoud],
    versies: Sequence[Mapping[str, int]],
    achter: Mapping[str, str],
    drempels: Mapping[str, int],
) -> Iterator[str]:
    """Labels of what the newest of `edities` adds to what was known of few people. `achter`: code -> code of
    the count behind it; `versies`: of each edition, which figures were otherwise."""
    for code, telling in sorted(achter.items()):
        eigen = edities[0]["indicatoren"].get(code)
        if eigen is None or eigen["eenheid"] not in NOEMER or eigen["formule"]:
            continue
        drempel = drempels.get(telling) or edities[0]["gemeente"]["drempel"]
        vakken = {vak for e in edities for vak in _vakken(e["indicatoren"].get(code))}
        beeld = _Beeld(veld, code, telling, drempel, vakken)
        for k in range(len(edities)):
            beeld.neem(k, edities[k], versies[k])
        if nu := beeld.te_smal(set(range(len(edities)))):
            al = beeld.te_smal(set(range(1, len(edities))))
            yield from sorted({beeld.labels[i] for i in nu - al})


@dataclass
class _Beeld:
    veld: Slagveld
    code: str
    telling: str
    drempel: int
    vakken: set[tuple[str, str]]  # kind and period in which some percentage stands
    relaties: list[Relatie] = field(default_factory=list)
    zegt: list[tuple[int, Relatie]] = field(default_factory=list)  # which edition says it
    labels: dict[str, str] = field(default_factory=dict)  # of every number of people
    waarden: dict[str, Decimal] = field(default_factory=dict)

    def neem(self, k: int, inhoud: Inhoud, versie: Mapping[str, int]) -> None:
        """The parts as they were at this publication, how they add up, and what it says of them."""
        toen = self.veld.toen[k]
        eigen = inhoud["indicatoren"].get(self.code)
        cellen = {
            f"{r['id']}@{c['periode']}": Decimal(c["waarde"])
            for r in (eigen["reeksen"] if eigen else ())
            for c in r["cellen"]
            if c["waarde"] is not None
        }
        delen: dict[str, str] = {}  # name of the count -> name of the part
        for id_, naam in toen.items():
            hier = id_.startswith(f"{self.telling}|") and _vak(id_) in self.vakken
            if hier and naam in self.veld.cellen:
                delen[naam] = self._deel(id_, naam, cellen, versie)
        self._leg_sommen(delen)
        for id_, naam in toen.items():
            aandeel = cellen.get(f"{self.code}|{id_.partition('|')[2]}")
            if naam in delen and aandeel is not None:
                assert eigen is not None
                self.zegt += [(k, r) for r in _zegt(delen[naam], naam, aandeel, eigen)]
                self.waarden[delen[naam]] = aandeel

    def _deel(
        self, id_: str, naam: str, cellen: Mapping[str, Decimal], versie: Mapping[str, int]
    ) -> str:
        eigen = f"{self.code}|{id_.partition('|')[2]}"
        deel = f"{naam}~{versie.get(eigen, 0)}"
        if cellen.get(eigen, self.waarden.get(deel)) != self.waarden.get(deel, cellen.get(eigen)):
            deel = f"{deel}~{cellen[eigen]}"
        if deel not in self.labels:
            self.labels[deel] = self.labels[f"{deel}!"] = self.veld.labels[naam]
            termen = {deel: 1, f"{deel}!": 1, naam: -1}
            self.relaties.append({"kind": "linear", "terms": termen, "lo": 0, "hi": 0})
        return deel

    def _leg_sommen(self, delen: dict[str, str]) -> None:
        """The people add up where the counts do."""
        for verband in self.veld.verbanden:
            r = verband.relatie
            if r["kind"] != "sum" or r["total"] not in delen:
                continue
            for rest in (i for i in r["parts"] if "#rest" in i and i not in delen):
                delen[rest] = self._deel(rest, rest, {}, {})
            if all(i in delen for i in r["parts"]):
                som = {"kind": "sum", "total": delen[r["total"]],
                       "parts": [delen[i] for i in r["parts"]]}  # fmt: skip
                if som not in self.relaties:
                    self.relaties.append(som)

    def te_smal(self, edities: set[int]) -> set[str]:
        """Who can be told to be few. What contradicts itself says nothing: those percentages go."""
        zegt = [r for k, r in self.zegt if k in edities]
        doelen = set(self.labels) if zegt else set()
        while doelen:
            try:
                gevonden = attack([self._momentopname(zegt)], targets=doelen)
            except Tegenspraak as fout:
                over = [r for r in zegt if not r["terms"].keys() & set(fout.ids)]
                if len(over) == len(zegt):
                    return set()
                zegt = over
            else:
                return {i for i, v in gevonden.items() if self._smal(v.lo, v.hi)}
        return set()

    def _smal(self, laag: int, hoog: int | None) -> bool:
        if hoog is None or hoog >= self.drempel or laag < 1:
            return False
        return laag > 1 or hoog < self.drempel - 1

    def _momentopname(self, zegt: list[Relatie]) -> dict[str, Any]:
        alle = [v.relatie for v in self.veld.verbanden] + self.relaties + zegt
        nodig = {i for r in alle for i in (r.get("terms") or (r["total"], *r["parts"]))}
        cellen = dict(self.veld.cellen)
        cellen |= {i: Feit(None, "none", self.drempel) for i in self.labels}
        return {
            "cells": {
                i: {
                    "value": f.waarde,
                    "mark": f.merk,
                    "threshold": f.drempel,
                    "min": f.laag,
                    "max": f.hoog,
                }
                for i, f in cellen.items()
                if i in nodig
            },
            "relations": alle,
            "policy": {"threshold": 10, "zero": "show", "floor": 5, "min_width": None},
        }


def _vak(id_: str) -> tuple[str, str]:
    return id_.split("|")[1], id_.rpartition("@")[2]


def _vakken(indicator: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    for reeks in indicator["reeksen"] if indicator else ():
        for cel in reeks["cellen"]:
            if cel["waarde"] is not None:
                yield reeks["soort"], cel["periode"]


def _zegt(
    deel: str, naam: str, aandeel: Decimal, indicator: Mapping[str, Any]
) -> Iterator[Relatie]:
    """What a rounded percentage says, in whole numbers."""
    heel = 2 * 10 ** int(indicator["decimalen"])
    noemer = NOEMER[indicator["eenheid"]]
    midden = aandeel * heel
    for grens, laag, hoog in ((midden + 1, None, 0), (midden - 1, 0, None)):
        termen = {deel: noemer * heel, naam: -round(grens)}
        yield {"kind": "linear", "terms": termen, "lo": laag, "hi": hoog}
