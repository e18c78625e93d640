"""Is what a reader can know too much? The verdict over a publication, by the definition of METHODEN A3."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from monitor.regels.aanvaller.aanval import Interval, val_aan
from monitor.regels.aanvaller.kennis import Kennis, lees


@dataclass(frozen=True)
class Lek:
    """A hidden count that is known too well. `waarom`: small (a marked one) or follows (another)."""

    id: str
    interval: Interval
    waarom: str


def lekken(
    snapshots: Sequence[Mapping[str, Any]], extra_relations: Iterable[Mapping[str, Any]] = ()
) -> list[Lek]:
    """Every hidden small count whose interval is narrower than its mark and the structure allow.

    Raises `Tegenspraak` and `TimeoutError` as `attack` does.
    """
    kennis = lees(snapshots, extra_relations)
    gezocht = {i for i, merk in kennis.merk.items() if merk != "cover"}
    gevonden = val_aan(kennis, gezocht)
    verdacht = {i: v for i, v in gevonden.items() if _kan_te_smal(v, kennis, i)}
    alleen = val_aan(_zonder_getallen(kennis), verdacht) if verdacht else {}
    uit = []
    for id_, interval in sorted(verdacht.items()):
        if not _breed_genoeg(interval, alleen.get(id_, interval), kennis, id_):
            uit.append(Lek(id_, interval, "small" if interval.mark == "small" else "follows"))
    return uit + _exact_klein(kennis)


def _kan_te_smal(v: Interval, kennis: Kennis, id_: str) -> bool:
    """Known to be small, and not everything its mark allows."""
    drempel = kennis.drempel[id_]
    if v.hi is None or v.hi >= drempel or v.hi < 1:
        return False
    return v.lo > _onder(kennis) or v.hi < drempel - 1


def _onder(kennis: Kennis) -> int:
    return 1 if kennis.nul_getoond else 0


def _breed_genoeg(v: Interval, alleen: Interval, kennis: Kennis, id_: str) -> bool:
    drempel = kennis.drempel[id_]
    onder = max(alleen.lo, _onder(kennis))
    boven = drempel - 1 if alleen.hi is None else min(alleen.hi, drempel - 1)
    mogelijk = boven - onder + 1
    minstens = min(kennis.vloer, drempel - 1)
    n = v.n_values or mogelijk
    if kennis.min_breedte is not None:
        return n >= max(min(kennis.min_breedte, mogelijk), minstens)
    return v.lo <= onder and v.hi is not None and v.hi >= boven and n >= minstens


def _zonder_getallen(kennis: Kennis) -> Kennis:
    """Marks, zeros and structure alone: of a shown number only that it is not a small one."""
    laag, hoog = dict(kennis.laag), dict(kennis.hoog)
    merk = dict(kennis.merk)
    for id_ in laag:
        if id_ not in kennis.merk and laag[id_] > 0:
            laag[id_], hoog[id_] = min(laag[id_], kennis.drempel[id_]), None
    return replace(kennis, laag=laag, hoog=hoog, merk=merk)


def _exact_klein(kennis: Kennis) -> list[Lek]:
    """Quantities that no publication shows and whose bounds alone say what they are."""
    return [
        Lek(i, Interval(laag, laag, "none"), "follows")
        for i, laag in sorted(kennis.laag.items())
        if i in kennis.afgeleid and kennis.bekend(i) and 0 < laag < kennis.drempel[i]
    ]
