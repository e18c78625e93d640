"""What readers know of counts of people once the cover is chosen: bounds, and the sums that hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from monitor.publiceren.heelal import Heelal
from monitor.regels.afscherming import Linear, Relation, Status, Sum

Som = tuple[Mapping[str, float], float, float]  # quantity -> coefficient, least and most
ONEINDIG = float("inf")


def grens(heelal: Heelal, status: Mapping[str, Status], id_: str) -> tuple[float, float]:
    """The least and the most that a reader can think of it."""
    cel = heelal.cellen[id_]
    eigen, drempel = status.get(id_, "virtual"), cel.threshold or 10
    laag, hoog = float(cel.min or 0), ONEINDIG if cel.max is None else float(cel.max)
    if cel.value is not None and (eigen == "shown" or cel.public in ("always", "known")):
        return float(cel.value), float(cel.value)
    if eigen == "small":
        return max(laag, 1.0), min(hoog, drempel - 1.0)
    return (max(laag, float(drempel)), hoog) if eigen == "cover" else (laag, hoog)


def samenhang(
    heelal: Heelal, status: Mapping[str, Status], begin: Iterable[str]
) -> tuple[dict[str, tuple[float, float]], list[Som]]:
    """The bounds of these counts and of all that hangs together with them, and the sums."""
    per_cel: dict[str, list[int]] = defaultdict(list)
    rijen = [rij for r in heelal.relaties for rij in _rijen(r)]
    for k, (termen, _, _) in enumerate(rijen):
        for id_ in termen:
            per_cel[id_].append(k)
    grenzen: dict[str, tuple[float, float]] = {}
    gebruikt: set[int] = set()
    stapel = [i for i in begin if i in heelal.cellen]
    while stapel:
        id_ = stapel.pop()
        if id_ in grenzen:
            continue
        grenzen[id_] = laag, hoog = grens(heelal, status, id_)
        nieuw = set(per_cel[id_]) - gebruikt if laag < hoog else set()
        gebruikt |= nieuw
        stapel += [i for k in nieuw for i in rijen[k][0]]
    return grenzen, [rijen[k] for k in sorted(gebruikt)]


def _rijen(relatie: Relation) -> Iterator[Som]:
    if isinstance(relatie, Linear):
        laag = -ONEINDIG if relatie.lo is None else relatie.lo
        yield dict(relatie.terms), laag, ONEINDIG if relatie.hi is None else relatie.hi
        return
    som = {relatie.total: 1} | dict.fromkeys(relatie.parts, -1)
    if isinstance(relatie, Sum):
        yield som, 0, 0
        return
    yield som, -ONEINDIG, 0
    for deel in relatie.parts:
        yield {relatie.total: 1, deel: -1}, 0, ONEINDIG
