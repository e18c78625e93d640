"""Shares of counts: which percentages to hide, so that nobody follows from what all versions of them say.

How many people a percentage is about is a whole number under that of its count, and adds up as the count
does. Source: METHODEN A3, A7; docs/adr/0022.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor

from monitor.regels.afscherming.lp import ONBEGRENSD, Model

Som = tuple[Mapping[str, float], float, float]  # quantity -> coefficient, least and most
BIJNA = 1e-6


@dataclass(frozen=True)
class Delen:
    """`grenzen`: what a reader knows of each quantity by itself. `zegt`: what each percentage that can still
    be hidden says; in the order in which to hide them. `doelen`: quantity -> threshold."""

    grenzen: Mapping[str, tuple[float, float]]
    sommen: Sequence[Som]
    zegt: Mapping[str, Sequence[Som]]
    doelen: Mapping[str, int]


def dek_delen(delen: Delen) -> tuple[set[str], list[str]]:
    """(which of `zegt` to hide, which of `doelen` follow even so)."""
    zonder = set(delen.zegt)
    if not (lek := _lekken(delen, set(), delen.doelen)):
        return set(), []
    hopeloos = _lekken(delen, zonder, lek)
    doelen = {d: n for d, n in delen.doelen.items() if d not in hopeloos}
    weg: set[str] = set()
    for id_ in delen.zegt:
        if not _lekken(delen, weg, doelen):
            break
        weg.add(id_)
    for id_ in [i for i in delen.zegt if i in weg]:
        if not _lekken(delen, weg - {id_}, doelen):
            weg.discard(id_)
    return weg, hopeloos


def _lekken(delen: Delen, weg: Collection[str], doelen: Collection[str]) -> list[str]:
    """The targets that a reader knows to be a few people, and not only that."""
    sommen = [*delen.sommen, *(s for i, zegt in delen.zegt.items() if i not in weg for s in zegt)]
    uit = []
    for namen, binnen in _groepen(delen, sommen):
        gezocht = [d for d in doelen if d in namen]
        if gezocht and (puzzel := _Puzzel(delen, namen, binnen)).kan:
            uit += [d for d in gezocht if puzzel.is_smal(d, delen.doelen[d])]
    return uit


def _groepen(delen: Delen, sommen: Sequence[Som]) -> list[tuple[list[str], list[Som]]]:
    """What hangs together through sums, known quantities left out."""
    vast = {i for i, (laag, hoog) in delen.grenzen.items() if laag == hoog}
    groep: dict[str, str] = {}

    def top(i: str) -> str:
        while groep.setdefault(i, i) != i:
            i = groep[i]
        return i

    for termen, _, _ in sommen:
        los = [i for i in termen if i not in vast]
        for i in los:
            groep[top(i)] = top(los[0])
    namen: dict[str, list[str]] = {}
    for i in sorted(groep):
        namen.setdefault(top(i), []).append(i)
    binnen: dict[str, list[Som]] = {}
    for som in sommen:
        if los := [i for i in som[0] if i not in vast]:
            binnen.setdefault(top(los[0]), []).append(som)
    return [(leden, binnen[k]) for k, leden in namen.items()]


class _Puzzel:
    """One group. `kan`: whether anything fits; where the percentages contradict each other nothing follows."""

    def __init__(self, delen: Delen, namen: list[str], sommen: Sequence[Som]) -> None:
        self.plek = {id_: k for k, id_ in enumerate(namen)}
        rijen = []
        for termen, laag, hoog in sommen:
            rest = sum(c * delen.grenzen[i][0] for i, c in termen.items() if i not in self.plek)
            rij = {self.plek[i]: c for i, c in termen.items() if i in self.plek}
            rijen.append((rij, laag - rest, hoog - rest))
        bekend = [w for _, *g in rijen for w in g] + [w for g in delen.grenzen.values() for w in g]
        self.top = 10 * max((abs(w) for w in bekend if abs(w) < ONBEGRENSD), default=0) + 1000
        self.laag = [delen.grenzen[i][0] for i in namen]
        self.hoog = [min(delen.grenzen[i][1], self.top) for i in namen]
        self.model = Model(len(namen), rijen)  # type: ignore[arg-type]
        self.kan = self._heel(0, 0.0) is not None

    def is_smal(self, id_: str, drempel: int) -> bool:
        """Between one and the threshold for sure, and less than all that a small count can be."""
        k = self.plek[id_]
        self.model.grenzen(self.laag, self.hoog)
        laag, hoog = ceil(self._los_op(k, 1.0) - BIJNA), floor(self._los_op(k, -1.0) + BIJNA)
        if _smal(laag, hoog, drempel):
            return True
        onder, boven = self._heel(k, 1.0), self._heel(k, -1.0)
        if onder is None or boven is None:
            return True  # nothing proven
        return _smal(round(onder[k]), round(boven[k]), drempel)

    def _los_op(self, k: int, teken: float) -> float:
        self.model.doel(k, teken)
        uitkomst = self.model.los_op()
        return self.laag[k] if uitkomst is None else uitkomst.x[k]

    def _heel(self, k: int, teken: float) -> list[float] | None:
        kosten = [0.0] * len(self.laag)
        kosten[k] = teken
        return self.model.heel(self.laag, self.hoog, kosten)


def _smal(laag: int, hoog: int, drempel: int) -> bool:
    return laag >= 1 and hoog < drempel and (laag > 1 or hoog < drempel - 1)
