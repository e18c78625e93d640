"""Counts of nobody that nobody prints: which of them a reader can tell to be small.

Nobody is counted in them, but a reader who finds "at most five" cannot tell that from a small count, and
neither can the attacker.
"""

from monitor.regels.afscherming.behoefte import SPELING
from monitor.regels.afscherming.exact import Aanval
from monitor.regels.afscherming.stelsel import Stelsel


def krappe_nullen(stelsel: Stelsel, weg: frozenset[int]) -> set[int]:
    """Those that can be more than nought, and never as much as a small count may be."""
    nullen = {i for i, c in enumerate(stelsel.cellen) if c.status == "virtual" and not c.waarde}
    nullen = {i for i in nullen if stelsel.cellen[i].bron.public == "never"}
    if not nullen:
        return set()
    aanval = Aanval(stelsel)
    aanval.kies(weg)
    krap: set[int] = set()
    ruim: set[int] = set()
    for i in sorted(nullen):
        if i in ruim:
            continue
        x = aanval.hoogste(i)
        ruim |= {j for j in nullen if x[j] >= _top(stelsel, j) - SPELING}
        if i not in ruim and x[i] >= 1 - SPELING:
            krap.add(i)
    return krap


def _top(stelsel: Stelsel, i: int) -> int:
    cel = stelsel.cellen[i]
    return cel.drempel - 1 if cel.bron.max is None else min(cel.drempel - 1, cel.bron.max)
