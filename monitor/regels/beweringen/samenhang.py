"""Numbers without a figure of their own that follow from one that has: parts of a known total."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from monitor.regels.beweringen.breuken import Breuk, past_breuk
from monitor.regels.beweringen.zinnen import Noemer, Zin

Kent = Callable[[Noemer], bool]


def gesteund(zin: Zin, eerder: Sequence[Noemer], kent: Kent) -> set[int]:
    """Where the numbers of a sentence begin that a sum or a share ties to a known one.

    `eerder`: the numbers of the sentence before, that may be the whole or the total.
    """
    hier = zin.getallen
    kaal = [g for g in (*eerder, *hier) if g.vorm in ("aantal", "euro")]
    uit = [run for run in _optellingen(kaal) if any(kent(g) for g in run)]
    delen: list[Noemer | Breuk] = [*zin.van_vorm("procent"), *zin.breuken]
    for p in delen:
        uit += [
            [*paar, *([p] if isinstance(p, Noemer) else [])] for paar in _aandelen(p, kaal, kent)
        ]
    vast = {id(g) for run in uit for g in run}
    procenten = zin.van_vorm("procent")
    if sum((p.waarde for p in procenten), Decimal(0)) == 100 and any(
        id(p) in vast for p in procenten
    ):
        vast |= {id(p) for p in procenten}
    return {g.begin for g in hier if id(g) in vast}


def _optellingen(kaal: Sequence[Noemer]) -> Iterator[list[Noemer]]:
    """Neighbours that add up to a number right before or right behind them."""
    for i in range(len(kaal)):
        for j in range(i + 2, min(len(kaal), i + 9) + 1):
            deel = list(kaal[i:j])
            som = sum((abs(g.waarde) for g in deel), Decimal(0))
            randen = [*kaal[max(0, i - 1) : i], *kaal[j : j + 1]]
            for t in randen:
                if abs(t.waarde) == som and t.vorm == deel[0].vorm:
                    yield [*deel, t]


def _aandelen(p: Noemer | Breuk, kaal: Sequence[Noemer], kent: Kent) -> list[tuple[Noemer, Noemer]]:
    """A share of which the part or the whole is known carries the other one."""
    return [
        (a, b) for a, b in permutations(kaal, 2)
        if a.vorm == b.vorm and 0 < a.waarde < b.waarde and (kent(a) or kent(b))
        and past_breuk(p, a.waarde / b.waarde * 100)
    ]  # fmt: skip
