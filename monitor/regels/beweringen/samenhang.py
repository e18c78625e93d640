"""Numbers without a figure of their own that follow from one that has: parts of a known total."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from monitor.regels.beweringen.zinnen import Noemer, past

Kent = Callable[[Noemer], bool]


def gesteund(getallen: Sequence[Noemer], buren: Sequence[Noemer], kent: Kent) -> set[int]:
    """Where the numbers begin that a sum or a share ties to a known one."""
    uit: set[int] = set()
    kaal = [g for g in getallen if g.vorm in ("aantal", "euro")]
    for run in _optellingen(kaal):
        if any(kent(g) for g in run):
            uit |= {g.begin for g in run}
    for p in getallen:
        if p.vorm == "procent":
            uit |= _aandelen(p, [g for g in buren if g.vorm in ("aantal", "euro")], kent)
    return uit


def _optellingen(kaal: Sequence[Noemer]) -> list[list[Noemer]]:
    """Neighbours that add up to a number right before or right behind them."""
    uit = []
    for i in range(len(kaal)):
        for j in range(i + 2, min(len(kaal), i + 9) + 1):
            deel = list(kaal[i:j])
            som = sum((abs(g.waarde) for g in deel), Decimal(0))
            randen = [*kaal[i - 1 : i], *kaal[j : j + 1]] if i else list(kaal[j : j + 1])
            uit += [[*deel, t] for t in randen if abs(t.waarde) == som and t.vorm == deel[0].vorm]
    return uit


def _aandelen(p: Noemer, kaal: Sequence[Noemer], kent: Kent) -> set[int]:
    """A share of which the part or the whole is known carries the other one."""
    for a in kaal:
        for b in kaal:
            if (
                a is b
                or a.vorm != b.vorm
                or not 0 < a.waarde < b.waarde
                or not (kent(a) or kent(b))
            ):
                continue
            if past(p, a.waarde / b.waarde * 100):
                return {p.begin, a.begin, b.begin}
    return set()
