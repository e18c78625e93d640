"""Everything a reader knows: of each quantity the least and the most, and the sums they are in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Som = tuple[dict[str, int], int | None, int | None]  # id -> coefficient, lower and upper bound


class Tegenspraak(ValueError):
    """The publications cannot all be true: no table of counts fits. Names ids, never values."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(ids)
        super().__init__(f"De cijfers spreken elkaar tegen: {', '.join(self.ids[:5])}")


@dataclass
class Kennis:
    laag: dict[str, int] = field(default_factory=dict)
    hoog: dict[str, int | None] = field(default_factory=dict)
    merk: dict[str, str] = field(default_factory=dict)  # of what no publication shows
    drempel: dict[str, int] = field(default_factory=dict)
    sommen: list[Som] = field(default_factory=list)
    getoond: set[str] = field(default_factory=set)
    afgeleid: set[str] = field(default_factory=set)  # marked somewhere, shown nowhere
    vloer: int = 5
    min_breedte: int | None = None
    nul_getoond: bool = True

    def weet(self, id_: str, laag: int, hoog: int | None) -> None:
        """One more fact about a quantity; facts about the same id add up."""
        self.laag[id_] = max(laag, self.laag.get(id_, 0))
        oud = self.hoog.get(id_)
        self.hoog[id_] = min((h for h in (oud, hoog) if h is not None), default=None)
        if (h := self.hoog[id_]) is not None and h < self.laag[id_]:
            raise Tegenspraak([id_])

    def bekend(self, id_: str) -> bool:
        return self.laag[id_] == self.hoog[id_]

    def groepen(self) -> list[list[str]]:
        """What hangs together through sums, known quantities left out."""
        buren: dict[str, set[str]] = defaultdict(set)
        for termen, _, _ in self.sommen:
            open_ = [i for i in termen if not self.bekend(i)]
            for i in open_:
                buren[i].update(open_)
        gezien: set[str] = set()
        uit = []
        for begin in sorted(self.merk):
            if begin in gezien:
                continue
            groep, stapel = [], [begin]
            gezien.add(begin)
            while stapel:
                i = stapel.pop()
                groep.append(i)
                nieuw = buren[i] - gezien
                gezien |= nieuw
                stapel += nieuw
            uit.append(sorted(groep))
        return uit


def lees(snapshots: Sequence[Mapping[str, Any]], extra: Iterable[Mapping[str, Any]]) -> Kennis:
    """Raises `Tegenspraak` when two publications say different things of one id."""
    kennis = Kennis()
    for snapshot in snapshots:
        beleid = snapshot["policy"]
        kennis.vloer, kennis.min_breedte = beleid["floor"], beleid["min_width"]
        kennis.nul_getoond = beleid["zero"] == "show"
        for id_, cel in snapshot["cells"].items():
            _lees_cel(kennis, id_, cel)
    for relatie in (*(r for s in snapshots for r in s["relations"]), *extra):
        kennis.sommen += _sommen(relatie)
    kennis.afgeleid -= kennis.getoond
    kennis.merk = {i: m for i, m in kennis.merk.items() if not kennis.bekend(i)}
    return kennis


def _lees_cel(kennis: Kennis, id_: str, cel: Mapping[str, Any]) -> None:
    drempel, merk = cel["threshold"], cel["mark"]
    kennis.drempel[id_] = drempel
    if cel["value"] is not None:
        kennis.weet(id_, cel["value"], cel["value"])
        kennis.getoond.add(id_)
        return
    kennis.afgeleid.add(id_)
    een = 1 if kennis.nul_getoond else 0
    grenzen: dict[str, tuple[int, int | None]] = {
        "small": (een, drempel - 1),
        "cover": (drempel, None),
        "hidden": (een, None),
    }
    kennis.weet(id_, *grenzen.get(merk, (0, None)))
    kennis.weet(id_, cel.get("min") or 0, cel.get("max"))
    if kennis.merk.get(id_) != "small":
        kennis.merk[id_] = merk


def _sommen(r: Mapping[str, Any]) -> list[Som]:
    if r["kind"] == "linear":
        return [(dict(r["terms"]), r["lo"], r["hi"])]
    som = {r["total"]: 1} | dict.fromkeys(r["parts"], -1)
    if r["kind"] == "sum":
        return [(som, 0, 0)]
    return [(som, None, 0)] + [({r["total"]: 1, d: -1}, 0, None) for d in r["parts"]]
