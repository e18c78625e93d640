"""One name for one quantity, over all publications: which figures of then are those of now, and which not.

For the attacker: from what is published, and from which figures were corrected (`aanvalsversies`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from monitor.publiceren.feiten import Feit, Feiten
from monitor.regels.formules import Naam


@dataclass
class Namen:
    """`cellen`: what all publications together say of each quantity. Filled from new to old."""

    cellen: dict[str, Feit]
    formules: Mapping[str, Mapping[Naam, int]] = field(default_factory=dict)
    _edities: list[dict[str, str]] = field(default_factory=list)
    _raadsel: set[str] = field(default_factory=set)  # otherwise, but no history says since when

    def neem(self, feiten: Feiten, versie: Mapping[str, int]) -> dict[str, str]:
        """Id as published -> name of the quantity. `versie`: of what was corrected since."""
        toen = {i: f"{i}#v{n}" for i, n in versie.items()}
        toen |= {i: f"{i}#v{v}" for i in feiten.cellen if (v := self._uitkomst(i, versie))}
        naam = {i: self._naam(toen.get(i, i), f) for i, f in feiten.cellen.items()}
        self._raadsel |= {i for i, n in naam.items() if n != toen.get(i, i)}
        for oud, nieuw in naam.items():
            self.cellen[nieuw] = _samen(self.cellen.get(nieuw), feiten.cellen[oud])
        self._edities.append(toen | naam)
        return naam

    def edities(self) -> list[dict[str, str]]:
        """For each publication, new to old: the name that each figure has then, also what it did not show."""
        alle = sorted({i for i in self.cellen if "#" not in i}.union(*self._edities))
        return [
            {i: e.get(i, i) for i in alle if (i in e or i not in self._raadsel)}
            for e in self._edities
        ]

    def anders(self) -> Iterator[dict[str, str]]:
        """The times at which something was otherwise than now."""
        gezien: set[tuple[str, ...]] = set()
        for editie in self.edities():
            naam = {i: n for i, n in editie.items() if n in self.cellen}
            sleutel = tuple(naam.values())
            if any(i != n for i, n in naam.items()) and sleutel not in gezien:
                gezien.add(sleutel)
                yield naam

    def _uitkomst(self, id_: str, versie: Mapping[str, int]) -> str:
        """What came out of a formula is otherwise when something it was made of is."""
        reeks, _, periode = id_.rpartition("@")
        code, soort, sleutel = reeks.split("|", 2)
        leden = self.formules.get(code, {})
        ids = [f"{n}|{s or soort}|{sleutel}@{periode}" for n, s in sorted(leden, key=str)]
        return "-".join(str(versie.get(i, 0)) for i in ids) if versie.keys() & set(ids) else ""

    def _naam(self, id_: str, feit: Feit) -> str:
        """Its own id, unless something else is known of that by now."""
        bekend = self.cellen.get(id_)
        if bekend is None:
            return id_
        if None not in (bekend.waarde, feit.waarde):
            return id_ if bekend.waarde == feit.waarde else f"{id_}#{feit.waarde}"
        getoond = bekend if bekend.waarde is not None else feit
        ander = feit if getoond is bekend else bekend
        if getoond.waarde is None:
            zelfde = bekend.merk == feit.merk or "masked" in (bekend.merk, feit.merk)
            return id_ if zelfde else f"{id_}#{feit.merk}"
        past = {
            "small": 0 < getoond.waarde < ander.drempel,
            "cover": getoond.waarde >= ander.drempel,
        }
        binnen = (ander.laag or 0) <= getoond.waarde <= (ander.hoog or getoond.waarde)
        return id_ if past.get(ander.merk, True) and binnen else f"{id_}#toen"


def _samen(bekend: Feit | None, feit: Feit) -> Feit:
    if bekend is None or (bekend.waarde is None and feit.waarde is not None):
        return feit
    if bekend.merk == "masked" and bekend.waarde is None:
        return feit  # the other mark says more
    return bekend
