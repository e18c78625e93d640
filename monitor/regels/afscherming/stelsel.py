"""All cells and relations of a release as one system of equations, cut into independent parts.

Each cell has an anchor (its value, or a possible one when the source keeps it) and the bounds that a
reader knows when it is hidden; each row has the bounds of its sum. Checked here, so that what comes
after can trust it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from monitor.regels.afscherming.fouten import SdcError
from monitor.regels.afscherming.lp import ONBEGRENSD, Model
from monitor.regels.afscherming.model import Cell, Linear, Policy, Relation, Status, Sum
from monitor.regels.afscherming.primair import is_klein

Rij = tuple[dict[int, int], float, float]  # cell index -> coefficient, lower and upper bound


@dataclass
class Cel:
    """A cell as the solver sees it: `laag` and `hoog` are what a reader knows when it is hidden."""

    bron: Cell
    status: Status
    waarde: int
    laag: float
    hoog: float
    drempel: int
    dekbaar: bool  # may be hidden as a cover
    vast: bool  # a reader always knows its value
    gevoelig: bool  # a small count that needs protection
    gedempt: bool = False  # hidden with a mark that does not say whether it is small

    @property
    def naam(self) -> str:
        return self.bron.label or self.bron.id


@dataclass
class Stelsel:
    cellen: list[Cel]
    rijen: list[Rij]
    beleid: Policy
    prijs: list[float] = field(default_factory=list)

    def deel(self, welke: Sequence[int]) -> "Stelsel":
        """The part with these cells. Cells that a reader always knows become constants."""
        nieuw = {oud: i for i, oud in enumerate(welke)}
        rijen = []
        for termen, laag, hoog in self.rijen:
            if not any(i in nieuw for i in termen):
                continue
            rest = sum(c * self.cellen[i].waarde for i, c in termen.items() if i not in nieuw)
            binnen = {nieuw[i]: c for i, c in termen.items() if i in nieuw}
            rijen.append((binnen, laag - rest, hoog - rest))
        return Stelsel(
            [self.cellen[i] for i in welke], rijen, self.beleid, [self.prijs[i] for i in welke]
        )

    def demp(self, welke: Iterable[int]) -> bool:
        """Hide these, where they are hidden, without saying whether they are small; counts of nobody beside
        them may be hidden too. What the source keeps has the mark of the source. False when all of
        them were so already."""
        kern = set(welke)
        naast = {i for termen, _, _ in self.rijen if not kern.isdisjoint(termen) for i in termen}
        nullen = {i for i in naast - kern if self._is_nul(i)}
        nieuw = [i for i in sorted(kern | nullen) if self._te_dempen(i)]
        for i in nieuw:
            c = self.cellen[i]
            hoog = ONBEGRENSD if c.bron.max is None else c.bron.max
            nul = c.status == "shown" and not c.waarde
            self.cellen[i] = replace(
                c, laag=c.bron.min or 0, hoog=hoog, gedempt=True, vast=c.vast and not nul,
                dekbaar=c.dekbaar or nul,
            )  # fmt: skip
            self.prijs[i] *= 4 if nul else 1
        return bool(nieuw)

    def _is_nul(self, i: int) -> bool:
        c = self.cellen[i]
        vrij = c.status == "shown" and c.bron.public == "auto" and c.bron.max != 0
        return vrij and c.bron.value == 0

    def _te_dempen(self, i: int) -> bool:
        c = self.cellen[i]
        if c.gedempt or c.bron.value is None:
            return False
        return c.status == "small" or (c.status == "shown" and (c.dekbaar or self._is_nul(i)))

    def delen(self) -> list[list[int]]:
        """The connected parts in which something is to be protected, in order of their first cell."""
        ouder = list(range(len(self.cellen)))

        def top(i: int) -> int:
            while ouder[i] != i:
                ouder[i] = ouder[ouder[i]]
                i = ouder[i]
            return i

        for termen, _, _ in self.rijen:
            los = [i for i in termen if not self.cellen[i].vast]
            for i in los[1:]:
                ouder[top(i)] = top(los[0])
        groepen: dict[int, list[int]] = defaultdict(list)
        for i, cel in enumerate(self.cellen):
            if not cel.vast:
                groepen[top(i)].append(i)
        return [g for g in groepen.values() if any(self.cellen[i].gevoelig for i in g)]


def maak_stelsel(
    cells: Iterable[Cell], relations: Iterable[Relation], policy: Policy, sticky: frozenset[str]
) -> Stelsel:
    """Raises `SdcError` for what is no table of counts."""
    bronnen = sorted(cells, key=lambda c: c.id)
    index = {c.id: i for i, c in enumerate(bronnen)}
    if len(index) < len(bronnen):
        dubbel = sorted({c.id for c in bronnen if bronnen[index[c.id]] is not c})
        raise SdcError("duplicate_cell", dubbel)
    rijen = [rij for r in relations for rij in _rijen(r, index)]
    stelsel = Stelsel([_cel(c, policy) for c in bronnen], rijen, policy)
    _vul_onbekende(stelsel)
    for relation in relations:
        _controleer(relation, index, stelsel)
    stelsel.prijs = [_prijs(c, c.bron.id in sticky) for c in stelsel.cellen]
    return stelsel


def _rijen(relation: Relation, index: dict[str, int]) -> list[Rij]:
    namen = relation.terms if isinstance(relation, Linear) else (relation.total, *relation.parts)
    if onbekend := [n for n in namen if n not in index]:
        raise SdcError("unknown_cell", onbekend)
    if isinstance(relation, Linear):
        laag = -ONBEGRENSD if relation.lo is None else relation.lo
        hoog = ONBEGRENSD if relation.hi is None else relation.hi
        return [({index[n]: c for n, c in relation.terms.items() if c}, laag, hoog)]
    totaal, delen = index[relation.total], [index[p] for p in relation.parts]
    som = {totaal: 1, **dict.fromkeys(delen, -1)}
    if isinstance(relation, Sum):
        return [(som, 0, 0)]
    return [(som, -ONBEGRENSD, 0), *(({totaal: 1, d: -1}, 0, ONBEGRENSD) for d in delen)]


def _cel(c: Cell, policy: Policy) -> Cel:
    drempel = c.threshold or policy.threshold
    _is_aantal(c)
    nul_klein = policy.zero == "hide"
    klein = is_klein(c.value, drempel) if c.value is not None else _kent_bron_klein(c, drempel)  # type: ignore[arg-type]
    klein = klein or (c.value == 0 and nul_klein and c.public != "never" and c.max != 0)
    if klein and c.public == "always":
        raise SdcError("primary_forced_public", [c.id], [c.label or c.id])
    status: Status = "virtual" if c.public in ("never", "known") else "small" if klein else "shown"
    laag, hoog = _grenzen(c, status, drempel, policy)
    gekend = c.public == "known" or (status == "shown" and c.value is not None)
    dekbaar = status == "shown" and c.public == "auto" and bool(c.value) and c.max != 0
    return Cel(
        bron=c,
        status=status,
        waarde=c.value if c.value is not None else -1,
        laag=laag,
        hoog=hoog,
        drempel=drempel,
        dekbaar=dekbaar,
        vast=gekend and not dekbaar,
        gevoelig=klein and c.public != "known",
    )


def _is_aantal(c: Cell) -> None:
    waarde: object = c.value
    naam = [c.label or c.id]
    if isinstance(waarde, bool) or (waarde is not None and not isinstance(waarde, int | float)):
        raise SdcError("not_a_count", [c.id], naam)
    if isinstance(waarde, float):
        raise SdcError("not_integer", [c.id], naam)
    if waarde is None and c.public in ("always", "known"):
        raise SdcError("not_a_count", [c.id], naam)
    if isinstance(waarde, int) and waarde < 0:
        raise SdcError("negative", [c.id], naam)


def _kent_bron_klein(c: Cell, drempel: int) -> bool:
    """Whether the source says no more than that it is small."""
    return c.public == "auto" and c.max is not None and 0 < c.max < drempel


def _grenzen(c: Cell, status: Status, drempel: int, policy: Policy) -> tuple[float, float]:
    """What a reader knows of the cell when its number is not shown."""
    onder = c.min or 0
    boven = ONBEGRENSD if c.max is None else c.max
    if status == "virtual" or c.value is None:
        return onder, boven
    een = 0 if policy.zero == "hide" else 1
    if policy.marking == "uniform":
        return max(onder, een), boven
    if status == "small":
        return max(onder, een), min(boven, drempel - 1)
    return max(onder, drempel), boven


def _vul_onbekende(stelsel: Stelsel) -> None:
    """A possible value for each cell that the source keeps, from all rows together."""
    open_ = [i for i, c in enumerate(stelsel.cellen) if c.bron.value is None]
    if not open_:
        return
    geraakt = [t for t, _, _ in stelsel.rijen if any(stelsel.cellen[i].waarde < 0 for i in t)]
    welke = sorted({i for t in geraakt for i in t} | set(open_))
    stelsel.prijs = [0.0] * len(stelsel.cellen)
    deel = stelsel.deel(welke)
    model = Model(len(welke), [r for r in deel.rijen if set(r[0])])
    vast = [c.bron.value is not None for c in deel.cellen]
    laag = [c.waarde if v else c.laag for c, v in zip(deel.cellen, vast, strict=True)]
    hoog = [c.waarde if v else c.hoog for c, v in zip(deel.cellen, vast, strict=True)]
    uitkomst = model.heel(laag, hoog, [1.0] * len(welke))
    if uitkomst is None:
        namen = [stelsel.cellen[i] for i in open_]
        raise SdcError("contradiction", [c.bron.id for c in namen], [c.naam for c in namen])
    for i, x in zip(welke, uitkomst, strict=True):
        stelsel.cellen[i].waarde = round(x)


def _controleer(relation: Relation, index: dict[str, int], stelsel: Stelsel) -> None:
    for termen, laag, hoog in _rijen(relation, index):
        som = sum(c * stelsel.cellen[i].waarde for i, c in termen.items())
        if not laag <= som <= hoog:
            leden = [stelsel.cellen[i] for i in termen]
            totaal = "" if isinstance(relation, Linear) else relation.total
            raise SdcError(
                "does_not_add_up", [c.bron.id for c in leden], [c.naam for c in leden], totaal
            )


def _prijs(c: Cel, was_weg: bool) -> float:
    """Few cells first, totals last, small values before large; what was hidden before is nearly free."""
    from math import log

    if was_weg:
        return 0.001
    return float(4 ** min(c.bron.level, 12) * (1 + log(1 + c.waarde) / 50))
