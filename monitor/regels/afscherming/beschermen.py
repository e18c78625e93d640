"""What to hide, for all cells and all relations of a release at once."""

import time
from collections.abc import Iterable

from monitor.regels.afscherming.behoefte import Eis, eisen
from monitor.regels.afscherming.exact import zoek_exact
from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.heuristiek import zoek_snel
from monitor.regels.afscherming.model import Cell, Pattern, Policy, Relation, Status
from monitor.regels.afscherming.nullen import krappe_nullen
from monitor.regels.afscherming.stelsel import Cel, Stelsel, maak_stelsel


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
    delen = _met_dempen(stelsel, begin + policy.seconds)
    status: dict[str, Status] = {c.bron.id: c.status for c in stelsel.cellen}
    bereik: dict[str, tuple[int, int]] = {}
    for welke, (weg, vraag, _) in delen:
        for plek, i in enumerate(welke):
            cel = stelsel.cellen[i]
            if plek in weg or cel.status == "small":
                status[cel.bron.id] = _merk(cel)
        bereik |= {stelsel.cellen[welke[e.cel]].bron.id: (e.laag, e.hoog) for e in vraag}
    methoden = {exact for _, (_, _, exact) in delen}
    return Pattern(
        status=status,
        interval=bereik,
        method="none" if not methoden else "exact" if methoden == {True} else "heuristic",
        proven=False not in methoden,
        relations=relaties,
        policy=policy,
        seconds=time.monotonic() - begin,
    )


Antwoord = tuple[frozenset[int], list[Eis], bool]  # covers, demands, whether proven least


def _merk(cel: Cel) -> Status:
    if cel.gedempt:
        return "masked"
    return "small" if cel.status == "small" else "cover"


def _met_dempen(stelsel: Stelsel, tot: float) -> list[tuple[list[int], Antwoord]]:
    """The connected parts, each with its answer. Where the marks `small` and `cover` say too much, all that
    is hidden there gets one mark that says nothing, and counts of nobody may be hidden too; that ties
    parts together, so all is done anew. Raises the first error when that is no help."""
    eerste: SdcError | None = None
    while True:
        uit = []
        try:
            for welke in stelsel.delen():
                uit.append((welke, _met_nullen(stelsel, welke, tot)))
        except SdcError as fout:
            eerste = eerste or fout
            kan = stelsel.beleid.mask and fout.code in ("not_protectable", "marks_disclose")
            if not (kan and stelsel.demp(welke)):
                raise eerste from None
        else:
            return uit


def _met_nullen(stelsel: Stelsel, welke: list[int], tot: float) -> Antwoord:
    """Who can tell of a count of nobody, that nobody prints, that it is small, cannot tell it from a small
    one: it must be known to be nought, or be able to be as large as any small count."""
    deel = stelsel.deel(welke)
    ook: set[int] = set()
    vraag = eisen(stelsel, welke)
    weg, exact = _zoek(deel, vraag, tot)
    while krap := krappe_nullen(deel, weg) - ook:
        ook |= krap
        meer = eisen(stelsel, welke, ook)
        try:
            weg, exact = _zoek(deel, meer, tot)
        except SdcError:
            break  # the small ones are safe
    return weg, vraag, exact


def _zoek(deel: Stelsel, vraag: list[Eis], tot: float) -> tuple[frozenset[int], bool]:
    """(covers, whether they are proven least)."""
    if len(deel.cellen) <= deel.beleid.exact_cells:
        weg = zoek_exact(deel, vraag, tot)
        if weg is not None:
            return weg, True
    return zoek_snel(deel, vraag), False
