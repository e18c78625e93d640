"""What to hide, for all cells and all relations of a release at once."""

import time
from collections.abc import Iterable

from monitor.regels.afscherming.behoefte import Eis, eisen
from monitor.regels.afscherming.exact import zoek_exact
from monitor.regels.afscherming.heuristiek import zoek_snel
from monitor.regels.afscherming.model import Cell, Pattern, Policy, Relation, Status
from monitor.regels.afscherming.stelsel import Stelsel, maak_stelsel


def protect(
    cells: Iterable[Cell],
    relations: Iterable[Relation],
    policy: Policy = Policy(),  # noqa: B008 - frozen
    sticky: frozenset[str] = frozenset(),
) -> Pattern:
    """The pattern that keeps every small count in the dark and hides least besides.

    `sticky`: what the previous edition hid is nearly free to hide again. Raises `SdcError`. The same
    input gives the same pattern, as long as the exact search ends within `policy.seconds`.
    """
    begin = time.monotonic()
    relaties = tuple(relations)
    stelsel = maak_stelsel(cells, relaties, policy, frozenset(sticky))
    status: dict[str, Status] = {c.bron.id: c.status for c in stelsel.cellen}
    bereik: dict[str, tuple[int, int]] = {}
    methoden = set()
    for welke in stelsel.delen():
        deel = stelsel.deel(welke)
        vraag = eisen(stelsel, welke)
        weg, exact = _zoek(deel, vraag, begin + policy.seconds)
        methoden.add(exact)
        status |= {deel.cellen[i].bron.id: "cover" for i in weg}
        bereik |= {deel.cellen[e.cel].bron.id: (e.laag, e.hoog) for e in vraag}
    return Pattern(
        status=status,
        interval=bereik,
        method="none" if not methoden else "exact" if methoden == {True} else "heuristic",
        proven=False not in methoden,
        relations=relaties,
        policy=policy,
        seconds=time.monotonic() - begin,
    )


def _zoek(deel: Stelsel, vraag: list[Eis], tot: float) -> tuple[frozenset[int], bool]:
    """(covers, whether they are proven least)."""
    if len(deel.cellen) <= deel.beleid.exact_cells:
        weg = zoek_exact(deel, vraag, tot)
        if weg is not None:
            return weg, True
    return zoek_snel(deel, vraag), False
