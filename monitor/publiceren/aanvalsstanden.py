"""What a reader makes of stocks and of formulas: relations that stand in no table.

Begin plus in minus out is end; one day has one stock; who knows a and b knows a - b. For the attacker:
it knows the structure that everybody can see and the published cells, nothing else.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from monitor.publiceren.feiten import Feit
from monitor.regels.formules import Naam
from monitor.regels.perioden import tijdvak

DAG = timedelta(days=1)


@dataclass(frozen=True)
class Vak:
    begin: date
    eind: date
    soort: str
    id: str


def relaties(
    cellen: dict[str, Feit],
    labels: dict[str, str],
    stand: frozenset[str],
    verloop: Mapping[str, Mapping[Naam, int]],
    formules: Mapping[str, Mapping[Naam, int]],
) -> Iterator[dict[str, Any]]:
    """Adds a cell to `cellen` and `labels` for what nobody prints but follows."""
    reeksen = _reeksen(cellen)
    yield from _zelfde_dag(cellen, reeksen, stand)
    for reeks in sorted(reeksen):
        for stromen in [verloop[k] for k in (reeks, reeks.split("|")[0]) if k in verloop]:
            yield from _verloop(cellen, labels, reeksen, reeks, stromen)
    yield from _formules(cellen, labels, formules)


def _reeksen(cellen: Mapping[str, Feit]) -> dict[str, list[Vak]]:
    uit: dict[str, list[Vak]] = defaultdict(list)
    for id_ in sorted(cellen):
        reeks, _, periode = id_.rpartition("@")
        vak = tijdvak(periode) if "#" not in id_ else None
        if vak is not None and vak.begin and vak.eind:
            uit[reeks].append(Vak(vak.begin, vak.eind, vak.soort, id_))
    return uit


def _recht(termen: dict[str, int]) -> dict[str, Any]:
    return {"kind": "linear", "terms": termen, "lo": 0, "hi": 0}


def _zelfde_dag(
    cellen: Mapping[str, Feit], reeksen: Mapping[str, list[Vak]], stand: frozenset[str]
) -> Iterator[dict[str, Any]]:
    paren: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for reeks, vakken in reeksen.items():
        code = reeks.split("|")[0]
        for a, b in combinations(vakken, 2) if code in stand else ():
            if a.eind == b.eind:
                namen = a.id.rpartition("@")[2], b.id.rpartition("@")[2]
                paren[code, *namen].append((a.id, b.id))
    for gelijk in paren.values():
        getoond = [(cellen[a].waarde, cellen[b].waarde) for a, b in gelijk]
        if all(x == y for x, y in getoond if None not in (x, y)):
            yield from (
                _recht({a: 1, b: -1})
                for (a, b), waarden in zip(gelijk, getoond, strict=True)
                if None in waarden
            )


def _verloop(
    cellen: dict[str, Feit],
    labels: dict[str, str],
    reeksen: Mapping[str, list[Vak]],
    reeks: str,
    stromen: Mapping[Naam, int],
) -> Iterator[dict[str, Any]]:
    _, soort, sleutel = reeks.split("|", 2)
    standen = sorted(reeksen[reeks], key=lambda v: (v.eind, v.id))
    naast = set(pairwise(standen))
    if _weersproken(cellen, reeksen, reeks, standen, stromen):
        return
    for a, b in combinations(standen, 2):
        if a.eind == b.eind:
            continue
        termen, mist = {b.id: 1, a.id: -1}, []
        for (code, eigen), teken in stromen.items():
            vakken = reeksen.get(f"{code}|{eigen or soort}|{sleutel}", [])
            delen = _tussen(vakken, a, b, (a, b) in naast)
            termen |= dict.fromkeys(delen, -teken)
            mist += [] if delen else [(code, teken)]
        if len(mist) == 1:
            code = mist[0][0]
            reeks_naam = next((n for i, n in labels.items() if i.startswith(f"{code}|")), code)
            naam = re.split(r"[:,] ", reeks_naam)[0]
            sinds = _nieuw(
                cellen, labels, b.id, f"{code}-{a.eind}", f"{naam} sinds {a.eind:%d-%m-%Y}"
            )
            termen[sinds] = -mist[0][1]
        if len(mist) <= 1 and any(cellen[i].waarde is None for i in termen):
            yield _recht(termen)


def _weersproken(
    cellen: Mapping[str, Feit],
    reeksen: Mapping[str, list[Vak]],
    reeks: str,
    standen: list[Vak],
    stromen: Mapping[Naam, int],
) -> bool:
    """Whether shown figures say that these flows do not make this stock."""
    _, soort, sleutel = reeks.split("|", 2)
    for a, b in pairwise(standen):
        termen = {b.id: 1, a.id: -1}
        compleet = a.eind != b.eind
        for (code, eigen), teken in stromen.items():
            delen = _tussen(reeksen.get(f"{code}|{eigen or soort}|{sleutel}", []), a, b, True)
            termen |= dict.fromkeys(delen, -teken)
            compleet = compleet and bool(delen)
        waarden = {i: cellen[i].waarde for i in termen}
        klopt = not sum(k * (waarden[i] or 0) for i, k in termen.items())
        if compleet and None not in waarden.values() and not klopt:
            return True
    return False


def _tussen(vakken: list[Vak], a: Vak, b: Vak, naast: bool) -> list[str]:
    """One flow over exactly the time between two stocks, or the months of it."""
    eerste = {a.eind + DAG} | ({a.eind} if a.soort == "peildatum" else set())
    heel = [v.id for v in vakken if v.begin in eerste and v.eind == b.eind]
    if heel:
        return heel[:1]
    binnen = [
        v for v in vakken if v.soort == "maand" and v.begin >= min(eerste) and v.eind <= b.eind
    ]
    sluit = binnen and all(x.eind + DAG == y.begin for x, y in pairwise(binnen))
    heel_vak = sluit and binnen[0].begin in eerste and binnen[-1].eind == b.eind
    return [v.id for v in binnen] if naast and heel_vak else []


def _nieuw(
    cellen: dict[str, Feit], labels: dict[str, str], bij: str, code: str, naam: str = ""
) -> str:
    """`code` is its own; `naam` what people call it."""
    id_ = f"{bij}#{code}"
    cellen.setdefault(id_, Feit(None, "none", cellen[bij].drempel))
    labels.setdefault(id_, f"{naam or code}, {labels[bij].rpartition(', ')[2]}")
    return id_


def _formules(
    cellen: dict[str, Feit], labels: dict[str, str], formules: Mapping[str, Mapping[Naam, int]]
) -> Iterator[dict[str, Any]]:
    """`a - b` when both are published: also when nobody prints the outcome."""
    for code, leden in sorted(formules.items()):
        for id_, ids in _te_maken(cellen, leden):
            reeks, _, periode = id_.rpartition("@")
            eigen = f"{code}|{reeks.split('|', 1)[1]}@{periode}"
            if eigen not in cellen:
                rest = _nieuw(cellen, labels, id_, code)
                yield _recht({rest: 1} | {ids[n]: -k for n, k in leden.items()})


def aandelen(
    cellen: dict[str, Feit], labels: dict[str, str], gedeeld: Mapping[str, Mapping[Naam, int]]
) -> Iterator[dict[str, Any]]:
    """A percentage of two counts says that one is a part of the other; what is left is a count too. Unless
    some figure is larger than its whole. `gedeeld`: name -> whole minus part."""
    for naam, leden in sorted(gedeeld.items()):
        gevonden = list(_te_maken(cellen, leden))
        samen = [
            sum(k * (cellen[ids[n]].waarde or 0) for n, k in leden.items())
            for _, ids in gevonden
            if all(cellen[i].waarde is not None for i in ids.values())
        ]
        for id_, ids in gevonden if min(samen, default=0) >= 0 else ():
            rest = _nieuw(cellen, labels, id_, f"rest van {naam}")
            yield _recht({rest: 1} | {ids[n]: -k for n, k in leden.items()})


def _te_maken(
    cellen: Mapping[str, Feit], leden: Mapping[Naam, int]
) -> Iterator[tuple[str, dict[Naam, str]]]:
    """The cells of one operand for which all others are published too, with the cell of each."""
    eerste = min(leden, key=str)
    for id_ in [i for i in sorted(cellen) if i.startswith(f"{eerste[0]}|") and "#" not in i]:
        reeks, _, periode = id_.rpartition("@")
        _, soort, sleutel = reeks.split("|", 2)
        if eerste[1] in (None, soort):
            ids = {n: f"{n[0]}|{n[1] or soort}|{sleutel}@{periode}" for n in leden}
            if cellen.keys() >= set(ids.values()):
                yield id_, ids
